import { type ConstructorOptions, type Db, type Job, PgBoss } from 'pg-boss';
import type { Jobs } from '../alert-ports.ts';
import type { Log } from '../ports.ts';
import { type Password, serverAddress } from './server-address.ts';
import { toStorageFailure } from './storage-failure.ts';

/** What a run needs of pg-boss's job. */
type Run = Pick<Job<unknown>, 'id' | 'data' | 'retryCount' | 'signal'>;

/** On which database. */
export type JobsPlace =
  | { readonly kind: 'postgres'; readonly url: string; readonly password?: Password | null }
  | { readonly kind: 'pglite'; readonly db: Db };

/** What runs at once in one process, of a queue. One for each tenant that is told something: they must not wait for one another. */
const AT_ONCE = { postgres: 16, pglite: 4 };
const DEAD = 'dead-letters';
const DAY_S = 86_400;

/**
 * pg-boss, because work that is done by one of several instances, again after a kill, on time and with its failures kept, is what it does on
 * the database that is there anyway. Its tables are its own schema, `pgboss`, which it creates and brings up to date by itself.
 *
 * - Queues are *stately*: of each key one run is active and one waits, and asking once more changes nothing.
 * - A running process says so every 4 seconds. After 12 without that its run is taken back by whoever supervises, each 5 seconds, and runs
 *   again 2 seconds later: a killed process costs some 20 seconds.
 * - What fails runs again after 2 seconds, then later each time, up to a minute. After ten times it goes to the queue `dead-letters`, where
 *   it stays for 30 days.
 * - The minutes are looked at every 5 seconds, so two runs of `everyMinute` begin at most some 66 seconds apart.
 * - Workers are woken by NOTIFY, and look every `lookEverySeconds` for what is due again. Behind a pooler that does not pass NOTIFY on they look every 2.
 */
export function createJobs(place: JobsPlace, log: Log, lookEverySeconds = 5): Jobs {
  const boss = new PgBoss(optionsFor(place));
  const handlers = new Map<string, (payload: unknown, signal: AbortSignal) => Promise<void>>();
  const minutely = new Set<string>();
  const stopping = new AbortController();
  let hasBegun = false;
  let isAtWork = false;
  boss.on('error', (error) => log.error({ error: toStorageFailure(error) }, 'the jobs could not do their own work'));
  boss.on('warning', ({ message }) => log.warn({ reason: message }, 'the jobs have a complaint'));

  async function run(queue: string, work: (payload: unknown, signal: AbortSignal) => Promise<void>, job: Run): Promise<void> {
    const signal = AbortSignal.any([job.signal, stopping.signal]);
    try {
      await work(job.data, signal);
    } catch (error) {
      log.error({ error, queue, job: job.id, attempts: job.retryCount + 1 }, 'a job failed');
      throw new Error(error instanceof Error ? error.name : 'unknown');
    }
    // It ended early, and is not done: another instance goes on with it.
    if (stopping.signal.aborted) throw new Error('stopped');
  }

  return {
    handle(queue, work) {
      handlers.set(queue, work);
    },
    async ask(queue, key, payload) {
      // Before it works and when it ends there is nobody to ask: what is to be done stands in our tables, and is looked for each minute.
      if (isAtWork) await boss.send(queue, payload, { singletonKey: key });
    },
    everyMinute(queue) {
      minutely.add(queue);
    },
    async start() {
      hasBegun = true;
      await boss.start();
      await boss.createQueue(DEAD, { retentionSeconds: 30 * DAY_S });
      for (const queue of handlers.keys()) await boss.createQueue(queue, QUEUE);
      isAtWork = true;
      for (const queue of minutely) await boss.schedule(queue, '* * * * *');
      for (const [queue, work] of handlers) {
        const localConcurrency = minutely.has(queue) ? 1 : AT_ONCE[place.kind];
        const options = {
          localConcurrency,
          pollingIntervalSeconds: Math.min(2, lookEverySeconds),
          notifyPollingIntervalSeconds: lookEverySeconds,
          heartbeatRefreshSeconds: 4,
        };
        await boss.work<unknown>(queue, options, async (jobs) => {
          for (const job of jobs) await run(queue, work, job);
        });
      }
    },
    async stop(graceMs) {
      isAtWork = false;
      stopping.abort();
      if (hasBegun) await boss.stop({ graceful: true, timeout: graceMs });
    },
  };
}

const QUEUE = {
  policy: 'stately',
  deadLetter: DEAD,
  notify: true,
  heartbeatSeconds: 12,
  expireInSeconds: 3600,
  retryLimit: 10,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 60,
  deleteAfterSeconds: 6 * 3600,
} as const;

function optionsFor(place: JobsPlace): ConstructorOptions {
  const options: ConstructorOptions = {
    schema: 'pgboss',
    useListenNotify: true,
    cronMonitorIntervalSeconds: 5,
    cronWorkerIntervalSeconds: 1,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    registerInstance: false,
    openTelemetry: { enabled: false },
  };
  switch (place.kind) {
    case 'postgres':
      return { ...options, ...serverAddress(place.url, place.password ?? null), max: 3, connectionTimeoutMillis: 5000 };
    case 'pglite':
      return { ...options, db: place.db, backend: 'pglite', reindex: false, monitorVacuum: false };
  }
}
