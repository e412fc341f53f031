import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const COPIED = ['tsconfig.json', 'biome.json', 'no-randomness.grit', 'no-package.d.ts', '.dependency-cruiser.cjs', 'package.json', 'src'];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiku-boundaries-'));
  for (const name of COPIED) await cp(join(ROOT, name), join(folder, name), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const COMPILER = (of: string) => ['tsc', '-p', `src/${of}/tsconfig.json`];
const LINTER = (file: string) => ['biome', 'lint', file];
const DIRECTION = () => ['depcruise', '--config', '.dependency-cruiser.cjs', 'src'];

describe('the checks refuse', () => {
  it.each([
    ['a package in the core', 'src/triage/offence.ts', "export { z } from 'zod';", COMPILER('triage'), 'zod'],
    ['Node in the core', 'src/triage/offence.ts', "export { readFileSync } from 'node:fs';", COMPILER('triage'), 'node:fs'],
    ['a package in understanding', 'src/understand/offence.ts', "export { z } from 'zod';", COMPILER('understand'), 'zod'],
    ['a clock in the core', 'src/triage/offence.ts', 'export const now = () => Date.now();', LINTER('src/triage/offence.ts'), 'Date'],
    ['randomness in deciding', 'src/turn/on-offence.ts', 'export const dice = () => Math.random();', LINTER('src/turn/on-offence.ts'), 'Randomness'],
    [
      'a floating promise',
      'src/teams/offence.ts',
      'async function later() {}\nexport const go = () => {\n  later();\n};',
      LINTER('src/teams/offence.ts'),
      'noFloatingPromises',
    ],
    [
      'one edge in another',
      'src/teams/offence.ts',
      "import { openStorage } from '../storage/open-storage.ts';\nexport const offence = openStorage;",
      DIRECTION(),
      'teams-imports-no-other-edge',
    ],
    [
      'the bot SDK outside its edge',
      'src/turn/offence.ts',
      "import { CloudAdapter } from 'botbuilder';\nexport const offence = CloudAdapter;",
      DIRECTION(),
      'bot-sdk-in-teams-only',
    ],
    [
      'OpenTelemetry outside its edge',
      'src/turn/offence.ts',
      "import { trace } from '@opentelemetry/api';\nexport const offence = trace;",
      DIRECTION(),
      'opentelemetry-in-observe-only',
    ],
    [
      'what is there for development only, in the server',
      'src/turn/offence.ts',
      "import { pack } from '../manifest/pack.ts';\nexport const offence = pack;",
      DIRECTION(),
      'manifest-is-no-part-of-the-server',
    ],
    ['SQL outside its edge', 'src/turn/offence.ts', "import pg from 'pg';\nexport const offence = pg;", DIRECTION(), 'sql-in-storage-only'],
    [
      'another folder in the core',
      'src/triage/offence.ts',
      "import type { Log } from '../ports.ts';\nexport type Offence = Log;",
      DIRECTION(),
      'triage-is-pure',
    ],
  ])('%s', async (_name, file, text, [tool, ...args], said) => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), `${text}\n`);
    try {
      const { code, output } = await run(tool ?? '', args);

      expect(output).toContain(said);
      expect(code).not.toBe(0);
    } finally {
      await rm(join(folder, file));
    }
  });
});

function run(tool: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(join(ROOT, 'node_modules/.bin', tool), [...args], { cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : 1, output: `${stdout}${stderr}` });
    });
  });
}
