import type { Kept } from '../ports.ts';
import { type Retention, USUAL } from '../retention.ts';
import type { View } from '../views.ts';

/** In characters: a message of Teams may have some 28 KB, and Japanese takes three bytes of it each. */
const LONGEST_PART = 7_000;
/** Far more than a person usually has; what goes beyond is told of. */
const MOST_PARTS = 40;

/** Everything that is kept of a person as messages: first what there is, then all of it as JSON that can be selected. */
export function ownDataViews(kept: readonly Kept[], keep: Retention = USUAL): readonly View[] {
  const parts = partsOf(kept);
  const count = (sort: string) => kept.filter(({ of }) => of === sort).length;
  const counts = { conversations: count('conversations'), cases: count('cases'), alerts: count('alerts') };
  return [
    { kind: 'own-data', counts, keep, isWhole: parts.length <= MOST_PARTS },
    ...parts.slice(0, MOST_PARTS).map((text): View => ({ kind: 'own-data-part', text })),
  ];
}

/** Each part is JSON of its own, `{sort: [items]}`; only what is too long for one message is cut, between lines. */
function partsOf(kept: readonly Kept[]): readonly string[] {
  const parts: string[] = [];
  let items: Kept[] = [];
  const flush = () => {
    if (items.length > 0) parts.push(...cut(ownDataJson(items)));
    items = [];
  };
  for (const item of kept) {
    if (items.length > 0 && ownDataJson([...items, item]).length > LONGEST_PART) flush();
    items.push(item);
  }
  flush();
  return parts;
}

/** As JSON that people can read: `{sort: [items]}`. */
export function ownDataJson(items: readonly Kept[]): string {
  const sorts = Object.groupBy(items, ({ of }) => of);
  const all = Object.fromEntries(Object.entries(sorts).map(([sort, some = []]) => [sort, some.map(({ it }) => it)]));
  // The client must not take anything in it for a tag.
  return JSON.stringify(all, readable, 2).replaceAll('<', '\\u003c');
}

/** A moment as people write it. */
function readable(name: string, value: unknown): unknown {
  const isMoment = typeof value === 'number' && value > 1e12 && value < 4e12 && /^at$|_at$|At$/.test(name);
  return isMoment ? new Date(value).toISOString() : value;
}

function cut(text: string): readonly string[] {
  if (text.length <= LONGEST_PART) return [text];
  const pieces: string[] = [];
  let piece = '';
  for (const line of text.split('\n').flatMap(short)) {
    if (piece !== '' && piece.length + line.length >= LONGEST_PART) {
      pieces.push(piece);
      piece = '';
    }
    piece += `${piece === '' ? '' : '\n'}${line}`;
  }
  return [...pieces, piece];
}

/** A line that alone is too long, in pieces that part no character. */
function short(line: string): readonly string[] {
  if (line.length <= LONGEST_PART) return [line];
  const letters = [...line];
  const size = LONGEST_PART / 2;
  return Array.from({ length: Math.ceil(letters.length / size) }, (_, at) => letters.slice(at * size, (at + 1) * size).join(''));
}
