import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Agent, Case, CaseAct } from '../../src/case-ports.ts';
import { actOn, caseSettings, dueAct, isOpenCase } from '../../src/helpdesk/case.ts';
import { afterOpenTime, parseHours } from '../../src/helpdesk/hours.ts';
import { newCase, OPENED_AT } from '../storage/cases.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const hours = { timeZone: 'Europe/London', stretches: parseHours('Mon-Fri 09:00-17:30') ?? 'always' } as const;
const settings = caseSettings(hours);
const priya: Agent = { id: 'priya', name: 'Priya Nair' };
const ken: Agent = { id: 'ken', name: 'Ken Sato' };
const NOW = OPENED_AT + HOUR;

const fresh = newCase();
const taken: Case = { ...fresh, assignee: priya };
const waiting: Case = { ...taken, state: 'waiting-employee', respondedAt: NOW, dueAt: NOW + 2 * DAY };
const resolved: Case = { ...waiting, state: 'resolved', outcome: 'Restarted.', dueAt: null };

function done(one: Case, act: CaseAct, agent: Agent | null, now = NOW): Case {
  const acted = actOn(one, act, agent, now, settings);
  if (acted.kind !== 'done') throw new Error(`${act.kind} was refused: ${acted.why}`);
  return acted.case;
}

describe('an act', () => {
  it.each<[string, Case, CaseAct, Agent | null, Partial<Case>]>([
    ['takes what nobody has', fresh, { kind: 'take' }, priya, { assignee: priya, state: 'waiting-helpdesk', respondedAt: null }],
    ['gives to another', taken, { kind: 'give', to: ken }, priya, { assignee: ken }],
    [
      'answers, and the employee is waited for',
      taken,
      { kind: 'said', by: 'agent' },
      ken,
      { state: 'waiting-employee', assignee: priya, respondedAt: NOW },
    ],
    [
      'asks for a fact, which waits for the employee as an answer does',
      fresh,
      { kind: 'ask', fact: 'network' },
      ken,
      { asked: 'network', state: 'waiting-employee', assignee: ken, respondedAt: NOW },
    ],
    ['takes by answering what nobody has', fresh, { kind: 'said', by: 'agent' }, ken, { assignee: ken, state: 'waiting-employee' }],
    [
      'of the employee’s ends a silence',
      { ...waiting, closesAt: NOW },
      { kind: 'said', by: 'employee' },
      null,
      { state: 'waiting-helpdesk', closesAt: null, dueAt: null },
    ],
    [
      'of the employee’s opens what was resolved a moment ago',
      resolved,
      { kind: 'said', by: 'employee' },
      null,
      { state: 'waiting-helpdesk', outcome: null },
    ],
    ['resolves', waiting, { kind: 'resolve', outcome: ' Restarted. ' }, priya, { state: 'resolved', outcome: 'Restarted.', dueAt: null }],
    ['hands back to Kiku, which is no outcome', waiting, { kind: 'hand-back' }, priya, { state: 'resolved', outcome: null }],
    [
      'reopens as if it were new, for whoever had it',
      resolved,
      { kind: 'reopen' },
      ken,
      { state: 'waiting-helpdesk', assignee: priya, respondedAt: null, isReminded: false },
    ],
    ['withdraws', fresh, { kind: 'withdraw' }, null, { state: 'withdrawn', dueAt: null }],
  ])('%s', (_, one, act, agent, expected) => {
    expect(done(one, act, agent)).toMatchObject({ ...expected, revision: one.revision + 1, touchedAt: NOW });
  });

  it.each<[string, Case, CaseAct, Agent | null, string]>([
    ['taking what another has', taken, { kind: 'take' }, ken, 'taken'],
    ['taking what one has', taken, { kind: 'take' }, priya, 'already'],
    ['giving to whoever has it', taken, { kind: 'give', to: priya }, ken, 'already'],
    ['the same priority', fresh, { kind: 'priority', priority: 'normal' }, priya, 'already'],
    ['resolving without a word', fresh, { kind: 'resolve', outcome: ' \n' }, priya, 'no-outcome'],
    ['answering what is over', resolved, { kind: 'said', by: 'agent' }, priya, 'over'],
    ['taking what is over', resolved, { kind: 'take' }, priya, 'over'],
    ['reopening what is open', fresh, { kind: 'reopen' }, priya, 'not-over'],
    ['withdrawing by an agent', fresh, { kind: 'withdraw' }, priya, 'not-theirs'],
    ['taking by the employee', fresh, { kind: 'take' }, null, 'not-theirs'],
    ['reminding before its time', fresh, { kind: 'remind' }, null, 'not-due'],
    ['closing without a warning', { ...waiting, dueAt: NOW }, { kind: 'close' }, null, 'not-due'],
  ])('is refused: %s', (_, one, act, agent, why) => {
    expect(actOn(one, act, agent, NOW, settings)).toEqual({ kind: 'refused', why });
  });
});

