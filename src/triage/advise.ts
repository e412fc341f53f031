import type { FactName } from './facts.ts';
import { identify } from './identify.ts';
import { asks } from './next.ts';
import type { ProblemId, Step } from './playbook.ts';
import type { Situation } from './situation.ts';
import { type Stop, walk } from './walk.ts';

/** The whole way at once: what a person would still be asked, every step they would be shown, and how it ends. */
export interface Advice {
  readonly problem: ProblemId | null;
  readonly asks: readonly FactName[];
  readonly steps: readonly Step[];
  /** `null` while the problem is not known and something is still worth asking. */
  readonly stop: Stop | null;
}

/** The intake in which every step ends *still failing*, no step adds a fact, and what is absent counts as unknown. */
export function advise(situation: Situation): Advice {
  const open = { ...situation, isFinal: false };
  const { problem: id, hasUnknownCode } = identify(situation.facts, situation.playbooks);
  const problem = id === null ? undefined : situation.playbooks.problems.get(id);
  if (problem === undefined) {
    const worthAsking = asks(open);
    const stop: Stop = { id: hasUnknownCode ? 'unknown-code' : 'no-playbook', kind: 'escalate', advisory: null };
    return { problem: null, asks: worthAsking, steps: [], stop: worthAsking.length > 0 ? null : stop };
  }
  const way = [...walk(problem, { ...situation, isFinal: true })];
  const steps = way.flatMap((waypoint) => (waypoint.kind === 'step' ? [waypoint.step] : []));
  const stop = way.find((waypoint) => waypoint.kind === 'stop');
  if (stop === undefined) throw new Error(`The way of "${problem.id}" has no stop.`);
  return { problem: problem.id, asks: asks(open), steps, stop: stop.stop };
}
