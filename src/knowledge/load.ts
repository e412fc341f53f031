import type { z } from 'zod';
import { checkLanguages } from './check-languages.ts';
import { checkPaths, checkReached } from './check-paths.ts';
import { checkSources } from './check-sources.ts';
import { checkTrace } from './check-trace.ts';
import { checkVoice } from './check-voice.ts';
import { codeShape } from './code-shape.ts';
import { compileCodes } from './compile-codes.ts';
import { compileDiagnostics } from './compile-diagnostics.ts';
import { compileFacts } from './compile-facts.ts';
import { compileFaq } from './compile-faq.ts';
import { compileProblems } from './compile-problems.ts';
import { compileSafety } from './compile-safety.ts';
import { compileSteps } from './compile-steps.ts';
import { compileTopics } from './compile-topics.ts';
import type { Knowledge } from './content.ts';
import { diagnosticShape } from './diagnostic-shape.ts';
import { faqShape } from './faq-shape.ts';
import { faultList, type Report } from './faults.ts';
import { freezeDeeply } from './freeze.ts';
import { checkWords, glossaryOf } from './glossary.ts';
import { KnowledgeFaults } from './knowledge-fault.ts';
import { isValue, type Known, namesExist } from './known.ts';
import type { Page } from './page.ts';
import { type Pages, readPages } from './read-pages.ts';
import { type Entry, idsOf, readEntries, readShape } from './read-shape.ts';
import { safetyShape } from './safety-shape.ts';
import { factShape, problemShape, sourceShape, stepShape, stopShape, textShape } from './shapes.ts';
import { tracedIn } from './traced.ts';

/**
 * Everything in the folder `knowledge/`, and what an organisation's `own` folder adds or says differently, checked and frozen.
 * Throws `KnowledgeFaults` with all that is wrong.
 */
export function loadKnowledge(folder: string, own: string | null = null): Knowledge {
  const { report, note, sorted } = faultList();
  const pages = readPages(folder, own, report, note);
  if (pages.problems.length === 0) note({ file: 'problems', line: 1, wrong: 'there is no problem', todo: 'add one' });
  const knowledge = compile(pages, report, () => sorted().length === 0);
  const faults = sorted();
  if (faults.length > 0) throw new KnowledgeFaults(faults);
  return freezeDeeply(knowledge);
}

function compile(pages: Pages, report: Report, isSound: () => boolean): Knowledge {
  const { facts: factPages, sources, codes: codePages, stops, phrases, problems: problemPages, steps: stepPages, organisation } = pages;
  const all = [
    ...factPages,
    ...sources,
    ...codePages,
    ...stops,
    ...phrases,
    ...problemPages,
    ...stepPages,
    ...pages.faq,
    ...pages.diagnostics,
    ...organisation,
  ];
  checkTexts(all, pages, report);
  const raw = {
    facts: inOrder(entriesIn('fact', factShape, pages.facts, report), pages.factOrder),
    sources: entriesIn('source', sourceShape, pages.sources, report),
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
    sources: new Set(pages.sources.flatMap(idsOf)),
    problems: new Set(raw.problems.map((entry) => entry.id)),
  };
  // While a file cannot be read, or a fact has the wrong shape, every name in it would be reported as missing.
  const isThere = factPages.length > 0 && sources.length > 0;
  const isWhole = isThere && all.every((page) => !page.isBroken) && facts.size === pages.facts.flatMap(idsOf).length;
  const reportNames: Report = isWhole ? report : () => undefined;
  const steps = compileSteps(raw.steps, known, reportNames);
  const problems = compileProblems(raw.problems, known, reportNames);
  const faq = compileFaq(entriesIn('question', faqShape, pages.faq, report), known, reportNames);
  const topics = firstOfEach(pages.topics.flatMap((page) => compileTopics(page, known, report, reportNames)));
  const safety = compileSafety(entriesIn('safety rule', safetyShape, pages.safety, report), known, report, reportNames);
  const diagnostics = compileDiagnostics(entriesIn('block', diagnosticShape, pages.diagnostics, report), safety, known, reportNames);
  const codes = compileCodes(raw.codes, raw.problems, known, report, reportNames);
  for (const entry of raw.stops)
    namesExist(entry.value.sources, known.sources, 'source', 'sources.yaml', reportNames, entry.page, [...entry.path, 'sources']);
  for (const entry of raw.codes) isValue('code', entry.id, known, reportNames, entry.page, entry.path);

  const knowledge: Knowledge = {
    facts,
    codes,
    sources: new Map(raw.sources.map(({ id, value }) => [id, { id, title: value.title, date: value.date, url: value.url ?? null }])),
    problems,
    steps,
    stops: new Map(raw.stops.map(({ id, value }) => [id, { id, ...value }])),
    topics,
    faq,
    diagnostics,
    safety,
    places: new Map([...placesOf('step', raw.steps), ...placesOf('problem', raw.problems)]),
    phrases: new Map(raw.phrases.map(({ id, value }) => [id, value])),
    vocabulary: facts,
    playbooks: { problems, steps },
  };
  // The engine is made for sound knowledge only: a circle of conditions would keep it walking for ever.
  if (isSound()) checkPaths(knowledge, new Map(raw.problems.map((entry) => [entry.id, entry.page])), report);
  if (isWhole) for (const page of pages.trace) checkTrace(page, tracedIn(knowledge), report);
  if (isWhole) {
    const mustServe = (entries: readonly Entry<unknown>[]) => entries.filter((entry) => pages.hasToBeReached(entry.page));
    for (const kind of ['steps', 'stops'] as const) checkReached(kind, mustServe(raw[kind]), [...problems.values()], report);
    checkSources(knowledge, mustServe(raw.sources), report);
  }
  return knowledge;
}

/** Everything that is said, held against the glossary and the voice; titles of documents are what they are. */
function checkTexts(all: readonly Page[], { phrases, sources, glossary: glossaries }: Pages, report: Report): void {
  const glossary = glossaryOf(glossaries, report);
  for (const page of all) {
    const isPhrases = phrases.includes(page);
    checkLanguages(page, isPhrases, glossary, report);
    if (sources.includes(page)) continue;
    checkWords(page, glossary, report);
    checkVoice(page, isPhrases, report);
  }
}

function entriesIn<T>(kind: string, shape: z.ZodType<T>, pages: readonly Page[], report: Report): readonly Entry<T>[] {
  return once(
    kind,
    pages.flatMap((page) => readEntries(shape, page, report)),
    report,
  );
}

function placesOf(kind: string, entries: readonly Entry<unknown>[]) {
  return entries.map(({ id, page, path }) => [`${kind} ${id}`, { file: page.file, line: page.lineOf(path) }] as const);
}

function firstOfEach<T extends { readonly id: string }>(list: readonly T[]): readonly T[] {
  return list.filter(({ id }, index) => list.findIndex((other) => other.id === id) === index);
}

/** Those that are said anew stand where they stood. */
function inOrder<T>(entries: readonly Entry<T>[], ids: readonly string[]): readonly Entry<T>[] {
  const place = ({ id }: Entry<T>): number => (ids.includes(id) ? ids.indexOf(id) : ids.length);
  return entries.toSorted((left, right) => place(left) - place(right));
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
