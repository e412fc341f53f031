import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The load of `bench:turn`, in a process of its own: conversations at once, each in lock-step (a message, then its
 * reply). Argument: JSON `LoadPlan`; prints one JSON `LoadResult`. Aims at loopback only; ends by itself.
 */
export interface LoadPlan {
  readonly port: number;
  readonly conversations: number;
  readonly turns: number;
  readonly warmUp: number;
  readonly tag: string;
}

export interface LoadResult {
  readonly turnsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
}

const SAYINGS = ['OneDrive says 0x8004de40 on my Windows 10 laptop', 'OneDrive in the browser works', 'I am at home', 'only me'];

const plan: LoadPlan = JSON.parse(process.argv[2] ?? '{}');
const agent = new Agent({ keepAlive: true, maxSockets: plan.conversations });
const waiting = new Map<string, () => void>();
let activities = 0;

const connector = createServer((incoming, response) => {
  incoming.resume();
  incoming.on('end', () => {
    activities += 1;
    response.setHeader('content-type', 'application/json');
    response.end(`{"id":"a${activities}"}`);
    const conversation = decodeURIComponent(incoming.url?.split('/')[3] ?? '');
    if (incoming.method === 'POST') waiting.get(conversation)?.();
  });
});

await new Promise<void>((resolve) => connector.listen(0, '127.0.0.1', resolve));
const serviceUrl = `http://127.0.0.1:${(connector.address() as AddressInfo).port}/`;

await run(plan.warmUp, 'warm');
const latencies: number[] = [];
const start = performance.now();
await run(plan.turns, 'real', latencies);
const seconds = (performance.now() - start) / 1000;
latencies.sort((left, right) => left - right);
const result: LoadResult = { turnsPerSecond: plan.turns / seconds, p50: at(0.5), p99: at(0.99) };
process.stdout.write(`${JSON.stringify(result)}\n`);
connector.close();
connector.closeAllConnections();
agent.destroy();

async function run(turns: number, phase: string, into: number[] = []): Promise<void> {
  let taken = 0;
  const workers = Array.from({ length: plan.conversations }, async (_, worker) => {
    for (let person = 0; taken < turns; person += 1) {
      const name = `${plan.tag}-${phase}-${worker}-${person}`;
      for (const text of SAYINGS) {
        if (taken >= turns) return;
        taken += 1;
        into.push(await turn(name, text, taken));
      }
    }
  });
  await Promise.all(workers);
}

/** One message and its reply; milliseconds until both the reply and the answer to the message are there. */
async function turn(name: string, text: string, count: number): Promise<number> {
  const began = performance.now();
  const replied = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No reply to ${name} within 30 s.`)), 30_000);
    waiting.set(name, () => {
      clearTimeout(timer);
      resolve();
    });
  });
  await Promise.all([replied, post(activityOf(name, text, count))]);
  waiting.delete(name);
  return performance.now() - began;
}

function activityOf(name: string, text: string, count: number): string {
  return JSON.stringify({
    type: 'message',
    id: `${name}-${count}`,
    timestamp: new Date().toISOString(),
    localTimezone: 'Europe/London',
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${name}`, name, aadObjectId: name },
    conversation: { id: name, conversationType: 'personal', tenantId: 'bench' },
    recipient: { id: '28:kiku', name: 'Kiku' },
    channelData: { tenant: { id: 'bench' } },
    locale: 'en-GB',
    text,
  });
}

function post(body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request({ agent, host: '127.0.0.1', port: plan.port, path: '/api/messages', method: 'POST', headers }, (response) => {
      response.resume();
      response.on('end', () =>
        response.statusCode === 200 || response.statusCode === 201 ? resolve() : reject(new Error(`status ${response.statusCode}`)),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function at(share: number): number {
  return latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? Number.NaN;
}
