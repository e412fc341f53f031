import type { SourceId } from '../knowledge/content.ts';
import { escapeMarkdown } from './markdown.ts';
import type { Words } from './words.ts';

/** What a step or stop stands on, in a line: numbered titles (links where there is an address) with their dates. Empty without sources. */
export function sourcesLine(ids: readonly SourceId[], words: Words): string {
  if (ids.length === 0) return '';
  const all = ids.length === 1 ? ids.map((id) => cited(id, words)) : ids.map((id, index) => `(${index + 1}) ${cited(id, words)}`);
  return `${words.say('label.sources')}: ${all.join(words.label('label.list-separator'))}`;
}

/** An author's text that names documents by their ids, with the numbers that `sourcesLine` gives them, which a reader can follow. */
export function withSourceNumbers(text: string, ids: readonly SourceId[], words: Words): string {
  return text.replace(ID, (id, offset: number) => {
    const number = ids.indexOf(id) + 1;
    const name = number === 0 ? titleOf(id, words) : String(number);
    return isInParentheses(text, offset) || number === 0 ? name : `(${name})`;
  });
}

const ID = /\b(?:00\d|ms:[a-z0-9.-]*[a-z0-9])\b/g;

function isInParentheses(text: string, offset: number): boolean {
  const before = text.slice(0, offset);
  return before.split('(').length > before.split(')').length;
}

function titleOf(id: SourceId, words: Words): string {
  const source = words.knowledge.sources.get(id);
  return source === undefined ? id : words.of(source.title);
}

function cited(id: SourceId, words: Words): string {
  const source = words.knowledge.sources.get(id);
  if (source === undefined) return escapeMarkdown(id);
  const title = escapeMarkdown(words.of(source.title));
  const link = source.url?.startsWith('https://')
    ? source.url
        .replace(/[()\s]/g, encodeURIComponent)
        .replaceAll('(', '%28')
        .replaceAll(')', '%29')
    : null;
  return `${link === null ? title : `[${title}](${link})`} (${escapeMarkdown(source.date)})`;
}
