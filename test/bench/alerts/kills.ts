import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openStorage } from '../../../src/storage/open-storage.ts';
import { freshDatabase } from '../../postgres.ts';
import type { ChannelCount } from './channel.ts';
import { startChannel } from './fan-out.ts';
import { beginFanOut, storePeople } from './people.ts';

/** What a fan-out under kills came to. */
export interface KillsResult {
  readonly people: number;
  readonly seconds: number;
  readonly kills: number;
  readonly seen: ChannelCount;
  /** Of those doubled, whose first message came just before a kill. */
  readonly doubledAtKills: number;
}

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));
const KILL_EVERY_MS = 3_000;
/** A send that was on its way when its process was killed came to the channel at most so long before. */
const IN_FLIGHT_MS = 1_000;
const SCALE = 10;
const PATIENCE_MS = 300_000;
const quiet = { info() {}, warn() {}, error() {} };

/** Two processes on one PostgreSQL send to `people`, in real time with the limits ten times as wide, and every 3 s one of them is killed and started anew. */
export async function runKills(people: number): Promise<KillsResult> {
  const database = await freshDatabase();
  const storage = await openStorage({ databaseUrl: database.url, folder: '' }, quiet);
  const limits = { tenant: [{ most: 50 * SCALE, withinMs: 1_000 }], conversation: [{ most: 7, withinMs: 1_000 }] };
  const channel = await startChannel({ clock: null, limits, throttled: 0, spellMs: 0, retryAfterSeconds: 0, forbidden: 0, failing: 0 });
  const begin = () => startWorker(database.url);
  let workers: readonly ChildProcess[] = [];
  const kills: number[] = [];
  try {
    const conversations = await storePeople(database.url, people, `http://127.0.0.1:${channel.port}/`, Date.now() - 60_000);
    const id = await beginFanOut(database.url, Date.now());
    const began = Date.now();
    workers = await Promise.all([begin(), begin()]);
    let turn = 0;
    for (;;) {
      await sleep(KILL_EVERY_MS);
      const { waiting, sent, failed } = await storage.alerts.progress(id);
      const isPlanned = (await storage.alerts.fanOut(id))?.plannedAt !== null;
      if ((isPlanned && waiting === 0 && sent + failed > 0) || Date.now() - began > PATIENCE_MS) break;
      const victim = workers[turn];
      kills.push(Date.now());
      victim?.kill('SIGKILL');
      const fresh = await begin();
      workers = workers.map((one, index) => (index === turn ? fresh : one));
      turn = 1 - turn;
    }
    const seconds = (Date.now() - began) / 1000;
    const seen = await channel.report(conversations);
    const isAtKill = (at: number) => kills.some((kill) => at <= kill + 50 && at > kill - IN_FLIGHT_MS);
    return { people, seconds, kills: kills.length, seen, doubledAtKills: seen.doubled.filter(({ firstAt }) => isAtKill(firstAt)).length };
  } finally {
    for (const worker of workers) worker.kill('SIGKILL');
    await channel.end();
    await storage.close();
    await database.drop();
  }
}

async function startWorker(url: string): Promise<ChildProcess> {
  const given = ['--database', url, '--rate', String(45 * SCALE), '--burst', String(4 * SCALE)];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', WORKER, ...given], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', () => resolve());
  });
  return child;
}
