import { IS_OPEN } from './case-rows.ts';

/**
 * Where the helpdesk is stays so until the transaction ends; whoever changes it waits. To be held before any case is.
 *
 * $1 tenant.
 */
export const KEEP_PLACES = "select pg_advisory_xact_lock_shared(hashtextextended('helpdesk ' || $1, 0))";

/** Where the helpdesk is changes in this transaction: nothing is laid out for it meanwhile. $1 tenant. */
export const CHANGE_PLACES = "select pg_advisory_xact_lock(hashtextextended('helpdesk ' || $1, 0))";

/** 1 when somebody said something in the case `c`. */
const HAS_WORDS = `(select count(*) from (
    select 1 from kiku.case_message w where w.tenant = c.tenant and w.case_id = c.id and w.sender <> 'event' limit 1
  ) w)`;

/** The case `c` stands in no channel, and what was said in it is told once more where it will stand: `m.words`. */
const NOWHERE = `is_lost = false, channel = null, thread = null, card_digest = null, card_laid = -1,
    message_last = c.message_last + m.words, said = c.said + m.words`;

/** The event for that, in each of `changed`. */
const RETELL = `insert into kiku.case_message (tenant, case_id, id, sender, by_name, body, at)
select tenant, id, message_last, 'event', '', 'history', (extract(epoch from clock_timestamp()) * 1000)::bigint from changed where words > 0`;

/** Keeps where the cards of cases stood: the head and the end of a statement, and the head of one over rows with `tenant`, `thread` and `id`. */
export const FORMER_OF = 'insert into kiku.former_thread (tenant, conversation, case_id)';
export const FORMER = `${FORMER_OF} select tenant, thread, id`;
export const ONCE = 'on conflict do nothing';

/** $1 tenant. */
export const CHANNEL = 'select address from kiku.helpdesk where tenant = $1';

const PLACES_OF = `
  'first', jsonb_build_object('address', h.address, 'name', h.name, 'language', h.language),
  'backup', case when h.second is not null then jsonb_build_object('address', h.second, 'name', h.second_name, 'language', h.second_language) end,
  'movedAt', h.moved_at`;

/** $1 tenant. */
export const PLACES = `select jsonb_build_object(${PLACES_OF}) as it from kiku.helpdesk h where h.tenant = $1`;

/** Moves of which nobody was told. */
export const MOVES = `
select h.tenant, jsonb_build_object(${PLACES_OF}) as it from kiku.helpdesk h where h.moved_at is not null and not h.is_move_told`;

/** $1 tenant, $2 the move. */
export const MOVE_TOLD = 'update kiku.helpdesk set is_move_told = true where tenant = $1 and moved_at = $2::bigint';

/** What stands against letting one go. $1 tenant. */
export const HELD_PLACES = `
select h.address ->> 'conversation' as first, h.second ->> 'conversation' as backup, h.moved_at is not null as is_moved,
  (select count(*)::float8 from kiku.case c where c.tenant = h.tenant and c.${IS_OPEN}) as open
from kiku.helpdesk h where h.tenant = $1`;

/**
 * The cases of `which` are shown anew wherever the helpdesk is now. Where a card of theirs stands, or will stand, the note takes its place. Their new
 * thread is told what was said so far.
 *
 * $1 tenant, $2 conversation, $3 note or null, $4 now.
 */
const shownAnew = (which: string) => `
with moved as materialized (
  select c.id, c.channel, c.tenant, c.thread, c.channel ->> 'conversation' || ' case ' || c.id as queue,
    ${HAS_WORDS} as words
  from kiku.case c where ${which} order by c.tenant, c.id for update
),
noted as (
  insert into kiku.outbox (tenant, person, conversation, address, outgoing, lease_until, created_at, is_update)
  select m.tenant, '', m.queue, case when m.thread is null then m.channel else jsonb_set(m.channel, '{conversation}', to_jsonb(m.thread)) end,
    jsonb_build_object('kind', 'replace', 'slot', 'case ' || m.id, 'message', $3::jsonb), 0, $4::bigint, true
  from moved m where $3::jsonb is not null and m.channel is not null and (
    m.thread is not null or exists (select 1 from kiku.outbox o where o.conversation = m.queue)
  )
),
former as (${FORMER} from moved where thread is not null ${ONCE}),
changed as (
  update kiku.case c set ${NOWHERE} from moved m where c.tenant = m.tenant and c.id = m.id returning c.tenant, c.id, c.message_last, m.words
)
${RETELL}`;

/** The card of `c` could not be put up to date, and is not posted anew yet: it may be by now in another channel, whose thread knows nothing. */
const IS_TAKEN_OUT = `c.channel is null and exists (select 1 from kiku.former_thread f where f.tenant = c.tenant and f.case_id = c.id)`;

/** All that are open and stand elsewhere than in conversation $2, and those that stand nowhere. */
export const SHOW_HERE = shownAnew(`c.tenant = $1 and (c.is_lost or c.${IS_OPEN} and (c.channel ->> 'conversation' <> $2 or ${IS_TAKEN_OUT}))`);

/** All that are open and stand in conversation $2, and those that stand nowhere. */
export const SHOW_ELSEWHERE = shownAnew(`c.tenant = $1 and (c.is_lost or c.${IS_OPEN} and (c.channel ->> 'conversation' = $2 or ${IS_TAKEN_OUT}))`);

