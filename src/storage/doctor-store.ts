import { z } from 'zod';
import type { DatabaseSeen, DoctorStore } from '../doctor-ports.ts';
import type { Database } from './database.ts';
import { type Migration, migrationsDone } from './migrations.ts';
import { StorageFailure } from './storage-failure.ts';
import { address, read } from './turn-rows.ts';

const WEEK_MS = 7 * 86_400_000;

/** What the doctor asks of a database; it may be one that no migration has touched. */
export function createDoctorStore(database: Database, migrations: readonly Migration[]): DoctorStore {
  return {
    async database(now) {
      const began = now();
      const [row] = read(serverRow, await database.query(SERVER, []));
      const aheadMs = row.at - (began + now()) / 2;
      return { version: `${database.kind === 'pglite' ? 'PGlite, PostgreSQL' : 'PostgreSQL'} ${row.version}`, aheadMs, ...(await schemaOf()) };
    },
    async work(now) {
      const [row] = read(workRow, await database.query(WORK, [now - WEEK_MS]));
      return { ...row, deadJobs: await deadJobs() };
    },
    async helpdesks() {
      return read(z.array(helpdeskRow), await database.query(HELPDESKS, []));
    },
    async takeLook(what, now, everyMs) {
      return (await database.query(TAKE_LOOK, [what, now, everyMs])).length > 0;
    },
    async isTold(warning) {
      return (await database.query('select 1 from kiku.warning where what = $1', [warning])).length > 0;
    },
    async markTold(warning, now) {
      await database.query('insert into kiku.warning (what, at) values ($1, $2::bigint) on conflict do nothing', [warning, now]);
    },
  };

  async function schemaOf(): Promise<Pick<DatabaseSeen, 'schema' | 'lacks' | 'unknown'>> {
    const done: readonly string[] = await migrationsDone(database).catch((error: unknown): readonly string[] => {
      if (error instanceof StorageFailure && error.code === 'schema') return [];
      throw error;
    });
    const names = migrations.map(({ name }) => name);
    return {
      schema: done.at(-1) ?? null,
      lacks: names.filter((name) => !done.includes(name)),
      unknown: done.filter((name) => !names.includes(name)),
    };
  }

  /** pg-boss makes its tables itself, when it first starts. */
  async function deadJobs(): Promise<number> {
    if ((await database.query("select 1 where to_regclass('pgboss.job') is not null", [])).length === 0) return 0;
    return read(z.tuple([z.object({ count: z.number() })]), await database.query(DEAD_JOBS, []))[0].count;
  }
}

const SERVER = `
select current_setting('server_version') as version, (extract(epoch from clock_timestamp()) * 1000)::float8 as at`;

const serverRow = z.tuple([z.object({ version: z.string(), at: z.number() })]);

/** A person who blocked Kiku, or left, is nobody's fault. $1 since when messages that were given up count. */
const WORK = `
select
  (select read_at::float8 from kiku.advisory_reading limit 1) as "readAt",
  coalesce((select is_failing from kiku.advisory_reading limit 1), false) as "isReadingFailing",
  (select min(created_at)::float8 from kiku.outbox) as "oldestUnsentAt",
  (select count(*)::float8 from kiku.dead_letter where created_at >= $1::bigint and why <> 'gone') as "deadLetters"`;

const workRow = z.tuple([
  z.object({
    readAt: z.number().nullable(),
    isReadingFailing: z.boolean(),
    oldestUnsentAt: z.number().nullable(),
    deadLetters: z.number(),
  }),
]);

const DEAD_JOBS = "select count(*)::float8 as count from pgboss.job where name = 'dead-letters' and created_on > now() - interval '7 days'";

const helpdeskRow = z.object({
  tenant: z.string(),
  isBackup: z.boolean(),
  address,
  language: z.enum(['en', 'ja']).nullable().catch(null),
});

const HELPDESKS = `
select tenant, false as "isBackup", address, language from kiku.helpdesk
union all select tenant, true, second, second_language from kiku.helpdesk where second is not null order by 1, 2`;

/** A clock that was ahead must not keep everybody from looking for ever. $1 what, $2 now, $3 how often. */
const TAKE_LOOK = `
insert into kiku.look as l (what, at) values ($1, $2::bigint)
on conflict (what) do update set at = excluded.at where l.at <= excluded.at - $3::bigint or l.at > excluded.at + $3::bigint
returning 1`;
