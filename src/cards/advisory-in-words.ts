import { serviceCalled } from '../advisories/services.ts';
import type { Advisory } from '../advisory.ts';
import { escapeMarkdown, plainLine } from './markdown.ts';
import { promisedMoment } from './moments.ts';
import type { Words } from './words.ts';

const LONGEST_TITLE = 300;

/** What Microsoft begins and ends its posts with stands in the card already, with its times in the reader's own. */
const SHOWN_ABOVE = /^(?:Title|Start time|End time|Next update by): /i;

/** Microsoft's own title, as Markdown. */
export function headlineOf(advisory: Advisory): string {
  return escapeMarkdown(shortened(advisory.title, LONGEST_TITLE));
}

/** The status in words; one that Microsoft has invented since, as it came. */
export function statusOf(advisory: Advisory, words: Words): string {
  const key = `status.${advisory.status}`;
  return advisory.status !== 'unknown' && words.has(key) ? words.say(key) : words.say('status.unknown', { status: advisory.status });
}

/** In the person's own time where Microsoft names a moment; else its words as they are. */
export function nextUpdateOf(advisory: Advisory, at: (time: number) => string, words: Words): string {
  if (advisory.nextUpdate === null) return words.say('advisory.promise-none');
  const promised = promisedMoment(advisory.nextUpdate);
  return escapeMarkdown(promised === null ? shortened(advisory.nextUpdate, LONGEST_TITLE) : at(promised));
}

/** The services by the names that people know, plain. */
export function servicesInWords(services: readonly string[], words: Words): string {
  const named = services.map((name) => serviceInWords(name, words));
  return [...new Set(named)].join(words.label('label.list-separator'));
}

/** The name that people know for what Service Health calls `name`. */
export function serviceInWords(name: string, words: Words): string {
  const service = serviceCalled(name);
  return service === null ? plainLine(name) : words.label(`label.service-${service.id}`);
}

/** The beginning of Microsoft's newest post, paragraph by paragraph, of about `longest` characters. */
export function beginningOf(text: string, longest: number): { readonly paragraphs: readonly string[]; readonly isCut: boolean } {
  const whole = text
    .split(/\n\s*\n|\n/)
    .map(plainLine)
    .filter((paragraph) => paragraph !== '' && !SHOWN_ABOVE.test(paragraph));
  let left = longest;
  const kept: string[] = [];
  for (const paragraph of whole) {
    if (left <= 0) break;
    kept.push(shortened(paragraph, left));
    left -= paragraph.length;
  }
  return { paragraphs: kept.map(escapeMarkdown), isCut: left < 0 || kept.length < whole.length };
}

/** Cut at a word, so that no half word and no half character is left. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const characters = [...text].slice(0, longest).join('');
  const end = characters.search(/\s+\S*$/);
  return `${end > longest / 2 ? characters.slice(0, end) : characters}…`;
}
