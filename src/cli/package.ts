import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { checkSources } from '../manifest/check.ts';
import { pack } from '../manifest/pack.ts';
import { readPublication } from '../manifest/publication.ts';
import { MANIFEST_FOLDER, readSources } from '../manifest/sources.ts';

const asked = readPublication(process.argv.slice(2));
if ('faults' in asked) {
  end(asked.faults);
} else {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')));
  const sources = readSources(MANIFEST_FOLDER, asked.publication, version);
  const faults = await checkSources(sources);
  if (faults.length > 0) end(faults);
  else await write(pack(sources), asked.out, asked.publication.appId);
}

async function write(bytes: Uint8Array, file: string, appId: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
  process.stdout.write(`${file} is ready: upload it in the Teams admin centre under Teams apps, Manage apps.\n`);
  process.stdout.write(`The app has the id ${appId}: give the same one for every later version, or Teams takes it for another app.\n`);
}

function end(faults: readonly string[]): void {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exitCode = 1;
}
