import { endsSentence, type Folded, wordsAt } from './fold.ts';
import { firstBeginningFrom, firstEndingAfter, type Hit, type Hits, hitsOf, keepLongest, scan, withoutIgnored } from './hits.ts';
import { type Lexicon, listOf } from './lexicon.ts';
import type { PieceId } from './trie.ts';

/** What one pass over a text saw: where the words of each piece stand, and which clause every character belongs to. */
export interface Sighting {
  readonly folded: Folded;
  readonly hits: Hits;
  readonly clauses: Int32Array;
}

/** Lists of which the longer words win over the shorter ones inside them (`doesn't work` over `work`, `no idea` over `no`). */
const RIVALS = [
  ['works', 'fails', 'unknown', 'not-before', 'not-after', 'no-denial'],
  ['works', 'fails', 'unknown', 'yes', 'no'],
] as const;

/** How many characters the words and what turns them round may share: テレワークで + ではない, 取って + ていません. */
const OVERLAP = 2;

/** How many characters a "not" reaches forward. */
const REACH = 16;

/** What begins anew: "No I am at home" denies nothing of what follows, "whether it inspects" leaves that open. */
const SPEAKER = /[,、:]|^ ?(?:i|im|ive|we|it|its|they|he|she)(?![a-z])/;
const WHOEVER = /[,、:]/;

/** Finds every phrase of the lexicon in one pass, and decides what belongs to what. */
export function sight(folded: Folded, lexicon: Lexicon): Sighting {
  const all = scan(folded, lexicon.trie);
  const elsewhere = listOf(lexicon, 'elsewhere');
  // Words that state nothing still name what a message is about.
  const found = withoutIgnored(all, listOf(lexicon, 'ignore')).set(elsewhere, [...hitsOf(all, elsewhere)]);
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
    isLedBy(sighting, hit, hitsOf(sighting.hits, listOf(lexicon, 'asking')), WHOEVER)
  );
}

/** Whether it is the circumstance of something: "when I am in the office", 社内では. */
export function isCircumstance(sighting: Sighting, hit: Hit, lexicon: Lexicon): boolean {
  const after = hitsOf(sighting.hits, listOf(lexicon, 'when-after'));
  const isItsEnd = after[firstEndingAfter(after, hit.end - 1)]?.end === hit.end;
  return isItsEnd || isFollowedBy(hit, after) || isLedBy(sighting, hit, hitsOf(sighting.hits, listOf(lexicon, 'when')));
}

/** Whether it is only guessed: たぶん before it, かもしれません after it. */
export function isGuessed(sighting: Sighting, hit: Hit, lexicon: Lexicon): boolean {
  // "We have a proxy, not sure whether it asks": what is not sure comes next.
  const after = hitsOf(sighting.hits, listOf(lexicon, 'hedge-after')).filter(
    (doubt) => !turnsToOther(sighting, doubt) && !isOfEdition(sighting, doubt),
  );
  return isFollowedBy(hit, after) || isLedBy(sighting, hit, hitsOf(sighting.hits, listOf(lexicon, 'hedge')), WHOEVER);
}

/** Whether a doubt is about what comes next: "not sure whether". */
export function turnsToOther({ folded }: Sighting, { end }: Hit): boolean {
  return /^ (?:whether|if|what|which|how|about)(?![a-z])/.test(folded.text.slice(end, end + 9));
}

/** "Windows 10, maybe Enterprise": the edition is guessed, not the system. */
function isOfEdition({ folded }: Sighting, { end }: Hit): boolean {
  return /^ (?:the |its )?(?:enterprise|pro|professional|home|education|business|ltsc)(?![a-z])/.test(folded.text.slice(end, end + 20));
}

/** Whether it belongs to something the person orders or asks for: "can I have another monitor at home". */
export function isRequested(sighting: Sighting, hit: Hit, lexicon: Lexicon): boolean {
  const requests = hitsOf(sighting.hits, listOf(lexicon, 'request'));
  const request = requests[firstBeginningFrom(requests, hit.start + 1) - 1];
  return request !== undefined && isSameClause(sighting, request.start, hit.start);
}

/** Whether somebody calls it theirs: "my ad blocker", "our company proxy". */
export function isOwned({ folded }: Sighting, hit: Hit): boolean {
  return (
    /(?<![a-z])(?:my|our)(?: [a-z]{1,12})?$/.test(folded.text.slice(Math.max(0, hit.start - 18), hit.start).trimEnd()) ||
    /^(?:my|our) /.test(folded.text.slice(hit.start, hit.end))
  );
}

function isFollowedBy(hit: Hit, followers: readonly Hit[]): boolean {
  const follower = followers[firstEndingAfter(followers, hit.end)];
  return follower !== undefined && follower.start > hit.start && Math.abs(follower.start - hit.end) <= (follower.start < hit.end ? OVERLAP : 1);
}

function reaches(sighting: Sighting, not: Hit, hit: Hit, starts: RegExp): boolean {
  if (not.end > hit.start || hit.start - not.end > REACH || !isSameClause(sighting, not.start, hit.start)) return false;
  const between = sighting.folded.text.slice(not.end, hit.start);
  return !starts.test(between) && between.trim().split(' ').length <= 2;
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

function isLedBy(sighting: Sighting, hit: Hit, nots: readonly Hit[], starts = SPEAKER): boolean {
  for (let index = firstEndingAfter(nots, hit.start - REACH - 1); index < nots.length; index += 1) {
    const not = nots[index];
    if (not === undefined || not.end > hit.start) return false;
    if (reaches(sighting, not, hit, starts)) return true;
  }
  return false;
}
