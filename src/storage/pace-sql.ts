import type { Pace } from '../pace.ts';
import type { Delivered } from '../ports.ts';
import type { Param } from './database.ts';

/**
 * Takes what stands first in its conversation and is due, as the pace allows, and what that spends, in one statement. One of a conversation at a
 * time: the next stands first once this one is settled.
 *
 * Everything hangs on the buckets of the tenants, which claims lock one after the other. One that waited for that lock would read what others spent as it was
 * before: it finds another `revision` than it read, leaves that tenant alone, and is asked again.
 *
 * People's words and new cards go first; what is only put up to date, or shown anew, has what they leave. As long as words wait for tokens alerts are held.
 *
 * $1 now, $2 leased until, $3 how many at most; $4 tokens a second and $5 most tokens of a tenant, $6 and $7 of a conversation, $8 and $9 of a
 * conversation in an hour; $10 how long alerts are held; $11 tokens of the near future that are given out already, each with its moment.
 */
export const CLAIM_ANY = `
with known as materialized (select distinct tenant from kiku.outbox where lease_until <= $1::bigint),
bucket as materialized (
  select name, revision, tokens, at, closed_until from kiku.bucket where name = any (array(select tenant from known)) order by name for update
),
fresh as materialized (
  select b.name, b.closed_until, least($5::float8, b.tokens + $4::float8 * greatest(0, $1::bigint - b.at) / 1000) as tokens
  from bucket b join kiku.bucket seen on seen.name = b.name and seen.revision = b.revision
),
head as materialized (
  select o.id, o.tenant, o.address ->> 'conversation' as place, o.is_update
  from kiku.outbox o
  where o.lease_until <= $1::bigint and o.tenant = any (array(select name from fresh where closed_until <= $1::bigint))
    and not exists (select 1 from kiku.outbox e where e.conversation = o.conversation and e.id < o.id)
),
room as materialized (
  select d.place, least($7::float8, coalesce(p.tokens + $6::float8 * p.gone, $7::float8)) as tokens,
    least($9::float8, coalesce(p.hour + $8::float8 * p.gone, $9::float8)) as hour
  from (select distinct place from head) d left join lateral (
    select tokens, hour, greatest(0, $1::bigint - at)::float8 / 1000 as gone from kiku.pace where conversation = d.place limit 1
  ) p on true
),
placed as materialized (
  select h.*, row_number() over (partition by h.place order by h.is_update, h.id) <= floor(least(r.tokens, r.hour) + 1e-6) as is_free from head h join room r using (place)
),
free as materialized (
  select p.id, p.tenant, p.is_update, row_number() over (partition by p.tenant order by p.is_update, p.id) as number from placed p where p.is_free
),
chosen as materialized (
  select f.id, $1::bigint + greatest(0, f.number - t.tokens) / $4::float8 * 1000 as send_at
  from free f join fresh t on t.name = f.tenant where f.number <= floor(t.tokens + $11::float8 + 1e-6) order by f.is_update, f.id limit $3::integer
),
locked as materialized (
  select l.id, c.send_at from chosen c cross join lateral (
    select o.id from kiku.outbox o where o.id = c.id and o.lease_until <= $1::bigint for update skip locked
  ) l
),
taken as (
  update kiku.outbox o set lease_until = $2::bigint from locked l where o.id = l.id
  returning o.id, o.tenant, o.conversation, o.address, o.outgoing, o.attempts, o.doubts, o.is_update, l.send_at
),
tenant as materialized (
  select t.name, t.tokens, t.closed_until, (select count(*) from taken k where k.tenant = t.name) as given,
    (select count(*) from free f where f.tenant = t.name) as wanted,
    exists (select 1 from free f where f.tenant = t.name and not f.is_update and f.number > floor(t.tokens + $11::float8 + 1e-6)) as is_held
  from fresh t
),
spent_tenant as materialized (
  select (least(greatest($5::float8, $11::float8) / 2, wanted - given) - (tokens + $11::float8 - given)) / $4::float8 * 1000 as spent_ms
  from tenant where wanted > given and closed_until <= $1::bigint
),
charged as (
  update kiku.bucket b set tokens = t.tokens - t.given, at = greatest(b.at, $1::bigint), revision = b.revision + 1,
    held_until = case when t.is_held then $1::bigint + $10::bigint else b.held_until end
  from tenant t where b.name = t.name and (t.given > 0 or t.is_held)
),
spent as (
  insert into kiku.pace (conversation, tokens, hour, at)
  select r.place, r.tokens - s.given, r.hour - s.given, $1::bigint
  from room r join (select address ->> 'conversation' as place, count(*) as given from taken group by 1) s using (place)
  on conflict (conversation) do update set tokens = excluded.tokens, hour = excluded.hour, at = greatest(kiku.pace.at, excluded.at)
)
select
  array(select tenant from known except select name from bucket) as lacking,
  exists (select 1 from bucket b where not exists (select 1 from fresh f where f.name = b.name)) as is_stale,
  least(
    (select min(closed_until) - $1::bigint from tenant where closed_until > $1::bigint),
    (select min(spent_ms) from spent_tenant),
    (select min(greatest((1 - r.tokens) / $6::float8, (1 - r.hour) / $8::float8) * 1000) from placed p join room r using (place) where not p.is_free)
  )::float8 as wait_ms,
  (select min(spent_ms) from spent_tenant)::float8 as spent_ms,
  coalesce((
    select jsonb_agg(jsonb_build_object('id', t.id::text, 'address', t.address, 'outgoing', t.outgoing, 'attempts', t.attempts, 'doubts', t.doubts, 'sendAt', t.send_at,
      'activity', case when t.outgoing ->> 'kind' = 'replace' then coalesce(
        -- A card is the first message of the thread that it began.
        case when t.is_update then nullif(split_part(t.address ->> 'conversation', ';messageid=', 2), '') end,
        (select s.activity from kiku.slot s where s.conversation = t.conversation and s.slot = t.outgoing ->> 'slot')
      ) end) order by t.id)
    from taken t
  ), '[]') as rows`;

