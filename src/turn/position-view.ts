import type { Match } from '../advisories/world.ts';
import { situationOf } from '../triage/advance.ts';
import { advise } from '../triage/advise.ts';
import type { FactName } from '../triage/facts.ts';
import type { Intake } from '../triage/intake.ts';
import type { Position } from '../triage/next.ts';
import type { StepId } from '../triage/playbook.ts';
import type { Place, TriedStep, View } from '../views.ts';
import { contentIn } from './case-content.ts';
import type { Scene } from './scene.ts';
import { matchesIn, worldIn } from './standing.ts';

/** What is added to a question when it is shown. */
export type Extras = Partial<Pick<Extract<View, { kind: 'question' }>, 'explain' | 'isPuzzled' | 'readBack' | 'offersCheck'>>;

/** The card of a position. */
export function positionView(position: Position, intake: Intake, scene: Scene, extras: Extras = {}): View {
  const place = placeOf(intake);
  const { facts } = intake;
  switch (position.kind) {
    case 'ask': {
      const { kind: _, ...asked } = position;
      return {
        kind: 'question',
        place,
        facts,
        explain: null,
        isPuzzled: false,
        ...asked,
        ...doubtOn(asked.fact, intake, scene),
        ...offerUnder(asked.fact, intake),
        ...extras,
      };
    }
    case 'step': {
      const { number, isWindUp } = position;
      return { kind: 'step', place, step: position.step.id, number, isWindUp, onPhone: intake.onPhone, facts };
    }
    case 'stop':
      return {
        kind: 'stop',
        place,
        stop: position.stop,
        facts,
        contradictions: intake.contradictions,
        tried: triedIn(intake),
        ...(scene.hasHelpdesk ? { content: contentIn(intake, [], scene) } : {}),
      };
    case 'fault': {
      const match = matchesIn(scene, facts).find((one) => one.advisory.id === position.advisory);
      if (match === undefined) throw new Error(`The fault ${position.advisory} is not among the advisories it was found in.`);
      return advisoryView(match, intake, scene, true);
    }
  }
}

/** A code in doubt stays in doubt until something answers the question. */
function doubtOn(fact: FactName, intake: Intake, scene: Scene): Extras {
  const { readBack } = scene.person;
  const isOpen = fact === 'code' && intake.facts.code === undefined && intake.id === scene.intake?.id;
  return isOpen && readBack !== null ? { readBack } : {};
}

/** The check is offered under one question, however often that is shown. */
function offerUnder(fact: FactName, { check, contradictions }: Intake): Extras {
  const isOffered = check.state === 'offered' && check.under === fact && contradictions.every(({ isOver }) => isOver);
  return isOffered ? { offersCheck: true } : {};
}

/** An advisory beside the way, or (`isBlocking`) across it. */
export function advisoryView(match: Match, intake: Intake, scene: Scene, isBlocking: boolean): View {
  const { readAt, isFailing } = scene.shelf;
  const freshness = { readAt: readAt ?? match.advisory.updatedAt, now: scene.now, isFailing };
  const steps = match.relevance.steps.length === 0 ? [] : forAnybody(intake, scene);
  const relevance = { ...match.relevance, steps: match.relevance.steps.filter((step) => steps.includes(step)) };
  const isFollowed = scene.person.alerts.follows.includes(match.advisory.id);
  const { advisory } = match;
  return { kind: 'advisory', place: placeOf(intake), advisory, relevance, isBlocking, isFollowed, freshness, timeZone: scene.timeZone };
}

/** What may be done from here by the person or by IT: what answers an advisory elsewhere may not exist on this system. */
function forAnybody(intake: Intake, scene: Scene): readonly string[] {
  return advise({ ...situationOf(intake, worldIn(scene)), audience: 'helpdesk' }).steps.map((step) => step.id);
}

/** The first step that worked, if it was one, and what led to it. */
export function solvedView(intake: Intake, step: StepId | null): View {
  return { kind: 'solved', place: placeOf(intake), step, facts: intake.facts, tried: triedIn(intake) };
}

/** The whole case in words: what was said and tried, and what only IT may do from here. */
export function handoverView(intake: Intake, scene: Scene): View {
  const situation = situationOf(intake, worldIn(scene));
  const open = advise(situation).steps.map((step) => step.id);
  const forHelpdesk = forAnybody(intake, scene);
  return {
    kind: 'handover',
    place: placeOf(intake),
    facts: intake.facts,
    contradictions: intake.contradictions,
    tried: triedIn(intake),
    forHelpdesk: forHelpdesk.filter((step) => !open.includes(step) && !Object.hasOwn(intake.outcomes, step)),
    advisories: intake.advised.filter((advisory) => !intake.dismissed.includes(advisory)),
    contact: scene.helpdesk,
  };
}

export function placeOf(intake: Intake): Place {
  return { intake: intake.id, revision: intake.revision };
}

function triedIn(intake: Intake): readonly TriedStep[] {
  return Object.entries(intake.outcomes).map(([step, outcome]) => ({ step, outcome }));
}
