import { ConfigFault } from '../config/config-fault.ts';
import { type Config, readConfig } from '../config.ts';
import { createCredential } from '../graph/credential.ts';
import { databasePassword } from '../graph/database-token.ts';
import type { PersonKey } from '../ports.ts';
import { openStorage } from '../storage/open-storage.ts';
import { StorageFailure } from '../storage/storage-failure.ts';
import { ownDataJson } from '../turn/own-data-parts.ts';

const USAGE = 'Say what to do, and of whom: npm run -s own-data -- show TENANT PERSON, or forget TENANT PERSON. Both are ids of Entra.';
const QUIET = { info() {}, warn() {}, error() {} };

const [act, tenant, id, ...rest] = process.argv.slice(2);
if ((act !== 'show' && act !== 'forget') || !tenant || !id || rest.length > 0) {
  end(USAGE);
} else {
  try {
    process.stdout.write(await ofPerson(readConfig(process.env), act, { tenant, id }));
  } catch (error) {
    if (error instanceof ConfigFault) end(error.faults.join('\n'));
    else if (error instanceof StorageFailure) end(error.message);
    else throw error;
  }
}

/** For somebody who cannot write to Kiku themselves: what is kept of them as JSON, or that it was deleted. */
async function ofPerson(config: Config, what: 'show' | 'forget', person: PersonKey): Promise<string> {
  const { databaseUrl, databaseAuth, dataFolder, credentials, cloud } = config;
  const credential = credentials === null ? null : createCredential(credentials, cloud.loginAuthority);
  const password = databaseAuth === 'entra' && credential !== null ? databasePassword(credential, cloud.databaseScope) : null;
  const { turns, close } = await openStorage({ databaseUrl, password, folder: dataFolder }, QUIET);
  try {
    const kept = await turns.kept(person);
    if (what === 'show') return `${ownDataJson(kept)}\n`;
    if (kept.length === 0) return 'Nothing is kept of them.\n';
    await turns.forget(person);
    const left = await turns.kept(person);
    return `Deleted.${left.length === 0 ? '' : ` What stays is theirs as somebody of the helpdesk: ${left.length} things, which show tells.`}\n`;
  } finally {
    await close();
  }
}

function end(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
