import type { AlertResult, AlertRow, AlertStore, ClaimLimits, FanOut, Opener } from '../alert-ports.ts';
import type { QuietHours } from '../alert-wishes.ts';
import type { Messenger } from '../messenger-ports.ts';
import type { Address, Log, Message } from '../ports.ts';
import { afterFailure } from './after.ts';
import { outsideQuietHours } from './when.ts';
import { isMuted } from './who.ts';

/** What sending is made of. */
export interface SenderParts {
  readonly store: Pick<AlertStore, 'claim' | 'settle' | 'close' | 'stopFor' | 'fanOut'>;
  readonly messenger: Pick<Messenger, 'post' | 'replace'>;
  readonly opener: Opener;
  /** The card or question of this alert as it is to stand in the chat. */
  readonly render: (row: AlertRow, fanOut: FanOut) => Message;
  /** The organisation's quiet hours, and the zone of those whose zone is not known. */
  readonly quiet: QuietHours | 'none';
  readonly defaultTimeZone: string;
  readonly limits: Omit<ClaimLimits, 'most'>;
  /** At most so many on their way at once. */
  readonly mostInFlight: number;
  readonly now: () => number;
  /** Sleeps, or resolves early when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1. */
  readonly jitter: () => number;
  readonly log: Log;
}

/** Looking for more too often costs the database; rarely enough that a bucket of some tokens does not run over in between. */
const LOOK_EVERY_MS = 60;
/** Each a second apart, before the lease of what was sent is over. */
const MOST_RECORDINGS = 10;
/** What is due later than this is left to the next run. */
const PATIENCE_MS = 20_000;

/**
 * Sends what is due in one tenant until nothing is due for a while, or `signal` aborts; what is on its way is then waited for. Several may
 * run at once, in one process or in many: the store gives each alert to one, and keeps the pace for all.
 */
export async function sendAlerts(tenant: string, parts: SenderParts, signal: AbortSignal): Promise<void> {
  const run = new Run(tenant, parts);
  while (!signal.aborted) {
    const waitMs = await run.step();
    if (waitMs === null || waitMs > PATIENCE_MS) break;
    await parts.sleep(Math.max(waitMs, LOOK_EVERY_MS), signal);
  }
  await run.end();
}

class Run {
  readonly #tenant: string;
  readonly #parts: SenderParts;
  readonly #flights = new Set<Promise<void>>();
  readonly #fanOuts = new Map<string, FanOut>();
  #ended: AlertResult[] = [];

  constructor(tenant: string, parts: SenderParts) {
    this.#tenant = tenant;
    this.#parts = parts;
  }

  /** Records what has ended, and lets go what may. After how long there may be more; `null` when nothing is left. */
  async step(): Promise<number | null> {
    const { store, limits, mostInFlight, now } = this.#parts;
    await this.#record();
    const most = mostInFlight - this.#flights.size;
    if (most <= 0) return LOOK_EVERY_MS;
    const { rows, waitMs } = await store.claim(this.#tenant, now(), { ...limits, most });
    for (const row of rows) this.#let(row);
    return this.#flights.size > 0 || this.#ended.length > 0 ? Math.min(waitMs ?? LOOK_EVERY_MS, 1_000) : waitMs;
  }

  async end(): Promise<void> {
    await Promise.all(this.#flights);
    for (let attempt = 0; attempt < MOST_RECORDINGS; attempt += 1) {
      await this.#record();
      if (this.#ended.length === 0) return;
      await this.#parts.sleep(1_000, new AbortController().signal);
    }
  }

  #let(row: AlertRow): void {
    const flight = this.#send(row).then((result) => {
      this.#ended.push(result);
      this.#flights.delete(flight);
    });
    this.#flights.add(flight);
  }

  /** What cannot be recorded now is recorded later; its lease keeps it from being sent again for a while. */
  async #record(): Promise<void> {
    const results = this.#ended.splice(0);
    if (results.length === 0) return;
    try {
      await this.#parts.store.settle(results);
    } catch (error) {
      this.#parts.log.error({ error, alerts: results.length }, 'how alerts ended could not be recorded');
      this.#ended.unshift(...results);
    }
  }

  /** Never rejects. */
  async #send(row: AlertRow): Promise<AlertResult> {
    const { now, log } = this.#parts;
    try {
      const fanOut = await this.#fanOutOf(row);
      if (fanOut === null || row.address === null) return { kind: 'skipped', row, why: fanOut === null ? 'over' : 'no address' };
      if (isMuted(row.wishes, fanOut.advisory)) return { kind: 'skipped', row, why: 'muted' };
      const dueAt = this.#dueAt(row, fanOut);
      if (dueAt > now()) return { kind: 'later', row, at: dueAt, isTried: false, isInDoubt: false };
      return { kind: 'sent', row, activity: await this.#transmit(row, row.address, fanOut), at: now() };
    } catch (error) {
      const fields = { fanOut: row.fanOut, advisory: row.advisory, attempts: row.attempts + 1 };
      log.warn({ ...fields, error }, 'an alert could not be sent');
      return this.#afterFailure(error, row);
    }
  }

  async #transmit(row: AlertRow, address: Address, fanOut: FanOut): Promise<string | null> {
    const { messenger, render } = this.#parts;
    const message = render(row, fanOut);
    if (row.activity === null) return messenger.post(address, message);
    await messenger.replace(address, row.activity, message);
    return row.activity;
  }

  async #afterFailure(error: unknown, row: AlertRow): Promise<AlertResult> {
    const { now, jitter, store } = this.#parts;
    const { result, closedUntil, fault } = afterFailure(error, row, { now: now(), jitter: jitter() });
    if (closedUntil !== null) await store.close(this.#tenant, closedUntil);
    if (fault !== null) await store.stopFor(row.fanOut, fault);
    return result ?? this.#repair(row);
  }

  /** The card was deleted: it is posted anew. Or the chat is gone: it is opened anew. */
  async #repair(row: AlertRow): Promise<AlertResult> {
    if (row.activity !== null || row.address === null) return { kind: 'repaired', row, address: row.address };
    try {
      const address = await this.#parts.opener.open(row.address, row.person);
      if (address !== null) return { kind: 'repaired', row, address };
      return { kind: 'failed', row, why: 'no chat', reach: 'until-heard', isInDoubt: false };
    } catch (error) {
      const after = afterFailure(error, { ...row, repairs: row.repairs + 1 }, { now: this.#parts.now(), jitter: this.#parts.jitter() });
      return after.result ?? { kind: 'failed', row, why: 'no chat', reach: 'until-heard', isInDoubt: false };
    }
  }

  /** A card that is replaced makes no sound; a new one keeps to the hours that hold now, which may have changed since it was planned. */
  #dueAt(row: AlertRow, { advisory }: FanOut): number {
    const { now, quiet, defaultTimeZone } = this.#parts;
    if (row.activity !== null) return now();
    const timeZone = row.timeZone ?? defaultTimeZone;
    return outsideQuietHours(now(), { wishes: row.wishes, timeZone, quiet, isIncident: advisory.classification === 'incident' });
  }

  async #fanOutOf({ fanOut, edition }: AlertRow): Promise<FanOut | null> {
    const key = `${fanOut} ${edition}`;
    const known = this.#fanOuts.get(key);
    if (known !== undefined) return known;
    const found = await this.#parts.store.fanOut(fanOut);
    if (found !== null) this.#fanOuts.set(key, found);
    return found;
  }
}
