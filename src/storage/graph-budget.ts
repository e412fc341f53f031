import { z } from 'zod';
import type { GraphBudget } from '../advisory-ports.ts';
import type { Database } from './database.ts';
import { read } from './turn-rows.ts';

/**
 * Microsoft allows a tenant 240 requests in a minute and 800 in an hour of the service communications API
 * (https://learn.microsoft.com/graph/throttling-limits). All instances count on one table, one after the other.
 */
export function createGraphBudget(database: Database): GraphBudget {
  return {
    async takeGraphRequest(now) {
      return database.transaction(async (transaction) => {
        // A statement of its own: whoever waited for the lock must see what the other counted.
        await transaction.query(LOCK, []);
        return read(z.tuple([z.object({ wait: z.number() })]), await transaction.query(TAKE, [now]))[0].wait;
      });
    },
    async restGraph(until) {
      await database.query(REST, [until]);
    },
  };
}

const LOCK = `
insert into kiku.graph_rest as r (until) values (0) on conflict (one_row) do update set until = r.until`;

/**
 * The request of so many ago says when there may be one more; both ends of a minute count to it. What a clock that is ahead has counted
 * counts as of now at least; but nothing that lies an hour ahead, nor a rest of more than two, since only a clock that was hours wrong can have
 * said so, and nobody would read for hours after it is put right. $1 now.
 */
const TAKE = `
with old as (delete from kiku.graph_request where at < $1::bigint - 7200000 or at > $1::bigint + 3600000),
free as materialized (
  select greatest(
    coalesce((select at + 60001 from kiku.graph_request where at <= $1::bigint + 3600000 order by at desc offset 239 limit 1), 0),
    coalesce((select at + 3600001 from kiku.graph_request where at <= $1::bigint + 3600000 order by at desc offset 799 limit 1), 0),
    (select until from kiku.graph_rest where until <= $1::bigint + 7200000)
  ) as at
),
taken as (
  insert into kiku.graph_request (at)
  select greatest($1::bigint, (select max(at) from kiku.graph_request where at <= $1::bigint + 3600000)) from free where free.at <= $1::bigint
)
select greatest(0, at - $1::bigint)::float8 as wait from free`;

/** $1 until. */
const REST = `
insert into kiku.graph_rest as r (until) values ($1::bigint)
on conflict (one_row) do update set until = case when r.until > excluded.until + 7200000 then excluded.until else greatest(r.until, excluded.until) end`;
