import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDeskNotesStore } from '../../src/storage/desk-notes-store.ts';
import { createTurnStore } from '../../src/storage/turn-store.ts';
import { type EmptyDatabase, emptyDatabase } from './databases.ts';
import { somebody, turnOf } from './turns.ts';

const priya = { id: 'priya', name: 'Priya Nair' };
const ken = { id: 'ken', name: 'Ken Sato' };

describe.each(['postgres', 'pglite'] as const)('what the helpdesk notes down on %s', (kind) => {
  let empty: EmptyDatabase;
  const notes = () => createDeskNotesStore(empty.database);

  beforeAll(async () => {
    empty = await emptyDatabase(kind);
  });
  afterAll(() => empty.end());

  it('says who is on call, of each tenant by itself', async () => {
    expect(await notes().onCall('contoso')).toBeNull();

    await notes().setOnCall('contoso', priya, ken, 1);
    await notes().setOnCall('contoso', ken, ken, 2);

    expect(await notes().onCall('contoso')).toEqual(ken);
    expect(await notes().onCall('fabrikam')).toBeNull();
  });

  it('counts what people of the tenant called wrong, the latest first', async () => {
    const turns = createTurnStore(empty.database);
    const of = (tenant: string) => ({ ...somebody(), key: { ...somebody().key, tenant } });
    const report = (step: string, at: number, tenant = 'contoso') =>
      turns.save(turnOf(of(tenant), { at, reports: [{ step, problem: 'onedrive-connectivity', intake: 'intake' }] }));
    for (const [step, at] of [
      ['tick-tls', 1],
      ['restart-onedrive', 2],
      ['tick-tls', 3],
    ] as const)
      await report(step, at);
    await report('restart-onedrive', 4, 'fabrikam');

    expect(await notes().reports('contoso', 10)).toEqual([
      { step: 'tick-tls', count: 2, at: 3 },
      { step: 'restart-onedrive', count: 1, at: 2 },
    ]);
    expect(await notes().reports('contoso', 1)).toHaveLength(1);
    expect(await notes().reports('fabrikam', 10)).toEqual([{ step: 'restart-onedrive', count: 1, at: 4 }]);
  });
});
