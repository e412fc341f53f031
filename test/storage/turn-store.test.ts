import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TurnRecord, TurnStore } from '../../src/ports.ts';
import type { Database } from '../../src/storage/database.ts';
import { createTurnStore, purgeTurns } from '../../src/storage/turn-store.ts';
import { type EmptyDatabase, emptyDatabase } from './databases.ts';
import { done, intakeOf, post, rowsOf, somebody, state, turnOf } from './turns.ts';

const LEASE = 10_000;
const DAY = 86_400_000;

describe.each(['postgres', 'pglite'] as const)('the store of turns on %s', (kind) => {
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

  describe('loading and saving', () => {
    it('knows nothing of somebody who never wrote', async () => {
      expect(await turns.load(somebody().key, 'input-1')).toEqual({
        revision: 0,
        person: null,
        intake: null,
        case: null,
        isSeen: false,
        answer: null,
      });
    });

    it('gives back what was saved, and counts the revision', async () => {
      const who = somebody();
      const person = { ...state, intake: 'i1', held: [{ id: 'm1', text: 'a "quoted" \\ line\n第二行' }] };
      await turns.save(turnOf(who, { person, intake: intakeOf('i1') }));

      const loaded = await turns.load(who.key, 'input-2');

      expect(loaded).toEqual({ revision: 1, person, intake: intakeOf('i1'), case: null, isSeen: false, answer: null });
    });

    it('keeps the intake that a turn did not change, and every earlier one', async () => {
      const who = somebody();
      await turns.save(turnOf(who, { person: { ...state, intake: 'i1' }, intake: intakeOf('i1') }));
      await saveNext(who, { inputId: 'b', person: { ...state, intake: 'i2' }, intake: intakeOf('i2') });
      await saveNext(who, { inputId: 'c', person: { ...state, intake: 'i1' } });

      expect((await turns.load(who.key, 'd')).intake).toEqual(intakeOf('i1'));
    });

    it('does not find the intake of somebody else under its id', async () => {
      const [owner, other] = [somebody(), somebody()];
      await turns.save(turnOf(owner, { person: { ...state, intake: 'shared' }, intake: intakeOf('shared') }));
      await turns.save(turnOf(other, { person: { ...state, intake: 'shared' } }));

      expect((await turns.load(other.key, 'x')).intake).toBeNull();
    });

    it('reaches a person where they last wrote in private, whatever they say in a channel meanwhile', async () => {
      const who = somebody();
      const reachedAt = async () =>
        (
          await database.query("select address ->> 'conversation' as at from kiku.person where tenant = $1 and id = $2", [who.key.tenant, who.key.id])
        )[0];
      const inChannel = { address: { ...who.address, conversation: '19:channel@thread.tacv2' }, isPersonal: false };

      await turns.save(turnOf(who, inChannel));
      expect(await reachedAt()).toEqual({ at: null });
      await saveNext(who, { inputId: 'b' });
      expect(await reachedAt()).toEqual({ at: who.address.conversation });
      await saveNext(who, { inputId: 'c', ...inChannel, outbox: [post('here')] });
      expect(await reachedAt()).toEqual({ at: who.address.conversation });
      expect((await turns.claim(inChannel.address.conversation, 1000 + LEASE, LEASE, 10))[0]?.address).toEqual(inChannel.address);
    });

    it('tells one person in two tenants apart', async () => {
      const who = somebody();
      await turns.save(turnOf(who));

      expect((await turns.load({ ...who.key, tenant: 'fabrikam' }, 'input-1')).revision).toBe(0);
    });

    it.each([
      ['NUL', 'a\0b', 'a\ufffdb'],
      ['half a surrogate pair', 'a\ud800b', 'a\ufffdb'],
      ['what looks like an escape', 'a\\u0000b', 'a\\u0000b'],
      ['an emoji of several code points', '👩🏽‍💻', '👩🏽‍💻'],
      ['thirty kilobytes', 'あ'.repeat(10_000), 'あ'.repeat(10_000)],
    ])('takes %s from a person', async (_name, text, kept) => {
      const who = somebody();
      await turns.save(turnOf(who, { inputId: `input ${text}`.slice(0, 200), person: { ...state, held: [{ id: 'm1', text }] } }));

      expect((await turns.load(who.key, 'b')).person?.held).toEqual([{ id: 'm1', text: kept }]);
      expect((await turns.load(who.key, `input ${text}`.slice(0, 200))).isSeen).toBe(true);
    });

    it('keeps what a newer version added to the state', async () => {
      const who = somebody();
      const newer = { ...state, mood: 'calm' };
      await turns.save(turnOf(who, { person: newer }));

      expect((await turns.load(who.key, 'b')).person).toEqual(newer);
    });

    it('reads a state that an older version wrote', async () => {
      const who = somebody();
      await turns.save(turnOf(who));
      await database.query(`update kiku.person set state = '{"language": "en"}' where id = $1`, [who.key.id]);

      expect((await turns.load(who.key, 'b')).person).toEqual({ ...state, language: 'en', touchedAt: 0 });
    });

    it('says that it cannot read a row, without quoting it', async () => {
      const who = somebody();
      await turns.save(turnOf(who));
      await database.query(`update kiku.person set state = '{"language": "klingon"}' where id = $1`, [who.key.id]);

      const failure: unknown = await turns.load(who.key, 'b').catch((thrown: unknown) => thrown);

      expect(failure).toMatchObject({ name: 'StorageFailure', code: 'unreadable', retryable: false });
      expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain('klingon');
    });
  });

  describe('an input that comes twice, a revision that moved on', () => {
    it('is told what was answered the first time', async () => {
      const who = somebody();
      const answer = { kind: 'card', card: { type: 'AdaptiveCard', body: [] }, summary: 'It works' } as const;
      await turns.save(turnOf(who, { answer }));

      expect((await turns.load(who.key, 'input-1')).answer).toEqual(answer);
      expect((await turns.load(who.key, 'input-2')).answer).toBeNull();
    });

    it('is seen, and saves nothing', async () => {
      const who = somebody();
      await turns.save(turnOf(who));

      const again = await saveNext(who, { inputId: 'input-1', person: { ...state, puzzled: 7 }, outbox: [post('again')] });

      expect(again).toEqual({ kind: 'seen' });
      expect(await turns.load(who.key, 'input-1')).toMatchObject({ revision: 1, person: state, isSeen: true });
      expect(await claim(who, 99_999)).toEqual([]);
    });

    it('is a collision, and saves nothing: neither the input nor the messages', async () => {
      const who = somebody();
      await turns.save(turnOf(who));

      const late = await turns.save(turnOf(who, { revision: 0, inputId: 'input-2', outbox: [post('late')], intake: intakeOf('late') }));

      expect(late).toEqual({ kind: 'collision' });
      expect(await turns.load(who.key, 'input-2')).toMatchObject({ revision: 1, isSeen: false });
      expect(await claim(who, 99_999)).toEqual([]);
    });

    it('is a collision when the person was forgotten in between', async () => {
      const who = somebody();
      await turns.save(turnOf(who));
      await turns.forget(who.key);

      expect(await turns.save(turnOf(who, { revision: 1, inputId: 'input-2' }))).toEqual({ kind: 'collision' });
      expect((await turns.load(who.key, 'input-2')).revision).toBe(0);
    });

    it('takes the same input id from two people', async () => {
      await turns.save(turnOf(somebody()));

      expect((await turns.save(turnOf(somebody()))).kind).toBe('saved');
    });
  });

  describe('what is not kept', () => {
    it('is everything of a person who is forgotten, and nothing of anybody else', async () => {
      const [gone, stays] = [somebody(), somebody()];
      for (const who of [gone, stays]) {
        const reports = [{ step: 's', problem: 'p', intake: `intake of ${who.key.id}` }];
        const intake = intakeOf(`intake of ${who.key.id}`);
        const rows = rowsOf(await turns.save(turnOf(who, { intake, reports, outbox: [post('q', 'q1'), post('r'), post('s')] })));
        const [one, two] = rows;
        if (one !== undefined && two !== undefined) await turns.settle([done(one, 'activity'), { kind: 'dropped', row: two, why: 'gone' }]);
      }

      await turns.forget(gone.key);

      const tables = ['intake', 'seen_input', 'outbox', 'slot', 'dead_letter'].map((table) => [table, 'person'] as const);
      for (const [table, column] of [['person', 'id'] as const, ...tables]) {
        const left = await database.query(`select distinct ${column} as id from kiku.${table} where ${column} in ($1, $2)`, [
          gone.key.id,
          stays.key.id,
        ]);
        expect([table, left]).toEqual([table, [{ id: stays.key.id }]]);
      }
      const reports = await database.query(`select intake from kiku.report where step = 's' order by id`, []);
      expect(reports).toEqual([{ intake: null }, { intake: `intake of ${stays.key.id}` }]);
    });

    it('is an input after a day, and a place or a dead letter after thirty', async () => {
      const who = somebody();
      const rows = rowsOf(await turns.save(turnOf(who, { at: 0, inputId: 'old', outbox: [post('q', 'q1'), post('r')] })));
      const [one, two] = rows;
      if (one !== undefined && two !== undefined) await turns.settle([done(one, 'activity'), { kind: 'dropped', row: two, why: 'gone' }]);
      await saveNext(who, { inputId: 'new', at: 2 });
      const left = async () =>
        (
          await database.query(
            `select (select count(*) from kiku.slot where person = $1)::int as slots, (select count(*) from kiku.dead_letter where person = $1)::int as dead`,
            [who.key.id],
          )
        )[0];

      await purgeTurns(database, DAY + 1);
      expect([(await turns.load(who.key, 'old')).isSeen, (await turns.load(who.key, 'new')).isSeen]).toEqual([false, true]);
      expect(await left()).toEqual({ slots: 1, dead: 1 });

      await purgeTurns(database, 30 * DAY + 1);
      expect(await left()).toEqual({ slots: 0, dead: 0 });
      expect((await turns.load(who.key, 'old')).revision).toBe(2);
    });

    it('is somebody of whom Teams says that they are not there, once they have been silent for as long as a case is kept', async () => {
      const [gone, quiet] = [somebody(), somebody()];
      for (const who of [gone, quiet]) await saveNext(who, { inputId: 'first', at: 0 });
      await database.query("update kiku.person set unreachable = 'BotNotInConversationRoster' where id = $1", [gone.key.id]);

      await purgeTurns(database, 180 * DAY);
      expect((await turns.load(gone.key, 'later')).revision).toBeGreaterThan(0);

      await purgeTurns(database, 180 * DAY + 1);
      expect(await turns.load(gone.key, 'later')).toMatchObject({ revision: 0, person: null });
      expect((await turns.load(quiet.key, 'later')).revision).toBeGreaterThan(0);
    });

    it('keeps an intake for as many days as the organisation says', async () => {
      const who = somebody();
      await saveNext(who, { inputId: 'first', at: 0, intake: intakeOf('kept'), person: { ...state, intake: 'kept' } });

      await purgeTurns(database, 30 * DAY + 1, { intakeDays: 90, caseDays: 180 });
      expect((await turns.load(who.key, 'later')).intake).toMatchObject({ id: 'kept' });

      await purgeTurns(database, 7 * DAY + 1, { intakeDays: 7, caseDays: 180 });
      expect((await turns.load(who.key, 'later')).intake).toBeNull();
    });

    it('forgets an intake after 30 days, and the words said in it, but not the language a person chose', async () => {
      const who = somebody();
      const held = [{ id: 'm1', text: 'what I wrote' }];
      const intake = intakeOf('kept');
      await saveNext(who, { inputId: 'first', at: 0, intake, person: { ...state, language: 'ja', intake: 'kept', held } });

      await purgeTurns(database, 30 * DAY);
      expect(await turns.load(who.key, 'later')).toMatchObject({ intake: { id: 'kept' }, person: { held } });

      await purgeTurns(database, 30 * DAY + 1);
      expect(await turns.load(who.key, 'later')).toMatchObject({ intake: null, person: { language: 'ja', held: [], heard: [] } });
    });
  });
});
