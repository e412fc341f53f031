import type { FactValue } from '../triage/facts.ts';
import { digitsOf, isAnnounced, isCalledCode, withoutPrefix, zeroed } from './code-digits.ts';
import { readNear } from './near-codes.ts';

/** An error code in its canonical form, with where it stands in the text it was read from. */
export interface CodeMention {
  readonly code: FactValue;
  readonly start: number;
  readonly end: number;
  /** Whether the letter O stands in it for a zero: who copies a code like that may have misread another digit too. */
  readonly isUncertain: boolean;
}

/** The codes of a text, and what looks like one but is not exact: `DE40` stands for `0x8004de40`, wrong lengths as they were written. */
export interface Codes {
  readonly codes: readonly CodeMention[];
  readonly near: readonly FactValue[];
}

/** One way to write a code. `read` gives the canonical code, or `null` when it is none after all; `isCalled`: the text calls the number a code. */
interface Form {
  readonly pattern: RegExp;
  readonly read: (digits: string, match: RegExpExecArray, isCalled: () => boolean) => FactValue | null;
}

const PREFIX = '(?:[0o][ -]?[x\\u00d7*][ -]?)';
const HEX = '[0-9a-f]';
// Written glued to the next word ("0x8004de40even"), a code ends after its eight digits; a ninth digit makes it another number.
const NO_DIGIT = '(?!(?!0x)[0-9])';
const PAIR = `(?:${HEX}${HEX}|${HEX}o(?![a-z0-9])|o${HEX})`;
const DETACHED_PAIR = `(?=[a-f]?[0-9])${HEX}${HEX}(?![a-z0-9])`;
const FAMILY = '8[ -]?[0o][ -]?[0o][ -]?4[ -]?(?:d[ -]?e|e[ -]?4)';
/** Numbers of Entra's errors: those that a dialog shows without AADSTS before them. */
const ENTRA = '\\[?((?:[5-9][0-9]|1[0-9]{2}|[2-9][0-9]{2}|7[0-9]{3})[0-9]{3})(?![0-9a-z-])\\]?';
const CODE_IS = '(?:error ?code|code|エラーコード|コード) ?:? ?';
/** What a sign-in dialog of Microsoft's has above its number, and what below. */
const HEADINGS =
  'something went wrong|sorry,? but were having trouble (?:with )?signing you in|you (?:cannot|cant) access this(?: right now)?|you (?:cannot|cant) get there from here|your organi[sz]ation has (?:disabled|deleted) this device|問題が発生しました|サインインできませんでした|サインイン中に問題が発生しました|(?:現在|今すぐ)?これにアクセスすることはできません|ここからはアクセスできません|組織によって(?:この)?(?:デバイス[がは])?(?:無効化?|削除)(?:に)?されました';
const BELOW =
  'request id|correlation id|timestamp|app name|app id|ip address|device|要求id|要求 id|関連付けid|相関id|タイムスタンプ|アプリ名|アプリid';
/** What links are full of: `%3D`, `%20`, `%253A`. */
const ENCODED = /%(?:25)?(?:0[ad]|2[0-9a-f]|3[a-f]|5[bd])/g;

