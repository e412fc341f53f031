import { z } from 'zod';

/** A value as an author writes it; every scalar is a string here. */
const word = z.string().min(1);
const words = z.array(word);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const audience = z.enum(['employee', 'helpdesk']);
const oneOrMore = z.union([word, words.min(1)], { error: 'neither a value nor a list of values; write one value, or several in [ ]' });
/** Read in a step of its own (`compile-condition.ts`), which knows the facts. */
const condition = z.unknown().optional();

/** Words in both languages, or `both` for a name that is the same in each. */
export const textShape = z
  .strictObject({ en: z.string().optional(), ja: z.string().optional(), both: z.string().optional() })
  .superRefine((text, context) => {
    if (text.both !== undefined && text.both !== '') return;
    if (!text.en) context.addIssue({ code: 'custom', message: 'the English text (en) is missing; write it' });
    if (!text.ja) context.addIssue({ code: 'custom', message: 'the Japanese text (ja) is missing; write it' });
  })
  .transform((text) => ({ en: text.both || text.en || '', ja: text.both || text.ja || '' }));

const questionWords = z
  .strictObject({ ask: textShape, why: textShape, again: textShape.optional() })
  .transform(({ ask, why, again }) => ({ ask, why, again: again ?? null }));

const valueShape = z.strictObject({
  label: textShape,
  short: textShape.optional(),
  main: flag.optional(),
  imprecise: words.min(1).optional(),
});

export const factShape = z.strictObject({
  title: textShape,
  list: flag.optional(),
  match: z.enum(['first', 'any']),
  evidence: z.enum(['person', 'setting', 'device']).optional(),
  pattern: word.optional(),
  question: questionWords.optional(),
  groups: z.record(word, words.min(1)).optional(),
  values: z.record(word, valueShape),
});

export const sourceShape = z.strictObject({
  title: textShape,
  date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'not a date; write 2024, 2024-10 or 2024-10-24'),
  url: z
    .string()
    .regex(/^https:\/\//, 'not an https address; write the whole address')
    .optional(),
});

export const stepShape = z.strictObject({
  risk: z.enum(['R0', 'R1', 'R2', 'R3']),
  audience,
  when: condition,
  guard: condition,
  learns: z.strictObject({ worked: z.record(word, oneOrMore), failing: z.record(word, oneOrMore) }).optional(),
  title: textShape,
  why: textShape,
  actions: z.array(textShape).min(1),
  commands: z.array(z.strictObject({ shell: z.enum(['run', 'cmd', 'powershell', 'terminal']), text: word, note: textShape.optional() })).optional(),
  needsAdmin: flag.optional(),
  checks: z.array(textShape).optional(),
  verify: textShape,
  undo: textShape.optional(),
  undoable: flag.optional(),
  notWhere: textShape.optional(),
  departs: textShape.optional(),
  labels: z.strictObject({ worked: textShape, failing: textShape }).optional(),
  sources: words.min(1),
});

export const stopShape = z.strictObject({ title: textShape, body: textShape, sources: words });

const stopRule = z.strictObject({
  id: word,
  kind: z.enum(['escalate', 'wait', 'upgrade', 'web']),
  when: condition,
  despiteFault: flag.optional(),
});

const path = z.strictObject({
  title: word,
  because: z
    .string({ error: 'missing; say in a sentence why this way ends as it does' })
    .min(10, 'too short; say in a sentence why this way ends as it does'),
  audience,
  facts: z.record(word, oneOrMore),
  steps: words,
  stop: word,
});

export const problemShape = z.strictObject({
  id: word,
  title: textShape,
  codes: words,
  symptoms: z.array(z.strictObject({ product: word, symptom: word })),
  products: words,
  opening: words,
  questions: z.array(z.strictObject({ fact: word, audience: audience.optional(), askIf: condition, words: questionWords.optional() })),
  branches: z.array(z.strictObject({ id: word, when: condition, steps: words, stops: z.array(stopRule).min(1) })).min(1),
  paths: z.array(path),
});

export const topicShape = z.strictObject({
  id: word,
  services: words.min(1),
  products: words,
  problems: words,
  codes: words.optional(),
  deeds: z.array(z.enum(['sign-in', 'reach', 'sync'])).optional(),
  words: words.optional(),
  ids: words.optional(),
  os: words.optional(),
  remedy: z.enum(['microsoft', 'customer']),
  steps: words.optional(),
});
export const topicsShape = z.strictObject({ topics: z.array(z.unknown()) });

export type RawFact = z.infer<typeof factShape>;
export type RawStep = z.infer<typeof stepShape>;
export type RawProblem = z.infer<typeof problemShape>;
