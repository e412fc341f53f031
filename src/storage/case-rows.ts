import { z } from 'zod';
import type { Case, CaseContent, CaseMessage, PendingCase, Priority } from '../case-ports.ts';
import type { Registered } from '../registered.ts';
import { address, contradictions, facts, read } from './turn-rows.ts';

/** How a priority is kept, so that the most urgent comes first. */
export const RANK: Readonly<Record<Priority, number>> = { urgent: 0, high: 1, normal: 2, low: 3 };

const content: z.ZodType<CaseContent> = z.looseObject({
  problem: z.string().nullable().catch(null),
  facts: facts.catch({}),
  contradictions,
  tried: z.array(z.object({ step: z.string(), outcome: z.enum(['begun', 'worked', 'failing', 'cannot']) })).catch([]),
  ahead: z.array(z.string()).catch([]),
  advisories: z
    .array(
      z.object({
        id: z.string(),
        grade: z.enum(['likely', 'possible', 'background']),
        isDismissed: z.boolean(),
        reasons: z.array(z.string()),
      }),
    )
    .catch([]),
  words: z.array(z.string()).catch([]),
  leftOut: z.array(z.string()).catch([]),
  stop: z.string().nullable().catch(null),
});

const untold = z.object({ kind: z.literal('untold'), why: z.enum(['forbidden', 'unknown', 'silent']) });
const device = z.object({
  name: z.string(),
  model: z.string(),
  system: z.string(),
  os: z.string().nullable(),
  compliance: z.enum(['compliant', 'noncompliant', 'grace', 'unknown']),
  seenAt: z.number().nullable(),
});
const registered: z.ZodType<Registered> = z.object({
  person: z.union([z.object({ kind: z.literal('told'), jobTitle: z.string(), department: z.string(), office: z.string() }), untold]),
  devices: z.union([z.object({ kind: z.literal('told'), all: z.array(device) }), untold]),
});

/** A case as `CASE` gives it. */
export const caseRow: z.ZodType<Case> = z.object({
  id: z.string(),
  person: z.object({ tenant: z.string(), id: z.string(), name: z.string() }),
  language: z.enum(['en', 'ja']).catch('en'),
  timeZone: z.string().nullable(),
  intake: z.string(),
  content,
  registered: registered.nullable().catch(null),
  asked: z.string().nullable(),
  state: z.enum(['waiting-helpdesk', 'waiting-employee', 'resolved', 'withdrawn', 'closed']),
  priority: z.enum(['low', 'normal', 'high', 'urgent']),
  assignee: z.object({ id: z.string(), name: z.string() }).nullable(),
  outcome: z.string().nullable(),
  createdAt: z.number(),
  respondBy: z.number(),
  respondedAt: z.number().nullable(),
  isReminded: z.boolean(),
  closesAt: z.number().nullable(),
  dueAt: z.number().nullable(),
  touchedAt: z.number(),
  revision: z.number(),
});

const messageRow: z.ZodType<CaseMessage> = z.object({
  id: z.number(),
  case: z.string(),
  from: z.enum(['employee', 'agent', 'event']),
  by: z.string(),
  input: z.string().nullable(),
  edition: z.number(),
  text: z.string(),
  at: z.number(),
});

const pendingRow: z.ZodType<PendingCase> = z.object({
  case: caseRow,
  isCardBehind: z.boolean(),
  thread: address.nullable(),
  chat: address.nullable(),
  messages: z.array(messageRow),
});

/** The case `c` as one value. */
export const CASE = `jsonb_build_object(
  'id', c.id, 'person', jsonb_build_object('tenant', c.tenant, 'id', c.person, 'name', c.person_name), 'language', c.language,
  'timeZone', c.time_zone, 'intake', c.intake, 'content', c.content, 'registered', c.registered, 'asked', c.asked, 'state', c.state,
  'priority', case c.rank when 0 then 'urgent' when 1 then 'high' when 2 then 'normal' else 'low' end,
  'assignee', case when c.assignee is not null then jsonb_build_object('id', c.assignee, 'name', coalesce(c.assignee_name, '')) end,
  'outcome', c.outcome, 'createdAt', c.created_at, 'respondBy', c.respond_by, 'respondedAt', c.responded_at, 'isReminded', c.is_reminded,
  'closesAt', c.closes_at, 'dueAt', c.due_at, 'touchedAt', c.touched_at, 'revision', c.revision)`;

/** The message `m` as one value. */
export const MESSAGE = `jsonb_build_object(
  'id', m.id, 'case', m.case_id, 'from', m.sender, 'by', m.by_name, 'input', m.input, 'edition', m.edition, 'text', m.body, 'at', m.at)`;

/** The states in which somebody still waits, as the indexes say it. */
export const IS_OPEN = "state in ('waiting-helpdesk', 'waiting-employee')";

/** What a new case is written from, by name and type. */
const FIELDS = {
  tenant: 'text',
  id: 'text',
  person: 'text',
  person_name: 'text',
  language: 'text',
  time_zone: 'text',
  intake: 'text',
  content: 'jsonb',
  asked: 'text',
  state: 'text',
  rank: 'smallint',
  assignee: 'text',
  assignee_name: 'text',
  outcome: 'text',
  created_at: 'bigint',
  respond_by: 'bigint',
  responded_at: 'bigint',
  is_reminded: 'boolean',
  closes_at: 'bigint',
  due_at: 'bigint',
  touched_at: 'bigint',
  revision: 'bigint',
} as const;

/** Their names, and a record of them as SQL. */
export const CASE_COLUMNS = Object.keys(FIELDS).join(', ');
export const CASE_RECORD = Object.entries(FIELDS)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ');

/** A case as its columns. */
export function columnsOf(one: Case): Readonly<Record<keyof typeof FIELDS, unknown>> {
  return {
    tenant: one.person.tenant,
    id: one.id,
    person: one.person.id,
    person_name: one.person.name,
    language: one.language,
    time_zone: one.timeZone,
    intake: one.intake,
    content: one.content,
    asked: one.asked,
    state: one.state,
    rank: RANK[one.priority],
    assignee: one.assignee?.id ?? null,
    assignee_name: one.assignee?.name ?? null,
    outcome: one.outcome,
    created_at: one.createdAt,
    respond_by: one.respondBy,
    responded_at: one.respondedAt,
    is_reminded: one.isReminded,
    closes_at: one.closesAt,
    due_at: one.dueAt,
    touched_at: one.touchedAt,
    revision: one.revision,
  };
}

/** Each row a case under `it`. */
export const parseCases = (rows: readonly unknown[]): readonly Case[] => read(z.array(z.object({ it: caseRow })), rows).map(({ it }) => it);

export const parseMessages = (rows: readonly unknown[]): readonly CaseMessage[] =>
  read(z.array(z.object({ it: messageRow })), rows).map(({ it }) => it);

export const parsePending = (rows: readonly unknown[]): readonly PendingCase[] =>
  read(z.array(z.object({ it: pendingRow })), rows).map(({ it }) => it);
