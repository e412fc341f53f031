import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { advance, type Move, positionOf } from '../../src/triage/advance.ts';
import { type Intake, newIntake } from '../../src/triage/intake.ts';
import { given, toasterWorld } from './fixture.ts';

const world = toasterWorld();
const start = newIntake('i1');

const tell = (intake: Intake, facts: Record<string, string | string[]>) => advance(intake, { kind: 'told', facts: given(facts) }, world).intake;
const answer = (intake: Intake, fact: string, value: string) => advance(intake, { kind: 'answered', fact, value, revision: intake.revision }, world);
const tried = (intake: Intake, step: string, outcome: 'worked' | 'failing' | 'cannot') =>
  advance(intake, { kind: 'tried', step, outcome, revision: intake.revision }, world);
const replay = (from: Intake, moves: readonly Move[]) => moves.reduce((intake, move) => advance(intake, move, world).intake, from);
const where = (intake: Intake) => {
  const position = positionOf(intake, world);
  return position.kind === 'ask'
    ? `ask ${position.fact}`
    : position.kind === 'step'
      ? `step ${position.step.id}`
      : `stop ${position.kind === 'stop' ? position.stop.id : ''}`;
};

describe('asking', () => {
  it('asks the opening questions first, one at a time', () => {
    const begun = tell(start, { product: 'toaster' });

    expect(where(begun)).toBe('ask code');
    expect(where(answer(begun, 'code', 'none').intake)).toBe('ask model');
  });

  it('skips the questions that a message has answered, and asks nothing that cannot matter', () => {
    expect(where(tell(start, { code: ['0xburnt'], model: 'steel', warm: 'yes' }))).toBe('step shake');
  });

  it('asks a question that waits for another answer only after it, and only when it opens', () => {
    const known = tell(start, { code: ['0xburnt'], model: 'steel' });

    expect(where(known)).toBe('ask warm');
    expect(where(answer(known, 'warm', 'no').intake)).toBe('ask plug');
  });

  it('asks once more for an imprecise value, and not a third time', () => {
    const vague = tell(start, { code: ['0xburnt'], model: 'metal' });

    expect(positionOf(vague, world)).toMatchObject({ kind: 'ask', fact: 'model', isAgain: true });
    expect(where(answer(vague, 'model', 'unknown').intake)).toBe('ask warm');
    expect(answer(vague, 'model', 'unknown').intake.facts.model?.values).toEqual(['metal']);
    expect(where(tell(vague, { model: 'metal' }))).toBe('ask warm');
  });

  it('keeps every other answer when one is changed', () => {
    const atStep = tell(start, { code: ['0xburnt'], model: 'steel', warm: 'yes' });
    const reopened = advance(atStep, { kind: 'reopened', fact: 'warm' }, world).intake;

    expect(where(reopened)).toBe('ask warm');
    expect(answer(reopened, 'warm', 'no').intake.facts.model?.values).toEqual(['steel']);
  });
});

describe('steps', () => {
  const atShake = tell(start, { code: ['0xburnt'], model: 'steel', warm: 'yes' });

  it('go on in order after a failure, and end at the first success', () => {
    const failed = tried(atShake, 'shake', 'failing').intake;

    expect(where(failed)).toBe('step clean');
    expect(tried(failed, 'clean', 'worked').intake.state).toBe('solved');
  });

  it('that only look tell a fact and do not end the intake', () => {
    const looking = tell(start, { code: ['0xburnt'], model: 'steel', warm: 'unknown' });

    expect(where(looking)).toBe('step look-inside');
    expect(tried(looking, 'look-inside', 'worked').intake.facts.warm).toMatchObject({ values: ['yes'], source: { kind: 'learned' } });
  });

  it('of administrators ask for device and rights only when the rest of their guard holds', () => {
    const cleaned = tried(tried(atShake, 'shake', 'failing').intake, 'clean', 'failing').intake;

    expect(where(cleaned)).toBe('stop exhausted');
  });

  it('once begun stay in sight, to check and undo, when they are no longer right', () => {
    const changed = tell(tried(atShake, 'shake', 'failing').intake, { model: 'brass' });

    expect(positionOf(changed, world)).toMatchObject({ kind: 'step', step: { id: 'clean' }, isWindUp: true });
  });

  it('told as tried before are not shown again', () => {
    expect(where(tell(start, { code: ['0xburnt'], model: 'steel', warm: 'yes', tried: ['shake'] }))).toBe('step clean');
  });

  it('withdrawn by the helpdesk are left out', () => {
    const moved = advance(start, { kind: 'told', facts: given({ code: ['0xburnt'], model: 'steel', warm: 'yes' }) }, toasterWorld([], ['shake']));

    expect(moved.effects.at(-1)).toMatchObject({ kind: 'show', position: { step: { id: 'clean' } } });
  });
});

