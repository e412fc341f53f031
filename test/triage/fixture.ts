import type { World } from '../../src/triage/advance.ts';
import type { Condition } from '../../src/triage/conditions.ts';
import type { FactDefinition, Facts } from '../../src/triage/facts.ts';
import type { Problem, Question, Step } from '../../src/triage/playbook.ts';
import type { Fault } from '../../src/triage/situation.ts';

export const is = (fact: string, ...values: string[]): Condition => ({ kind: 'is', fact, values });

export const given = (facts: Record<string, string | string[]>): Facts =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { values: [value].flat(), source: { kind: 'given' as const } }]));

const define = (name: string, match: 'first' | 'any' = 'first', imprecise: Record<string, string[]> = {}): FactDefinition => ({
  name,
  isList: ['code', 'os', 'tried'].includes(name),
  match,
  evidence: 'person',
  imprecise: new Map(Object.entries(imprecise)),
});

const question = (fact: string, askIf: Condition | null = null, audience: Question['audience'] = 'employee'): Question => ({ fact, audience, askIf });

const step = (id: string, rest: Partial<Step> = {}): Step => ({
  id,
  risk: 'R1',
  audience: 'employee',
  when: null,
  guard: null,
  learns: null,
  ...rest,
});

const toaster: Problem = {
  id: 'toaster',
  codes: ['0xburnt'],
  symptoms: [{ product: 'toaster', symptom: 'smoke' }],
  products: ['toaster'],
  opening: ['code', 'model', 'warm'],
  questions: [
    question('code'),
    question('model'),
    question('warm'),
    question('plug', is('warm', 'no')),
    question('owner'),
    question('rights'),
    question('fuse', null, 'helpdesk'),
  ],
  branches: [
    { id: 'no-power', when: is('plug', 'out'), steps: ['plug-in'], stops: [{ id: 'no-power', kind: 'escalate', when: null, isDespiteFault: true }] },
    { id: 'antique', when: is('model', 'brass'), steps: [], stops: [{ id: 'antique', kind: 'upgrade', when: null, isDespiteFault: false }] },
    {
      id: 'usual',
      when: null,
      steps: ['look-inside', 'shake', 'clean', 'rewire', 'explode'],
      stops: [
        { id: 'cold', kind: 'web', when: is('warm', 'no'), isDespiteFault: false },
        { id: 'exhausted', kind: 'escalate', when: null, isDespiteFault: false },
      ],
    },
  ],
};

const STEPS = [
  step('plug-in'),
  step('look-inside', { risk: 'R0', when: is('warm', 'unknown'), learns: { worked: given({ warm: 'yes' }), failing: given({ warm: 'no' }) } }),
  step('shake'),
  step('clean', { guard: is('model', 'steel') }),
  step('rewire', { risk: 'R2', guard: is('warm', 'yes') }),
  step('explode', { risk: 'R3', audience: 'helpdesk', guard: is('fuse', 'out') }),
];

/** A small world of its own, so that the engine is tested apart from the real knowledge. */
export const toasterWorld = (faults: readonly Fault[] = [], withdrawn: readonly string[] = []): World => ({
  vocabulary: new Map(
    [
      define('code', 'any'),
      define('product'),
      define('symptom'),
      define('model', 'first', { metal: ['steel', 'brass'] }),
      define('warm'),
      define('plug'),
      define('device'),
      define('owner'),
      define('rights'),
      define('fuse'),
      define('tried', 'any'),
    ].map((fact) => [fact.name, fact]),
  ),
  playbooks: { problems: new Map([[toaster.id, toaster]]), steps: new Map(STEPS.map((one) => [one.id, one])) },
  faultsFor: () => faults,
  withdrawn,
  audience: 'employee',
});
