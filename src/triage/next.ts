import type { Contradiction } from './evidence.ts';
import { type FactName, isImprecise, UNKNOWN } from './facts.ts';
import { identify, isOnlyAsking } from './identify.ts';
import type { Problem, ProblemId, Step } from './playbook.ts';
import { microsoftFault, type Situation } from './situation.ts';
import { type Stop, type Waypoint, walk } from './walk.ts';

/** Where a person is. Derived from facts and outcomes each time, never stored. */
export type Position =
  /** `isAgain`: the answer so far is not exact. `problem` is `null` while it is not known what it is about. `contradiction`: it was answered twice. */
  | {
      readonly kind: 'ask';
      readonly problem: ProblemId | null;
      readonly fact: FactName;
      readonly isAgain: boolean;
      readonly contradiction?: Contradiction;
    }
  /** An open fault of Microsoft's that is likely the person's, which they have not gone past yet. */
  | { readonly kind: 'fault'; readonly problem: ProblemId; readonly advisory: string }
  /** `isWindUp`: the step was begun and is no longer right here; only how to check and undo it is shown. */
  | { readonly kind: 'step'; readonly problem: ProblemId; readonly step: Step; readonly number: number; readonly isWindUp: boolean }
  | { readonly kind: 'stop'; readonly problem: ProblemId | null; readonly stop: Stop };

/** The next thing for the person in this situation. */
export function next(situation: Situation, reopened: FactName | null = null, advised: readonly string[] = []): Position {
  const identified = identify(situation.facts, situation.playbooks);
  const problem = identified.problem === null ? null : (situation.playbooks.problems.get(identified.problem) ?? null);
  if (reopened !== null) return { kind: 'ask', problem: problem?.id ?? null, fact: reopened, isAgain: false };
  const begun = begunStep(problem, situation);
  if (begun !== null && problem !== null) return begun;
  const first = identified.asks.find((fact) => fact !== 'code' || !isOnlyAsking(situation.facts));
  if (first !== undefined) return ask(first, problem, situation);
  if (problem === null) {
    const id = identified.hasUnknownCode ? 'unknown-code' : 'no-playbook';
    return { kind: 'stop', problem: null, stop: { id, kind: 'escalate', advisory: null } };
  }
  const position = along(problem, situation);
  const fault = microsoftFault(situation);
  const isNews = position.kind !== 'ask' && fault !== null && !advised.includes(fault.advisory) && !isDespite(position, fault.advisory);
  return isNews ? { kind: 'fault', problem: problem.id, advisory: fault.advisory } : position;
}

/** The facts still worth asking, the opening ones first, then in the order in which the way needs them. */
export function asks(situation: Situation): readonly FactName[] {
  const identified = identify(situation.facts, situation.playbooks);
  const problem = identified.problem === null ? undefined : situation.playbooks.problems.get(identified.problem);
  const open = [...identified.asks, ...(problem === undefined ? [] : openFactsOf([...walk(problem, situation)]))];
  const opening = (problem?.opening ?? []).filter((fact) => open.includes(fact));
  return [...new Set([...opening, ...open])];
}

function along(problem: Problem, situation: Situation): Position {
  const { first, open } = startOf(problem, situation);
  const opening = problem.opening.find((fact) => open.has(fact));
  if (opening !== undefined) return ask(opening, problem, situation);
  switch (first.kind) {
    case 'open': {
      const fact = first.facts[0];
      if (fact === undefined) throw new Error(`The way of "${problem.id}" is open, but hangs on no fact.`);
      return ask(fact, problem, situation);
    }
    case 'step':
      return { kind: 'step', problem: problem.id, step: first.step, number: numberOf(situation), isWindUp: false };
    case 'stop':
      return { kind: 'stop', problem: problem.id, stop: first.stop };
  }
}

/** The first waypoint, and the open facts: so far along the way as an opening fact that comes before those found may still be open. */
function startOf(problem: Problem, situation: Situation): { readonly first: Waypoint; readonly open: ReadonlySet<FactName> } {
  const wanted = problem.opening.find((fact) => isUnsettled(fact, situation));
  const open = new Set<FactName>();
  let first: Waypoint | null = null;
  for (const waypoint of walk(problem, situation)) {
    first ??= waypoint;
    if (waypoint.kind === 'open') for (const fact of waypoint.facts) open.add(fact);
    if (wanted === undefined || open.has(wanted)) break;
  }
  if (first === null) throw new Error(`The way of "${problem.id}" has no stop.`);
  return { first, open };
}

/** Whether the fact is absent or not exact: only then a condition can hang on it. */
function isUnsettled(fact: FactName, { facts, vocabulary }: Situation): boolean {
  const definition = vocabulary.get(fact);
  return facts[fact] === undefined || (definition !== undefined && isImprecise(facts, definition));
}

/** A stop that holds even during the fault (no connection, no path for this OS) is told at once. */
function isDespite(position: Position, advisory: string): boolean {
  return position.kind === 'stop' && position.stop.advisory !== advisory;
}

/** A begun step stays in sight: as itself while it is still right, else only to check and undo what was done. */
function begunStep(problem: Problem | null, situation: Situation): Position | null {
  if (problem === null || !Object.values(situation.outcomes).includes('begun')) return null;
  for (const [id, outcome] of Object.entries(situation.outcomes)) {
    const step = situation.playbooks.steps.get(id);
    if (outcome !== 'begun' || step === undefined) continue;
    const isRight = isOnTheWay(step, problem, situation);
    if (isRight || step.risk !== 'R0') return { kind: 'step', problem: problem.id, step, number: numberOf(situation), isWindUp: !isRight };
  }
  return null;
}

function isOnTheWay(step: Step, problem: Problem, situation: Situation): boolean {
  for (const waypoint of walk(problem, situation)) if (waypoint.kind === 'step' && waypoint.step.id === step.id && waypoint.isSure) return true;
  return false;
}

function numberOf(situation: Situation): number {
  return Object.values(situation.outcomes).filter((outcome) => outcome !== 'begun').length + 1;
}

function ask(fact: FactName, problem: Problem | null, situation: Situation): Position {
  const definition = situation.vocabulary.get(fact);
  const isAgain = definition !== undefined && isImprecise(situation.facts, definition) && situation.facts[fact]?.values[0] !== UNKNOWN;
  return { kind: 'ask', problem: problem?.id ?? null, fact, isAgain };
}

function openFactsOf(waypoints: readonly Waypoint[]): readonly FactName[] {
  return waypoints.flatMap((waypoint) => (waypoint.kind === 'open' ? waypoint.facts : []));
}
