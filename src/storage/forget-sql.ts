import { IS_OPEN } from './case-rows.ts';

/** Whether row `row` of the outbox, or of what was given up, is of case `of`. */
const isOf = (row: string, of: string) =>
  `(${row}.outgoing ->> 'slot' = 'case ' || ${of}.id or ${row}.outgoing ->> 'slot' like 'case ' || ${of}.id || ' %')`;

/** Whatever a turn saves, somebody lays out or records of this person waits from here on, in the order in which these hold it. $1 tenant, $2 person. */
export const HOLD_PERSON = 'select 1 from kiku.person where tenant = $1 and id = $2 for update';
export const HOLD_CASES = 'select 1 from kiku.case where tenant = $1 and person = $2 order by id for update';
export const HOLD_OUTBOX = `
select 1 from kiku.outbox o where o.tenant = $1 and (o.person = $2 or o.person = '' and exists (
  select 1 from kiku.case c where c.tenant = $1 and c.person = $2 and ${isOf('o', 'c')}
)) order by o.id for update`;

/**
 * Cases stay for the helpdesk, without name and words; what was shown of them is put right by whoever passes them. What is on its way to the helpdesk
 * keeps its place, and is said without words when it has to be sent once more.
 *
 * $1 tenant, $2 person.
 */
export const FORGET = `
with person as (delete from kiku.person where tenant = $1 and id = $2),
seen as (delete from kiku.seen_input where tenant = $1 and person = $2),
outbox as (delete from kiku.outbox where tenant = $1 and person = $2),
slot as (delete from kiku.slot where tenant = $1 and person = $2),
dead as (delete from kiku.dead_letter where tenant = $1 and person = $2),
alert as (delete from kiku.alert where tenant = $1 and person = $2),
pace as (
  delete from kiku.pace where conversation in (select address ->> 'conversation' from kiku.person where tenant = $1 and id = $2)
),
forgotten as (
  update kiku.case c set person = '', person_name = '', time_zone = null, state = case when c.${IS_OPEN} then 'withdrawn' else c.state end,
    content = c.content || jsonb_build_object('words', '[]'::jsonb, 'contradictions', '[]'::jsonb, 'facts', (
      select coalesce(jsonb_object_agg(f.key, f.value || '{"source": {"kind": "given"}}'), '{}') from jsonb_each(c.content -> 'facts') f
    )),
    registered = null, look_at = null, closes_at = null, due_at = null, revision = c.revision + 1, said = c.said + 1
  where c.tenant = $1 and c.person = $2 returning c.id
),
undelivered as (
  delete from kiku.dead_letter d using forgotten f
  where d.tenant = $1 and ${isOf('d', 'f')}
),
unsent as (
  update kiku.outbox o set outgoing = jsonb_set(o.outgoing, '{message}', '{"kind": "text", "text": "…"}')
  from forgotten f where o.tenant = $1 and o.person = '' and ${isOf('o', 'f')}
),
unsaid as (
  update kiku.case_message m set body = case when m.sender = 'employee' then '' else m.body end, by_name = '', edition = m.edition + 1
  from forgotten f where m.tenant = $1 and m.case_id = f.id and m.sender <> 'agent'
),
intake as (delete from kiku.intake where tenant = $1 and person = $2 returning id)
update kiku.report r set intake = null from intake i where r.tenant in ($1, '') and r.intake = i.id`;

/** Nobody is there any more, and nobody has written since $1: at most so many at once. */
export const GONE = `
select tenant, id from kiku.person where unreachable is not null and updated_at < $1 order by updated_at limit 500`;

/** Whether it is so still; they stay gone until the transaction ends. $1 tenant, $2 person, $3 since. */
export const HOLD_GONE = `
select 1 from kiku.person where tenant = $1 and id = $2 and unreachable is not null and updated_at < $3 for update`;
