import type { Facts } from '../triage/facts.ts';
import { hitsOf } from './hits.ts';
import { type Lexicon, listOf } from './lexicon.ts';
import type { Sighting } from './sighting.ts';
import { atStart } from './whole.ts';

const WORDS = ['correction', 'taking-back'] as const;

/** "No, Windows 11" takes back, "no VPN" does not. */
const AFTER_NO = /^ ?(?:[,.、。!:;]|(?:its|it is|thats|that is|im on|i am on|i have|its actually|actually|sorry|the)(?![a-z])|$)/;

/** "Not 10, 11", 10ではなく11: what is denied was said before. */
const DENIED = /(?<![a-z])(?:not|isnt)(?: on| running)? (?:windows ?|win ?|w)?(?:7|8\.1|8|10|11)(?![0-9]|\.[0-9])|(?:では|じゃ)なく/;

/** Whether the person takes back what they said before: a word for it, a "no" that stands by itself, or a value denied for another. */
export function takesBack(sighting: Sighting, lexicon: Lexicon): boolean {
  const { text } = sighting.folded;
  if (WORDS.some((name) => hitsOf(sighting.hits, listOf(lexicon, name)).length > 0) || DENIED.test(text)) return true;
  const no = atStart(sighting, listOf(lexicon, 'no'), lexicon);
  return no !== null && AFTER_NO.test(text.slice(no.end));
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
