import { allOf, type Condition } from './conditions.ts';
import type { Audience, Branch, Playbooks, Problem, Step, StopRule } from './playbook.ts';
import { permission } from './risk.ts';

/** A place on the way of a problem at which a condition decides; `condition` is `null` where nothing is in the way. */
export type Gate =
  /** Whether this branch is walked; `ifFalse` is the next branch, `null` behind the last. */
  | { readonly kind: 'branch'; readonly condition: Condition | null; readonly ifTrue: Gate | null; readonly ifFalse: Gate | null }
  /** Whether this step is shown to the audience; either way `next` follows. */
  | { readonly kind: 'step'; readonly condition: Condition | null; readonly step: Step; readonly next: Gate | null }
  /** Whether the way ends here; `ifFalse` is the next stop, `null` behind the last. */
  | { readonly kind: 'stop'; readonly condition: Condition | null; readonly rule: StopRule; readonly ifFalse: Gate | null };

/** The first gate of `problem` for `audience`; from it every other is reached. Worked out once. */
export function firstGate(problem: Problem, playbooks: Playbooks, audience: Audience): Gate | null {
  const known = built.get(problem)?.[audience];
  if (known !== undefined && known.playbooks === playbooks) return known.first;
  const first = gatesOf(problem, playbooks, audience);
  built.set(problem, { ...built.get(problem), [audience]: { playbooks, first } });
  return first;
}

/** The gates to look at after `gate`, nearest first: both ways on while its condition is not determined. */
export function gatesAfter(gate: Gate, truth: boolean | 'open'): readonly Gate[] {
  switch (gate.kind) {
    case 'branch':
      return [truth === false ? null : gate.ifTrue, truth === true ? null : gate.ifFalse].filter((each) => each !== null);
    case 'step':
      return gate.next === null ? [] : [gate.next];
    case 'stop':
      return truth === true || gate.ifFalse === null ? [] : [gate.ifFalse];
  }
}

interface Built {
  readonly playbooks: Playbooks;
  readonly first: Gate | null;
}

const built = new WeakMap<Problem, Partial<Record<Audience, Built>>>();

function gatesOf(problem: Problem, playbooks: Playbooks, audience: Audience): Gate | null {
  return problem.branches.reduceRight<Gate | null>((ifFalse, branch) => {
    const ifTrue = alongBranch(branch, problem, playbooks, audience);
    return { kind: 'branch', condition: branch.when, ifTrue, ifFalse };
  }, null);
}

function alongBranch(branch: Branch, problem: Problem, playbooks: Playbooks, audience: Audience): Gate | null {
  const stops = branch.stops.reduceRight<Gate | null>((ifFalse, rule) => ({ kind: 'stop', condition: rule.when, rule, ifFalse }), null);
  return branch.steps.reduceRight<Gate | null>((next, id) => {
    const step = playbooks.steps.get(id);
    if (step === undefined) throw new Error(`The playbook "${problem.id}" names the step "${id}", which does not exist.`);
    return { kind: 'step', condition: allOf(step.when, step.guard, permission(step, audience)), step, next };
  }, stops);
}
