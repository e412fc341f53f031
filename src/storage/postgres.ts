import pg from 'pg';
import {
  type Database,
  inside,
  type Param,
  type Queries,
  refuseInside,
  SETTINGS,
  STATEMENT_LIMIT_MS,
  storable,
  type Transaction,
} from './database.ts';
import { type Password, serverAddress } from './server-address.ts';
import { type StorageFailure, toStorageFailure } from './storage-failure.ts';

/** How a pool is made. */
export interface PostgresOptions {
  /** Most connections of this process. */
  readonly connections?: number;
  /** Where the address holds none. */
  readonly password?: Password | null;
  /** Told when an idle connection is lost; the pool makes a new one by itself. */
  readonly onLost?: (failure: StorageFailure) => void;
}

/** More connections than this were slower on two processors, with 32 conversations at once, and fewer than six too. */
const CONNECTIONS = 8;
const CONNECT_LIMIT_MS = 5000;
const IDLE_MS = 300_000;
/** The server stops a statement itself; only when it cannot even say so does our side give up. */
const GRACE_MS = 2000;

/** A PostgreSQL at `url`. Nothing is opened before the first statement. */
export function openPostgres(url: string, options: PostgresOptions = {}): Database {
  const pool = new pg.Pool({
    ...serverAddress(url, options.password ?? null),
    application_name: 'kiku',
    max: options.connections ?? CONNECTIONS,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    idleTimeoutMillis: IDLE_MS,
    keepAlive: true,
    query_timeout: STATEMENT_LIMIT_MS + GRACE_MS,
    onConnect: prepare,
  });
  pool.on('error', (error) => options.onLost?.(toStorageFailure(error)));
  const database: Database = {
    kind: 'postgres',
    async query(text, params) {
      refuseInside(database);
      try {
        return (await pool.query<object>(named(text, params))).rows;
      } catch (thrown) {
        throw toStorageFailure(thrown);
      }
    },
    async transaction(run, limitMs = STATEMENT_LIMIT_MS) {
      refuseInside(database);
      return inside(database, () => within(pool, run, limitMs));
    },
    async close() {
      if (!pool.ending) await pool.end();
    },
  };
  return database;
}

/** Settings are made by a statement, not at start-up, which a pooler between us refuses. */
async function prepare(client: pg.ClientBase): Promise<void> {
  await client.query(`set statement_timeout = ${STATEMENT_LIMIT_MS}; set idle_in_transaction_session_timeout = 15000; ${SETTINGS}`);
}

async function within<T>(pool: pg.Pool, run: (transaction: Transaction) => Promise<T>, limitMs: number): Promise<T> {
  let client: pg.PoolClient;
  try {
    client = await pool.connect();
  } catch (thrown) {
    throw toStorageFailure(thrown);
  }
  // A connection that breaks between two statements says so as an event, and nobody else listens while it is taken out.
  let broken: StorageFailure | null = null;
  const onError = (error: Error) => {
    broken = toStorageFailure(error);
  };
  client.on('error', onError);
  const handle = handleOf(client, limitMs);
  try {
    await handle.script(`begin; set local statement_timeout = ${limitMs}`);
    const result = await run(handle);
    await handle.script('commit');
    return result;
  } catch (thrown) {
    await handle.script('rollback').catch((failure: unknown) => {
      broken = toStorageFailure(failure);
    });
    throw thrown;
  } finally {
    client.off('error', onError);
    client.release(broken ?? false);
  }
}

function handleOf(client: pg.PoolClient, limitMs: number): Transaction {
  const answer = async (query: pg.QueryConfig) => {
    try {
      const limited: pg.QueryConfig & { readonly query_timeout: number } = { ...query, query_timeout: limitMs + GRACE_MS };
      return (await client.query<object>(limited)).rows;
    } catch (thrown) {
      throw toStorageFailure(thrown);
    }
  };
  const queries: Queries = { query: (text, params) => answer(named(text, params)) };
  return {
    ...queries,
    async script(text) {
      await answer({ text });
    },
  };
}

const names = new Map<string, string>();

/** Named, so that each connection parses and plans a text once. Texts are constants, so the names stay few. */
function named(text: string, params: readonly Param[]): pg.QueryConfig {
  let name = names.get(text);
  if (name === undefined) {
    name = `kiku-${names.size + 1}`;
    names.set(text, name);
  }
  return { name, text, values: storable(params) };
}
