import type { CaseEffect } from '../case-ports.ts';
import { CASE_COLUMNS, CASE_RECORD, columnsOf, IS_OPEN } from './case-rows.ts';

/** What becomes of one case in a turn, as the statement takes it. */
interface Effect {
  readonly id: string;
  readonly opened: ReturnType<typeof columnsOf> | null;
  /** How it stands afterwards; `null`: as before. */
  readonly act: 'say' | 'withdraw' | 'reopen' | null;
  readonly respond_by: number | null;
  readonly said: readonly { readonly sender: 'employee' | 'event'; readonly body: string; readonly is_input: boolean; readonly input?: string }[];
  readonly learned: Omit<Extract<CaseEffect, { kind: 'learn' }>, 'kind' | 'case'> | null;
  readonly reworded: readonly { readonly input: string; readonly body: string }[];
}

/** The effects of a turn, one for each case: a statement changes a row only once. */
export function effectsOf(effects: readonly CaseEffect[]): readonly Effect[] {
  const ids = [...new Set(effects.map(idOf))];
  return ids.map((id) =>
    effects.filter((one) => idOf(one) === id).reduce(after, { id, opened: null, act: null, respond_by: null, said: [], learned: null, reworded: [] }),
  );
}

function idOf(effect: CaseEffect): string {
  return effect.kind === 'open' ? effect.case.id : effect.case;
}

function after(before: Effect, effect: CaseEffect): Effect {
  switch (effect.kind) {
    case 'open':
      return { ...before, opened: columnsOf(effect.case) };
    case 'say':
      return { ...before, act: 'say', said: [...before.said, saidIn(effect, before)] };
    case 'learn':
      return { ...before, learned: { facts: { ...before.learned?.facts, ...effect.facts }, content: effect.content } };
    case 'reword':
      return { ...before, reworded: [...before.reworded, { input: effect.of, body: effect.text }] };
    case 'withdraw':
    case 'reopen':
      return {
        ...before,
        act: effect.kind,
        respond_by: effect.kind === 'reopen' ? (effect.respondBy ?? null) : null,
        said: [...before.said, { sender: 'event', body: effect.kind, is_input: false }],
      };
  }
}

/** Only one message can be edited under the id of the activity. */
function saidIn({ text, of }: Extract<CaseEffect, { kind: 'say' }>, before: Effect): Effect['said'][number] {
  const line = { sender: 'employee', body: text } as const;
  return of === undefined ? { ...line, is_input: before.said.every((one) => !one.is_input) } : { ...line, is_input: false, input: of };
}

/**
 * Part of a save. What an agent does at the same moment stays: a row that is held waits, and is changed as it then is. The old case is over
 * before the new one is there, for of one person only one is open.
 *
 * $1 tenant, $2 person, $4 input, $5 at, $18 the effects.
 */
export const withCases = `,
case_effect as materialized (
  select e.* from person, jsonb_to_recordset($18::jsonb) as e(id text, opened jsonb, act text, respond_by bigint, said jsonb, learned jsonb, reworded jsonb)
),
case_changed as (
  update kiku.case c set
    state = case when e.act is null or (e.act = 'withdraw' and not c.${IS_OPEN}) then c.state
      when e.act = 'withdraw' then 'withdrawn' else 'waiting-helpdesk' end,
    content = case when e.learned is null then c.content else c.content || (e.learned -> 'content') || jsonb_build_object(
      'facts', coalesce(c.content -> 'facts', '{}') || (e.learned -> 'facts'),
      'leftOut', (
        select coalesce(jsonb_agg(l.name), '[]') from jsonb_array_elements_text(c.content -> 'leftOut') l(name)
        where not jsonb_exists(e.learned -> 'facts', l.name)
      )
    ) end,
    asked = case when not coalesce(jsonb_exists(e.learned -> 'facts', c.asked), false) then c.asked end,
    outcome = case when e.act in ('say', 'reopen') then null else c.outcome end,
    respond_by = coalesce(e.respond_by, c.respond_by),
    responded_at = case when e.respond_by is null and not (e.act is not distinct from 'say' and not c.${IS_OPEN}) then c.responded_at end,
    is_reminded = c.is_reminded and e.respond_by is null and not (e.act is not distinct from 'say' and not c.${IS_OPEN}),
    closes_at = case when e.act is null then c.closes_at end,
    due_at = case when e.act is null then c.due_at
      when e.act = 'withdraw' then null
      when e.respond_by is not null then e.respond_by
      when not c.${IS_OPEN} or (c.responded_at is null and not c.is_reminded) then c.respond_by end,
    touched_at = greatest(c.touched_at, $5::bigint),
    revision = c.revision + case when e.act is null then 0 else 1 end,
    message_last = c.message_last + jsonb_array_length(e.said),
    said = c.said + jsonb_array_length(e.said) + jsonb_array_length(e.reworded)
  from case_effect e where c.tenant = $1 and c.id = e.id and c.person = $2 and e.opened is null
  returning c.id, c.message_last, c.person_name
),
case_opened as (
  insert into kiku.case (${CASE_COLUMNS}, message_last, said)
  select o.*, jsonb_array_length(e.said), jsonb_array_length(e.said)
  from case_effect e, jsonb_to_record(e.opened) as o(${CASE_RECORD})
  where e.opened is not null and (select count(*) from case_changed) >= 0
  returning id, message_last, person_name
),
case_said as (
  insert into kiku.case_message (tenant, case_id, id, sender, by_name, body, input, at)
  select $1, c.id, c.message_last - jsonb_array_length(e.said) + s.ordinality, s.value ->> 'sender', c.person_name, s.value ->> 'body',
    case when (s.value ->> 'is_input')::boolean then $4
      -- The same message told once more is edited as what it was told as first.
      when not exists (select 1 from kiku.case_message m where m.tenant = $1 and m.case_id = c.id and m.input = s.value ->> 'input')
      then s.value ->> 'input' end, $5
  from (select * from case_changed union all select * from case_opened) c join case_effect e on e.id = c.id,
    jsonb_array_elements(e.said) with ordinality s
),
case_retold as (
  update kiku.case_message m set edition = m.edition + 1
  from case_changed c join case_effect e on e.id = c.id
  where jsonb_array_length(e.reworded) > 0 and m.tenant = $1 and m.case_id = c.id and m.sender = 'event' and m.body = 'history'
),
case_reworded as (
  update kiku.case_message m set body = r.body, edition = m.edition + 1
  from case_changed c join case_effect e on e.id = c.id, jsonb_to_recordset(e.reworded) as r(input text, body text)
  where m.tenant = $1 and m.case_id = c.id and m.input = r.input and m.sender = 'employee' and m.body <> r.body
)`;
