import type { FactContent, Knowledge, SafetyRule, StepContent } from '../knowledge/content.ts';
import { type Condition, factsOf } from '../triage/conditions.ts';
import type { FactName, Facts } from '../triage/facts.ts';
import { firstGate, type Gate, gatesAfter } from '../triage/gates.ts';
import type { Audience, Problem, StepId } from '../triage/playbook.ts';
import { type Atom, atomsIn, Classes } from './classes.ts';
import { rulesFor } from './judge.ts';

/** What one problem looks like to one audience: its gates in order, and what can still matter from each on. */
export interface Ground {
  readonly knowledge: Knowledge;
  readonly problem: Problem;
  readonly audience: Audience;
  readonly first: Gate;
  /** Every gate, by its place in the order of the playbook. */
  readonly order: ReadonlyMap<Gate, number>;
  /** The facts that this gate reads, and those that decide whether one of them is asked. */
  readonly reads: ReadonlyMap<Gate, ReadonlySet<FactName>>;
  /** What this gate, all behind it and the safety rules of their steps still tell apart. */
  readonly ahead: ReadonlyMap<Gate, Classes>;
  readonly rules: ReadonlyMap<StepContent, readonly SafetyRule[]>;
  /** Whether a step is looked at, or passed by as if it were not there. */
  readonly isWatched: (step: StepId) => boolean;
}

/**
 * Surveys `problem`. `watched`: the steps that are looked at, when not all; whether they may be shown hangs on no other.
 * Throws for a problem without branches, which the loader refuses.
 */
export function groundOf(problem: Problem, knowledge: Knowledge, audience: Audience, watched: ReadonlySet<StepId> | null = null): Ground {
  const isWatched = (step: StepId): boolean => watched?.has(step) ?? true;
  const first = firstGate(problem, knowledge.playbooks, audience);
  if (first === null) throw new Error(`The problem "${problem.id}" has no branch.`);
  const gates = gatesFrom(first);
  const steps = gates.flatMap((gate) => (gate.kind === 'step' ? [contentOf(gate.step.id, knowledge)] : []));
  const rules = new Map(steps.map((step) => [step, rulesFor(step, knowledge.safety)]));
  const askIfs = problem.questions.flatMap(({ askIf }) => (askIf === null ? [] : [askIf]));
  const reads = new Map(gates.map((gate) => [gate, withAskIfs(new Set(gate.condition === null ? [] : factsOf(gate.condition)), problem)]));
  const read = (gate: Gate): readonly Condition[] => {
    if (gate.kind === 'step' && !isWatched(gate.step.id)) return [];
    const judged = gate.kind === 'step' ? needsOf(rules.get(contentOf(gate.step.id, knowledge)) ?? []) : [];
    return [...(gate.condition === null ? [] : [gate.condition]), ...judged];
  };
  const ahead = aheadOf(gates, read, askIfs, factsOfProblem(problem, knowledge));
  return { knowledge, problem, audience, first, order: new Map(gates.map((gate, index) => [gate, index])), reads, ahead, rules, isWatched };
}

/** The step with its words. */
export function contentOf(id: string, knowledge: Knowledge): StepContent {
  const step = knowledge.steps.get(id);
  if (step === undefined) throw new Error(`There is no step "${id}".`);
  return step;
}

/** What can still be told apart from `gate` on. */
export function classesAt(gate: Gate, { ahead }: Ground): Classes {
  const classes = ahead.get(gate);
  if (classes === undefined) throw new Error('This gate is of another problem.');
  return classes;
}

/** What of `facts` still matters: those with more than one class, each as the value that stands for its class. */
export function projected(facts: Facts, classes: Classes): Facts {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([fact, { values, source }]) => {
      const { of, values: all } = classes.of(fact);
      return all.length > 1 ? [[fact, { values: values.map(of), source }]] : [];
    }),
  );
}

/** Facts as a text that is the same for the same values. */
export function inKey(facts: Facts): string {
  return Object.entries(facts)
    .map(([fact, { values }]) => `${fact}=${values.join()}`)
    .toSorted()
    .join(';');
}

/** The gates in the order of the playbook. */
function gatesFrom(first: Gate): readonly Gate[] {
  const found: Gate[] = [];
  const ahead = [first];
  for (let gate = ahead.pop(); gate !== undefined; gate = ahead.pop()) {
    found.push(gate);
    ahead.push(...gatesAfter(gate, 'open').toReversed());
  }
  return found;
}

/** From each gate on, what is still told apart: by it, by those behind it, and by what decides whether a fact is asked. */
function aheadOf(
  gates: readonly Gate[],
  read: (gate: Gate) => readonly Condition[],
  askIfs: readonly Condition[],
  facts: ReadonlyMap<FactName, FactContent>,
): Ground['ahead'] {
  const always = atomsIn(askIfs);
  const atoms = new Map<Gate, ReadonlyMap<string, Atom>>();
  for (const gate of gates.toReversed()) {
    const later = gatesAfter(gate, 'open').flatMap((next) => [...(atoms.get(next) ?? [])]);
    atoms.set(gate, new Map([...always, ...atomsIn(read(gate)), ...later]));
  }
  return new Map(gates.map((gate) => [gate, new Classes(facts, atoms.get(gate)?.values() ?? [])]));
}

function withAskIfs(facts: ReadonlySet<FactName>, problem: Problem): ReadonlySet<FactName> {
  const asked = problem.questions.flatMap(({ fact, askIf }) => (facts.has(fact) && askIf !== null ? factsOf(askIf) : []));
  const all = new Set([...facts, ...asked]);
  return all.size === facts.size ? facts : withAskIfs(all, problem);
}

function needsOf(rules: readonly SafetyRule[]): readonly Condition[] {
  return rules.flatMap(({ needs, unless }) => [needs, unless].filter((condition) => condition !== null));
}

/** The facts, with the problem's own codes alone as values of `code`. */
function factsOfProblem(problem: Problem, { facts }: Knowledge): ReadonlyMap<FactName, FactContent> {
  const code = facts.get('code');
  if (code === undefined) throw new Error('There is no fact "code".');
  const values = ['none', ...problem.codes].map((value) => ({ value, label: NO_WORDS, short: NO_WORDS, isMain: false, isOffered: true }));
  return new Map(facts).set('code', { ...code, values, pattern: null });
}

const NO_WORDS = { en: '', ja: '' };
