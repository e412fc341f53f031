import { loadSpellings } from '../../src/knowledge/spellings.ts';
import { type Understanding, understand } from '../../src/understand/understand.ts';

/** The real word lists. */
export const lexicon = loadSpellings('knowledge');

/** What the real word lists make of `text`. */
export function read(text: string, openFact: string | null = null): Understanding {
  return understand(text, lexicon, { openFact });
}

/** The values of one fact, empty when the text does not state it. */
export function valuesIn(text: string, fact: string): readonly string[] {
  return read(text).facts[fact]?.values ?? [];
}
