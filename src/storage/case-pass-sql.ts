import { CASE, MESSAGE } from './case-rows.ts';
import { FORMER, FORMER_OF, ONCE } from './helpdesk-sql.ts';

/** So many messages of a case at a time. */
const MOST_MESSAGES = 50;

/**
 * As long as the card stands nowhere only what agents said is told, for it goes to the employee. Where only the card is to be put up to date comes last.
 *
 * $1 how many.
 */
export const PENDING = `
select jsonb_build_object(
  'case', ${CASE}, 'isCardBehind', c.card_laid < c.revision and not c.is_lost,
  'thread', case when c.thread is not null then c.channel || jsonb_build_object('conversation', c.thread) end,
  'chat', (select p.address from kiku.person p where p.tenant = c.tenant and p.id = c.person),
  'messages', (
    select coalesce(jsonb_agg(${MESSAGE} order by m.id), '[]') from (
      select * from kiku.case_message m
      where m.tenant = c.tenant and m.case_id = c.id and m.laid < m.edition and (c.thread is not null or m.sender = 'agent')
      order by m.id limit ${MOST_MESSAGES}
    ) m
  )) as it
from kiku.case c where c.is_behind order by c.thread is not null and c.said_laid >= c.said, c.touched_at limit $1`;

/** So long a case counts as a new one. */
const NEW_MS = 60_000;

/** $1 tenant, $2 id. Whoever passes a case, or says something in it, or forgets whose it is, waits. `place`: where the helpdesk is. */
export const HOLD = `
select person, card_laid::float8 as card_laid, card_digest, channel ->> 'conversation' as channel, is_lost,
  (select h.address ->> 'conversation' from kiku.helpdesk h where h.tenant = $1) as place,
  (select h.language from kiku.helpdesk h where h.tenant = $1) as language
from kiku.case where tenant = $1 and id = $2 for update`;

/**
 * The row of the card that nobody has begun to send says this instead; one that was begun stays as it is, and this goes behind it. A card
 * that stands nowhere is posted. Each card keeps its own order, so that a new one waits for no other; one that has a thread is replaced there. What is
 * replaced, or belongs to a case that was there before, lets new ones go first.
 *
 * $1 tenant, $2 id, $3 address, $4 conversation, $5 message, $6 now, $7 whether it stands there or is on its way.
 */
export const LAY_CARD = `
with laid as (
  select card_row, case when $7::boolean then thread end as thread, $4::text || ' case ' || $2::text as queue,
    created_at < $6::bigint - ${NEW_MS} as is_old
  from kiku.case where tenant = $1 and id = $2
),
overwritten as (
  update kiku.outbox o set outgoing = jsonb_set(o.outgoing, '{message}', $5::jsonb)
  from laid l where o.id = l.card_row and o.lease_until = 0 and o.conversation in ($4, l.queue) and $7::boolean returning o.id
),
queued as (
  insert into kiku.outbox (tenant, person, conversation, address, outgoing, lease_until, created_at, is_update)
  select $1, '', l.queue, case when l.thread is null then $3::jsonb else jsonb_set($3::jsonb, '{conversation}', to_jsonb(l.thread)) end, jsonb_build_object(
    'kind', case when l.is_there then 'replace' else 'post' end, 'slot', 'case ' || $2::text, 'message', $5::jsonb), 0, $6::bigint, l.is_there or l.is_old
  from (
    select l.*, $7::boolean and (
      l.thread is not null or exists (select 1 from kiku.slot where conversation = l.queue and slot = 'case ' || $2::text)
      or exists (select 1 from kiku.outbox o where o.id = l.card_row)
    ) as is_there from laid l
  ) l
  where not exists (select 1 from overwritten)
  returning id
)
select id::text from overwritten union all select id::text from queued`;

/**
 * Where a card of the case stands in this channel already, the note takes its place before the new one is posted. To be said before `LAY_CARD`: the
 * slot is that of the older one until then.
 *
 * $1 tenant, $2 id, $3 address, $4 conversation, $5 note, $6 now.
 */
export const LAY_BELOW = `
insert into kiku.outbox (tenant, person, conversation, address, outgoing, lease_until, created_at, is_update)
select $1, '', s.conversation, jsonb_set($3::jsonb, '{conversation}', to_jsonb($4::text || ';messageid=' || s.activity)),
  jsonb_build_object('kind', 'replace', 'slot', s.slot, 'message', $5::jsonb), 0, $6::bigint, c.created_at < $6::bigint - ${NEW_MS}
from kiku.slot s join kiku.case c on c.tenant = $1 and c.id = $2
where s.conversation = $4::text || ' case ' || $2::text and s.slot = 'case ' || $2::text`;

