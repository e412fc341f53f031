import { z } from 'zod';
import type { Advisory, AdvisoryStore } from '../ports.ts';
import { type Database, toJson } from './database.ts';
import { read } from './turn-rows.ts';

/** The advisories as last read, on a database. Whether the latest attempt failed is known to whoever reads Graph, not here. */
export function createAdvisoryStore(database: Database): AdvisoryStore {
  return {
    async readShelf() {
      const [{ read_at, advisories }] = read(shelfRow, await database.query(READ, []));
      return { advisories, readAt: read_at, isFailing: false };
    },
    async writeShelf(advisories, readAt) {
      const byId = new Map(advisories.map((advisory) => [advisory.id, advisory]));
      await database.transaction(async (transaction) => {
        const written = await transaction.query(MARK, [readAt]);
        if (written.length === 0) return;
        await transaction.query(PUT, [toJson([...byId.values()])]);
        await transaction.query(DROP, [[...byId.keys()]]);
      });
    },
  };
}

const advisory: z.ZodType<Advisory> = z.looseObject({
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

const shelfRow = z.tuple([z.object({ read_at: z.number().nullable(), advisories: z.array(advisory) })]);

const READ = `
select (select read_at::float8 from kiku.advisory_reading) as read_at,
  coalesce((select jsonb_agg(content order by id) from kiku.advisory), '[]') as advisories`;

/** Two instances write one after the other, and an older reading does not undo a newer one. */
const MARK = `
insert into kiku.advisory_reading (read_at) values ($1)
on conflict (one_row) do update set read_at = excluded.read_at where kiku.advisory_reading.read_at <= excluded.read_at
returning 1`;

/** Most advisories are the same as an hour ago, and are not written again. */
const PUT = `
insert into kiku.advisory (id, content) select a ->> 'id', a from jsonb_array_elements($1::jsonb) a
on conflict (id) do update set content = excluded.content where kiku.advisory.content is distinct from excluded.content`;

const DROP = 'delete from kiku.advisory where id <> all ($1::text[])';
