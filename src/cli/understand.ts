import { z } from 'zod';
import { KNOWLEDGE_FOLDER } from '../config.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { loadSpellings } from '../knowledge/spellings.ts';
import { understand } from '../understand/understand.ts';
import { factsToJson } from './facts-from-json.ts';
import { answerLines, parseLine } from './json-lines.ts';

const line = z.object({ id: z.union([z.string(), z.number()]), text: z.string(), locale: z.string().optional() });

const knowledge = loadKnowledge(KNOWLEDGE_FOLDER);
const lexicon = loadSpellings(KNOWLEDGE_FOLDER);

await answerLines((given) => {
  const { id, text, locale } = parseLine(line, given);
  const { facts } = understand(text, lexicon, locale === undefined ? {} : { locale });
  return { id, facts: factsToJson(facts, knowledge) };
});
