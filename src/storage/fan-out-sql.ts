/** Of a fan-out what is asked of it. */
const COLUMNS = `id::float8 as id, tenant, content, transitions, control, fault, sentence, edition, starts_at::float8 as starts_at,
  created_at::float8 as created_at, planned_at::float8 as planned_at`;

/**
 * Ends those that are planned and of which no alert waits, and gives the others. What makes alerts wait again writes the fan-out as well, and
 * this then finds another row than it has seen, and does not end it.
 */
export const OPEN_FAN_OUTS = `
with seen as materialized (
  select f.id, f.xmin as version from kiku.fan_out f
  where f.ended_at is null and f.planned_at is not null
    and (select 1 from kiku.alert a where a.fan_out = f.id and a.state = 'waiting' limit 1) is null
),
over as (
  update kiku.fan_out f set
    ended_at = greatest(f.planned_at, (select max(a.sent_at) from kiku.alert a where a.fan_out = f.id))
  from seen s
  where f.id = s.id and f.xmin = s.version and f.ended_at is null
)
select ${COLUMNS} from kiku.fan_out where ended_at is null and id not in (select id from seen) order by id`;

/** $1 id. */
export const FAN_OUT = `select ${COLUMNS} from kiku.fan_out where id = $1::bigint`;

/** $1 id. */
export const PLANNING = 'select planning from kiku.fan_out where id = $1::bigint';

/**
 * Only somebody of whom something can come: an intake touched lately, a service that is followed, or a card that stands in the chat.
 *
 * $1 tenant, $2 advisory, $3 behind whom, $4 how many, $5 intakes touched since, $6 people changed since or null.
 */
export const CANDIDATES = `
select p.id, p.state, coalesce(i.intakes, '[]') as intakes, c.has_card is not null as has_card
from kiku.person p
cross join lateral (
  select jsonb_agg(jsonb_build_object(
    'id', i.id, 'state', i.state -> 'state', 'facts', i.state -> 'facts', 'dismissed', i.state -> 'dismissed', 'touchedAt', i.updated_at
  ) order by i.updated_at desc, i.id) as intakes
  from kiku.intake i where i.tenant = p.tenant and i.person = p.id and i.updated_at >= $5::bigint
) i
left join lateral (
  select true as has_card from kiku.alert a
  where a.tenant = p.tenant and a.person = p.id and a.advisory = $2 and a.part = 'card' and a.activity is not null limit 1
) c on true
where p.tenant = $1 and p.id > $3 and ($6::bigint is null or p.updated_at >= $6::bigint)
  and (i.intakes is not null or c.has_card is not null or p.state #> '{alerts,follows,0}' is not null)
order by p.id limit $4::integer`;

/**
 * Somebody whom this fan-out has is left as they are; whom an earlier one has is taken over, with the card that stands in their chat. What is
 * on its way keeps its lease, so that the next card waits until it is known where the one before is. The fan-out is written last, for whoever
 * settles locks it after the alert too; until then it is kept from being cancelled, and its people from being forgotten.
 *
 * $1 id, $2 alerts, $3 where planning stands.
 */
export const PLAN = `
with fan as materialized (
  select id, tenant, advisory from kiku.fan_out where id = $1::bigint and ended_at is null for share
),
planned as (
  insert into kiku.alert as a (tenant, person, advisory, part, fan_out, state, why, reason, intake, grade, due_at)
  select f.tenant, p.id, f.advisory, n.part, f.id, case when r.is_reachable then 'waiting' else 'skipped' end,
    case when r.is_reachable then null else 'unreachable' end, n.reason, n.intake, n.grade, n.due_at
  from fan f
  cross join jsonb_to_recordset($2::jsonb) as n(person text, part text, reason text, intake text, grade text, due_at bigint)
  cross join lateral (select * from kiku.person p where p.tenant = f.tenant and p.id = n.person limit 1 for key share) p
  cross join lateral (select p.address is not null and p.unreachable is null as is_reachable) r
  order by p.id, n.part
  on conflict (tenant, person, advisory, part) do update set
    fan_out = excluded.fan_out, edition = 0, state = excluded.state, why = excluded.why, reason = excluded.reason, intake = excluded.intake,
    grade = excluded.grade, due_at = excluded.due_at, attempts = 0, doubts = 0, repairs = 0
  where a.fan_out < excluded.fan_out
  returning 1
)
update kiku.fan_out f set planning = $3::jsonb from (select count(*)::integer as planned from planned) n
where f.id = $1::bigint and f.ended_at is null
returning n.planned`;

/** $1 id, $2 now. */
export const END_PLANNING = 'update kiku.fan_out set planned_at = $2::bigint where id = $1::bigint and planned_at is null';

/**
 * What earlier fan-outs of an advisory still have waiting, for people to whom the newest had nothing new to say, is told as the newest has it:
 * a card that would first appear when all is over is not, nor is a question of before. A card that went out after the newest was noticed is
 * put up to date. The newest may have been over already. $1 id of one of them.
 */
