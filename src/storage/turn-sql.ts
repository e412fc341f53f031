import { withCases } from './case-effects.ts';
import { CASE, IS_OPEN } from './case-rows.ts';
import { OWE } from './pace-sql.ts';

/** Several at once: $1 tenants, $2 persons, $3 inputs. One row each, in their order. */
export const LOAD = `
select p.revision::float8 as revision, p.state as person, i.state as intake,
  coalesce(
    (select ${CASE} from kiku.case c where c.tenant = k.tenant and c.person = k.person and c.person <> '' and c.${IS_OPEN}),
    (select ${CASE} from kiku.case c where c.tenant = k.tenant and c.id = p.state ->> 'case' and c.person = k.person)
  ) as case,
  s.input is not null as is_seen, s.answer
from unnest($1::text[], $2::text[], $3::text[]) with ordinality k(tenant, person, input, place)
left join kiku.person p on p.tenant = k.tenant and p.id = k.person
left join kiku.intake i on i.tenant = k.tenant and i.person = k.person and i.id = p.state ->> 'intake'
left join kiku.seen_input s on s.tenant = k.tenant and s.person = k.person and s.input = k.input
order by k.place`;

const UNSEEN = 'not exists (select 1 from kiku.seen_input s where s.tenant = $1 and s.person = $2 and s.input = $4)';

/**
 * The whole save is one statement, and everything hangs on \`person\`: when the revision has moved on, or the input was taken
 * in, nothing happens at all. Whoever saves the same person at the same moment waits on that row, then finds it moved on.
 * So an input cannot be taken in twice either: each save moves the revision, and a load sees both or neither.
 *
 * $1 tenant, $2 person, $3 revision loaded, $4 input, $5 at, $6 state, $7 address, $8 conversation, $9 intake id or null,
 * $10 intake or null, $11 outbox, $12 how many of it may be sent at once, $13 leased until, $14 slots to look up, $15 reports,
 * $16 answer or null, $17 address of the person or null, $18 what becomes of cases, when `effects` are there.
 */
const save = (person: string, effects = '') => `
with person as (${person} returning 1),
seen as (
  insert into kiku.seen_input (tenant, person, input, at, answer) select $1, $2, $4, $5, $16::jsonb from person
),
intake as (
  insert into kiku.intake (tenant, person, id, state, updated_at) select $1, $2, $9, $10::jsonb, $5 from person where $9::text is not null
  on conflict (tenant, person, id) do update set state = excluded.state, updated_at = excluded.updated_at
),
report as (
  insert into kiku.report (tenant, step, problem, intake, at)
  select $1, r.step, r.problem, r.intake, $5 from person, jsonb_to_recordset($15::jsonb) as r(step text, problem text, intake text)
),
queued as (
  insert into kiku.outbox (tenant, person, conversation, address, outgoing, lease_until, created_at)
  select $1, $2, $8, $7::jsonb, o.value, case when o.ordinality <= $12 and w.is_empty then $13::bigint else 0 end, $5
  from person,
    (select not exists (select 1 from kiku.outbox where conversation = $8) as is_empty) w,
    jsonb_array_elements($11::jsonb) with ordinality o
  order by o.ordinality
  returning id, lease_until
)${effects}
select exists (select 1 from person) as is_saved,
  (select array_agg(id::text order by id) from queued where lease_until > 0) as ids,
  (select jsonb_object_agg(s.slot, s.activity) from kiku.slot s where s.conversation = $8 and s.slot = any($14::text[])) as slots`;

const NEW = `
  insert into kiku.person (tenant, id, revision, state, address, updated_at)
  select $1, $2, $3::bigint + 1, $6::jsonb, $17::jsonb, $5::bigint where ${UNSEEN}
  on conflict do nothing`;

/** What was said in a channel does not change where the person is reached, nor that they cannot be. */
const NEXT = `
  update kiku.person set revision = revision + 1, state = $6::jsonb, address = coalesce($17::jsonb, address),
    unreachable = case when $17::jsonb is null then unreachable end, updated_at = $5::bigint
  where tenant = $1 and id = $2 and revision = $3::bigint and ${UNSEEN}`;

/** Of somebody never stored, and of somebody who is; and what the turn does to cases. Turns without a case do not pay for them. */
export const SAVE_NEW = save(NEW);
export const SAVE_NEXT = save(NEXT);
export const SAVE_NEW_CASES = save(NEW, withCases);
export const SAVE_NEXT_CASES = save(NEXT, withCases);

/** $1 tenant, $2 person, $3 input. */
export const IS_SEEN = 'select exists (select 1 from kiku.seen_input where tenant = $1 and person = $2 and input = $3) as is_seen';

