import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KNOWLEDGE_FOLDER } from '../../src/config.ts';
import type { FactContent } from '../../src/knowledge/content.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { follow } from '../../src/proof/diagram.ts';
import { contentOf, groundOf } from '../../src/proof/ground.ts';
import { judge } from '../../src/proof/judge.ts';
import { talksOn } from '../../src/proof/talks.ts';
import { waysOf } from '../../src/proof/ways.ts';
import { advance, positionOf, type World } from '../../src/triage/advance.ts';
import { advise } from '../../src/triage/advise.ts';
import { evaluate } from '../../src/triage/conditions.ts';
import { type Facts, UNKNOWN } from '../../src/triage/facts.ts';
import { newIntake } from '../../src/triage/intake.ts';
import type { Audience, Problem } from '../../src/triage/playbook.ts';
import type { Fault } from '../../src/triage/situation.ts';

const knowledge = loadKnowledge(KNOWLEDGE_FOLDER);
const { vocabulary, playbooks } = knowledge;
const MICROSOFT: readonly Fault[] = [{ advisory: 'OD1', remedy: 'microsoft' }];
const IDENTIFYING = ['code', 'symptom', 'product', 'tried'];

const cases = [...knowledge.problems.values()].flatMap((problem) =>
  (['employee', 'helpdesk'] as const).map((audience) => [problem.id, audience, problem] as const),
);

/** Any facts whatever, of which the first say that it is this problem; raw values, not classes of them. `codes`: at most so many. */
function factsFor(problem: Problem, codes: 1 | 2): fc.Arbitrary<Facts> {
  const named = problem.symptoms.map(({ product, symptom }) => ({ product: [product], symptom: [symptom] }));
  const starts: readonly Readonly<Record<string, readonly string[]>>[] = [...named, ...problem.products.map((product) => ({ product: [product] }))];
  const byCode =
    problem.codes.length === 0
      ? []
      : [fc.uniqueArray(fc.constantFrom(...problem.codes), { minLength: 1, maxLength: codes }).map((code) => ({ code }))];
  const start = fc.oneof(...byCode, ...(starts.length === 0 ? [] : [fc.constantFrom(...starts)]));
  const others = [...knowledge.facts.values()].filter(({ name }) => !IDENTIFYING.includes(name));
  const rest = fc.record(Object.fromEntries(others.map((fact) => [fact.name, anyValueOf(fact).map((value) => [value])])), { requiredKeys: [] });
  return fc.tuple(start, rest).map((parts) => {
    const values = Object.entries<readonly string[] | undefined>(Object.assign({}, ...parts));
    return Object.fromEntries(
      values.flatMap(([fact, list]) => (list === undefined ? [] : [[fact, { values: list, source: { kind: 'given' as const } }]])),
    );
  });
}

function anyValueOf(fact: FactContent): fc.Arbitrary<string> {
  const any = fc.constantFrom(UNKNOWN, ...fact.values.map(({ value }) => value));
  if (fact.name !== 'default-secure-protocols') return any;
  return fc.oneof(
    any,
    fc.integer({ min: 0, max: 0x3fff }).map((bits) => `0x${bits.toString(16)}`),
  );
}

function adviceFor(facts: Facts, audience: Audience, faults: readonly Fault[]) {
  return advise({ vocabulary, playbooks, facts, outcomes: {}, askedAgain: [], audience, faults, withdrawn: [], isFinal: true });
}

describe.each(cases)('the proof of %s for the %s', (_id, audience, problem) => {
  const ground = groundOf(problem, knowledge, audience);

  it.each([
    ['no fault', []],
    ['a fault of Microsoft', MICROSOFT],
  ])('goes the way of the engine for any facts, with %s', (_name, faults) => {
    const { root } = waysOf(ground, faults);

    fc.assert(
      fc.property(factsFor(problem, 1), (facts) => {
        const advice = adviceFor(facts, audience, faults);
        const followed = follow(root, (fact) => facts[fact]?.values[0] ?? UNKNOWN);

        expect(followed).toEqual({ steps: advice.steps.map(({ id }) => id), stop: advice.stop?.id });
      }),
      { numRuns: 300 },
    );
  });

  it('finds safe what the rules find safe for the facts themselves', () => {
    fc.assert(
      fc.property(factsFor(problem, 2), (facts) => {
        const steps = adviceFor(facts, audience, []).steps.map(({ id }) => contentOf(id, knowledge));
        const sight = { vocabulary, facts, isSettled: () => true };
        const found = steps.flatMap((step, index) =>
          judge({ step, before: steps.slice(0, index) }, audience, (needs) => evaluate(needs, sight) === true, knowledge.safety),
        );

        expect(found).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('asks no more in a conversation with any person than in the longest it found', () => {
    const longest = talksOn(ground);
    const world: World = { vocabulary, playbooks, audience, withdrawn: [], faultsFor: () => [] };

    fc.assert(
      fc.property(factsFor(problem, 1), (person) => {
        const told = Object.fromEntries(Object.entries(person).filter(([fact]) => IDENTIFYING.includes(fact)));
        let { intake } = advance(newIntake('any'), { kind: 'told', facts: told }, world);
        const asked: string[] = [];
        let before: number | null = null;
        for (let position = positionOf(intake, world); position.kind !== 'stop'; position = positionOf(intake, world)) {
          if (position.kind === 'step') {
            before ??= asked.length;
            ({ intake } = advance(intake, { kind: 'tried', step: position.step.id, outcome: 'failing', revision: intake.revision }, world));
          } else if (position.kind === 'ask') {
            const { fact, isAgain } = position;
            if (!isAgain) asked.push(fact);
            const answer = (!isAgain && person[fact]) || { values: [fact === 'code' ? 'none' : UNKNOWN], source: { kind: 'tapped' as const } };
            ({ intake } = advance(intake, { kind: 'told', facts: { [fact]: answer } }, world));
          }
          expect(asked.length).toBeLessThan(40);
        }

        expect(before ?? asked.length).toBeLessThanOrEqual(longest.before.length);
      }),
      { numRuns: 100 },
    );
  });
});
