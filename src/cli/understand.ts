import { z } from 'zod';
import { understand } from '../understand/understand.ts';
import { factsToJson } from './facts-from-json.ts';
import { answerLines, parseLine } from './json-lines.ts';
import { readOrEnd } from './reading.ts';

const line = z.object({ id: z.union([z.string(), z.number()]), text: z.string(), locale: z.string().optional() });

const { knowledge, lexicon } = readOrEnd();

await answerLines((given) => {
  const { id, text, locale } = parseLine(line, given);
  const { facts } = understand(text, lexicon, locale === undefined ? {} : { locale });
  return { id, facts: factsToJson(facts, knowledge) };
});
