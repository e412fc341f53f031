import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { GraphBudget } from '../advisory-ports.ts';
import type { DoctorStore } from '../doctor-ports.ts';
import { createDoctorStore } from './doctor-store.ts';
import { holdFolder } from './folder-lock.ts';
import { createGraphBudget } from './graph-budget.ts';
import { readMigrations } from './migrations.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';
import type { Password } from './server-address.ts';
import { StorageFailure, toStorageFailure } from './storage-failure.ts';

/** The database as the doctor sees it from outside: opened as it is, nothing migrated, nothing made. */
export interface DoctorStorage {
  readonly store: DoctorStore;
  readonly graphBudget: GraphBudget;
  close(): Promise<void>;
}

/** Where the database is. */
export interface DoctorStorageOptions {
  readonly databaseUrl: string | null;
  readonly folder: string;
  readonly password?: Password | null;
}

/** Opens it for looking. Throws a `StorageFailure` for an embedded database that is not there yet, or that a running Kiku has. */
export async function openForDoctor(options: DoctorStorageOptions): Promise<DoctorStorage> {
  const migrations = await readMigrations();
  if (options.databaseUrl !== null) {
    const database = openPostgres(options.databaseUrl, { connections: 3, password: options.password ?? null });
    return { store: createDoctorStore(database, migrations), graphBudget: createGraphBudget(database), close: () => database.close() };
  }
  const folder = resolve(options.folder);
  if (!existsSync(join(folder, 'database'))) {
    throw new StorageFailure('schema', `There is no database in ${folder} yet: start Kiku once.`, { retryable: false });
  }
  const lock = holdFolder(folder, Date.now());
  try {
    const database = await openPglite(folder);
    const close = () => database.close().finally(() => lock.release());
    return { store: createDoctorStore(database, migrations), graphBudget: createGraphBudget(database), close };
  } catch (thrown) {
    lock.release();
    throw thrown;
  }
}

/** What stands in where there is no database to look at: every question fails as opening it did, and Graph may be asked. */
export function withoutDatabase(thrown: unknown): DoctorStorage {
  const fail = () => Promise.reject(toStorageFailure(thrown));
  const store = { database: fail, work: fail, helpdesks: fail, takeLook: fail, isTold: fail, markTold: fail };
  return { store, graphBudget: { takeGraphRequest: async () => 0, restGraph: async () => {} }, close: async () => {} };
}
