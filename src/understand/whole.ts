import { isJapanese, isWordChar } from './fold.ts';
import { type Hit, hitsOf } from './hits.ts';
import { type Lexicon, listOf } from './lexicon.ts';
import type { Sighting } from './sighting.ts';
import type { PieceId } from './trie.ts';

/** Whether the message says these words and nothing else, politeness apart. */
export function isWhole(sighting: Sighting, piece: PieceId, lexicon: Lexicon, alsoFine: readonly PieceId[] = []): boolean {
  const hits = hitsOf(sighting.hits, piece);
  const { text } = sighting.folded;
  if (hits.length === 0 || text.length > 200) return false;
  const isSaid = new Uint8Array(text.length);
  for (const one of [piece, listOf(lexicon, 'filler'), ...alsoFine]) for (const hit of hitsOf(sighting.hits, one)) isSaid.fill(1, hit.start, hit.end);
  return Array.from(text).every(
    (char, index) => isSaid[index] === 1 || !(isWordChar(char) || isJapanese(char) || /\p{L}/u.test(char)) || isMark(char),
  );
}

/** The words of `piece` with which the message begins, politeness apart; `null` when it begins otherwise. */
export function atStart(sighting: Sighting, piece: PieceId, lexicon: Lexicon): Hit | null {
  const fillers = new Map(hitsOf(sighting.hits, listOf(lexicon, 'filler')).map((hit) => [hit.start, hit.end]));
  const starts = new Map(hitsOf(sighting.hits, piece).map((hit) => [hit.start, hit]));
  const { text } = sighting.folded;
  for (let index = 0; index < text.length; ) {
    const hit = starts.get(index);
    if (hit !== undefined) return hit;
    const char = text.charAt(index);
    const isQuiet = !isWordChar(char) && (!isJapanese(char) || isMark(char));
    const after = fillers.get(index) ?? (isQuiet ? index + 1 : text.length);
    index = after;
  }
  return null;
}

function isMark(char: string): boolean {
  return char === '、' || char === '。' || char === 'ー' || char === '・' || char === '「' || char === '」';
}
