import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createShelf, type Shelf } from '../../src/advisories/shelf.ts';
import type { Advisory, AdvisoryShelf } from '../../src/advisory.ts';
import type { ShelfChanges, ShelfState } from '../../src/advisory-ports.ts';
import { NOW, recordingLog } from '../graph/local-graph.ts';
import { issue } from './samples.ts';

let kept: AdvisoryShelf & ShelfState;
/** With which contents each was last another. */
let changedAt: Map<string, number>;
let isBroken: boolean;
/** What was asked of the database, in order. */
let asked: string[];
let shelf: Shelf;
let log: ReturnType<typeof recordingLog>;
let pauses: number[];
let goOn: () => void;

const answer = <T>(question: string, value: T): Promise<T> => {
  asked.push(question);
  return isBroken ? Promise.reject(new Error('The database cannot be reached.')) : Promise.resolve(structuredClone(value));
};
const changes = (since: number | null): ShelfChanges => {
  const ids = kept.advisories.map(({ id }) => id);
  return { ...kept, ids, advisories: kept.advisories.filter(({ id }) => (changedAt.get(id) ?? 0) > (since ?? -1)) };
};
const store = {
  readShelf: (since: number | null) => answer(since === null ? 'all' : `since ${since}`, changes(since)),
  shelfState: () => answer('state', { contents: kept.contents, readAt: kept.readAt, isFailing: kept.isFailing }),
};

beforeEach(() => {
  kept = { advisories: [issue('OD1'), issue('OD2')], readAt: NOW, isFailing: false, contents: 4 };
  changedAt = new Map();
  isBroken = false;
  asked = [];
  pauses = [];
  goOn = () => undefined;
  log = recordingLog();
  const wait = (ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      pauses.push(ms);
      goOn = resolve;
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  shelf = createShelf({ store, log, wait });
});
afterEach(() => shelf.stop());

const ids = () => shelf.current().advisories.map(({ id }) => id);

async function nextPause(count: number): Promise<void> {
  goOn();
  while (pauses.length < count) await new Promise((resolve) => setImmediate(resolve));
}

describe('the shelf', () => {
  it('is empty and says so before the first look', () => {
    expect(shelf.current()).toEqual({ advisories: [], readAt: null, isFailing: false });
  });

  it('shows what any instance stored', async () => {
    await shelf.look();

    expect(shelf.current()).toEqual({ advisories: kept.advisories, readAt: NOW, isFailing: false });
  });

  it('loads the advisories again only when one of them is another', async () => {
    await shelf.look();
    kept = { ...kept, readAt: NOW + 60_000 };
    await shelf.look();
    expect(shelf.current().readAt).toBe(NOW + 60_000);
    kept = { ...kept, isFailing: true };
    await shelf.look();
    expect(shelf.current().isFailing).toBe(true);
    kept = { ...kept, contents: 6, advisories: [issue('OD2')] };
    await shelf.look();

    expect(ids()).toEqual(['OD2']);
    expect(asked).toEqual(['all', 'state', 'state', 'state', 'since 4']);
  });

  it('keeps the object of an advisory that is the same', async () => {
    await shelf.look();
    const [first] = shelf.current().advisories;
    kept = { ...kept, contents: 5, advisories: [issue('OD1'), issue('OD2', { title: 'Another' })] };
    changedAt.set('OD2', 5);

    await shelf.look();

    const [same, changed]: readonly (Advisory | undefined)[] = shelf.current().advisories;
    expect(same).toBe(first);
    expect(changed?.title).toBe('Another');
  });

  it('does not go back when two looks end in another order than they began', async () => {
    await shelf.look();
    let late: (state: ShelfChanges) => void = () => undefined;
    const slow = createShelf({
      store: { ...store, readShelf: () => new Promise((resolve) => (late = resolve)) },
      log,
    });
    const first = slow.look();
    const lateFirst = late;
    const second = slow.look();
    late({ ...kept, contents: 9, advisories: [issue('OD9')], ids: ['OD9'] });
    await second;
    lateFirst(changes(null));
    await first;

    expect(slow.current().advisories.map(({ id }) => id)).toEqual(['OD9']);
  });
});

describe('following', () => {
  it('looks at once, and again after each pause', async () => {
    shelf.follow(3_000);
    await nextPause(1);
    kept = { ...kept, contents: 5, advisories: [issue('OD3')] };
    changedAt.set('OD3', 5);
    await nextPause(2);

    expect(pauses).toEqual([3_000, 3_000]);
    expect(ids()).toEqual(['OD3']);
  });

  it('keeps the last known state while the database is silent, says so once, and goes on', async () => {
    shelf.follow(3_000);
    await nextPause(1);
    isBroken = true;
    await nextPause(2);
    await nextPause(3);
    expect(ids()).toEqual(['OD1', 'OD2']);
    expect(log.lines).toMatchObject([{ level: 'warn' }]);
    isBroken = false;
    kept = { ...kept, contents: 5, advisories: [] };
    await nextPause(4);

    expect(ids()).toEqual([]);
    expect(log.lines).toHaveLength(1);
  });

  it('ends', async () => {
    shelf.follow(3_000);
    await nextPause(1);

    await shelf.stop();

    expect(pauses).toHaveLength(1);
  });
});
