/** One page of a collection and where the next begins; `null` when there is none. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: number | null;
  readonly total: number;
}

const DEFAULT_SIZE = 100;
const LARGEST_SIZE = 1_000;

/** `Prefer: odata.maxpagesize=` up to 1000, else 100. */
export function pageSizeOf(prefer: string): number {
  const asked = Number(/odata\.maxpagesize\s*=\s*(\d+)/i.exec(prefer)?.[1] ?? DEFAULT_SIZE);
  return Math.min(Math.max(asked, 1), LARGEST_SIZE);
}

/** Cuts a page. `top` limits the whole and takes the next link away, as on Graph. `shift` begins the page so many items later, as when the list has moved. */
export function pageOf<T>(rows: readonly T[], query: { skip: number; top: number | null; size: number; shift: number }): Page<T> {
  const { skip, top, size, shift } = query;
  const end = skip + (top === null ? size : Math.min(top, LARGEST_SIZE));
  return { items: rows.slice(Math.max(0, skip + shift), end), next: top === null && end < rows.length ? end : null, total: rows.length };
}
