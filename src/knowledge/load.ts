import type { z } from 'zod';
import { checkLanguages } from './check-languages.ts';
import { checkPaths, checkReached } from './check-paths.ts';
import { compileFacts } from './compile-facts.ts';
import { compileProblems } from './compile-problems.ts';
import { compileSteps } from './compile-steps.ts';
import { compileTopics } from './compile-topics.ts';
import type { Knowledge } from './content.ts';
import { faultList, type Report } from './faults.ts';
import { freezeDeeply } from './freeze.ts';
import { KnowledgeFaults } from './knowledge-fault.ts';
import { isValue, type Known, namesExist } from './known.ts';
import { type Page, pagesIn, readPage } from './page.ts';
import { type Entry, idsOf, readEntries, readShape } from './read-shape.ts';
import { codeShape, factShape, problemShape, sourceShape, stepShape, stopShape, textShape } from './shapes.ts';

/** Everything in the folder `knowledge/`, checked and frozen. Throws `KnowledgeFaults` with all that is wrong with it. */
export function loadKnowledge(folder: string): Knowledge {
  const { report, note, sorted } = faultList();
  const one = (file: string): Page => {
    const page = readPage(folder, file, note);
    if (page === null) note({ file, line: 1, wrong: 'the file is missing', todo: `put it into ${folder}` });
    return page ?? { file, value: {}, isBroken: true, lineOf: () => 1 };
  };
  const pages = {
    facts: one('facts.yaml'),
    sources: one('sources.yaml'),
    codes: pagesIn(folder, 'codes', /\.ya?ml$/, note),
    stops: pagesIn(folder, 'stops', /\.ya?ml$/, note),
    phrases: pagesIn(folder, '.', /^phrases(-[a-z]+)?\.ya?ml$/, note),
    problems: pagesIn(folder, 'problems', /\.ya?ml$/, note),
    steps: pagesIn(folder, 'steps', /\.ya?ml$/, note),
    topics: readPage(folder, 'advisory-topics.yaml', note),
  };
  if (pages.problems.length === 0) note({ file: 'problems', line: 1, wrong: 'there is no problem', todo: 'add one' });
  const knowledge = compile(pages, report, () => sorted().length === 0);
  const faults = sorted();
  if (faults.length > 0) throw new KnowledgeFaults(faults);
  return freezeDeeply(knowledge);
}

interface Pages {
  readonly facts: Page;
  readonly sources: Page;
  readonly codes: readonly Page[];
  readonly stops: readonly Page[];
  readonly phrases: readonly Page[];
  readonly problems: readonly Page[];
  readonly steps: readonly Page[];
  readonly topics: Page | null;
}

function compile(pages: Pages, report: Report, isSound: () => boolean): Knowledge {
  const all = [pages.facts, pages.sources, ...pages.codes, ...pages.stops, ...pages.phrases, ...pages.problems, ...pages.steps];
  for (const page of all) checkLanguages(page, pages.phrases.includes(page), report);
  const raw = {
    facts: readEntries(factShape, pages.facts, report),
    sources: readEntries(sourceShape, pages.sources, report),
    codes: entriesIn('code', codeShape, pages.codes, report),
    stops: entriesIn('stop', stopShape, pages.stops, report),
    steps: entriesIn('step', stepShape, pages.steps, report),
    phrases: entriesIn('phrase', textShape, pages.phrases, report),
    problems: once(
      'problem',
      pages.problems.flatMap((page) => problemIn(page, report)),
      report,
    ),
  };
  const { facts, groups } = compileFacts(raw.facts, report);
  const known: Known = {
    facts,
    groups,
    steps: new Set(pages.steps.flatMap(idsOf)),
    stops: new Set(pages.stops.flatMap(idsOf)),
    sources: new Set(idsOf(pages.sources)),
    problems: new Set(raw.problems.map((entry) => entry.id)),
  };
  // While a file cannot be read, or a fact has the wrong shape, every name in it would be reported as missing.
  const isWhole = all.every((page) => !page.isBroken) && facts.size === idsOf(pages.facts).length;
  const reportNames: Report = isWhole ? report : () => undefined;
  const steps = compileSteps(raw.steps, known, reportNames);
  const problems = compileProblems(raw.problems, known, reportNames);
  const topics = pages.topics === null ? [] : compileTopics(pages.topics, known, report, reportNames);
  for (const entry of [...raw.stops, ...raw.codes])
    namesExist(entry.value.sources, known.sources, 'source', 'sources.yaml', reportNames, entry.page, [...entry.path, 'sources']);
  for (const entry of raw.codes) isValue('code', entry.id, known, reportNames, entry.page, entry.path);

  const knowledge: Knowledge = {
    facts,
    codes: new Map(raw.codes.map(({ id, value }) => [id, { code: id, ...value }])),
    sources: new Map(raw.sources.map(({ id, value }) => [id, { id, title: value.title, date: value.date, url: value.url ?? null }])),
    problems,
    steps,
    stops: new Map(raw.stops.map(({ id, value }) => [id, { id, ...value }])),
    topics,
    phrases: new Map(raw.phrases.map(({ id, value }) => [id, value])),
    vocabulary: facts,
    playbooks: { problems, steps },
  };
  // The engine is made for sound knowledge only: a circle of conditions would keep it walking for ever.
  if (isSound()) checkPaths(knowledge, new Map(raw.problems.map((entry) => [entry.id, entry.page])), report);
  if (isWhole) for (const kind of ['steps', 'stops'] as const) checkReached(kind, raw[kind], [...problems.values()], report);
  return knowledge;
}

function entriesIn<T>(kind: string, shape: z.ZodType<T>, pages: readonly Page[], report: Report): readonly Entry<T>[] {
  return once(
    kind,
    pages.flatMap((page) => readEntries(shape, page, report)),
    report,
  );
}

function problemIn(page: Page, report: Report): readonly Entry<NonNullable<ReturnType<typeof problemOf>>>[] {
  const value = problemOf(page, report);
  return value === null ? [] : [{ id: value.id, value, page, path: ['id'] }];
}

function problemOf(page: Page, report: Report) {
  return page.isBroken ? null : readShape(problemShape, page, [], report);
}

/** The entries, with ids that stand in two files reported. */
function once<T>(kind: string, entries: readonly Entry<T>[], report: Report): readonly Entry<T>[] {
  const first = new Map<string, Entry<T>>();
  for (const entry of entries) {
    const other = first.get(entry.id);
    if (other !== undefined)
      report(
        entry.page,
        entry.path,
        `the ${kind} "${entry.id}" is in ${other.page.file}:${other.page.lineOf(other.path)} already`,
        'keep one of the two, or rename one',
      );
    else first.set(entry.id, entry);
  }
  return entries;
}
