import { z } from 'zod';
import type { AlertRow, Candidate, Claim, ClaimLimits, FanOut, Planning, Progress } from '../alert-ports.ts';
import { advisory } from './advisory-store.ts';
import { address, facts, read, told, wishes } from './turn-rows.ts';

const language = z.enum(['en', 'ja']).nullable().catch(null);
const timeZone = z.string().nullable().catch(null);

const fanOutRow = z
  .object({
    id: z.number(),
    tenant: z.string(),
    content: advisory,
    transitions: z.array(z.enum(['new', 'became-incident', 'reopened', 'resolved', 'status', 'changed'])),
    control: z.enum(['running', 'paused', 'cancelled']),
    fault: z.string().nullable(),
    sentence: z.object({ text: z.string(), by: z.string() }).nullable(),
    edition: z.number(),
    starts_at: z.number(),
    created_at: z.number(),
    planned_at: z.number().nullable(),
  })
  .transform(
    ({ content, starts_at, created_at, planned_at, ...row }): FanOut => ({
      ...row,
      advisory: content,
      startsAt: starts_at,
      createdAt: created_at,
      plannedAt: planned_at,
    }),
  );

const planning: z.ZodType<Planning> = z.object({
  pass: z.number(),
  passBeganAt: z.number(),
  previousBeganAt: z.number().nullable(),
  after: z.string().nullable(),
  added: z.number(),
});

const candidateRow = z.object({
  id: z.string(),
  state: z.looseObject({ language, spoken: language, timeZone, alerts: wishes, told }),
  intakes: z.array(
    z.object({
      id: z.string(),
      state: z.enum(['open', 'solved', 'handed-over']),
      facts,
      dismissed: z.array(z.string()).nullable(),
      touchedAt: z.number(),
    }),
  ),
  has_card: z.boolean(),
});

const alertRow: z.ZodType<AlertRow> = z
  .object({
    fanOut: z.number(),
    edition: z.number(),
    tenant: z.string(),
    person: z.string(),
    advisory: z.string(),
    part: z.enum(['card', 'question']),
    reason: z.enum(['affected', 'follows', 'informed']),
    intake: z.string().nullable(),
    language,
    timeZone,
    wishes,
    address,
    activity: z.string().nullable(),
    attempts: z.number(),
    doubts: z.number(),
    repairs: z.number(),
    heard: z.number(),
  })
  .transform((row) => ({ ...row, person: { tenant: row.tenant, id: row.person } }));

const claimRow = z.object({
  has_bucket: z.boolean(),
  is_fresh: z.boolean(),
  tokens: z.number().nullable(),
  closed_until: z.number().nullable(),
  has_more: z.boolean(),
  next_at: z.number().nullable(),
  rows: z.array(alertRow),
});

const progressRow = z
  .object({
    waiting: z.number(),
    sent: z.number(),
    failed: z.number(),
    skipped: z.number(),
    in_doubt: z.number(),
    next_due_at: z.number().nullable(),
  })
  .transform(({ in_doubt, next_due_at, ...row }): Progress => ({ ...row, inDoubt: in_doubt, nextDueAt: next_due_at }));

export const parseFanOuts = (rows: readonly unknown[]): readonly FanOut[] => read(z.array(fanOutRow), rows);

/** `null` when there is no such fan-out, or nobody was looked at yet. */
export const parsePlanning = (rows: readonly unknown[]): Planning | null =>
  read(z.array(z.object({ planning: planning.nullable() })), rows)[0]?.planning ?? null;

/** None when the fan-out is over. */
export const parsePlanned = (rows: readonly unknown[]): number => read(z.array(z.object({ planned: z.number() })), rows)[0]?.planned ?? 0;

export const parseTenants = (rows: readonly unknown[]): readonly string[] =>
  read(z.array(z.object({ tenant: z.string() })), rows).map((row) => row.tenant);

export const parseProgress = (rows: readonly unknown[]): Progress => read(z.tuple([progressRow]), rows)[0];

export function parseCandidates(tenant: string, rows: readonly unknown[]): readonly Candidate[] {
  return read(z.array(candidateRow), rows).map(({ id, state, intakes, has_card }) => ({
    key: { tenant, id },
    language: state.language ?? state.spoken,
    timeZone: state.timeZone,
    wishes: state.alerts,
    told: state.told,
    intakes: intakes.map((intake) => ({ ...intake, dismissed: intake.dismissed ?? [] })),
    hasCard: has_card,
  }));
}

/** What a claim came to. `stale`: it waited for another, and is to be made again; `no bucket`: it is the tenant's first. */
export type Claimed = { readonly kind: 'claimed'; readonly claim: Claim } | { readonly kind: 'stale' | 'no bucket' };

export function parseClaim(rows: readonly unknown[], now: number, { perSecond }: ClaimLimits): Claimed {
  const [row] = read(z.tuple([claimRow]), rows);
  if (!row.has_bucket) return { kind: 'no bucket' };
  if (!row.is_fresh) return { kind: 'stale' };
  const tokenMs = Math.max(0, Math.ceil(((1 - (row.tokens ?? 0)) / perSecond) * 1000 - 1e-6));
  const least = Math.max(tokenMs, (row.closed_until ?? 0) - now);
  if (row.has_more) return { kind: 'claimed', claim: { rows: row.rows, waitMs: least } };
  return { kind: 'claimed', claim: { rows: row.rows, waitMs: row.next_at === null ? null : Math.max(least, row.next_at - now) } };
}
