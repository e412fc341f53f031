import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createShelf, type Shelf } from '../../src/advisories/shelf.ts';
import type { GraphServer } from '../../src/local/graph/server.ts';
import type { AdvisoryShelf, AdvisoryStore } from '../../src/ports.ts';
import { NOW, type Reader, readerOf, startServer } from '../graph/local-graph.ts';

/** The store's contract in memory: what was written last is what is read. */
function memoryStore(): AdvisoryStore & { kept: AdvisoryShelf; isBroken: boolean } {
  const store = {
    kept: { advisories: [], readAt: null, isFailing: false } as AdvisoryShelf,
    isBroken: false,
    readShelf: async () => store.kept,
    writeShelf: async (advisories: AdvisoryShelf['advisories'], readAt: number) => {
      if (store.isBroken) throw new Error('The disk is full.');
      store.kept = { advisories, readAt, isFailing: false };
    },
  };
  return store;
}

const never = new AbortController().signal;
const ids = (shelf: Shelf) => shelf.current().advisories.map((advisory) => advisory.id);

let server: GraphServer;
let reader: Reader;
let store: ReturnType<typeof memoryStore>;
let clock: number;
let shelf: Shelf;
let pauses: number[];
/** Lets the poll go on after its next pause. */
let goOn: () => void;

beforeEach(async () => {
  server = await startServer();
  reader = readerOf(server);
  store = memoryStore();
  clock = NOW;
  pauses = [];
  goOn = () => undefined;
  const wait = (ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      pauses.push(ms);
      goOn = resolve;
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  shelf = createShelf({ source: reader.source, store, log: reader.log, now: () => clock, wait });
});
afterEach(async () => {
  await shelf.stop();
  await server.close();
});

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve));
}

describe('the shelf', () => {
  it('is empty and says so before the first reading', () => {
    expect(shelf.current()).toEqual({ advisories: [], readAt: null, isFailing: false });
  });

  it('holds what one reading found, and keeps it in the store', async () => {
    expect(await shelf.refresh(never)).toBe('read');

    expect(ids(shelf)).toContain('OD255960');
    expect(shelf.current()).toMatchObject({ readAt: NOW, isFailing: false });
    expect(store.kept).toEqual(shelf.current());
  });

  it('shows the last known state after a restart, before Graph has answered', async () => {
    await shelf.refresh(never);
    const restarted = createShelf({ source: reader.source, store, log: reader.log, now: () => clock });

    await restarted.load();

    expect(restarted.current()).toEqual(shelf.current());
  });

  it('does not load an older state over a newer reading', async () => {
    store.kept = { advisories: [], readAt: NOW - 1, isFailing: false };
    store.isBroken = true;
    await shelf.refresh(never);

    await shelf.load();

    expect(ids(shelf)).toContain('OD255960');
  });

  it.each([
    ['Graph is down', { kind: 'failing', status: 503, count: 99 }],
    ['half a response comes', { kind: 'half', count: 99 }],
    ['only the messages fail', { kind: 'failing', status: 500, on: 'messages', count: 99 }],
    ['a web page comes', { kind: 'html', count: 99 }],
  ])('keeps the old state with its age when %s, and takes the new one when Graph is back', async (_, fault) => {
    await shelf.refresh(never);
    const before = shelf.current();
    server.advisories.change('OD900001', { isOn: true });
    server.faults.inject(fault);
    clock += 60_000;

    expect(await shelf.refresh(never)).toBe('failed');

    expect(shelf.current()).toEqual({ ...before, isFailing: true });
    expect(store.kept).toEqual(before);

    server.faults.clear();
    expect(await shelf.refresh(never)).toBe('read');

    expect(ids(shelf)).toContain('OD900001');
    expect(shelf.current()).toMatchObject({ readAt: clock, isFailing: false });
  });

  it('drops what Microsoft no longer shows', async () => {
    await shelf.refresh(never);
    server.advisories.remove('OD255960');

    await shelf.refresh(never);

    expect(ids(shelf)).not.toContain('OD255960');
  });

  it('shows what was read even when it cannot be stored', async () => {
    store.isBroken = true;

    expect(await shelf.refresh(never)).toBe('read');

    expect(shelf.current().isFailing).toBe(false);
    expect(reader.log.lines.map((line) => line.level)).toEqual(['warn']);
  });

  it('reads once when two ask at the same time', async () => {
    await Promise.all([shelf.refresh(never), shelf.refresh(never)]);

    expect(server.requests).toHaveLength(2);
  });

  it('logs why a reading failed, without the token', async () => {
    server.faults.inject({ kind: 'failing', status: 403 });

    await shelf.refresh(never);

    expect(reader.log.lines[0]).toMatchObject({ level: 'warn', fields: { code: 'forbidden', status: 403 } });
    expect(JSON.stringify(reader.log.lines)).not.toContain(server.token);
  });
});

describe('polling', () => {
  it('reads at once, and again after each pause', async () => {
    shelf.start(60_000);
    await until(() => pauses.length === 1);
    server.advisories.change('OD900001', { isOn: true });
    goOn();
    await until(() => pauses.length === 2);

    expect(pauses).toEqual([60_000, 60_000]);
    expect(ids(shelf)).toContain('OD900001');
  });

  it('waits longer when Graph asks for it, and not after the next good reading', async () => {
    server.faults.inject({ kind: 'throttle', retryAfterSeconds: 600 });
    shelf.start(60_000);
    await until(() => pauses.length === 1);
    clock += 600_000;
    goOn();
    await until(() => pauses.length === 2);

    expect(pauses).toEqual([600_000, 60_000]);
    expect(shelf.current().isFailing).toBe(false);
  });

  it('ends in the middle of a reading, and an ended reading is no failure', async () => {
    server.faults.inject({ kind: 'hang', count: 9 });
    shelf.start(60_000);
    await until(() => server.requests.length === 1);

    await shelf.stop();

    expect(shelf.current().isFailing).toBe(false);
    expect(reader.log.lines).toEqual([]);
  });
});
