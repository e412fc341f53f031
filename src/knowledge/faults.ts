import { inOneLine, type KnowledgeFault } from './knowledge-fault.ts';
import type { Page, Path } from './page.ts';

/** Notes a fault at a place of a page. */
export type Report = (page: Page, path: Path, wrong: string, todo: string) => void;

/** A list that faults are noted in; the same line is noted once. */
export function faultList(): {
  readonly report: Report;
  readonly note: (fault: KnowledgeFault) => void;
  readonly sorted: () => readonly KnowledgeFault[];
} {
  const faults = new Map<string, KnowledgeFault>();
  const note = (fault: KnowledgeFault): void => {
    faults.set(inOneLine(fault), fault);
  };
  return {
    note,
    report: (page, path, wrong, todo) => note({ file: page.file, line: page.lineOf(path), wrong, todo }),
    sorted: () => [...faults.values()].toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line),
  };
}

/** ` (did you mean "…"?)` for the nearest of `known`, or nothing. */
export function didYouMean(written: string, known: Iterable<string>): string {
  const near = [...known].map((word) => ({ word, far: distance(written, word) })).toSorted((a, b) => a.far - b.far)[0];
  return near !== undefined && near.far <= Math.max(2, written.length / 4) ? ` (did you mean "${near.word}"?)` : '';
}

/** Levenshtein's distance. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
