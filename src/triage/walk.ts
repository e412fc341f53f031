import { evaluate } from './conditions.ts';
import type { FactName } from './facts.ts';
import { firstGate, gatesAfter } from './gates.ts';
import type { Problem, Step, StopKind, StopRule } from './playbook.ts';
import { factsToAsk, microsoftFault, outlookOn, type Situation } from './situation.ts';

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

/** The way of `problem` in this situation, from its start to its stop, without what was tried; what is not sure yet follows an `open`. */
export function* walk(problem: Problem, situation: Situation): Generator<Waypoint, void, undefined> {
  const outlook = outlookOn(problem, situation);
  const first = firstGate(problem, situation.playbooks, situation.audience);
  const ahead = first === null ? [] : [first];
  let isEnded = false;
  for (let gate = ahead.pop(); gate !== undefined; gate = ahead.pop()) {
    // Nothing is asked for a step that will not be shown whatever its condition says.
    const isHidden = gate.kind === 'step' && isPassedOver(gate.step, situation);
    const truth = isHidden || gate.condition === null || evaluate(gate.condition, outlook);
    if (truth === 'open' && gate.condition !== null) yield { kind: 'open', facts: factsToAsk(gate.condition, outlook) };
    if (truth !== false) {
      const isSure = truth === true;
      if (gate.kind === 'step' && !isHidden) yield { kind: 'step', step: gate.step, isSure };
      if (gate.kind === 'stop') yield { kind: 'stop', stop: stopOf(gate.rule, situation), isSure };
    }
    isEnded = gate.kind === 'stop' && truth === true;
    ahead.push(...gatesAfter(gate, truth).toReversed());
  }
  if (!isEnded) throw new Error(`The way of "${problem.id}" has no stop: its last branch, and the last stop of each, must have no condition.`);
}

/** Whether the step is left out, however its condition stands: it was tried, here or before the person came, or is withheld. What was begun never is. */
export function isPassedOver(step: Step, situation: Situation): boolean {
  const outcome = situation.outcomes[step.id];
  if (outcome !== undefined) return outcome !== 'begun';
  return isClaimed(step, situation) || isWithheld(step, situation);
}

/** What somebody says that they have done before is left out; a word for it is too little where a step goes deep. */
function isClaimed(step: Step, { facts: { tried } }: Situation): boolean {
  if (tried === undefined || !tried.values.includes(step.id)) return false;
  return tried.source.kind === 'given' || step.risk === 'R0' || step.risk === 'R1';
}

/** The helpdesk withdrew it; or a likely fault of Microsoft's is open, and nothing deep is shown meanwhile. */
function isWithheld(step: Step, situation: Situation): boolean {
  return situation.withdrawn.includes(step.id) || ((step.risk === 'R2' || step.risk === 'R3') && microsoftFault(situation) !== null);
}

/** How a rule ends the way; while a fault of Microsoft's is open, by waiting for it. */
export function stopOf(rule: StopRule, situation: Situation): Stop {
  const fault = microsoftFault(situation);
  const isWaiting = fault !== null && !rule.isDespiteFault && rule.kind !== 'upgrade';
  return isWaiting ? { id: 'wait', kind: 'wait', advisory: fault.advisory } : { id: rule.id, kind: rule.kind, advisory: null };
}
