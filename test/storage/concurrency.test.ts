import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OutboxRow, Saved } from '../../src/ports.ts';
import { createTurnStore } from '../../src/storage/turn-store.ts';
import { type EmptyDatabase, emptyDatabase } from './databases.ts';
import { done, intakeOf, post, rowsOf, somebody, state, turnOf, wordsOf } from './turns.ts';

const LEASE = 1000;
const MANY = Array.from({ length: 32 }, (_, index) => index);
const kinds = (saved: readonly Saved[]) => saved.map(({ kind }) => kind).sort();

describe('many turns at once on PostgreSQL', () => {
  let empty: EmptyDatabase;
  const turns = () => createTurnStore(empty.database, { leaseMs: LEASE });

  beforeAll(async () => {
    empty = await emptyDatabase('postgres');
    // Every connection is there before the race begins.
    await Promise.all(MANY.map(() => empty.database.query('select pg_sleep(0.05)', [])));
  });
  afterAll(() => empty.end());

  it.each([0, 1])('take one input in exactly once, at revision %i', async (revision) => {
    for (let round = 0; round < 10; round += 1) {
      const who = somebody();
      if (revision === 1) await turns().save(turnOf(who, { inputId: 'earlier' }));

      const saved = await Promise.all(MANY.map(() => turns().save(turnOf(who, { revision, outbox: [post('hello')] }))));

      expect(kinds(saved)).toEqual(['saved', ...MANY.slice(1).map(() => 'seen')]);
      const rows = await empty.database.query('select id from kiku.outbox where person = $1', [who.key.id]);
      expect(rows).toHaveLength(1);
    }
  });

  it.each([0, 1])('let exactly one of different inputs through, at revision %i', async (revision) => {
    for (let round = 0; round < 10; round += 1) {
      const who = somebody();
      if (revision === 1) await turns().save(turnOf(who, { inputId: 'earlier' }));

      const saved = await Promise.all(MANY.map((index) => turns().save(turnOf(who, { revision, inputId: `input ${index}` }))));

      expect(kinds(saved)).toEqual([...MANY.slice(1).map(() => 'collision'), 'saved']);
      expect((await turns().load(who.key, '')).revision).toBe(revision + 1);
    }
  });

  it('lose no update when each loads and decides again after a collision', async () => {
    const who = somebody();
    const count = async (inputId: string): Promise<void> => {
      for (;;) {
        const stored = await turns().load(who.key, inputId);
        if (stored.isSeen) return;
        const puzzled = (stored.person?.puzzled ?? 0) + 1;
        const intake = { ...(stored.intake ?? intakeOf('i')), revision: puzzled };
        const turn = turnOf(who, { revision: stored.revision, inputId, person: { ...state, intake: 'i', puzzled }, intake, outbox: [post(inputId)] });
        if ((await turns().save(turn)).kind !== 'collision') return;
      }
    };

    // Every input arrives twice, as Teams does it.
    await Promise.all([...MANY, ...MANY].map((index) => count(`input ${index}`)));

    const stored = await turns().load(who.key, '');
    expect([stored.revision, stored.person?.puzzled, stored.intake?.revision]).toEqual([32, 32, 32]);
    const queued = await empty.database.query(`select outgoing -> 'message' ->> 'text' as words from kiku.outbox where person = $1`, [who.key.id]);
    expect(queued.map((row) => Reflect.get(Object(row), 'words')).sort()).toEqual(MANY.map((index) => `input ${index}`).sort());
  });

  it('give each message to one of many who ask, and a conversation to one at a time', async () => {
    const people = MANY.map(() => somebody());
    for (const who of people) await turns().save(turnOf(who, { at: 0, outbox: ['a', 'b', 'c'].map((word) => post(word)) }));
    const sent = new Map<string, string[]>();
    const busy = new Set<string>();

    const work = async (limit: number): Promise<void> => {
      for (let idle = 0; idle < 5; ) {
        const rows = (await turns().claimAny(LEASE, LEASE, limit)).rows;
        idle = rows.length === 0 ? idle + 1 : 0;
        const conversations = new Set(rows.map(({ address }) => address.conversation));
        for (const conversation of conversations) {
          expect(busy.has(conversation)).toBe(false);
          busy.add(conversation);
        }
        await new Promise((resolve) => setImmediate(resolve));
        for (const row of rows) sent.set(row.address.conversation, [...(sent.get(row.address.conversation) ?? []), ...wordsOf([row])]);
        for (const conversation of conversations) busy.delete(conversation);
        await turns().settle(rows.map((row) => done(row)));
      }
    };
    await Promise.all([1, 2, 5, 7, 20, 50, 100, 100].map(work));

    expect(people.map(({ address }) => sent.get(address.conversation))).toEqual(people.map(() => ['a', 'b', 'c']));
  });

  it('keep the order of a conversation while turns and a drain deliver beside each other', async () => {
    const who = somebody();
    const sent: string[] = [];
    const deliver = async (rows: readonly OutboxRow[]): Promise<void> => {
      for (const row of rows) {
        await new Promise((resolve) => setImmediate(resolve));
        sent.push(...wordsOf([row]));
      }
      await turns().settle(rows.map((row) => done(row)));
    };
    let isOver = false;
    const drain = async (): Promise<void> => {
      while (!isOver) await deliver((await turns().claimAny(0, LEASE, 5)).rows);
    };
    const drains = [drain(), drain()];

    for (const index of MANY) {
      const { revision } = await turns().load(who.key, '');
      const saved = await turns().save(turnOf(who, { revision, at: 0, inputId: `input ${index}`, outbox: [post(`${index} a`), post(`${index} b`)] }));
      // Not waited for: the next input comes while this one's messages are on their way.
      drains.push(deliver(rowsOf(saved)));
    }
    const left = async () => (await empty.database.query('select 1 from kiku.outbox where person = $1', [who.key.id])).length;
    while ((await left()) > 0) await new Promise((resolve) => setImmediate(resolve));
    isOver = true;
    await Promise.all(drains);

    expect(sent).toEqual(MANY.flatMap((index) => [`${index} a`, `${index} b`]));
  });
});
