import { endsSentence, type Folded, isWordChar, wordsAt } from './fold.ts';
import { type Lexicon, listOf } from './lexicon.ts';
import { type PieceId, step, type Trie } from './trie.ts';

/** Some words of a piece, from `start` to `end` of the folded text. */
export interface Hit {
  readonly start: number;
  readonly end: number;
}

/** What one pass over a text saw: where the words of each piece stand, and which clause every character belongs to. */
export interface Sighting {
  readonly folded: Folded;
  readonly hits: ReadonlyMap<PieceId, readonly Hit[]>;
  readonly clauses: Int32Array;
}

/** Lists of which the longer words win over the shorter ones inside them (`doesn't work` over `work`, `no idea` over `no`). */
const RIVALS = [
  ['works', 'fails', 'unknown', 'not-before', 'not-after'],
  ['works', 'fails', 'unknown', 'yes', 'no'],
] as const;

/** How many characters a "not" reaches forward. */
const REACH = 16;

/** Finds every phrase of the lexicon in one pass, and decides what belongs to what. */
export function sight(folded: Folded, lexicon: Lexicon): Sighting {
  const found = withoutIgnored(scan(folded, lexicon.trie), listOf(lexicon, 'ignore'));
  for (const rivals of RIVALS)
    keepLongest(
      found,
      rivals.map((name) => listOf(lexicon, name)),
    );
  const clauses = clausesOf(folded.text, hitsOf(found, listOf(lexicon, 'contrast')));
  const sighting = { folded, hits: found, clauses };
  turnNegated(sighting, found, lexicon);
  return sighting;
}

/** The places of one piece, in order. */
export function hitsOf(hits: Sighting['hits'], piece: PieceId): readonly Hit[] {
  return hits.get(piece) ?? [];
}

/** Whether two places stand in one clause. */
export function isSameClause(sighting: Sighting, left: number, right: number): boolean {
  return sighting.clauses[left] === sighting.clauses[right];
}

/** The words of a hit as the person wrote them. */
export function wordsOf(sighting: Sighting, hit: Hit): string {
  return wordsAt(sighting.folded, hit.start, hit.end);
}

/** Whether "not" and its like stand right before, or the Japanese negation right after. */
export function isNegated(sighting: Sighting, hit: Hit, lexicon: Lexicon): boolean {
  return (
    isFollowedBy(hit, hitsOf(sighting.hits, listOf(lexicon, 'not-after'))) ||
    isLedBy(sighting, hit, hitsOf(sighting.hits, listOf(lexicon, 'not-before')))
  );
}

/** Whether it is only asked about or supposed: "do we use a proxy?", "if all files are safe", 社内なら. */
export function isSupposed(sighting: Sighting, hit: Hit, lexicon: Lexicon): boolean {
  return (
    isFollowedBy(hit, hitsOf(sighting.hits, listOf(lexicon, 'asking-after'))) ||
    isLedBy(sighting, hit, hitsOf(sighting.hits, listOf(lexicon, 'asking')))
  );
}

/** Whether it is the circumstance of something: "when I am in the office", 社内では. */
export function isCircumstance(sighting: Sighting, hit: Hit, lexicon: Lexicon): boolean {
  return (
    isFollowedBy(hit, hitsOf(sighting.hits, listOf(lexicon, 'when-after'))) || isLedBy(sighting, hit, hitsOf(sighting.hits, listOf(lexicon, 'when')))
  );
}

function isFollowedBy(hit: Hit, followers: readonly Hit[]): boolean {
  const follower = followers[firstEndingAfter(followers, hit.end)];
  return follower !== undefined && follower.start >= hit.end && follower.start - hit.end <= 1;
}

function reaches(sighting: Sighting, not: Hit, hit: Hit): boolean {
  if (not.end > hit.start || hit.start - not.end > REACH || !isSameClause(sighting, not.start, hit.start)) return false;
  const between = sighting.folded.text.slice(not.end, hit.start);
  return !/[,、:]/.test(between) && between.trim().split(' ').length <= 2;
}