const FORMS: readonly Form[] = [
  {
    pattern: new RegExp(`${PREFIX}${FAMILY}(?:${PAIR}|[ -]${DETACHED_PAIR}|[ -]${HEX}[ -]${HEX}(?![a-z0-9]))${NO_DIGIT}`, 'g'),
    read: (digits) => `0x${digits}`,
  },
  {
    pattern: new RegExp(`(?<![0-9a-f-])${FAMILY}(?:${PAIR}|[ -]${DETACHED_PAIR})(?![0-9a-z]|[ -][0-9a-f]{4}[ -])`, 'g'),
    read: (digits) => `0x${digits}`,
  },
  { pattern: new RegExp(`(?:${PREFIX}|(?<![a-z0-9]))caa[ -]?(?=[a-fo]{0,4}[0-9])[0-9a-fo]{5}(?![0-9])`, 'g'), read: (digits) => `0x${digits}` },
  { pattern: new RegExp(`(?:${PREFIX}|(?<![a-z0-9]))caa[ -]?[0-9o](?:[ -]?[0-9a-fo]){4}(?![0-9a-z])`, 'g'), read: (digits) => `0x${digits}` },
  { pattern: /(?<![a-z])aadsts[ :#-]{0,2}([0-9o]{5,7})(?![0-9])/g, read: (_, match) => `aadsts${zeroed(match[1] ?? '')}` },
  // A line of a dialog, or what a copied dialog has behind its number.
  { pattern: new RegExp(`(?<![^\\n])[-*•・'> ]{0,4}${CODE_IS}${ENTRA}[.。*']{0,2}(?=\\n|$)`, 'g'), read: (_, match) => `aadsts${match[1]}` },
  { pattern: new RegExp(`(?<![a-z])${CODE_IS}${ENTRA},? ?(?=${BELOW})`, 'g'), read: (_, match) => `aadsts${match[1]}` },
  {
    pattern: new RegExp(`(?=\\[?[0-9]{5})(?<=(?:administrator|管理者)[^\\n]{0,60}(?:error ?code|エラーコード)[: ]{0,2})${ENTRA}`, 'g'),
    read: (_, match) => `aadsts${match[1]}`,
  },
  {
    pattern: new RegExp(
      `(?=\\[?[0-9]{5})(?<=(?:${HEADINGS})[.。!:,]{0,2}(?: |(?:\\n[^\\n]{0,90}){0,2}\\n)?(?:error:? |エラー:? ?)?)${ENTRA}[.。]?(?=\\n|$)`,
      'g',
    ),
    read: (_, match) => `aadsts${match[1]}`,
  },
  { pattern: new RegExp(`${PREFIX}([8c][0-9a-fo]{3}[ -]?[0-9a-fo]{3}(?:${HEX}|o(?![a-z0-9])))${NO_DIGIT}`, 'g'), read: (digits) => `0x${digits}` },
  {
    pattern: /(?<![0-9a-f-])(800[0-9a-f]{5}|80(?:1c|24|28|29)[0-9a-f]{4})(?![0-9a-z]|[ -][0-9a-f]{4}[ -])/g,
    read: (digits, _, isCalled) => (isCalled() ? `0x${digits}` : null),
  },
  // Other numbers are codes only where they are called so: 0xa00 alone is a registry value.
  {
    pattern: /0x([0-9a-f]{1,8})(?![0-9a-z])/g,
    read: (digits, match) => (isAnnounced(match) && !/^(?:[8c].{3,6}|(?:de|e4)..)$/.test(digits) ? `0x${digits}` : null),
  },
  { pattern: /(?<![0-9a-z])-([0-9]{9,10})(?![0-9])/g, read: (_, match) => ofNumber(0x1_0000_0000 - Number(match[1])) },
  // The space between a word and a number may have been a minus. Ten digits are also a telephone number; those of OneDrive's own family are few.
  {
    pattern: /(?<![0-9a-z.,-])([0-9]{10})(?![0-9a-z]|[.,][0-9])/g,
    read: (_, match, isCalled) => {
      const code = ofNumber(Number(match[1])) ?? ofNumber(0x1_0000_0000 - Number(match[1]));
      return code !== null && (/^0x8004(?:de|e4)/.test(code) || isCalled()) ? code : null;
    },
  },
];

/** Every error code of a folded text, in the order in which they stand. `isAsked`: the text answers the question for the code. */
export function readCodes(folded: string, isAsked = false): Codes {
  const text = folded.replace(ENCODED, (noise) => ' '.repeat(noise.length));
  const found: CodeMention[] = [];
  const isTaken = new Uint8Array(text.length + 1);
  for (const { pattern, read } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const code = read(digitsOf(match[0]), match, () => isCalledCode(match, isAsked));
      if (code === null || isTaken[start] === 1 || isTaken[end - 1] === 1) continue;
      isTaken.fill(1, start, end);
      found.push({ code, start, end, isUncertain: /o/.test(withoutPrefix(match[0])) });
    }
  }
  found.sort((left, right) => left.start - right.start);
  const known = new Set(found.map((mention) => mention.code));
  return { codes: found, near: readNear(text, isTaken, isAsked).filter((code) => !known.has(code)) };
}

/** A code that Windows logs as a number: 2147802688, or -2147164608 from the other end, is 0x8004de40. */
function ofNumber(number: number): FactValue | null {
  const hex = number.toString(16);
  return /^(?:8004(?:de|e4|01)[0-9a-f]{2}|80(?:07|09|1c|28|29)[0-9a-f]{4}|caa[0-9a-f]{5})$/.test(hex) ? `0x${hex}` : null;
}
