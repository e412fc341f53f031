import { z } from 'zod';
import type { AdvisoryChange } from '../advisory-ports.ts';
import { type Transaction, toJson } from './database.ts';
import { read } from './turn-rows.ts';

/**
 * Writes a fan-out of each change for every tenant in which Kiku knows somebody, and returns their ids. It is part of the transaction that
 * stores the advisories themselves, so that no change is noticed and then lost. When the one before of the same advisory is paused, so is this.
 * Where there is a helpdesk it sees what is to go out for `headStartMs` before it does.
 */
export async function insertFanOuts(
  transaction: Transaction,
  changes: readonly AdvisoryChange[],
  now: number,
  headStartMs = 0,
): Promise<readonly number[]> {
  if (changes.length === 0) return [];
  const rows = await transaction.query(INSERT, [toJson(changes), now, headStartMs]);
  return read(z.array(z.object({ id: z.number() })), rows).map(({ id }) => id);
}

/** The tenants are looked up one after the other by the index: there are few of them and many people. */
const INSERT = `
with recursive peopled as (
  (select tenant from kiku.person order by tenant limit 1)
  union all
  select (select p.tenant from kiku.person p where p.tenant > t.tenant order by p.tenant limit 1) from peopled t where t.tenant is not null
),
told as (select tenant from peopled where tenant is not null union select tenant from kiku.helpdesk)
insert into kiku.fan_out (tenant, advisory, content, transitions, control, fault, starts_at, created_at)
select t.tenant, c.value -> 'advisory' ->> 'id', c.value -> 'advisory', c.value -> 'transitions',
  case when b.control = 'paused' then 'paused' else 'running' end, case when b.control = 'paused' then b.fault end,
  case when exists (select 1 from kiku.helpdesk h where h.tenant = t.tenant) then $2::bigint + $3::bigint else $2::bigint end, $2::bigint
from jsonb_array_elements($1::jsonb) with ordinality c
cross join told t
left join lateral (
  select f.control, f.fault from kiku.fan_out f
  where f.tenant = t.tenant and f.advisory = c.value -> 'advisory' ->> 'id' order by f.id desc limit 1
) b on true
order by c.ordinality, t.tenant
returning id::float8 as id`;
