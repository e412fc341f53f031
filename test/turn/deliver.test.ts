import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Messenger } from '../../src/messenger-ports.ts';
import { createTurnStore } from '../../src/storage/turn-store.ts';
import { Delivery, LEASE_MS } from '../../src/turn/deliver.ts';
import { type EmptyDatabase, emptyDatabase } from '../storage/databases.ts';
import { post, rowsOf, somebody, turnOf } from '../storage/turns.ts';

const quiet = { info() {}, warn() {}, error() {} };

let empty: EmptyDatabase;
beforeAll(async () => {
  empty = await emptyDatabase('postgres');
}, 60_000);
afterAll(() => empty.end());

/** A conversation in which what is posted is counted; the first post waits for `before`. */
function messenger(posted: string[], before: Promise<void> = Promise.resolve()): Messenger {
  return {
    async post(_, message) {
      if (message.kind === 'text') posted.push(message.text);
      if (posted.length === 1) await before;
      return `a${posted.length}`;
    },
    async replace() {},
  };
}

it('a process that slept for longer than its lease leaves to another what it had not begun to send', async () => {
  const who = somebody();
  const store = createTurnStore(empty.database, { leaseMs: LEASE_MS });
  let at = 1_000;
  const instance = () => new Delivery({ store, now: () => at, log: quiet, onMore() {} });
  const [sleeper, other] = [instance(), instance()];
  const [slept, sent]: [string[], string[]] = [[], []];
  const awake = Promise.withResolvers<void>();
  const rows = rowsOf(await store.save(turnOf(who, { at, outbox: ['a', 'b', 'c'].map((words) => post(words)) })));

  const sleeping = sleeper.send(rows, messenger(slept, awake.promise));
  while (slept.length === 0) await new Promise((resolve) => setImmediate(resolve));
  at += LEASE_MS + 1_000;
  await other.sendDue(who.address.conversation, messenger(sent));
  awake.resolve();
  await sleeping;

  expect({ slept, sent }).toEqual({ slept: ['a'], sent: ['a', 'b', 'c'] });
});

it('a process that sends for long keeps what it has, and sends all of it', async () => {
  const who = somebody();
  const store = createTurnStore(empty.database, { leaseMs: LEASE_MS });
  let at = 1_000;
  const delivery = new Delivery({ store, now: () => at, log: quiet, onMore() {} });
  const posted: string[] = [];
  const slow = Promise.withResolvers<void>();
  const rows = rowsOf(await store.save(turnOf(who, { at, outbox: ['a', 'b'].map((words) => post(words)) })));
  const leased = async () => {
    const [row] = await empty.database.query('select max(lease_until)::float8 as until from kiku.outbox where person = $1', [who.key.id]);
    return Number(Reflect.get(Object(row), 'until'));
  };

  const sending = delivery.send(rows, messenger(posted, slow.promise));
  while (posted.length === 0) await new Promise((resolve) => setImmediate(resolve));
  at += LEASE_MS - 1_000;
  while ((await leased()) < at + LEASE_MS) await new Promise((resolve) => setTimeout(resolve, 50));
  at += LEASE_MS - 1_000;
  slow.resolve();
  await sending;

  expect(posted).toEqual(['a', 'b']);
});
