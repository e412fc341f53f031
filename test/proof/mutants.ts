import type { Knowledge, ProblemContent, StepContent } from '../../src/knowledge/content.ts';
import { allOf, type Condition } from '../../src/triage/conditions.ts';
import { UNKNOWN } from '../../src/triage/facts.ts';
import type { Risk, StepId } from '../../src/triage/playbook.ts';

/** The knowledge with one thing made wrong, as an author's slip would. */
export interface Mutant {
  /** What was changed, such as `reset-onedrive: guard without files`. */
  readonly name: string;
  readonly kind: 'guard' | 'os' | 'value' | 'risk' | 'audience' | 'order' | 'when';
  /** The problems on whose ways it can be seen. */
  readonly problems: readonly ProblemContent[];
  /** The steps whose safety it may touch. */
  readonly steps: readonly StepId[];
  readonly knowledge: Knowledge;
}

/** Systems of every other kind, to widen a list of systems with. */
const FOREIGN = ['macos', 'ios', 'linux', 'windows-8', 'windows-7-rtm', 'windows-8.1', 'windows-7-sp1', 'server-2012', 'windows-11'];
const RISKS: readonly Risk[] = ['R0', 'R1', 'R2', 'R3'];

/** Every single slip of these kinds, in every step and every order of steps. */
export function* mutantsOf(knowledge: Knowledge): Generator<Mutant> {
  for (const step of knowledge.steps.values()) {
    const problems = [...knowledge.problems.values()].filter(({ branches }) => branches.some(({ steps }) => steps.includes(step.id)));
    for (const { name, kind, change } of slipsIn(step, knowledge))
      yield { name: `${step.id}: ${name}`, kind, problems, steps: [step.id], knowledge: withStep(knowledge, { ...step, ...change }) };
  }
  for (const problem of knowledge.problems.values()) yield* movedIn(problem, knowledge);
}

interface Slip {
  readonly name: string;
  readonly kind: Mutant['kind'];
  readonly change: Partial<StepContent>;
}

function* slipsIn(step: StepContent, knowledge: Knowledge): Generator<Slip> {
  if (step.guard !== null) yield* guardSlips(step.guard, knowledge);
  if (step.when !== null) yield { name: 'no when', kind: 'when', change: { when: null } };
  const lower = RISKS[RISKS.indexOf(step.risk) - 1];
  if (lower !== undefined) yield { name: `${step.risk} as ${lower}`, kind: 'risk', change: { risk: lower } };
  const audience = step.audience === 'helpdesk' ? 'employee' : 'helpdesk';
  yield { name: `for the ${audience}`, kind: 'audience', change: { audience } };
}

function* guardSlips(guard: Condition, knowledge: Knowledge): Generator<Slip> {
  const parts = guard.kind === 'all' ? guard.of : [guard];
  const others = (index: number): readonly Condition[] => parts.filter((_, at) => at !== index);
  if (parts.length > 1) yield { name: 'no guard', kind: 'guard', change: { guard: null } };
  for (const [index, part] of parts.entries()) {
    const about = part.kind === 'is' ? part.fact : `part ${index + 1}`;
    yield { name: `guard without ${about}`, kind: 'guard', change: { guard: parts.length === 1 ? null : allOf(...others(index)) } };
    yield { name: `guard with not ${about}`, kind: 'guard', change: { guard: allOf(...others(index), { kind: 'not', of: part }) } };
    if (part.kind !== 'is') continue;
    const known = part.fact === 'os' ? FOREIGN : (knowledge.facts.get(part.fact)?.values.map(({ value }) => value) ?? []);
    for (const value of [...known, UNKNOWN].filter((each) => !part.values.includes(each))) {
      const wider: Condition = { ...part, values: [...part.values, value] };
      yield {
        name: `${part.fact} also ${value}`,
        kind: part.fact === 'os' ? 'os' : 'value',
        change: { guard: allOf(...others(index), wider) },
      };
    }
  }
}

/** Each step first, last, and behind its neighbour. */
function* movedIn(problem: ProblemContent, knowledge: Knowledge): Generator<Mutant> {
  for (const [at, branch] of problem.branches.entries()) {
    const { steps } = branch;
    const orders = new Map<string, readonly string[]>();
    for (const [index, id] of steps.entries()) {
      const rest = steps.filter((_, other) => other !== index);
      const next = steps[index + 1];
      orders.set([id, ...rest].join(), [id, ...rest]);
      orders.set([...rest, id].join(), [...rest, id]);
      if (next !== undefined) orders.set(swapped(steps, index, id, next).join(), swapped(steps, index, id, next));
    }
    orders.delete(steps.join());
    for (const order of orders.values()) {
      const branches = problem.branches.map((each, other) => (other === at ? { ...each, steps: order } : each));
      const moved = { ...problem, branches };
      yield {
        name: `${problem.id} ${branch.id}: ${order.join(' ')}`,
        kind: 'order',
        problems: [moved],
        steps,
        knowledge: withProblem(knowledge, moved),
      };
    }
  }
}

function swapped(steps: readonly string[], index: number, id: string, next: string): readonly string[] {
  return [...steps.slice(0, index), next, id, ...steps.slice(index + 2)];
}

function withStep(knowledge: Knowledge, step: StepContent): Knowledge {
  const steps = new Map(knowledge.steps).set(step.id, step);
  return { ...knowledge, steps, playbooks: { ...knowledge.playbooks, steps } };
}

function withProblem(knowledge: Knowledge, problem: ProblemContent): Knowledge {
  const problems = new Map(knowledge.problems).set(problem.id, problem);
  return { ...knowledge, problems, playbooks: { ...knowledge.playbooks, problems } };
}
