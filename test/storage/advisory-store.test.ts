import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Advisory } from '../../src/advisory.ts';
import type { AdvisoryStore, SyncReading } from '../../src/advisory-ports.ts';
import { createAdvisoryStore } from '../../src/storage/advisory-store.ts';
import { createTurnStore } from '../../src/storage/turn-store.ts';
import { type EmptyDatabase, emptyDatabase } from './databases.ts';
import { somebody, turnOf } from './turns.ts';

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

const reading = (changes: Partial<SyncReading> = {}): SyncReading => ({
  kind: 'issue',
  revision: 0,
  advisories: [],
  gone: [],
  changes: [],
  watermark: 2,
  reconciledAt: null,
  readAt: 10,
  isFailing: false,
  now: 11,
  ...changes,
});

const ids = async (store: AdvisoryStore) => (await store.readShelf(null)).ids.toSorted();

describe.each(['postgres', 'pglite'] as const)('the store of advisories on %s', (kind) => {
  let empty: EmptyDatabase;
  let store: AdvisoryStore;

  beforeAll(async () => {
    empty = await emptyDatabase(kind);
    store = createAdvisoryStore(empty.database);
  });
  beforeEach(() => empty.database.query('truncate kiku.advisory, kiku.advisory_reading, kiku.fan_out, kiku.person', []));
  afterAll(() => empty.end());

  const fanOuts = () =>
    empty.database.query("select id::float8 as id, tenant, advisory, content ->> 'title' as title, transitions from kiku.fan_out order by id", []);

  it('holds nothing before the first reading', async () => {
    expect(await store.readShelf(null)).toEqual({ advisories: [], ids: [], readAt: null, isFailing: false, contents: 0 });
    expect(await store.shelfState()).toEqual({ readAt: null, isFailing: false, contents: 0 });
    expect(await store.readSync('issue')).toEqual({ revision: 0, watermark: null, reconciledAt: null, isFailing: false });
  });

  it('keeps what a reading found, exactly, and what the next starts from', async () => {
    const found = [advisory('OD1'), advisory('OD2', { isResolved: true, endAt: 5 })];

    expect(await store.write(reading({ advisories: found, watermark: 7, reconciledAt: 9 }))).toEqual({ kind: 'stored', fanOuts: [] });

    expect(await store.readShelf(null)).toEqual({ advisories: found, ids: ['OD1', 'OD2'], readAt: 10, isFailing: false, contents: 1 });
    expect(await store.readSync('issue')).toEqual({ revision: 1, watermark: 7, reconciledAt: 9, isFailing: false });
    expect(await store.readSync('message')).toMatchObject({ revision: 1, watermark: null });
    expect(await store.known('issue', null)).toEqual(found);
    expect(await store.known('issue', ['OD2', 'OD9'])).toEqual([found[1]]);
    expect(await store.known('message', ['OD1'])).toEqual([]);
  });

  it('changes some, drops some and leaves the rest, of the other kind too', async () => {
    await store.write(reading({ advisories: [advisory('OD1'), advisory('OD2'), advisory('OD3')] }));
    await store.write(reading({ kind: 'message', revision: 1, advisories: [advisory('MC1', { kind: 'message' })], watermark: 5, readAt: null }));

    await store.write(reading({ revision: 2, advisories: [advisory('OD2', { title: 'Over' })], gone: ['OD3'], watermark: 8, readAt: 20 }));

    expect(await ids(store)).toEqual(['MC1', 'OD1', 'OD2']);
    expect(await store.readShelf(2)).toMatchObject({ advisories: [{ id: 'OD2', title: 'Over' }] });
    expect(await store.readSync('message')).toMatchObject({ watermark: 5, revision: 3 });
    expect(await store.readSync('issue')).toMatchObject({ watermark: 8 });
  });

  it('tells those who follow whether there is anything to be loaded', async () => {
    await store.write(reading({ advisories: [advisory('OD1')] }));
    const before = await store.shelfState();
    await store.write(reading({ revision: 1, readAt: 70 }));

    expect(await store.shelfState()).toEqual({ ...before, readAt: 70 });

    await store.write(reading({ revision: 2, gone: ['OD1'], readAt: 80 }));

    expect((await store.shelfState()).contents).toBeGreaterThan(before.contents);
  });

  it('remembers that reading fails, with the age of what is there', async () => {
    await store.write(reading({ advisories: [advisory('OD1')] }));

    await store.write(reading({ revision: 1, readAt: null, isFailing: true }));

    expect(await store.readShelf(null)).toMatchObject({ readAt: 10, isFailing: true, advisories: [{ id: 'OD1' }] });
  });

  it('takes one of two readings that began from the same state, and nothing of the other', async () => {
    await createTurnStore(empty.database).save(turnOf(somebody()));
    const of = (id: string): SyncReading =>
      reading({ advisories: [advisory(id)], changes: [{ advisory: advisory(id), transitions: ['new'] }], watermark: id.length });

    const written = await Promise.all(['A', 'BB', 'CCC', 'DDDD', 'EEEEE'].map((id) => store.write(of(id))));

    expect(written.filter(({ kind }) => kind === 'stored')).toHaveLength(1);
    const [winner] = await ids(store);
    expect(await ids(store)).toEqual([winner]);
    expect(await fanOuts()).toMatchObject([{ advisory: winner, transitions: ['new'] }]);
    expect(await store.readSync('issue')).toMatchObject({ revision: 1, watermark: winner?.length });
  });

  it('writes a fan-out of each change for each tenant in which somebody is known, with its own copy of the advisory', async () => {
    const turns = createTurnStore(empty.database);
    for (const tenant of ['one', 'two', 'two', 'three']) {
      const { key, address } = somebody();
      await turns.save(turnOf({ key: { ...key, tenant }, address }));
    }
    const changes = [
      { advisory: advisory('OD1', { title: 'As it was' }), transitions: ['resolved'] as const },
      { advisory: advisory('OD2'), transitions: ['new'] as const },
    ];

    const written = await store.write(reading({ changes, gone: ['OD1'] }));

    const rows = await fanOuts();
    expect(rows).toMatchObject([
      { tenant: 'one', advisory: 'OD1', title: 'As it was', transitions: ['resolved'] },
      { tenant: 'three', advisory: 'OD1' },
      { tenant: 'two', advisory: 'OD1' },
      { tenant: 'one', advisory: 'OD2', transitions: ['new'] },
      { tenant: 'three', advisory: 'OD2' },
      { tenant: 'two', advisory: 'OD2' },
    ]);
    expect(written).toEqual({ kind: 'stored', fanOuts: rows.map((row) => Reflect.get(Object(row), 'id')) });
  });
});
