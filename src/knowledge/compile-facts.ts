import type { FactContent, ValueContent } from './content.ts';
import { didYouMean, type Report } from './faults.ts';
import type { Entry } from './read-shape.ts';
import type { RawFact } from './shapes.ts';

/** The facts with their words, and their named groups of values. */
export function compileFacts(
  entries: readonly Entry<RawFact>[],
  report: Report,
): { readonly facts: ReadonlyMap<string, FactContent>; readonly groups: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> } {
  for (const entry of entries) checkFact(entry, report);
  return {
    facts: new Map(entries.map((entry) => [entry.id, factOf(entry)])),
    groups: new Map(entries.map((entry) => [entry.id, new Map(Object.entries(entry.value.groups ?? {}))])),
  };
}

function factOf({ id, value: raw }: Entry<RawFact>): FactContent {
  return {
    name: id,
    isList: raw.list ?? false,
    match: raw.match,
    evidence: raw.evidence ?? 'person',
    imprecise: new Map(Object.entries(raw.values).flatMap(([value, { imprecise }]) => (imprecise === undefined ? [] : [[value, imprecise]]))),
    title: raw.title,
    question: raw.question ?? null,
    values: Object.entries(raw.values).map(
      ([value, words]): ValueContent => ({
        value,
        label: words.label,
        short: words.short ?? words.label,
        isMain: words.main ?? false,
        isOffered: words.imprecise === undefined,
      }),
    ),
    pattern: raw.pattern ?? null,
  };
}

function checkFact({ id, value: raw, page }: Entry<RawFact>, report: Report): void {
  if (raw.pattern !== undefined && !isPattern(raw.pattern))
    report(page, [id, 'pattern'], `the pattern of "${id}" is not a regular expression`, 'ask a developer, or take it out');
  const exact = Object.keys(raw.values).filter((value) => raw.values[value]?.imprecise === undefined);
  for (const [value, { imprecise }] of Object.entries(raw.values))
    for (const [index, named] of (imprecise ?? []).entries())
      if (!exact.includes(named))
        report(
          page,
          [id, 'values', value, 'imprecise', index],
          `"${value}" may stand for "${named}", which is no exact value of "${id}"${didYouMean(named, exact)}`,
          'correct the name',
        );
  for (const [group, values] of Object.entries(raw.groups ?? {}))
    for (const [index, value] of values.entries())
      if (!(value in raw.values) && !(raw.pattern !== undefined && isPattern(raw.pattern) && new RegExp(raw.pattern).test(value)))
        report(
          page,
          [id, 'groups', group, index],
          `the group "${group}" has "${value}", which is no value of "${id}"${didYouMean(value, exact)}`,
          'correct the name',
        );
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern) instanceof RegExp;
  } catch {
    return false;
  }
}
