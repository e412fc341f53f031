import { type Advanced, advance, type Effect, type Move, positionOf, situationOf, type World } from '../triage/advance.ts';
import { advise } from '../triage/advise.ts';
import type { FactValue } from '../triage/facts.ts';
import { type Intake, newIntake } from '../triage/intake.ts';
import type { Position } from '../triage/next.ts';
import type { Place, TriedStep, View } from '../views.ts';
import { type Decision, note, type Post, type Scene, silence } from './scene.ts';
import { type Match, matchesFor, worldOf } from './world.ts';

/** Non-blocking advisories shown before one step at most: two cards are read, five are not. */
const MOST_ADVISORIES = 2;

/** Moves the intake and shows what follows from it. */
export function move(scene: Scene, intake: Intake, made: Move): Decision {
  const advanced = advance(intake, made, theWorld(scene));
  return advanced.effects.reduce<Decision>((decision, effect) => enact(effect, decision, advanced, intake, scene), {
    ...silence(scene),
    intake: advanced.intake,
    person: { ...scene.person, intake: intake.id, touchedAt: scene.now, held: null, puzzled: 0 },
  });
}

/** Begins a new intake with these facts; the old card, if one waits, is closed. */
export function begin(scene: Scene, facts: Intake['facts']): Decision {
  const decision = move(scene, newIntake(scene.fresh.intake), { kind: 'told', facts });
  return { ...decision, settled: { kind: 'settled-choice', phrase: 'settled.new' } };
}

/** Shows again where the person is, below what has been said since. */
export function showAgain(scene: Scene, intake: Intake, isPuzzled = false): Decision {
  const position = positionOf(intake, theWorld(scene));
  return {
    ...silence(scene),
    settled: { kind: 'settled-choice', phrase: 'settled.moved-on' },
    posts: [{ view: viewOf(position, intake, scene, null, isPuzzled), isOpen: true }],
  };
}

/** Where this intake stands in this scene. */
export function whereIs(scene: Scene, intake: Intake): Position {
  return positionOf(intake, theWorld(scene));
}

function theWorld(scene: Scene): World {
  return worldOf(scene.knowledge, scene.shelf.advisories, scene.now);
}

function enact(effect: Effect, decision: Decision, advanced: Advanced, before: Intake, scene: Scene): Decision {
  const { intake } = advanced;
  switch (effect.kind) {
    case 'settle-question': {
      const values = intake.facts[effect.fact]?.values ?? [];
      return { ...decision, settled: { kind: 'settled-question', place: placeOf(intake), fact: effect.fact, values } };
    }
    case 'settle-step':
      return { ...decision, settled: { kind: 'settled-step', place: placeOf(intake), step: effect.step, outcome: effect.outcome } };
    case 'show':
      return show(effect.position, decision, before, intake, scene);
    case 'stale':
      return { ...showAgain(scene, intake), toast: note('note.stale') };
    case 'solved': {
      const view: View = { kind: 'solved', place: placeOf(intake), step: effect.step, facts: intake.facts, tried: triedIn(intake) };
      return withPost(decision, { view, isOpen: false });
    }
    case 'handed-over':
      return withPost(
        { ...decision, settled: { kind: 'settled-choice', phrase: 'settled.person' } },
        { view: handover(intake, scene), isOpen: false },
      );
  }
}

function show(position: Position, decision: Decision, before: Intake, intake: Intake, scene: Scene): Decision {
  const isArrival = position.kind === 'step' || position.kind === 'stop';
  const news = isArrival ? unseenAdvisories(intake, scene) : [];
  const seen = news.length === 0 ? intake : { ...intake, advised: [...intake.advised, ...news.map((match) => match.advisory.id)] };
  const posts = news.map((match) => ({ view: advisoryView(match, intake, scene, false), isOpen: false }));
  const settled = decision.settled ?? (scene.person.openSlot === null ? null : { kind: 'settled-choice' as const, phrase: 'settled.moved-on' });
  const last: Post = { view: viewOf(position, seen, scene, newCode(before, intake), false), isOpen: true };
  return { ...decision, intake: seen, settled, posts: [...decision.posts, ...posts, last] };
}

/** Likely and possible advisories this person has not been shown; a blocking one is a position of its own. */
function unseenAdvisories(intake: Intake, scene: Scene): readonly Match[] {
  return matchesFor(intake.facts, scene.shelf.advisories, scene.knowledge, scene.now)
    .filter((match) => match.relevance.grade !== 'background' && !match.advisory.isResolved)
    .filter((match) => !intake.advised.includes(match.advisory.id) && !intake.dismissed.includes(match.advisory.id))
    .slice(0, MOST_ADVISORIES);
}

function viewOf(position: Position, intake: Intake, scene: Scene, explain: FactValue | null, isPuzzled: boolean): View {
  const place = placeOf(intake);
  const { facts } = intake;
  switch (position.kind) {
    case 'ask':
      return { kind: 'question', place, fact: position.fact, isAgain: position.isAgain, facts, explain, isPuzzled };
    case 'step': {
      const { number, isWindUp } = position;
      return { kind: 'step', place, step: position.step.id, number, isWindUp, onPhone: intake.onPhone, facts };
    }
    case 'stop':
      return { kind: 'stop', place, stop: position.stop, facts, tried: triedIn(intake) };
    case 'fault': {
      const match = matchesFor(facts, scene.shelf.advisories, scene.knowledge, scene.now).find((one) => one.advisory.id === position.advisory);
      if (match === undefined) throw new Error(`The fault ${position.advisory} is not among the advisories it was found in.`);
      return advisoryView(match, intake, scene, true);
    }
  }
}

function advisoryView(match: Match, intake: Intake, scene: Scene, isBlocking: boolean): View {
  const { readAt, isFailing } = scene.shelf;
  const freshness = { readAt: readAt ?? match.advisory.updatedAt, now: scene.now, isFailing };
  return { kind: 'advisory', place: placeOf(intake), ...match, isBlocking, freshness, timeZone: scene.timeZone };
}

/** The whole case in words: what was said and tried, and what only IT may do from here. */
function handover(intake: Intake, scene: Scene): View {
  const situation = situationOf(intake, theWorld(scene));
  const open = advise(situation).steps.map((step) => step.id);
  const forHelpdesk = advise({ ...situation, audience: 'helpdesk' }).steps.map((step) => step.id);
  return {
    kind: 'handover',
    place: placeOf(intake),
    facts: intake.facts,
    tried: triedIn(intake),
    forHelpdesk: forHelpdesk.filter((step) => !open.includes(step) && intake.outcomes[step] === undefined),
    advisories: intake.advised.filter((advisory) => !intake.dismissed.includes(advisory)),
    contact: scene.helpdesk,
  };
}

/** A code that became known in this move: its meaning is told once. */
function newCode(before: Intake, after: Intake): FactValue | null {
  const code = after.facts.code?.values[0] ?? null;
  return code === before.facts.code?.values[0] ? null : code;
}

export function placeOf(intake: Intake): Place {
  return { intake: intake.id, revision: intake.revision };
}

function triedIn(intake: Intake): readonly TriedStep[] {
  return Object.entries(intake.outcomes).map(([step, outcome]) => ({ step, outcome }));
}

function withPost(decision: Decision, post: Post): Decision {
  return { ...decision, posts: [...decision.posts, post] };
}
