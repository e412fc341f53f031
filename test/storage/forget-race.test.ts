import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { advisoryOf, alertOf, LIMITS, NOW, tenantOn } from './alerts.ts';
import { clear, deskOn, laidOf, said } from './case-desk.ts';
import { changed, channel, newCase } from './cases.ts';
import { type EmptyDatabase, emptyDatabase } from './databases.ts';
import { hold, waiting } from './holding.ts';
import { post, rowsOf } from './turns.ts';

/** Somebody may be forgotten while what they are told is sent, recorded or laid out: nothing of it comes back. */
describe('forgetting somebody on PostgreSQL', () => {
  let empty: EmptyDatabase;
  let desk: ReturnType<typeof deskOn>;

  beforeAll(async () => {
    empty = await emptyDatabase('postgres');
  });
  beforeEach(async () => {
    await clear(empty.database);
    desk = deskOn(empty.database);
    await desk.bind();
  });
  afterAll(() => empty.end());

  /** A case whose card stands in the channel. */
  const shown = async () => {
    const who = await desk.employee();
    const one = newCase({ person: { ...who.key, name: 'Ren' } });
    await who.turn({ cases: [{ kind: 'open', case: one }] });
    await desk.pass();
    await desk.deliver();
    return { who, one };
  };
  const answered = async () => {
    const { who, one } = await shown();
    await desk.cases.save(changed(one, { state: 'waiting-employee' }), one.revision, [said('agent', 'Please restart it.')], 'answer');
    const [pending] = await desk.cases.pending(1);
    if (pending === undefined) throw new Error('Nothing is behind.');
    return { who, one, pending };
  };

  it('keeps nothing of what was just being recorded as sent, or as given up', async () => {
    const who = await desk.employee();
    const rows = rowsOf(await who.turn({ outbox: [post('first', 'slot'), post('second')] }));
    const held = await hold(
      empty.database,
      "insert into kiku.slot (conversation, slot, activity, tenant, person, at) values ($1, 'slot', '', '', '', 0)",
      [who.address.conversation],
    );

    const settling = desk.turns.settle(
      rows.map((row, index) => (index === 0 ? { kind: 'done', row, activity: 'a1' } : { kind: 'dropped', row, why: 'gone' })),
    );
    await waiting(empty.database, 1);
    const forgetting = desk.turns.forget(who.key);
    await waiting(empty.database, 2);
    await held.takeBack();
    await Promise.all([settling, forgetting]);

    expect(await desk.turns.kept(who.key)).toEqual([]);
  });

  it('keeps nothing that was just being laid out for them', async () => {
    const { who, one, pending } = await answered();
    const held = await hold(empty.database, "select 1 from kiku.case_message where case_id = $1 and sender = 'agent' for update", [one.id]);

    const passing = desk.cases.pass(pending, laidOf(pending, channel), 1);
    await waiting(empty.database, 1);
    const forgetting = desk.turns.forget(who.key);
    await waiting(empty.database, 2);
    await held.letGo();
    await Promise.all([passing, forgetting]);

    expect(await desk.turns.kept(who.key)).toEqual([]);
  });

  it('lays out nothing for them of what was looked at before', async () => {
    const { who, one, pending } = await answered();

    await desk.turns.forget(who.key);
    await desk.cases.pass(pending, laidOf(pending, channel), 1);

    expect(await desk.turns.kept(who.key)).toEqual([]);
    await desk.pass();
    await desk.deliver();
    expect(desk.room(channel.conversation)).toEqual([`${one.id} withdrawn nobody`]);
    expect(desk.room(who.address.conversation)).toEqual([]);
  });

  it('keeps none of their words that were on their way into the thread, when these are given up', async () => {
    const { who, one } = await shown();
    await who.turn({ cases: [{ kind: 'say', case: one.id, text: 'My secret words' }] });
    await desk.pass();
    const rows = await desk.claimed();

    await desk.turns.forget(who.key);
    await desk.turns.settle(rows.map((row) => ({ kind: 'dropped', row, why: 'refused' })));

    expect(rows.map(({ outgoing }) => JSON.stringify(outgoing)).join()).toContain('My secret words');
    const kept = await empty.database.query('select outgoing::text from kiku.dead_letter union all select outgoing::text from kiku.outbox', []);
    expect(JSON.stringify(kept)).not.toContain('My secret words');
  });

  it('keeps no name beside what could not be delivered, when that is recorded at the same time', async () => {
    const { who, one } = await shown();
    await who.turn({ cases: [{ kind: 'say', case: one.id, text: 'Hello?' }] });
    await desk.pass();
    const rows = await desk.claimed();
    const held = await hold(empty.database, 'select 1 from kiku.case where id = $1 for update', [one.id]);

    const forgetting = desk.turns.forget(who.key);
    await waiting(empty.database, 1);
    const settling = desk.turns.settle(rows.map((row) => ({ kind: 'dropped', row, why: 'refused' })));
    await waiting(empty.database, 2);
    await held.letGo();
    await Promise.all([forgetting, settling]);

    const told = await empty.database.query("select by_name from kiku.case_message where body like 'undelivered %'", []);
    expect(told).toEqual([{ by_name: '' }]);
  });

  it('is done though what they were told is recorded in the other order at the same time', async () => {
    const { alerts, turns, wrote, planned, tenant } = tenantOn(empty.database);
    const aiko = await wrote('aiko');
    await planned(advisoryOf('OD1'), [alertOf(aiko)]);
    const { rows } = await alerts.claim(tenant, NOW, LIMITS);
    const held = await hold(empty.database, "select 1 from kiku.person where tenant = $1 and id = 'aiko' for update", [tenant]);

    const forgetting = turns.forget(aiko);
    await waiting(empty.database, 1);
    const settling = alerts.settle(rows.map((row) => ({ kind: 'failed', row, why: 'gone', reach: 'until-heard', isInDoubt: false })));
    await waiting(empty.database, 2);
    await held.letGo();

    await Promise.all([settling, forgetting]);
    expect(await turns.kept(aiko)).toEqual([]);
  });
});