export const TAKE_OVER = `
with newest as materialized (
  select n.id, n.tenant, n.advisory, n.created_at, n.transitions ? 'resolved' as is_over from kiku.fan_out one
  join kiku.fan_out n on n.tenant = one.tenant and n.advisory = one.advisory
  where one.id = $1::bigint and n.planned_at is not null and n.control <> 'cancelled'
  order by n.id desc limit 1
),
earlier as materialized (
  select e.id from newest n join kiku.fan_out e on e.tenant = n.tenant and e.advisory = n.advisory and e.id < n.id and e.control <> 'cancelled'
)
update kiku.alert a set (fan_out, edition, state, why) = (
  select case when w.why is null then n.id else a.fan_out end, case when w.why is null then 0 else a.edition end,
    case when w.why is null then 'waiting' else 'skipped' end, w.why
  from (select case
    when a.part = 'question' then 'overtaken'
    when n.is_over and a.activity is null and a.lease_until = 0 then 'over'
  end as why) w
)
from newest n
where a.fan_out = any (array(select id from earlier))
  and (a.state = 'waiting' or a.state = 'sent' and a.part = 'card' and a.sent_at >= n.created_at)`;

/** The newest has alerts that wait, again perhaps. $1 id of one of the same advisory. */
export const REOPEN = `
update kiku.fan_out f set ended_at = null
from kiku.fan_out one
where one.id = $1::bigint and f.tenant = one.tenant and f.advisory = one.advisory and f.planned_at is not null and f.control <> 'cancelled'
  and (select 1 from kiku.alert a where a.fan_out = f.id and a.state = 'waiting' limit 1) is not null`;

/** $1 now. */
export const TENANTS_DUE = `
select distinct f.tenant from kiku.fan_out f
where f.ended_at is null and f.control = 'running' and f.starts_at <= $1::bigint and (
  select 1 from kiku.alert a where a.fan_out = f.id and a.state = 'waiting' and a.due_at <= $1::bigint and a.lease_until <= $1::bigint limit 1
) is not null
order by f.tenant`;

/** $1 id. */
export const PROGRESS = `
select count(*) filter (where state = 'waiting')::integer as waiting, count(*) filter (where state = 'sent')::integer as sent,
  count(*) filter (where state = 'failed')::integer as failed, count(*) filter (where state = 'skipped')::integer as skipped,
  count(*) filter (where state in ('sent', 'failed') and doubts > 0)::integer as in_doubt,
  min(due_at) filter (where state = 'waiting')::float8 as next_due_at
from kiku.alert where fan_out = $1::bigint`;

/** $1 id. */
export const PAUSE = "update kiku.fan_out set control = 'paused', fault = null where id = $1::bigint and ended_at is null returning 1";

/** $1 id. */
export const RESUME = "update kiku.fan_out set control = 'running', fault = null where id = $1::bigint and ended_at is null returning 1";

/** One that the helpdesk has paused stays theirs. $1 id, $2 why. */
export const STOP_FOR = "update kiku.fan_out set control = 'paused', fault = $2 where id = $1::bigint and ended_at is null and control = 'running'";

/** $1 id, $2 now. */
export const CANCEL = `
update kiku.fan_out set control = 'cancelled', fault = null, ended_at = $2::bigint where id = $1::bigint and ended_at is null returning 1`;

/** What is on its way is let arrive. $1 id, $2 now. */
export const SKIP_CANCELLED = `
update kiku.alert set state = 'skipped', why = 'cancelled'
where fan_out = $1::bigint and state = 'waiting' and lease_until <= $2::bigint`;

/** Also of one that is over, as long as no later one has taken its place. $1 id, $2 sentence. */
export const ADD_SENTENCE = `
update kiku.fan_out f set sentence = $2::jsonb, edition = edition + 1, ended_at = null
where id = $1::bigint and control <> 'cancelled' and (
  ended_at is null or not exists (select 1 from kiku.fan_out l where l.tenant = f.tenant and l.advisory = f.advisory and l.id > f.id)
)
returning 1`;

/** Cards that stand in chats are to be put up to date. $1 id, $2 now. */
export const SEND_AGAIN = `
update kiku.alert set state = 'waiting', due_at = $2::bigint, attempts = 0, repairs = 0
where fan_out = $1::bigint and state = 'sent' and part = 'card'`;

/** As long as Microsoft calls an advisory open, its cards have to be found again. $1: ended before. */
export const PURGE_FAN_OUTS = `
with over as (
  delete from kiku.fan_out f where f.ended_at < $1::bigint and not exists (
    select 1 from kiku.advisory v where v.id = f.advisory and v.content -> 'isResolved' = 'false'
  )
  returning f.id
)
delete from kiku.alert a using over o where a.fan_out = o.id`;
