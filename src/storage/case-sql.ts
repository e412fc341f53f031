import { CASE, CASE_COLUMNS, CASE_RECORD, IS_OPEN, MESSAGE } from './case-rows.ts';

/** $1 the case. */
export const CREATE = `
insert into kiku.case (${CASE_COLUMNS}) select o.* from jsonb_to_record($1::jsonb) as o(${CASE_RECORD})
on conflict (tenant, id) do nothing returning 1`;

const CASES = `select ${CASE} as it from kiku.case c`;

/** $1 tenant, $2 id. */
export const READ = `${CASES} where c.tenant = $1 and c.id = $2`;
/** $1 tenant, $2 conversation. */
export const OF_THREAD = `
select ${CASE} as it, t.is_former from (
  select id, false as is_former from kiku.case where tenant = $1 and thread = $2
  union all select case_id, true from kiku.former_thread where tenant = $1 and conversation = $2
) t join kiku.case c on c.tenant = $1 and c.id = t.id order by t.is_former limit 1`;

/** $1 tenant, $2 the channel's conversation. A row that somebody has begun to send is leased. */
export const IS_CARD_COMING = `
select 1 from kiku.outbox o where o.tenant = $1 and o.address ->> 'conversation' = $2 and o.lease_until > 0
  and o.outgoing ->> 'kind' = 'post' and o.outgoing ->> 'slot' like 'case %' limit 1`;

/** $1 tenant, $2 person. */
export const OF_PERSON = `${CASES} where c.tenant = $1 and c.person = $2 and c.person <> '' and c.${IS_OPEN}`;

/**
 * What the case holds stays as it is, and so does whose case it is.
 *
 * $1 the case, $2 the revision that was read, $3 what was said and which of it came with the input, $4 input or null, $5 whether an agent said something.
 */
export const SAVE = `
with changed as (
  update kiku.case c set state = o.state, asked = o.asked, rank = o.rank, assignee = o.assignee, assignee_name = o.assignee_name, outcome = o.outcome,
    respond_by = o.respond_by, responded_at = o.responded_at, is_reminded = o.is_reminded, closes_at = o.closes_at, due_at = o.due_at,
    touched_at = o.touched_at, revision = c.revision + 1, message_last = c.message_last + jsonb_array_length($3::jsonb),
    said = c.said + jsonb_array_length($3::jsonb), has_reply = c.has_reply or $5::boolean
  from jsonb_to_record($1::jsonb) as o(${CASE_RECORD})
  where c.tenant = o.tenant and c.id = o.id and c.revision = $2::bigint and ($4::text is null or not exists (
    select 1 from kiku.seen_input s where s.tenant = o.tenant and s.person = 'case ' || o.id and s.input = $4
  ))
  returning c.tenant, c.id, c.message_last, c.touched_at
),
seen as (
  insert into kiku.seen_input (tenant, person, input, at) select tenant, 'case ' || id, $4, touched_at from changed where $4::text is not null
),
said as (
  insert into kiku.case_message (tenant, case_id, id, sender, by_name, body, input, at)
  select c.tenant, c.id, c.message_last - jsonb_array_length($3::jsonb) + s.ordinality, s.value ->> 'from', s.value ->> 'by', s.value ->> 'text',
    case when (s.value ->> 'isInput')::boolean then $4 end, (s.value ->> 'at')::bigint
  from changed c, jsonb_array_elements($3::jsonb) with ordinality s
)
select exists (select 1 from changed) as is_done`;

/** Asked apart, as with turns. $1 tenant, $2 the case as somebody who has inputs, $3 input. */
export const IS_SEEN = 'select exists (select 1 from kiku.seen_input where tenant = $1 and person = $2 and input = $3) as is_done';

const page = (where: string, order: string) => `${CASES} where c.tenant = $1 and ${where} order by ${order} limit $2`;

