import { z } from 'zod';
import type { Outgoing } from '../messenger-ports.ts';
import type { Pace } from '../pace.ts';
import type { Delivered, OutboxRow, PacedRows, PersonKey, Saved, TurnRecord, TurnStore } from '../ports.ts';
import { type Retention, USUAL } from '../retention.ts';
import { inBatches } from './batch.ts';
import { effectsOf } from './case-effects.ts';
import { settleCases } from './case-pass.ts';
import { type Database, type Param, toJson } from './database.ts';
import { forget, forgetGone } from './forget.ts';
import { readKept } from './kept.ts';
import { parseLoaded } from './loaded-row.ts';
import { CLAIM_ANY, MAKE_BUCKETS, owedOf, PURGE_PACE, paceParams, UNPACED } from './pace-sql.ts';
import { StorageFailure } from './storage-failure.ts';
import { parseClaimed, parsePaced, parseSaved, read } from './turn-rows.ts';
import {
  CLAIM_ONE,
  IS_SEEN,
  LOAD,
  PURGE_DEAD,
  PURGE_INTAKES,
  PURGE_SEEN,
  PURGE_SLOTS,
  PURGE_WORDS,
  RENEW,
  SAVE_NEW,
  SAVE_NEW_CASES,
  SAVE_NEXT,
  SAVE_NEXT_CASES,
  SETTLE,
} from './turn-sql.ts';

/** How long a turn has to deliver what it saved, unless it is said; afterwards anybody may, so that a killed process holds nothing up for longer. */
const USUAL_LEASE_MS = 30_000;

const DAY_MS = 86_400_000;
const KEEP_SEEN_MS = DAY_MS;
const KEEP_SLOTS_MS = 30 * DAY_MS;
const KEEP_DEAD_MS = 30 * DAY_MS;
/** Then a conversation may be sent all of it again. */
const KEEP_PACE_MS = 60 * 60 * 1000;
const MOST_STALE = 5;
const PURGE_LIMIT_MS = 60_000;

/** How the store of conversations works. */
export interface TurnStoreOptions {
  readonly leaseMs?: number;
  /** How fast what can wait is given out, by which clock; without it, as fast as it is asked for. */
  readonly pace?: Pace;
  readonly now?: () => number;
}

/** The store of conversations on a database. A load, a save, a claim and a settle are one round trip each. */
export function createTurnStore(database: Database, options: TurnStoreOptions = {}): TurnStore {
  const { leaseMs = USUAL_LEASE_MS, pace = UNPACED, now: clock = Date.now } = options;
  const loads = inBatches((asked: readonly (PersonKey & { readonly inputId: string })[]) =>
    database.query(LOAD, [asked.map((one) => one.tenant), asked.map((one) => one.id), asked.map((one) => one.inputId)]),
  );
  const settles = inBatches(async (groups: readonly (readonly Delivered[])[]) => {
    const results = groups.flat();
    await settleCases(database, results);
    const ids = (isEnd: boolean) => results.filter(({ kind }) => (kind === 'done' || kind === 'dropped') === isEnd).map(({ row }) => row.id);
    const conversations = [...new Set(results.map(({ row }) => row.address.conversation))];
    const params = [toJson(results.map(flat)), ids(true), ids(false), conversations, ...owedOf(pace, results, clock())];
    const [{ has_more }] = read(settledRow, await database.query(SETTLE, params));
    return groups.map(() => has_more);
  });
  return {
    async load(key, inputId) {
      return parseLoaded(await loads({ ...key, inputId }));
    },
    async save(turn) {
      const ready = sendable(turn.outbox);
      const rows = await attempt(database, turn, paramsOf(turn, ready, leaseMs));
      const answer = rows === null ? null : parseSaved(rows);
      if (!answer?.is_saved) return whyNot(database, turn);
      return { kind: 'saved', rows: rowsOf(turn, answer.ids ?? [], answer.slots ?? {}) };
    },
    async claim(conversation, now, forMs, limit) {
      return parseClaimed(await database.query(CLAIM_ONE, [now, now + forMs, limit, conversation]));
    },
    claimAny: (now, forMs, limit) => claimAny(database, pace, { now, until: now + forMs, limit }),
    async settle(results) {
      return results.length > 0 && settles(results);
    },
    async renew(rows, until) {
      await database.query(RENEW, [rows.map(({ id }) => id), until]);
    },
    kept: (key) => readKept(database, key),
    forget: (key) => forget(database, key),
  };
}

/**
 * Deletes what has had its time: intakes left alone for so long and what was written then, inputs seen a day ago, places of old messages, old messages
 * given up; and people who have long been gone, whole.
 */
