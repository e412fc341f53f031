import { describe, expect, it } from '@jest/globals';
import { type Condition, evaluate, openFacts } from '../../src/triage/conditions.ts';
import type { FactDefinition, Facts, Vocabulary } from '../../src/triage/facts.ts';

const define = (name: string, match: 'first' | 'any', imprecise: Record<string, string[]> = {}): FactDefinition => ({
  name,
  isList: match === 'any',
  match,
  evidence: 'person',
  imprecise: new Map(Object.entries(imprecise)),
});
const vocabulary: Vocabulary = new Map(
  [define('os', 'first', { windows: ['windows-10', 'windows-11'] }), define('code', 'any'), define('web', 'first')].map((fact) => [fact.name, fact]),
);
const is = (fact: string, ...values: string[]): Condition => ({ kind: 'is', fact, values });
const known = (facts: Record<string, string[]>): Facts =>
  Object.fromEntries(Object.entries(facts).map(([name, values]) => [name, { values, source: { kind: 'given' as const } }]));
const sight = (facts: Record<string, string[]>, settled: string[] = []) => ({
  vocabulary,
  facts: known(facts),
  isSettled: (fact: string) => settled.includes(fact),
});

describe('a condition', () => {
  it.each([
    ['is open while its fact was never asked', is('web', 'works'), {}, [], 'open'],
    ['is false for a fact that will not be asked', is('web', 'works'), {}, ['web'], false],
    ['is true of unknown only when it lists unknown', is('web', 'unknown'), { web: ['unknown'] }, [], true],
    ['is false of unknown otherwise', is('web', 'works'), { web: ['unknown'] }, [], false],
    ['looks at the first OS only', is('os', 'windows-10'), { os: ['macos', 'windows-10'] }, [], false],
    ['looks at every code', is('code', 'b'), { code: ['a', 'b'] }, [], true],
    ['is open for an imprecise value that may become one it lists', is('os', 'windows-10'), { os: ['windows'] }, [], 'open'],
    ['is false for an imprecise value that cannot become one it lists', is('os', 'macos'), { os: ['windows'] }, [], false],
    ['matches nothing exact once an imprecise value is settled', is('os', 'windows-10'), { os: ['windows'] }, ['os'], false],
    ['matches an imprecise value that it lists itself', is('os', 'windows', 'windows-10'), { os: ['windows'] }, [], true],
    ['stays open under not', { kind: 'not', of: is('web', 'works') }, {}, [], 'open'],
    [
      'is false when one of all is, whatever else is open',
      { kind: 'all', of: [is('web', 'works'), is('os', 'macos')] },
      { os: ['linux'] },
      [],
      false,
    ],
    ['is true when one of any is, whatever else is open', { kind: 'any', of: [is('web', 'works'), is('os', 'macos')] }, { os: ['macos'] }, [], true],
  ] as const)('%s', (_name, condition, facts, settled, truth) => {
    expect(evaluate(condition as Condition, sight(facts as never, [...settled]))).toBe(truth);
  });

  it('names only the facts that can still decide it', () => {
    const condition: Condition = { kind: 'any', of: [{ kind: 'all', of: [is('os', 'macos'), is('code', 'a')] }, is('web', 'works')] };

    expect(openFacts(condition, sight({ os: ['linux'] }))).toEqual(['web']);
    expect(openFacts(condition, sight({ web: ['works'] }))).toEqual([]);
  });
});
