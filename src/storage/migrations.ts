import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Database, Queries } from './database.ts';
import { StorageFailure } from './storage-failure.ts';

/** One change of the schema. Once released it is never edited: what is different comes as the next one. */
export interface Migration {
  readonly name: string;
  readonly text: string;
}

/** Any number, as long as everybody who migrates Kiku's tables asks for the same. */
const LOCK = 752_108_335;
const LIMIT_MS = 120_000;

/** Asked first: `if not exists` wants the right to create them even where they are there. */
const OWN_TABLE = `
do $$ begin
  if to_regnamespace('kiku') is null then create schema kiku; end if;
  if to_regclass('kiku.migration') is null then
    create table kiku.migration (name text primary key, digest text not null, at timestamptz not null default now());
  end if;
end $$`;

/**
 * The migrations that come with this version, in order. Each must leave a schema that the version before it can go on working
 * with: add, and remove only what no running version reads.
 */
export async function readMigrations(): Promise<readonly Migration[]> {
  const folder = new URL('./migrations/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => ({ name: name.replace('.sql', ''), text: (await readFile(new URL(name, folder), 'utf8')).replaceAll('\r\n', '\n') })),
  );
}

/**
 * Brings the schema up to date, all of it or nothing, and returns the names of what was done. Several may call this at once:
 * one works, the others wait and find it done. A migration unknown here came with a newer version and is left alone.
 */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<readonly string[]> {
  return database.transaction(async (transaction) => {
    if (database.kind === 'postgres') await transaction.query('select pg_advisory_xact_lock($1)', [LOCK]);
    // Whoever cannot have a table within this time would hold up everybody who comes after.
    await transaction.script("set local lock_timeout = '10s'");
    await transaction.script(OWN_TABLE);
    const done = await readDone(transaction);
    for (const migration of migrations) refuseEdited(migration, done);
    const due = migrations.filter(({ name }) => !done.has(name));
    for (const migration of due) {
      await transaction.script(migration.text);
      await transaction.query('insert into kiku.migration (name, digest) values ($1, $2)', [migration.name, digestOf(migration)]);
    }
    return due.map(({ name }) => name);
  }, LIMIT_MS);
}

/** The names of the migrations that the database still lacks. */
export async function missing(database: Database, migrations: readonly Migration[]): Promise<readonly string[]> {
  const done = await readDone(database);
  return migrations.filter(({ name }) => !done.has(name)).map(({ name }) => name);
}

/** The names of the migrations that the database went through, in order. */
export async function migrationsDone(database: Database): Promise<readonly string[]> {
  return [...(await readDone(database)).keys()].toSorted();
}

const doneRows = z.array(z.object({ name: z.string(), digest: z.string() }));

async function readDone(queries: Queries): Promise<ReadonlyMap<string, string>> {
  const rows = doneRows.parse(await queries.query('select name, digest from kiku.migration', []));
  return new Map(rows.map(({ name, digest }) => [name, digest]));
}

function refuseEdited(migration: Migration, done: ReadonlyMap<string, string>): void {
  const digest = done.get(migration.name);
  if (digest === undefined || digest === digestOf(migration)) return;
  throw new StorageFailure(
    'changed',
    `The migration ${migration.name} is not the one this database went through. Undo the edit and add a new file.`,
    {
      retryable: false,
    },
  );
}

function digestOf(migration: Migration): string {
  return createHash('sha256').update(migration.text).digest('hex');
}
