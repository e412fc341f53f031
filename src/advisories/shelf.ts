import { setTimeout as sleep } from 'node:timers/promises';
import type { Advisory, AdvisoryShelf, AdvisorySource, AdvisoryStore, Log } from '../ports.ts';

export interface ShelfSettings {
  readonly source: AdvisorySource;
  readonly store: AdvisoryStore;
  readonly log: Log;
  readonly now: () => number;
  /** Sleeps, or rejects when the signal aborts. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** The advisories as turns see them: in memory, read in the background, the last known state when Graph is silent. */
export interface Shelf {
  current(): AdvisoryShelf;
  /** Takes the last known state from the store. */
  load(): Promise<void>;
  /** One reading, or the one under way. Whole or nothing; a failure is logged and kept as `isFailing`. */
  refresh(signal: AbortSignal): Promise<'read' | 'failed'>;
  /** Reads now and then `everyMs` after each reading has ended, later when Graph asks for it. */
  start(everyMs: number): void;
  /** Ends polling, an ongoing reading too. */
  stop(): Promise<void>;
}

const EMPTY: AdvisoryShelf = { advisories: [], readAt: null, isFailing: false };

export function createShelf(settings: ShelfSettings): Shelf {
  const { source, store, log, now } = settings;
  const wait = settings.wait ?? ((ms, signal) => sleep(ms, undefined, { signal }));
  let shelf = EMPTY;
  let underWay: Promise<'read' | 'failed'> | null = null;
  /** Before this no reading makes sense, because Graph asked to be left alone. */
  let notBefore = 0;
  let polling: { readonly abort: AbortController; readonly ended: Promise<void> } | null = null;

  async function read(signal: AbortSignal): Promise<'read' | 'failed'> {
    const begun = now();
    try {
      const advisories = await source.read(signal);
      if (shelf.isFailing) log.info({ advisories: advisories.length }, 'Service Health can be read again.');
      shelf = { advisories, readAt: begun, isFailing: false };
      notBefore = 0;
    } catch (error) {
      if (signal.aborted) return 'failed';
      const retryAfterMs = retryAfterOf(error);
      notBefore = retryAfterMs === null ? 0 : now() + retryAfterMs;
      shelf = { ...shelf, isFailing: true };
      log.warn({ ...fieldsOf(error), retryAfterMs, readAt: shelf.readAt }, 'Service Health could not be read; the last known state stands.');
      return 'failed';
    }
    await keep(shelf.advisories, begun);
    return 'read';
  }

  /** What was read counts even when it cannot be stored; only a restart would miss it. */
  async function keep(advisories: readonly Advisory[], readAt: number): Promise<void> {
    try {
      await store.writeShelf(advisories, readAt);
    } catch (error) {
      log.warn(fieldsOf(error), 'The advisories were read but could not be stored.');
    }
  }

  function refresh(signal: AbortSignal): Promise<'read' | 'failed'> {
    underWay ??= read(signal).finally(() => {
      underWay = null;
    });
    return underWay;
  }

  async function poll(everyMs: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await refresh(signal);
      if (signal.aborted) return;
      await wait(Math.max(everyMs, notBefore - now()), signal).catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
    }
  }

  return {
    current: () => shelf,
    load: async () => {
      const kept = await store.readShelf();
      if ((kept.readAt ?? 0) > (shelf.readAt ?? 0)) shelf = kept;
    },
    refresh,
    start: (everyMs) => {
      if (polling !== null) throw new Error('The advisories are being polled already.');
      const abort = new AbortController();
      const ended = poll(everyMs, abort.signal).catch((error: unknown) => {
        log.error(fieldsOf(error), 'Polling Service Health has ended by our own fault.');
      });
      polling = { abort, ended };
    },
    stop: async () => {
      polling?.abort.abort();
      await polling?.ended;
      polling = null;
    },
  };
}

/** A failure of the source may say how long it wants to be left alone. */
function retryAfterOf(error: unknown): number | null {
  const ms = error instanceof Error && 'retryAfterMs' in error ? error.retryAfterMs : null;
  return typeof ms === 'number' ? ms : null;
}

/** For the log: which failure, never what was sent. */
function fieldsOf(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { reason: String(error) };
  return { reason: error.message, ...('code' in error ? { code: error.code } : {}), ...('status' in error ? { status: error.status } : {}) };
}
