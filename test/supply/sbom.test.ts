import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';
import { billOf } from '../../src/supply/bill.ts';
import { readThirdParties } from '../../src/supply/third-party.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): unknown => JSON.parse(readFileSync(`${ROOT}/${file}`, 'utf8'));

it('the bill names every package that runs in production, and no other; no registry is needed for it', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['src/cli/sbom.ts'], { cwd: ROOT });
  const all = readThirdParties(read('package-lock.json'));
  const running = all.filter(({ isForDevelopment }) => !isForDevelopment).map(({ name, version }) => `${name}@${version}`);

  const { metadata, components, dependencies } = billOf(read(stdout.split(':')[0] ?? ''), all, 'kiku');

  expect(metadata.component.name).toBe('kiku');
  expect([...new Set(components.map(({ name, version }) => `${name}@${version}`))].toSorted()).toEqual(running.toSorted());
  expect(components.map(({ name }) => name)).toEqual(expect.arrayContaining(['botbuilder', 'pg', 'restify', 'zod']));
  const refs = new Set(components.map((one) => one['bom-ref']));
  expect(dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual([]);
}, 60_000);

it('a package without a hash is refused', () => {
  const bill = (hashes: unknown[]) => ({
    metadata: { component: { 'bom-ref': 'x@1', name: 'x' } },
    components: [{ 'bom-ref': 'a@1', name: 'a', version: '1', hashes }],
    dependencies: [],
  });

  expect(() => billOf(bill([]), [], 'kiku')).toThrow();
  expect(billOf(bill([{ alg: 'SHA-512', content: '0' }]), [], 'kiku').components).toEqual([]);
});
