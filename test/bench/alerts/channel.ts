import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { type Limits, LimitWatch, TEAMS_LIMITS } from '../../../src/local/teams/limits.ts';

/** How the channel behaves. Which of the sends are struck follows from a count, so that a run can be repeated. */
export interface ChannelPlan {
  readonly limits?: Limits;
  /** The moment, shared with whoever keeps the clock; real time without. */
  readonly clock: SharedArrayBuffer | null;
  /** In parts of 1,000 sends. `throttled` come in spells, as Teams throttles: everything is refused for `spellMs`. */
  readonly throttled: number;
  readonly spellMs: number;
  readonly retryAfterSeconds: number;
  readonly forbidden: number;
  /** Taken, and answered 502. */
  readonly failing: number;
}

/** What the channel saw. */
export interface ChannelCount {
  readonly taken: number;
  readonly people: number;
  /** People who got the message more than once: those whose first was answered 5xx, and the others with the moment of their first. */
  readonly doubledAfterFailure: number;
  readonly doubled: readonly { readonly conversation: string; readonly firstAt: number; readonly secondAt: number }[];
  readonly throttled: number;
  readonly forbidden: number;
  readonly failing: number;
  readonly violations: { readonly tenant: number; readonly conversation: number; readonly peak: number };
  readonly missed: readonly string[];
  /** After each spell of refusing: how long until the next message came, beyond Retry-After, in milliseconds. */
  readonly restOver: readonly number[];
}

const plan: ChannelPlan = workerData;
const moment = plan.clock === null ? null : new Float64Array(plan.clock);
const now = (): number => moment?.[0] ?? Date.now();
const watch = new LimitWatch(now, plan.limits ?? TEAMS_LIMITS);
const first = new Map<string, { at: number; isFailed: boolean; times: number; secondAt: number }>();
const gone = new Set<string>();
const count = { requests: 0, throttled: 0, forbidden: 0, failing: 0, taken: 0 };
let spellEnds = 0;
let restEnds = 0;
const restOver: number[] = [];

createServer(answer).listen(0, '127.0.0.1', function listening(this: { address(): AddressInfo | string | null }) {
  const address = this.address();
  parentPort?.postMessage({ port: typeof address === 'object' ? address?.port : null });
});
parentPort?.on('message', (people: readonly string[]) => parentPort?.postMessage(report(people)));

function answer(request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  request.on('end', () => {
    const [, , , conversation = ''] = (request.url ?? '').split('/').map(decodeURIComponent);
    watch.saw('contoso', conversation);
    count.requests += 1;
    const reply = strike(conversation);
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (reply === 429) headers['retry-after'] = String(plan.retryAfterSeconds);
    response.writeHead(reply, headers);
    response.end(reply === 403 ? '{"error":{"code":"BotNotInConversationRoster"}}' : reply === 201 ? `{"id":"${count.taken}"}` : '{}');
  });
}

function strike(conversation: string): number {
  const at = now();
  if (at < spellEnds) return throttle(at, false);
  if (isStruck(count.requests, plan.throttled / (plan.spellMs > 0 ? IN_SPELL : 1)) && at >= restEnds) return throttle(at, true);
  if (restEnds > 0) {
    restOver.push(at - restEnds);
    restEnds = 0;
  }
  if (gone.has(conversation) || (!first.has(conversation) && isStruck(first.size + gone.size + 1, plan.forbidden))) {
    gone.add(conversation);
    count.forbidden += 1;
    return 403;
  }
  count.taken += 1;
  const known = first.get(conversation);
  const isFailed = known === undefined && isStruck(first.size + 1, plan.failing);
  if (known === undefined) first.set(conversation, { at, isFailed, times: 1, secondAt: 0 });
  else {
    known.times += 1;
    known.secondAt = at;
  }
  if (!isFailed) return 201;
  count.failing += 1;
  return 502;
}

/** How many sends a spell strikes: about those that are on their way when it begins, while Teams takes 300 ms to answer. */
const IN_SPELL = 14;

function throttle(at: number, isFirst: boolean): number {
  count.throttled += 1;
  if (isFirst) {
    spellEnds = at + plan.spellMs;
    restEnds = 0;
  }
  restEnds = Math.max(restEnds, at + plan.retryAfterSeconds * 1000);
  return 429;
}

/** Evenly spread: `perThousand` of each thousand. */
function isStruck(index: number, perThousand: number): boolean {
  return Math.floor((index * perThousand) / 1000) > Math.floor(((index - 1) * perThousand) / 1000);
}

function report(people: readonly string[]): ChannelCount {
  const twice = [...first].filter(([, one]) => one.times > 1);
  return {
    taken: count.taken,
    people: first.size,
    doubledAfterFailure: twice.filter(([, one]) => one.isFailed).length,
    doubled: twice.filter(([, one]) => !one.isFailed).map(([conversation, one]) => ({ conversation, firstAt: one.at, secondAt: one.secondAt })),
    throttled: count.throttled,
    forbidden: count.forbidden,
    failing: count.failing,
    violations: watch.violations,
    missed: people.filter((one) => !first.has(one) && !gone.has(one)),
    restOver,
  };
}
