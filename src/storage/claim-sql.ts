/**
 * Takes what may be sent to one tenant now, and the tokens for it, in one statement.
 *
 * Everything hangs on the tenant's bucket, which claims lock one after the other. While people's words wait for its tokens, alerts are held. One that waited for that lock looks at what stood here
 * before, and would not see whom the other has just taken: it finds another `revision` than it read, does nothing, and is asked again.
 *
 * Looked at are the fan-outs that run, one by one in the order in which their alerts are due, so what is paused stands in nobody's way. A
 * person is passed over while another of their alerts is on its way or went out less than a second ago. Whoever cannot be reached is
 * skipped for good, at no cost.
 *
 * It is written so that no plan can read the whole of a table, whatever was known of its size when the plan was made: what is looked up for
 * each row stands below `limit` or `for update`, and what is joined is also held against an array.
 *
 * $1 tenant, $2 now, $3 leased until, $4 how many at most, $5 tokens a second, $6 most tokens.
 */
export const CLAIM = `
with bucket as materialized (
  select name, revision, tokens, at, greatest(closed_until, held_until) as closed_until from kiku.bucket where name = $1 for update
),
fresh as materialized (
  select least($6::float8, b.tokens + $5::float8 * greatest(0, $2::bigint - b.at) / 1000) as tokens, b.closed_until
  from bucket b join kiku.bucket seen on seen.name = b.name and seen.revision = b.revision
),
room as materialized (
  select case when closed_until > $2::bigint then 0 else least($4::integer, floor(tokens + 1e-6)::integer) end as places from fresh
),
running as materialized (
  select id, edition, starts_at from kiku.fan_out where tenant = $1 and ended_at is null and control = 'running'
),
due as materialized (
  select d.* from room cross join running f cross join lateral (
    select a.tenant, a.person, a.advisory, a.part, a.fan_out, a.due_at from kiku.alert a
    where a.fan_out = f.id and a.state = 'waiting' and a.due_at <= $2::bigint and a.lease_until <= $2::bigint
      and (
        select 1 from kiku.alert b
        where b.tenant = a.tenant and b.person = a.person and (b.lease_until > $2::bigint or b.sent_at > $2::bigint - 1000) limit 1
      ) is null
    order by a.due_at, a.person limit coalesce((select places from room), 0) + 1
  ) d
  where f.starts_at <= $2::bigint
),
chosen as materialized (
  select * from (
    select o.*, row_number() over (order by o.due_at, o.person) as place
    from (select distinct on (person) * from due order by person, due_at, advisory, part) o
  ) c
  where c.place <= (select places from room)
),
locked as materialized (
  select l.* from chosen c cross join lateral (
    select a.tenant, a.person, a.advisory, a.part from kiku.alert a
    where a.tenant = c.tenant and a.person = c.person and a.advisory = c.advisory and a.part = c.part
      and a.fan_out = c.fan_out and a.state = 'waiting' and a.lease_until <= $2::bigint
    for update skip locked
  ) l
),
reach as materialized (
  select l.*, p.address, p.state, coalesce(p.revision, 0) as heard, p.address is not null and p.unreachable is null as is_reachable
  from locked l left join lateral (select * from kiku.person p where p.tenant = l.tenant and p.id = l.person limit 1) p on true
),
taken as (
  update kiku.alert a set
    state = case when r.is_reachable then 'waiting' else 'skipped' end,
    why = case when r.is_reachable then a.why else 'unreachable' end,
    lease_until = case when r.is_reachable then $3::bigint else 0 end
  from reach r, running f
  where a.tenant = $1 and a.person = any (array(select person from locked))
    and a.person = r.person and a.advisory = r.advisory and a.part = r.part and f.id = a.fan_out
  returning a.fan_out, f.edition, a.tenant, a.person, a.advisory, a.part, a.reason, a.intake, a.activity, a.conversation, a.attempts, a.doubts,
    a.repairs, a.due_at, r.address, r.state as person_state, r.heard, r.is_reachable
),
given as materialized (select * from taken where is_reachable),
charged as (
  update kiku.bucket b set
    tokens = f.tokens - (select count(*) from given), at = greatest(b.at, $2::bigint), revision = b.revision + 1
  from fresh f
  where b.name = $1 and exists (select 1 from taken)
),
ahead as materialized (select (select count(*) from due) > (select count(*) from taken) as has_more)
select
  exists (select 1 from bucket) as has_bucket,
  exists (select 1 from fresh) as is_fresh,
  (select tokens - (select count(*) from given) from fresh) as tokens,
  (select closed_until::float8 from fresh) as closed_until,
  (select has_more from ahead) as has_more,
  case when (select has_more from ahead) then null else least(
    (select min(n.due_at) from running f cross join lateral (
      select greatest(a.due_at, f.starts_at) as due_at from kiku.alert a
      where a.fan_out = f.id and a.state = 'waiting' and a.due_at > $2::bigint
      order by a.due_at, a.person limit 1
    ) n),
    (select min(f.starts_at) from running f
      where f.starts_at > $2::bigint and exists (select 1 from kiku.alert a where a.fan_out = f.id and a.state = 'waiting')),
    (select min(n.until) from running f cross join lateral (
      select min(b.until) as until from kiku.alert a cross join lateral (
        select max(greatest(b.lease_until, coalesce(b.sent_at, 0) + 1000)) as until from kiku.alert b
        where b.tenant = a.tenant and b.person = a.person
      ) b
      where a.fan_out = f.id and a.state = 'waiting' and a.due_at <= $2::bigint and b.until > $2::bigint
    ) n
    where f.starts_at <= $2::bigint),
    (select $3::bigint where exists (select 1 from given))
  ) end::float8 as next_at,
  coalesce((
    select jsonb_agg(jsonb_build_object(
      'fanOut', g.fan_out, 'edition', g.edition, 'tenant', g.tenant, 'person', g.person, 'advisory', g.advisory, 'part', g.part,
      'reason', g.reason, 'intake', g.intake, 'attempts', g.attempts, 'doubts', g.doubts, 'repairs', g.repairs, 'heard', g.heard, 'address', g.address,
      'activity', case when g.conversation = g.address ->> 'conversation' then g.activity end,
      'language', coalesce(g.person_state ->> 'language', g.person_state ->> 'spoken'),
      'timeZone', g.person_state -> 'timeZone', 'wishes', g.person_state -> 'alerts'
    ) order by g.due_at, g.person) from given g
  ), '[]') as rows`;

