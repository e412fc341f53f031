import { z } from 'zod';
import type { Case, CaseList, CasePage, CaseStore, SaidInCase } from '../case-ports.ts';
import { type Retention, USUAL } from '../retention.ts';
import { pass } from './case-pass.ts';
import { PENDING } from './case-pass-sql.ts';
import { caseRow, columnsOf, parseCases, parseMessages, parsePending, RANK } from './case-rows.ts';
import {
  ASSIGNED,
  CREATE,
  DUE,
  IS_CARD_COMING,
  IS_SEEN,
  LIST_MINE,
  LIST_OPEN,
  LIST_OVERDUE,
  LOST,
  MESSAGES,
  OF_INPUT,
  OF_PERSON,
  OF_THREAD,
  PURGE_CASES,
  READ,
  REWORD,
  SAVE,
  SHOW_AGAIN,
  TROUBLE,
} from './case-sql.ts';
import { type Database, type Param, toJson } from './database.ts';
import { StorageFailure } from './storage-failure.ts';
import { read } from './turn-rows.ts';

const DAY_MS = 86_400_000;
const LIMIT_MS = 60_000;
/** So long a case may be behind before it is said. */
const PATIENCE_MS = 60_000;

/** The cases of the helpdesk on a database. */
export function createCaseStore(database: Database): CaseStore {
  return {
    async create(one) {
      return (await database.query(CREATE, [toJson(columnsOf(one))])).length > 0 ? 'created' : 'exists';
    },
    async read(tenant, id) {
      return parseCases(await database.query(READ, [tenant, id]))[0] ?? null;
    },
    async ofThread(tenant, conversation) {
      const [found] = read(z.array(z.object({ it: caseRow, is_former: z.boolean() })), await database.query(OF_THREAD, [tenant, conversation]));
      return found === undefined ? null : { case: found.it, isFormer: found.is_former };
    },
    async isCardComing(tenant, conversation) {
      return (await database.query(IS_CARD_COMING, [tenant, conversation])).length > 0;
    },
    async ofInput(tenant, input) {
      const [found] = read(z.array(z.object({ it: caseRow, is_note: z.boolean() })), await database.query(OF_INPUT, [tenant, input]));
      return found === undefined ? null : { case: found.it, isNote: found.is_note };
    },
    async ofPerson(person) {
      return parseCases(await database.query(OF_PERSON, [person.tenant, person.id]))[0] ?? null;
    },
    save: (next, revision, said, input) => save(database, next, { revision, said, input }),
    async list(tenant, what, after, limit) {
      const from = keyOf(after);
      const cases = parseCases(await database.query(...listing(tenant, what, from, limit + 1)));
      return pageOf(cases, limit);
    },
    async messages(tenant, id, after, limit) {
      return parseMessages(await database.query(MESSAGES, [tenant, id, after, limit]));
    },
    async reword(tenant, id, input, text) {
      return (await database.query(REWORD, [tenant, id, input, text])).length > 0;
    },
    async pending(limit) {
      return parsePending(await database.query(PENDING, [limit]));
    },
    pass: (pending, laid, now) => pass(database, pending, laid, now),
    async due(now, limit) {
      return parseCases(await database.query(DUE, [now, limit]));
    },
    async assigned() {
      const rows = read(z.array(z.object({ tenant: z.string(), id: z.string(), name: z.string() })), await database.query(ASSIGNED, []));
      return rows.map(({ tenant, id, name }) => ({ tenant, agent: { id, name } }));
    },
    async lost() {
      return read(z.array(z.object({ tenant: z.string(), cases: z.number() })), await database.query(LOST, []));
    },
    async showAgain(tenant) {
      await database.query(SHOW_AGAIN, [tenant]);
    },
  };
}

/** Deletes cases that ended and were left alone for so long. */
export async function purgeCases(database: Database, now: number, keep: Retention = USUAL): Promise<void> {
  await database.transaction((transaction) => transaction.query(PURGE_CASES, [now - keep.caseDays * DAY_MS]), LIMIT_MS);
}

/** What is wrong with showing cases, a sentence each; empty while everything is shown. */
export async function troublesOfCases(database: Database, now: number): Promise<readonly string[]> {
  const [{ lost, behind }] = read(troubleRow, await database.query(TROUBLE, [now - PATIENCE_MS]));
  return [
    ...(lost > 0 ? [`${lost} of the helpdesk's cases could not be shown in its channel.`] : []),
    ...(behind > 0 ? [`${behind} of the helpdesk's cases have waited for more than a minute to be shown.`] : []),
  ];
}

const troubleRow = z.tuple([z.object({ lost: z.number(), behind: z.number() })]);

const doneRow = z.tuple([z.object({ is_done: z.boolean() })]);

async function save(
  database: Database,
  next: Case,
  { revision, said, input }: { readonly revision: number; readonly said: readonly SaidInCase[]; readonly input: string | null },
): Promise<'saved' | 'collision' | 'seen'> {
  const hasReply = said.some(({ from }) => from === 'agent');
  const spoken = said.find(({ from }) => from !== 'event') ?? said[0];
  // What was handed over is not written again.
  const params = [
    toJson({ ...columnsOf(next), content: null }),
    revision,
    toJson(said.map((one) => ({ ...one, isInput: one === spoken }))),
    input,
    hasReply,
  ];
  try {
    const [{ is_done }] = read(doneRow, await database.query(SAVE, params));
    if (is_done) return 'saved';
  } catch (thrown) {
    if (thrown instanceof StorageFailure && thrown.code === 'taken') return 'collision';
    throw thrown;
  }
  if (input === null) return 'collision';
  const [{ is_done: isSeen }] = read(doneRow, await database.query(IS_SEEN, [next.person.tenant, `case ${next.id}`, input]));
  return isSeen ? 'seen' : 'collision';
}

/** Behind whom a page begins: rank, respond by and id. */
type Key = readonly [number, number, string];
const FIRST: Key = [-1, Number.MIN_SAFE_INTEGER, ''];

function listing(tenant: string, what: CaseList, [rank, respondBy, id]: Key, limit: number): [string, readonly Param[]] {
  switch (what.kind) {
    case 'open':
      return [LIST_OPEN, [tenant, limit, rank, respondBy, id]];
    case 'mine':
      return [LIST_MINE, [tenant, limit, rank, respondBy, id, what.agent]];
    case 'overdue':
      return [LIST_OVERDUE, [tenant, limit, respondBy, id, what.now]];
  }
}

function pageOf(cases: readonly Case[], limit: number): CasePage {
  const shown = cases.slice(0, limit);
  const last = shown.at(-1);
  return { cases: shown, after: last === undefined || cases.length <= limit ? null : `${RANK[last.priority]}.${last.respondBy}.${last.id}` };
}

/** It comes back from a card: what is none of ours begins at the beginning. */
function keyOf(after: string | null): Key {
  const parts = /^([0-3])\.(-?\d{1,15})\.(\w+)$/.exec(after ?? '');
  return parts === null ? FIRST : [Number(parts[1]), Number(parts[2]), parts[3] ?? ''];
}