export async function purgeTurns(database: Database, now: number, keep: Retention = USUAL): Promise<void> {
  const keepIntakesMs = keep.intakeDays * DAY_MS;
  const old: readonly (readonly [string, number])[] = [
    [PURGE_INTAKES, keepIntakesMs],
    [PURGE_WORDS, keepIntakesMs],
    [PURGE_SEEN, KEEP_SEEN_MS],
    [PURGE_SLOTS, KEEP_SLOTS_MS],
    [PURGE_PACE, KEEP_PACE_MS],
    [PURGE_DEAD, KEEP_DEAD_MS],
  ];
  // Each by itself: whoever comes back just then has their person first and their intake then.
  for (const [text, ms] of old) await database.transaction((transaction) => transaction.query(text, [now - ms]), PURGE_LIMIT_MS);
  await forgetGone(database, now - keep.caseDays * DAY_MS, PURGE_LIMIT_MS);
}

/** Frees every row, also one that was put off. Only for a database that this process alone uses, before anything is sent. */
export async function releaseLeases(database: Database): Promise<void> {
  await database.query('update kiku.outbox set lease_until = 0 where lease_until > 0', []);
}

/** Asked again for tenants that another instance was just claiming for; a few times at most, for what it was given is to be sent. */
async function claimAny(database: Database, pace: Pace, of: { now: number; until: number; limit: number }): Promise<PacedRows> {
  const rows: OutboxRow[] = [];
  for (let attempt = 0; ; attempt += 1) {
    const params = [of.now, of.until, of.limit - rows.length, ...paceParams(pace)];
    const { lacking, isAgain, waitMs, spentMs, rows: given } = parsePaced(await database.query(CLAIM_ANY, params));
    rows.push(...given);
    if (!isAgain) return { rows, waitMs, spentMs };
    if (lacking.length > 0) await database.query(MAKE_BUCKETS, [lacking, pace.tenant.burst]);
    if (given.length > 0 || attempt >= MOST_STALE) return { rows, waitMs: 0, spentMs: 0 };
  }
}

/** How many of a turn's messages can go out at once: what replaces a message posted in the same turn waits until that one has its id. */
function sendable(outbox: readonly Outgoing[]): number {
  const waits = outbox.findIndex(
    (one, index) => one.kind === 'replace' && outbox.slice(0, index).some((earlier) => earlier.kind === 'post' && earlier.slot === one.slot),
  );
  return waits === -1 ? outbox.length : waits;
}

function paramsOf(turn: TurnRecord, ready: number, leaseMs: number): readonly Param[] {
  return [
    turn.key.tenant,
    turn.key.id,
    turn.revision,
    turn.inputId,
    turn.at,
    toJson(turn.person),
    toJson(turn.address),
    turn.address.conversation,
    turn.intake?.id ?? null,
    turn.intake === null ? null : toJson(turn.intake),
    toJson(turn.outbox),
    ready,
    turn.at + leaseMs,
    turn.outbox.flatMap((one) => (one.kind === 'replace' ? [one.slot] : [])),
    toJson(turn.reports),
    turn.answer === null ? null : toJson(turn.answer),
    turn.isPersonal ? toJson(turn.address) : null,
  ];
}

/** The answer of the save; `null` when a case is in the way that was opened, or opened again, at the same moment. */
async function attempt(database: Database, turn: TurnRecord, params: readonly Param[]): Promise<readonly unknown[] | null> {
  const isNew = turn.revision === 0;
  if (turn.cases.length === 0) return database.query(isNew ? SAVE_NEW : SAVE_NEXT, params);
  try {
    return await database.query(isNew ? SAVE_NEW_CASES : SAVE_NEXT_CASES, [...params, toJson(effectsOf(turn.cases))]);
  } catch (thrown) {
    if (thrown instanceof StorageFailure && thrown.code === 'taken') return null;
    throw thrown;
  }
}

const settledRow = z.tuple([z.object({ has_more: z.boolean() })]);

const seenRow = z.tuple([z.object({ is_seen: z.boolean() })]);

/** Asked apart: the save looked at the state before whoever was quicker had committed. */
async function whyNot(database: Database, turn: TurnRecord): Promise<Saved> {
  const [{ is_seen }] = read(seenRow, await database.query(IS_SEEN, [turn.key.tenant, turn.key.id, turn.inputId]));
  return { kind: is_seen ? 'seen' : 'collision' };
}

function rowsOf(turn: TurnRecord, ids: readonly string[], slots: Readonly<Record<string, string>>): readonly OutboxRow[] {
  return turn.outbox.slice(0, ids.length).map((outgoing, index) => ({
    id: ids[index] ?? '',
    address: turn.address,
    outgoing,
    activity: outgoing.kind === 'replace' ? (slots[outgoing.slot] ?? null) : null,
    attempts: 0,
    doubts: 0,
  }));
}

function flat(result: Delivered): Readonly<Record<string, string | number | null>> {
  const { kind, row } = result;
  switch (kind) {
    case 'done':
      return { id: row.id, kind, activity: result.activity };
    case 'later':
      return { id: row.id, kind, at: result.at, tries: 1, doubts: result.isInDoubt === true ? 1 : 0 };
    case 'untried':
      return { id: row.id, kind, at: 0, tries: 0, doubts: 0 };
    case 'dropped':
      return { id: row.id, kind, why: result.why };
  }
}
