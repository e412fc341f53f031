import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Jobs } from '../../src/alert-ports.ts';
import { createJobs, type JobsPlace } from '../../src/storage/jobs.ts';
import { openPglite } from '../../src/storage/pglite.ts';
import { freshDatabase } from '../postgres.ts';
import { runChild } from './children/run.ts';
import { emptyFolder } from './databases.ts';

/** What became of a run: the world waits for it, or lets it go. */
interface Seen {
  readonly payload: unknown;
  readonly signal: AbortSignal;
  end(): void;
  fail(): void;
}

describe.each(['postgres', 'pglite'] as const)('jobs on %s', (kind) => {
  let place: JobsPlace;
  let started: Jobs[];
  let logged: unknown[];
  let leave: () => Promise<void>;

  beforeEach(() => {
    started = [];
    logged = [];
  });
  afterEach(() => Promise.all(started.map((jobs) => jobs.stop(1000))));
  beforeAll(async () => {
    if (kind === 'postgres') {
      const { url, drop } = await freshDatabase();
      place = { kind, url };
      leave = drop;
      return;
    }
    const { folder, end } = await emptyFolder();
    const database = await openPglite(folder);
    place = { kind, db: database.forJobs };
    leave = async () => {
      await database.close();
      await end();
    };
  });
  afterAll(() => leave());

  /** An instance whose runs of `queue` are in our hands. */
  async function instance(queue: string) {
    const log = { info: () => undefined, warn: () => undefined, error: (fields: unknown) => logged.push(fields) };
    const jobs = createJobs(place, log, 1);
    const seen: Seen[] = [];
    jobs.handle(
      queue,
      (payload, signal) =>
        new Promise((resolve, reject) => {
          signal.addEventListener('abort', () => resolve());
          seen.push({ payload, signal, end: () => resolve(), fail: () => reject(new Error('it did not work')) });
        }),
    );
    await jobs.start();
    started.push(jobs);
    return { jobs, seen };
  }

  async function until(isSo: () => boolean, limitMs = 10_000): Promise<void> {
    const begun = Date.now();
    while (!isSo()) {
      if (Date.now() - begun > limitMs) throw new Error('It did not come about.');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  it('asked before they work, or after, fail nobody', async () => {
    const jobs = createJobs(place, { info: () => undefined, warn: () => undefined, error: (fields: unknown) => logged.push(fields) }, 1);
    jobs.handle('early', async () => undefined);

    await expect(jobs.ask('early', 'one', {})).resolves.toBeUndefined();
    await jobs.start();
    await jobs.stop(1000);
    await expect(jobs.ask('early', 'one', {})).resolves.toBeUndefined();

    expect(logged).toEqual([]);
  });

  it('run once for each key at a time; of what is asked meanwhile one waits', async () => {
    const { jobs, seen } = await instance('plan');

    await jobs.ask('plan', 'a', { turn: 0 });
    await until(() => seen.length === 1);
    for (let turn = 3; turn < 6; turn += 1) await jobs.ask('plan', 'a', { turn });
    await jobs.ask('plan', 'b', { turn: 9 });
    await until(() => seen.length === 2);
    seen[0]?.end();
    await until(() => seen.length === 3);
    seen[1]?.end();
    seen[2]?.end();
    await jobs.ask('plan', 'a', { turn: 10 });
    await until(() => seen.length === 4);
    seen[3]?.end();

    expect(seen.map(({ payload }) => payload)).toEqual([{ turn: 0 }, { turn: 9 }, { turn: 3 }, { turn: 10 }]);
  });

  it('that fail run again, and the log has ids only', async () => {
    const { jobs, seen } = await instance('failing');
    await jobs.ask('failing', 'a', { fanOut: 7 });
    await until(() => seen.length === 1);

    seen[0]?.fail();
    await until(() => seen.length === 2);
    seen[1]?.end();

    expect(seen[1]?.payload).toEqual({ fanOut: 7 });
    expect(logged).toEqual([{ error: expect.anything(), queue: 'failing', job: expect.any(String), attempts: 1 }]);
  });

  it('that are on their way when this ends are told, and run again elsewhere', async () => {
    const first = await instance('send');
    await first.jobs.ask('send', 'contoso', { tenant: 'contoso' });
    await until(() => first.seen.length === 1);

    await first.jobs.stop(2000);
    const second = await instance('send');
    await until(() => second.seen.length === 1);
    second.seen[0]?.end();

    expect(first.seen[0]?.signal.aborted).toBe(true);
    expect(second.seen[0]?.payload).toEqual({ tenant: 'contoso' });
  });

  it('may be asked for before anything works on them, and each minute begins with the start', async () => {
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const jobs = createJobs(place, log);
    let minutes = 0;
    jobs.handle('minute', async () => {
      minutes += 1;
    });
    jobs.everyMinute('minute');
    await jobs.start();
    started.push(jobs);

    await until(() => minutes > 0);

    expect(minutes).toBe(1);
  });
});

describe('jobs of two instances', () => {
  it('run once, in one of them', async () => {
    const { url, drop } = await freshDatabase();
    const ran: string[] = [];
    const make = async () => {
      const jobs = createJobs({ kind: 'postgres', url }, { info: () => undefined, warn: () => undefined, error: () => undefined });
      jobs.handle('plan', async (payload) => {
        ran.push(JSON.stringify(payload));
      });
      await jobs.start();
      return jobs;
    };
    const [one, two] = await Promise.all([make(), make()]);

    for (let id = 0; id < 20; id += 1) {
      await (id % 2 === 0 ? one : two).ask('plan', `fan-out ${id}`, { id });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await Promise.all([one.stop(2000), two.stop(2000)]);
    await drop();

    expect(ran.sort()).toEqual(Array.from({ length: 20 }, (_, id) => JSON.stringify({ id })).sort());
  });

  it('run again within half a minute when the one that had them is killed', async () => {
    const { url, drop } = await freshDatabase();
    const child = runChild('run-jobs', [url]);
    const jobs = createJobs({ kind: 'postgres', url }, { info: () => undefined, warn: () => undefined, error: () => undefined });
    let taken: (payload: unknown) => void = () => undefined;
    const again = new Promise((resolve) => {
      taken = resolve;
    });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const asking = createJobs({ kind: 'postgres', url }, { info: () => undefined, warn: () => undefined, error: () => undefined });
    await asking.start();
    await asking.ask('long', 'a', { id: 1 });
    await child.line(0);
    jobs.handle('long', async (payload) => taken(payload));
    await jobs.start();

    const killed = Date.now();
    await child.kill();

    expect(await again).toEqual({ id: 1 });
    expect(Date.now() - killed).toBeLessThan(30_000);
    await Promise.all([jobs.stop(1000), asking.stop(1000)]);
    await drop();
  }, 60_000);
});
