import { allOf, type Condition, evaluate, type Truth } from './conditions.ts';
import type { FactName } from './facts.ts';
import type { Branch, Problem, Step, StopKind, StopRule } from './playbook.ts';
import { permission } from './risk.ts';
import { factsToAsk, microsoftFault, type Outlook, outlookOn, type Situation } from './situation.ts';

/** How a way ends, and the advisory that is the reason when there is one. */
export interface Stop {
  readonly id: string;
  readonly kind: StopKind;
  readonly advisory: string | null;
}

/** What stands along the way, in order. `open`: what comes next hangs on these facts. */
export type Waypoint =
  | { readonly kind: 'open'; readonly facts: readonly FactName[] }
  | { readonly kind: 'step'; readonly step: Step; readonly isSure: boolean }
  | { readonly kind: 'stop'; readonly stop: Stop; readonly isSure: boolean };

type Way = Generator<Waypoint, void, undefined>;

/** The way of `problem` in this situation, from its start to its stop; what is not sure yet follows an `open`. */
export function* walk(problem: Problem, situation: Situation): Way {
  const outlook = outlookOn(problem, situation);
  for (const branch of problem.branches) {
    const truth = truthOf(branch.when, outlook);
    yield* opening(truth, branch.when, outlook);
    if (truth !== false) yield* alongBranch(branch, outlook);
    if (truth === true) return;
  }
  throw new Error(`No branch of "${problem.id}" holds: its last branch must have no condition.`);
}

function* alongBranch(branch: Branch, outlook: Outlook): Way {
  const { problem, situation } = outlook;
  for (const id of branch.steps) {
    const step = situation.playbooks.steps.get(id);
    if (step === undefined) throw new Error(`The playbook "${problem.id}" names the step "${id}", which does not exist.`);
    if (isWithheld(step, situation)) continue;
    const condition = allOf(step.when, step.guard, permission(step, situation.audience));
    const truth = truthOf(condition, outlook);
    yield* opening(truth, condition, outlook);
    if (truth !== false) yield { kind: 'step', step, isSure: truth === true };
  }
  yield* toStop(branch, outlook);
}

function* toStop(branch: Branch, outlook: Outlook): Way {
  for (const rule of branch.stops) {
    const truth = truthOf(rule.when, outlook);
    yield* opening(truth, rule.when, outlook);
    if (truth !== false) yield { kind: 'stop', stop: stopOf(rule, outlook.situation), isSure: truth === true };
    if (truth === true) return;
  }
  throw new Error(`No stop of the branch "${branch.id}" of "${outlook.problem.id}" holds: its last stop must have no condition.`);
}

function* opening(truth: Truth, condition: Condition | null, outlook: Outlook): Way {
  if (truth === 'open' && condition !== null) yield { kind: 'open', facts: factsToAsk(condition, outlook) };
}

function truthOf(condition: Condition | null, outlook: Outlook): Truth {
  return condition === null || evaluate(condition, outlook);
}

/** While a likely fault of Microsoft's is open nothing deep is shown; what was begun is never taken away. */
function isWithheld(step: Step, situation: Situation): boolean {
  if (situation.outcomes[step.id] === 'begun') return false;
  if (situation.withdrawn.includes(step.id)) return true;
  return (step.risk === 'R2' || step.risk === 'R3') && microsoftFault(situation) !== null;
}

function stopOf(rule: StopRule, situation: Situation): Stop {
  const fault = microsoftFault(situation);
  const isWaiting = fault !== null && !rule.isDespiteFault && rule.kind !== 'upgrade';
  return isWaiting ? { id: 'wait', kind: 'wait', advisory: fault.advisory } : { id: rule.id, kind: rule.kind, advisory: null };
}
