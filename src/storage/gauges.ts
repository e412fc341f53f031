import { z } from 'zod';
import type { Gauges } from '../telemetry-ports.ts';
import type { Database } from './database.ts';
import { read } from './turn-rows.ts';

/** Each part goes by an index, or over a table that is small unless something is wrong. $1 now, $2 a day ago. */
const GAUGES = `
select
  (select coalesce($1::bigint - min(created_at) filter (where lease_until <= $1::bigint), 0) from kiku.outbox)::float8 as "outboxAge",
  (select count(*) from kiku.outbox)::float8 as "outboxRows",
  (select $1::bigint - read_at from kiku.advisory_reading)::float8 as "pollAge",
  (select count(*) from kiku.case where state = 'waiting-helpdesk')::float8 as "casesWaiting",
  (select count(*) from kiku.case where state = 'waiting-helpdesk' and responded_at is null and respond_by < $1::bigint)::float8 as "casesOverdue",
  (select count(*) from kiku.dead_letter where created_at > $2::bigint and why <> 'gone')::float8 as "deadLetters"`;

/** Only once pg-boss has made its tables. $1 a day ago, in seconds. */
const DEAD_JOBS = `select count(*)::float8 as "deadJobs" from pgboss.job where name = 'dead-letters' and created_on > to_timestamp($1::float8)`;

const DAY_MS = 86_400_000;
const gauges = z.tuple([
  z.object({
    outboxAge: z.number(),
    outboxRows: z.number(),
    pollAge: z.number().nullable(),
    casesWaiting: z.number(),
    casesOverdue: z.number(),
    deadLetters: z.number(),
  }),
]);
const deadJobs = z.tuple([z.object({ deadJobs: z.number() })]);

/** What an operator watches. Two or three statements, to be asked once a minute. */
export async function readGauges(database: Database, now: number): Promise<Gauges> {
  const [stored] = read(gauges, await database.query(GAUGES, [now, now - DAY_MS]));
  const hasJobs = await database.query("select 1 where to_regclass('pgboss.job') is not null", []);
  const [dead] = hasJobs.length === 0 ? [{ deadJobs: 0 }] : read(deadJobs, await database.query(DEAD_JOBS, [(now - DAY_MS) / 1000]));
  return { ...stored, ...dead };
}
