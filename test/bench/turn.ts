import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { freshDatabase } from '../postgres.ts';
import { startProgram } from '../program.ts';
import type { LoadPlan, LoadResult } from './load.ts';
import { storeIntakes } from './store-intakes.ts';

/**
 * `npm run bench:turn`: one question → answer turn of Kiku against the SDK's plain echo bot on restify, in the same run,
 * loaded from another process, 1, 8 and 32 conversations at once; on PostgreSQL, on PGlite, and on PostgreSQL with 100,000
 * stored intakes. Rounds are interleaved; figures are medians of the rounds' ratios, so a slow moment of the machine hits both.
 */
const CONVERSATIONS = [1, 8, 32];
const TURNS: Readonly<Record<number, number>> = { 1: 600, 8: 1_600, 32: 2_400 };
const ROUNDS = Number(process.argv[2] ?? 5);
const STORED_INTAKES = 100_000;

interface Subject {
  readonly name: string;
  readonly port: number;
  readonly pid: number | undefined;
  end(): Promise<void>;
}

const admin = await freshDatabase();
await setFsync('on');
const subjects = [await echoBot(), await kiku('PostgreSQL'), await kiku('PGlite'), await kiku('PostgreSQL, 100,000 intakes', STORED_INTAKES)];
/** A round of one subject. `processorMs`: what the program itself took of a processor for a turn, which a busy machine changes less than the rest. */
interface Round extends LoadResult {
  readonly processorMs: number;
}

const results = new Map<string, Round[]>();
try {
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const conversations of CONVERSATIONS) {
      for (const subject of subjects) {
        const plan = {
          port: subject.port,
          conversations,
          turns: TURNS[conversations] ?? 1_000,
          warmUp: round === 0 ? 800 : 100,
          tag: `${round}-${conversations}`,
        };
        const key = `${subject.name}/${conversations}`;
        const before = await processorMs(subject.pid);
        const result = await load(plan);
        const used = (await processorMs(subject.pid)) - before;
        results.set(key, [...(results.get(key) ?? []), { ...result, processorMs: used / (plan.turns + plan.warmUp) }]);
      }
    }
  }
} finally {
  for (const subject of subjects) await subject.end();
  await setFsync('off');
  await admin.drop();
}
report();

/** The server of the tests does not wait for the disk; a measurement must. */
async function setFsync(to: 'on' | 'off'): Promise<void> {
  const client = new pg.Client({ connectionString: admin.url });
  await client.connect();
  await client.query(`alter system set fsync = ${to}`);
  await client.query('select pg_reload_conf()');
  await client.end();
}

async function echoBot(): Promise<Subject> {
  const child: ChildProcess = spawn(process.execPath, [fileURLToPath(new URL('echo-bot.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<number>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => resolve(Number(/(\d+)\s*$/.exec(chunk.toString())?.[1])));
  });
  return { name: 'echo bot', port, pid: child.pid, end: async () => void child.kill('SIGKILL') };
}

async function kiku(name: string, stored = 0): Promise<Subject> {
  const folder = await mkdtemp(join(tmpdir(), 'kiku-bench-'));
  const database = name.startsWith('PostgreSQL') ? await freshDatabase() : null;
  const env = { DATA_DIR: folder, ...(database === null ? {} : { DATABASE_URL: database.url }) };
  const program = await startProgram(env);
  if (database !== null && stored > 0) await storeIntakes(database.url, stored);
  return {
    name,
    port: program.port,
    pid: program.process.pid,
    end: async () => {
      await program.end();
      await database?.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** User and system time so far, in the ticks of a hundredth of a second in which Linux counts; elsewhere it is not known. */
async function processorMs(pid: number | undefined): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [user, system] = stat.split(') ').at(-1)?.split(' ').slice(11, 13).map(Number) ?? [];
  return ((user ?? Number.NaN) + (system ?? Number.NaN)) * 10;
}

async function load(plan: LoadPlan): Promise<LoadResult> {
  const script = fileURLToPath(new URL('load.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(plan)], { timeout: 120_000 });
  return JSON.parse(stdout);
}

function report(): void {
  process.stdout.write(`${ROUNDS} rounds, medians; ratios are to the echo bot of the same round\n\n`);
  process.stdout.write(
    '| | conversations | turns/s | ratio | p50 ms | p99 ms | p99 ratio | processor, ms a turn |\n|---|---|---|---|---|---|---|---|\n',
  );
  for (const { name } of subjects) {
    for (const conversations of CONVERSATIONS) {
      const own = results.get(`${name}/${conversations}`) ?? [];
      const echo = results.get(`echo bot/${conversations}`) ?? [];
      const ratio = (pick: (result: Round) => number) => median(own.map((result, round) => pick(result) / pick(echo[round] ?? result)));
      const cells = [
        median(own.map((result) => result.turnsPerSecond)).toFixed(0),
        ratio((result) => result.turnsPerSecond).toFixed(2),
        median(own.map((result) => result.p50)).toFixed(1),
        median(own.map((result) => result.p99)).toFixed(1),
        ratio((result) => result.p99).toFixed(2),
        median(own.map((result) => result.processorMs)).toFixed(2),
      ];
      process.stdout.write(`| ${name} | ${conversations} | ${cells.join(' | ')} |\n`);
    }
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
