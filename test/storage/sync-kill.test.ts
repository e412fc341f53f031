import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createSync } from '../../src/advisories/sync.ts';
import type { Advisory } from '../../src/advisory.ts';
import type { AdvisorySource } from '../../src/advisory-ports.ts';
import { startGraphServer } from '../../src/local/graph/server.ts';
import { createAdvisoryStore } from '../../src/storage/advisory-store.ts';
import type { Database } from '../../src/storage/database.ts';
import { migrate, readMigrations } from '../../src/storage/migrations.ts';
import { openPostgres } from '../../src/storage/postgres.ts';
import { StorageFailure } from '../../src/storage/storage-failure.ts';
import { createTurnStore } from '../../src/storage/turn-store.ts';
import { issue, message } from '../advisories/samples.ts';
import { NOW, recordingLog } from '../graph/local-graph.ts';
import { freshDatabase } from '../postgres.ts';
import { type Child, runChild } from './children/run.ts';
import { type EmptyDatabase, emptyDatabase } from './databases.ts';
import { somebody, turnOf } from './turns.ts';

async function toldIn(database: Database): Promise<readonly string[]> {
  const rows = await database.query('select advisory, transitions from kiku.fan_out order by id', []);
  return rows.map((row) => [Reflect.get(Object(row), 'advisory'), Reflect.get(Object(row), 'transitions')].flat().join(' '));
}

/** The database, whose connection breaks at the statement of that number within a transaction: `before` it arrives, or `after`, with its answer. */
function breakingAt(database: Database, statement: number, when: 'before' | 'after'): Database {
  return {
    ...database,
    transaction: (run, limitMs) => {
      let count = 0;
      return database.transaction(
        (transaction) =>
          run({
            ...transaction,
            async query(text, params) {
              count += 1;
              const lost = () => new StorageFailure('unreachable', 'The database cannot be reached.', { retryable: true });
              if (count === statement && when === 'before') throw lost();
              const rows = await transaction.query(text, params);
              if (count === statement) throw lost();
              return rows;
            },
          }),
        limitMs,
      );
    },
  };
}

describe.each(['postgres', 'pglite'] as const)('a reading that breaks off on %s', (kind) => {
  let empty: EmptyDatabase;
  beforeAll(async () => {
    empty = await emptyDatabase(kind);
  });
  afterAll(() => empty.end());
  beforeEach(async () => {
    await empty.database.query('truncate kiku.advisory, kiku.advisory_reading, kiku.fan_out, kiku.person', []);
    await createTurnStore(empty.database).save(turnOf(somebody()));
  });

  it.each([1, 2, 3, 4].flatMap((statement) => [[statement, 'before'] as const, [statement, 'after'] as const]))(
    'at statement %i, %s it, keeps nothing, and the next tells everything once',
    async (statement, when) => {
      let graph: readonly Advisory[] = [issue('OD1'), issue('OD2', { updatedAt: NOW - 100 * 86_400_000 }), message('MC1')];
      const source: AdvisorySource = {
        changed: async (of) => graph.filter((advisory) => advisory.kind === of),
        openIssues: async () => graph.filter((advisory) => advisory.kind === 'issue' && !advisory.isResolved),
        issue: async () => null,
      };
      const on = (database: Database) => createSync({ source, store: createAdvisoryStore(database), now: () => NOW, log: recordingLog() });
      const store = createAdvisoryStore(empty.database);
      const signal = new AbortController().signal;
      await on(empty.database).sync(signal);
      const kept = async () => [await store.readSync('issue'), await store.known('issue', null)];
      const before = await kept();
      graph = [issue('OD1', { isResolved: true }), issue('OD3'), message('MC1')];

      await expect(on(breakingAt(empty.database, statement, when)).sync(signal, { isThorough: true })).rejects.toMatchObject({ code: 'unreachable' });
      expect(await kept()).toEqual(before);
      expect(await toldIn(empty.database)).toEqual([]);
      await on(empty.database).sync(signal, { isThorough: true });

      expect((await toldIn(empty.database)).toSorted()).toEqual(['OD1 resolved', 'OD2 resolved', 'OD3 new']);
    },
  );
});

describe('two processes that read at once and are killed again and again', () => {
  it('tell every change once', async () => {
    const { url, drop } = await freshDatabase();
    const database = openPostgres(url, { connections: 2 });
    await migrate(database, await readMigrations());
    await createTurnStore(database).save(turnOf(somebody()));
    const server = await startGraphServer({ port: 0, host: '127.0.0.1', now: Date.now });
    const start = () => runChild('sync-for-ever', [url, server.origin, server.token]);
    const running: [Child, Child] = [start(), start()];
    await Promise.race(running.map((child) => child.line(0)));
    const expected: string[] = [];
    const open: string[] = [];
    for (let kill = 0; kill < 10; kill += 1) {
      for (let change = 0; change < 12; change += 1) {
        const id = server.advisories.publish({ service: 'Exchange Online', title: `Trouble ${expected.length}`, impact: 'Mail is late.' }).value.id;
        open.push(id);
        expected.push(`${id} new`);
        await new Promise((resolve) => setTimeout(resolve, (kill * 7 + change * 3) % 11));
        // Only what was told as new can be told as over; what came and went between two readings was nothing to anybody.
        const over = open.length > 6 ? open.shift() : undefined;
        if (over !== undefined && (await toldIn(database)).includes(`${over} new`)) {
          server.advisories.change(over, { resolve: true });
          expected.push(`${over} resolved`);
        }
      }
      await running[kill % 2]?.kill();
      running[kill % 2] = start();
      await running[kill % 2]?.line(0);
    }
    const [last] = running;
    await last.line(last.lines.length + 2);
    await Promise.all(running.map((child) => child.kill()));
    const told = await toldIn(database);
    await server.close();
    await database.close();
    await drop();

    expect(told.toSorted()).toEqual(expected.toSorted());
  }, 120_000);
});
