import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OutboxRow, TurnRecord, TurnStore } from '../../src/ports.ts';
import type { Database } from '../../src/storage/database.ts';
import { createTurnStore, releaseLeases } from '../../src/storage/turn-store.ts';
import { type EmptyDatabase, emptyDatabase } from './databases.ts';
import { done, post, replace, rowsOf, somebody, turnOf, wordsOf } from './turns.ts';

const LEASE = 10_000;

describe.each(['postgres', 'pglite'] as const)('the outbox on %s', (kind) => {
  let empty: EmptyDatabase;
  let database: Database;
  let turns: TurnStore;

  beforeAll(async () => {
    empty = await emptyDatabase(kind);
    database = empty.database;
    turns = createTurnStore(database, { leaseMs: LEASE });
  });
  afterAll(() => empty.end());

  const saveNext = async (who: ReturnType<typeof somebody>, changes: Partial<TurnRecord> & { readonly inputId: string }) => {
    const { revision } = await turns.load(who.key, changes.inputId);
    return turns.save(turnOf(who, { revision, ...changes }));
  };
  const claim = (who: ReturnType<typeof somebody>, now: number, limit = 10) => turns.claim(who.address.conversation, now, LEASE, limit);
  const first = (rows: readonly OutboxRow[]): OutboxRow => {
    const [row] = rows;
    if (row === undefined) throw new Error('No row.');
    return row;
  };

  describe('a message on its way', () => {
    it('gives the turn its own messages in their order, and nobody else until the lease ends', async () => {
      const who = somebody();
      const words = Array.from({ length: 25 }, (_, index) => `message ${index}`);

      const rows = rowsOf(await turns.save(turnOf(who, { at: 1000, outbox: words.map((word) => post(word)) })));

      expect(wordsOf(rows)).toEqual(words);
      expect(rows[0]).toMatchObject({ address: who.address, attempts: 0, activity: null });
      expect(await claim(who, 1000 + LEASE - 1, 50)).toEqual([]);
      expect(await claim(who, 1000 + LEASE, 50)).toEqual(rows);
    });

    it('is empty once everything is delivered', async () => {
      const who = somebody();
      const rows = rowsOf(await turns.save(turnOf(who, { outbox: [post('one'), post('two')] })));

      await turns.settle(rows.map((row) => done(row)));

      expect(await claim(who, 99_999)).toEqual([]);
    });

    it('holds a new turn back behind what is on its way, and gives both once that is free', async () => {
      const who = somebody();
      const [earlier] = rowsOf(await turns.save(turnOf(who, { outbox: [post('first')] })));
      const rows = rowsOf(await saveNext(who, { inputId: 'b', at: 2000, outbox: [post('second')] }));

      expect(rows).toEqual([]);
      expect(await claim(who, 2000)).toEqual([]);
      if (earlier !== undefined) await turns.settle([done(earlier)]);
      expect(wordsOf(await claim(who, 2000))).toEqual(['second']);
    });

    it('lets nothing overtake a message that is put off, and counts the attempt', async () => {
      const who = somebody();
      const [one, two] = rowsOf(await turns.save(turnOf(who, { outbox: [post('one'), post('two')] })));
      if (one === undefined || two === undefined) throw new Error('No rows.');
      await turns.settle([
        { kind: 'later', row: one, at: 50_000 },
        { kind: 'later', row: two, at: 0 },
      ]);

      expect(await claim(who, 49_999)).toEqual([]);
      const rows = await claim(who, 50_000);
      expect(wordsOf(rows)).toEqual(['one', 'two']);
      expect(rows.map(({ attempts }) => attempts)).toEqual([1, 1]);
    });

    it('counts neither an attempt nor a doubt for what was given back, and counts both apart', async () => {
      const who = somebody();
      const [one, two] = rowsOf(await turns.save(turnOf(who, { outbox: [post('one'), post('two')] })));
      if (one === undefined || two === undefined) throw new Error('No rows.');

      await turns.settle([
        { kind: 'later', row: one, at: 2000, isInDoubt: true },
        { kind: 'untried', row: two },
      ]);
      await turns.settle([{ kind: 'later', row: one, at: 3000, isInDoubt: false }]);

      const rows = await claim(who, 3000);
      expect(rows.map(({ attempts, doubts }) => [attempts, doubts])).toEqual([
        [2, 1],
        [0, 0],
      ]);
    });

    it('tells whoever settles that more stands behind', async () => {
      const who = somebody();
      const [earlier] = rowsOf(await turns.save(turnOf(who, { outbox: [post('first')] })));
      await saveNext(who, { inputId: 'b', at: 2000, outbox: [post('second')] });
      if (earlier === undefined) throw new Error('No row.');

      expect(await turns.settle([done(earlier)])).toBe(true);
      expect(await turns.settle((await claim(who, 2000)).map((row) => done(row)))).toBe(false);
    });

    it('is leased for longer while it is being sent', async () => {
      const who = somebody();
      const rows = rowsOf(await turns.save(turnOf(who, { at: 1000, outbox: [post('one')] })));

      await turns.renew(rows, 1000 + 2 * LEASE);

      expect(await claim(who, 1000 + 2 * LEASE - 1)).toEqual([]);
      expect(wordsOf(await claim(who, 1000 + 2 * LEASE))).toEqual(['one']);
    });

    it('goes on with the rest when a message is given up, and keeps why', async () => {
      const who = somebody();
      const [one] = rowsOf(await turns.save(turnOf(who, { outbox: [post('one')] })));
      await saveNext(who, { inputId: 'b', outbox: [post('two')] });
      if (one !== undefined) await turns.settle([{ kind: 'dropped', row: one, why: 'gone' }]);

      expect(wordsOf(await claim(who, 2000))).toEqual(['two']);
      const dead = await database.query('select why, attempts, outgoing from kiku.dead_letter where person = $1', [who.key.id]);
      expect(dead).toEqual([{ why: 'gone', attempts: 1, outgoing: post('one') }]);
    });

    it('gives no more than asked for, and the rest only after those are settled', async () => {
      const who = somebody();
      await turns.save(turnOf(who, { at: 0, outbox: ['a', 'b', 'c'].map((word) => post(word)) }));

      const some = await claim(who, LEASE, 2);

      expect(wordsOf(some)).toEqual(['a', 'b']);
      expect(await claim(who, LEASE, 2)).toEqual([]);
      await turns.settle(some.map((row) => done(row)));
      expect(wordsOf(await claim(who, LEASE, 2))).toEqual(['c']);
    });

    it('gives the oldest of every conversation when asked for all', async () => {
      const [one, two] = [somebody(), somebody()];
      await turns.save(turnOf(one, { at: 0, outbox: [post('one a'), post('one b')] }));
      await turns.save(turnOf(two, { at: 0, outbox: [post('two a')] }));
      const mine = new Set([one.address.conversation, two.address.conversation]);

      const rows = (await turns.claimAny(LEASE, LEASE, 100)).rows.filter(({ address }) => mine.has(address.conversation));

      expect(wordsOf(rows)).toEqual(['one a', 'two a']);
      await turns.settle(rows.map((row) => done(row)));
    });

    it('is free again at once when the only process starts anew', async () => {
      const who = somebody();
      await turns.save(turnOf(who, { outbox: [post('one')] }));

      await releaseLeases(database);

      expect(wordsOf(await claim(who, 1000))).toEqual(['one']);
    });

    it('does nothing for a row that somebody else has settled', async () => {
      const who = somebody();
      const row = first(rowsOf(await turns.save(turnOf(who, { outbox: [post('one')] }))));
      await turns.settle([done(row)]);

      await turns.settle([{ kind: 'later', row, at: 5 }]);
      await turns.settle([{ kind: 'dropped', row, why: 'gone' }]);
      await turns.settle([]);

      expect(await claim(who, 99_999)).toEqual([]);
    });
  });

  describe('a message that is replaced', () => {
    it('is found under the id it was posted with', async () => {
      const who = somebody();
      const rows = rowsOf(await turns.save(turnOf(who, { outbox: [post('question', 'q1'), post('other', 'q2')] })));
      await turns.settle(rows.map((row, index) => done(row, `activity-${index}`)));

      const [row] = rowsOf(await saveNext(who, { inputId: 'b', outbox: [replace('answered', 'q1')] }));

      expect(row?.activity).toBe('activity-0');
    });

    it('is found by whoever delivers it in place of the turn', async () => {
      const who = somebody();
      const rows = rowsOf(await turns.save(turnOf(who, { outbox: [post('question', 'q1')] })));
      await turns.settle(rows.map((row) => done(row, 'activity-1')));
      await saveNext(who, { inputId: 'b', at: 1000, outbox: [replace('answered', 'q1')] });

      expect((await claim(who, 1000 + LEASE))[0]?.activity).toBe('activity-1');
    });

    it('has no id when it never was posted, or the channel gave none', async () => {
      const who = somebody();
      const rows = rowsOf(await turns.save(turnOf(who, { outbox: [post('question', 'q1'), replace('x', 'never')] })));
      expect(rows.map(({ activity }) => activity)).toEqual([null, null]);
      await turns.settle(rows.map((row) => done(row)));

      const [row] = rowsOf(await saveNext(who, { inputId: 'b', outbox: [replace('answered', 'q1')] }));

      expect(row?.activity).toBeNull();
    });

    it('waits, with all behind it, until what it replaces has its id', async () => {
      const who = somebody();
      const rows = rowsOf(await turns.save(turnOf(who, { outbox: [post('question', 'q1'), replace('answered', 'q1'), post('next')] })));
      expect(wordsOf(rows)).toEqual(['question']);
      expect(await claim(who, 1000)).toEqual([]);

      await turns.settle([done(first(rows), 'activity-1')]);

      const rest = await claim(who, 1000);
      expect(rest.map(({ activity }) => activity)).toEqual(['activity-1', null]);
    });

    it('waits in the same way when nobody delivered either', async () => {
      const who = somebody();
      await turns.save(turnOf(who, { at: 0, outbox: [post('question', 'q1')] }));
      await saveNext(who, { inputId: 'b', at: 0, outbox: [replace('answered', 'q1')] });

      const rows = await claim(who, LEASE);

      expect(wordsOf(rows)).toEqual(['question']);
      await turns.settle([done(first(rows), 'activity-1')]);
      expect((await claim(who, LEASE))[0]?.activity).toBe('activity-1');
    });

    it('has the newest place when it was posted anew', async () => {
      const who = somebody();
      for (const activity of ['old', 'new']) {
        const rows = rowsOf(await saveNext(who, { inputId: activity, outbox: [post('question', 'q1')] }));
        await turns.settle(rows.map((row) => done(row, activity)));
      }

      const [row] = rowsOf(await saveNext(who, { inputId: 'c', outbox: [replace('answered', 'q1')] }));

      expect(row?.activity).toBe('new');
    });
  });
});
