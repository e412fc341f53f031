import { describe, expect, it } from '@jest/globals';
import { type Contradiction, judged, weigh } from '../../src/triage/evidence.ts';
import type { Evidence, FactSource, KnownFact, Vocabulary } from '../../src/triage/facts.ts';

const SOURCES = {
  written: { kind: 'written', words: 'w' },
  corrected: { kind: 'written', words: 'no, w', isDeliberate: true },
  tapped: { kind: 'tapped' },
  learned: { kind: 'learned', step: 'look' },
  pasted: { kind: 'pasted', line: 'l' },
  given: { kind: 'given' },
} as const satisfies Record<string, FactSource>;
type From = keyof typeof SOURCES;

const vocabulary: Vocabulary = new Map(
  (['person', 'setting', 'device'] as const).map((evidence) => [
    evidence,
    { name: evidence, isList: true, match: 'first' as const, evidence, imprecise: new Map([['vague', ['one', 'two']]]) },
  ]),
);

const known = (from: From, ...values: string[]): KnownFact => ({ values, source: SOURCES[from] });

function weighed(fact: Evidence, earlier: KnownFact, later: KnownFact, more: { isChanged?: boolean; known?: readonly Contradiction[] } = {}) {
  const { facts, contradictions } = weigh({ [fact]: earlier }, { [fact]: later }, { vocabulary, known: [], isChanged: false, ...more });
  return { stands: facts[fact], isAsked: contradictions.length > 0 };
}

describe('a fact that is said twice, and differently', () => {
  it.each<[Evidence, From, From, 'earlier' | 'later', boolean]>([
    // The person knows best: the latest they say counts, and an output against it is asked about.
    ['person', 'written', 'written', 'later', false],
    ['person', 'written', 'tapped', 'later', false],
    ['person', 'tapped', 'written', 'later', false],
    ['person', 'tapped', 'corrected', 'later', false],
    ['person', 'tapped', 'learned', 'later', false],
    ['person', 'learned', 'written', 'later', false],
    ['person', 'tapped', 'pasted', 'earlier', true],
    ['person', 'written', 'pasted', 'earlier', true],
    ['person', 'pasted', 'written', 'later', false],
    ['person', 'pasted', 'tapped', 'later', false],
    ['person', 'pasted', 'pasted', 'later', false],
    // The device knows best how it is set; what is set may change on the way.
    ['setting', 'written', 'written', 'later', false],
    ['setting', 'tapped', 'written', 'earlier', true],
    ['setting', 'tapped', 'corrected', 'later', false],
    ['setting', 'written', 'tapped', 'later', false],
    ['setting', 'written', 'pasted', 'later', true],
    ['setting', 'tapped', 'pasted', 'later', true],
    ['setting', 'pasted', 'pasted', 'later', false],
    ['setting', 'pasted', 'written', 'earlier', true],
    ['setting', 'pasted', 'corrected', 'earlier', true],
    ['setting', 'pasted', 'tapped', 'earlier', true],
    ['setting', 'tapped', 'learned', 'later', false],
    ['setting', 'pasted', 'learned', 'later', false],
    ['setting', 'learned', 'pasted', 'later', false],
    ['setting', 'learned', 'written', 'earlier', true],
    // What the device is does not change: two that are equally strong are of two devices.
    ['device', 'written', 'written', 'earlier', true],
    ['device', 'written', 'corrected', 'later', false],
    ['device', 'tapped', 'written', 'earlier', true],
    ['device', 'tapped', 'corrected', 'later', false],
    ['device', 'corrected', 'written', 'earlier', true],
    ['device', 'written', 'tapped', 'later', false],
    ['device', 'tapped', 'tapped', 'later', false],
    ['device', 'written', 'pasted', 'later', true],
    ['device', 'tapped', 'pasted', 'later', true],
    ['device', 'pasted', 'pasted', 'earlier', true],
    ['device', 'pasted', 'written', 'earlier', true],
    ['device', 'pasted', 'corrected', 'earlier', true],
    ['device', 'pasted', 'tapped', 'earlier', true],
    // What comes from outside a conversation is not weighed.
    ['device', 'given', 'given', 'later', false],
    ['device', 'given', 'written', 'later', false],
  ])('of the kind "%s", %s and then %s: the %s one stands, asked about: %s', (fact, before, now, which, isAsked) => {
    const sides = { earlier: known(before, 'one'), later: known(now, 'two') };

    expect(weighed(fact, sides.earlier, sides.later)).toEqual({ stands: sides[which], isAsked });
  });

  it('is not asked about when something was done to the device before the output', () => {
    const [before, after] = [known('tapped', 'one'), known('pasted', 'two')];

    expect(weighed('setting', before, after, { isChanged: true })).toEqual({ stands: after, isAsked: false });
    expect(weighed('device', before, after, { isChanged: true }).isAsked).toBe(true);
  });

  it.each<[From, From, 'earlier' | 'later']>([
    ['pasted', 'written', 'earlier'],
    ['pasted', 'corrected', 'later'],
    ['pasted', 'tapped', 'later'],
    ['tapped', 'pasted', 'earlier'],
  ])('is asked about once: %s and then %s again leaves the %s one', (before, now, which) => {
    const sides = { earlier: known(before, 'one'), later: known(now, 'two') };
    const asked: Contradiction = { fact: 'device', earlier: known('pasted', 'two'), later: known('tapped', 'one'), isOver: true };

    expect(weighed('device', sides.earlier, sides.later, { known: [asked] })).toEqual({ stands: sides[which], isAsked: false });
  });

  it('is asked about again when it is something third', () => {
    const asked: Contradiction = { fact: 'device', earlier: known('tapped', 'one'), later: known('pasted', 'two'), isOver: true };

    expect(weighed('device', known('pasted', 'two'), known('written', 'three'), { known: [asked] }).isAsked).toBe(true);
  });
});

