import type { Case } from '../case-ports.ts';
import { type CaseSettings, caseSettings, isOpenCase } from '../helpdesk/case.ts';
import { afterOpenTime, isOpenAt, nextOpening } from '../helpdesk/hours.ts';
import { UNKNOWN } from '../triage/facts.ts';
import type { Intake } from '../triage/intake.ts';
import type { View } from '../views.ts';
import type { Scene } from './scene.ts';

/** A case of which nothing was heard for so long is not asked about any more. */
const FORGOTTEN_MS = 30 * 86_400_000;

const ALWAYS: CaseSettings = caseSettings({ timeZone: 'UTC', stretches: 'always' });

/** What the helpdesk has decided about time. */
export function caseSettingsIn({ cases = ALWAYS }: Scene): CaseSettings {
  return cases;
}

/** The case that somebody at the helpdesk has or will have. */
export function openCase({ case: one }: Scene): Case | null {
  return one !== null && isOpenCase(one) ? one : null;
}

/** The case that was resolved or closed, as long as nothing else was begun since: what is written now may still be about it. */
export function lastCase(scene: Scene): Case | null {
  const { case: one, intake, person, now } = scene;
  if (one === null || one.id !== person.case || isHandedBack(one) || now - one.touchedAt > FORGOTTEN_MS) return null;
  const isItsOwn = intake === null || (intake.id === one.intake && intake.state === 'handed-over');
  return isItsOwn && (one.state === 'resolved' || one.state === 'closed') ? one : null;
}

/** The case for which what waits to be placed may be meant; `null`: none. */
export function caseAsked(scene: Scene): Case | null {
  return openCase(scene) ?? lastCase(scene);
}

/** The trip that the helpdesk handed back, to go on where it stopped; `null`: none was. */
export function handedBack({ case: one, intake, person }: Scene): Intake | null {
  const isBack = one !== null && one.id === person.case && isHandedBack(one);
  return isBack && intake !== null && intake.id === one.intake && intake.state === 'handed-over' ? intake : null;
}

/** Whether Kiku has it again: whoever resolves a case says with what. */
export function isHandedBack({ state, outcome }: Case): boolean {
  return state === 'resolved' && outcome === null;
}

/** An open trip beside the case: another trouble. */
export function besideCase({ intake }: Scene, one: Case): Intake | null {
  return intake?.state === 'open' && intake.id !== one.intake ? intake : null;
}

/** What somebody is told of their case. */
export function ownCaseView(one: Case, scene: Scene): View {
  const { hours } = caseSettingsIn(scene);
  const { now, timeZone } = scene;
  const web = one.content.facts.web?.values[0] ?? UNKNOWN;
  const isWebStop = one.content.stop !== null && stopKindOf(one.content.stop, scene) === 'web';
  // Whoever has taken it is there, whatever the hours say.
  const opensAt = one.assignee !== null || isOpenAt(now, hours) ? null : nextOpening(now, hours);
  return { kind: 'own-case', case: one, opensAt, hasWeb: web === 'works' || (isWebStop && web !== 'fails'), now, timeZone };
}

/** By when somebody should answer a case that is opened again now. */
export function answerBy(one: Case, scene: Scene): number {
  const { targets, hours } = caseSettingsIn(scene);
  return afterOpenTime(scene.now, targets[one.priority], hours);
}

function stopKindOf(id: string, { knowledge }: Scene): string | null {
  const rules = [...knowledge.playbooks.problems.values()].flatMap((problem) => problem.branches.flatMap((branch) => branch.stops));
  return rules.find((rule) => rule.id === id)?.kind ?? null;
}