describe('time', () => {
  it('reminds once, when the time for a first answer is over', () => {
    const reminded = done(fresh, { kind: 'remind' }, null, fresh.respondBy);

    expect(dueAct(fresh, fresh.respondBy - 1)).toBeNull();
    expect(dueAct(fresh, fresh.respondBy)).toEqual({ kind: 'remind' });
    expect(reminded).toMatchObject({ isReminded: true, dueAt: null });
    expect(done(reminded, { kind: 'said', by: 'employee' }, null).dueAt).toBeNull();
  });

  it('warns after two days of silence, and closes three days after the warning', () => {
    const warned = done(waiting, { kind: 'warn' }, null, NOW + 2 * DAY);

    expect(dueAct(waiting, NOW + 2 * DAY)).toEqual({ kind: 'warn' });
    expect(warned.closesAt).toBe(NOW + 5 * DAY);
    expect(dueAct(warned, NOW + 5 * DAY - 1)).toBeNull();
    expect(done(warned, { kind: dueAct(warned, NOW + 5 * DAY)?.kind === 'close' ? 'close' : 'warn' }, null, NOW + 5 * DAY).state).toBe('closed');
  });

  it.each([
    ['low', 8],
    ['high', 1],
    ['urgent', 0.25],
  ] as const)('by priority: %s is to be answered within %d hours of helpdesk time', (priority, length) => {
    const { respondBy, dueAt } = done(fresh, { kind: 'priority', priority }, priya, OPENED_AT);

    expect(respondBy).toBe(afterOpenTime(OPENED_AT, length * HOUR, hours));
    expect(dueAt).toBe(respondBy);
  });

  it('makes nobody late by a tap', () => {
    expect(done(fresh, { kind: 'priority', priority: 'urgent' }, priya, OPENED_AT + 3 * HOUR).respondBy).toBe(OPENED_AT + 3 * HOUR);
  });
});

describe('whatever happens, in whatever order', () => {
  const act = fc.oneof(
    fc.constantFrom<CaseAct>(
      { kind: 'take' },
      { kind: 'hand-back' },
      { kind: 'reopen' },
      { kind: 'withdraw' },
      { kind: 'said', by: 'employee' },
      { kind: 'said', by: 'agent' },
      { kind: 'remind' },
      { kind: 'warn' },
      { kind: 'close' },
      { kind: 'resolve', outcome: 'Restarted.' },
      { kind: 'give', to: ken },
    ),
    fc.constantFrom('low', 'normal', 'high', 'urgent').map((priority): CaseAct => ({ kind: 'priority', priority })),
  );
  const deeds = fc.array(fc.record({ act, agent: fc.constantFrom(priya, ken, null), after: fc.integer({ min: 0, max: 4 * DAY }) }), {
    maxLength: 40,
  });

  it('what the employee says is taken in, an open case waits for somebody who is or will be told, and one that is over does nothing by itself', () => {
    fc.assert(
      fc.property(deeds, (all) => {
        let one = fresh;
        let now = OPENED_AT;
        for (const { act, agent, after } of all) {
          now += after;
          const acted = actOn(one, act, agent, now, settings);
          if (act.kind === 'said' && act.by === 'employee') expect(acted.kind).toBe('done');
          if (acted.kind === 'refused') continue;
          // What was said is said to somebody: an agent's words never end up in a case that is over.
          if (act.kind === 'said') expect(isOpenCase(acted.case)).toBe(true);
          expect(acted.case.revision).toBe(one.revision + 1);
          one = acted.case;
          expect(one.dueAt === null || isOpenCase(one)).toBe(true);
          // While it waits for the employee, time ends that; while it waits for the helpdesk, it is on the list and reminds once.
          if (one.state === 'waiting-employee') expect(one.dueAt).not.toBeNull();
          if (one.state === 'waiting-helpdesk') expect(one.dueAt !== null || one.isReminded || one.respondedAt !== null).toBe(true);
          expect(one.closesAt === null || one.state === 'waiting-employee').toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('an employee who is silent is warned first, and has three days after that', () => {
    fc.assert(
      fc.property(deeds, (all) => {
        let one = fresh;
        let now = OPENED_AT;
        let warnedAt: number | null = null;
        for (const { act, agent, after } of all) {
          now += after;
          const acted = actOn(one, act, agent, now, settings);
          if (acted.kind === 'refused') continue;
          if (act.kind === 'close') expect(warnedAt !== null && now - warnedAt >= 3 * DAY).toBe(true);
          warnedAt = act.kind === 'warn' ? now : act.kind === 'said' || act.kind === 'reopen' ? null : warnedAt;
          one = acted.case;
        }
      }),
      { numRuns: 500 },
    );
  });
});
