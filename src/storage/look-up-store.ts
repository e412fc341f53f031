import { z } from 'zod';
import type { LookUpStore } from '../registered.ts';
import { type Database, toJson } from './database.ts';
import { read } from './turn-rows.ts';

const taken = z.array(z.object({ tenant: z.string(), case: z.string(), person: z.string(), tries: z.number() }));

/** Which employees are to be looked up, on a database. */
export function createLookUpStore(database: Database): LookUpStore {
  return {
    async take(now, until, limit) {
      return read(taken, await database.query(TAKE, [now, until, limit]));
    },
    async keep(of, found, again) {
      await database.query(KEEP, [of.tenant, of.case, of.person, toJson(found), again]);
    },
  };
}

/** $1 now, $2 until, $3 how many. */
const TAKE = `
with due as materialized (
  select c.tenant, c.id from kiku.case c where c.look_at <= $1::bigint and c.thread is not null and c.person <> ''
  order by c.look_at limit $3::integer for update skip locked
)
update kiku.case c set look_at = $2::bigint, looks = c.looks + 1 from due d where c.tenant = d.tenant and c.id = d.id
returning c.tenant, c.id as case, c.person, c.looks - 1 as tries`;

/**
 * The card is behind by it only when it says something else.
 *
 * $1 tenant, $2 case, $3 person, $4 what was found, $5 when to ask again or null.
 */
const KEEP = `
update kiku.case c set look_at = $5::bigint, registered = $4::jsonb,
  revision = c.revision + case when c.registered is distinct from $4::jsonb then 1 else 0 end
where c.tenant = $1 and c.id = $2 and c.person = $3`;
