import { lineOf } from '../cards/present-doctor.ts';
import { type Words, wordsIn } from '../cards/words.ts';
import { ConfigFault } from '../config/config-fault.ts';
import { type Config, readConfig } from '../config.ts';
import { examine } from '../doctor/examine.ts';
import { type Finding, isSick } from '../doctor/finding.ts';
import { observe } from '../doctor/observe.ts';
import type { KnowledgeSeen } from '../doctor-ports.ts';
import { createCredential } from '../graph/credential.ts';
import { databasePassword } from '../graph/database-token.ts';
import type { Knowledge } from '../knowledge/content.ts';
import { knowledgeSeen } from '../knowledge/edition.ts';
import { inOneLine, KnowledgeFaults } from '../knowledge/knowledge-fault.ts';
import type { KnowledgeFolders } from '../knowledge/read-knowledge.ts';
import { readProved } from '../knowledge/read-proved.ts';
import { openForDoctor, withoutDatabase } from '../storage/open-doctor.ts';
import { createConnector } from '../teams/connector.ts';
import { readVersions } from '../versions.ts';
import { eyesOf } from '../wire-doctor.ts';

const isJson = process.argv.includes('--json');

try {
  const { findings, words } = await consult(readConfig(process.env));
  const sick = isSick(findings);
  process.stdout.write(isJson ? inJson(findings, words, sick) : `${findings.map((one) => told(one, words)).join('\n')}\n`);
  process.exitCode = sick ? 1 : 0;
} catch (error) {
  const faults = error instanceof ConfigFault ? error.faults : [error instanceof Error ? error.message : 'The doctor failed.'];
  if (isJson) process.stdout.write(`${JSON.stringify({ status: 'could-not-run', faults })}\n`);
  else process.stderr.write(`The doctor could not run.\n${faults.map((fault) => `  ${fault}\n`).join('')}`);
  process.exitCode = 2;
}

/** Looks at what the environment names. Nothing is changed. */
async function consult(config: Config): Promise<{ readonly findings: readonly Finding[]; readonly words: Words | null }> {
  const { cloud, credentials, databaseUrl, dataFolder } = config;
  const { seen, knowledge } = readAll(config.knowledge);
  const now = Date.now;
  const credential = createCredential(credentials ?? { kind: 'fixed', token: '' }, cloud.loginAuthority);
  const password = config.databaseAuth === 'entra' ? databasePassword(credential, cloud.databaseScope) : null;
  const storage = await openForDoctor({ databaseUrl, folder: dataFolder, password }).catch(withoutDatabase);
  const bot = credentials === null ? null : { appId: credentials.appId, credential, scope: cloud.botScope };
  try {
    const eyes = eyesOf({
      store: storage.store,
      graphBudget: storage.graphBudget,
      credentials,
      credential,
      cloud,
      allowedGroup: config.allowedGroup,
      graphOrigin: cloud.graphOrigin,
      roster: createConnector({ credentials: bot, allowedServiceHosts: config.allowedServiceHosts, now }),
      versions: readVersions(),
      knowledge: () => seen,
      now,
    });
    const findings = examine(await observe(eyes));
    return { findings, words: knowledge === null ? null : wordsIn(knowledge, config.defaultLanguage) };
  } finally {
    await storage.close();
  }
}

/** The knowledge as it would be in force; with faults in an organisation's own part, ours, for the words to tell of it. */
function readAll(folders: KnowledgeFolders): { readonly seen: KnowledgeSeen; readonly knowledge: Knowledge | null } {
  try {
    const { knowledge } = readProved(folders);
    return { seen: knowledgeSeen(folders, knowledge, []), knowledge };
  } catch (error) {
    if (!(error instanceof KnowledgeFaults)) throw error;
    const seen = { faults: error.faults.map(inOneLine), problems: 0, steps: 0, edition: '' };
    return { seen, knowledge: folders.own === null ? null : readAll({ ...folders, own: null }).knowledge };
  }
}

function told(finding: Finding, words: Words | null): string {
  return `${finding.id.padEnd(21)} ${words === null ? plain(finding) : lineOf(finding, words)}`;
}

/** The knowledge is what has the words: without it the names have to do. */
function plain({ level, with: args }: Finding): string {
  return `${level} ${JSON.stringify(args)}`;
}

function inJson(findings: readonly Finding[], words: Words | null, sick: boolean): string {
  const rows = findings.map((one) => ({ ...one, text: words === null ? plain(one) : lineOf(one, words) }));
  return `${JSON.stringify({ status: sick ? 'findings' : 'healthy', findings: rows }, null, 2)}\n`;
}