/** $1 tenant, $2 id, $3 address, $4 digest, $5 row, $6 whether it stood there before. */
export const CARD_LAID = `
with former as (${FORMER} from kiku.case where tenant = $1 and id = $2 and thread is not null and not $6::boolean ${ONCE})
update kiku.case set channel = $3::jsonb, card_digest = $4, card_row = $5::bigint, thread = case when $6::boolean then thread end
where tenant = $1 and id = $2`;

/**
 * Messages not passed before are posted, each in a slot of its own; of those that were, what waits is overwritten and what was sent is replaced.
 * What was given up, or posted so long ago that its place is forgotten, stays as it is.
 *
 * $1 tenant, $2 case, $3 what is shown, $4 now, $5 what is told, by id and edition.
 */
export const LAY_MESSAGES = `
with due as materialized (
  select m.id, m.laid, t.edition from jsonb_to_recordset($5::jsonb) as t(id bigint, edition integer)
  join kiku.case_message m on m.tenant = $1 and m.case_id = $2 and m.id = t.id
  where m.laid < t.edition
),
shown as materialized (
  select s.*, d.laid, 'case ' || $2::text || ' ' || s.of as slot
  from jsonb_to_recordset($3::jsonb) as s(place integer, of bigint, person text, address jsonb, message jsonb) join due d on d.id = s.of
),
overwritten as (
  update kiku.outbox o set outgoing = jsonb_set(o.outgoing, '{message}', s.message)
  from shown s
  where s.laid >= 0 and o.lease_until = 0 and o.id = (
    select max(w.id) from kiku.outbox w where w.conversation = s.address ->> 'conversation' and w.outgoing ->> 'slot' = s.slot and w.lease_until = 0
  )
  returning s.place
),
queued as (
  insert into kiku.outbox (tenant, person, conversation, address, outgoing, lease_until, created_at)
  select $1, s.person, s.address ->> 'conversation', s.address,
    jsonb_build_object('kind', case when s.laid < 0 then 'post' else 'replace' end, 'slot', s.slot, 'message', s.message), 0, $4::bigint
  from shown s
  where s.laid < 0 or not exists (select 1 from overwritten o where o.place = s.place) and (
    exists (select 1 from kiku.slot t where t.conversation = s.address ->> 'conversation' and t.slot = s.slot)
    or exists (select 1 from kiku.outbox w where w.conversation = s.address ->> 'conversation' and w.outgoing ->> 'slot' = s.slot)
  )
  order by s.place
)
update kiku.case_message m set laid = d.edition from due d where m.tenant = $1 and m.case_id = $2 and m.id = d.id`;

/**
 * A case that stands nowhere, and for which there is no channel, is lost: it is to be shown again. One that was taken out of its channel meanwhile is behind.
 *
 * $1 tenant, $2 id, $3 revision, $4 whether there is none.
 */
export const PASSED = `
update kiku.case c set is_lost = c.channel is null and (c.is_lost or $4::boolean), card_laid = case when c.channel is null then -1 else greatest(c.card_laid, $3::bigint) end,
  said_laid = case when b.messages > 0 then c.said_laid else c.said end, has_reply = b.replies > 0
from (
  select count(*) as messages, count(*) filter (where sender = 'agent') as replies
  from kiku.case_message where tenant = $1 and case_id = $2 and laid < edition
) b
where c.tenant = $1 and c.id = $2`;

/**
 * What became of rows of cases, before they are settled: done twice it is done once. Of a case that is shown elsewhere meanwhile only what was said
 * counts. A card that has an id has a thread. One that could not be posted, or whose thread is gone, stands nowhere; it is posted anew once it is shown again, and what the thread lacked with it. One that could not be
 * replaced is posted anew at once, and so is one that failed where the helpdesk is no more. What else was given up is told in the case. The thread of a
 * card that arrives late where the case was, and one that the case leaves, still leads to it.
 *
 * $1 the results: tenant, id, of (null for the card), row, conversation, activity, why, is_edit.
 */
