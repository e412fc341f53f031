import type { FactValue } from '../triage/facts.ts';
import type { Hit } from './hits.ts';
import type { Lexicon } from './lexicon.ts';
import { isSupposed, type Sighting } from './sighting.ts';

/** A value of `DefaultSecureProtocols` that somebody says is set, and where it stands. */
export interface NamedValue {
  readonly value: FactValue;
  readonly at: Hit;
}

const NAMED = /defaultsecureprotocols[^0-9\n。?]{1,30}0x([0-9a-f]{1,8})(?![0-9a-z])/g;
const QUESTION = /^[^\n。.]{0,30}(?:\?|か[。\n]|か$|いい(?:の|です)|should|needed)/;

/** The value of `DefaultSecureProtocols` that a sentence states; `null` where it only asks about one, or names several. */
export function namedValue(sighting: Sighting, lexicon: Lexicon): NamedValue | null {
  const { text } = sighting.folded;
  const found = [...text.matchAll(NAMED)].flatMap((match): readonly NamedValue[] => {
    const at = { start: match.index, end: match.index + match[0].length };
    if (QUESTION.test(text.slice(at.end, at.end + 60)) || isSupposed(sighting, at, lexicon)) return [];
    return [{ value: `0x${(match[1] ?? '').replace(/^0+(?=.)/, '')}`, at }];
  });
  const [first] = found;
  return first !== undefined && found.every(({ value }) => value === first.value) ? first : null;
}
