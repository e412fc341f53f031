import { z } from 'zod';
import type { HelpdeskStore } from '../alert-ports.ts';
import { IS_OPEN } from './case-rows.ts';
import { type Database, toJson } from './database.ts';
import { address, read } from './turn-rows.ts';

/** Where the helpdesk of each tenant is, and what is said there, on a database. */
export function createHelpdeskStore(database: Database): HelpdeskStore {
  return {
    async channel(tenant) {
      return read(z.array(z.object({ address })), await database.query(CHANNEL, [tenant]))[0]?.address ?? null;
    },
    async bind(tenant, to, by, now) {
      await database.query(BIND, [tenant, toJson(to), by, now]);
    },
    async show(to, slot, message, now) {
      await database.transaction(async (transaction) => {
        // Two that show the first message of a slot at the same time would both post it.
        if (database.kind === 'postgres') await transaction.query(LOCK, [`${to.conversation} ${slot}`]);
        await transaction.query(SHOW, [to.tenant, to.conversation, toJson(to), slot, toJson(message), now]);
      });
    },
  };
}

/** $1 tenant. */
const CHANNEL = 'select address from kiku.helpdesk where tenant = $1';

/**
 * Open cases are shown in the new channel, and those that stood nowhere. The channel before stays as the second.
 *
 * $1 tenant, $2 address, $3 by whom, $4 now.
 */
const BIND = `
with again as (
  update kiku.case c set is_lost = false, channel = null, thread = null, card_digest = null, card_laid = -1
  where c.tenant = $1 and (c.is_lost or c.${IS_OPEN} and c.channel ->> 'conversation' <> $2::jsonb ->> 'conversation')
)
insert into kiku.helpdesk as h (tenant, address, bound_by, at) values ($1, $2::jsonb, $3, $4::bigint)
on conflict (tenant) do update set address = excluded.address, bound_by = excluded.bound_by, at = excluded.at,
  second = case when h.address ->> 'conversation' <> excluded.address ->> 'conversation' then h.address else h.second end`;

const LOCK = 'select pg_advisory_xact_lock(hashtextextended($1, 0))';

/**
 * The newest row of the slot that nobody has begun to send says this instead. One that was begun stays as it is, and this goes behind it.
 *
 * $1 tenant, $2 conversation, $3 address, $4 slot, $5 message, $6 now.
 */
const SHOW = `
with waiting as materialized (
  select id from kiku.outbox where conversation = $2 and outgoing ->> 'slot' = $4 and lease_until = 0 order by id desc limit 1 for update
),
overwritten as (
  update kiku.outbox o set outgoing = jsonb_set(o.outgoing, '{message}', $5::jsonb) from waiting w where o.id = w.id and o.lease_until = 0 returning 1
)
insert into kiku.outbox (tenant, person, conversation, address, outgoing, lease_until, created_at)
select $1, '', $2, $3::jsonb, jsonb_build_object('kind', case when p.is_posted then 'replace' else 'post' end, 'slot', $4::text, 'message', $5::jsonb),
  0, $6::bigint
from (
  select exists (select 1 from kiku.slot where conversation = $2 and slot = $4)
    or exists (select 1 from kiku.outbox where conversation = $2 and outgoing ->> 'slot' = $4) as is_posted
) p
where not exists (select 1 from overwritten)`;
