import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CandidatePage } from '../../src/alert-ports.ts';
import { purgeAlerts } from '../../src/storage/alert-store.ts';
import { advisoryOf, alertOf, LIMITS, NOW, PLANNING, peopleOf, tenantOn } from './alerts.ts';
import { type EmptyDatabase, emptyDatabase } from './databases.ts';
import { intakeOf } from './turns.ts';

const DAY_MS = 86_400_000;
const EVERYBODY: CandidatePage = { after: null, limit: 100, since: 0, changedSince: null };

describe.each(['postgres', 'pglite'] as const)('the store of alerts on %s', (kind) => {
  let empty: EmptyDatabase;
  const aTenant = () => tenantOn(empty.database);

  beforeAll(async () => {
    empty = await emptyDatabase(kind);
  });
  afterAll(() => empty.end());

  it('gives fan-outs as they were written, the oldest first, until all is told', async () => {
    const { alerts, wrote, noticed, planned, sendAll } = aTenant();
    await wrote('aiko');
    const first = await noticed(advisoryOf('OD1', { title: 'It "fails"' }), ['became-incident', 'status'], NOW + 7);
    const second = await planned(advisoryOf('OD2'), [alertOf(await wrote('ben'))]);
    const open = async () => (await alerts.openFanOuts()).map(({ id }) => id).filter((id) => id >= first.id);

    expect(await alerts.fanOut(first.id)).toEqual({
      id: first.id,
      tenant: first.tenant,
      advisory: advisoryOf('OD1', { title: 'It "fails"' }),
      transitions: ['became-incident', 'status'],
      control: 'running',
      fault: null,
      sentence: null,
      edition: 1,
      startsAt: NOW + 7,
      createdAt: NOW + 7,
      plannedAt: null,
    });
    expect(await open()).toEqual([first.id, second.id]);
    await sendAll(NOW);
    await alerts.endPlanning(first.id, NOW + 9);
    expect(await open()).toEqual([]);
    expect(await alerts.control(second.id, { kind: 'pause' }, NOW)).toBe(false);
    expect(await alerts.fanOut(second.id)).toMatchObject({ control: 'running', plannedAt: NOW });
    expect(await alerts.fanOut(123_456_789)).toBeNull();
  });

  it('gives the people who may be concerned, page by page, with what is known of them', async () => {
    const { alerts, wrote, noticed, planned, sendAll } = aTenant();
    const card = await wrote('a card');
    await planned(advisoryOf('OD1'), [alertOf(card)]);
    await sendAll(NOW);
    const wishes = {
      follows: ['OneDrive for Business'],
      mutedServices: [],
      mutedAdvisories: ['OD9'],
      quiet: { from: 60, to: 5 },
      incidentsPass: true,
    };
    await wrote('b follows', { says: { alerts: wishes, language: null, spoken: 'en', timeZone: 'Asia/Tokyo', told: { OD1: 4 } } });
    await wrote('c intakes', { intake: { ...intakeOf('i1'), dismissed: ['OD7'] }, at: NOW - 5 });
    await wrote('c intakes', { intake: intakeOf('i2'), at: NOW });
    await wrote('d old intake', { intake: intakeOf('i1'), at: NOW - 10 });
    await wrote('e nothing');
    const fanOut = await noticed(advisoryOf('OD1'));
    const ask = async (page: Partial<CandidatePage>) => alerts.candidates(fanOut, { ...EVERYBODY, since: NOW - 5, ...page });

    const all = await ask({});

    expect(all.map(({ key, hasCard, intakes }) => [key.id, hasCard, intakes.map(({ id }) => id)])).toEqual([
      ['a card', true, []],
      ['b follows', false, []],
      ['c intakes', false, ['i2', 'i1']],
    ]);
    expect(all[1]).toMatchObject({ language: 'en', timeZone: 'Asia/Tokyo', wishes, told: { OD1: 4 } });
    expect(all[2]?.intakes[1]).toEqual({ id: 'i1', state: 'open', facts: intakeOf('').facts, dismissed: ['OD7'], touchedAt: NOW - 5 });
    const paged = [await ask({ limit: 2 }), await ask({ limit: 2, after: 'b follows' }), await ask({ limit: 2, after: 'c intakes' })];
    expect(paged.map((page) => page.map(({ key }) => key.id))).toEqual([['a card', 'b follows'], ['c intakes'], []]);
    await wrote('b follows', { at: NOW + 50, says: { alerts: wishes } });
    expect((await ask({ changedSince: NOW + 1 })).map(({ key }) => key.id)).toEqual(['b follows']);
  });

  it('keeps a page of plans with where planning stands, and plans nobody twice', async () => {
    const { tenant, alerts, wrote, noticed } = aTenant();
    const [aiko, ben] = [await wrote('aiko'), await wrote('ben')];
    const fanOut = await noticed(advisoryOf('OD1'));
    expect(await alerts.planning(fanOut.id)).toBeNull();

    expect(await alerts.plan(fanOut.id, [alertOf(aiko)], { ...PLANNING, after: 'aiko' })).toBe(1);
    expect(await alerts.plan(fanOut.id, [alertOf(aiko, { dueAt: 5 }), alertOf(ben)], { ...PLANNING, pass: 2, previousBeganAt: 3 })).toBe(1);
    // Somebody who is gone by now.
    expect(await alerts.plan(fanOut.id, [alertOf({ tenant, id: 'nobody' })], { ...PLANNING, pass: 3 })).toBe(0);

    expect(await alerts.planning(fanOut.id)).toEqual({ ...PLANNING, pass: 3 });
    expect(await alerts.progress(fanOut.id)).toEqual({ waiting: 2, sent: 0, failed: 0, skipped: 0, inDoubt: 0, nextDueAt: NOW });
  });

  it('lets a later fan-out take over what waits and what stands in chats, with the card', async () => {
    const { tenant, alerts, wrote, planned, sendAll } = aTenant();
    const [told, waits] = [await wrote('told'), await wrote('waits')];
    const first = await planned(advisoryOf('OD1'), [alertOf(told), alertOf(waits, { dueAt: NOW + 5000 })]);
    await sendAll(NOW);

    const second = await planned(
      advisoryOf('OD1', { status: 'restored' }),
      [alertOf(told, { reason: 'informed' }), alertOf(waits)],
      ['status'],
      NOW + 1000,
    );
    const { rows } = await alerts.claim(tenant, NOW + 2000, LIMITS);

    expect(rows.map(({ fanOut, person, activity, reason }) => [fanOut, person.id, activity, reason]).sort()).toEqual([
      [second.id, 'told', 'card of told', 'informed'],
      [second.id, 'waits', null, 'affected'],
    ]);
    expect(await alerts.progress(first.id)).toMatchObject({ waiting: 0, sent: 0 });
    // An earlier one that is planned late takes nothing back.
    expect(await alerts.plan(first.id, [alertOf(told)], PLANNING)).toBe(0);
  });

  it('tells as the newest has it what an earlier one left waiting for people to whom the newest says nothing', async () => {
    const { tenant, alerts, wrote, planned, sendAll } = aTenant();
    const night = NOW + 50_000;
    const people = [await wrote('card'), await wrote('question'), await wrote('late')] as const;
    await planned(advisoryOf('OD1'), [
      alertOf(people[0], { dueAt: night }),
      alertOf(people[1], { part: 'question', dueAt: night }),
      alertOf(people[2]),
    ]);
    const reopened = await alerts.openFanOuts();
    const newest = await planned(advisoryOf('OD1'), [], ['reopened'], NOW - 1);
    expect(reopened.some(({ id }) => id === newest.id)).toBe(false);
    await sendAll(NOW);

    expect(await alerts.progress(newest.id)).toMatchObject({ waiting: 1, sent: 1, nextDueAt: night });
    const over = await planned(advisoryOf('OD1', { isResolved: true }), [], ['resolved'], NOW + 10);
    expect(await alerts.claim(tenant, night, LIMITS)).toEqual({ rows: [], waitMs: null });
    expect(await alerts.progress(over.id)).toMatchObject({ waiting: 0, sent: 0 });
  });

  it('holds back the card of a later fan-out while the first is on its way, and then replaces that', async () => {
    const { tenant, alerts, wrote, planned } = aTenant();
    const aiko = await wrote('aiko');
    await planned(advisoryOf('OD1'), [alertOf(aiko)]);
    const [row] = (await alerts.claim(tenant, NOW, LIMITS)).rows;
    if (row === undefined) throw new Error('Nothing is due.');
    const second = await planned(advisoryOf('OD1', { status: 'restored' }), [alertOf(aiko)], ['status']);

    expect((await alerts.claim(tenant, NOW + 1, LIMITS)).rows).toEqual([]);
    await alerts.settle([{ kind: 'sent', row, activity: 'the card', at: NOW + 2 }]);
    const { rows } = await alerts.claim(tenant, NOW + 1002, LIMITS);

    expect(rows).toMatchObject([{ fanOut: second.id, activity: 'the card' }]);
  });

  it('begins a later fan-out paused when the one before is, for the same reason', async () => {
    const { alerts, wrote, noticed } = aTenant();
    await wrote('aiko');
    const [held, stopped, cancelled] = [await noticed(advisoryOf('OD1')), await noticed(advisoryOf('OD2')), await noticed(advisoryOf('OD3'))];
    await alerts.control(held.id, { kind: 'pause' }, NOW);
    await alerts.stopFor(stopped.id, '401');
    await alerts.stopFor(held.id, '401');
    await alerts.control(cancelled.id, { kind: 'cancel' }, NOW);

    const later = [await noticed(advisoryOf('OD1')), await noticed(advisoryOf('OD2')), await noticed(advisoryOf('OD3'))];

    expect(later.map(({ control, fault }) => [control, fault])).toEqual([
      ['paused', null],
      ['paused', '401'],
      ['running', null],
    ]);
    await alerts.control(stopped.id, { kind: 'resume' }, NOW);
    expect(await alerts.fanOut(stopped.id)).toMatchObject({ control: 'running', fault: null });
  });

  it('cancels at once and for good; what is on its way arrives', async () => {
    const { tenant, alerts, wrote, planned } = aTenant();
    const fanOut = await planned(advisoryOf('OD1'), [alertOf(await wrote('flies')), alertOf(await wrote('waits'))]);
    const { rows } = await alerts.claim(tenant, NOW, { ...LIMITS, most: 1 });

    expect(await alerts.control(fanOut.id, { kind: 'cancel' }, NOW + 1)).toBe(true);
    await alerts.settle(rows.map((row) => ({ kind: 'sent', row, activity: 'card', at: NOW + 2 })));

    expect((await alerts.claim(tenant, NOW + 60_000, LIMITS)).rows).toEqual([]);
    expect(await alerts.progress(fanOut.id)).toMatchObject({ waiting: 0, sent: 1, skipped: 1 });
    expect(await alerts.plan(fanOut.id, [alertOf(await wrote('new'))], PLANNING)).toBe(0);
    for (const kind of ['resume', 'pause', 'cancel'] as const) expect(await alerts.control(fanOut.id, { kind }, NOW)).toBe(false);
    expect(await alerts.control(fanOut.id, { kind: 'sentence', text: 'x', by: 'y' }, NOW)).toBe(false);
  });

  it('puts cards up to date with a sentence of the helpdesk, also what was on its way without it, and when all was over', async () => {
    const { tenant, alerts, wrote, planned, sendAll } = aTenant();
    const [sent, flies, asked] = [await wrote('sent'), await wrote('flies'), await wrote('asked')];
    const fanOut = await planned(advisoryOf('OD1'), [alertOf(sent), alertOf(asked, { part: 'question' }), alertOf(flies, { dueAt: NOW + 1 })]);
    await sendAll(NOW);
    const { rows } = await alerts.claim(tenant, NOW + 1, LIMITS);

    expect(await alerts.control(fanOut.id, { kind: 'sentence', text: 'Use the web.', by: 'Hana' }, NOW + 2)).toBe(true);
    await alerts.settle(rows.map((row) => ({ kind: 'sent', row, activity: 'card of flies', at: NOW + 3 })));
    const again = await sendAll(NOW + 5000);

    expect(await alerts.fanOut(fanOut.id)).toMatchObject({ edition: 2, sentence: { text: 'Use the web.', by: 'Hana' } });
    expect(again.map(({ person, edition, activity }) => [person.id, edition, activity]).sort()).toEqual([
      ['flies', 2, 'card of flies'],
      ['sent', 2, 'card of sent'],
    ]);
    expect((await alerts.openFanOuts()).some(({ id }) => id === fanOut.id)).toBe(false);
    expect(await alerts.control(fanOut.id, { kind: 'sentence', text: 'It is mended.', by: 'Hana' }, NOW + 9000)).toBe(true);
    expect(await alerts.progress(fanOut.id)).toMatchObject({ waiting: 2, sent: 1 });
    expect((await alerts.openFanOuts()).some(({ id }) => id === fanOut.id)).toBe(true);
  });

  it('records what became of each: later, in doubt, repaired, skipped, failed', async () => {
    const { tenant, alerts, wrote, planned } = aTenant();
    const people = [
      await wrote('later'),
      await wrote('doubt'),
      await wrote('repaired'),
      await wrote('skipped'),
      await wrote('failed'),
      await wrote('quiet'),
    ];
    const fanOut = await planned(
      advisoryOf('OD1'),
      people.map((person) => alertOf(person)),
    );
    const { rows } = await alerts.claim(tenant, NOW, LIMITS);
    const row = (id: string) => {
      const found = rows.find(({ person }) => person.id === id);
      if (found?.address === null || found === undefined) throw new Error(`${id} was not given out.`);
      return { ...found, address: found.address };
    };

    await alerts.settle([
      { kind: 'later', row: row('later'), at: NOW + 4000, isTried: true, isInDoubt: false },
      { kind: 'later', row: row('doubt'), at: NOW + 4000, isTried: true, isInDoubt: true },
      { kind: 'later', row: row('quiet'), at: NOW + 9000, isTried: false, isInDoubt: false },
      { kind: 'repaired', row: row('repaired'), address: { ...row('repaired').address, conversation: 'another chat' } },
      { kind: 'skipped', row: row('skipped'), why: 'muted' },
      { kind: 'failed', row: row('failed'), why: 'too-big', reach: null, isInDoubt: false },
    ]);

    expect(await alerts.progress(fanOut.id)).toEqual({ waiting: 4, sent: 0, failed: 1, skipped: 1, inDoubt: 0, nextDueAt: NOW });
    const soon = await alerts.claim(tenant, NOW + 1, LIMITS);
    expect(soon.rows).toMatchObject([{ person: { id: 'repaired' }, repairs: 1, activity: null, address: { conversation: 'another chat' } }]);
    expect(soon.waitMs).toBe(3999);
    const then = await alerts.claim(tenant, NOW + 9000, LIMITS);
    expect(then.rows.map(({ person, attempts, doubts }) => [person.id, attempts, doubts]).sort()).toEqual([
      ['doubt', 1, 1],
      ['later', 1, 0],
      ['quiet', 0, 0],
    ]);
    await alerts.settle(then.rows.map((one) => ({ kind: 'sent', row: one, activity: null, at: NOW + 9000 })));
    expect(await alerts.progress(fanOut.id)).toMatchObject({ sent: 3, inDoubt: 1 });
  });

  it('is told twice how one ended without sending it a third time', async () => {
    const { tenant, alerts, wrote, planned } = aTenant();
    const fanOut = await planned(advisoryOf('OD1'), [alertOf(await wrote('aiko'))]);
    const [slow] = (await alerts.claim(tenant, NOW, LIMITS)).rows;
    const [quick] = (await alerts.claim(tenant, NOW + 30_000, LIMITS)).rows;
    if (slow === undefined || quick === undefined) throw new Error('Nothing is due.');

    await alerts.settle([{ kind: 'sent', row: quick, activity: 'card', at: NOW + 30_001 }]);
    await alerts.settle([{ kind: 'later', row: slow, at: NOW + 30_002, isTried: true, isInDoubt: true }]);

    expect(await alerts.progress(fanOut.id)).toMatchObject({ waiting: 0, sent: 1, inDoubt: 1 });
  });

  it('forgets with a person what they were told, and after 30 days what is over', async () => {
    const { tenant, alerts, turns, wrote, planned, sendAll } = aTenant();
    const [aiko, ben] = [await wrote('aiko'), await wrote('ben')];
    const over = await planned(advisoryOf('OD1'), [alertOf(aiko), alertOf(ben)]);
    await sendAll(NOW);
    const paused = await planned(advisoryOf('OD2'), [alertOf(ben)]);
    await planned(advisoryOf('OD still open'), [alertOf(ben)]);
    await sendAll(NOW + 1000);
    await empty.database.query('insert into kiku.advisory (id, content) values ($1, $2::jsonb)', ['OD still open', JSON.stringify(advisoryOf(''))]);
    await alerts.control(paused.id, { kind: 'pause' }, NOW);
    await alerts.openFanOuts();
    const left = async () => {
      const rows = await empty.database.query('select person, advisory from kiku.alert where tenant = $1 order by person, advisory collate "C"', [
        tenant,
      ]);
      return rows.map((row) => Object.values(Object(row)).join(' '));
    };

    await turns.forget(aiko);
    expect(await left()).toEqual(['ben OD still open', 'ben OD1', 'ben OD2']);
    await purgeAlerts(empty.database, NOW + 30 * DAY_MS);
    expect(await left()).toEqual(['ben OD still open', 'ben OD1', 'ben OD2']);
    await purgeAlerts(empty.database, NOW + 30 * DAY_MS + 1);

    expect(await left()).toEqual(['ben OD still open', 'ben OD2']);
    expect([await alerts.fanOut(over.id), (await alerts.fanOut(paused.id))?.id]).toEqual([null, paused.id]);
    expect(peopleOf((await alerts.claim(tenant, NOW + 1000, LIMITS)).rows)).toEqual([]);
  });
});
