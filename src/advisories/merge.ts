import type { Advisory } from '../advisory.ts';
import type { AdvisoryChange, SyncReading, SyncState } from '../advisory-ports.ts';
import { transitionsOf } from './transitions.ts';

/** What was received, and what stood there before. */
export interface Received {
  readonly state: SyncState;
  /** From the shelf: at least those that were received and those that are gone. What of them has had its time leaves. */
  readonly known: readonly Advisory[];
  /** In the order received; may hold an id several times. */
  readonly received: readonly Advisory[];
  /** Ids of issues that were open and that this tenant cannot see any more. */
  readonly gone: readonly string[];
  /** As it will be after this reading. */
  readonly watermark: number;
  readonly now: number;
}

const DAY_MS = 86_400_000;
/** Closed issues stay on the shelf for so long after their last change, and messages for so long; open issues always. */
const CLOSED_MS = 90 * DAY_MS;
const MESSAGE_MS = 400 * DAY_MS;

/** What changes on the shelf and what is worth telling. The first reading of a kind is silent: its backlog is no news. */
export function merge({ state, known, received, gone, watermark, now }: Received): Pick<SyncReading, 'advisories' | 'gone' | 'changes'> {
  const shelf = new Map(known.map((advisory) => [advisory.id, advisory]));
  const before = (id: string) => shelf.get(id) ?? null;
  // Age is counted from the newest change read rather than by our clock: when that is far ahead, nothing goes.
  const isOld = (advisory: Advisory) => isOutOfTime(advisory, Math.min(now, watermark));
  const fresh = newestOfEach(received).filter((advisory) => !isOlder(advisory, before(advisory.id), now));
  const news = state.watermark === null ? [] : fresh.filter((advisory) => shelf.has(advisory.id) || !isOld(advisory));
  const arrived = new Set(received.map(({ id }) => id));
  const withdrawn = gone.flatMap((id) => (arrived.has(id) ? [] : (before(id) ?? [])));
  const stays = fresh.filter((advisory) => !isOld(advisory));
  const leaves = [...withdrawn, ...known.filter(({ id }) => !arrived.has(id)).filter(isOld), ...fresh.filter(isOld)];
  return {
    advisories: stays.filter((advisory) => !isSame(advisory, before(advisory.id))),
    gone: [...new Set(leaves.map(({ id }) => id).filter((id) => shelf.has(id)))],
    changes: [
      ...news.map((advisory) => ({ advisory, transitions: transitionsOf(before(advisory.id), advisory) })),
      ...withdrawn.map(farewellOf),
    ].filter(({ transitions }) => transitions.length > 0),
  };
}

/** Over pages that move an item can come twice; it counts as last changed, and of two alike as last received. */
function newestOfEach(advisories: readonly Advisory[]): readonly Advisory[] {
  const newest = new Map<string, Advisory>();
  for (const advisory of advisories) {
    const known = newest.get(advisory.id);
    if (known === undefined || known.updatedAt <= advisory.updatedAt) newest.set(advisory.id, advisory);
  }
  return [...newest.values()];
}

/** A copy of Graph's that lags behind must not take back what was told. A change stamped with the future is put right by any. */
function isOlder(advisory: Advisory, before: Advisory | null, now: number): boolean {
  return before !== null && advisory.updatedAt < before.updatedAt && before.updatedAt <= now;
}

function isOutOfTime({ kind, isResolved, updatedAt }: Advisory, at: number): boolean {
  if (kind === 'message') return updatedAt < at - MESSAGE_MS;
  return isResolved && updatedAt < at - CLOSED_MS;
}

/** People were told of it, and no more will come: for them it is over. */
function farewellOf(advisory: Advisory): AdvisoryChange {
  return { advisory: { ...advisory, status: 'withdrawn', isResolved: true, nextUpdate: null }, transitions: ['resolved'] };
}

function isSame(left: Advisory, right: Advisory | null): boolean {
  return right !== null && textOf(left) === textOf(right);
}

/** The database gives members back in an order of its own. */
function textOf(advisory: Advisory): string {
  return JSON.stringify(Object.entries(advisory).sort(([left], [right]) => (left < right ? -1 : 1)));
}
