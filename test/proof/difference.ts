import type { Knowledge, ProblemContent } from '../../src/knowledge/content.ts';
import type { Way } from '../../src/proof/diagram.ts';
import { type Ground, groundOf } from '../../src/proof/ground.ts';
import { waysOf } from '../../src/proof/ways.ts';
import { type FactName, type FactValue, UNKNOWN } from '../../src/triage/facts.ts';
import type { Audience, StepId } from '../../src/triage/playbook.ts';
import type { Mutant } from './mutants.ts';

/**
 * Whether anybody could tell the mutant from the original: whether on any way another step is shown. A guard that repeats what its
 * branch says already can be dropped without a difference.
 */
export function isDifferent({ problems, knowledge, steps }: Mutant, original: Knowledge): boolean {
  return problems.some((problem) =>
    (['employee', 'helpdesk'] as const).some((audience) => {
      const before = original.problems.get(problem.id);
      if (before === undefined) return true;
      return !new Comparison(originalView(before, original, audience, steps), viewOf(problem, knowledge, audience, steps)).isEqual;
    }),
  );
}

/** What of a problem a comparison looks at: these steps alone. */
interface ProblemView {
  readonly ground: Ground;
  /** Without, and with an open fault of Microsoft's. */
  readonly roots: readonly [Way, Way];
}

function viewOf(problem: ProblemContent, knowledge: Knowledge, audience: Audience, steps: readonly StepId[]): ProblemView {
  const ground = groundOf(problem, { ...knowledge, safety: [] }, audience, new Set(steps));
  return { ground, roots: [waysOf(ground).root, waysOf(ground, OPEN_FAULT).root] };
}

/** The original is compared with many mutants. */
function originalView(problem: ProblemContent, knowledge: Knowledge, audience: Audience, steps: readonly StepId[]): ProblemView {
  const key = `${problem.id} ${audience} ${steps.toSorted().join()}`;
  const known = originals.get(key) ?? viewOf(problem, knowledge, audience, steps);
  originals.set(key, known);
  return known;
}

const originals = new Map<string, ProblemView>();

const OPEN_FAULT = [{ advisory: 'an open advisory', remedy: 'microsoft' }] as const;
const NOWHERE: Way = { kind: 'nowhere' };

type Known = Readonly<Record<FactName, FactValue>>;

/** Two diagrams side by side: equal when no values of the facts lead to different steps or stops. */
class Comparison {
  readonly isEqual: boolean;
  readonly #grounds: readonly [Ground, Ground];

  constructor(left: ProblemView, right: ProblemView) {
    this.#grounds = [left.ground, right.ground];
    this.isEqual = [0, 1].every((at) => this.#same(left.roots[at] ?? NOWHERE, right.roots[at] ?? NOWHERE, {}));
  }

  #same(left: Way, right: Way, known: Known): boolean {
    const [a, b] = [resolved(left, known), resolved(right, known)];
    const split = a.kind === 'split' ? a : b.kind === 'split' ? b : null;
    if (split !== null) return this.#valuesOf(split.fact).every((value) => this.#same(a, b, { ...known, [split.fact]: value }));
    if (a.kind === 'step' && b.kind === 'step') return a.step.id === b.step.id && this.#same(a.then, b.then, known);
    return a.kind === 'stop' && b.kind === 'stop' && a.stop.id === b.stop.id;
  }

  /** One value of each class that either of the two tells apart. */
  #valuesOf(fact: FactName): readonly FactValue[] {
    const classes = this.#grounds.map(({ ahead, first }) => ahead.get(first)?.of(fact));
    const all = [
      UNKNOWN,
      ...classes.flatMap((each) => each?.values ?? []),
      ...(this.#grounds[0].knowledge.facts.get(fact)?.values ?? []).map(({ value }) => value),
    ];
    return [...new Map(all.map((value) => [classes.map((each) => each?.of(value)).join(' '), value])).values()];
  }
}

function resolved(way: Way, known: Known): Way {
  if (way.kind !== 'split') return way;
  const value = known[way.fact];
  const next = value === undefined ? undefined : way.on.get(way.of(value));
  return next === undefined ? way : resolved(next, known);
}