/**
 * The channel before is the backup where there is none, or where it has just proved to be gone.
 *
 * $1 tenant, $2 address, $3 by whom, $4 now, $5 name, $6 language.
 */
export const BIND_FIRST = `
insert into kiku.helpdesk as h (tenant, address, bound_by, at, name, language) values ($1, $2::jsonb, $3, $4::bigint, $5, $6)
on conflict (tenant) do update set address = excluded.address, bound_by = excluded.bound_by, at = excluded.at, name = excluded.name,
  language = excluded.language,
  second = case when h.address ->> 'conversation' = excluded.address ->> 'conversation' then h.second
    when h.second is null or h.moved_at is not null or h.second ->> 'conversation' = excluded.address ->> 'conversation' then h.address else h.second end,
  second_name = case when h.address ->> 'conversation' = excluded.address ->> 'conversation' then h.second_name
    when h.second is null or h.moved_at is not null or h.second ->> 'conversation' = excluded.address ->> 'conversation' then h.name else h.second_name end,
  second_language = case when h.address ->> 'conversation' = excluded.address ->> 'conversation' then h.second_language
    when h.second is null or h.moved_at is not null or h.second ->> 'conversation' = excluded.address ->> 'conversation' then h.language
    else h.second_language end,
  moved_at = null, is_move_told = true, loss_told_at = null`;

/**
 * The cards of open cases in conversation $2, which spoke another language so far, are to be made anew. To be said before $3 is kept.
 *
 * $1 tenant, $2 conversation, $3 language.
 */
export const SAY_ANEW = `
with behind as materialized (
  select c.tenant, c.id from kiku.case c
  where c.tenant = $1 and c.${IS_OPEN} and c.channel ->> 'conversation' = $2 and exists (
    select 1 from kiku.helpdesk h where h.tenant = $1 and $3::text is distinct from case $2::text
      when h.address ->> 'conversation' then h.language when h.second ->> 'conversation' then h.second_language else $3::text end
  ) order by c.tenant, c.id for update
)
update kiku.case c set card_laid = -1 from behind b where c.tenant = b.tenant and c.id = b.id`;

/** $1 tenant, $2 conversation, $3 language. */
export const SPEAK = `
update kiku.helpdesk h set language = case when h.address ->> 'conversation' = $2 then $3 else h.language end,
  second_language = case when h.second ->> 'conversation' = $2 then $3 else h.second_language end
where h.tenant = $1 and $2 in (h.address ->> 'conversation', h.second ->> 'conversation') returning 1`;

/** $1 tenant, $2 address, $3 name, $4 language. */
export const BIND_BACKUP = `
update kiku.helpdesk h set second = $2::jsonb, second_name = $3, second_language = $4, moved_at = null, is_move_told = true
where h.tenant = $1 and h.address ->> 'conversation' <> $2::jsonb ->> 'conversation' returning 1`;

/** The backup is the helpdesk's channel. $1 tenant. */
export const PROMOTE = `
update kiku.helpdesk set address = second, name = second_name, language = second_language, second = null, second_name = null, second_language = null,
  moved_at = null, is_move_told = true
where tenant = $1 and second is not null`;

/** $1 tenant. */
export const DROP_BACKUP = `
update kiku.helpdesk set second = null, second_name = null, second_language = null, moved_at = null, is_move_told = true
where tenant = $1 and second is not null`;

/** $1 tenant. */
export const DROP = 'delete from kiku.helpdesk where tenant = $1';

/**
 * Takes nothing: a card of a case waits there since before $1, and what is at the head was refused several times. Unless its backup takes nothing
 * either.
 */
const IS_STUCK = `h.second is not null and exists (
    select 1 from kiku.outbox o where o.address ->> 'conversation' = h.address ->> 'conversation' and o.created_at < $1::bigint and o.attempts >= 3
  ) and exists (
    select 1 from kiku.outbox o where o.address ->> 'conversation' = h.address ->> 'conversation' and o.created_at < $1::bigint
      and o.outgoing ->> 'kind' = 'post' and o.outgoing ->> 'slot' like 'case %'
  ) and not exists (
    select 1 from kiku.outbox o where o.address ->> 'conversation' = h.second ->> 'conversation' and o.attempts > 0
  )`;

/** The tenants whose channel is stuck. */
export const STUCK = `select h.tenant from kiku.helpdesk h where ${IS_STUCK} order by h.tenant`;

/** Where the channel of tenant $3 is stuck, the other is the first from $2 on. */
export const MOVE_STUCK = `
update kiku.helpdesk as h set address = second, name = second_name, language = second_language, second = address, second_name = name,
  second_language = language, moved_at = $2::bigint, is_move_told = false
where h.tenant = $3 and ${IS_STUCK} returning h.second ->> 'conversation' as conversation, h.second_language as language`;

/** Whoever bound the channel of tenant $1, unless they were told since $3. $2: now. */
export const TO_WARN = `
update kiku.helpdesk h set loss_told_at = $2::bigint from kiku.person p
where h.tenant = $1 and p.tenant = h.tenant and p.id = h.bound_by and coalesce(h.loss_told_at, $3::bigint) <= $3::bigint
returning p.address`;

/** How many tenants' cases go to the backup, because the other takes none, and since when. */
export const MOVED = 'select count(*)::float8 as count, min(moved_at)::float8 as since from kiku.helpdesk where moved_at is not null';
