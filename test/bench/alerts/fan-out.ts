import { Worker } from 'node:worker_threads';
import { planFanOut } from '../../../src/alerts/plan.ts';
import { alertRenderer } from '../../../src/alerts/render.ts';
import { type SenderParts, sendAlerts } from '../../../src/alerts/send.ts';
import { createRenderer } from '../../../src/cards/render.ts';
import { CARDS_FOLDER, knowledgeFolders } from '../../../src/config.ts';
import { readKnowledge } from '../../../src/knowledge/read-knowledge.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import { createConnector } from '../../../src/teams/connector.ts';
import { freshDatabase } from '../../postgres.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import type { ChannelCount, ChannelPlan } from './channel.ts';
import { beginFanOut, storePeople, TENANT } from './people.ts';

/** What one whole fan-out came to. Times in seconds. */
export interface FanOutResult {
  readonly people: number;
  readonly planningSeconds: number;
  readonly planned: number;
  /** By the virtual clock. */
  readonly sendingSeconds: number;
  readonly realSeconds: number;
  /** The most that the heap of the sender grew, in MB. */
  readonly grownMb: number;
  readonly seen: ChannelCount;
  readonly states: { readonly sent: number; readonly failed: number; readonly waiting: number; readonly inDoubt: number };
}

const PER_SECOND = 45;
const START = Date.parse('2026-11-23T09:00:00Z');
/** How long Teams takes to answer. */
const LATENCY_MS = 300;
const quiet = { info() {}, warn() {}, error() {} };

/** Plans and sends one fan-out to `people` over HTTP, by a virtual clock. */
export async function runFanOut(people: number, plan: Omit<ChannelPlan, 'clock'>): Promise<FanOutResult> {
  const database = await freshDatabase();
  const storage = await openStorage({ databaseUrl: database.url, folder: '' }, quiet);
  const shared = new SharedArrayBuffer(8);
  const clock = new VirtualClock(START);
  const moment = new Float64Array(shared);
  const channel = await startChannel({ ...plan, clock: shared });
  try {
    const conversations = await storePeople(database.url, people, `http://127.0.0.1:${channel.port}/`, START - 60_000);
    const id = await beginFanOut(database.url, START);
    const { knowledge } = readKnowledge(knowledgeFolders({}));

    const planningBegan = performance.now();
    const ground = () => ({ knowledge, quiet: 'none' as const, defaultTimeZone: 'UTC' });
    await planFanOut(id, { store: storage.alerts, ground, now: clock.now, log: quiet }, new AbortController().signal);
    const planningSeconds = (performance.now() - planningBegan) / 1000;
    const planned = await storage.alerts.progress(id);

    const connector = createConnector({ credentials: null, allowedServiceHosts: [] });
    const renderer = createRenderer(knowledge, CARDS_FOLDER, { defaultTimeZone: 'UTC' });
    const messenger: SenderParts['messenger'] = {
      post: async (address, message) => {
        moment[0] = clock.now();
        const answer = await clock.work(() => settled(connector.post(address, message)));
        await clock.sleep(LATENCY_MS);
        return answer();
      },
      replace: connector.replace,
    };
    const parts: SenderParts = {
      store: clock.watch(storage.alerts),
      messenger,
      opener: connector,
      render: alertRenderer(() => renderer, 'en'),
      quiet: 'none',
      defaultTimeZone: 'UTC',
      limits: { leaseMs: 20_000, perSecond: PER_SECOND, burst: 4 },
      mostInFlight: 64,
      now: clock.now,
      sleep: clock.sleep,
      jitter: () => 0.5,
      log: quiet,
    };
    const heap = watchHeap();
    const began = performance.now();
    await clock.runUntil(sendUntilDone(parts, storage.alerts, id));
    const realSeconds = (performance.now() - began) / 1000;
    return {
      people,
      planningSeconds,
      planned: planned.waiting,
      sendingSeconds: (clock.now() - START) / 1000,
      realSeconds,
      grownMb: heap.grownMb(),
      seen: await channel.report(conversations),
      states: await storage.alerts.progress(id),
    };
  } finally {
    await channel.end();
    await storage.close();
    await database.drop();
  }
}

/** As the job does: again, until nothing waits. */
async function sendUntilDone(
  parts: SenderParts,
  store: Pick<typeof parts.store, never> & { progress(id: number): Promise<{ waiting: number }> },
  id: number,
): Promise<void> {
  while ((await store.progress(id)).waiting > 0) {
    await sendAlerts(TENANT, parts, new AbortController().signal);
    await parts.sleep(1_000, new AbortController().signal);
  }
}

/** So that the answer can be held back for a while, whatever it is. */
async function settled<T>(promise: Promise<T>): Promise<() => T> {
  try {
    const value = await promise;
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

function watchHeap() {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  let most = before;
  const timer = setInterval(() => {
    globalThis.gc?.();
    most = Math.max(most, process.memoryUsage().heapUsed);
  }, 5_000);
  return {
    grownMb: () => {
      clearInterval(timer);
      return (most - before) / 1_048_576;
    },
  };
}

/** The channel, in a thread of its own, so that its memory is not counted. */
export async function startChannel(
  plan: ChannelPlan,
): Promise<{ port: number; report(people: readonly string[]): Promise<ChannelCount>; end(): Promise<void> }> {
  const worker = new Worker(new URL('channel.ts', import.meta.url), { workerData: plan });
  const next = <T>() => new Promise<T>((resolve, reject) => worker.once('message', resolve).once('error', reject));
  const { port } = await next<{ port: number }>();
  return {
    port,
    report: (people) => {
      const answer = next<ChannelCount>();
      worker.postMessage(people);
      return answer;
    },
    end: async () => void (await worker.terminate()),
  };
}
