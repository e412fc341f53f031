import { AsyncLocalStorage } from 'node:async_hooks';

/** What a statement may be given. JSON goes in as text, made by `toJson`. */
export type Param = string | number | boolean | null | readonly string[];

/** Something that answers statements. Rows are a border: whoever asks parses them. */
export interface Queries {
  /** One statement with its `$1`, `$2`. The text is a constant: the server keeps its plan under it. Throws `StorageFailure`. */
  query(text: string, params: readonly Param[]): Promise<readonly unknown[]>;
}

/** Several statements that happen together or not at all. */
export interface Transaction extends Queries {
  /** Many statements in one text, without parameters. */
  script(text: string): Promise<void>;
}

/** A PostgreSQL, wherever it runs. */
export interface Database extends Queries {
  readonly kind: 'postgres' | 'pglite';
  /** Inside `run` only its handle may be used; `limitMs` is how long each of its statements may take. */
  transaction<T>(run: (transaction: Transaction) => Promise<T>, limitMs?: number): Promise<T>;
  close(): Promise<void>;
}

/** How long a statement may take. */
export const STATEMENT_LIMIT_MS = 5000;

/**
 * The tables of the hot path are tiny one minute and large the next, and their statistics lag behind: without sequential scans
 * every plan uses its index, and so one plan does for all parameters. Nor are bitmaps wanted, which lose the order of the index, so that a
 * page of some would be sorted out of all, nor joins that read the whole of a table that was small when the plan was made. Compiling such
 * short statements costs more than it saves.
 */
export const SETTINGS =
  'set enable_seqscan = off; set enable_bitmapscan = off; set enable_hashjoin = off; set enable_mergejoin = off; set plan_cache_mode = force_generic_plan; set jit = off';

const current = new AsyncLocalStorage<Database>();

/** Runs the inside of a transaction, so that `refuseInside` can tell. */
export function inside<T>(database: Database, run: () => Promise<T>): Promise<T> {
  return current.run(database, run);
}

/** A statement beside the open transaction would wait for ever on PGlite's one connection, and can starve a pool. */
export function refuseInside(database: Database): void {
  if (current.getStore() === database) throw new Error('Inside a transaction only its own handle may be used.');
}

/**
 * JSON that PostgreSQL takes. It refuses the character NUL and halves of surrogate pairs, and people can write both: they
 * become U+FFFD (https://www.postgresql.org/docs/current/datatype-json.html).
 */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value);
  if (!/\\u(?:0000|d[89a-f])/.test(text)) return text;
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? withoutNul(part).toWellFormed() : part));
}

/** Parameters as PostgreSQL takes them: text holds no NUL. */
export function storable(params: readonly Param[]): Param[] {
  return params.map((param) => {
    if (typeof param === 'string') return withoutNul(param);
    return Array.isArray(param) ? param.map(withoutNul) : param;
  });
}

function withoutNul(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text;
}
