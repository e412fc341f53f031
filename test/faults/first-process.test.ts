import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type FreshDatabase, freshDatabase } from '../postgres.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
/** Whoever waits for a lock of this database. */
const WAITING =
  "select 1 from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())";
const ALONE = ['--pid', '--fork', '--mount-proc', '--kill-child'];
const canBeFirst = process.platform === 'linux' && spawnSync('unshare', [...ALONE, 'true']).status === 0;
if (!canBeFirst) process.stdout.write('Here nobody can be the first process: how Kiku ends as that of a container was not tried.\n');

(canBeFirst ? describe : describe.skip)('Kiku as the first process, as in a container', () => {
  let database: FreshDatabase;
  const started: ChildProcess[] = [];
  beforeEach(async () => {
    database = await freshDatabase();
  });
  afterEach(async () => {
    // What has not ended by itself does so with its parent.
    for (const child of started.splice(0)) child.kill('SIGKILL');
    await database.drop();
  });

  /** Starts it, and tells how it ended; `signal` reaches Kiku itself. */
  function start() {
    const env = { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'info', DATABASE_URL: database.url };
    const child = spawn('unshare', [...ALONE, process.execPath, MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    started.push(child);
    const written = { text: '' };
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        written.text += chunk.toString();
      });
    }
    const gone = once(child, 'exit').then(([code]: unknown[]) => code);
    return {
      written,
      gone,
      signal: () => process.kill(Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim()), 'SIGTERM'),
    };
  }

  it('ends cleanly on SIGTERM', async () => {
    const kiku = start();
    await until(() => kiku.written.text.includes('Kiku is listening'));

    kiku.signal();

    expect(await kiku.gone).toBe(0);
    expect(kiku.written.text).toContain('"stopping"');
  }, 240_000);

  it('ends on SIGTERM while it waits for somebody else to bring the schema', async () => {
    const other = new pg.Client({ connectionString: database.url });
    await other.connect();
    // The lock of src/storage/migrations.ts.
    await other.query('select pg_advisory_lock(752108335)');
    const kiku = start();
    try {
      await until(async () => (await other.query(WAITING)).rows.length > 0);

      kiku.signal();

      expect(await kiku.gone).toBe(143);
      expect(kiku.written.text).not.toContain('listening');
    } finally {
      await other.end();
    }
  }, 240_000);
});

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 40_000; !(await isSo()); await pause(20)) {
    if (Date.now() > end) throw new Error('It did not come to that.');
  }
}
