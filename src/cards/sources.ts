import type { SourceId } from '../knowledge/content.ts';
import { escapeMarkdown } from './markdown.ts';
import type { Words } from './words.ts';

/** What a step or stop stands on, in a line: titles (links where there is an address) with their dates. Empty without sources. */
export function sourcesLine(ids: readonly SourceId[], words: Words): string {
  if (ids.length === 0) return '';
  return `${words.say('label.sources')}: ${ids.map((id) => cited(id, words)).join('; ')}`;
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
