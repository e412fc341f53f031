import { setTimeout as pause } from 'node:timers/promises';
import { atMost } from '../at-most.ts';
import type { Messenger } from '../messenger-ports.ts';
import type { Delivered, Log, OutboxRow, TurnStore } from '../ports.ts';
import { sendRow } from './send-row.ts';
import { TenantRest } from './tenant-rest.ts';

/**
 * How long a row is leased, in milliseconds: what was on its way when a process was killed waits so long for another. What takes longer
 * to send is leased anew, as long as this process lives.
 */
export const LEASE_MS = 6_000;
const RENEW_MS = 2_000;

/** Rows: of one conversation, and of all by the drain at a time. */
const MOST_OF_ONE = 50;
const MOST_DRAINED = 32;
/** What waits for the pace is not looked at more often. */
const LEAST_WAIT_MS = 20;
/** Other tenants wait no longer because the share of one is spent. */
const LONGEST_SPENT_MS = 100;

/** Longer than this a turn does not wait for its delivery, for a tap wants its answer; nor the drain, for others wait too. It goes on by itself. */
const TURN_PATIENCE_MS = 4_000;
const DRAIN_PATIENCE_MS = 500;

/** What delivering is made of. */
export interface DeliveryParts {
  readonly store: TurnStore;
  readonly now: () => number;
  readonly log: Log;
  /** Called when more may be sent, because what was sent has made way or because it is time: it is time for `drain`. */
  readonly onMore: () => void;
}

