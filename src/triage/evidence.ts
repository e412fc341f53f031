import { type Evidence, type FactName, type Facts, isSameValue, type KnownFact, mayBe, UNKNOWN, type Vocabulary } from './facts.ts';

/** A fact that was said twice, and differently. The person is asked once which is right; until then the stronger source stands. */
export interface Contradiction {
  readonly fact: FactName;
  readonly earlier: KnownFact;
  readonly later: KnownFact;
  /** It was answered, or the person went on without an answer. */
  readonly isOver: boolean;
}

/** What news are weighed with. */
export interface Weighing {
  readonly vocabulary: Vocabulary;
  /** The contradictions that were asked about before: none is asked about again. */
  readonly known: readonly Contradiction[];
  /** Whether something was done to the device meanwhile, so that an output may differ from earlier words without contradicting them. */
  readonly isChanged: boolean;
}

/** What stands after some news: the same `facts` object when they change nothing. `contradictions` are to be asked about. */
export interface Weighed {
  readonly facts: Facts;
  readonly contradictions: readonly Contradiction[];
}

/** The facts with `added` weighed against them: of two sources that differ the stronger stands, and the person is asked where nobody can tell. */
export function weigh(facts: Facts, added: Facts, weighing: Weighing): Weighed {
  const changed: [FactName, KnownFact][] = [];
  const contradictions: Contradiction[] = [];
  for (const [fact, later] of Object.entries(added)) {
    const earlier = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
    const { stands, isAsked } = earlier === undefined ? { stands: later, isAsked: false } : between(fact, earlier, later, weighing);
    if (stands !== earlier) changed.push([fact, stands]);
    if (earlier !== undefined && isAsked) contradictions.push({ fact, earlier, later, isOver: false });
  }
  return { facts: changed.length === 0 ? facts : { ...facts, ...Object.fromEntries(changed) }, contradictions };
}

/** The contradiction that the person is asked about now, if any. */
export function openContradiction(contradictions: readonly Contradiction[]): Contradiction | null {
  return contradictions.find(({ isOver }) => !isOver) ?? null;
}

/** The contradictions without that which was asked about: whoever was asked once is not asked again. */
export function withoutOpen(contradictions: readonly Contradiction[]): readonly Contradiction[] {
  const open = openContradiction(contradictions);
  return open === null ? contradictions : contradictions.map((one) => (one === open ? { ...one, isOver: true } : one));
}

/**
 * What stands when the person was asked about `contradiction` and gave `answer`: one of the two, something third, or that they do not know.
 * Whoever does not know takes back their word for it, so that the output counts.
 */
export function judged({ earlier, later }: Contradiction, stands: KnownFact, answer: KnownFact): KnownFact {
  const sides = [earlier, later];
  if (answer.values[0] === UNKNOWN) return sides.find(({ source }) => source.kind === 'pasted' && stands.source.kind !== 'pasted') ?? stands;
  if (isSameValue(stands, answer)) return stands;
  const chosen = sides.find((one) => isSameValue(one, answer));
  return { values: chosen?.values ?? answer.values, source: answer.source };
}

interface Ruling {
  readonly stands: KnownFact;
  readonly isAsked: boolean;
}

function between(fact: FactName, earlier: KnownFact, later: KnownFact, weighing: Weighing): Ruling {
  const definition = weighing.vocabulary.get(fact);
  const [keep, take] = [quietly(earlier), quietly(later)];
  // Codes and steps add up or are placed elsewhere; what comes from outside a conversation was weighed there.
  if (definition === undefined || definition.match === 'any' || isGiven(earlier) || isGiven(later)) return sameValues(earlier, later) ? keep : take;
  const evidence = definition.evidence;
  const [before, now] = [strength(earlier, evidence), strength(later, evidence)];
  if (isSameValue(earlier, later)) return quietly(confirmed(earlier, later, now > before));
  if (later.values[0] === UNKNOWN) return now < before ? keep : take;
  if (earlier.values[0] === UNKNOWN || mayBe(earlier, later, definition)) return take;
  if (mayBe(later, earlier, definition) && !isDeliberate(later)) return keep;
  if (weighing.known.some((one) => one.fact === fact && isBetween(one, earlier, later))) return isDeliberate(later) ? take : keep;
  if (now < before) return { stands: earlier, isAsked: true };
  if (now > before) return { stands: later, isAsked: isOutputOverWords(earlier, later) && !(evidence === 'setting' && weighing.isChanged) };
  return evidence !== 'device' || isDeliberate(later) ? take : { stands: earlier, isAsked: true };
}

/** How much a source counts for a fact. Only what is compared matters, not the numbers. */
function strength({ source }: KnownFact, evidence: Evidence): number {
  switch (source.kind) {
    case 'pasted':
      return evidence === 'person' ? 0 : 3;
    case 'learned':
      // The person looked, because Kiku asked them to: at a setting that is as good as the output.
      return evidence === 'person' ? 1 : 3;
    case 'tapped':
      return 1;
    case 'written':
      return evidence === 'person' || source.isDeliberate === true ? 1 : 0;
    case 'given':
      return 0;
  }
}

/** A tap answers a question, and a correction takes back what was said before: both are meant to differ. */
function isDeliberate({ source }: KnownFact): boolean {
  return source.kind === 'tapped' || (source.kind === 'written' && source.isDeliberate === true);
}

function isOutputOverWords(earlier: KnownFact, later: KnownFact): boolean {
  return later.source.kind === 'pasted' && (earlier.source.kind === 'tapped' || earlier.source.kind === 'written');
}

/** The same once more: what else was named stays, unless it is taken back; the stronger source is remembered. */
function confirmed(earlier: KnownFact, later: KnownFact, isStronger: boolean): KnownFact {
  const isAll = later.values.every((value) => earlier.values.includes(value));
  const values = isAll && !isDeliberate(later) ? earlier.values : later.values;
  return sameValues(earlier, { values }) && !isStronger ? earlier : { values, source: isStronger ? later.source : earlier.source };
}

function isBetween(contradiction: Contradiction, one: KnownFact, other: KnownFact): boolean {
  const sides = [contradiction.earlier, contradiction.later];
  return [one, other].every((fact) => sides.some((side) => isSameValue(side, fact)));
}

function quietly(stands: KnownFact): Ruling {
  return { stands, isAsked: false };
}

function isGiven({ source }: KnownFact): boolean {
  return source.kind === 'given';
}

function sameValues(left: Pick<KnownFact, 'values'>, right: Pick<KnownFact, 'values'>): boolean {
  return left.values.join() === right.values.join();
}
