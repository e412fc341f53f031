import type { FactValue } from '../triage/facts.ts';
import { digitsOf, isCalledCode } from './code-digits.ts';

/** A way to write something that is nearly a code. `read` gives what it would be in full, or as far as it goes. */
interface NearForm {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, isAsked: boolean) => FactValue | null;
}

/** A bare number is a sign-in code only in a text about signing in. */
const SIGN_IN = /sign(?:ed|ing)?[ -]?in|log(?:ged|ging)? ?(?:in|on)|entra|azure|\baad\b|mfa|サインイン|ログイン|ログオン|認証/;

const FORMS: readonly NearForm[] = [
  {
    pattern: /(?<![0-9a-z#./\\-])(?:0x)?(de[0-9][0-9a-fo]|de[a-f][0-9o]|deef|e4d[0-9o])(?![0-9a-z./\\-])/g,
    read: (match) => `0x8004${digitsOf(match[1] ?? '')}`,
  },
  { pattern: /(?:0x|(?<![0-9a-f-]))(?:8004(?:de|e4)|caa)[0-9a-f]{0,12}(?![0-9a-z-])/g, read: (match) => `0x${digitsOf(match[0])}` },
  { pattern: /0x8[0-9a-fo]{5,8}(?![0-9a-z-])/g, read: (match) => `0x${digitsOf(match[0])}` },
  { pattern: /(?<![a-z])aadsts[ :#-]{0,2}([0-9]{3,4}|[0-9]{8})(?![0-9])/g, read: (match) => `aadsts${match[1]}` },
  // Without 0x it may be any number of a part; with a letter among the digits it is worth asking.
  { pattern: /(?<![0-9a-z-])(8007(?=[0-9]{0,3}[a-f])[0-9a-f]{4})(?![0-9a-z-]|[ -][0-9a-f]{4}[ -])/g, read: (match) => `0x${match[1]}` },
  {
    pattern: /(?<![0-9a-z.,-])([0-9]{5,7})(?![0-9a-z]|[.,][0-9])/g,
    read: (match, isAsked) => (isCalledCode(match, isAsked) && (isAsked || SIGN_IN.test(match.input)) ? `aadsts${match[1]}` : null),
  },
];

/** What is nearly a code in a folded text, where nothing was taken yet, each once. It counts only when the person confirms it. */
export function readNear(text: string, isTaken: Uint8Array, isAsked: boolean): readonly FactValue[] {
  const near = FORMS.flatMap(({ pattern, read }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const isFree = isTaken[match.index] !== 1 && isTaken[match.index + match[0].length - 1] !== 1;
      return isFree ? (read(match, isAsked) ?? []) : [];
    }),
  );
  return [...new Set(near)].filter((code) => code !== '0xcaa');
}
