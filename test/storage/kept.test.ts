import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonKey } from '../../src/ports.ts';
import type { Database } from '../../src/storage/database.ts';
import { SORTS } from '../../src/storage/kept-sql.ts';
import { createTurnStore } from '../../src/storage/turn-store.ts';
import { type EmptyDatabase, emptyDatabase } from './databases.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/privacy.md'), 'utf8');
const TOLD = [...PAGE.matchAll(/^\| `(\w+)` \|(.*)\|$/gm)].map(([, table = '', rest = '']) => ({
  table,
  cells: rest.split('|').map((cell) => cell.trim()),
}));
const EXPORTED: ReadonlySet<string> = new Set(SORTS.map(({ table }) => table));
/** What stays of somebody who is forgotten because it is the helpdesk's own: `docs/privacy.md` says so of each. */
const STAYS = ['case', 'on_call', 'helpdesk', 'withdrawn_step', 'step_decision'];

const who: PersonKey = { tenant: 'contoso', id: 'zebra-person' };
const other: PersonKey = { tenant: 'contoso', id: 'other-person' };

describe.each(['postgres', 'pglite'] as const)('what is kept of a person, on %s', (kind) => {
  let empty: EmptyDatabase;
  let database: Database;
  beforeAll(async () => {
    empty = await emptyDatabase(kind);
    database = empty.database;
  }, 60_000);
  afterAll(() => empty.end());

  it('is told of in docs/privacy.md, table by table', async () => {
    const tables = await tablesOf(database);

    expect(TOLD.map(({ table }) => table).toSorted()).toEqual(tables);
    for (const { table, cells } of TOLD) {
      expect([table, cells[3]?.startsWith('no')]).toEqual([table, !EXPORTED.has(table)]);
    }
  });

  it('is exported of every table that names people', async () => {
    const columns = await rowsOf(database, "select table_name, column_name from information_schema.columns where table_schema = 'kiku'");
    const naming = columns.filter(({ column_name }) => /^(?:person|agent|assignee|by_id|bound_by|intake)(?:_name)?$/.test(String(column_name)));

    expect([...new Set(naming.map(({ table_name }) => String(table_name)))].filter((table) => !EXPORTED.has(table))).toEqual([]);
  });

  it('is exported and deleted whole, of theirs alone, and starts afresh', async () => {
    const turns = createTurnStore(database);
    for (const person of [who, other]) await fill(database, person);
    const before = await tablesWith(database, who.id);

    const kept = await turns.kept(who);
    await turns.forget(who);
    const after = await tablesWith(database, who.id);

    expect(before).toEqual([...EXPORTED].filter((table) => table !== 'report').toSorted());
    expect([...new Set(kept.map(({ of }) => of))].toSorted()).toEqual(SORTS.map(({ as }) => as).toSorted());
    expect(JSON.stringify(kept)).not.toContain(other.id);
    // Their part as somebody of the helpdesk is told to stay.
    expect(after).toEqual(STAYS.toSorted());
    expect(await rowsOf(database, "select to_jsonb(c)::text as it from kiku.case c where id = 'A-z'")).toEqual([
      { it: expect.not.stringContaining(who.id) },
    ]);
    expect(await rowsOf(database, "select intake from kiku.report where tenant = 'contoso' order by id limit 1")).toEqual([{ intake: null }]);
    expect((await turns.kept(who)).map(({ of }) => of)).toEqual([
      'casesGivenToYou',
      'onCall',
      'channelsYouNamed',
      'stepsYouWithdrew',
      'stepsYouDecidedAbout',
    ]);
    expect(await turns.load(who, 'next')).toMatchObject({ revision: 0, person: null, intake: null, case: null, isSeen: false });
    expect((await turns.kept(other)).length).toBeGreaterThan(9);
  });

  // The embedded database has one connection: nothing is under way beside it.
  const beside = kind === 'postgres' ? it : it.skip;
  beside('is deleted together with what another turn was saving at that moment', async () => {
    const turns = createTurnStore(database);
    const late: PersonKey = { tenant: 'contoso', id: 'late-person' };
    await database.query("insert into kiku.person values ($1, $2, 1, '{}', null, 5)", [late.tenant, late.id]);
    const [begun, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const turn = database.transaction(async (transaction) => {
      await transaction.query('update kiku.person set revision = 2 where tenant = $1 and id = $2', [late.tenant, late.id]);
      begun.resolve();
      await goOn.promise;
      await transaction.query("insert into kiku.seen_input values ($1, $2, 'input', 5)", [late.tenant, late.id]);
      await transaction.query("insert into kiku.intake values ($1, $2, 'late', '{}', 5)", [late.tenant, late.id]);
    });
    await begun.promise;

    const forgotten = turns.forget(late);
    await waits(database);
    goOn.resolve();
    await Promise.all([turn, forgotten]);

    expect(await tablesWith(database, late.id)).toEqual([]);
  });
});

/** Until somebody on this database waits for a lock. */
async function waits(database: Database): Promise<void> {
  const waiting = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  while ((await database.query(waiting, [])).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
}

async function rowsOf(database: Database, sql: string, params: readonly string[] = []): Promise<readonly Record<string, unknown>[]> {
  return (await database.query(sql, params)).map((row) => ({ ...Object(row) }));
}

async function tablesOf(database: Database): Promise<readonly string[]> {
  const rows = await rowsOf(database, "select table_name from information_schema.tables where table_schema = 'kiku'");
  return rows.map(({ table_name }) => String(table_name)).toSorted();
}

/** Tables in which `words` stands anywhere. */
async function tablesWith(database: Database, words: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const table of await tablesOf(database)) {
    const rows = await database.query(`select 1 from kiku."${table}" t where to_jsonb(t)::text like '%' || $1 || '%' limit 1`, [words]);
    if (rows.length > 0) found.push(table);
  }
  return found;
}

/** Something of the person in every table that may hold something, with their id in it. */
async function fill(database: Database, { tenant, id }: PersonKey): Promise<void> {
  const intake = `intake-${id.slice(0, 1)}`;
  const chat = JSON.stringify({ conversation: `chat-${id}` });
  const says = JSON.stringify({ kind: 'post', slot: null, message: { kind: 'text', text: `to ${id}` } });
  const content = JSON.stringify({ facts: { os: { values: ['windows-11'], source: { kind: 'written', words: `of ${id}` } } }, words: [`by ${id}`] });
  const run = (sql: string, ...params: readonly string[]) => database.query(sql, params);
  await run(
    "insert into kiku.person values ($1, $2, 1, jsonb_build_object('language', 'ja', 'intake', $3::text), $4::jsonb, 5)",
    tenant,
    id,
    intake,
    chat,
  );
  await run("insert into kiku.intake values ($1, $2, $3, jsonb_build_object('id', $3::text, 'words', $2::text), 5)", tenant, id, intake);
  await run("insert into kiku.report (step, problem, intake, at, tenant) values ('restart', 'p', $2, 5, $1)", tenant, intake);
  await run("insert into kiku.seen_input values ($1, $2, 'input', 5)", tenant, id);
  await run(
    'insert into kiku.outbox (tenant, person, conversation, address, outgoing, lease_until, created_at) values ($1, $2, $3, $4::jsonb, $5::jsonb, 0, 5)',
    tenant,
    id,
    `chat-${id}`,
    chat,
    says,
  );
  await run('insert into kiku.pace values ($1, 1, 1, 5)', `chat-${id}`);
  await run("insert into kiku.slot values ($3, 'slot', 'activity', $1, $2, 5)", tenant, id, `chat-${id}`);
  await run(
    "insert into kiku.dead_letter select coalesce(max(id), 0) + 1, $1, $2, $3, $4::jsonb, 1, 'gone', 5 from kiku.dead_letter",
    tenant,
    id,
    `chat-${id}`,
    says,
  );
  await run(
    "insert into kiku.alert (tenant, person, advisory, part, fan_out, reason, due_at) values ($1, $2, 'OD1', 'card', 1, 'mine', 5)",
    tenant,
    id,
  );
  const open = `insert into kiku.case (tenant, id, person, person_name, language, intake, content, registered, state, rank, assignee, assignee_name,
      created_at, respond_by, is_reminded, touched_at, revision) values ($1, $3, $4, $4, 'en', $5, $6::jsonb, $7::jsonb, $8, 1, $2, $2, 5, 5, false, 5, 0)`;
  const entra = JSON.stringify({ person: { kind: 'told', jobTitle: `chief ${id}`, department: '', office: '' }, devices: { kind: 'told', all: [] } });
  await run(open, tenant, 'agent', `A-${id.slice(0, 1)}`, id, intake, content, entra, 'waiting-helpdesk');
  await run(open, tenant, id, `B-${id.slice(0, 1)}`, 'somebody', 'elsewhere', '{"facts": {}}', 'null', 'closed');
  const say = 'insert into kiku.case_message (tenant, case_id, id, sender, by_name, body, at) values ($1, $2, $3::bigint, $4, $5, $6, 5)';
  await run(say, tenant, `A-${id.slice(0, 1)}`, '1', 'employee', id, `said by ${id}`);
  await run(say, tenant, `A-${id.slice(0, 1)}`, '2', 'agent', 'Mika', 'hello');
  await run("insert into kiku.on_call values ($1, $2, 'Name', $2, 5) on conflict (tenant) do update set agent = 'somebody'", tenant, id);
  await run("insert into kiku.helpdesk (tenant, address, bound_by, at) values ($1, '{}', $2, 5) on conflict do nothing", tenant, id);
  await run("insert into kiku.withdrawn_step values ($1, $2, 'Name', 5)", `step-of-${id.slice(0, 1)}`, id);
  await run("insert into kiku.step_decision (step, is_withdrawn, by_id, by_name, at) values ('restart', true, $1, 'Name', 5)", id);
}
