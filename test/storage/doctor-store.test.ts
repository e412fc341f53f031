import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DoctorStore } from '../../src/doctor-ports.ts';
import { createDoctorStore } from '../../src/storage/doctor-store.ts';
import { createHelpdeskStore } from '../../src/storage/helpdesk-store.ts';
import { type Migration, readMigrations } from '../../src/storage/migrations.ts';
import { openPostgres } from '../../src/storage/postgres.ts';
import { freshDatabase } from '../postgres.ts';
import { type EmptyDatabase, emptyDatabase } from './databases.ts';
import { text } from './turns.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const WEEK_MS = 7 * 86_400_000;
const address = { serviceUrl: 'http://127.0.0.1/', conversation: '19:helpdesk', tenant: 'contoso', bot: { id: '28:kiku', name: 'Kiku' } };

describe.each(['postgres', 'pglite'] as const)('what the doctor sees of %s', (kind) => {
  let empty: EmptyDatabase;
  let migrations: readonly Migration[];
  let store: DoctorStore;

  beforeAll(async () => {
    empty = await emptyDatabase(kind);
    migrations = await readMigrations();
    store = createDoctorStore(empty.database, migrations);
  });
  afterAll(() => empty.end());

  it('is its version, its clock and its schema', async () => {
    const ahead = createDoctorStore(empty.database, [...migrations.slice(1), { name: '9999-next', text: '' }]);
    const skewed = () => Date.now() - 3_600_000;

    expect(await store.database(Date.now)).toMatchObject({ schema: migrations.at(-1)?.name, lacks: [], unknown: [] });
    expect((await store.database(Date.now)).version).toMatch(/PostgreSQL \d+/);
    expect(Math.abs((await store.database(Date.now)).aheadMs)).toBeLessThan(30_000);
    expect((await store.database(skewed)).aheadMs).toBeGreaterThan(3_500_000);
    expect(await ahead.database(Date.now)).toMatchObject({ lacks: ['9999-next'], unknown: [migrations[0]?.name] });
  });

  it('is nothing where nothing has been done', async () => {
    expect(await store.work(NOW)).toEqual({ readAt: null, isReadingFailing: false, oldestUnsentAt: null, deadLetters: 0, deadJobs: 0 });
    expect(await store.helpdesks()).toEqual([]);
  });

  it('is how old the reading and the oldest message are, and what was given up in the last week by our fault', async () => {
    const { database } = empty;
    const dead = (id: number, why: string, at: number) =>
      database.query(
        "insert into kiku.dead_letter (id, tenant, person, conversation, outgoing, attempts, why, created_at) values ($1::bigint, 'x', '', 'c', '{}', 1, $2, $3::bigint)",
        [id, why, at],
      );
    await database.query(
      'insert into kiku.advisory_reading (read_at, is_failing) values ($1::bigint, true) on conflict (one_row) do update set read_at = excluded.read_at, is_failing = true',
      [NOW - 5_000],
    );
    const helpdesk = createHelpdeskStore(database);
    await helpdesk.bind('contoso', address, 'priya', NOW);
    await helpdesk.show(address, 'one', text('one'), NOW - 7_000);
    await helpdesk.show(address, 'two', text('two'), NOW - 2_000);
    await dead(1, 'refused', NOW - 1_000);
    await dead(2, 'gone', NOW - 1_000);
    await dead(3, 'refused', NOW - WEEK_MS - 1);

    expect(await store.work(NOW)).toMatchObject({ readAt: NOW - 5_000, isReadingFailing: true, oldestUnsentAt: NOW - 7_000, deadLetters: 1 });
    expect(await store.helpdesks()).toEqual([{ tenant: 'contoso', isBackup: false, address, language: null }]);
  });

  it('is looked at by one of two who come at the same time', async () => {
    const both = await Promise.all([store.takeLook('x', NOW, 1_000), store.takeLook('x', NOW, 1_000)]);

    expect(both.toSorted()).toEqual([false, true]);
    expect(await store.takeLook('x', NOW + 999, 1_000)).toBe(false);
    expect(await store.takeLook('x', NOW + 1_000, 1_000)).toBe(true);
    // A clock that was far ahead when it looked does not keep the others from looking.
    expect(await store.takeLook('x', NOW - 60_000, 1_000)).toBe(true);
  });

  it('has been told or not', async () => {
    expect(await store.isTold('the end')).toBe(false);
    await store.markTold('the end', NOW);
    await store.markTold('the end', NOW);
    expect(await store.isTold('the end')).toBe(true);
  });
});

it('a database that Kiku never started on lacks everything', async () => {
  const { url, drop } = await freshDatabase();
  const database = openPostgres(url, { connections: 2 });
  const migrations = await readMigrations();

  const seen = await createDoctorStore(database, migrations).database(Date.now);
  await database.close();
  await drop();

  expect(seen).toMatchObject({ schema: null, lacks: migrations.map(({ name }) => name), unknown: [] });
});
