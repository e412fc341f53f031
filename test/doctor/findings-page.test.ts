import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { LEVELS } from '../../src/doctor/finding.ts';
import { findingsPage } from '../../src/doctor/findings-page.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

const DOCS = join(import.meta.dirname, '../../docs');
const PAGE = join(DOCS, 'doctor.md');

it('docs/doctor.md shows what the doctor finds (what was stale has been written anew: look at it and keep it)', () => {
  const wanted = findingsPage(loadKnowledge('knowledge').phrases);
  const there = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
  if (there !== wanted) writeFileSync(PAGE, wanted);

  expect(there).toBe(wanted);
});

it('the runbook names every finding that something is to be done about, and none that there is not', () => {
  const runbook = readFileSync(join(DOCS, 'running.md'), 'utf8').split('## When something is wrong')[1] ?? '';
  const named = [...runbook.matchAll(/\*([a-z]+(?:-[a-z]+)+)\*/g)].map(([, id = '']) => id);
  const sick = Object.entries(LEVELS).flatMap(([id, level]) => (level === 'fault' || level === 'warning' ? [id] : []));

  expect(sick.filter((id) => !named.includes(id))).toEqual([]);
  expect(named.filter((id) => !Object.hasOwn(LEVELS, id))).toEqual([]);
});
