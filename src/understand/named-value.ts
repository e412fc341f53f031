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
/** In decimal, as Registry Editor may show it. */
const DECIMAL = /defaultsecureprotocols[^0-9\n。?]{1,30}([0-9]{3,5})(?![0-9a-z]|[.,][0-9])/g;
/** One bit for each version from SSL 2.0 to TLS 1.3. */
const VERSIONS = 0x2aa8;
const QUESTION = /^[^\n。.]{0,30}(?:\?|か[。\n]|か$|いい(?:の|です)|should|needed)/;

/** The value of `DefaultSecureProtocols` that a sentence states; `null` where it only asks about one, or names several. */
export function namedValue(sighting: Sighting, lexicon: Lexicon): NamedValue | null {
  const { text } = sighting.folded;
  const matches = [
    ...[...text.matchAll(NAMED)].map((match) => ({ match, hex: match[1] ?? '' })),
    ...[...text.matchAll(DECIMAL)].map((match) => ({ match, hex: hexOf(Number(match[1])) })),
  ];
  const found = matches.flatMap(({ match, hex }): readonly NamedValue[] => {
    const at = { start: match.index, end: match.index + match[0].length };
    if (QUESTION.test(text.slice(at.end, at.end + 60)) || hex === '' || isSupposed(sighting, at, lexicon)) return [];
    return [{ value: `0x${hex.replace(/^0+(?=.)/, '')}`, at }];
  });
  const [first] = found;
  return first !== undefined && found.every(({ value }) => value === first.value) ? first : null;
}

/** Nothing for a number that turns on anything but versions of SSL and TLS. */
function hexOf(value: number): string {
  return (value & VERSIONS) === value ? value.toString(16) : '';
}
