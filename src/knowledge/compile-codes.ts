import type { FactValue } from '../triage/facts.ts';
import { readCodes } from '../understand/codes.ts';
import { fold } from '../understand/fold.ts';
import type { RawCode } from './code-shape.ts';
import type { CodeContent } from './content.ts';
import { didYouMean, type Report } from './faults.ts';
import { type Known, namesExist } from './known.ts';
import type { Entry } from './read-shape.ts';
import type { RawProblem } from './shapes.ts';

const CANONICAL = /^(?:0x[0-9a-f]{8}|aadsts[0-9]{5,7})$/;
/** A document of Microsoft's: by its own id, or one of the five that this began with. */
const MICROSOFT = /^(?:ms:|00[134]$)/;

/** The error codes; what is wrong with one is reported, also what is wrong with it in a problem. `reportNames` takes names that do not exist. */
export function compileCodes(
  entries: readonly Entry<RawCode>[],
  problems: readonly Entry<RawProblem>[],
  known: Known,
  report: Report,
  reportNames: Report,
): ReadonlyMap<FactValue, CodeContent> {
  const grades = new Map(entries.map(({ id, value }) => [id, value.grade]));
  const listed = new Set(problems.flatMap(({ value }) => value.codes));
  for (const entry of entries) {
    checkCode(entry, listed, report);
    namesExist(entry.value.sources, known.sources, 'source', 'sources.yaml', reportNames, entry.page, [...entry.path, 'sources']);
    namesExist(entry.value.alike ?? [], new Set(grades.keys()), 'code', 'a file in codes/', reportNames, entry.page, [...entry.path, 'alike']);
  }
  for (const { value, page } of problems)
    for (const [index, code] of value.codes.entries()) checkListed(code, grades, (wrong, todo) => reportNames(page, ['codes', index], wrong, todo));
  return new Map(entries.map((entry) => [entry.id, contentOf(entry, entries)]));
}

function contentOf({ id, value: raw }: Entry<RawCode>, entries: readonly Entry<RawCode>[]): CodeContent {
  const told = raw.meaning !== undefined && raw.owner !== undefined ? { meaning: raw.meaning, owner: raw.owner, fix: raw.fix ?? null } : null;
  const naming = entries.filter((entry) => entry.value.alike?.includes(id)).map((entry) => entry.id);
  return {
    code: id,
    grade: raw.grade,
    told: raw.grade === 'C' ? null : told,
    alike: [...new Set([...(raw.alike ?? []), ...naming])],
    sources: raw.sources,
  };
}

function checkCode({ id, value: raw, page, path }: Entry<RawCode>, listed: ReadonlySet<string>, report: Report): void {
  const wrong = (where: readonly string[], what: string, todo: string): void => report(page, [...path, ...where], what, todo);
  if (!CANONICAL.test(id)) wrong([], `the code "${id}" is not written as Kiku writes codes`, `write ${canonical(id)}`);
  if (raw.alike?.includes(id)) wrong(['alike'], `the code ${id} is said to be alike to itself`, 'take it out of alike');
  if (raw.grade === 'C') {
    for (const part of ['meaning', 'owner', 'fix'] as const)
      if (raw[part] !== undefined)
        wrong([part], `the code ${id} is of grade C and has "${part}", which is never shown`, 'take it out, or give the grade that its source bears');
    return;
  }
  for (const part of ['meaning', 'owner'] as const)
    if (raw[part] === undefined) wrong([], `the code ${id} is of grade ${raw.grade} and has no "${part}"`, 'add it, or make the grade C');
  if (raw.grade === 'A' && !raw.sources.some((source) => MICROSOFT.test(source)))
    wrong(['sources'], `the code ${id} is of grade A and names no document of Microsoft's`, 'name one, or make the grade B or C');
  if (raw.fix === undefined && !listed.has(id))
    wrong([], `the code ${id} leads to no problem and has no "fix"`, 'add a first fix that an employee may do, or name it in the codes of a problem');
}

function checkListed(code: string, grades: ReadonlyMap<string, 'A' | 'B' | 'C'>, report: (wrong: string, todo: string) => void): void {
  const grade = grades.get(code);
  if (grade === undefined)
    report(
      `the code ${code} stands in no file in codes/${didYouMean(code, grades.keys())}`,
      'add it there with its meaning and grade, or correct the code',
    );
  if (grade === 'C')
    report(`the code ${code} is of grade C, so it may lead to no problem`, 'find a text of Microsoft on it and change its grade, or take it out');
}

/** How the author is to write it, in words. */
function canonical(written: string): string {
  const [mention] = readCodes(fold(`error ${written}`).text).codes;
  return mention === undefined ? "0x and eight small hexadecimal digits, or aadsts and the number, such as '0x8004de40'" : `'${mention.code}'`;
}
