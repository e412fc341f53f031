import { z } from 'zod';
import type { Advisory } from '../advisory.ts';
import type { AdvisoryStore } from '../advisory-ports.ts';
import { type Database, toJson } from './database.ts';
import { insertFanOuts } from './insert-fan-outs.ts';
import { read } from './turn-rows.ts';

/** The advisories as last read by any instance, on a database. */
export function createAdvisoryStore(database: Database, options: { readonly headStartMs?: number } = {}): AdvisoryStore {
  return {
    async readShelf(contents) {
      const [{ advisories, ids, ...state }] = read(shelfRow, await database.query(READ_SHELF, [contents ?? -1]));
      return { ...stateOf(state), advisories, ids };
    },
    async shelfState() {
      const [state] = read(z.tuple([stateRow]), await database.query(READ_STATE, []));
      return stateOf(state);
    },
    async readSync(kind) {
      const [row] = read(syncRow, await database.query(READ_SYNC, [kind]));
      return {
        revision: row.revision,
        watermark: row.watermark,
        reconciledAt: row.reconciled_at,
        isFailing: row.is_failing,
      };
    },
    async known(kind, ids) {
      const rows = ids === null ? await database.query(READ_KIND, [kind]) : await database.query(READ_IDS, [kind, ids]);
      return read(z.array(z.object({ content: advisory })), rows).map(({ content }) => content);
    },
    async write(reading) {
      const { kind, revision, advisories, gone, changes, watermark, reconciledAt, readAt, isFailing, now } = reading;
      return database.transaction(async (transaction) => {
        const hasContents = advisories.length > 0 || gone.length > 0;
        const marked = await transaction.query(MARK, [revision, kind, watermark, reconciledAt, readAt, isFailing, hasContents]);
        if (marked.length === 0) return { kind: 'overtaken' };
        if (gone.length > 0) await transaction.query(DROP, [gone]);
        if (advisories.length > 0) await transaction.query(PUT, [toJson(advisories), revision]);
        return { kind: 'stored', fanOuts: await insertFanOuts(transaction, changes, now, options.headStartMs) };
      });
    },
  };
}

/** An advisory as stored. */
export const advisory: z.ZodType<Advisory> = z.looseObject({
  id: z.string(),
  kind: z.enum(['issue', 'message']),
  services: z.array(z.string()),
  title: z.string(),
  impact: z.string(),
  feature: z.string().nullable(),
  classification: z.string(),
  status: z.string(),
  isResolved: z.boolean(),
  startAt: z.number(),
  endAt: z.number().nullable(),
  updatedAt: z.number(),
  nextUpdate: z.string().nullable(),
  text: z.string(),
});

const stateRow = z.object({ contents: z.number(), read_at: z.number().nullable(), is_failing: z.boolean() });
const shelfRow = z.tuple([stateRow.extend({ advisories: z.array(advisory), ids: z.array(z.string()) })]);
const syncRow = z.tuple([
  z.object({
    revision: z.number(),
    watermark: z.number().nullable(),
    reconciled_at: z.number().nullable(),
    is_failing: z.boolean(),
  }),
]);

function stateOf(row: z.infer<typeof stateRow>) {
  return { contents: row.contents, readAt: row.read_at, isFailing: row.is_failing };
}

const STATE = 'coalesce(r.contents, 0)::float8 as contents, r.read_at::float8 as read_at, coalesce(r.is_failing, false) as is_failing';
/** One row, also before anything was read. */
const FROM = 'from (select 1) one left join kiku.advisory_reading r on true';

const READ_STATE = `select ${STATE} ${FROM}`;
const READ_SHELF = `
select ${STATE}, coalesce((select jsonb_agg(content) from kiku.advisory where contents > $1::bigint), '[]') as advisories,
  coalesce((select array_agg(id) from kiku.advisory), '{}') as ids ${FROM}`;
const READ_SYNC = `
select coalesce(r.revision, 0)::float8 as revision, (r.watermarks ->> $1)::float8 as watermark, r.reconciled_at::float8 as reconciled_at,
  coalesce(r.is_failing, false) as is_failing ${FROM}`;
const READ_KIND = "select content from kiku.advisory where content ->> 'kind' = $1";
const READ_IDS = "select content from kiku.advisory where id = any ($2::text[]) and content ->> 'kind' = $1";

/** Whoever writes at the same time waits on the one row, and then finds that the revision has moved on. */
const MARK = `
insert into kiku.advisory_reading as r (revision, watermarks, reconciled_at, read_at, is_failing, contents)
values ($1::bigint + 1, jsonb_build_object($2::text, $3::bigint), $4::bigint, $5::bigint, $6::boolean, case when $7::boolean then $1::bigint + 1 else 0 end)
on conflict (one_row) do update set revision = excluded.revision, watermarks = r.watermarks || excluded.watermarks,
  reconciled_at = excluded.reconciled_at, read_at = coalesce(excluded.read_at, r.read_at), is_failing = excluded.is_failing,
  contents = case when $7::boolean then excluded.revision else r.contents end
where r.revision = $1::bigint
returning 1`;

const PUT = `
insert into kiku.advisory (id, content, contents) select a ->> 'id', a, $2::bigint + 1 from jsonb_array_elements($1::jsonb) a
on conflict (id) do update set content = excluded.content, contents = excluded.contents`;

const DROP = 'delete from kiku.advisory where id = any ($1::text[])';
