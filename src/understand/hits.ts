import { type Folded, isWordChar, standsAlone, wordsAt } from './fold.ts';
import { type PieceId, step, type Trie } from './trie.ts';

/** Some words of a piece, from `start` to `end` of the folded text. */
export interface Hit {
  readonly start: number;
  readonly end: number;
}

/** Where the words of each piece stand, in order. */
export type Hits = ReadonlyMap<PieceId, readonly Hit[]>;

/** The places of one piece, in order. */
export function hitsOf(hits: Hits, piece: PieceId): readonly Hit[] {
  return hits.get(piece) ?? [];
}

/** Finds every piece of `trie` in one pass, at the boundaries of words. */
export function scan(folded: Folded, trie: Trie): Map<PieceId, Hit[]> {
  const { text } = folded;
  const found = new Map<PieceId, Hit[]>();
  for (let start = 0; start < text.length; start += 1) {
    if (isWordChar(text.charAt(start)) && isWordChar(text.charAt(start - 1))) continue;
    let node = trie.roots.get(text.charCodeAt(start)) ?? 0;
    for (let end = start + 1; node !== 0; end += 1) {
      const ends = trie.ends.get(node);
      if (ends !== undefined && !(isWordChar(text.charAt(end - 1)) && isWordChar(text.charAt(end)))) {
        for (const { piece, exact, isAlone } of ends)
          if ((exact === null || wordsAt(folded, start, end) === exact) && (!isAlone || standsAlone(folded, start, end)))
            add(found, piece, { start, end });
      }
      node = step(trie, node, text.charCodeAt(end));
    }
  }
  return found;
}

/** What remains where nothing of `ignore` stands. */
export function withoutIgnored(found: Map<PieceId, Hit[]>, ignore: PieceId): Map<PieceId, Hit[]> {
  const covers = widestOf(found.get(ignore) ?? []);
  if (covers.length === 0) return found;
  return new Map([...found].map(([piece, hits]) => [piece, hits.filter((hit) => !isCovered(hit, covers))]));
}

/** Of pieces that are rivals, only what is not inside a longer one of them. */
export function keepLongest(found: Map<PieceId, Hit[]>, pieces: readonly PieceId[]): void {
  const widest = widestOf(pieces.flatMap((piece) => found.get(piece) ?? []).sort((left, right) => left.start - right.start || right.end - left.end));
  for (const piece of pieces) {
    const hits = found.get(piece);
    if (hits !== undefined)
      found.set(
        piece,
        hits.filter((hit) => !isInside(hit, widest)),
      );
  }
}

/** The index of the first of `hits` (whose ends rise) that ends after `place`. */
export function firstEndingAfter(hits: readonly Hit[], place: number): number {
  return firstOf(hits, (hit) => hit.end > place);
}

/** The index of the first of `hits` that begins at `place` or later. */
export function firstBeginningFrom(hits: readonly Hit[], place: number): number {
  return firstOf(hits, (hit) => hit.start >= place);
}

/** By halving: what is true of a hit is true of all behind it. */
function firstOf(hits: readonly Hit[], isThere: (hit: Hit) => boolean): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const hit = hits[middle];
    if (hit !== undefined && isThere(hit)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Of the places of one piece that begin together only the longest is kept. */
function add(found: Map<PieceId, Hit[]>, piece: PieceId, hit: Hit): void {
  const hits = found.get(piece);
  if (hits === undefined) found.set(piece, [hit]);
  else if (hits.at(-1)?.start === hit.start) hits[hits.length - 1] = hit;
  else hits.push(hit);
}

/** Whether a cover overlaps the hit, and the hit does not hold the whole cover. */
function isCovered(hit: Hit, covers: readonly Hit[]): boolean {
  for (let index = firstEndingAfter(covers, hit.start); index < covers.length; index += 1) {
    const cover = covers[index];
    if (cover === undefined || cover.start >= hit.end) return false;
    if (hit.start > cover.start || hit.end < cover.end) return true;
  }
  return false;
}

function isInside(hit: Hit, widest: readonly Hit[]): boolean {
  const cover = widest[firstEndingAfter(widest, hit.end - 1)];
  return cover !== undefined && cover.start <= hit.start && cover.end - cover.start > hit.end - hit.start;
}

/** Those that do not end inside an earlier one, so that their ends rise. */
function widestOf(sorted: readonly Hit[]): readonly Hit[] {
  const widest: Hit[] = [];
  for (const hit of sorted) if (hit.end > (widest.at(-1)?.end ?? -1)) widest.push(hit);
  return widest;
}

/** Something that begins with a piece. */
interface Ruled {
  readonly pieces: readonly { readonly piece: PieceId }[];
}

/** Those of `rules` whose first piece is in the text, in their order: the rules are thousands, and the pieces of a text few. */
export function begunIn<R extends Ruled>(rules: readonly R[], hits: Hits): readonly R[] {
  const places = placesOf(rules);
  const begun = [...hits.keys()].flatMap((piece) => places.get(piece) ?? []).toSorted((left, right) => left - right);
  return begun.flatMap((place) => rules[place] ?? []);
}

const placesByRules = new WeakMap<readonly Ruled[], ReadonlyMap<PieceId, readonly number[]>>();

/** Where the rules that begin with each piece stand. The rules of a lexicon do not change. */
function placesOf(rules: readonly Ruled[]): ReadonlyMap<PieceId, readonly number[]> {
  const known = placesByRules.get(rules);
  if (known !== undefined) return known;
  const places = new Map<PieceId, number[]>();
  for (const [place, { pieces }] of rules.entries()) {
    const first = pieces[0]?.piece;
    if (first !== undefined) places.set(first, [...(places.get(first) ?? []), place]);
  }
  placesByRules.set(rules, places);
  return places;
}