describe('no contradiction', () => {
  it.each<[string, KnownFact, KnownFact, 'earlier' | 'later']>([
    ['something exact after something that is not', known('pasted', 'vague'), known('written', 'one'), 'later'],
    ['something that is not exact after something it may stand for', known('written', 'one'), known('pasted', 'vague'), 'earlier'],
    ['an answer after "I do not know"', known('tapped', 'unknown'), known('written', 'one'), 'later'],
    ['"I do not know" after a stronger source', known('pasted', 'one'), known('tapped', 'unknown'), 'earlier'],
    ['"I do not know" as the answer to what was tapped', known('tapped', 'one'), known('tapped', 'unknown'), 'later'],
    ['the same from a weaker source', known('pasted', 'one'), known('written', 'one'), 'earlier'],
    ['the same from a stronger source', known('written', 'one'), known('pasted', 'one'), 'later'],
    ['the affected device without the others', known('written', 'one', 'two'), known('written', 'one'), 'earlier'],
  ])('is %s', (_what, earlier, later, which) => {
    expect(weighed('device', earlier, later)).toEqual({ stands: { earlier, later }[which], isAsked: false });
  });

  it('changes the facts when nothing is new', () => {
    const facts = { device: known('written', 'one') };

    expect(weigh(facts, { device: known('written', 'one') }, { vocabulary, known: [], isChanged: false }).facts).toBe(facts);
  });

  it('keeps the other devices when an output confirms the affected one', () => {
    expect(weighed('device', known('written', 'one', 'two'), known('pasted', 'one')).stands).toEqual(known('pasted', 'one', 'two'));
  });
});

describe('the answer to which of two is right', () => {
  const [tapped, pasted] = [known('tapped', 'one', 'five'), known('pasted', 'two')];
  const contradiction: Contradiction = { fact: 'device', earlier: tapped, later: pasted, isOver: false };

  it.each<[string, KnownFact, KnownFact]>([
    ['what stands keeps its source', known('tapped', 'two'), pasted],
    ['the other counts as tapped, with what else was named there', known('tapped', 'one'), tapped],
    ['something third counts as it was said', known('corrected', 'three'), known('corrected', 'three')],
    ['"I do not know" leaves what stands', known('tapped', 'unknown'), pasted],
  ])('%s', (_what, answer, stands) => {
    expect(judged(contradiction, pasted, answer)).toEqual(stands);
  });

  it('"I do not know" gives the output right where a word stood until then', () => {
    expect(judged(contradiction, tapped, known('tapped', 'unknown'))).toEqual(pasted);
  });
});
