import type { Condition } from '../triage/conditions.ts';
import { UNKNOWN } from '../triage/facts.ts';
import { didYouMean, type Report } from './faults.ts';
import { isFact, isValue, type Known } from './known.ts';
import type { Page, Path } from './page.ts';

/** What a condition is read with; `isGuard`: it must be known to be true, so it may hold neither `not` nor `unknown`. */
export interface ConditionPlace {
  readonly page: Page;
  readonly path: Path;
  readonly known: Known;
  readonly report: Report;
  readonly isGuard: boolean;
}

/**
 * The condition an author wrote: `{ os: [windows-10], web: [works] }` is true when each fact has one of its values; `os: modern`
 * stands for a group of values; `all`, `any` and `not` go around conditions. `null` when there is none, or it has faults.
 */
export function compileCondition(raw: unknown, place: ConditionPlace): Condition | null {
  if (raw === undefined) return null;
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    place.report(place.page, place.path, 'this is not a condition', 'write { fact: [value, value] }, or all, any or not around such');
    return null;
  }
  const parts = Object.entries(raw).flatMap(([key, inside]) => compilePart(key, inside, { ...place, path: [...place.path, key] }) ?? []);
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: 'all', of: parts };
}

function compilePart(key: string, raw: unknown, place: ConditionPlace): Condition | null {
  switch (key) {
    case 'all':
    case 'any':
      return compileSeveral(key, raw, place);
    case 'not': {
      if (place.isGuard) place.report(place.page, place.path, 'a guard may not contain "not"', 'say which values must be known to be true');
      const inside = compileCondition(raw, place);
      return inside === null ? null : { kind: 'not', of: inside };
    }
    default:
      return compileIs(key, raw, place);
  }
}

function compileSeveral(kind: 'all' | 'any', raw: unknown, place: ConditionPlace): Condition | null {
  if (!Array.isArray(raw) || raw.length === 0) {
    place.report(place.page, place.path, `"${kind}" needs a list of conditions`, `write ${kind}: [{ … }, { … }]`);
    return null;
  }
  return { kind, of: raw.flatMap((part, index) => compileCondition(part, { ...place, path: [...place.path, index] }) ?? []) };
}

function compileIs(fact: string, raw: unknown, place: ConditionPlace): Condition | null {
  if (!isFact(fact, place.known, place.report, place.page, place.path)) return null;
  const values = valuesOf(fact, raw, place);
  for (const value of values) isValue(fact, value, place.known, place.report, place.page, place.path);
  if (place.isGuard && fact === 'tried')
    place.report(
      place.page,
      place.path,
      'a guard may not be opened by what was tried: it may only be claimed',
      'put the step before this one, or name a fact',
    );
  if (place.isGuard && values.includes(UNKNOWN))
    place.report(place.page, place.path, 'a guard may not be opened by "unknown"', 'name the values that make the command safe');
  return values.length === 0 ? null : { kind: 'is', fact, values };
}

function valuesOf(fact: string, raw: unknown, place: ConditionPlace): readonly string[] {
  if (Array.isArray(raw) && raw.length > 0 && raw.every((value) => typeof value === 'string')) return raw;
  const groups = place.known.groups.get(fact) ?? new Map<string, readonly string[]>();
  const group = typeof raw === 'string' ? groups.get(raw) : undefined;
  if (group !== undefined) return group;
  const [wrong, todo] =
    typeof raw === 'string'
      ? [
          `the fact "${fact}" has no group "${raw}"${didYouMean(raw, groups.keys())}`,
          `write [${raw}] for a single value, or add the group in facts.yaml`,
        ]
      : [`"${fact}" has no values here`, `write ${fact}: [value, value]`];
  place.report(place.page, place.path, wrong, todo);
  return [];
}
