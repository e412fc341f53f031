import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Advisory, AdvisoryStore } from '../../src/ports.ts';
import { createAdvisoryStore } from '../../src/storage/advisory-store.ts';
import { type EmptyDatabase, emptyDatabase } from './databases.ts';

const advisory = (id: string, changes: Partial<Advisory> = {}): Advisory => ({
  id,
  kind: 'issue',
  services: ['OneDrive for Business'],
  title: 'Users may be unable to sign in',
  impact: '',
  feature: null,
  classification: 'incident',
  status: 'serviceDegradation',
  isResolved: false,
  startAt: 1,
  endAt: null,
  updatedAt: 2,
  nextUpdate: 'by 11:00 "UTC"',
  text: 'One.\n\nTwo \u{1F4A1}.',
  ...changes,
});
const ids = async (store: AdvisoryStore) => (await store.readShelf()).advisories.map(({ id }) => id);

describe.each(['postgres', 'pglite'] as const)('the store of advisories on %s', (kind) => {
  let empty: EmptyDatabase;
  let store: AdvisoryStore;

  beforeAll(async () => {
    empty = await emptyDatabase(kind);
    store = createAdvisoryStore(empty.database);
  });
  afterAll(() => empty.end());

  it('holds nothing before the first reading', async () => {
    expect(await store.readShelf()).toEqual({ advisories: [], readAt: null, isFailing: false });
  });

  it('holds the last reading, exactly', async () => {
    await store.writeShelf([advisory('MC1', { kind: 'message' }), advisory('OD1'), advisory('OD2')], 10);

    await store.writeShelf([advisory('OD1', { isResolved: true, endAt: 5 }), advisory('OD3')], 20);

    expect(await store.readShelf()).toEqual({
      advisories: [advisory('OD1', { isResolved: true, endAt: 5 }), advisory('OD3')],
      readAt: 20,
      isFailing: false,
    });
  });

  it('is not put back by a reading that began earlier and ended later', async () => {
    await store.writeShelf([advisory('new')], 40);

    await store.writeShelf([advisory('old')], 30);

    expect([await ids(store), (await store.readShelf()).readAt]).toEqual([['new'], 40]);
  });

  it('takes one that is listed twice as the later one, and none at all', async () => {
    await store.writeShelf([advisory('OD1', { title: 'first' }), advisory('OD1', { title: 'second' })], 50);
    expect((await store.readShelf()).advisories).toEqual([advisory('OD1', { title: 'second' })]);

    await store.writeShelf([], 60);

    expect(await store.readShelf()).toEqual({ advisories: [], readAt: 60, isFailing: false });
  });

  it('holds one whole reading when several write at once', async () => {
    const readings = Array.from({ length: 8 }, (_, index) => [advisory(`A${index}`), advisory(`B${index}`), advisory('both', { updatedAt: index })]);

    await Promise.all(readings.map((reading, index) => store.writeShelf(reading, 100 + index)));

    expect(await ids(store)).toEqual(['A7', 'B7', 'both']);
  });
});
