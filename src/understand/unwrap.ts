import { isJapanese } from './fold.ts';

/** Narrower texts are lists, wider ones are not broken by any window. */
const [NARROWEST, WIDEST] = [20, 120];
/** So many breaks must agree; one alone may be somebody's own. */
const FEWEST_BREAKS = 2;

/** Joins the lines of a paragraph that a window has broken: at every break, the next word would not have fitted. */
export function unwrapped(text: string): string {
  if (!text.includes('\n')) return text;
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n(?=[ \t]*(?:\n|$))/)
    .map((paragraph) => joined(paragraph))
    .join('\n');
}

function joined(paragraph: string): string {
  const lines = paragraph
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const width = lines.reduce((widest, line) => Math.max(widest, line.length), 0);
  const isBroken = lines.slice(1).every((line, index) => isFull(lines[index] ?? '', line, width));
  if (lines.length <= FEWEST_BREAKS || width < NARROWEST || width > WIDEST || !isBroken) return paragraph;
  return lines.reduce((before, line) => `${before}${isJapanese(before.slice(-1)) && isJapanese(line.charAt(0)) ? '' : ' '}${line}`);
}

/** A line that ends a sentence may still be full; one that begins a list item or a field never belongs to the line before. */
function isFull(before: string, line: string, width: number): boolean {
  if (/^(?:[-*•・+>|#]|[0-9]{1,2}[.)])|^[\p{Lu}\p{Lo}][^:]{0,24}:(?: |$)/u.test(line)) return false;
  const space = line.search(/\s/);
  const word = isJapanese(line.charAt(0)) ? 1 : space === -1 ? line.length : space;
  return before.length + 1 + word > width;
}
