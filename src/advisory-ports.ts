import type { Transition } from './advisories/transitions.ts';
import type { Advisory } from './advisory.ts';

/** What reading one kind starts from. */
export interface SyncState {
  /** Grows with each reading that is stored, of whichever kind; 0 before the first. */
  readonly revision: number;
  /** How far this kind was read: the greatest `updatedAt` received. `null` before its first reading. */
  readonly watermark: number | null;
  /** When the open issues were last held against Graph's own list of them; `null` never. */
  readonly reconciledAt: number | null;
  readonly isFailing: boolean;
}

/** What is worth telling of one advisory, as it was after the change. */
export interface AdvisoryChange {
  readonly advisory: Advisory;
  /** The strongest first; never empty. */
  readonly transitions: readonly Transition[];
}

/** What one reading of a kind found; kept together or not at all. */
export interface SyncReading {
  readonly kind: Advisory['kind'];
  /** The revision it started from: when that has moved on, another instance was quicker, and this reading counts for nothing. */
  readonly revision: number;
  /** Those that are new or different. */
  readonly advisories: readonly Advisory[];
  /** Ids that leave the shelf. */
  readonly gone: readonly string[];
  /** Told to everybody they concern. */
  readonly changes: readonly AdvisoryChange[];
  readonly watermark: number | null;
  readonly reconciledAt: number | null;
  /** When a successful reading of issues began; `null` of any other. */
  readonly readAt: number | null;
  readonly isFailing: boolean;
  readonly now: number;
}

/** What became of a reading. `fanOuts`: their ids, to be planned. */
export type SyncWritten = { readonly kind: 'stored'; readonly fanOuts: readonly number[] } | { readonly kind: 'overtaken' };

/** What of the shelf changes from one look to the next. */
export interface ShelfState {
  /** Moves when an advisory on the shelf is another than before, and only then. */
  readonly contents: number;
  readonly readAt: number | null;
  readonly isFailing: boolean;
}

/** The shelf, or what of it is another than before. */
export interface ShelfChanges extends ShelfState {
  readonly advisories: readonly Advisory[];
  /** Of everything on the shelf; what is not among them has left. */
  readonly ids: readonly string[];
}

/** The store of advisories: what any instance read, for all of them, over restarts. */
export interface AdvisoryStore {
  /** What changed since `contents` was that; everything: `null`. */
  readShelf(contents: number | null): Promise<ShelfChanges>;
  /** A small question, asked every few seconds. */
  shelfState(): Promise<ShelfState>;
  readSync(kind: Advisory['kind']): Promise<SyncState>;
  /** Those of a kind on the shelf that are among `ids`; all of them: `null`. */
  known(kind: Advisory['kind'], ids: readonly string[] | null): Promise<readonly Advisory[]>;
  /** Advisories, how far was read, and fan-outs in one transaction. */
  write(reading: SyncReading): Promise<SyncWritten>;
}

/** Reads Service Health and the Message Center; failures are `GraphFailure`s. One that cannot be read is left out with a warning. */
export interface AdvisorySource {
  /** Those of a kind that changed at `since` or later, all pages; all there are when `since` is `null`. May hold an id twice. */
  changed(kind: Advisory['kind'], since: number | null, signal: AbortSignal): Promise<readonly Advisory[]>;
  /** The issues that Graph itself calls open. */
  openIssues(signal: AbortSignal): Promise<readonly Advisory[]>;
  /** One issue; `null` when this tenant cannot see it any more. */
  issue(id: string, signal: AbortSignal): Promise<Advisory | null>;
}

/** How often Microsoft Graph may be asked, counted over all instances: 240 requests in a minute and 800 in an hour. */
export interface GraphBudget {
  /** Takes one request, and answers 0; or takes none, and answers after how many milliseconds there may be one. */
  takeGraphRequest(now: number): Promise<number>;
  /** Graph asked for rest: nobody takes a request before `until`. */
  restGraph(until: number): Promise<void>;
}
