import type { Agent, Case, CaseAct, CaseState, Priority, SaidInCase } from '../case-ports.ts';
import { afterOpenTime, type HelpdeskHours } from './hours.ts';

/** What the helpdesk has decided about time. Lengths in milliseconds. */
export interface CaseSettings {
  readonly hours: HelpdeskHours;
  /** Within how much helpdesk time somebody should answer first. */
  readonly targets: Readonly<Record<Priority, number>>;
  /** After so long a silence of the employee's a case that waits for them is announced to be closed. */
  readonly warnAfterMs: number;
  /** So long after that it closes. */
  readonly closeAfterMs: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What holds with these hours. */
export function caseSettings(hours: HelpdeskHours): CaseSettings {
  return {
    hours,
    targets: { low: 8 * HOUR_MS, normal: 4 * HOUR_MS, high: HOUR_MS, urgent: 15 * MINUTE_MS },
    warnAfterMs: 2 * DAY_MS,
    closeAfterMs: 3 * DAY_MS,
  };
}

/** Why an act changes nothing. `taken`: by whom stands in the case. */
export type Refusal = 'over' | 'not-over' | 'taken' | 'already' | 'no-outcome' | 'not-theirs' | 'not-due';

/** What an act comes to. `said`: Kiku's own lines, to be kept in the case. */
export type Acted =
  | { readonly kind: 'done'; readonly case: Case; readonly said: readonly SaidInCase[] }
  | { readonly kind: 'refused'; readonly why: Refusal };

/** Whether somebody is still to do something. */
export function isOpenCase({ state }: Pick<Case, 'state'>): boolean {
  return state === 'waiting-helpdesk' || state === 'waiting-employee';
}

/** A case as it is when it is handed over. */
export function newCase(of: Pick<Case, 'id' | 'person' | 'language' | 'timeZone' | 'intake' | 'content'>, now: number, settings: CaseSettings): Case {
  const respondBy = afterOpenTime(now, settings.targets.normal, settings.hours);
  return {
    ...of,
    registered: null,
    asked: null,
    state: 'waiting-helpdesk',
    priority: 'normal',
    assignee: null,
    outcome: null,
    createdAt: now,
    respondBy,
    respondedAt: null,
    isReminded: false,
    closesAt: null,
    dueAt: respondBy,
    touchedAt: now,
    revision: 0,
  };
}

/** What is to be done to a case by itself; `null`: nothing is due. */
export function dueAct(one: Case, now: number): CaseAct | null {
  if (one.dueAt === null || one.dueAt > now) return null;
  if (one.state === 'waiting-helpdesk') return { kind: 'remind' };
  if (one.state !== 'waiting-employee') return null;
  return { kind: one.closesAt === null ? 'warn' : 'close' };
}

/** The case after an act of `agent` (of the employee's or by itself: `null`). Pure: what two do at the same moment is for the store to tell apart. */
export function actOn(one: Case, act: CaseAct, agent: Agent | null, now: number, settings: CaseSettings): Acted {
  const done = (changed: Partial<Case>, told: string | null = act.kind): Acted => ({
    kind: 'done',
    case: { ...one, ...changed, touchedAt: now, revision: one.revision + 1 },
    said: told === null ? [] : [{ from: 'event', by: agent?.name ?? '', text: told, at: now }],
  });
  const refused = (why: Refusal): Acted => ({ kind: 'refused', why });
  if (act.kind !== 'reopen' && !(act.kind === 'said' && act.by === 'employee') && !isOpenCase(one)) return refused('over');

  switch (act.kind) {
    case 'take':
      if (agent === null) return refused('not-theirs');
      if (one.assignee === null) return done({ assignee: agent });
      return refused(one.assignee.id === agent.id ? 'already' : 'taken');
    case 'give':
      return one.assignee?.id === act.to.id ? refused('already') : done({ assignee: act.to }, `give ${act.to.name}`);
    case 'priority':
      return one.priority === act.priority
        ? refused('already')
        : done({ priority: act.priority, ...deadline(one, act.priority, now, settings) }, `priority ${act.priority}`);
    case 'resolve':
      return act.outcome.trim() === '' ? refused('no-outcome') : done({ ...over('resolved', one, now), outcome: act.outcome.trim() });
    case 'hand-back':
      return done(over('resolved', one, now));
    case 'withdraw':
      return agent === null ? done({ ...over('withdrawn', one, null) }) : refused('not-theirs');
    case 'release':
      return one.assignee?.id === act.from
        ? done({ ...reopened(one, now, settings), assignee: null }, `release ${one.assignee.name}`)
        : refused('already');
    case 'note':
      return agent === null ? refused('not-theirs') : done({}, null);
    case 'reopen':
      return isOpenCase(one) ? refused('not-over') : done(reopened(one, now, settings));
    case 'said':
      if (act.by === 'agent') return agent === null ? refused('not-theirs') : answered(one, agent, now, settings, done);
      return isOpenCase(one) ? done(waitingForHelpdesk(one), null) : done(reopened(one, now, settings), 'reopen');
    case 'ask': {
      if (agent === null) return refused('not-theirs');
      const asked = answered(one, agent, now, settings, done);
      return asked.kind === 'done' ? { ...asked, case: { ...asked.case, asked: act.fact } } : asked;
    }
    case 'remind':
      return isDue(one, 'remind', now) ? done({ isReminded: true, dueAt: null }) : refused('not-due');
    case 'warn':
      return isDue(one, 'warn', now) ? done({ closesAt: now + settings.closeAfterMs, dueAt: now + settings.closeAfterMs }) : refused('not-due');
    case 'close':
      return isDue(one, 'close', now) ? done(over('closed', one, null)) : refused('not-due');
  }
}

function isDue(one: Case, kind: CaseAct['kind'], now: number): boolean {
  return dueAct(one, now)?.kind === kind;
}

/** An agent answered: it waits for the employee. Whoever answers what nobody has taken has taken it. */
function answered(
  one: Case,
  agent: Agent,
  now: number,
  { warnAfterMs }: CaseSettings,
  done: (changed: Partial<Case>, told: string | null) => Acted,
): Acted {
  const isTaken = one.assignee !== null;
  return done(
    {
      state: 'waiting-employee',
      assignee: one.assignee ?? agent,
      respondedAt: one.respondedAt ?? now,
      closesAt: null,
      dueAt: now + warnAfterMs,
    },
    isTaken ? null : 'take',
  );
}

/** The employee said something: no silence is counted any more, and the first answer is still waited for when there was none. */
function waitingForHelpdesk({ respondedAt, isReminded, respondBy }: Case): Partial<Case> {
  return { state: 'waiting-helpdesk', closesAt: null, dueAt: respondedAt === null && !isReminded ? respondBy : null };
}

function over(state: CaseState, { respondedAt }: Case, respondsAt: number | null): Partial<Case> {
  return { state, respondedAt: respondedAt ?? respondsAt, closesAt: null, dueAt: null };
}

/** As if it were new, for whoever had it. */
function reopened(one: Case, now: number, { targets, hours }: CaseSettings): Partial<Case> {
  const respondBy = afterOpenTime(now, targets[one.priority], hours);
  return { state: 'waiting-helpdesk', outcome: null, respondBy, respondedAt: null, isReminded: false, closesAt: null, dueAt: respondBy };
}

/** By when somebody should answer first, at another priority, counted from now on where that is later: nobody is late by a tap. */
function deadline(one: Case, priority: Priority, now: number, { targets, hours }: CaseSettings): Partial<Case> {
  if (one.respondedAt !== null) return {};
  const respondBy = Math.max(afterOpenTime(one.createdAt, targets[priority], hours), now);
  const isWaiting = one.state === 'waiting-helpdesk' && !one.isReminded;
  return { respondBy, ...(isWaiting ? { dueAt: respondBy } : {}) };
}
