import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertRow } from '../../src/alert-ports.ts';
import type { PersonKey } from '../../src/ports.ts';
import { advisoryOf, alertOf, LIMITS, NOW, peopleOf, tenantOn } from './alerts.ts';
import { type EmptyDatabase, emptyDatabase } from './databases.ts';

const sent = (row: AlertRow, at: number) => ({ kind: 'sent' as const, row, activity: 'card', at });

describe.each(['postgres', 'pglite'] as const)('alerts that are claimed on %s', (kind) => {
  let empty: EmptyDatabase;
  const aTenant = () => tenantOn(empty.database);

  beforeAll(async () => {
    empty = await emptyDatabase(kind);
  });
  afterAll(() => empty.end());

  it('come with all that is needed to send them', async () => {
    const { tenant, alerts, wrote, planned } = aTenant();
    const aiko = await wrote('aiko', { says: { language: null, spoken: 'ja', timeZone: 'Asia/Tokyo' } });
    const { id } = await planned(advisoryOf('OD1'), [alertOf(aiko, { intake: 'i1' })]);

    const { rows } = await alerts.claim(tenant, NOW, LIMITS);

    expect(rows).toEqual([
      {
        fanOut: id,
        edition: 1,
        tenant,
        person: aiko,
        advisory: 'OD1',
        part: 'card',
        reason: 'affected',
        intake: 'i1',
        language: 'ja',
        timeZone: 'Asia/Tokyo',
        wishes: { follows: [], mutedServices: [], mutedAdvisories: [], quiet: null, incidentsPass: false },
        address: { serviceUrl: 'http://127.0.0.1/', conversation: `${tenant}/aiko`, tenant, bot: { id: 'bot', name: 'Kiku' } },
        activity: null,
        attempts: 0,
        doubts: 0,
        repairs: 0,
        heard: 1,
      },
    ]);
  });

  it('are given out once, and again when their lease is over', async () => {
    const { tenant, alerts, wrote, planned } = aTenant();
    await planned(advisoryOf('OD1'), [alertOf(await wrote('aiko'))]);

    const first = await alerts.claim(tenant, NOW, LIMITS);
    const second = await alerts.claim(tenant, NOW + 29_999, LIMITS);
    const third = await alerts.claim(tenant, NOW + 30_000, LIMITS);

    expect([first, second, third].map(({ rows }) => rows.length)).toEqual([1, 0, 1]);
    expect([first, second].map(({ waitMs }) => waitMs)).toEqual([30_000, 1]);
    expect(await alerts.tenantsDue(NOW + 60_000)).toContain(tenant);
    expect(await alerts.tenantsDue(NOW + 59_999)).not.toContain(tenant);
  });

  it('are given out the earliest first, no more than the bucket holds, which fills with time and not beyond its brim', async () => {
    const { tenant, alerts, wrote, planned } = aTenant();
    const people: PersonKey[] = [];
    for (let index = 0; index < 12; index += 1) people.push(await wrote(`p${10 + index}`));
    await planned(
      advisoryOf('OD1'),
      people.map((person, index) => alertOf(person, { dueAt: NOW - index })),
    );
    const limits = { ...LIMITS, perSecond: 2, burst: 3 };
    const claim = async (at: number) => {
      const { rows, waitMs } = await alerts.claim(tenant, at, limits);
      return [peopleOf(rows), waitMs];
    };

    expect(await claim(NOW)).toEqual([['p19', 'p20', 'p21'], 500]);
    expect(await claim(NOW + 499)).toEqual([[], 1]);
    expect(await claim(NOW + 500)).toEqual([['p18'], 500]);
    // A clock that runs behind fills nothing, and does not take back what is filled.
    expect(await claim(NOW + 100)).toEqual([[], 500]);
    expect(await claim(NOW + 1000)).toEqual([['p17'], 500]);
    expect(await claim(NOW + 29_000)).toEqual([['p14', 'p15', 'p16'], 500]);
  });

  it('leave the tokens of what was not there to be taken', async () => {
    const { tenant, alerts, wrote, planned } = aTenant();
    const limits = { ...LIMITS, perSecond: 0.01, burst: 3, most: 1 };
    await planned(advisoryOf('OD1'), [alertOf(await wrote('a')), alertOf(await wrote('b'))]);

    const claims = [];
    for (let turn = 0; turn < 3; turn += 1) claims.push(await alerts.claim(tenant, NOW, limits));

    expect(claims.map(({ rows, waitMs }) => [rows.length, waitMs])).toEqual([
      [1, 0],
      [1, 30_000],
      [0, 30_000],
    ]);
  });

  it('rest when Teams asks for it, in this tenant only, and the longest rest counts', async () => {
    const [here, there] = [aTenant(), aTenant()];
    for (const one of [here, there]) await one.wrote('aiko');
    for (const one of [here, there]) await one.planned(advisoryOf('OD1'), [alertOf({ tenant: one.tenant, id: 'aiko' })]);
    await here.alerts.close(here.tenant, NOW + 7000);
    await here.alerts.close(here.tenant, NOW + 3000);

    expect(await here.alerts.claim(here.tenant, NOW, LIMITS)).toEqual({ rows: [], waitMs: 7000 });
    expect((await there.alerts.claim(there.tenant, NOW, LIMITS)).rows).toHaveLength(1);
    expect((await here.alerts.claim(here.tenant, NOW + 7000, LIMITS)).rows).toHaveLength(1);
  });

  it('go to one person one at a time, a second apart, while others are not held up', async () => {
    const { tenant, alerts, wrote, planned } = aTenant();
    const [aiko, ben] = [await wrote('aiko'), await wrote('ben')];
    await planned(advisoryOf('OD1'), [alertOf(aiko), alertOf(aiko, { part: 'question' })]);
    await planned(advisoryOf('OD2'), [alertOf(aiko), alertOf(ben, { dueAt: NOW + 1 })]);
    const parts = (rows: readonly AlertRow[]) => rows.map((row) => `${row.person.id} ${row.advisory} ${row.part}`);

    const first = await alerts.claim(tenant, NOW, LIMITS);
    const meanwhile = await alerts.claim(tenant, NOW + 1, LIMITS);
    await alerts.settle(first.rows.map((row) => sent(row, NOW + 10)));
    await alerts.settle(meanwhile.rows.map((row) => sent(row, NOW + 10)));
    const soon = await alerts.claim(tenant, NOW + 1009, LIMITS);
    const later = await alerts.claim(tenant, NOW + 1010, LIMITS);

    expect([first, meanwhile, soon, later].map(({ rows }) => parts(rows))).toEqual([['aiko OD1 card'], ['ben OD2 card'], [], ['aiko OD1 question']]);
    expect(soon.waitMs).toBe(1);
  });

  it('say when the next is due, and that nothing waits', async () => {
    const { tenant, alerts, wrote, planned, sendAll } = aTenant();
    expect(await alerts.claim(tenant, NOW, LIMITS)).toEqual({ rows: [], waitMs: null });
    await planned(advisoryOf('OD1'), [alertOf(await wrote('aiko'), { dueAt: NOW + 90_000 })]);

    expect(await alerts.claim(tenant, NOW, LIMITS)).toEqual({ rows: [], waitMs: 90_000 });
    await sendAll(NOW + 90_000);
    expect(await alerts.claim(tenant, NOW + 91_000, LIMITS)).toEqual({ rows: [], waitMs: null });
  });

  it('of a fan-out that has not begun, is paused or is cancelled are not given out, and hold nobody up', async () => {
    const { tenant, alerts, wrote, planned } = aTenant();
    const people = [await wrote('a'), await wrote('b'), await wrote('c'), await wrote('d')] as const;
    const paused = await planned(advisoryOf('OD1'), [alertOf(people[0])]);
    const cancelled = await planned(advisoryOf('OD2'), [alertOf(people[1])]);
    await planned(advisoryOf('OD3'), [alertOf(people[2])], ['new'], NOW + 5000);
    await planned(advisoryOf('OD4'), [alertOf(people[3])]);
    await alerts.control(paused.id, { kind: 'pause' }, NOW);
    await alerts.control(cancelled.id, { kind: 'cancel' }, NOW);

    expect(peopleOf((await alerts.claim(tenant, NOW, LIMITS)).rows)).toEqual(['d']);
    expect(await alerts.claim(tenant, NOW, LIMITS)).toEqual({ rows: [], waitMs: 5000 });
    expect(peopleOf((await alerts.claim(tenant, NOW + 5000, LIMITS)).rows)).toEqual(['c']);
    await alerts.control(paused.id, { kind: 'resume' }, NOW);
    expect(peopleOf((await alerts.claim(tenant, NOW + 5000, LIMITS)).rows)).toEqual(['a']);
  });

  it('skip whoever cannot be reached, at no cost, until they write again', async () => {
    const { tenant, alerts, wrote, planned } = aTenant();
    const [gone, dropped, here] = [await wrote('gone'), await wrote('dropped'), await wrote('here')];
    const first = await planned(advisoryOf('OD1'), [alertOf(gone), alertOf(dropped), alertOf(here)]);
    const { rows } = await alerts.claim(tenant, NOW, LIMITS);
    await alerts.settle(
      rows.map((row) =>
        row.person.id === 'here'
          ? sent(row, NOW)
          : { kind: 'failed', row, why: '403', reach: row.person.id === 'gone' ? 'until-heard' : 'drop', isInDoubt: false },
      ),
    );
    const second = await planned(advisoryOf('OD2'), [alertOf(gone), alertOf(dropped), alertOf(here)]);

    expect(peopleOf((await alerts.claim(tenant, NOW + 2000, LIMITS)).rows)).toEqual(['here']);

    expect(await alerts.progress(first.id)).toMatchObject({ sent: 1, failed: 2 });
    expect(await alerts.progress(second.id)).toMatchObject({ waiting: 1, skipped: 2 });
    await wrote('dropped');
    await wrote('gone', { isPersonal: false });
    await planned(advisoryOf('OD3'), [alertOf(gone), alertOf(dropped)]);
    expect(peopleOf((await alerts.claim(tenant, NOW + 5000, LIMITS)).rows)).toEqual(['dropped']);
  });

  it('skip whoever cannot be reached since it was planned, and are not given out for somebody forgotten', async () => {
    const { tenant, alerts, turns, wrote, planned } = aTenant();
    const [gone, forgotten] = [await wrote('gone'), await wrote('forgotten')];
    const both = await planned(advisoryOf('OD1'), [alertOf(gone), alertOf(forgotten)]);
    await turns.forget(forgotten);
    await empty.database.query("update kiku.person set unreachable = 'x' where tenant = $1 and id = 'gone'", [tenant]);

    expect(await alerts.claim(tenant, NOW, { ...LIMITS, perSecond: 0.001, burst: 1 })).toEqual({ rows: [], waitMs: null });

    expect(await alerts.progress(both.id)).toMatchObject({ waiting: 0, skipped: 1 });
  });
});

