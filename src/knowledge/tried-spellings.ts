import { z } from 'zod';
import type { SpellingFault, Spellings } from '../understand/compile.ts';
import type { Lexicon } from '../understand/lexicon.ts';
import { understand } from '../understand/understand.ts';
import type { Knowledge, StepContent } from './content.ts';
import { faultList, type Report } from './faults.ts';
import type { KnowledgeFault } from './knowledge-fault.ts';
import { type Page, readPage } from './page.ts';
import { readShape } from './read-shape.ts';

const FILE = 'tried.yaml';
const TRIED = 'tried';
const LANGUAGES = ['en', 'ja'] as const;

const phrases = z.array(z.string().min(1));
const inBoth = z.strictObject({ en: phrases.min(1), ja: phrases.min(1) });
const entry = z.strictObject({ phrases: inBoth, examples: inBoth, not: inBoth });
const shape = z.record(z.string(), entry);

/** What people say who have done a step before, by the step. */
export interface TriedWords {
  readonly page: Page;
  readonly steps: Readonly<Record<string, z.infer<typeof entry>>>;
}

/** Reads them from `folder`; `null` when there are none, or they cannot be read. */
export function readTried(folder: string, report: Report): TriedWords | null {
  const page = readPage(folder, FILE, () => undefined);
  if (page === null || page.isBroken) return null;
  const steps = readShape(shape, page, [], report);
  return steps === null ? null : { page, steps };
}

/** The word lists, with `tried` as a fact among them. */
export function withTried(spellings: Spellings, { steps }: TriedWords): Spellings {
  const values = Object.fromEntries(Object.entries(steps).map(([step, words]) => [step, [...words.phrases.en, ...words.phrases.ja]]));
  const tried = { several: 'first' as const, whenNegated: {}, troubledOnly: false, values, answers: {} };
  return { ...spellings, facts: { ...spellings.facts, [TRIED]: tried } };
}

/** Reports a fault in one of these phrases where it is written; `false`: it is in none of them. */
export function reportTried({ path, wrong, todo }: SpellingFault, { page, steps }: TriedWords, report: Report): boolean {
  const [, fact, , step, index] = path;
  if (fact !== TRIED || typeof step !== 'string' || typeof index !== 'number') return false;
  const english = steps[step]?.phrases.en.length ?? 0;
  report(page, [step, 'phrases', ...(index < english ? ['en', index] : ['ja', index - english])], wrong, todo);
  return true;
}

/** Each example must say that its step was done, and what must not say so must not. */
export function checkTriedExamples({ page, steps }: TriedWords, lexicon: Lexicon, report: Report): void {
  const says = (text: string, step: string): boolean => understand(text, lexicon).facts[TRIED]?.values.includes(step) ?? false;
  for (const [step, words] of Object.entries(steps))
    for (const language of LANGUAGES) {
      words.examples[language].forEach((text, index) => {
        if (!says(text, step)) report(page, [step, 'examples', language, index], `"${text}" does not say that "${step}" was done`, 'add a phrase');
      });
      words.not[language].forEach((text, index) => {
        if (says(text, step)) report(page, [step, 'not', language, index], `"${text}" says that "${step}" was done`, 'make its phrases narrower');
      });
    }
}

/** What is wrong with the steps themselves: a word alone may stand only for a step on which nothing that is riskier builds. */
export function triedFaults(folder: string, knowledge: Knowledge): readonly KnowledgeFault[] {
  const { report, sorted } = faultList();
  const tried = readTried(folder, () => undefined);
  for (const id of Object.keys(tried?.steps ?? {})) {
    const step = knowledge.steps.get(id);
    const wrong = step === undefined ? `there is no step "${id}"` : whyNot(step, knowledge);
    if (wrong !== null && tried !== null) report(tried.page, [id], wrong, 'take it out: a word for it is no proof that it was done');
  }
  return sorted();
}

function whyNot(step: StepContent, { safety }: Knowledge): string | null {
  if (step.risk !== 'R0' && step.risk !== 'R1') return `the step "${step.id}" is ${step.risk}`;
  if (step.learns !== null) return `the step "${step.id}" only looks, and what was seen is not known`;
  const needing = safety.find(({ after }) => after !== null && step.commands.some(({ text }) => after.test(text)));
  return needing === undefined ? null : `the safety rule "${needing.id}" needs a command of the step "${step.id}" to have been run`;
}
