import { Press, type SpellingFault } from './compile.ts';
import type { FaqReading, FaqRule } from './lexicon.ts';

/** The words by which questions are found, as they are written. `lists` has a list `asking`: what a question looks like. */
export interface FaqSpellings {
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly entries: readonly FaqEntrySpellings[];
}

/** One question: the phrases that find it, by language, and those beside which it is another one. */
export interface FaqEntrySpellings {
  readonly id: string;
  readonly triggers: Readonly<Record<string, readonly string[]>>;
  readonly unless: Readonly<Record<string, readonly string[]>>;
}

const ASKING = 'asking';

/** Compiles the phrases of all questions for one pass over a text. The path of a fault begins with `lists` or the question's id. */
export function compileFaq(written: FaqSpellings): { readonly faq: FaqReading; readonly faults: readonly SpellingFault[] } {
  const press = new Press();
  for (const [name, phrases] of Object.entries(written.lists)) press.addList(name, phrases);
  const asking = press.lists.get(ASKING) ?? -1;
  if (asking < 0) press.faults.push({ path: ['lists'], wrong: `the list "${ASKING}" is missing`, todo: 'add it: how a question looks' });
  const rules: FaqRule[] = [];
  const unless = new Map<string, number>();
  for (const entry of written.entries) {
    for (const [phrase, path] of phrasesOf(entry, 'triggers')) {
      const pieces = press.addPhrase(phrase, path);
      if (pieces.length > 0) rules.push({ id: entry.id, pieces });
    }
    const others = phrasesOf(entry, 'unless');
    const piece = press.addWords([], []);
    for (const [phrase, path] of others) press.addTo(piece, phrase, path);
    if (others.length > 0) unless.set(entry.id, piece);
  }
  return { faq: { trie: press.trie.finish(), rules, unless, asking }, faults: press.faults };
}

function phrasesOf(entry: FaqEntrySpellings, kind: 'triggers' | 'unless'): readonly (readonly [string, SpellingFault['path']])[] {
  return Object.entries(entry[kind]).flatMap(([language, phrases]) =>
    phrases.map((phrase, index) => [phrase, [entry.id, kind, language, index]] as const),
  );
}
