/** What English runs together, as it stands in a folded text, and in full. */
const CONTRACTIONS: readonly (readonly [string, string])[] = [
  ...['do', 'does', 'did', 'is', 'are', 'was', 'were', 'have', 'has', 'had', 'could', 'would', 'should'].map(
    (verb) => [`${verb}nt`, `${verb} not`] as const,
  ),
  ['cant', 'cannot'],
  ['wont', 'will not'],
  ['im', 'i am'],
  ['ive', 'i have'],
  ['theres', 'there is'],
];

const SHORT = new Map(CONTRACTIONS);
const FULL = new Map(CONTRACTIONS.map(([short, full]) => [full, short]));
const ANY_SHORT = new RegExp(`(?<![a-z0-9])(?:${[...SHORT.keys()].join('|')})(?![a-z0-9])`, 'g');
const ANY_FULL = new RegExp(`(?<![a-z0-9])(?:${[...FULL.keys()].join('|')})(?![a-z0-9])`, 'g');
/** Finds whatever they may stand in, and more: most phrases have none. */
const ANY = new RegExp([...SHORT.keys(), ...FULL.keys()].join('|'));

/** A folded phrase as people write it in both ways: "does not sync" is "doesnt sync". */
export function bothForms(phrase: string): readonly string[] {
  if (!ANY.test(phrase)) return [phrase];
  const full = phrase.replace(ANY_SHORT, (short) => SHORT.get(short) ?? short);
  const short = phrase.replace(ANY_FULL, (words) => FULL.get(words) ?? words);
  return [...new Set([phrase, full, short])];
}
