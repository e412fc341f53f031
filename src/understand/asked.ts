import { type Facts, withFacts } from '../triage/facts.ts';
import { endsSentence, isJapanese, isWordChar } from './fold.ts';
import { begunIn, firstBeginningFrom, type Hit, type Hits, hitsOf, scan } from './hits.ts';
import { type FaqId, type FaqReading, type FaqRule, type Lexicon, listOf } from './lexicon.ts';
import type { Sighting } from './sighting.ts';

/** The questions that a text asks and that have an answer of their own. */
export interface Asked {
  /** Best first; never empty. */
  readonly ids: readonly FaqId[];
  /** Where they are asked, up to the next comma or end of a sentence. */
  readonly clause: Hit;
}

/** Whoever writes more tells a story, and wants to be asked. */
const LONGEST = 260;

/** So short a message may name its topic without asking, if it says hardly anything else. */
const LONGEST_TOPIC = 60;
const MOSTLY = 0.6;
const STATEMENT =
  /(?:た|です|ます|ない|せん|いる|ある)[。.!]?$|(?<![a-z])(?:i|we|he|she|they|my|our|is|was|are|were|did|has|have|had|already)(?![a-z])/;

/** A question counts beside the best one when it explains nearly as much of the text. */
const NEARLY = 0.7;
const MOST_QUESTIONS = 3;

/** The words of one rule in the text. */
interface Match {
  readonly id: FaqId;
  readonly hits: readonly Hit[];
  readonly score: number;
}

/** What `sighting` asks, or `null`. A text that says in other words that something fails is a report of trouble, and asks nothing. */
export function readAsked(sighting: Sighting, lexicon: Lexicon): Asked | null {
  const { text } = sighting.folded;
  if (text.length > LONGEST) return null;
  const { faq } = lexicon;
  const hits = scan(sighting.folded, faq.trie);
  const fitting = bestOfEach(begunIn(faq.rules, hits).flatMap((rule) => follow(rule, hits, text)))
    .filter(({ id }) => !isOther(id, hits, faq))
    .filter((match) => isQuestion(match, hits, sighting, lexicon));
  const best = fitting.toSorted((left, right) => right.score - left.score).filter((match, index, all) => index === 0 || isRival(match, all));
  const [first] = best;
  if (first === undefined) return null;
  const clause = around(text, spanOf(best.flatMap((match) => match.hits)), isBreak);
  const ids = best.slice(0, MOST_QUESTIONS).map((match) => match.id);
  return isTrouble(clause, sighting, lexicon) ? null : { ids, clause };
}

/** What a question may be about; whoever states anything else beside it reports trouble. */
const TOPICAL = ['product', 'os', 'tls', 'default-secure-protocols', 'account', 'device'];

/**
 * Whether a message with a question states something that is not known yet and would be lost by answering only the question: a code,
 * or beside the question anything of a trouble, and where an intake is open (`known`) anything at all.
 */
export function newsIn(facts: Facts, { besides }: { readonly besides: Facts }, known: Facts | null): boolean {
  const isNews = (fact: string): boolean => (known === null ? !TOPICAL.includes(fact) : fact !== 'product');
  const told = Object.entries(besides).filter(([fact, { values }]) => isNews(fact) && values[0] !== 'tls-question');
  const codes = facts.code === undefined ? [] : [['code', facts.code] as const];
  const before = known ?? {};
  return withFacts(before, Object.fromEntries([...told, ...codes])) !== before;
}

/** All ways in which the pieces of a rule follow one another, none too far from the one before. Whoever tells of their PCs in one sentence asks in the next. */
function follow(rule: FaqRule, found: Hits, text: string): readonly Match[] {
  const [first, ...rest] = rule.pieces;
  return hitsOf(found, first?.piece ?? -1).flatMap((from): readonly Match[] => {
    const hits = [from];
    let last = from;
    for (const { piece, within } of rest) {
      const all = hitsOf(found, piece);
      const next = all[firstBeginningFrom(all, last.end)];
      if (next === undefined || next.start - last.end > within * 2 || text.slice(last.end, next.start).includes('\n')) return [];
      hits.push(next);
      last = next;
    }
    return [{ id: rule.id, hits, score: hits.reduce((sum, hit) => sum + weight(text.slice(hit.start, hit.end)), 0) }];
  });
}

/** A Japanese character says about as much as two Latin ones. */
function weight(words: string): number {
  return Array.from(words).reduce((sum, char) => sum + (isJapanese(char) ? 2 : 1), 0);
}

function bestOfEach(matches: readonly Match[]): readonly Match[] {
  const best = new Map<FaqId, Match>();
  for (const match of matches) if (match.score > (best.get(match.id)?.score ?? 0)) best.set(match.id, match);
  return [...best.values()];
}

function isOther(id: FaqId, hits: Hits, faq: FaqReading): boolean {
  return hitsOf(hits, faq.unless.get(id) ?? -1).length > 0;
}

function isQuestion(match: Match, hits: Hits, sighting: Sighting, lexicon: Lexicon): boolean {
  const { text } = sighting.folded;
  const sentence = around(text, spanOf(match.hits), endsSentence);
  if (endsAsking(text, sentence.end) || /^[^?\n]{0,16}\?/.test(text.slice(sentence.end + 1))) return true;
  if (hitsOf(hits, lexicon.faq.asking).some((hit) => hit.start >= sentence.start && hit.end <= sentence.end)) return true;
  if (match.hits.length < 2 || text.length > LONGEST_TOPIC || STATEMENT.test(text) || hitsOf(sighting.hits, listOf(lexicon, 'fails')).length > 0)
    return false;
  const said = Array.from(text).filter((char) => isWordChar(char) || isJapanese(char)).length;
  const named = match.hits.reduce((sum, hit) => sum + hit.end - hit.start, 0);
  return named >= said * MOSTLY;
}

/** A question mark, or the Japanese particle for it. */
function endsAsking(text: string, end: number): boolean {
  return text.charAt(end) === '?' || text.charAt(end - 1) === 'か';
}

/** Whether this one explains enough, and the best does not explain it all and more: nobody can tell which of two equals is meant. */
function isRival(match: Match, all: readonly Match[]): boolean {
  const [best] = all;
  if (best === undefined || match.score < best.score * NEARLY) return false;
  return match.score === best.score || match.hits.some((hit) => !best.hits.some((other) => other.start <= hit.start && hit.end <= other.end));
}

/** Outside the clause, or in a sentence before the one that asks. */
function isTrouble(clause: Hit, sighting: Sighting, lexicon: Lexicon): boolean {
  const { start } = around(sighting.folded.text, { start: clause.end, end: clause.end }, endsSentence);
  const from = Math.max(clause.start, start);
  return hitsOf(sighting.hits, listOf(lexicon, 'fails')).some((hit) => hit.start < from || hit.end > clause.end);
}

function spanOf(hits: readonly Hit[]): Hit {
  return { start: Math.min(...hits.map((hit) => hit.start)), end: Math.max(...hits.map((hit) => hit.end)) };
}

/** `at`, widened in both directions up to where `ends` holds. */
function around(text: string, at: Hit, ends: (text: string, index: number) => boolean): Hit {
  let { start, end } = at;
  while (start > 0 && !ends(text, start - 1)) start -= 1;
  while (end < text.length && !ends(text, end)) end += 1;
  return { start, end };
}

function isBreak(text: string, index: number): boolean {
  return text.charAt(index) === ',' || text.charAt(index) === '、' || endsSentence(text, index);
}