export const SETTLE_CASES = `
with settled as materialized (
  select r.*, c.person, c.thread, c.channel ->> 'conversation' as channel, r.why is not null and (r.of is null or r.why = 'gone' and r.conversation like '%;messageid=%') as is_loss,
    r.why is not null and (r.of is null or r.why = 'gone' and r.conversation is not distinct from c.thread) as is_end,
    r.of is not null or coalesce(r.conversation in (c.channel ->> 'conversation', c.thread), false) as is_here
  from jsonb_to_recordset($1::jsonb) as r(tenant text, id text, of bigint, row text, conversation text, activity text, why text, is_edit boolean)
  join kiku.case c on c.tenant = r.tenant and c.id = r.id
  order by r.tenant, r.id for update of c
),
result as materialized (select * from settled where is_here),
late as (
  ${FORMER_OF} select tenant, conversation || ';messageid=' || activity, id from settled
  where not is_here and activity is not null and conversation not like '%;messageid=%' ${ONCE}
),
undelivered as (
  -- Whoever is forgotten has just lost their name here too.
  select r.*, case when m.sender = 'employee' and r.person = '' then '' else m.by_name end as by_name, m.at, row_number() over (partition by r.tenant, r.id order by r.row) as place
  from result r join kiku.case_message m on m.tenant = r.tenant and m.case_id = r.id and m.id = r.of
  where r.why is not null and not r.is_loss and m.sender <> 'event' and not exists (
    select 1 from kiku.case_message e where e.tenant = r.tenant and e.case_id = r.id and e.input = 'undelivered ' || r.row
  )
),
one as (
  select r.tenant, r.id, max(r.channel) as channel, bool_or(r.is_end) as is_lost, bool_and(r.is_edit or not r.is_end) as is_tried, bool_or(r.is_loss) as is_again, max(r.conversation || ';messageid=' || r.activity) filter (where r.of is null and r.conversation is distinct from r.thread) as thread,
    (select count(*) from undelivered u where u.tenant = r.tenant and u.id = r.id) as told
  from result r group by r.tenant, r.id
),
changed as (
  update kiku.case c set is_lost = c.is_lost or o.is_lost and not o.is_tried and exists (
      select 1 from kiku.helpdesk h where h.tenant = c.tenant and h.address ->> 'conversation' = o.channel
    ), channel = case when not o.is_lost then c.channel end,
    thread = case when not o.is_lost then coalesce(o.thread, c.thread) end, card_digest = case when not o.is_lost then c.card_digest end,
    card_laid = case when o.is_lost then -1 else c.card_laid end,
    message_last = c.message_last + o.told, said = c.said + o.told + case when o.is_again then 1 else 0 end
  from one o where c.tenant = o.tenant and c.id = o.id and (o.is_again or o.told > 0 or c.thread is distinct from coalesce(o.thread, c.thread))
  returning c.tenant, c.id, c.thread, c.message_last, o.told
),
former as (
  ${FORMER_OF} select distinct r.tenant, r.thread, r.id from result r join changed c on c.tenant = r.tenant and c.id = r.id
  where r.thread is not null and r.thread is distinct from c.thread ${ONCE}
),
again as (
  update kiku.case_message m set laid = -1 from result r where r.is_loss and m.tenant = r.tenant and m.case_id = r.id and m.id = r.of
)
insert into kiku.case_message (tenant, case_id, id, sender, by_name, body, input, at)
select u.tenant, u.id, c.message_last - c.told + u.place, 'event', u.by_name, 'undelivered ' || u.of, 'undelivered ' || u.row, u.at
from undelivered u join changed c on c.tenant = u.tenant and c.id = u.id`;

/**
 * A channel that takes no card any more is gone: its backup is the helpdesk's. When neither takes any, they change places once in ten minutes.
 *
 * $1 tenants, $2 the conversation of the channel of each.
 */
export const MOVE = `
with moved as (
  update kiku.helpdesk h set address = h.second, name = h.second_name, language = h.second_language, second = h.address, second_name = h.name,
    second_language = h.language, is_move_told = false,
    moved_at = (extract(epoch from clock_timestamp()) * 1000)::bigint
  from unnest($1::text[], $2::text[]) g(tenant, conversation)
  where h.tenant = g.tenant and h.address ->> 'conversation' = g.conversation and h.second is not null
    and coalesce(h.moved_at, 0) < extract(epoch from clock_timestamp()) * 1000 - 600000 returning h.tenant, g.conversation
)
select tenant, conversation from moved`;
