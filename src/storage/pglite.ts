import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { PGlite, type Transaction as PGliteTransaction } from '@electric-sql/pglite';
import { type Db, fromPglite } from 'pg-boss';
import { type Database, inside, type Param, refuseInside, SETTINGS, storable, type Transaction } from './database.ts';
import { toStorageFailure } from './storage-failure.ts';

/** The embedded database, and the way in for jobs, which speak for themselves. */
export interface EmbeddedDatabase extends Database {
  readonly forJobs: Db;
}

/**
 * The embedded PostgreSQL, in `folder`/database. It takes no lock of its own: hold the folder's first (`holdFolder`). Every
 * commit is handed to the operating system before it is acknowledged, so a kill loses none; a power cut may, for PGlite has no
 * fsync. It runs in this thread, so no timer can stop a statement.
 */
export async function openPglite(folder: string): Promise<EmbeddedDatabase> {
  try {
    const pglite = await PGlite.create({ dataDir: await cluster(folder), relaxedDurability: false });
    await pglite.exec(SETTINGS);
    const database = wrap(pglite);
    return { ...database, forJobs: forJobs(pglite, database) };
  } catch (thrown) {
    throw toStorageFailure(thrown);
  }
}

/** Where the cluster is. A new one is made aside and moved: one that was killed half-made could never be opened again. */
async function cluster(folder: string): Promise<string> {
  const place = join(folder, 'database');
  if (existsSync(place)) return place;
  const aside = join(folder, 'database.new');
  await mkdir(folder, { recursive: true });
  await rm(aside, { recursive: true, force: true });
  const made = await PGlite.create({ dataDir: aside });
  await made.close();
  await rename(aside, place);
  return place;
}

function wrap(pglite: PGlite): Database {
  let closing: Promise<void> | null = null;
  const database: Database = {
    kind: 'pglite',
    async query(text, params) {
      refuseInside(database);
      const rows = await rowsOf(pglite, text, params);
      // It answers without ever going through the event loop: turn after turn would keep timers and sockets from being served.
      await setImmediate();
      return rows;
    },
    async transaction(run) {
      refuseInside(database);
      const outcome = await pglite.transaction((open) => inside(database, () => attempt(open, run))).catch(rethrow);
      if (outcome.kind === 'failed') throw outcome.thrown;
      return outcome.value;
    },
    close() {
      closing ??= pglite.close().catch(rethrow);
      return closing;
    },
  };
  return database;
}

/** What jobs ask comes beside an open transaction never, and lets others have their turn like everything else. */
function forJobs(pglite: PGlite, database: Database): Db {
  const db = fromPglite(pglite);
  return {
    ...db,
    async executeSql(text, values) {
      refuseInside(database);
      const result = await db.executeSql(text, values);
      await setImmediate();
      return result;
    },
  };
}

type Outcome<T> = { readonly kind: 'done'; readonly value: T } | { readonly kind: 'failed'; readonly thrown: unknown };

/** What `run` throws comes out as it is; only what the database throws is translated. */
async function attempt<T>(open: PGliteTransaction, run: (transaction: Transaction) => Promise<T>): Promise<Outcome<T>> {
  try {
    const value = await run({
      query: (text, params) => rowsOf(open, text, params),
      async script(text) {
        await open.exec(text).catch(rethrow);
      },
    });
    return { kind: 'done', value };
  } catch (thrown) {
    await open.rollback();
    return { kind: 'failed', thrown };
  }
}

async function rowsOf(queries: Pick<PGlite, 'query'>, text: string, params: readonly Param[]): Promise<readonly unknown[]> {
  return (await queries.query<unknown>(text, storable(params)).catch(rethrow)).rows;
}

function rethrow(thrown: unknown): never {
  throw toStorageFailure(thrown);
}