/** The first of a tenant. $1 tenant. */
export const MAKE_BUCKET = 'insert into kiku.bucket (name, tokens, at) values ($1, 0, 0) on conflict do nothing';

/** $1 tenant, $2 until. */
export const CLOSE = `
insert into kiku.bucket as b (name, tokens, at, closed_until) values ($1, 0, 0, $2::bigint)
on conflict (name) do update set closed_until = greatest(b.closed_until, excluded.closed_until)`;

/**
 * Alerts are locked in the order of their key, as planning does, and with each the fan-out that owns it: whoever adds a sentence to that
 * waits until this is over, or this sees the new edition. One after the other: a join would lose an alert that is taken over just then. What a later fan-out has taken over meanwhile keeps only where its card stands.
 * Whoever has written since it was given out is reached there.
 *
 * $1 the results: tenant, person, advisory, part, fan_out, edition, conversation, kind, activity, at, why, tries, doubts, reach, address, heard;
 * $2 their tenants, $3 their people.
 */
export const SETTLE_ALERTS = `
with result as materialized (
  select * from jsonb_to_recordset($1::jsonb) as r(
    tenant text, person text, advisory text, part text, fan_out bigint, edition integer, conversation text, kind text, activity text, at bigint,
    why text, tries integer, doubts integer, reach text, address jsonb, heard bigint
  )
),
own as materialized (
  select r.*, l.fan_out = r.fan_out as is_own, r.part = 'question' or r.edition >= f.edition as is_newest
  from (select * from result order by tenant, person, advisory, part) r
  cross join lateral (
    select a.fan_out from kiku.alert a
    where a.tenant = r.tenant and a.person = r.person and a.advisory = r.advisory and a.part = r.part
    for update
  ) l
  left join lateral (select edition from kiku.fan_out where id = l.fan_out for share) f on true
),
settled as (
  update kiku.alert a set
    state = case
      when o.kind = 'sent' and o.is_own and o.is_newest then 'sent'
      when a.state <> 'waiting' or not o.is_own then a.state
      when o.kind in ('skipped', 'failed') then o.kind
      when o.kind = 'repaired' and a.repairs >= 3 then 'failed'
      else 'waiting' end,
    edition = case when o.kind = 'sent' and o.is_own then o.edition else a.edition end,
    activity = case o.kind when 'sent' then coalesce(o.activity, a.activity) when 'repaired' then null else a.activity end,
    conversation = case o.kind when 'sent' then o.conversation when 'repaired' then null else a.conversation end,
    sent_at = case when o.kind = 'sent' then o.at else a.sent_at end,
    due_at = case when o.kind = 'later' and o.is_own and a.state = 'waiting' then o.at else a.due_at end,
    attempts = case when o.is_own then a.attempts + o.tries else a.attempts end,
    doubts = case when o.is_own then a.doubts + o.doubts else a.doubts end,
    repairs = case when o.is_own and o.kind = 'repaired' then a.repairs + 1 else a.repairs end,
    why = case when o.is_own then o.why else a.why end,
    lease_until = 0
  from own o
  where a.tenant = any ($2::text[]) and a.person = any ($3::text[])
    and a.tenant = o.tenant and a.person = o.person and a.advisory = o.advisory and a.part = o.part
)
update kiku.person p set
  unreachable = case when o.reach is null then p.unreachable else o.why end,
  address = case when o.reach = 'drop' then null when o.kind = 'repaired' then o.address else p.address end
from own o
where (o.reach is not null or o.kind = 'repaired' and o.address is not null)
  and p.tenant = any ($2::text[]) and p.id = any ($3::text[])
  and p.tenant = o.tenant and p.id = o.person and p.address ->> 'conversation' = o.conversation and p.revision = o.heard`;