describe('a tap', () => {
  it.each([
    ['of an earlier revision', { kind: 'answered', fact: 'warm', value: 'yes', revision: 0 }],
    ['on another question than the open one', { kind: 'answered', fact: 'model', value: 'steel', revision: 1 }],
    ['on a step that is not shown', { kind: 'tried', step: 'clean', outcome: 'worked', revision: 1 }],
  ] as const)('%s changes nothing and shows where the person is', (_name, made) => {
    const asked = tell(start, { code: ['0xburnt'], model: 'steel' });

    const moved = advance(asked, made, world);

    expect(moved.intake).toBe(asked);
    expect(moved.effects).toMatchObject([{ kind: 'stale', position: { kind: 'ask', fact: 'warm' } }]);
  });
});

describe('an open fault of Microsoft', () => {
  const faulty = toasterWorld([{ advisory: 'OD1', remedy: 'microsoft' }]);
  const told = (facts: Record<string, string | string[]>) => advance(start, { kind: 'told', facts: given(facts) }, faulty).intake;

  it('is shown before the first step, and the way ends in waiting', () => {
    const faced = told({ code: ['0xburnt'], model: 'steel', warm: 'yes' });
    const past = advance(faced, { kind: 'went-past', advisory: 'OD1' }, faulty).intake;

    expect(positionOf(faced, faulty)).toMatchObject({ kind: 'fault', advisory: 'OD1' });
    expect(positionOf(past, faulty)).toMatchObject({ kind: 'step', step: { id: 'shake' } });
    const end = ['shake', 'clean'].reduce(
      (intake, step) => advance(intake, { kind: 'tried', step, outcome: 'failing', revision: intake.revision }, faulty).intake,
      past,
    );
    expect(positionOf(end, faulty)).toMatchObject({ kind: 'stop', stop: { kind: 'wait', advisory: 'OD1' } });
  });

  it('does not hide that this model has no path', () => {
    expect(positionOf(told({ code: ['0xburnt'], model: 'brass', warm: 'yes' }), faulty)).toMatchObject({ kind: 'stop', stop: { kind: 'upgrade' } });
  });

  it('is left aside by who says it is not theirs', () => {
    const faced = told({ code: ['0xburnt'], model: 'steel', warm: 'yes' });

    expect(positionOf(advance(faced, { kind: 'dismissed', advisory: 'OD1' }, faulty).intake, faulty)).toMatchObject({ kind: 'step' });
  });
});

describe('deciding', () => {
  const moves: fc.Arbitrary<Move> = fc.oneof(
    fc.record({
      kind: fc.constant('answered' as const),
      fact: fc.constantFrom('code', 'model', 'warm', 'plug'),
      value: fc.constantFrom('none', 'metal', 'steel', 'brass', 'yes', 'no', 'out', 'unknown'),
      revision: fc.nat(12),
    }),
    fc.record({
      kind: fc.constant('tried' as const),
      step: fc.constantFrom('look-inside', 'shake', 'clean', 'rewire'),
      outcome: fc.constantFrom('worked', 'failing', 'cannot'),
      revision: fc.nat(12),
    }),
    fc.record({ kind: fc.constant('reopened' as const), fact: fc.constantFrom('model', 'warm') }),
    fc.record({
      kind: fc.constant('told' as const),
      facts: fc.constantFrom(given({ product: 'toaster' }), given({ code: ['0xburnt'] }), given({ warm: 'no' }), given({ model: 'metal' })),
    }),
  );

  it('again over the same moves gives the same, and never throws', () => {
    fc.assert(
      fc.property(fc.array(moves, { maxLength: 25 }), (made) => {
        const once = replay(start, made);

        expect(replay(JSON.parse(JSON.stringify(start)), made)).toEqual(once);
        expect(positionOf(JSON.parse(JSON.stringify(once)), world)).toEqual(positionOf(once, world));
      }),
      { numRuns: 500 },
    );
  });

  it('twice on the same tap counts once', () => {
    const asked = tell(start, { code: ['0xburnt'], model: 'steel' });
    const tap: Move = { kind: 'answered', fact: 'warm', value: 'yes', revision: asked.revision };

    expect(replay(asked, [tap, tap])).toEqual(replay(asked, [tap]));
  });
});