/** Each with $1 tenant and $2 how many; behind rank $3, respond by $4 and id $5. */
export const LIST_OPEN = page(`c.${IS_OPEN} and (c.rank, c.respond_by, c.id) > ($3::smallint, $4::bigint, $5)`, 'c.rank, c.respond_by, c.id');
/** $6 whose. */
export const LIST_MINE = page(
  `c.assignee = $6 and c.${IS_OPEN} and (c.rank, c.respond_by, c.id) > ($3::smallint, $4::bigint, $5)`,
  'c.rank, c.respond_by, c.id',
);
/** Behind respond by $3 and id $4; $5 now. Whoever has waited longest is first, whatever the priority. */
export const LIST_OVERDUE = page(
  `c.state = 'waiting-helpdesk' and c.responded_at is null and c.respond_by <= $5::bigint and (c.respond_by, c.id) > ($3::bigint, $4)`,
  'c.respond_by, c.id',
);

/** $1 tenant, $2 case, $3 behind this one, $4 how many. */
export const MESSAGES = `
select ${MESSAGE} as it from kiku.case_message m where m.tenant = $1 and m.case_id = $2 and m.id > $3::bigint order by m.id limit $4`;

/** $1 tenant, $2 input. */
export const OF_INPUT = `
select ${CASE} as it, f.is_note from (
  (select case_id, at, false as is_note from kiku.case_message where tenant = $1 and input = $2 and sender = 'agent')
  union all (select case_id, at, true from kiku.case_message where tenant = $1 and input = $2 and sender = 'event')
) f join kiku.case c on c.tenant = $1 and c.id = f.case_id order by f.at desc limit 1`;

/**
 * The case is changed first: whoever passes it holds it meanwhile. What tells the thread of words that were said elsewhere stands behind them; what
 * tells of all that was said before is told anew.
 *
 * $1 tenant, $2 case, $3 input, $4 text.
 */
export const REWORD = `
with held as (
  update kiku.case c set said = c.said + 1, has_reply = c.has_reply or m.sender = 'agent'
  from kiku.case_message m
  where c.tenant = $1 and c.id = $2 and m.tenant = $1 and m.case_id = $2 and m.input = $3 and m.body <> case when m.sender = 'event' then 'elsewhere ' || $4 else $4 end
  returning m.id, m.sender
)
update kiku.case_message m set body = case when m.sender <> 'event' then $4 when m.body = 'history' then m.body else 'elsewhere ' || $4 end, edition = m.edition + 1
from held h where m.tenant = $1 and m.case_id = $2 and (
  m.id = h.id or m.sender = 'event' and (h.sender = 'agent' and m.id = h.id + 1 and m.body like 'elsewhere %' or m.id > h.id and m.body = 'history')
) returning 1`;

/** Who has open cases. */
export const ASSIGNED = `
select distinct on (c.tenant, c.assignee) c.tenant, c.assignee as id, coalesce(c.assignee_name, '') as name
from kiku.case c where c.assignee is not null and c.${IS_OPEN} order by c.tenant, c.assignee`;

/** $1 now, $2 how many. */
export const DUE = `${CASES} where c.due_at <= $1::bigint order by c.due_at limit $2`;

/** Tenants whose cases stand nowhere, and how many. */
export const LOST = 'select tenant, count(*)::float8 as cases from kiku.case where is_lost group by tenant';

/** How many cases stand nowhere, and how many of the others have been behind since before $1. */
export const TROUBLE = `
select (select count(*) from kiku.case where is_lost)::float8 as lost,
  (select count(*) from kiku.case where is_behind and not is_lost and touched_at < $1::bigint)::float8 as behind`;

/** Locked in the order in which others lock cases. $1 tenant. */
export const SHOW_AGAIN = `
with held as materialized (select id from kiku.case where tenant = $1 and is_lost order by id for update)
update kiku.case c set is_lost = false from held h where c.tenant = $1 and c.id = h.id`;

/** What ended so long ago goes, with all that was said in it. $1: before this. */
export const PURGE_CASES = `
with gone as (delete from kiku.case where touched_at < $1::bigint and not ${IS_OPEN} returning tenant, id),
threads as (delete from kiku.former_thread f using gone g where f.tenant = g.tenant and f.case_id = g.id)
delete from kiku.case_message m using gone g where m.tenant = g.tenant and m.case_id = g.id`;
