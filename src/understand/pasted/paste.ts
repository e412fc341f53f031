import type { FactName, FactValue } from '../../triage/facts.ts';

/** A message as a reader of output sees it: between two words stands one space, or one line break. */
export interface Paste {
  readonly text: string;
}

/** What a piece of output states. `line`: the words that state it. */
export interface Found {
  readonly fact: FactName;
  readonly value: FactValue;
  readonly line: string;
}

/** Reads one kind of output; it finds nothing in any other text. */
export type Reader = (paste: Paste) => readonly Found[];

const ENTITIES: Readonly<Record<string, string>> = { '&gt;': '>', '&lt;': '<', '&quot;': '"', '&#39;': "'", '&nbsp;': ' ', '&amp;': '&' };

/** The lines of a message without what chats and mails do to them: HTML, tabs, wide letters, indentation, curly quotes. */
export function linesOf(raw: string): readonly string[] {
  return raw
    .replace(/&(?:gt|lt|quot|#39|nbsp|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) =>
      line
        .normalize('NFKC')
        .replace(/[\u200b-\u200f\ufeff]/g, '')
        .replace(/[“”]/g, '"')
        .replace(/\s+/g, ' ')
        .trim(),
    );
}

/** Marks with which a chat makes every line an item, bold or code. */
const ITEM = /^(?:[-•・] ?(?=\S)|[0-9]{1,3}[.):](?: |$))/;
const STYLED = /^(\*\*|`)(.{1,400})\1$/;

/** The lines without the marks that a chat has put at every one of them. */
export function undecorated(lines: readonly string[]): readonly string[] {
  const filled = lines.filter((line) => line !== '');
  const isList = filled.length > 1 && filled.every((line) => ITEM.test(line));
  return lines.map((line) => (isList ? line.replace(ITEM, '') : line).replace(STYLED, '$2').trim());
}

/** The lines as one text, for readers. */
export function pasteOf(lines: readonly string[]): Paste {
  return { text: lines.filter((line) => line !== '').join('\n') };
}

/** What matched, as the words that state a fact. */
export function found(fact: FactName, value: FactValue, match: RegExpMatchArray): Found {
  return { fact, value, line: match[0].replace(/\s+/g, ' ').trim() };
}

/** A pattern for Japanese words that a chat may have broken anywhere: "見つかりま\nせん". */
export function broken(words: string): string {
  return Array.from(words, (char) => char.replace(/[()[\]. ]/, '\\$&')).join('\\s?');
}