function scan(folded: Folded, trie: Trie): Map<PieceId, Hit[]> {
  const { text } = folded;
  const found = new Map<PieceId, Hit[]>();
  for (let start = 0; start < text.length; start += 1) {
    if (isWordChar(text.charAt(start)) && isWordChar(text.charAt(start - 1))) continue;
    let node = trie.roots.get(text.charCodeAt(start)) ?? 0;
    for (let end = start + 1; node !== 0; end += 1) {
      const ends = trie.ends.get(node);
      if (ends !== undefined && !(isWordChar(text.charAt(end - 1)) && isWordChar(text.charAt(end)))) {
        for (const { piece, exact } of ends) if (exact === null || wordsAt(folded, start, end) === exact) add(found, piece, { start, end });
      }
      node = step(trie, node, text.charCodeAt(end));
    }
  }
  return found;
}

/** Of the places of one piece that begin together only the longest is kept. */
function add(found: Map<PieceId, Hit[]>, piece: PieceId, hit: Hit): void {
  const hits = found.get(piece);
  if (hits === undefined) found.set(piece, [hit]);
  else if (hits.at(-1)?.start === hit.start) hits[hits.length - 1] = hit;
  else hits.push(hit);
}

function withoutIgnored(found: Map<PieceId, Hit[]>, ignore: PieceId): Map<PieceId, Hit[]> {
  const covers = widestOf(found.get(ignore) ?? []);
  if (covers.length === 0) return found;
  return new Map([...found].map(([piece, hits]) => [piece, hits.filter((hit) => !isCovered(hit, covers))]));
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

function keepLongest(found: Map<PieceId, Hit[]>, pieces: readonly PieceId[]): void {
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

/** Those that do not end inside an earlier one, so that their ends rise. */
function widestOf(sorted: readonly Hit[]): readonly Hit[] {
  const widest: Hit[] = [];
  for (const hit of sorted) if (hit.end > (widest.at(-1)?.end ?? -1)) widest.push(hit);
  return widest;
}

function isInside(hit: Hit, widest: readonly Hit[]): boolean {
  const cover = widest[firstEndingAfter(widest, hit.end - 1)];
  return cover !== undefined && cover.start <= hit.start && cover.end - cover.start > hit.end - hit.start;
}

/** The first of `hits` (whose ends rise) that ends after `place`, by halving. */
function firstEndingAfter(hits: readonly Hit[], place: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.end ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

function clausesOf(text: string, contrasts: readonly Hit[]): Int32Array {
  const clauses = new Int32Array(text.length + 1);
  const breaks = new Set(contrasts.map((hit) => hit.end));
  let clause = 0;
  for (let index = 0; index <= text.length; index += 1) {
    if (breaks.has(index)) clause += 1;
    clauses[index] = clause;
    if (endsSentence(text, index)) clause += 1;
  }
  return clauses;
}

/** "not really working" means that it fails. */
function turnNegated(sighting: Sighting, found: Map<PieceId, Hit[]>, lexicon: Lexicon): void {
  const [works, fails] = [listOf(lexicon, 'works'), listOf(lexicon, 'fails')];
  const nots = hitsOf(found, listOf(lexicon, 'not-before'));
  const before = found.get(works);
  if (before === undefined || nots.length === 0) return;
  const turned = new Set(before.filter((hit) => isLedBy(sighting, hit, nots)));
  if (turned.size === 0) return;
  found.set(
    works,
    before.filter((hit) => !turned.has(hit)),
  );
  found.set(
    fails,
    [...(found.get(fails) ?? []), ...turned].sort((left, right) => left.start - right.start),
  );
}

function isLedBy(sighting: Sighting, hit: Hit, nots: readonly Hit[]): boolean {
  for (let index = firstEndingAfter(nots, hit.start - REACH - 1); index < nots.length; index += 1) {
    const not = nots[index];
    if (not === undefined || not.end > hit.start) return false;
    if (reaches(sighting, not, hit)) return true;
  }
  return false;
}
