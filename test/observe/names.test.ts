import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';

const namesIn = (path: string) => {
  const text = readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
  return new Set(text.match(/\bkiku\.[a-z_]+(?:\.[a-z_]+)?\b/g) ?? []);
};

it('the page tells of every measure there is, and alerts watch none that there is not', () => {
  const measured = namesIn('src/observe/instruments.ts');

  expect([...namesIn('docs/observing.md')].sort()).toEqual([...measured].sort());
  expect([...namesIn('infra/modules/alerts.bicep')].filter((name) => !measured.has(name))).toEqual([]);
  expect(namesIn('infra/modules/alerts.bicep').size).toBeGreaterThan(5);
});
