import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrate, readMigrations } from '../../src/storage/migrations.ts';
import { openPostgres } from '../../src/storage/postgres.ts';
import { Stage } from '../conversations/stage.ts';
import { freshDatabase } from '../postgres.ts';
import { startProgram } from '../program.ts';

describe('two instances that start at once on an empty database', () => {
  it('both come up, and each migration was done once', async () => {
    const fresh = await freshDatabase();
    try {
      const programs = await Promise.all([1, 2, 3].map(() => startProgram({ DATABASE_URL: fresh.url })));
      const ready = await Promise.all(programs.map(async ({ origin }) => (await fetch(`${origin}/readyz`)).status));
      const done = await rowsOf(fresh.url, 'select name from kiku.migration order by name');
      await Promise.all(programs.map((program) => program.end()));

      expect(ready).toEqual([200, 200, 200]);
      expect(done).toEqual((await readMigrations()).map(({ name }) => ({ name })));
    } finally {
      await fresh.drop();
    }
  }, 240_000);
});

describe('a version that runs while the next one brings its schema', () => {
  it('goes on with its conversations, is ready, and starts again', async () => {
    const stage = await Stage.open('postgresql');
    const url = stage.env.DATABASE_URL ?? '';
    try {
      const actor = await stage.enter();
      await actor.say('OneDrive says 0x8004de40 on my Windows 11 laptop');
      await actor.sees('answer web');

      const done = await expand(url);
      await actor.tap({ do: 'answer', fact: 'web', value: 'works' });
      const next = await untilAnotherIsOpen(() => actor.open(), 'answer web');
      const ready = await fetch(`${stage.program.origin}/readyz`);
      const complaints = stage.program.output().stderr;
      await stage.restart('SIGTERM');
      await actor.say('status');

      expect(done).toEqual(['9999-next']);
      expect(next).not.toEqual([]);
      expect(ready.status).toBe(200);
      expect(complaints).not.toMatch(/"level":50/);
      expect(actor.open()).toEqual(next);
    } finally {
      await stage.close();
    }
  }, 240_000);
});

/** What a next version may do to a schema that another works with: each table gets a column with a default and one without, and there is a table more. */
async function expand(url: string): Promise<readonly string[]> {
  const tables = await rowsOf(
    url,
    "select relname as name from pg_class where relnamespace = 'kiku'::regnamespace and relkind = 'r' and relname <> 'migration'",
  );
  const columns = tables.map(({ name }) => `alter table kiku."${name}" add column later_a text, add column later_b int not null default 3;`);
  const database = openPostgres(url, { connections: 1 });
  try {
    return await migrate(database, [
      ...(await readMigrations()),
      { name: '9999-next', text: `${columns.join('\n')}\ncreate table kiku.later (a int);` },
    ]);
  } finally {
    await database.close();
  }
}

async function untilAnotherIsOpen(open: () => readonly string[], before: string): Promise<readonly string[]> {
  for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 20))) {
    if (open().length > 0 && !open().includes(before)) return open();
  }
  return [];
}

async function rowsOf(url: string, statement: string): Promise<readonly { readonly name: string }[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ name: string }>(statement)).rows;
  } finally {
    await client.end();
  }
}
