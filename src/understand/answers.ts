import { type FactName, type FactValue, UNKNOWN } from '../triage/facts.ts';
import { type Hit, hitsOf } from './hits.ts';
import { type Lexicon, listOf } from './lexicon.ts';
import type { Sighting } from './sighting.ts';
import { atStart, isWhole } from './whole.ts';

/**
 * What a message means as the answer to the one question that is open, beyond what it states anyhow (`said`: the words of that);
 * `null` when it is no answer. A long one is a story.
 */
export function answerIn(sighting: Sighting, fact: FactName, lexicon: Lexicon, said: readonly Hit[]): FactValue | null {
  if (sighting.folded.text.length > 120) return null;
  const answers = lexicon.facts.get(fact)?.answers;
  const bare = bareAnswer(sighting, fact, lexicon);
  if (bare !== null) return bare;
  if (hitsOf(sighting.hits, listOf(lexicon, 'unknown')).length > 0) return UNKNOWN;
  return answers === undefined ? null : (verdict(sighting, answers, lexicon) ?? yesOrNo(sighting, answers, lexicon, said));
}

/** A word that says the value only where this fact is spoken of, and nothing beside it: `10`, `home`. */
export function bareAnswer(sighting: Sighting, fact: FactName, lexicon: Lexicon): FactValue | null {
  const opening = [listOf(lexicon, 'yes'), ...(saysNoFirst(sighting, lexicon) ? [listOf(lexicon, 'no')] : [])];
  return lexicon.facts.get(fact)?.answers.bare.find(({ piece }) => isWhole(sighting, piece, lexicon, opening))?.value ?? null;
}

/** "No, at home" names home; "no VPN" does not name VPN. */
function saysNoFirst(sighting: Sighting, lexicon: Lexicon): boolean {
  const no = atStart(sighting, listOf(lexicon, 'no'), lexicon);
  return no !== null && /^[,.、。!]/.test(sighting.folded.text.slice(no.end));
}

/** 同僚のPCでは問題ありません: what works on another's device answers nothing about one's own. */
const OTHERS_DEVICE = /(?:同僚|隣の人|隣の席の人|(?:他|ほか)の人|上司|部下|先輩|後輩)の[^、。\n]{1,20}(?:では|は|だと)/;

type Answers = { readonly [name in 'yes' | 'no' | 'works' | 'fails']: FactValue | null };

/** "it opens", "開けません": the words that decide, whatever stands before them. Both at once decide nothing. */
function verdict(sighting: Sighting, answers: Answers, lexicon: Lexicon): FactValue | null {
  const works = hitsOf(sighting.hits, listOf(lexicon, 'works')).length > 0;
  const fails = hitsOf(sighting.hits, listOf(lexicon, 'fails')).length > 0;
  if (works === fails || (works && OTHERS_DEVICE.test(sighting.folded.text))) return null;
  return works ? answers.works : answers.fails;
}

/** "I am" is a yes where nothing follows; "I am in a meeting" answers no question. */
const OPENS_STORY = /^i(?: a)?m(?: not)? [a-z]/;
const ANSWERED_ON = /^i(?: a)?m(?: not)? (?:one|able|allowed|using|on it|indeed|too|now|yes|no|thanks|and|but)(?![a-z])/;

/** The "no" of "there is no proxy" says that there is no proxy, and answers nothing else. */
function yesOrNo(sighting: Sighting, answers: Answers, lexicon: Lexicon, said: readonly Hit[]): FactValue | null {
  const { text } = sighting.folded;
  if (OPENS_STORY.test(text) && !ANSWERED_ON.test(text)) return null;
  for (const name of ['yes', 'no'] as const) {
    const word = atStart(sighting, listOf(lexicon, name), lexicon);
    if (answers[name] !== null && word !== null && !said.some(({ start, end }) => start <= word.start && word.end <= end)) return answers[name];
  }
  return null;
}
