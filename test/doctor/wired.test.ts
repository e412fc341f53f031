import { expect, it } from '@jest/globals';
import { cloudOf } from '../../src/config/clouds.ts';
import { withoutDatabase } from '../../src/storage/open-doctor.ts';
import { StorageFailure } from '../../src/storage/storage-failure.ts';
import { wireDoctor } from '../../src/wire-doctor.ts';
import { NOW } from './sound.ts';

it('many who ask at about the same time share one look; later there is another', async () => {
  const away = withoutDatabase(new StorageFailure('unreachable', 'away', { retryable: true }));
  let looks = 0;
  let now = NOW;
  const work = (at: number) => {
    looks += 1;
    return away.store.work(at);
  };
  const doctor = wireDoctor({
    store: { ...away.store, work },
    graphBudget: away.graphBudget,
    credentials: null,
    credential: { getToken: () => Promise.reject(new Error('none')) },
    cloud: cloudOf('public'),
    allowedGroup: null,
    graphOrigin: 'http://127.0.0.1:9',
    roster: { memberOf: () => Promise.resolve(null) },
    versions: { kiku: '1', node: '24' },
    knowledge: () => ({ faults: [], problems: 1, steps: 1, edition: 'x' }),
    helpdesk: { show: () => Promise.resolve() },
    jobs: { handle() {}, everyMinute() {} },
    render: () => ({ kind: 'text', text: '' }),
    now: () => now,
    log: { info() {}, warn() {}, error() {} },
  });

  const all = await Promise.all(Array.from({ length: 50 }, () => doctor.examine()));
  now += 14_000;
  await doctor.examine();
  expect(looks).toBe(1);
  expect(all[49]?.map(({ id }) => id)).toContain('database-away');

  now += 2_000;
  await doctor.examine();
  expect(looks).toBe(2);
});
