import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAdmittedStore } from '../../src/storage/admitted-store.ts';
import { createTurnStore } from '../../src/storage/turn-store.ts';
import { type EmptyDatabase, emptyDatabase } from './databases.ts';
import { somebody, turnOf } from './turns.ts';

describe.each(['postgres', 'pglite'] as const)('when people were seen in the group, on %s', (kind) => {
  let empty: EmptyDatabase;
  const admitted = () => createAdmittedStore(empty.database);
  const turns = () => createTurnStore(empty.database);

  beforeAll(async () => {
    empty = await emptyDatabase(kind);
  });
  afterAll(() => empty.end());

  it('is kept of somebody of whom something is kept, and goes with them', async () => {
    const aoi = somebody();
    await turns().save(turnOf(aoi));

    await admitted().wasIn(aoi.key, 1_795_000_000_000);
    expect(await admitted().lastIn(aoi.key)).toBe(1_795_000_000_000);

    await turns().forget(aoi.key);
    expect(await admitted().lastIn(aoi.key)).toBeNull();
  });

  it('is kept of nobody else, and by each tenant for itself', async () => {
    const [ken, priya] = [somebody(), somebody()];
    await turns().save(turnOf(priya));

    await admitted().wasIn(ken.key, 1);
    await admitted().wasIn({ ...priya.key, tenant: 'fabrikam' }, 2);

    expect(await admitted().lastIn(ken.key)).toBeNull();
    expect(await admitted().lastIn(priya.key)).toBeNull();
  });

  it('moves no revision: what is being written at that moment is not in vain', async () => {
    const aoi = somebody();
    await turns().save(turnOf(aoi));
    await admitted().wasIn(aoi.key, 3);

    expect((await turns().load(aoi.key, 'input-2')).revision).toBe(1);
  });
});
