import type { FactName, Facts, FactValue } from '../triage/facts.ts';
import { bareAnswer } from './answers.ts';
import { hitsOf } from './hits.ts';
import { type Lexicon, listOf } from './lexicon.ts';
import type { Sighting } from './sighting.ts';
import { atStart } from './whole.ts';

const WORDS = ['correction', 'taking-back'] as const;

/** "No, but on my phone it works" answers a question; whoever corrects says little else. */
const VERDICTS = ['works', 'fails', 'contrast'] as const;
const LONGEST = 60;

/** "No, Windows 11" takes back, "no VPN" does not. */
const AFTER_NO = /^ ?(?:[,.、。!:;]|(?:its|it is|thats|that is|im on|i am on|i have|its actually|actually|sorry|the)(?![a-z])|$)/;

/** "Not 10, 11", 10ではなく11: what is denied was said before. */
const DENIED = /(?<![a-z])(?:not|isnt)(?: on| running)? (?:windows ?|win ?|w)?(?:7|8\.1|8|10|11)(?![0-9]|\.[0-9])|(?:では|じゃ)なく/;

/** Whether the person takes back what they said before: a word for it, a "no" that stands by itself, or a value denied for another. */
export function takesBack(sighting: Sighting, lexicon: Lexicon): boolean {
  const { text } = sighting.folded;
  if (WORDS.some((name) => isSaid(name, sighting, lexicon)) || DENIED.test(text)) return true;
  const no = atStart(sighting, listOf(lexicon, 'no'), lexicon);
  return no !== null && AFTER_NO.test(text.slice(no.end)) && text.length <= LONGEST && !VERDICTS.some((name) => isSaid(name, sighting, lexicon));
}

/** A message that takes something back, where it is known what: it states that anew in `facts`, or in one bare word ("no, 11"). */
export interface Correction {
  readonly bare: { readonly fact: FactName; readonly value: FactValue } | null;
}

/** How a message corrects what is `known`; `null` when it corrects nothing of it, so that a "no" in it may be an answer. */
export function correctionOf(facts: Facts, known: Facts, openFact: FactName | null, sighting: Sighting, lexicon: Lexicon): Correction | null {
  if (!takesBack(sighting, lexicon)) return null;
  if (Object.entries(facts).some(([fact, now]) => isKnownOtherwise(known, fact, now.values[0]))) return { bare: null };
  if (Object.keys(facts).length > 0 || (openFact !== null && bareAnswer(sighting, openFact, lexicon) !== null)) return null;
  for (const fact of Object.keys(known)) {
    const value = bareAnswer(sighting, fact, lexicon);
    if (value !== null && isKnownOtherwise(known, fact, value)) return { bare: { fact, value } };
  }
  return null;
}

/** What was written in `own` and is said otherwise by `all`, in which an output counts more. */
export function overruledIn(own: Facts, all: Facts): Facts {
  return Object.fromEntries(Object.entries(own).filter(([fact, { values }]) => fact !== 'code' && isKnownOtherwise(all, fact, values[0])));
}

function isKnownOtherwise(known: Facts, fact: FactName, value: FactValue | undefined): boolean {
  return Object.hasOwn(known, fact) && known[fact]?.values[0] !== value;
}

function isSaid(name: Parameters<typeof listOf>[1], sighting: Sighting, lexicon: Lexicon): boolean {
  return hitsOf(sighting.hits, listOf(lexicon, name)).length > 0;
}

/** The facts, of which those in words are meant to replace what was said before. */
export function asDeliberate(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([fact, known]) => [
      fact,
      known.source.kind === 'written' ? { ...known, source: { ...known.source, isDeliberate: true } } : known,
    ]),
  );
}
