import { loadKnowledge } from '../../src/knowledge/load.ts';

const { phrases } = loadKnowledge('knowledge');

/** How a phrase begins in English, up to its first argument, as it is written in the knowledge. */
export function beginningOf(phrase: string): string {
  const beginning = phrases.get(phrase)?.en.split('{')[0]?.trim() ?? '';
  if (beginning === '') throw new Error(`There is no phrase "${phrase}" that begins with words of its own.`);
  return beginning;
}
