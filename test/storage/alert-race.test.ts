import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertRow } from '../../src/alert-ports.ts';
import type { PersonKey } from '../../src/ports.ts';
import { advisoryOf, alertOf, LIMITS, NOW, PLANNING, tenantOn } from './alerts.ts';
import { type EmptyDatabase, emptyDatabase } from './databases.ts';
import { hold, waiting } from './holding.ts';

describe('sending on PostgreSQL while fan-outs overtake one another and the helpdesk adds sentences', () => {
  let empty: EmptyDatabase;

  beforeAll(async () => {
    empty = await emptyDatabase('postgres');
  });
  afterAll(() => empty.end());

  it('posts one card to everybody, and leaves it as the newest fan-out has it in its newest edition', async () => {
    const { tenant, alerts, wrote, noticed } = tenantOn(empty.database);
    const people: PersonKey[] = [];
    for (let index = 0; index < 120; index += 1) people.push(await wrote(`p${100 + index}`));
    const shown = new Map<string, string>();
    const posts = new Map<string, number>();
    let now = NOW;
    let isOver = false;

    const send = async (row: AlertRow) => {
      await new Promise((resolve) => setTimeout(resolve, (row.fanOut * 7 + posts.size) % 9));
      if (row.activity === null) posts.set(row.person.id, (posts.get(row.person.id) ?? 0) + 1);
      shown.set(row.person.id, `${row.fanOut} ${row.edition}`);
      await alerts.settle([{ kind: 'sent', row, activity: row.activity ?? `card of ${row.person.id}`, at: now }]);
    };
    const sender = async () => {
      for (let isIdle = false; !(isOver && isIdle); now += 300) {
        const { rows, waitMs } = await alerts.claim(tenant, now, { ...LIMITS, leaseMs: 10_000_000, most: 9 });
        isIdle = rows.length === 0 && waitMs === null;
        await Promise.all(rows.map(send));
      }
    };
    const plan = async (id: number) => {
      for (let page = 0; page < people.length; page += 30) {
        const alertsOfPage = people.slice(page, page + 30).map((person) => alertOf(person));
        await alerts.plan(id, alertsOfPage.reverse(), { ...PLANNING, after: people[page]?.id ?? null });
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      await alerts.endPlanning(id, now);
    };
    const senders = [sender(), sender(), sender()];

    let last = 0;
    for (const transition of ['new', 'status', 'changed', 'became-incident'] as const) {
      const { id } = await noticed(advisoryOf('OD1'), [transition], NOW);
      const planning = plan(id);
      for (const text of ['one', 'two']) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        await alerts.control(id, { kind: 'pause' }, now);
        expect(await alerts.control(id, { kind: 'sentence', text, by: 'Hana' }, now)).toBe(true);
        await alerts.control(id, { kind: 'resume' }, now);
      }
      await planning;
      await alerts.openFanOuts();
      last = id;
    }
    isOver = true;
    await Promise.all(senders);

    expect(new Set(shown.values())).toEqual(new Set([`${last} 3`]));
    expect([...posts].filter(([, times]) => times !== 1)).toEqual([]);
    expect([shown.size, await alerts.progress(last)]).toMatchObject([120, { sent: 120, waiting: 0 }]);
  });

  it('does not end a fan-out whose cards are to be put up to date just then', async () => {
    const { alerts, wrote, planned, sendAll } = tenantOn(empty.database);
    const fanOut = await planned(advisoryOf('OD2'), [alertOf(await wrote('aiko'))]);
    await sendAll(NOW);
    // Both begin before either can see the other.
    const isHeld = Promise.withResolvers<void>();
    const holding = empty.database.transaction(async (transaction) => {
      await transaction.query('update kiku.fan_out set edition = edition + 1, ended_at = null where id = $1', [fanOut.id]);
      await transaction.query("update kiku.alert set state = 'waiting' where fan_out = $1", [fanOut.id]);
      isHeld.resolve();
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await isHeld.promise;

    await alerts.openFanOuts();
    await holding;

    expect((await alerts.openFanOuts()).map(({ id }) => id)).toContain(fanOut.id);
  });

  it('does not call somebody unreachable who has written since', async () => {
    const { tenant, alerts, wrote, planned } = tenantOn(empty.database);
    const [aiko, ben] = [await wrote('aiko'), await wrote('ben')];
    await planned(advisoryOf('OD3'), [alertOf(aiko), alertOf(ben)]);
    const { rows } = await alerts.claim(tenant, NOW, LIMITS);

    await wrote('aiko');
    await alerts.settle(rows.map((row) => ({ kind: 'failed', row, why: 'gone', reach: 'drop', isInDoubt: false })));

    const reached = await empty.database.query('select id from kiku.person where tenant = $1 and unreachable is null and address is not null', [
      tenant,
    ]);
    expect(reached).toEqual([{ id: 'aiko' }]);
  });

  it('leaves nobody waiting in a fan-out that was cancelled while it was planned', async () => {
    const { tenant, alerts, wrote, planned, noticed } = tenantOn(empty.database);
    const aiko = await wrote('aiko');
    await planned(advisoryOf('OD4'), [alertOf(aiko)]);
    const { id } = await noticed(advisoryOf('OD4'), ['changed']);
    const held = await hold(empty.database, 'select 1 from kiku.alert where tenant = $1 for update', [tenant]);

    const planning = alerts.plan(id, [alertOf(aiko)], PLANNING);
    await waiting(empty.database, 1);
    const cancelling = alerts.control(id, { kind: 'cancel' }, NOW);
    await Promise.race([cancelling, waiting(empty.database, 2)]);
    await held.letGo();
    await Promise.all([planning, cancelling]);

    expect(await alerts.progress(id)).toMatchObject({ waiting: 0 });
  });

  it('plans nothing for somebody who is forgotten just then', async () => {
    const { tenant, alerts, turns, wrote, planned, noticed } = tenantOn(empty.database);
    const [aiko, ben] = [await wrote('aiko'), await wrote('ben')];
    await planned(advisoryOf('OD5'), [alertOf(aiko)]);
    const { id } = await noticed(advisoryOf('OD5'), ['changed']);
    const held = await hold(empty.database, 'select 1 from kiku.alert where tenant = $1 for update', [tenant]);

    const planning = alerts.plan(id, [alertOf(aiko), alertOf(ben)], PLANNING);
    await waiting(empty.database, 1);
    const forgetting = turns.forget(ben);
    await Promise.race([forgetting, waiting(empty.database, 2)]);
    await held.letGo();
    await Promise.all([planning, forgetting]);

    expect(await turns.kept(ben)).toEqual([]);
  });
});
