import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHelpdeskStore } from '../../src/storage/helpdesk-store.ts';
import { clear, deskOn, laidOf } from './case-desk.ts';
import { channel, newCase } from './cases.ts';
import { type EmptyDatabase, emptyDatabase } from './databases.ts';
import { hold, waiting } from './holding.ts';
import { text } from './turns.ts';

const ROUNDS = 60;
const DAY = 86_400_000;
const other = { ...channel, conversation: '19:other@thread.tacv2' };

/** A case may be passed, or told what became of its card, while the helpdesk's channel changes: it is shown where the helpdesk is then. */
describe('a case on PostgreSQL while the helpdesk’s channel changes', () => {
  let empty: EmptyDatabase;
  let desk: ReturnType<typeof deskOn>;

  beforeAll(async () => {
    empty = await emptyDatabase('postgres');
    await Promise.all(Array.from({ length: 8 }, () => empty.database.query('select pg_sleep(0.05)', [])));
  });
  beforeEach(async () => {
    await clear(empty.database);
    desk = deskOn(empty.database);
  });
  afterAll(() => empty.end());

  const opened = async () => {
    const who = await desk.employee();
    const one = newCase({ person: { ...who.key, name: 'Ren' } });
    await who.turn({ cases: [{ kind: 'open', case: one }] });
    const [pending] = await desk.cases.pending(1);
    if (pending === undefined) throw new Error('Nothing is behind.');
    return { one, pending };
  };
  const settled = async () => {
    for (let round = 0; round < 3; round += 1) {
      await desk.pass(other);
      await desk.deliver();
    }
  };
  /** The helpdesk's people see the case in the other channel, and nowhere else a card of it that is not a note. */
  const standsThere = async (id: string) => {
    expect(await desk.cases.lost()).toEqual([]);
    expect(desk.room(other.conversation)).toContain(`${id} waiting-helpdesk nobody`);
    expect(
      (await empty.database.query("select 1 from kiku.case where id = $1 and channel ->> 'conversation' = $2", [id, other.conversation])).length,
    ).toBe(1);
  };

  it('is not laid out for the channel before', async () => {
    await desk.bind();
    const { one, pending } = await opened();
    await desk.bind(other);

    await desk.cases.pass(pending, laidOf(pending, channel), 1);

    await settled();
    await standsThere(one.id);
  });

  it('is not lost when the first channel has come since somebody looked', async () => {
    const { one, pending } = await opened();
    await desk.bind(other);

    await desk.cases.pass(pending, { card: null, isNowhere: true, messages: [] }, 1);

    await settled();
    await standsThere(one.id);
  });

  it('is shown where the helpdesk is, whichever comes first', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      await desk.bind();
      const { one, pending } = await opened();

      await Promise.all([desk.bind(other), desk.cases.pass(pending, laidOf(pending, channel), 1)]);

      await settled();
      await standsThere(one.id);
    }
  }, 60_000);

  it('that is over is not lost by what became of its card where the helpdesk was', async () => {
    await desk.bind();
    const { one } = await opened();
    await desk.pass();
    const rows = await desk.claimed();
    await empty.database.query("update kiku.case set state = 'closed'", []);

    await desk.bind(other);
    await desk.turns.settle(rows.map((row) => ({ kind: 'dropped', row, why: 'gone' })));

    await settled();
    expect(await desk.cases.lost()).toEqual([]);
    expect(desk.room(other.conversation)).toEqual([`${one.id} closed nobody`]);
  });

  it('keeps the thread of a card that arrives where the helpdesk was', async () => {
    await desk.bind();
    const { one } = await opened();
    await desk.pass();
    const rows = await desk.claimed();

    await desk.bind(other);
    await desk.turns.settle(rows.map((row) => ({ kind: 'done', row, activity: 'late' })));

    await settled();
    await standsThere(one.id);
    expect(await desk.cases.ofThread('contoso', `${channel.conversation};messageid=late`)).toMatchObject({ case: { id: one.id }, isFormer: true });
  });

  it('keeps the thread of a card that somebody has taken away', async () => {
    await desk.bind(other);
    const { one } = await opened();
    await settled();
    const [card] = await empty.database.query('select thread from kiku.case', []);
    const thread = String(Reflect.get(Object(card), 'thread'));
    await empty.database.query("update kiku.case set revision = revision + 1, assignee = 'hana', assignee_name = 'Hana'", []);

    await desk.pass(other);
    await desk.deliver((row) => (row.outgoing.kind === 'replace' ? 'gone' : null));
    await settled();

    expect(desk.room(other.conversation)).toContain(`${one.id} waiting-helpdesk Hana`);
    expect(await desk.cases.ofThread('contoso', thread)).toMatchObject({ case: { id: one.id }, isFormer: true });
  });

  it('is not lost by what became of its card in the channel before', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      await desk.bind();
      const { one } = await opened();
      await desk.pass();

      await Promise.all([desk.bind(other), desk.deliver((row) => (row.address.conversation === channel.conversation ? 'gone' : null))]);

      await settled();
      await standsThere(one.id);
    }
  }, 60_000);

  it('that stands nowhere is told of, also when the process is killed while it is just being told', async () => {
    const owner = await desk.employee();
    const helpdesk = createHelpdeskStore(empty.database);
    await helpdesk.bind('contoso', channel, owner.key.id, 1);
    const held = await hold(empty.database, 'lock table kiku.outbox in exclusive mode');

    const warning = helpdesk.warn('contoso', text('Nobody sees them.'), DAY).catch(() => 'killed');
    await waiting(empty.database, 1);
    await empty.database.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      [],
    );
    expect(await warning).toBe('killed');
    await held.letGo();
    await helpdesk.warn('contoso', text('Nobody sees them.'), DAY + 60_000);

    await desk.deliver();
    expect(desk.room(owner.address.conversation)).toEqual(['Nobody sees them.']);
  });
});
