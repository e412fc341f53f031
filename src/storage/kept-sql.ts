/** A sort of things kept of a person, under the name that they see. $1 tenant, $2 person; each row has one JSON value `it`. */
interface Sort {
  readonly table: string;
  readonly as: string;
  readonly sql: string;
}

const MINE = 't.tenant = $1 and t.person = $2';

/** Of a message that waits or was given up: what its notification would say, or its beginning. */
const SUMMARY = "left(coalesce(t.outgoing -> 'message' ->> 'summary', t.outgoing -> 'message' ->> 'text'), 300)";

/** How the card of a case is carried about, which says nothing of anybody. */
const HANDLING = "'{card_laid,card_digest,card_row,is_behind,is_lost,message_last,said,said_laid,has_reply,look_at,looks,rank,revision}'::text[]";

/** Everything that is kept of a person, of every table that keeps anything of one. `docs/privacy.md` tells of each. */
export const SORTS: readonly Sort[] = [
  {
    table: 'person',
    as: 'person',
    sql: `select to_jsonb(t) - '{state,address,revision}'::text[] || jsonb_build_object('chat', t.address ->> 'conversation') || t.state as it
      from kiku.person t where t.tenant = $1 and t.id = $2`,
  },
  {
    table: 'intake',
    as: 'conversations',
    sql: `select t.state || jsonb_build_object('updatedAt', t.updated_at) as it from kiku.intake t where ${MINE} order by t.updated_at`,
  },
  {
    table: 'report',
    as: 'reports',
    sql: `select to_jsonb(r) as it from kiku.report r join kiku.intake t on r.intake = t.id where ${MINE} order by r.at`,
  },
  { table: 'case', as: 'cases', sql: `select to_jsonb(t) - ${HANDLING} as it from kiku.case t where ${MINE} order by t.created_at` },
  {
    table: 'case_message',
    as: 'saidInCases',
    sql: `select to_jsonb(m) - '{edition,laid}'::text[] as it from kiku.case_message m join kiku.case t on t.tenant = m.tenant and t.id = m.case_id
      where ${MINE} order by m.case_id, m.id`,
  },
  { table: 'alert', as: 'alerts', sql: `select to_jsonb(t) as it from kiku.alert t where ${MINE} order by t.due_at` },
  {
    table: 'seen_input',
    as: 'messagesOfTheLastDay',
    sql: `select jsonb_build_object('id', t.input, 'at', t.at, 'answered', t.answer ->> 'summary') as it from kiku.seen_input t where ${MINE} order by t.at`,
  },
  {
    table: 'slot',
    as: 'cardsInTheChat',
    sql: `select jsonb_build_object('name', t.slot, 'conversation', t.conversation, 'message', t.activity, 'at', t.at) as it
      from kiku.slot t where ${MINE} order by t.at`,
  },
  {
    table: 'pace',
    as: 'howMuchMayBeSent',
    sql: `select to_jsonb(p) as it from kiku.pace p join kiku.person t on t.address ->> 'conversation' = p.conversation
      where t.tenant = $1 and t.id = $2`,
  },
  {
    table: 'outbox',
    as: 'onTheWay',
    sql: `select jsonb_build_object('conversation', t.conversation, 'createdAt', t.created_at, 'beginning', ${SUMMARY}) as it
      from kiku.outbox t where ${MINE} order by t.id`,
  },
  {
    table: 'dead_letter',
    as: 'notDelivered',
    sql: `select jsonb_build_object('conversation', t.conversation, 'createdAt', t.created_at, 'why', t.why, 'beginning', ${SUMMARY}) as it
      from kiku.dead_letter t where ${MINE} order by t.id`,
  },
  {
    table: 'case',
    as: 'casesGivenToYou',
    sql: `select jsonb_build_object('id', t.id, 'state', t.state, 'name', t.assignee_name, 'touchedAt', t.touched_at) as it
      from kiku.case t where t.tenant = $1 and t.assignee = $2 order by t.touched_at`,
  },
  { table: 'on_call', as: 'onCall', sql: 'select to_jsonb(t) as it from kiku.on_call t where t.tenant = $1 and $2 in (t.agent, t.by_id)' },
  {
    table: 'helpdesk',
    as: 'channelsYouNamed',
    sql: `select jsonb_build_object('conversation', t.address ->> 'conversation', 'at', t.at) as it
      from kiku.helpdesk t where t.tenant = $1 and t.bound_by = $2`,
  },
  { table: 'withdrawn_step', as: 'stepsYouWithdrew', sql: 'select to_jsonb(t) as it from kiku.withdrawn_step t where t.by_id = $2' },
  {
    table: 'step_decision',
    as: 'stepsYouDecidedAbout',
    sql: "select to_jsonb(t) as it from kiku.step_decision t where t.by_id = $2 and t.tenant in ($1, '') order by t.at",
  },
];

/** All of it in one round trip, in the order of `SORTS`. */
export const KEPT = SORTS.map(({ as, sql }, place) => `select ${place} as place, '${as}' as of, o.it from (${sql}) o`).join('\nunion all\n');