/** The first of these tenants. $1 tenants, $2 tokens. */
export const MAKE_BUCKETS = 'insert into kiku.bucket (name, tokens, at) select t, $2::float8, 0 from unnest($1::text[]) t on conflict do nothing';

/**
 * Part of a settle. What was sent without asking for tokens is owed, up to a second's worth; and the rest that Teams asked for holds for the whole tenant.
 *
 * $5 tenants, $6 how many were sent to each, $7 until when each is closed, $8 now, $9 tokens a second, $10 most tokens.
 */
export const OWE = `
insert into kiku.bucket as b (name, tokens, at, closed_until)
select d.name, $10::float8 - d.sent, $8::bigint, d.closed from unnest($5::text[], $6::text[]::integer[], $7::text[]::bigint[]) as d(name, sent, closed) order by d.name
on conflict (name) do update set
  tokens = greatest(-$9::float8, least($10::float8, b.tokens + $9::float8 * greatest(0, $8::bigint - b.at) / 1000) - ($10::float8 - excluded.tokens)),
  at = greatest(b.at, excluded.at), closed_until = greatest(b.closed_until, excluded.closed_until)`;

/** What had time to fill up again. $1 before. */
export const PURGE_PACE = 'delete from kiku.pace where at < $1';

const AT_WILL = { perSecond: 1e9, burst: 1e9 };
/** As fast as it is asked for. */
export const UNPACED: Pace = { tenant: AT_WILL, conversation: AT_WILL, hour: AT_WILL };
/** Whoever looks a little late, on a busy machine, then loses nothing of the share. */
const AHEAD_S = 0.5;
/** Longer than between two looks at what waits for tokens. */
const HOLD_MS = 250;

/** $4 to $11 of a claim. */
export function paceParams({ tenant, conversation, hour }: Pace): readonly Param[] {
  return [...[tenant, conversation, hour].flatMap(({ perSecond, burst }) => [perSecond, burst]), HOLD_MS, Math.floor(tenant.perSecond * AHEAD_S)];
}

/** $5 to $10 of a settle. */
export function owedOf({ tenant: { perSecond, burst } }: Pace, results: readonly Delivered[], now: number): readonly Param[] {
  const asked = results.filter(({ kind }) => kind !== 'untried');
  const closedOf = (result: Delivered) => (result.kind === 'later' && result.isThrottled === true ? result.at : 0);
  const debts = [...Map.groupBy(asked, ({ row }) => row.address.tenant)]
    .map(([tenant, own]) => ({ tenant, sent: own.filter(({ row }) => row.isPaced !== true).length, closed: Math.max(0, ...own.map(closedOf)) }))
    .filter(({ sent, closed }) => sent > 0 || closed > 0);
  return [debts.map(({ tenant }) => tenant), debts.map(({ sent }) => `${sent}`), debts.map(({ closed }) => `${closed}`), now, perSecond, burst];
}
