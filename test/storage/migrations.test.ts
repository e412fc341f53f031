import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '../../src/storage/database.ts';
import { migrate, missing, readMigrations } from '../../src/storage/migrations.ts';
import { openPostgres } from '../../src/storage/postgres.ts';
import { type FreshDatabase, freshDatabase } from '../postgres.ts';

describe('migrations', () => {
  let fresh: FreshDatabase;
  let opened: Database[];

  beforeEach(async () => {
    fresh = await freshDatabase();
    opened = [];
  });
  afterEach(async () => {
    await Promise.all(opened.map((database) => database.close()));
    await fresh.drop();
  });

  const open = (): Database => {
    const database = openPostgres(fresh.url, { connections: 2 });
    opened.push(database);
    return database;
  };

  it('are done by exactly one of several instances that start at once; the others find them done', async () => {
    const migrations = await readMigrations();

    const done = await Promise.all(Array.from({ length: 6 }, () => migrate(open(), migrations)));

    expect(done.filter((names) => names.length > 0)).toEqual([migrations.map(({ name }) => name)]);
    expect(await missing(open(), migrations)).toEqual([]);
  });

  it('are done in order, and only those that are not done yet', async () => {
    const one = { name: '0001-one', text: 'create table kiku.one (a int)' };
    const two = { name: '0002-two', text: 'alter table kiku.one add b int' };
    await migrate(open(), [one]);
    expect(await missing(open(), [one, two])).toEqual(['0002-two']);

    expect(await migrate(open(), [one, two])).toEqual(['0002-two']);
  });

  it('happen all or not at all', async () => {
    const good = { name: '0001-good', text: 'create table kiku.good (a int)' };
    const bad = { name: '0002-bad', text: 'create table kiku.bad (a nonsense)' };

    await expect(migrate(open(), [good, bad])).rejects.toMatchObject({ name: 'StorageFailure', retryable: false });

    expect(await migrate(open(), [good])).toEqual(['0001-good']);
  });

  it('give an old report the tenant of its intake', async () => {
    const migrations = await readMigrations();
    const database = open();
    await migrate(
      database,
      migrations.filter(({ name }) => name < '0009'),
    );
    for (const tenant of ['contoso', 'fabrikam'])
      await database.query(`insert into kiku.person (tenant, id, revision, state, address, updated_at) values ($1, 'p', 1, '{}', '{}', 1)`, [tenant]);
    await database.query(`insert into kiku.intake (tenant, person, id, state, updated_at) values ('fabrikam', 'p', 'i', '{}', 1)`, []);
    await database.query(`insert into kiku.report (step, problem, intake, at) values ('kept', '', 'i', 1), ('gone', '', 'j', 2)`, []);

    await migrate(database, migrations);

    expect(await database.query('select step, tenant from kiku.report order by at', [])).toEqual([
      { step: 'kept', tenant: 'fabrikam' },
      { step: 'gone', tenant: '' },
    ]);
  });

  it('leave alone what a newer version did, so that the older one goes on', async () => {
    const one = { name: '0001-one', text: 'create table kiku.one (a int)' };
    const two = { name: '0002-two', text: 'create table kiku.two (a int)' };
    await migrate(open(), [one, two]);

    expect(await migrate(open(), [one])).toEqual([]);
  });

  it('refuse a file that was edited after it was done', async () => {
    const one = { name: '0001-one', text: 'create table kiku.one (a int)' };
    await migrate(open(), [one]);

    await expect(migrate(open(), [{ ...one, text: 'create table kiku.one (a text)' }])).rejects.toMatchObject({ code: 'changed' });
  });

  it('work for somebody who may not create schemas, once there is one', async () => {
    await migrate(open(), await readMigrations());
    const role = `limited_${Date.now()}`;
    const admin = open();
    await admin.transaction(async (transaction) => {
      await transaction.script(
        `create role ${role} login password 'p'; grant usage on schema kiku to ${role}; grant all on all tables in schema kiku to ${role}`,
      );
    });
    const url = new URL(fresh.url);
    url.username = role;
    url.password = 'p';
    const limited = openPostgres(url.href);
    opened.push(limited);

    expect(await migrate(limited, await readMigrations())).toEqual([]);

    await limited.close();
    await admin.transaction((transaction) => transaction.script(`drop owned by ${role}; drop role ${role}`));
  });
});
