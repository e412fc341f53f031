import { describe, expect, it } from '@jest/globals';
import { passedThreshold } from '../../src/doctor/expiry.ts';
import { tellExpiry } from '../../src/doctor/tell-expiry.ts';
import type { ExpirySeen } from '../../src/doctor-ports.ts';
import { createDoctorStore } from '../../src/storage/doctor-store.ts';
import { createHelpdeskStore } from '../../src/storage/helpdesk-store.ts';
import { readMigrations } from '../../src/storage/migrations.ts';
import { type EmptyDatabase, emptyDatabase } from '../storage/databases.ts';
import { DAY_MS, MINUTE_MS, NOW } from './sound.ts';

describe('a threshold', () => {
  it.each([
    [61, null],
    [60, 60],
    [31, 60],
    [30, 30],
    [7.5, 30],
    [7, 7],
    [1.01, 7],
    [1, 1],
    [0.1, 1],
    [0, 0],
    [-400, 0],
  ])('%d days before the end is %d', (days, threshold) => {
    expect(passedThreshold(NOW + days * DAY_MS, NOW)).toBe(threshold);
  });
});

describe('the helpdesk', () => {
  const address = { serviceUrl: 'http://127.0.0.1/', conversation: '19:helpdesk', tenant: 'contoso', bot: { id: '28:kiku', name: 'Kiku' } };
  const endsAt = NOW + 60 * DAY_MS;

  /** What waits for the helpdesk's channel after a look at each of these moments, by two instances each time. */
  async function toldAt(moments: readonly number[], expiry: ExpirySeen = { kind: 'ends', what: 'secret', at: endsAt }, isBound = true) {
    const empty: EmptyDatabase = await emptyDatabase('postgres');
    try {
      const store = createDoctorStore(empty.database, await readMigrations());
      const helpdesk = createHelpdeskStore(empty.database);
      if (isBound) await helpdesk.bind('contoso', address, 'priya', NOW);
      for (const moment of moments) {
        const parts = {
          store,
          helpdesk,
          expiry: async () => expiry,
          render: () => ({ kind: 'text' as const, text: `told at ${moment - NOW}` }),
          now: () => moment,
          log: { info() {}, warn() {}, error() {} },
        };
        await Promise.all([tellExpiry(parts, AbortSignal.timeout(5_000)), tellExpiry(parts, AbortSignal.timeout(5_000))]);
      }
      return await empty.database.query('select outgoing from kiku.outbox order by id', []);
    } finally {
      await empty.end();
    }
  }

  it('is told once for each threshold, whichever instances look and however often', async () => {
    const days = [0, 1, 2, 29.9, 30, 31, 52.9, 53, 58, 59, 60, 90].map((day) => NOW + day * DAY_MS);

    const told = await toldAt(days);

    // At the first look after 60, 30, 7, 1 and the end itself.
    expect(told.map((row) => /told at (\d+)/.exec(JSON.stringify(row))?.[1])).toEqual([0, 30, 53, 59, 60].map((day) => `${day * DAY_MS}`));
  });

  it('is told of the last threshold only, when Kiku was not there at the others', async () => {
    expect(await toldAt([NOW + 55 * DAY_MS])).toHaveLength(1);
  });

  it('is not looked for again within the hour', async () => {
    const looks: number[] = [];
    const empty = await emptyDatabase('pglite');
    const store = createDoctorStore(empty.database, await readMigrations());
    for (const minutes of [0, 1, 59, 60, 61, 121]) if (await store.takeLook('expiry', NOW + minutes * MINUTE_MS, 60 * MINUTE_MS)) looks.push(minutes);
    await empty.end();

    expect(looks).toEqual([0, 60, 121]);
  });

  it.each<[string, readonly number[], ExpirySeen, boolean]>([
    ['long before the end', [NOW - DAY_MS], { kind: 'ends', what: 'secret', at: endsAt }, true],
    ['of a managed identity', [NOW], { kind: 'none' }, true],
    ['of what cannot be known', [NOW], { kind: 'unknown', what: 'secret' }, true],
    ['without a channel', [NOW], { kind: 'ends', what: 'secret', at: endsAt }, false],
  ])('is told nothing %s', async (_name, moments, expiry, isBound) => {
    expect(await toldAt(moments, expiry, isBound)).toEqual([]);
  });
});
