import { UNKNOWN } from '../triage/facts.ts';
import type { FactContent } from './content.ts';
import { didYouMean, type Report } from './faults.ts';
import type { Page, Path } from './page.ts';

/** Every name that one part of the knowledge may use of another. */
export interface Known {
  readonly facts: ReadonlyMap<string, FactContent>;
  /** Names for lists of values, by fact. */
  readonly groups: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  readonly steps: ReadonlySet<string>;
  readonly stops: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly problems: ReadonlySet<string>;
}

/** The fact `tried` holds step ids. */
const TRIED = 'tried';

/** Whether there is such a fact; reports it when not. */
export function isFact(fact: string, known: Known, report: Report, page: Page, path: Path): boolean {
  if (known.facts.has(fact)) return true;
  report(page, path, `there is no fact "${fact}"${didYouMean(fact, known.facts.keys())}`, 'use a fact of facts.yaml, or add it there');
  return false;
}

/** Whether `fact` may have `value`; reports it when not. */
export function isValue(fact: string, value: string, known: Known, report: Report, page: Page, path: Path): boolean {
  const content = known.facts.get(fact);
  if (content === undefined || value === UNKNOWN) return true;
  const values = fact === TRIED ? [...known.steps] : content.values.map((each) => each.value);
  if (values.includes(value) || (content.pattern !== null && new RegExp(content.pattern).test(value))) return true;
  report(page, path, `the fact "${fact}" has no value "${value}"${didYouMean(value, values)}`, 'use a value of facts.yaml, or add it there');
  return false;
}

/** Reports each of `names` that is not among `there`. */
export function namesExist(
  names: readonly string[],
  there: ReadonlySet<string>,
  kind: string,
  file: string,
  report: Report,
  page: Page,
  path: Path,
): void {
  for (const [index, name] of names.entries())
    if (!there.has(name))
      report(page, [...path, index], `there is no ${kind} "${name}"${didYouMean(name, there)}`, `correct the name, or add it to ${file}`);
}
