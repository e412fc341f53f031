import type { FactName } from '../triage/facts.ts';
import { type Gate, gatesAfter } from '../triage/gates.ts';
import type { StepId } from '../triage/playbook.ts';
import type { Ground } from './ground.ts';

/** Each gate and those that can be reached from it. */
export type Ahead = ReadonlyMap<Gate, ReadonlySet<Gate>>;

/**
 * The gate from which on everything must agree for two places to agree. It lies before the gate itself where a step from
 * there on learns a fact that a gate on the way to it reads: the way is then worked out again from that one.
 */
export function floorsOf({ order, reads, knowledge }: Ground, ahead: Ahead): ReadonlyMap<Gate, Gate> {
  const gates = [...order.keys()];
  const learnedBy = (id: StepId): readonly FactName[] => {
    const learns = knowledge.playbooks.steps.get(id)?.learns;
    return learns == null ? [] : [...Object.keys(learns.worked), ...Object.keys(learns.failing)];
  };
  /** The first gate on the way to `floor` that reads what a step from there on learns. */
  const lower = (floor: Gate): Gate | undefined => {
    const learned = [...(ahead.get(floor) ?? [])].flatMap((gate) => (gate.kind === 'step' ? learnedBy(gate.step.id) : []));
    const isOnTheWay = (gate: Gate): boolean => gate !== floor && (ahead.get(gate)?.has(floor) ?? false);
    return gates.find((gate) => isOnTheWay(gate) && learned.some((fact) => reads.get(gate)?.has(fact)));
  };
  return new Map(
    gates.map((gate) => {
      let floor = gate;
      for (let next = lower(floor); next !== undefined; next = lower(floor)) floor = next;
      return [gate, floor];
    }),
  );
}

/** Works them out for the gates of a problem, in the order of the playbook. */
export function aheadOf(gates: readonly Gate[]): Ahead {
  const ahead = new Map<Gate, ReadonlySet<Gate>>();
  for (const gate of gates.toReversed())
    ahead.set(gate, new Set([gate, ...gatesAfter(gate, 'open').flatMap((next) => [...(ahead.get(next) ?? [])])]));
  return ahead;
}
