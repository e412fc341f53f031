import type { AlertStore, FanOut, Jobs } from '../alert-ports.ts';
import type { Log } from '../ports.ts';
import { type PlannerParts, planFanOut } from './plan.ts';
import { type SenderParts, sendAlerts } from './send.ts';

const PLAN = 'plan-alerts';
const SEND = 'send-alerts';
const TEND = 'tend-alerts';

/** In two places a fan-out goes on at once when one process dies. */
const SENDERS = ['1', '2'];
const REPORT_EVERY_MS = 5_000;

/** What telling people of advisories is made of. */
export interface AlertParts {
  readonly jobs: Jobs;
  readonly store: AlertStore;
  readonly planner: PlannerParts;
  readonly sender: SenderParts;
  /** Shows the helpdesk how far a fan-out is. */
  readonly report: (fanOut: FanOut) => Promise<void>;
  readonly now: () => number;
  readonly log: Log;
}

/** Alerts at work. */
export interface Alerts {
  /** There are new fan-outs, or the helpdesk let one go: do what there is to do now, not within the minute. */
  hasten(): Promise<void>;
}

/** Lays the work of alerts on `jobs`. What is to be done stands in the store, so that a job that is lost or comes twice changes nothing. */
export function runAlerts(parts: AlertParts): Alerts {
  const { jobs, store, now, log } = parts;

  async function tend(): Promise<void> {
    const open = await store.openFanOuts();
    for (const { id, plannedAt, control } of open) if (plannedAt === null && control !== 'cancelled') await jobs.ask(PLAN, `${id}`, { fanOut: id });
    for (const tenant of await store.tenantsDue(now())) await askSenders(tenant);
    await reportAll(open);
  }

  async function askSenders(tenant: string): Promise<void> {
    for (const place of SENDERS) await jobs.ask(SEND, `${tenant} ${place}`, { tenant });
  }

  /** One that cannot be shown to the helpdesk must not hold up the others, nor the alerts. */
  async function reportAll(fanOuts: readonly FanOut[]): Promise<void> {
    for (const fanOut of fanOuts) {
      try {
        await parts.report(fanOut);
      } catch (error) {
        log.error({ fanOut: fanOut.id, error }, 'the helpdesk could not be told how far a fan-out is');
      }
    }
  }

  /** Those that are open now, and those that were: what has just ended is shown once more. */
  async function reportOn(tenant: string, seen: Set<number>): Promise<void> {
    for (const fanOut of await store.openFanOuts()) if (fanOut.tenant === tenant) seen.add(fanOut.id);
    const all = await Promise.all([...seen].map((id) => store.fanOut(id)));
    await reportAll(all.filter((fanOut) => fanOut !== null));
  }

  jobs.handle(PLAN, async (payload, signal) => {
    const id = numberIn(payload, 'fanOut');
    await planFanOut(id, parts.planner, signal);
    const fanOut = await store.fanOut(id);
    if (fanOut === null) return;
    await reportAll([fanOut]);
    await askSenders(fanOut.tenant);
  });

  jobs.handle(SEND, async (payload, signal) => {
    const tenant = textIn(payload, 'tenant');
    const seen = new Set<number>();
    await reportOn(tenant, seen);
    const done = new AbortController();
    const reporting = reportUntil(done.signal, tenant, seen);
    try {
      await sendAlerts(tenant, parts.sender, signal);
    } finally {
      done.abort();
      await reporting;
    }
    await reportOn(tenant, seen);
  });

  async function reportUntil(signal: AbortSignal, tenant: string, seen: Set<number>): Promise<void> {
    while (!signal.aborted) {
      await parts.sender.sleep(REPORT_EVERY_MS, signal);
      if (!signal.aborted) await reportOn(tenant, seen);
    }
  }

  jobs.handle(TEND, tend);
  jobs.everyMinute(TEND);
  return { hasten: tend };
}

function numberIn(payload: unknown, name: string): number {
  const value = fieldOf(payload, name);
  if (typeof value !== 'number') throw new Error(`A job came without ${name}.`);
  return value;
}

function textIn(payload: unknown, name: string): string {
  const value = fieldOf(payload, name);
  if (typeof value !== 'string') throw new Error(`A job came without ${name}.`);
  return value;
}

function fieldOf(payload: unknown, name: string): unknown {
  return typeof payload === 'object' && payload !== null ? Reflect.get(payload, name) : undefined;
}
