/** Foreign text (a name, Microsoft's words, what somebody wrote) made safe for Markdown: it shows as it is, and can make no link and no mention. */
export function escapeMarkdown(text: string): string {
  return withoutTricks(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\[\]()*_`~<>|]|&(?=#|\w+;)/g, '\\$&')
    .replace(/^([#+-]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}${WORD_JOINER}` : `\\${start}`))
    .replace(/\/\//g, `/${WORD_JOINER}/`);
}

/** Foreign text for a place that knows no Markdown (a button, a notification): one line, no control or direction marks. */
export function plainLine(text: string): string {
  return withoutTricks(text).replace(/\s+/g, ' ').trim();
}

/** Our own Markdown as a notification shows it: without the marks of bold, italic and links. */
export function withoutMarkdown(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*?)(?=\S)(.+?)\1/g, '$2')
    .replace(/\\([\\[\]()*_`~<>|#+-])/g, '$1')
    .replaceAll(WORD_JOINER, '');
}

/** Whether Markdown leaves `text` as it is, so that a text block can show it: those wrap and are selected everywhere. */
export function isUntouchedByMarkdown(text: string): boolean {
  return !/[*`~<[\]]|^>|(?<![a-z0-9])_|_(?![a-z0-9])|\\(?=[!-/:-@[-`{-~])|&(?=#|\w+;)|\/\/|www\.|\S@\S|\s\s|^\s|\s$|^[#+-]|^\d+[.)]|^=+$/i.test(text);
}

/** `text` exactly as it is, inside a fence that nothing in it can close. */
export function fenced(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map((run) => run[0].length);
  const fence = '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)));
  return `${fence}\n${text}\n${fence}`;
}

/** Invisible; keeps clients from making a link or a list of what stands around it. */
const WORD_JOINER = '\u2060';

/** Control characters and marks that turn the direction of writing can make a name look like something else. */
function withoutTricks(text: string): string {
  return text.replace(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\u2060\ufeff]/gu, (mark) => (/\s/.test(mark) ? ' ' : ''));
}
