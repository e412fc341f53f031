import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LimitWatch } from '../../src/local/teams/limits.ts';
import { type Pace, teamsPace } from '../../src/pace.ts';
import type { TurnStore } from '../../src/ports.ts';
import { createAlertStore } from '../../src/storage/alert-store.ts';
import { createTurnStore } from '../../src/storage/turn-store.ts';
import { deskOn } from './case-desk.ts';
import { changed, channel, newCase } from './cases.ts';
import { type EmptyDatabase, emptyDatabase } from './databases.ts';
import { done, post, rowsOf, somebody, turnOf, wordsOf } from './turns.ts';

const LEASE = 6_000;
const NOW = 1_000_000;
const PACE = teamsPace(40);
/** Of a tenant two at once, and one more in each second. */
const SLOW: Pace = { ...PACE, tenant: { perSecond: 1, burst: 2 } };

describe.each(['postgres', 'pglite'] as const)('what can wait, on %s,', (kind) => {
  let empty: EmptyDatabase;
  let clock = NOW;
  const on = (pace: Pace): TurnStore => createTurnStore(empty.database, { leaseMs: LEASE, pace, now: () => clock });
  /** What an instance that is gone has left in a conversation of its own. */
  const leftBehind = async (words: readonly string[], at = NOW - LEASE) => {
    const who = somebody();
    await on(PACE).save(turnOf(who, { at, outbox: words.map((word) => post(word)) }));
    return who;
  };
  const claim = async (turns: TurnStore, at: number) => {
    clock = at;
    const { rows, waitMs } = await turns.claimAny(at, LEASE, 100);
    return [wordsOf(rows), waitMs, rows] as const;
  };

  beforeAll(async () => {
    empty = await emptyDatabase(kind);
  });
  beforeEach(async () => {
    clock = NOW;
    await empty.database.query(
      'truncate kiku.outbox, kiku.slot, kiku.person, kiku.seen_input, kiku.bucket, kiku.pace, kiku.case, kiku.case_message',
      [],
    );
  });
  afterAll(() => empty.end());

  it('is given out as the share of the tenant allows, which all instances have together, and says when there is more', async () => {
    for (const word of ['a', 'b', 'c', 'd']) await leftBehind([word]);
    const [one, other] = [on(SLOW), on(SLOW)];

    expect((await claim(one, NOW)).slice(0, 2)).toEqual([['a', 'b'], 1_000]);
    expect((await claim(other, NOW + 999))[0]).toEqual([]);
    expect((await claim(other, NOW + 1_000)).slice(0, 2)).toEqual([['c'], 1_000]);
    expect((await claim(one, NOW + 2_000)).slice(0, 2)).toEqual([['d'], null]);
  });

  it('is given out a little ahead, each with its moment, so that a busy machine does not waste the share', async () => {
    for (let index = 0; index < 30; index += 1) await leftBehind([`${index}`]);
    const [, , rows] = await claim(on(PACE), NOW);
    const [again] = await claim(on(PACE), NOW + 10);

    expect(rows.map(({ sendAt = 0 }) => sendAt - NOW)).toEqual([0, 0, 0, 0, ...Array.from({ length: 20 }, (_, index) => 25 * (index + 1))]);
    expect(again).toEqual([]);
  });

  it('leaves other tenants alone', async () => {
    await leftBehind(['a']);
    await leftBehind(['b']);
    await leftBehind(['c']);
    await empty.database.query("update kiku.outbox set tenant = 'fabrikam' where outgoing -> 'message' ->> 'text' = 'c'", []);

    expect((await claim(on(SLOW), NOW))[0]).toEqual(['a', 'b', 'c']);
  });

  it('waits for answers of turns, which go out at once and are counted when they are settled', async () => {
    const turns = on(SLOW);
    const who = somebody();
    const rows = rowsOf(await turns.save(turnOf(who, { at: NOW, outbox: [post('one'), post('two'), post('three')] })));
    clock = NOW;
    await turns.settle(rows.map((row) => done(row)));
    await leftBehind(['later']);

    expect((await claim(turns, NOW + 1_999))[0]).toEqual([]);
    expect((await claim(turns, NOW + 2_000))[0]).toEqual(['later']);
  });

  it('owes no more than a second, however many answers there were', async () => {
    const turns = on(SLOW);
    for (let index = 0; index < 5; index += 1) {
      const rows = rowsOf(await turns.save(turnOf(somebody(), { at: NOW, outbox: [post('a'), post('b'), post('c')] })));
      await turns.settle(rows.map((row) => done(row)));
    }
    await leftBehind(['later']);

    expect((await claim(turns, NOW + 2_000))[0]).toEqual(['later']);
  });

  it('is not counted again when it is settled', async () => {
    const turns = on(SLOW);
    await leftBehind(['a']);
    const [, , rows] = await claim(turns, NOW);
    await turns.settle(rows.map((row) => done(row)));
    await leftBehind(['b']);

    expect((await claim(turns, NOW))[0]).toEqual(['b']);
  });

  it('rests for the whole tenant as long as Teams has asked, for all instances', async () => {
    const turns = on(PACE);
    const [row] = rowsOf(await turns.save(turnOf(somebody(), { at: NOW, outbox: [post('too much')] })));
    if (row === undefined) throw new Error('No row.');
    await turns.settle([{ kind: 'later', row, at: NOW + 3_000, isThrottled: true }]);
    await leftBehind(['other']);

    expect((await claim(on(PACE), NOW + 2_999)).slice(0, 2)).toEqual([[], 1]);
    expect((await claim(on(PACE), NOW + 3_000))[0]).toEqual(['too much', 'other']);
  });

  it('goes to one conversation within its own limits, and holds up no other', async () => {
    const turns = on(PACE);
    const to = somebody().address;
    const watch = new LimitWatch(() => clock);
    for (let index = 0; index < 90; index += 1) await inItsOwnOrder(empty, to.conversation, `card ${index}`);
    await leftBehind(['elsewhere']);
    const sent: string[] = [];

    for (let at = NOW; at < NOW + 40_000; at += 250) {
      const [words, , rows] = await claim(turns, at);
      for (const { address } of rows) watch.saw(address.tenant, address.conversation);
      await turns.settle(rows.map((row) => done(row)));
      sent.push(...words);
    }

    expect(watch.violations).toMatchObject({ tenant: 0, conversation: 0 });
    expect(sent.indexOf('elsewhere')).toBeLessThan(6);
    expect(sent.filter((words) => words.startsWith('card')).length).toBeGreaterThan(70);
  });

  it('holds alerts while words wait for tokens, and no longer', async () => {
    const alerts = createAlertStore(empty.database);
    const limits = { leaseMs: LEASE, most: 10, perSecond: 2, burst: 2 };
    for (const word of ['a', 'b', 'c']) await leftBehind([word]);
    await claim(on(SLOW), NOW);

    const { waitMs } = await alerts.claim('contoso', NOW + 100, limits);
    const held = await empty.database.query('select held_until::float8 as until from kiku.bucket', []);
    await claim(on(SLOW), NOW + 1_000);

    expect(waitMs).toBeNull();
    expect(held).toEqual([{ until: NOW + 250 }]);
    expect(await empty.database.query('select 1 from kiku.bucket where held_until > $1', [NOW + 1_000])).toEqual([]);
  });

  describe('the cards of cases', () => {
    const shownCase = async (desk: ReturnType<typeof deskOn>) => {
      const who = await desk.employee();
      const one = newCase({ person: { ...who.key, name: 'Ren' } });
      await desk.bind();
      await who.turn({ cases: [{ kind: 'open', case: one }] });
      await desk.pass();
      return one;
    };

    it('are posted before others are put up to date, and an edit waits in no line with other cards', async () => {
      const desk = deskOn(empty.database);
      const old = [await shownCase(desk), await shownCase(desk)];
      await desk.deliver();
      for (const one of old) await desk.cases.save(changed(one, { state: 'resolved' }), 0, [], null);
      await desk.pass();
      const fresh = await shownCase(desk);
      await empty.database.query('update kiku.outbox set created_at = $1', [NOW]);

      const kinds = async (at: number) => (await claim(on({ ...PACE, tenant: { perSecond: 1, burst: 1 } }), at))[2].map(({ outgoing }) => outgoing);

      expect(await kinds(NOW)).toMatchObject([{ kind: 'post', slot: `case ${fresh.id}` }]);
      expect(await kinds(NOW + 1_000)).toMatchObject([{ kind: 'replace', slot: `case ${old[0]?.id}` }]);
    });

    it('are replaced in the thread that they began, also one whose place is forgotten', async () => {
      const desk = deskOn(empty.database);
      const one = await shownCase(desk);
      await desk.deliver();
      await empty.database.query('truncate kiku.slot', []);
      await desk.cases.save(changed(one, { state: 'resolved' }), 0, [], null);
      await desk.pass();

      const [row] = await desk.claimed();

      expect(row).toMatchObject({ activity: 'a1', address: { conversation: `${channel.conversation};messageid=a1` } });
    });

    it('that are shown anew in another channel let new ones go first', async () => {
      const desk = deskOn(empty.database);
      const old = await shownCase(desk);
      await desk.deliver();
      await empty.database.query('update kiku.case set channel = null, thread = null, card_laid = -1, created_at = $1', [-61_000]);
      await desk.pass();
      const fresh = await shownCase(desk);

      const [, , first] = await claim(on({ ...PACE, tenant: { perSecond: 1, burst: 1 } }), NOW);
      const [, , second] = await claim(on({ ...PACE, tenant: { perSecond: 1, burst: 1 } }), NOW + 1_000);

      expect([first, second].map(([row]) => row?.outgoing)).toMatchObject([{ slot: `case ${fresh.id}` }, { kind: 'post', slot: `case ${old.id}` }]);
    });
  });
});

async function inItsOwnOrder({ database }: EmptyDatabase, conversation: string, words: string): Promise<void> {
  const address = JSON.stringify({ ...channel, conversation });
  const outgoing = JSON.stringify(post(words));
  await database.query(
    `insert into kiku.outbox (tenant, person, conversation, address, outgoing, lease_until, created_at) values ('contoso', '', $1, $2::jsonb, $3::jsonb, 0, 0)`,
    [`${conversation} ${words}`, address, outgoing],
  );
}
