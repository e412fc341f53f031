import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../src/storage/database.ts';
import { migrate, readMigrations } from '../../src/storage/migrations.ts';
import { openPglite } from '../../src/storage/pglite.ts';
import { openPostgres } from '../../src/storage/postgres.ts';
import { freshDatabase } from '../postgres.ts';

/** A database with the schema and nothing in it; `end` takes it away. */
export interface EmptyDatabase {
  readonly database: Database;
  end(): Promise<void>;
}

export async function emptyDatabase(kind: Database['kind']): Promise<EmptyDatabase> {
  const opened = kind === 'postgres' ? await onServer() : await embedded();
  await migrate(opened.database, await readMigrations());
  return opened;
}

/** A folder of one's own; `end` takes it away. */
export async function emptyFolder(): Promise<{ readonly folder: string; end(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'kiku-test-'));
  return { folder, end: () => rm(folder, { recursive: true, force: true }) };
}

async function onServer(): Promise<EmptyDatabase> {
  const { url, drop } = await freshDatabase();
  const database = openPostgres(url, { connections: 16 });
  return {
    database,
    async end() {
      await database.close();
      await drop();
    },
  };
}

async function embedded(): Promise<EmptyDatabase> {
  const { folder, end } = await emptyFolder();
  const database = await openPglite(folder);
  return {
    database,
    async end() {
      await database.close();
      await end();
    },
  };
}
