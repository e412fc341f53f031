import type { FactContent, Knowledge, SafetyRule, StepContent } from '../knowledge/content.ts';
import { type Condition, factsOf } from '../triage/conditions.ts';
import type { FactName } from '../triage/facts.ts';
import { firstGate, type Gate, gatesAfter } from '../triage/gates.ts';
import type { Audience, Problem } from '../triage/playbook.ts';
import { type Classes, classesOf } from './classes.ts';
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
  /** The facts that this gate and all behind it read, and what the safety rules read of their steps. */
  readonly live: ReadonlyMap<Gate, ReadonlySet<FactName>>;
  readonly classes: Classes;
  readonly rules: ReadonlyMap<StepContent, readonly SafetyRule[]>;
}

/** Surveys `problem`. Throws for a problem without branches, which the loader refuses. */
export function groundOf(problem: Problem, knowledge: Knowledge, audience: Audience): Ground {
  const first = firstGate(problem, knowledge.playbooks, audience);
  if (first === null) throw new Error(`The problem "${problem.id}" has no branch.`);
  const gates = gatesFrom(first);
  const steps = gates.flatMap((gate) => (gate.kind === 'step' ? [contentOf(gate.step.id, knowledge)] : []));
  const rules = new Map(steps.map((step) => [step, rulesFor(step, knowledge.safety)]));
  const askIfs = problem.questions.flatMap(({ askIf }) => (askIf === null ? [] : [askIf]));
  const conditions = [...gates.flatMap((gate) => gate.condition ?? []), ...askIfs, ...needsOf([...rules.values()].flat())];
  const classes = classesOf(factsOfProblem(problem, knowledge), conditions);
  const reads = new Map(gates.map((gate) => [gate, withAskIfs(new Set(gate.condition === null ? [] : factsOf(gate.condition)), problem)]));
  const judged = (gate: Gate): readonly FactName[] =>
    gate.kind === 'step' ? needsOf(rules.get(contentOf(gate.step.id, knowledge)) ?? []).flatMap(factsOf) : [];
  const live = liveFrom(gates, (gate) => [...(reads.get(gate) ?? []), ...judged(gate)]);
  return { knowledge, problem, audience, first, order: new Map(gates.map((gate, index) => [gate, index])), reads, live, classes, rules };
}

/** The step with its words. */
export function contentOf(id: string, knowledge: Knowledge): StepContent {
  const step = knowledge.steps.get(id);
  if (step === undefined) throw new Error(`There is no step "${id}".`);
  return step;
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

/** What each gate needs known, with what all behind it need. */
function liveFrom(gates: readonly Gate[], own: (gate: Gate) => Iterable<FactName>): Ground['live'] {
  const live = new Map<Gate, ReadonlySet<FactName>>();
  for (const gate of gates.toReversed())
    live.set(gate, new Set([...own(gate), ...gatesAfter(gate, 'open').flatMap((next) => [...(live.get(next) ?? [])])]));
  return live;
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
