import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Relevance, relevance } from '../../src/advisories/relevance.ts';
import { troubleOf } from '../../src/advisories/trouble.ts';
import type { Advisory } from '../../src/advisory.ts';
import type { Knowledge } from '../../src/knowledge/content.ts';
import type { Facts } from '../../src/triage/facts.ts';
import { issue, NOW } from './labelled.ts';

const HOUR = 3_600_000;
const LABELS = ['likely', 'not', 'never'] as const;

type Written = Partial<Record<(typeof LABELS)[number], readonly string[]>> & {
  readonly service: string;
  readonly title: string;
  readonly impact?: string;
  readonly feature?: string;
  readonly with?: Partial<Pick<Advisory, 'kind' | 'classification' | 'status' | 'isResolved'>> & { start?: number; end?: number; updated?: number };
};

/** An advisory, a person, what a colleague says and what Kiku says. */
export interface Pair {
  readonly set: string;
  readonly advisory: Advisory;
  readonly person: string;
  readonly label: (typeof LABELS)[number];
  readonly told: Relevance | null;
}

/** The blind sets, as decided now. */
export function decidePairs(sets: readonly string[], { playbooks, topics }: Pick<Knowledge, 'playbooks' | 'topics'>): readonly Pair[] {
  const people = read('people') as Readonly<Record<string, Readonly<Record<string, string>>>>;
  return sets.flatMap((set) =>
    (read(set) as readonly Written[]).flatMap((row) => {
      const advisory = advisoryOf(row);
      return LABELS.flatMap((label) =>
        (row[label] ?? []).map((person) => {
          const facts = known(people[person]);
          return { set, advisory, person, label, told: relevance(advisory, troubleOf(facts, NOW, playbooks), topics) };
        }),
      );
    }),
  );
}

/** How often *likely* is right, and how much of what is likely is found. */
export function measure(pairs: readonly Pair[]): { readonly precision: number; readonly recall: number; readonly told: string } {
  const said = pairs.filter(({ told }) => told?.grade === 'likely');
  const wanted = pairs.filter(({ label }) => label === 'likely');
  const right = said.filter(({ label }) => label === 'likely').length;
  const told = `precision ${right}/${said.length}, recall ${right}/${wanted.length}, of ${pairs.length} pairs`;
  return { precision: right / said.length, recall: right / wanted.length, told };
}

function advisoryOf(row: Written): Advisory {
  const { service, title, impact = title, with: change = {} } = row;
  const { start = -1, end, updated = -0.5, ...rest } = change;
  const endAt = end === undefined ? null : NOW + end * HOUR;
  return issue(service, title, {
    id: 'XX800001',
    impact,
    feature: row.feature ?? null,
    ...rest,
    startAt: NOW + start * HOUR,
    endAt,
    updatedAt: NOW + updated * HOUR,
  });
}

function known(facts: Readonly<Record<string, string>> | undefined): Facts {
  if (facts === undefined) throw new Error('A pair names somebody who is not in people.yaml.');
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { values: [value], source: { kind: 'given' as const } }]));
}

function read(name: string): unknown {
  return parse(readFileSync(new URL(`./${name}.yaml`, import.meta.url), 'utf8'));
}
