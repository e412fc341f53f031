import type { Knowledge, WorkedPath } from '../knowledge/content.ts';
import { advance, positionOf, type World } from '../triage/advance.ts';
import { type Facts, type FactValue, UNKNOWN } from '../triage/facts.ts';
import { type Intake, newIntake } from '../triage/intake.ts';

/** The facts that say what the problem is: they are told in the first message, the rest is asked. */
const TOLD = ['code', 'symptom', 'product'];

/** How many questions each worked path asks before its first step or its end, and their median. */
export function questionsBeforeFirstStep(knowledge: Knowledge): { readonly counts: readonly number[]; readonly median: number } {
  const paths = [...knowledge.problems.values()].flatMap((problem) => problem.paths);
  const counts = paths.map((path) => countOn(path, knowledge)).toSorted((a, b) => a - b);
  return { counts, median: counts[Math.floor(counts.length / 2)] ?? 0 };
}

function countOn(path: WorkedPath, { vocabulary, playbooks }: Knowledge): number {
  const world: World = { vocabulary, playbooks, audience: path.audience, withdrawn: [], faultsFor: () => [] };
  const valuesOf = (fact: string): readonly FactValue[] => [path.facts[fact] ?? UNKNOWN].flat();
  const told = Object.keys(path.facts).filter((fact) => TOLD.includes(fact));
  let intake: Intake = tell(newIntake('path'), told);
  for (let count = 0; ; count += 1) {
    const position = positionOf(intake, world);
    if (position.kind !== 'ask') return count;
    intake = tell(intake, [position.fact]);
  }

  function tell(to: Intake, facts: readonly string[]): Intake {
    const values: Facts = Object.fromEntries(facts.map((fact) => [fact, { values: valuesOf(fact), source: { kind: 'given' as const } }]));
    return advance(to, { kind: 'told', facts: values }, world).intake;
  }
}
