import { describe, expect, it } from '@jest/globals';
import type { Transition } from '../../src/advisories/transitions.ts';
import type { Candidate, FanOut } from '../../src/alert-ports.ts';
import { EVERY_SERVICE } from '../../src/alert-wishes.ts';
import { alertsFor, type Ground } from '../../src/alerts/who.ts';
import { knowledgeFolders } from '../../src/config.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { NOW, sample } from '../advisories/labelled.ts';
import { candidate, FAULT, fanOut, given, HOUR_MS, intake, WISHES } from './people.ts';

const { knowledge } = readKnowledge(knowledgeFolders({}));
const ground: Ground = { knowledge, quiet: 'none', defaultTimeZone: 'UTC' };
const told = (person: Partial<Candidate>, change: Partial<FanOut> = {}) =>
  alertsFor(candidate(person), fanOut(change), NOW, ground).map(({ part, reason }) => `${part}: ${reason}`);
const changed = (transitions: readonly Transition[]): Partial<FanOut> => ({
  transitions,
  advisory: { ...FAULT, isResolved: transitions.includes('resolved') },
});
const follower = { wishes: { ...WISHES, follows: [...FAULT.services] } };
const concerned = { intakes: [intake()] };

describe('who is told', () => {
  it.each<[string, Partial<Candidate>, Partial<FanOut>, readonly string[]]>([
    ['somebody with that trouble', concerned, {}, ['card: affected']],
    ['not somebody with another trouble', { intakes: [intake({ facts: given({ product: 'outlook', symptom: 'tls-question' }) })] }, {}, []],
    ['not somebody who has solved it', { intakes: [intake({ state: 'solved' })] }, {}, []],
    ['somebody whose case is with the helpdesk', { intakes: [intake({ state: 'handed-over' })] }, {}, ['card: affected']],
    ['not somebody who said that it is not theirs', { intakes: [intake({ dismissed: [FAULT.id] })] }, {}, []],
    ['by an older intake too', { intakes: [intake({ id: 'i2', facts: given({ product: 'teams' }) }), intake()] }, {}, ['card: affected']],
    ['a follower of the service', follower, {}, ['card: follows']],
    ['not a follower of another', { wishes: { ...WISHES, follows: ['Microsoft Teams'] } }, {}, []],
    ['nobody who follows nothing and asked nothing', {}, {}, []],
    ['not somebody who muted the advisory', { ...concerned, wishes: { ...WISHES, mutedAdvisories: [FAULT.id] } }, {}, []],
    ['not somebody who muted the service', { ...concerned, wishes: { ...WISHES, mutedServices: [...FAULT.services] } }, {}, []],
    ['not somebody who saw just this in the conversation', { ...concerned, told: { [FAULT.id]: FAULT.updatedAt } }, {}, []],
    ['a follower is not written to for a small change', follower, changed(['status']), []],
    ['nor for its end', follower, changed(['resolved']), []],
    ['a follower of just this one is', { wishes: { ...WISHES, follows: [FAULT.id] } }, changed(['status']), ['card: follows']],
    ['also for its end', { wishes: { ...WISHES, follows: [FAULT.id] } }, changed(['resolved']), ['card: follows']],
    ['unless they are asked about it', { ...concerned, wishes: { ...WISHES, follows: [FAULT.id] } }, changed(['resolved']), ['question: affected']],
    ['nobody who stopped all alerts', { ...concerned, wishes: { ...WISHES, mutedServices: [EVERY_SERVICE] } }, {}, []],
    ['but when it comes back', follower, changed(['reopened']), ['card: follows']],
    ['a card that stands is put up to date', { ...follower, hasCard: true }, changed(['status']), ['card: informed']],
    ['also of somebody who follows no more', { hasCard: true }, changed(['changed']), ['card: informed']],
    [
      'at the end somebody affected is asked',
      { ...concerned, hasCard: true },
      changed(['resolved', 'status']),
      ['card: affected', 'question: affected'],
    ],
    ['also without a card', concerned, changed(['resolved']), ['question: affected']],
    ['but not when it is solved', { intakes: [intake({ state: 'solved' })], hasCard: true }, changed(['resolved']), ['card: informed']],
    [
      'somebody affected who heard of it in the conversation: small changes say nothing',
      { ...concerned, told: { [FAULT.id]: 1 } },
      changed(['status']),
      [],
    ],
    ['great ones do', { ...concerned, told: { [FAULT.id]: 1 } }, changed(['became-incident']), ['card: affected']],
    ['somebody affected who never heard: any change is the first', concerned, changed(['status']), ['card: affected']],
  ])('%s', (_, person, change, expected) => {
    expect(told(person, change)).toEqual(expected);
  });

  describe('when only the OS is not known', () => {
    const older = { advisory: sample('OD255960', { isResolved: false }), transitions: ['new' as const] };
    const unknown = (touchedAt: number) => ({ intakes: [intake({ facts: given({ code: '0x8004de40' }), touchedAt })] });

    it('tells somebody who wrote today', () => {
      expect(told(unknown(NOW - HOUR_MS), older)).toEqual(['card: affected']);
    });

    it('does not tell somebody who wrote days ago', () => {
      expect(told(unknown(NOW - 48 * HOUR_MS), older)).toEqual([]);
    });

    it('does not tell somebody whose OS is another', () => {
      expect(told({ intakes: [intake({ facts: given({ code: '0x8004de40', os: 'windows-11' }) })] }, older)).toEqual([]);
    });
  });

  it('waits for the morning with what makes a sound, and not with what does not', () => {
    const night: Ground = { ...ground, quiet: { from: 0, to: 1439 } };
    const asked = { ...concerned, hasCard: true, wishes: { ...WISHES, quiet: null } };
    const [card, question] = alertsFor(candidate(asked), fanOut(changed(['resolved'])), NOW, night);

    expect(card?.dueAt).toBe(NOW);
    expect(question?.dueAt).toBeGreaterThan(NOW);
  });
});