/**
 * The due rows of one conversation. Whoever claims anything of it locks its oldest row first and moves the lease of that, so two never work on one
 * conversation. Given out is what stands before the first row that is not due, or that replaces something not yet posted.
 *
 * $1 now, $2 leased until, $3 how many, $4 conversation.
 */
export const CLAIM_ONE = `
with head as materialized (
  select o.id, o.conversation from kiku.outbox o
  where o.lease_until <= $1::bigint and o.conversation = $4
    and not exists (select 1 from kiku.outbox e where e.conversation = o.conversation and e.id < o.id)
  order by o.id limit $3::integer
  for update skip locked
),
free as (
  select w.id from (
    select r.id, bool_or(r.lease_until > $1::bigint or r.outgoing ->> 'kind' = 'replace' and exists (
      select 1 from kiku.outbox p
      where p.conversation = r.conversation and p.id < r.id and p.outgoing ->> 'kind' = 'post' and p.outgoing ->> 'slot' = r.outgoing ->> 'slot'
    )) over (partition by r.conversation order by r.id) as is_blocked
    from head h join kiku.outbox r on r.conversation = h.conversation
  ) w
  where not w.is_blocked order by w.id limit $3::integer
),
taken as (
  update kiku.outbox o set lease_until = $2::bigint from free f where o.id = f.id and o.lease_until <= $1::bigint
  returning o.id, o.conversation, o.address, o.outgoing, o.attempts, o.doubts
)
select t.id::text, t.address, t.outgoing, t.attempts, t.doubts, s.activity
from taken t left join kiku.slot s
  on t.outgoing ->> 'kind' = 'replace' and s.conversation = t.conversation and s.slot = t.outgoing ->> 'slot'
order by t.id`;

/**
 * What stands free behind the rows was not leased with them, because they were in its way.
 *
 * $1 the results: id, kind, activity, at, why, tries, doubts; $2 the ids that end; $3 the ids that are put off; $4 their conversations; then what is owed.
 */
export const SETTLE = `
with result as materialized (
  select * from jsonb_to_recordset($1::jsonb) as r(id bigint, kind text, activity text, at bigint, why text, tries integer, doubts integer)
),
ended as (delete from kiku.outbox where id = any($2::text[]::bigint[]) returning *),
posted as (
  insert into kiku.slot (conversation, slot, activity, tenant, person, at)
  select distinct on (e.conversation, e.outgoing ->> 'slot') e.conversation, e.outgoing ->> 'slot', r.activity, e.tenant, e.person, e.created_at
  from ended e join result r on r.id = e.id
  where r.kind = 'done' and r.activity is not null and e.outgoing ->> 'slot' is not null
  order by e.conversation, e.outgoing ->> 'slot', e.id desc
  on conflict (conversation, slot) do update set activity = excluded.activity, at = excluded.at
),
dead as (
  insert into kiku.dead_letter (id, tenant, person, conversation, outgoing, attempts, why, created_at)
  select e.id, e.tenant, e.person, e.conversation, e.outgoing, e.attempts + 1, r.why, e.created_at
  from ended e join result r on r.id = e.id where r.kind = 'dropped'
),
put_off as (
  update kiku.outbox o set lease_until = r.at, attempts = o.attempts + r.tries, doubts = o.doubts + r.doubts
  from result r where o.id = any($3::text[]::bigint[]) and r.id = o.id
),
owed as (${OWE})
select exists (
  select 1 from (select unnest($4::text[]) as name union select conversation from ended) c
  cross join lateral (
    select 1 from kiku.outbox w where w.conversation = c.name and w.lease_until = 0 and w.id <> all($2::text[]::bigint[]) limit 1
  ) w
) as has_more`;

/** $1 the ids, $2 leased until. */
export const RENEW = 'update kiku.outbox set lease_until = $2::bigint where id = any($1::text[]::bigint[])';

/** Each with $1: older than this goes. */
export const PURGE_INTAKES = 'delete from kiku.intake where updated_at < $1';
/** What people wrote goes; that they were here, and the language they chose, stays. */
export const PURGE_WORDS = "update kiku.person set state = state - 'heard' - 'held' where updated_at < $1 and state ?| array['heard', 'held']";
export const PURGE_SEEN = 'delete from kiku.seen_input where at < $1';
/** Those of a helpdesk's channel stay while a fan-out lives that may stand there. */
export const PURGE_SLOTS = `
delete from kiku.slot s where s.at < $1 and (s.person <> '' or not exists (
  select 1 from kiku.fan_out f where f.tenant = s.tenant and f.ended_at is null and f.created_at <= s.at
)) and not exists (select 1 from kiku.case c where s.slot like 'case %' and c.tenant = s.tenant and c.id = substr(s.slot, 6))`;
export const PURGE_DEAD = 'delete from kiku.dead_letter where created_at < $1';
