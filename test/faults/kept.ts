import { openPglite } from '../../src/storage/pglite.ts';
import { openPostgres } from '../../src/storage/postgres.ts';
import type { Actor, Stage } from '../conversations/stage.ts';

/** Rows of the database behind a stage. An embedded one can be read only when the program has ended. */
export async function rowsOf(
  stage: Stage,
  statement: string,
  params: readonly (string | readonly string[])[],
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const url = stage.env.DATABASE_URL;
  const database = url === undefined ? await openPglite(stage.env.DATA_DIR ?? '') : openPostgres(url, { connections: 1 });
  try {
    return (await database.query(statement, params)) as readonly Record<string, unknown>[];
  } finally {
    await database.close();
  }
}

/** What waits to be sent to somebody, and what was given up and why. */
export async function outboxOf(stage: Stage, actor: Actor): Promise<{ readonly waiting: number; readonly dead: readonly unknown[] }> {
  const { conversation } = actor.person;
  const waiting = await rowsOf(stage, 'select 1 from kiku.outbox where conversation = $1', [conversation]);
  const dead = await rowsOf(stage, 'select why from kiku.dead_letter where conversation = $1 order by id', [conversation]);
  return { waiting: waiting.length, dead: dead.map(({ why }) => why) };
}

/** Every intake of somebody in the order of time, as far as it is the same for everybody who said the same. */
export async function intakesOf(stage: Stage, actor: Actor): Promise<readonly unknown[]> {
  const statement = "select state - 'id' as state from kiku.intake where person = $1 order by updated_at, state ->> 'id'";
  return (await rowsOf(stage, statement, [actor.person.aadObjectId])).map(({ state }) => state);
}
