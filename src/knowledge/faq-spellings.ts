import { newsIn } from '../understand/asked.ts';
import { compileFaq } from '../understand/compile-faq.ts';
import type { FaqReading, Lexicon } from '../understand/lexicon.ts';
import { understand } from '../understand/understand.ts';
import { faqListsShape, faqWordsShape, type RawFaqWords } from './faq-shape.ts';
import type { Report } from './faults.ts';
import { entriesOf, layersIn } from './own-pages.ts';
import type { Page } from './page.ts';
import { type Entry, idsOf, readShape } from './read-shape.ts';

/** `lexicon` with the questions of both folders, and with the examples of each held against it. */
export function withFaq(lexicon: Lexicon, folder: string, own: string | null, report: Report): Lexicon {
  // Whoever loads the answers notes files that cannot be read.
  const pages = (under: string, names: RegExp) => entriesOf(layersIn(folder, own, under, names, () => undefined));
  // A list of the organisation's stands for ours of the same name; the others stay.
  const { ours, own: theirs } = layersIn(folder, own, '.', /^faq-words\.yaml$/, () => undefined);
  const { faq, entries } = readFaqWords([...ours, ...theirs], pages('faq', /\.yaml$/), report);
  const whole = { ...lexicon, faq };
  checkFaqExamples(entries, whole, report);
  return whole;
}

/** The words that find the questions of `pages`, with the lists of `listPages`, compiled. What is wrong with them is reported. */
function readFaqWords(
  listPages: readonly Page[],
  pages: readonly Page[],
  report: Report,
): { readonly faq: FaqReading; readonly entries: readonly Entry<RawFaqWords>[] } {
  const lists = Object.assign({}, ...listPages.map((page) => readShape(faqListsShape, page, [], report)?.lists ?? {}));
  const entries = pages.flatMap((page) => idsOf(page).flatMap((id) => entryIn(page, id)));
  const { faq, faults } = compileFaq({ lists, entries: entries.map(({ id, value: { triggers, unless } }) => ({ id, triggers, unless })) });
  for (const { path, wrong, todo } of faults) {
    const page = entries.find(({ id }) => id === path[0])?.page ?? listPages[0];
    if (page !== undefined) report(page, path, wrong, todo);
  }
  return { faq, entries };
}

/** Each example must find its own question and no other, and what must not find it must not. */
function checkFaqExamples(entries: readonly Entry<RawFaqWords>[], lexicon: Lexicon, report: Report): void {
  for (const { id, value, page } of entries) {
    for (const language of ['en', 'ja'] as const) {
      value.examples[language].forEach((example, index) => {
        const found = foundBy(example, lexicon);
        if (found.length === 1 && found[0] === id) return;
        const instead = found.length === 0 ? 'no question' : found.join(', ');
        report(page, [id, 'examples', language, index], `"${example}" finds ${instead}`, 'add a trigger, or words to "unless" of the other one');
      });
      value.not[language].forEach((text, index) => {
        if (answeredTo(text, lexicon).includes(id))
          report(page, [id, 'not', language, index], `"${text}" finds this question`, 'make its triggers narrower, or add words to "unless"');
      });
    }
  }
}

/** What the words find, whatever else they say. */
function foundBy(text: string, lexicon: Lexicon): readonly string[] {
  const { question, command } = understand(text, lexicon);
  return question === null || command !== null ? [] : question.ids;
}

/** What somebody who has told nothing yet would be answered. */
function answeredTo(text: string, lexicon: Lexicon): readonly string[] {
  const { facts, question } = understand(text, lexicon);
  return question === null || newsIn(facts, question, null) ? [] : foundBy(text, lexicon);
}

/** Only what finds the question is read here: whoever loads the answers reports the shape. */
function entryIn(page: Page, id: string): readonly Entry<RawFaqWords>[] {
  const value = readShape(faqWordsShape, page, [id], () => undefined);
  return value === null ? [] : [{ id, value, page, path: [id] }];
}
