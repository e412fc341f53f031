import { describe, expect, it } from '@jest/globals';
import { advise } from '../../src/triage/advise.ts';
import type { Audience } from '../../src/triage/playbook.ts';
import { given, toasterWorld } from './fixture.ts';

const { vocabulary, playbooks } = toasterWorld();
const ask = (facts: Record<string, string | string[]>, audience: Audience = 'employee') => {
  const situation = { vocabulary, playbooks, facts: given(facts), outcomes: {}, askedAgain: [], audience, faults: [], withdrawn: [], isFinal: false };
  const { steps, ...rest } = advise(situation);
  return { ...rest, steps: steps.map((step) => step.id) };
};

describe('advice', () => {
  it.each([
    ['nothing is known', {}, { problem: null, asks: ['code', 'product', 'symptom'], stop: null, steps: [] }],
    ['the code is unknown', { code: ['0xother'] }, { problem: null, asks: [], stop: { id: 'unknown-code' } }],
    ['the symptom belongs to no playbook', { code: ['none'], product: 'toaster', symptom: 'noise' }, { problem: null, stop: { id: 'no-playbook' } }],
    ['a guard hangs on an absent fact', { code: ['0xburnt'] }, { asks: ['model', 'warm', 'plug'], steps: ['look-inside', 'shake'] }],
    ['the power is out', { code: ['0xburnt'], plug: 'out' }, { steps: ['plug-in'], stop: { id: 'no-power' } }],
    [
      'an administrator owns it',
      { code: ['0xburnt'], model: 'steel', warm: 'yes', device: 'personal', rights: 'admin' },
      { steps: ['shake', 'clean', 'rewire'], stop: { id: 'exhausted' } },
    ],
    [
      'the owner has no rights',
      { code: ['0xburnt'], model: 'steel', warm: 'yes', device: 'personal', rights: 'no-admin' },
      { steps: ['shake', 'clean'] },
    ],
  ])('when %s', (_name, facts, expected) => {
    expect(ask(facts as never)).toMatchObject(expected);
  });

  it('never shows the employee what only IT may do, and shows it to the helpdesk', () => {
    const facts = { code: ['0xburnt'], model: 'steel', warm: 'yes', fuse: 'out', device: 'personal', rights: 'admin' };

    expect(ask(facts).steps).not.toContain('explode');
    expect(ask(facts, 'helpdesk').steps).toContain('explode');
    expect(ask({ ...facts, fuse: 'unknown' }, 'helpdesk').steps).not.toContain('explode');
  });

  it('asks the helpdesk what the employee is never asked', () => {
    expect(ask({ code: ['0xburnt'], model: 'steel', warm: 'yes' }).asks).not.toContain('fuse');
    expect(ask({ code: ['0xburnt'], model: 'steel', warm: 'yes' }, 'helpdesk').asks).toContain('fuse');
  });
});