describe('many who claim at once on PostgreSQL', () => {
  let empty: EmptyDatabase;

  beforeAll(async () => {
    empty = await emptyDatabase('postgres');
    // Every connection is there before the race begins.
    await Promise.all([0, 1, 2, 3].map(() => empty.database.query('select pg_sleep(0.05)', [])));
  });
  afterAll(() => empty.end());

  it.each([1, 2, 3])('get each alert once, one of a person at a time, and together never more than the bucket holds (run %i)', async (seed) => {
    const { tenant, alerts, wrote, planned } = tenantOn(empty.database);
    const people: PersonKey[] = [];
    for (let index = 0; index < 60; index += 1) people.push(await wrote(`p${index}`));
    for (const id of ['OD1', 'OD2', 'OD3']) {
      await planned(
        advisoryOf(id),
        people.map((person) => alertOf(person)),
      );
    }
    const limits = { leaseMs: 5000, most: 7 + seed, perSecond: 20, burst: 5 };
    const given: { readonly at: number; readonly what: string }[] = [];
    const lastSent = new Map<string, number>();
    let flying: AlertRow[] = [];

    for (let step = 0, now = NOW; given.length < 180; step += 1) {
      const claims = await Promise.all([0, 1, 2, 3].map(() => alerts.claim(tenant, now, limits)));
      const rows = claims.flatMap((claim) => claim.rows);
      for (const row of rows) {
        expect(flying.some((other) => other.person.id === row.person.id)).toBe(false);
        expect(now - (lastSent.get(row.person.id) ?? 0)).toBeGreaterThanOrEqual(1000);
        given.push({ at: now, what: `${row.person.id} ${row.advisory}` });
        flying.push(row);
      }
      now += 37 * ((step * seed) % 7);
      // Some are on their way for longer.
      const landed = flying.filter((_row, index) => (index + step) % 3 > 0);
      flying = flying.filter((row) => !landed.includes(row));
      await Promise.all(landed.map((row) => alerts.settle([sent(row, now)])));
      for (const row of landed) lastSent.set(row.person.id, now);
      if (step > 2000) throw new Error('They do not come to an end.');
    }

    expect(new Set(given.map(({ what }) => what)).size).toBe(180);
    for (const { at } of given) {
      const within = given.filter((other) => other.at >= at && other.at < at + 1000).length;
      expect(within).toBeLessThanOrEqual(limits.perSecond + limits.burst);
    }
  });

  it('each get their share, for one that waited for another looks again', async () => {
    const { tenant, alerts, wrote, planned } = tenantOn(empty.database);
    const people: PersonKey[] = [];
    for (let index = 0; index < 40; index += 1) people.push(await wrote(`p${index}`));
    for (let round = 0; round < 10; round += 1) {
      const at = NOW + round * 10_000;
      await planned(
        advisoryOf(`OD${round}`),
        people.map((person) => alertOf(person, { dueAt: at })),
      );

      const claims = await Promise.all([0, 1, 2, 3].map(() => alerts.claim(tenant, at, { ...LIMITS, most: 10 })));

      expect(claims.map(({ rows }) => rows.length)).toEqual([10, 10, 10, 10]);
      expect(new Set(claims.flatMap(({ rows }) => peopleOf(rows))).size).toBe(40);
      await alerts.settle(claims.flatMap(({ rows }) => rows.map((row) => sent(row, at))));
    }
  });

  it('go on with what one had that was killed', async () => {
    const { tenant, alerts, wrote, planned } = tenantOn(empty.database);
    const people = await Promise.all(['a', 'b', 'c', 'd'].map((id) => wrote(id)));
    await planned(
      advisoryOf('OD1'),
      people.map((person) => alertOf(person)),
    );
    const killed = await alerts.claim(tenant, NOW, { ...LIMITS, most: 3 });
    const other = await alerts.claim(tenant, NOW, LIMITS);
    await alerts.settle(other.rows.map((row) => sent(row, NOW)));

    const again = await Promise.all([0, 1].map(() => alerts.claim(tenant, NOW + 30_000, LIMITS)));

    expect(other.rows).toHaveLength(1);
    expect(peopleOf(again.flatMap(({ rows }) => rows))).toEqual(peopleOf(killed.rows));
  });
});