/** The one way out for messages: in order within a conversation, and each conversation by itself. */
export class Delivery {
  readonly #parts: DeliveryParts;
  /** What this process is sending, or has sent without being able to record it. None of it is sent again. */
  readonly #flying = new Set<string>();
  readonly #flights = new Set<Promise<unknown>>();
  readonly #rest = new TenantRest();
  #drained = 0;
  #isFull = false;
  #spentUntil = 0;
  #timer: NodeJS.Timeout | undefined;
  #unrecorded: Delivered[] = [];
  #isStopping = false;

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
  }

  /** Sends rows that are leased to the caller and records how each ended. Never rejects: what cannot be recorded now is recorded later. */
  async send(rows: readonly OutboxRow[], messenger: Messenger): Promise<void> {
    if (rows.length > 0) await patiently(this.#flyAndTell(rows, messenger, messenger.endsWithRequest !== true), messenger);
  }

  /** Sends what is due in one conversation, whoever left it, and what becomes due by that. Never rejects: the drain comes by later. */
  async sendDue(conversation: string, messenger: Messenger): Promise<void> {
    await patiently(this.#sendAll(conversation, messenger), messenger);
  }

  /** Sends what is due anywhere: what a crash or a silent channel left behind. To be called again and again. */
  async drain(messenger: Messenger): Promise<void> {
    await this.#record(this.#unrecorded.splice(0));
    const { store, now } = this.#parts;
    while (this.#drained < MOST_DRAINED && !this.#isStopping && now() >= this.#spentUntil) {
      const room = MOST_DRAINED - this.#drained;
      const { rows, waitMs, spentMs } = await store.claimAny(now(), LEASE_MS, room);
      this.#drained += rows.length;
      const flight = this.#flyAndTell(rows, messenger).finally(() => this.#land(rows.length));
      this.#spentUntil = spentMs > 0 ? now() + Math.min(spentMs, LONGEST_SPENT_MS) : 0;
      if (waitMs !== null) this.#comeBackIn(waitMs);
      await atMost(Math.min(waitMs ?? DRAIN_PATIENCE_MS, DRAIN_PATIENCE_MS), flight);
      if (rows.length < room) return;
    }
    this.#isFull = this.#drained >= MOST_DRAINED;
  }

  #land(count: number): void {
    this.#drained -= count;
    if (this.#isFull) this.#parts.onMore();
    this.#isFull = false;
  }

  /** What waits for the pace does not wait for the next time somebody comes by. */
  #comeBackIn(waitMs: number): void {
    clearTimeout(this.#timer);
    if (!this.#isStopping) this.#timer = setTimeout(this.#parts.onMore, Math.max(LEAST_WAIT_MS, waitMs)).unref();
  }

  /** Begins nothing more, gives back what was not begun, and waits this long for what is on its way. */
  async stop(graceMs: number): Promise<void> {
    this.#isStopping = true;
    clearTimeout(this.#timer);
    await atMost(graceMs, Promise.all(this.#flights));
  }

  async #sendAll(conversation: string, messenger: Messenger): Promise<void> {
    const { store, now, log } = this.#parts;
    try {
      while (!this.#isStopping) {
        const rows = await store.claim(conversation, now(), LEASE_MS, MOST_OF_ONE);
        if (rows.length === 0) return;
        await this.#fly(rows, messenger);
      }
    } catch (error) {
      log.warn({ error, conversation }, 'what is due could not be looked up');
    }
  }

  async #flyAndTell(rows: readonly OutboxRow[], messenger: Messenger, isHeldBack = false): Promise<void> {
    if (await this.#fly(rows, messenger, isHeldBack)) this.#parts.onMore();
  }

  /** Whether more can be sent now that these are. `isHeldBack`: not while the whole tenant rests; the drain sends them then. */
  async #fly(rows: readonly OutboxRow[], messenger: Messenger, isHeldBack = false): Promise<boolean> {
    const conversations = Map.groupBy(rows, (row) => row.address.conversation);
    const flight = Promise.all([...conversations.values()].map((own) => this.#sendInOrder(own, messenger, isHeldBack)));
    this.#flights.add(flight);
    const hasMore = await flight.finally(() => this.#flights.delete(flight));
    return hasMore.includes(true);
  }

  /**
   * Sends the rows of one conversation. After one that must wait, the others wait too. A process that slept, or could not say for so long that it is there,
   * leaves what it has not begun: by now another may be sending it.
   */
  async #sendInOrder(rows: readonly OutboxRow[], messenger: Messenger, isHeldBack: boolean): Promise<boolean> {
    // A row can be leased to us twice, when a renewal came late. Its first flight goes on, and what is behind it waits.
    const own = rows.filter((row) => !this.#flying.has(row.id));
    let isWaiting = own.length < rows.length;
    for (const row of own) this.#flying.add(row.id);
    const ended: Delivered[] = [];
    let leasedAt = this.#parts.now();
    const isLeased = () => this.#parts.now() - leasedAt < LEASE_MS;
    const keep = async () => {
      await this.#record(ended.splice(0));
      const flying = own.filter((row) => this.#flying.has(row.id));
      if (isLeased()) leasedAt = await this.#renew(flying, leasedAt);
    };
    let meanwhile: Promise<unknown> = Promise.resolve();
    const keeping = setInterval(() => {
      meanwhile = meanwhile.then(keep);
    }, RENEW_MS);

    for (const row of own) {
      await untilMoment(row.sendAt, this.#parts.now);
      if (!isLeased()) {
        this.#flying.delete(row.id);
        continue;
      }
      isWaiting ||= this.#isStopping || (isHeldBack && this.#rest.holds(row.address.tenant, this.#parts.now()));
      const result: Delivered = isWaiting ? { kind: 'untried', row } : await sendRow(row, messenger, this.#parts.now, this.#parts.log);
      isWaiting ||= result.kind === 'later';
      if (result.kind === 'later' && result.isThrottled === true) this.#rest.asked(row.address, this.#parts.now(), result.at);
      ended.push(result);
    }
    clearInterval(keeping);
    // A renewal that came after would undo how long a row is put off.
    await meanwhile;
    return this.#record(ended);
  }

  /** Whether more stood behind them. */
  async #record(results: readonly Delivered[]): Promise<boolean> {
    if (results.length === 0) return false;
    try {
      const hasMore = await this.#parts.store.settle(results);
      for (const { row } of results) this.#flying.delete(row.id);
      return hasMore;
    } catch (error) {
      this.#parts.log.error({ error, rows: results.length }, 'how messages were delivered could not be recorded');
      this.#unrecorded.push(...results);
      return false;
    }
  }

  /** Since when they are leased; since `before` when they are not leased anew. */
  async #renew(rows: readonly OutboxRow[], before: number): Promise<number> {
    const now = this.#parts.now();
    try {
      await this.#parts.store.renew(rows, now + LEASE_MS);
      return now;
    } catch (error) {
      this.#parts.log.warn({ error, rows: rows.length }, 'the lease of messages could not be renewed');
      return before;
    }
  }
}

async function untilMoment(at: number | undefined, now: () => number): Promise<void> {
  const early = at === undefined ? 0 : at - now();
  if (early > 0) await pause(early);
}

/** What ends with the request has to be there before its answer. */
function patiently(work: Promise<void>, messenger: Messenger): Promise<void> {
  return messenger.endsWithRequest === true ? work : atMost(TURN_PATIENCE_MS, work);
}
