import type { Match } from '../advisories/world.ts';
import { advance, type Effect, type Move } from '../triage/advance.ts';
import type { Facts } from '../triage/facts.ts';
import { type Intake, newIntake } from '../triage/intake.ts';
import type { Position } from '../triage/next.ts';
import type { View } from '../views.ts';
import { withCheck } from './check.ts';
import { codeNews, leadingCode } from './codes.ts';
import { advisoryView, type Extras, handoverView, placeOf, positionView, solvedView } from './position-view.ts';
import { type Decision, note, type Post, type Scene, silence } from './scene.ts';
import { matchesIn, whereIs, worldIn } from './standing.ts';

/** Non-blocking advisories shown before one step at most: two cards are read, five are not. */
const MOST_ADVISORIES = 2;

/** Some moves, one after another: what they led to, and what is to be said of it in the end. */
export interface Trail {
  readonly start: Intake;
  readonly intake: Intake;
  readonly effects: readonly Effect[];
}

export function trailFrom(intake: Intake): Trail {
  return { start: intake, intake, effects: [] };
}

/** One move more. What was to be shown after the moves before is not shown any more; what they settled stays settled. */
export function go(trail: Trail, move: Move, scene: Scene): Trail {
  const { intake, effects } = advance(trail.intake, move, worldIn(scene));
  return { ...trail, intake, effects: [...trail.effects.filter(isSettling), ...effects] };
}

/** Moves the intake and shows what follows from it. */
export function move(scene: Scene, intake: Intake, made: Move): Decision {
  return arrive(go(trailFrom(intake), made, scene), scene);
}

/** Begins a new intake with these facts; the old card, if one waits, is closed. */
export function begin(scene: Scene, facts: Facts): Decision {
  const decision = move(scene, newIntake(scene.fresh.intake), { kind: 'told', facts });
  return { ...decision, settled: { kind: 'settled-choice', phrase: 'settled.new' } };
}

/** What a trail comes to. */
export function arrive(trail: Trail, scene: Scene, extras: Extras = {}): Decision {
  const { start, intake, effects } = trail;
  const readBack = intake.id === scene.intake?.id ? scene.person.readBack : null;
  const person = { ...scene.person, intake: intake.id, touchedAt: scene.now, held: [], puzzled: 0, readBack };
  const decision: Decision = { ...silence(scene), intake, person };
  return effects.reduce((sofar, effect) => enact(effect, sofar, start, scene, extras), decision);
}

/** Shows again where the person is, below what has been said since. Where something has changed meanwhile, that counts. */
export function showAgain(scene: Scene, intake: Intake, extras: Extras = {}): Decision {
  const position = whereIs(scene, intake);
  if (position === null) throw new Error('An intake that has ended stands nowhere.');
  if (position.kind === 'step' && intake.outcomes[position.step.id] === undefined) {
    const { person, ...decision } = move(scene, intake, { kind: 'told', facts: {} });
    return { ...decision, person: { ...person, held: scene.person.held, puzzled: scene.person.puzzled } };
  }
  return {
    ...silence(scene),
    settled: { kind: 'settled-choice', phrase: 'settled.moved-on' },
    posts: [{ view: positionView(position, intake, scene, extras), isOpen: true }],
  };
}

function enact(effect: Effect, decision: Decision, start: Intake, scene: Scene, extras: Extras): Decision {
  const { intake } = decision;
  if (intake === null) throw new Error('A move leads to an intake.');
  switch (effect.kind) {
    case 'settle-question': {
      const values = intake.facts[effect.fact]?.values ?? [];
      return { ...decision, settled: { kind: 'settled-question', place: placeOf(intake), fact: effect.fact, values } };
    }
    case 'settle-step':
      return { ...decision, settled: { kind: 'settled-step', place: placeOf(intake), step: effect.step, outcome: effect.outcome } };
    case 'show':
      return show(effect.position, decision, start, intake, scene, extras);
    case 'stale':
      return { ...showAgain(scene, intake), toast: note('note.stale') };
    case 'solved':
      return withPost(
        { ...decision, settled: decision.settled ?? { kind: 'settled-choice', phrase: 'settled.solved' } },
        { view: solvedView(intake, effect.step), isOpen: false },
      );
    case 'handed-over':
      return withPost(
        { ...decision, settled: decision.settled ?? { kind: 'settled-choice', phrase: 'settled.person' } },
        { view: handoverView(intake, scene), isOpen: false },
      );
  }
}

function show(position: Position, decision: Decision, start: Intake, intake: Intake, scene: Scene, extras: Extras): Decision {
  const isArrival = position.kind === 'step' || position.kind === 'stop';
  const news = isArrival ? unseenAdvisories(position, intake, scene) : [];
  const seen = news.length === 0 ? intake : { ...intake, advised: [...intake.advised, ...news.map((match) => match.advisory.id)] };
  const said = [
    ...codeNews(start.facts, intake.facts, scene),
    ...triedNews(start.facts, intake, scene),
    ...(isArrival ? dataNews(position, start, scene) : []),
  ];
  const checked = withCheck(seen, position, scene);
  const posts = [...said, ...news.map((match) => advisoryView(match, intake, scene, false)), ...checked.said].map((view) => ({
    view,
    isOpen: false,
  }));
  const settled = decision.settled ?? (scene.person.openSlot === null ? null : { kind: 'settled-choice' as const, phrase: 'settled.moved-on' });
  const code = leadingCode(intake.facts, scene);
  const explain = code === leadingCode(start.facts, scene) ? null : code;
  const last: Post = { view: positionView(position, checked.intake, scene, { explain, ...extras }), isOpen: true };
  return { ...decision, intake: checked.intake, settled, posts: [...decision.posts, ...posts, last] };
}

/**
 * Advisories that concern this person and were not shown yet; a blocking one is a position of its own. One that is only possible is
 * shown when it is a fault of Microsoft's and the problem is known: what customers should do somewhere else is no help here.
 */
function unseenAdvisories(position: Position, intake: Intake, scene: Scene): readonly Match[] {
  const concerns = ({ grade, remedy }: Match['relevance']) =>
    grade === 'likely' || (grade === 'possible' && position.problem !== null && remedy === 'microsoft');
  return matchesIn(scene, intake.facts)
    .filter((match) => concerns(match.relevance))
    .filter((match) => !intake.advised.includes(match.advisory.id) && !intake.dismissed.includes(match.advisory.id))
    .slice(0, MOST_ADVISORIES);
}

/** Steps that the person says they have done before, and that are therefore left out. */
function triedNews({ tried }: Facts, { facts, outcomes }: Intake, scene: Scene): readonly View[] {
  const news = (facts.tried?.values ?? []).filter((step) => tried?.values.includes(step) !== true && outcomes[step] === undefined);
  const titles = news.flatMap((step) => scene.knowledge.steps.get(step)?.title[scene.language] ?? []);
  const separator = scene.knowledge.phrases.get('label.list-separator')?.[scene.language] ?? ', ';
  return titles.length === 0 ? [] : [note('note.tried', { steps: titles.join(separator) })];
}

/** Before the first step of a known problem it matters that nobody knows whether Microsoft has a fault open. */
function dataNews(position: Position, start: Intake, scene: Scene): readonly View[] {
  const isFirst = position.problem !== null && Object.keys(start.outcomes).length === 0;
  return scene.shelf.readAt === null && isFirst ? [note('note.data-none')] : [];
}

function isSettling(effect: Effect): boolean {
  return effect.kind === 'settle-question' || effect.kind === 'settle-step';
}

function withPost(decision: Decision, post: Post): Decision {
  return { ...decision, posts: [...decision.posts, post] };
}
