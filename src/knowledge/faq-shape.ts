import { z } from 'zod';
import { textShape } from './shapes.ts';

const phrase = z.string().min(1);
const phrases = z.array(phrase);
const sources = phrases.min(1);

/** Phrases in the notation of `spellings.yaml`. */
const inBoth = z.strictObject({ en: phrases.min(1), ja: phrases.min(1) });
const inEither = z.strictObject({ en: phrases.optional(), ja: phrases.optional() }).transform(({ en = [], ja = [] }) => ({ en, ja }));
const two = phrases.min(2, 'too few; write at least two examples in each language');

/** One question and its answer, as an author writes it. */
export const faqShape = z.strictObject({
  question: textShape,
  answer: textShape,
  facts: z.array(z.strictObject({ label: textShape, value: textShape })).optional(),
  departs: textShape.optional(),
  sources,
  triggers: inBoth,
  unless: inEither.optional(),
  examples: z.strictObject({ en: two, ja: two }),
  not: inEither.optional(),
});

/** Of the same entry what finds the question: for the reading of the words, which leaves the rest to the reading of the knowledge. */
export const faqWordsShape = z.object({
  triggers: inBoth,
  unless: inEither.default({ en: [], ja: [] }),
  examples: z.object({ en: phrases, ja: phrases }),
  not: inEither.default({ en: [], ja: [] }),
});

export const faqListsShape = z.strictObject({ lists: z.record(z.string().regex(/^[a-z0-9-]+$/), phrases.min(1)) });

export type RawFaq = z.infer<typeof faqShape>;
export type RawFaqWords = z.infer<typeof faqWordsShape>;
