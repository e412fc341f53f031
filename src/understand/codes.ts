import type { FactValue } from '../triage/facts.ts';

/** An error code in its canonical form, with where it stands in the text it was read from. */
export interface CodeMention {
  readonly code: FactValue;
  readonly start: number;
  readonly end: number;
}

/** The codes of a text, and what looks like one but is not exact: `DE40` stands for `0x8004de40`, wrong lengths as they were written. */
export interface Codes {
  readonly codes: readonly CodeMention[];
  readonly near: readonly FactValue[];
}

/** One way to write a code. `read` gives the canonical code, or `null` when it is none after all. */
interface Form {
  readonly pattern: RegExp;
  readonly read: (digits: string, match: RegExpExecArray) => FactValue | null;
}

const PREFIX = '(?:[0o][ -]?[x\\u00d7*][ -]?)';
const HEX = '[0-9a-f]';
// Written glued to the next word ("0x8004de40even"), a code ends after its eight digits; a ninth digit makes it another number.
const NO_DIGIT = '(?![0-9])';
const PAIR = `(?:${HEX}${HEX}|${HEX}o(?![a-z0-9])|o${HEX})`;
const DETACHED_PAIR = `(?=[a-f]?[0-9])${HEX}${HEX}(?![a-z0-9])`;
const FAMILY = '8[ -]?[0o][ -]?[0o][ -]?4[ -]?(?:d[ -]?e|e[ -]?4)';

const FORMS: readonly Form[] = [
  { pattern: new RegExp(`${PREFIX}${FAMILY}(?:${PAIR}|[ -]${DETACHED_PAIR})${NO_DIGIT}`, 'g'), read: (digits) => `0x${digits}` },
  {
    pattern: new RegExp(`(?<![0-9a-f-])${FAMILY}(?:${PAIR}|[ -]${DETACHED_PAIR})(?![0-9a-z]|[ -][0-9a-f]{4}[ -])`, 'g'),
    read: (digits) => `0x${digits}`,
  },
  { pattern: new RegExp(`(?:${PREFIX}|(?<![a-z0-9]))caa[ -]?(?=[a-fo]{0,4}[0-9])[0-9a-fo]{5}(?![0-9])`, 'g'), read: (digits) => `0x${digits}` },
  { pattern: /(?<![a-z])aadsts[ :#-]{0,2}([0-9o]{5,8})(?![0-9])/g, read: (_, match) => `aadsts${zeroed(match[1] ?? '')}` },
  { pattern: new RegExp(`${PREFIX}([8c][0-9a-fo]{3}[ -]?[0-9a-fo]{3}(?:${HEX}|o(?![a-z0-9])))${NO_DIGIT}`, 'g'), read: (digits) => `0x${digits}` },
  {
    pattern: /(?<![0-9a-f-])(8007[0-9a-f]{4}|800[0-9a-f]{5})(?![0-9a-z]|[ -][0-9a-f]{4}[ -])/g,
    read: (digits, match) => (isAnnounced(match) ? `0x${digits}` : null),
  },
  { pattern: /0x([0-9a-f]{1,8})(?![0-9a-z])/g, read: (digits, match) => (isAnnounced(match) && !/^[8c].{3,6}$/.test(digits) ? `0x${digits}` : null) },
  { pattern: /(?<![0-9a-z])-([0-9]{9,10})(?![0-9])/g, read: (_, match) => ofDecimal(Number(match[1])) },
];

const SHORT_FORM = /(?<![0-9a-z#./\\-])(de[0-9][0-9a-f]|de[a-f][0-9]|deef|e4d[0-9])(?![0-9a-z./\\-])/g;
const WRONG_LENGTH = /(?:0x|(?<![0-9a-f-]))(?:8004(?:de|e4)|caa)[0-9a-f]{0,12}(?![0-9a-z-])/g;

/** Every error code of a folded text, in the order in which they stand. */
export function readCodes(text: string): Codes {
  const found: CodeMention[] = [];
  const isTaken = new Uint8Array(text.length + 1);
  for (const { pattern, read } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const code = read(digitsOf(match[0]), match);
      if (code === null || isTaken[start] === 1 || isTaken[end - 1] === 1) continue;
      isTaken.fill(1, start, end);
      found.push({ code, start, end });
    }
  }
  found.sort((left, right) => left.start - right.start);
  const known = new Set(found.map((mention) => mention.code));
  const near = [
    ...nearOf(text, SHORT_FORM, isTaken).map((short) => `0x8004${short}`),
    ...nearOf(text, WRONG_LENGTH, isTaken).map((word) => `0x${digitsOf(word)}`),
  ];
  return { codes: found, near: [...new Set(near)].filter((code) => !known.has(code) && code !== '0xcaa') };
}

function nearOf(text: string, pattern: RegExp, isTaken: Uint8Array): readonly string[] {
  const matches = [...text.matchAll(pattern)];
  return matches.filter((match) => isTaken[match.index] !== 1 && isTaken[match.index + match[0].length - 1] !== 1).map((match) => match[0]);
}

function digitsOf(written: string): string {
  return zeroed(written.replace(/[ -]/g, '').replace(/^[0o][x\u00d7*]/, ''));
}

function zeroed(digits: string): string {
  return digits.replaceAll('o', '0');
}

// Other numbers are codes only where they are called so: 0xa00 alone is a registry value.
function isAnnounced(match: RegExpExecArray): boolean {
  return /(?:error|code|err|stop|hresult|failed with|エラー|コード)[^0-9a-z\n]{0,12}(?:is |was |code[: ]{0,2}|no\.? ?)?$/.test(
    match.input.slice(Math.max(0, match.index - 40), match.index),
  );
}

/** A code as Windows logs it, as a signed number: -2147164608 is 0x8004de40. */
function ofDecimal(number: number): FactValue | null {
  const hex = (0x1_0000_0000 - number).toString(16);
  return /^(?:8004(?:de|e4)[0-9a-f]{2}|8007[0-9a-f]{4}|caa[0-9a-f]{5})$/.test(hex) ? `0x${hex}` : null;
}
