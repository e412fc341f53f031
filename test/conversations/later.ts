import pg from 'pg';
import { createJobs } from '../../src/storage/jobs.ts';
import type { Stage } from './stage.ts';

const QUIET = { info() {}, warn() {}, error() {} };

/** Lets time pass for the program's cases: what they wait for comes nearer, and they are tended as they are each minute. */
export async function later(stage: Stage, ms: number): Promise<void> {
  const url = databaseOf(stage);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `update kiku.case set created_at = created_at - $1, respond_by = respond_by - $1, responded_at = responded_at - $1,
      closes_at = closes_at - $1, due_at = due_at - $1`,
    [ms],
  );
  await client.end();
  await tend(stage);
}

/** Ends all cases without a word, so that the next test moves none of them. */
export async function endAll(stage: Stage): Promise<void> {
  const client = new pg.Client({ connectionString: databaseOf(stage) });
  await client.connect();
  await client.query("update kiku.case set state = 'closed', due_at = null");
  await client.end();
}

/** Has the program do what it does each minute for its cases. */
export async function tend(stage: Stage): Promise<void> {
  const jobs = createJobs({ kind: 'postgres', url: databaseOf(stage) }, QUIET);
  await jobs.start();
  await jobs.ask('tend-cases', `test ${Date.now()}`, {});
  await jobs.stop(1_000);
}

function databaseOf({ env }: Stage): string {
  const { DATABASE_URL: url } = env;
  if (url === undefined) throw new Error('Time passes only for a program on a PostgreSQL server.');
  return url;
}
