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
    )
    .flatMap(sentencesApart);
}

/** Output that stands in sentences: a value of the registry, what netsh says where there is no proxy, the name of a cipher suite at the end. */
const VALUE = /(?<=^|\s)\S{1,60} REG_DWORD 0x[0-9a-f]{1,8}(?![0-9a-z])|Direct access \(no proxy server\)|TLS_[A-Z0-9_]{6,80}$/;
/** What goes on in lower case goes on in the person's words. */
const GOES_ON = /^(?:[.,;!?] |[.,;!?]?$| (?=(?:is|was|has|but|and|there|in|already|so|as|since|on|though|looks|shows) ))/;

/** "Outlook can't connect. DefaultSecureProtocols REG_DWORD 0xa00 is there": what somebody says before and after an output in the same line stands in lines of its own. */
function sentencesApart(line: string): readonly string[] {
  const value = VALUE.exec(line);
  if (value === null || /^[>|]/.test(line)) return [line];
  const own = /^.{3,400}[a-z0-9)][.!?] /.exec(line.slice(0, value.index))?.[0] ?? '';
  const end = value.index + value[0].length;
  const rest = line.slice(end);
  const lead = GOES_ON.exec(rest)?.[0];
  const after = lead === undefined ? '' : rest.slice(lead.length).trim();
  if (own === '' && after === '') return [line];
  return [own.trim(), line.slice(own.length, after === '' ? line.length : end), after]
    .flatMap((part) => (part === '' ? [] : [part, '']))
    .slice(0, -1);
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
