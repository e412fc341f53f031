import { worldOf } from '../advisories/world.ts';
import type { Case } from '../case-ports.ts';
import type { Knowledge } from '../knowledge/content.ts';
import { situationOf } from '../triage/advance.ts';
import { advise } from '../triage/advise.ts';
import { type FactName, isImprecise, UNKNOWN } from '../triage/facts.ts';
import { type Intake, newIntake } from '../triage/intake.ts';

/** The trip of a case as its content tells it. */
export function intakeOf({ intake, content }: Pick<Case, 'intake' | 'content'>): Intake {
  const { facts, contradictions, tried, advisories } = content;
  return {
    ...newIntake(intake),
    state: 'handed-over',
    facts,
    contradictions,
    outcomes: Object.fromEntries(tried.map(({ step, outcome }) => [step, outcome])),
    dismissed: advisories.filter(({ isDismissed }) => isDismissed).map(({ id }) => id),
  };
}

/** What the employee can still be asked, with a card: not said, not known to them or not exact; what can change the advice comes first. */
export function asksFor(one: Case, knowledge: Knowledge): readonly FactName[] {
  const { facts } = one.content;
  const names = [...knowledge.facts.values()]
    .filter((fact) => fact.question !== null && ((facts[fact.name]?.values[0] ?? UNKNOWN) === UNKNOWN || isImprecise(facts, fact)))
    .map(({ name }) => name);
  const [intake, world] = [intakeOf(one), worldOf(knowledge, [], 0)];
  const first = (['employee', 'helpdesk'] as const).flatMap((audience) => advise(situationOf(intake, { ...world, audience })).asks);
  return [...new Set([...first.filter((fact) => names.includes(fact)), ...names])];
}
