import { loadKnowledge } from '../../src/knowledge/load.ts';

const { phrases } = loadKnowledge('knowledge');

/** How a phrase begins, up to its first argument, as it is written in the knowledge. */
export function beginningOf(phrase: string, language: 'en' | 'ja' = 'en'): string {
  const beginning = phrases.get(phrase)?.[language].split('{')[0]?.trim() ?? '';
  if (beginning === '') throw new Error(`There is no phrase "${phrase}" that begins with words of its own.`);
  return beginning;
}
