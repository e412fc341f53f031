/** A text made comparable: `text` is folded, `shown` is what the person wrote (in NFKC), `origin` leads from the one to the other. */
export interface Folded {
  readonly text: string;
  readonly shown: string;
  readonly origin: Int32Array;
}

// Words, kana and kanji, and marks that stay what they are; a single space only between words, a dot not at the end.
const PLAIN = /^(?:[a-z0-9ぁ-んァ-ヶー一-龠、:,/?&%_]|\.(?!$))+(?:(?<=[a-z0-9]) [a-z0-9](?:[a-z0-9ぁ-んァ-ヶー一-龠、:,/?&%_]|\.(?!$))*)*$/;

/** Folds width, case, spaces, hyphens and apostrophes, so that `can’t`, `cant` and `ＣＡＮ'Ｔ` are one. One pass. */
export function fold(written: string): Folded {
  const shown = written.normalize('NFKC');
  const lower = lowered(shown);
  const out: string[] = [];
  const origin = new Int32Array(lower.length + 1);
  for (let index = 0; index < lower.length; index += 1) {
    const raw = lower.charAt(index);
    if (isWordChar(raw)) {
      origin[out.length] = index;
      out.push(raw);
      continue;
    }
    const char = isBracket(raw, lower.charAt(index + 1)) ? ' ' : foldChar(raw);
    const last = out.at(-1) ?? '\n';
    if (char === '' || (char === '\n' && last === '\n')) continue;
    if (char === ' ' && (last === ' ' || last === '\n' || isJapanese(last))) continue;
    if (char === "'" && isWordChar(last) && isWordChar(lower.charAt(index + 1))) continue;
    if (last === ' ' && (char === '\n' || (isJapanese(char) && !isStop(out.at(-2) ?? '')))) out.pop();
    const isInWord = char === '-' && isWordChar(last) && isWordChar(lower.charAt(index + 1));
    origin[out.length] = index;
    out.push(isInWord ? ' ' : char);
  }
  origin[out.length] = lower.length;
  return { text: out.join(''), shown, origin };
}

/** Whether folding leaves a text as it is, told without folding: so it is with most phrases. */
export function isFolded(text: string): boolean {
  return PLAIN.test(text);
}

/** The person's own words from `start` to `end` of the folded text, shortened. */
export function wordsAt(folded: Folded, start: number, end: number): string {
  const from = folded.origin[start] ?? 0;
  const last = folded.origin[end - 1] ?? from;
  const words = folded.shown.slice(from, last + 1).trim();
  return words.length > 80 ? `${words.slice(0, 79)}…` : words;
}

/** Whether no letter or digit stands right beside the words from `start` to `end`: they are an item of a list, a line, or in brackets. */
export function standsAlone({ shown, origin }: Folded, start: number, end: number): boolean {
  const [from, last] = [origin[start] ?? 0, origin[end - 1] ?? 0];
  return !/[\p{L}\p{N}ー]/u.test(shown.charAt(from - 1) + shown.charAt(last + 1));
}

/** A Latin letter or a digit: what a word in the sense of a word boundary is made of. */
export function isWordChar(char: string): boolean {
  return (char >= 'a' && char <= 'z') || (char >= '0' && char <= '9');
}

/** Kana, kanji and the marks between them. */
export function isJapanese(char: string): boolean {
  return (char >= '\u3001' && char <= '\u30ff') || (char >= '\u4e00' && char <= '\u9fff');
}

/** Whether a sentence ends at `index`; a full stop only before a space or Japanese (`onedrive.com` has none). */
export function endsSentence(text: string, index: number): boolean {
  const char = text.charAt(index);
  if (char === '.') {
    const next = text.charAt(index + 1);
    return next === '' || next === ' ' || next === '\n' || isJapanese(next);
  }
  return char === '\n' || char === '。' || char === '!' || char === '?' || char === ';';
}

function isStop(char: string): boolean {
  return char === '.' || char === '!' || char === '?' || char === ';';
}

// Some capitals become two characters in lower case; those stay as they are, so that places agree.
function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length
    ? lower
    : Array.from(text, (char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char)).join('');
}

// 「切断」になる is read like 切断になる; but what is quoted in 「接続しています」が states no contrast.
function isBracket(char: string, next: string): boolean {
  return char === '「' || char === '『' || ((char === '」' || char === '』') && next !== 'が');
}

function foldChar(char: string): string {
  const code = char.charCodeAt(0);
  if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) return '\n';
  if (code === 32 || code === 9 || code === 0x3000 || code === 0xa0) return ' ';
  if (code < 32 || code === 127 || (code >= 0x200b && code <= 0x200f) || code === 0xfeff || code === 0xad || code === 0x2060) return '';
  if (code < 0x80) return code === 96 ? "'" : char;
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212) return '-';
  if (code === 0x2018 || code === 0x2019 || code === 0xb4) return "'";
  if (code === 0xd7) return 'x';
  return char;
}
