import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { billOf } from '../supply/bill.ts';
import { readThirdParties } from '../supply/third-party.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** From the lock alone: nothing is asked of a registry. */
const NPM = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--offline'];

const readJson = (file: string): unknown => JSON.parse(readFileSync(`${ROOT}/${file}`, 'utf8'));
const { name, version } = z.object({ name: z.string(), version: z.string() }).parse(readJson('package.json'));
const written = execFileSync('npm', NPM, {
  cwd: ROOT,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
  stdio: ['ignore', 'pipe', 'ignore'],
});
const bill = billOf(JSON.parse(written), readThirdParties(readJson('package-lock.json')), name);
mkdirSync(`${ROOT}/dist`, { recursive: true });
const file = `dist/${name}-${version}.cdx.json`;
writeFileSync(`${ROOT}/${file}`, `${JSON.stringify(bill, null, 2)}\n`);
process.stdout.write(`${file}: ${bill.components.length} packages\n`);
