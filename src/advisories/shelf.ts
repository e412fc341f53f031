import { setTimeout as sleep } from 'node:timers/promises';
import type { Advisory, AdvisoryShelf } from '../advisory.ts';
import type { AdvisoryStore, ShelfChanges, ShelfState } from '../advisory-ports.ts';
import type { Log } from '../ports.ts';
import { fieldsOf } from './log-fields.ts';

export interface ShelfSettings {
  readonly store: Pick<AdvisoryStore, 'readShelf' | 'shelfState'>;
  readonly log: Log;
  /** Sleeps, or rejects when the signal aborts. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** The advisories as turns see them: in memory, as any instance stored them; the last known state when the database is silent. */
export interface Shelf {
  current(): AdvisoryShelf;
  /** Takes what stands in the database now; nothing more than a small question when nothing has changed. */
  look(): Promise<void>;
  /** Looks every `everyMs`, so that what another instance stored is seen here too. */
  follow(everyMs: number): void;
  stop(): Promise<void>;
}

export function createShelf(settings: ShelfSettings): Shelf {
  const { store, log } = settings;
  const wait = settings.wait ?? ((ms, signal) => sleep(ms, undefined, { signal }));
  let shelf: AdvisoryShelf = { advisories: [], readAt: null, isFailing: false };
  let contents: number | null = null;
  let following: { readonly abort: AbortController; readonly ended: Promise<void> } | null = null;

  /** Two looks may end in another order than they began; what was stored earlier does not come back. */
  function take(state: ShelfState, changes: ShelfChanges | null): void {
    if (contents !== null && state.contents < contents) return;
    contents = state.contents;
    const advisories = changes === null ? shelf.advisories : changed(shelf.advisories, changes);
    shelf = { advisories, readAt: state.readAt, isFailing: state.isFailing };
  }

  async function look(): Promise<void> {
    const state = contents === null ? null : await store.shelfState();
    if (state !== null && state.contents === contents) {
      take(state, null);
      return;
    }
    const changes = await store.readShelf(contents);
    take(changes, changes);
  }

  async function goOn(everyMs: number, signal: AbortSignal): Promise<void> {
    let isSilent = false;
    while (!signal.aborted) {
      try {
        await look();
        isSilent = false;
      } catch (error) {
        if (!isSilent) log.warn(fieldsOf(error), 'The advisories could not be looked up; the last known state stands.');
        isSilent = true;
      }
      await wait(everyMs, signal).catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
    }
  }

  return {
    current: () => shelf,
    look,
    follow: (everyMs) => {
      if (following !== null) throw new Error('The shelf is being followed already.');
      const abort = new AbortController();
      following = { abort, ended: goOn(everyMs, abort.signal) };
    },
    stop: async () => {
      following?.abort.abort();
      await following?.ended;
      following = null;
    },
  };
}

/** What is the same stays the same object: what was once read out of an advisory is remembered by it. */
function changed(before: readonly Advisory[], { advisories, ids }: ShelfChanges): readonly Advisory[] {
  const known = new Map([...before, ...advisories].map((advisory) => [advisory.id, advisory]));
  return ids.toSorted().flatMap((id) => known.get(id) ?? []);
}
