import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { beginningOf } from '../conversations/phrase.ts';
import { Stage } from '../conversations/stage.ts';

/** Stands in what is said of a turn that failed. */
const SORRY = beginningOf('sorry.reference');

describe('a database that goes away while people talk', () => {
  it('takes Kiku off no road: each message is answered with an apology, and what was begun goes on once it is back', async () => {
    const stage = await Stage.open('postgresql');
    const url = new URL(stage.env.DATABASE_URL ?? '');
    const name = url.pathname.slice(1);
    url.pathname = '/postgres';
    const admin = new pg.Client({ connectionString: url.href });
    await admin.connect();
    try {
      const actor = await stage.enter();
      await actor.say('OneDrive says 0x8004de40 on my Windows 11 laptop');
      await actor.sees('answer web');
      const shown = actor.entries().length;

      await admin.query(`alter database ${name} allow_connections false`);
      await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
      await actor.say('it works in the browser').catch(() => undefined);
      await until(() => actor.entries().length > shown && actor.text().includes(SORRY));
      const [ready, alive] = await Promise.all(['readyz', 'healthz'].map(async (path) => (await fetch(`${stage.program.origin}/${path}`)).status));
      const during = actor.open();

      await admin.query(`alter database ${name} allow_connections true`);
      await until(async () => (await fetch(`${stage.program.origin}/readyz`)).ok);
      await actor.tap({ do: 'answer', fact: 'web', value: 'works' });
      await until(() => !actor.open().includes('answer web'));

      expect({ ready, alive }).toEqual({ ready: 503, alive: 200 });
      expect(during).toContain('answer web');
      expect(actor.open()).not.toEqual([]);
    } finally {
      await admin.query(`alter database ${name} allow_connections true`);
      await admin.end();
      await stage.close();
    }
  }, 240_000);
});

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; !(await isSo()); await new Promise((resolve) => setTimeout(resolve, 50))) {
    if (Date.now() > end) throw new Error('It did not come to that.');
  }
}
