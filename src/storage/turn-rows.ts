import { z } from 'zod';
import type { AlertWishes } from '../alert-wishes.ts';
import type { Outgoing } from '../messenger-ports.ts';
import type { Address, Message, OutboxRow, PacedRows, PersonState } from '../ports.ts';
import type { Intake } from '../triage/intake.ts';
import { StorageFailure } from './storage-failure.ts';

// What an older or a newer version wrote is read as well: what is absent has its first value, what is unknown is kept.

const quietHours = z.union([z.literal('none'), z.object({ from: z.number(), to: z.number() })]).nullable();

const alertWishes: z.ZodType<AlertWishes> = z.looseObject({
  follows: z.array(z.string()).catch([]),
  mutedServices: z.array(z.string()).catch([]),
  mutedAdvisories: z.array(z.string()).catch([]),
  quiet: quietHours.catch(null),
  incidentsPass: z.boolean().catch(false),
});

/** How somebody wants to be told of advisories; whoever never said anything, by the first values. */
export const wishes = z.preprocess((stored) => stored ?? {}, alertWishes);

/** Advisories that were shown, with their `updatedAt` then. */
export const told = z.record(z.string(), z.number()).catch({});

/** What is remembered of a person, as stored. */
export const person: z.ZodType<PersonState> = z.looseObject({
  language: z.enum(['en', 'ja']).nullable().default(null),
  intake: z.string().nullable().default(null),
  case: z.string().nullable().catch(null),
  toldCase: z.string().nullable().catch(null),
  touchedAt: z.number().default(0),
  openSlot: z.string().nullable().default(null),
  held: z.array(z.object({ id: z.string(), text: z.string() })).catch([]),
  heard: z
    .array(z.object({ id: z.string(), asked: z.string().nullable(), said: z.record(z.string(), z.array(z.string())), text: z.string().default('') }))
    .catch([]),
  puzzled: z.number().default(0),
  readBack: z
    .object({ written: z.string(), codes: z.array(z.string()) })
    .nullable()
    .catch(null),
  alerts: wishes,
  timeZone: z.string().nullable().catch(null),
  spoken: z.enum(['en', 'ja']).nullable().catch(null),
  told,
});

const source = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.enum(['tapped', 'given']) }),
  z.looseObject({ kind: z.literal('written'), words: z.string(), isDeliberate: z.boolean().optional() }),
  z.looseObject({ kind: z.literal('pasted'), line: z.string() }),
  z.looseObject({ kind: z.literal('learned'), step: z.string() }),
]);

const knownFact = z.looseObject({ values: z.array(z.string()).min(1), source });

/** What is known of somebody's trouble. */
export const facts = z.record(z.string(), knownFact);

/** What was said twice and differently. */
export const contradictions = z.array(z.object({ fact: z.string(), earlier: knownFact, later: knownFact, isOver: z.boolean() })).catch([]);

/** A trip as stored. */
export const intake: z.ZodType<Intake> = z.looseObject({
  id: z.string(),
  revision: z.number(),
  state: z.enum(['open', 'solved', 'handed-over']),
  facts,
  outcomes: z.record(z.string(), z.enum(['begun', 'worked', 'failing', 'cannot'])).default({}),
  askedAgain: z.array(z.string()).default([]),
  reopened: z.string().nullable().default(null),
  contradictions,
  advised: z.array(z.string()).default([]),
  dismissed: z.array(z.string()).default([]),
  onPhone: z.boolean().default(false),
  check: z
    .union([z.object({ state: z.enum(['none', 'wanted', 'over']) }), z.object({ state: z.literal('offered'), under: z.string() })])
    .catch({ state: 'none' }),
});

/** Where somebody is reached. */
export const address: z.ZodType<Address> = z.looseObject({
  serviceUrl: z.string(),
  conversation: z.string(),
  tenant: z.string(),
  bot: z.looseObject({ id: z.string(), name: z.string() }),
});

/** What is said, as stored. */
export const message: z.ZodType<Message> = z.union([
  z.looseObject({ kind: z.literal('card'), card: z.record(z.string(), z.unknown()), summary: z.string() }),
  z.looseObject({ kind: z.literal('text'), text: z.string() }),
  z.looseObject({ kind: z.literal('picture'), text: z.string(), name: z.string(), contentType: z.string(), url: z.string() }),
]);

const outgoing: z.ZodType<Outgoing> = z.union([
  z.looseObject({ kind: z.literal('post'), slot: z.string().nullable(), message }),
  z.looseObject({ kind: z.literal('replace'), slot: z.string(), message }),
]);

const saved = z.tuple([
  z.object({
    is_saved: z.boolean(),
    /** Of the rows leased to the turn, in order. */
    ids: z.array(z.string()).nullable(),
    /** Slot to activity. */
    slots: z.record(z.string(), z.string()).nullable(),
  }),
]);

const outboxRow = z.object({ id: z.string(), address, outgoing, activity: z.string().nullable(), attempts: z.number(), doubts: z.number() });

const claimed = z.array(outboxRow) satisfies z.ZodType<readonly OutboxRow[]>;

const paced = z.tuple([
  z.object({
    /** Tenants that have no bucket yet. */
    lacking: z.array(z.string()),
    /** It waited for another claim, and is to be made again. */
    is_stale: z.boolean(),
    wait_ms: z.number().nullable(),
    spent_ms: z.number().nullable(),
    rows: z.array(outboxRow.extend({ sendAt: z.number() })),
  }),
]);

/** The one row of a save. */
export const parseSaved = (rows: readonly unknown[]) => read(saved, rows)[0];

/** The rows of a claim. */
export const parseClaimed = (rows: readonly unknown[]): readonly OutboxRow[] => read(claimed, rows);

/** What a claim by the pace came to. `again`: at least for one tenant it has to be made once more; `lacking`: those of them that have no bucket. */
export function parsePaced(rows: readonly unknown[]): PacedRows & { readonly isAgain: boolean; readonly lacking: readonly string[] } {
  const [{ lacking, is_stale, wait_ms, spent_ms, rows: given }] = read(paced, rows);
  const upwards = (ms: number | null) => (ms === null ? null : Math.max(0, Math.ceil(ms)));
  const isAgain = is_stale || lacking.length > 0;
  return {
    rows: given.map((row) => ({ ...row, isPaced: true as const })),
    waitMs: upwards(wait_ms),
    spentMs: upwards(spent_ms) ?? 0,
    isAgain,
    lacking,
  };
}

/** Rows as `schema` describes them. What does not fit says so without saying what stood there. */
export function read<T>(schema: z.ZodType<T>, rows: readonly unknown[]): T {
  const parsed = schema.safeParse(rows);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).join(', ');
  throw new StorageFailure('unreadable', 'What is stored is not of the form this version knows.', { retryable: false, cause: new Error(places) });
}
