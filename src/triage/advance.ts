import { judged, openContradiction } from './evidence.ts';
import { type FactName, type Facts, type FactValue, type KnownFact, UNKNOWN, type Vocabulary } from './facts.ts';
import { identify } from './identify.ts';
import type { Intake, Outcome } from './intake.ts';
import { next, type Position } from './next.ts';
import type { Audience, Playbooks, StepId } from './playbook.ts';
import type { Fault, Situation } from './situation.ts';
import { deliberate, passed, takeIn } from './take-in.ts';

/** What is outside the intake and decides with it. */
export interface World {
  readonly vocabulary: Vocabulary;
  readonly playbooks: Playbooks;
  /** The likely open advisories for these facts; those the person dismissed may be among them. */
  readonly faultsFor: (facts: Facts) => readonly Fault[];
  readonly withdrawn: readonly StepId[];
  /** Who is shown the way. */
  readonly audience: Audience;
}

/** What a person did. `revision`: that of the card they tapped. */
export type Move =
  /** `overruled`: what the same message says in words beside an output that says otherwise. */
  | { readonly kind: 'told'; readonly facts: Facts; readonly overruled?: Facts }
  | { readonly kind: 'answered'; readonly fact: FactName; readonly value: FactValue; readonly revision: number }
  | { readonly kind: 'tried'; readonly step: StepId; readonly outcome: Exclude<Outcome, 'begun'>; readonly revision: number }
  | { readonly kind: 'reopened'; readonly fact: FactName }
  | { readonly kind: 'went-past'; readonly advisory: string }
  | { readonly kind: 'dismissed'; readonly advisory: string }
  | { readonly kind: 'on-phone'; readonly isOn: boolean }
  /** The trouble is over, whatever it was that helped. */
  | { readonly kind: 'solved' }
  | { readonly kind: 'handed-over' };

/** What should happen next, as data. */
export type Effect =
  /** The card of this question or step is answered: it shrinks to its summary. */
  | { readonly kind: 'settle-question'; readonly fact: FactName }
  | { readonly kind: 'settle-step'; readonly step: StepId; readonly outcome: Exclude<Outcome, 'begun'> }
  /** Show where the person is. */
  | { readonly kind: 'show'; readonly position: Position }
  /** The tap was old, repeated or not theirs: nothing changed; show where they are. */
  | { readonly kind: 'stale'; readonly position: Position }
  /** The first success ends the intake; `step`: what it came with, `null` when with no step. */
  | { readonly kind: 'solved'; readonly step: StepId | null }
  | { readonly kind: 'handed-over' };

export interface Advanced {
  readonly intake: Intake;
  readonly effects: readonly Effect[];
}

/** Where this intake is now. Worked out once for the same two objects. */
export function positionOf(intake: Intake, world: World): Position {
  const known = worked.get(intake);
  if (known?.world === world) return known.position;
  const position = contradictory(intake, world) ?? next(situationOf(intake, world), intake.reopened, intake.advised);
  worked.set(intake, { world, position });
  return position;
}

/** What was answered twice is asked about first, unless the person wants to answer something else anew. */
function contradictory(intake: Intake, world: World): Position | null {
  const contradiction = openContradiction(intake.contradictions);
  if (contradiction === null || intake.reopened !== null) return null;
  const { problem } = identify(intake.facts, world.playbooks);
  return { kind: 'ask', problem, fact: contradiction.fact, isAgain: false, contradiction };
}

const worked = new WeakMap<Intake, { readonly world: World; readonly position: Position }>();

/** What an intake looks like to the rules. */
export function situationOf(intake: Intake, world: World): Situation {
  return {
    vocabulary: world.vocabulary,
    playbooks: world.playbooks,
    facts: intake.facts,
    outcomes: intake.outcomes,
    askedAgain: intake.askedAgain,
    audience: world.audience,
    faults: world.faultsFor(intake.facts).filter((fault) => !intake.dismissed.includes(fault.advisory)),
    withdrawn: world.withdrawn,
    isFinal: false,
  };
}

/** The intake after `move`, and what should happen; the same intake when nothing changed. */
export function advance(intake: Intake, move: Move, world: World): Advanced {
  const position = positionOf(intake, world);
  switch (move.kind) {
    case 'told':
      // The words first, so that the output beside them is found to contradict them.
      return told(takeIn(intake, move.overruled ?? {}, world), move.facts, position, world);
    case 'answered': {
      const isAsked = position.kind === 'ask' && position.fact === move.fact && move.revision === intake.revision;
      return isAsked
        ? told(intake, { [move.fact]: tapped(intake, move.fact, move.value, world.vocabulary) }, position, world)
        : stale(intake, position);
    }
    case 'tried': {
      const isShown = position.kind === 'step' && position.step.id === move.step && move.revision === intake.revision;
      return isShown ? tried(intake, move.step, move.outcome, world) : stale(intake, position);
    }
    case 'reopened':
      return arrive(
        { ...passed(intake, position), reopened: move.fact, askedAgain: intake.askedAgain.filter((fact) => fact !== move.fact) },
        [],
        world,
      );
    case 'went-past':
      return intake.advised.includes(move.advisory)
        ? stale(intake, position)
        : arrive({ ...intake, advised: [...intake.advised, move.advisory] }, [], world);
    case 'dismissed':
      return intake.dismissed.includes(move.advisory)
        ? stale(intake, position)
        : arrive({ ...intake, dismissed: [...intake.dismissed, move.advisory] }, [], world);
    case 'on-phone':
      return arrive({ ...intake, onPhone: move.isOn }, [], world);
    case 'solved':
      return { intake: { ...passed(intake, position), state: 'solved', revision: intake.revision + 1 }, effects: [{ kind: 'solved', step: null }] };
    case 'handed-over':
      return { intake: { ...intake, state: 'handed-over', revision: intake.revision + 1 }, effects: [{ kind: 'handed-over' }] };
  }
}

/** Adds what was written or pasted. What answers the open question is taken as its answer, the rest as it stands. */
function told(intake: Intake, facts: Facts, position: Position, world: World): Advanced {
  const answer = position.kind === 'ask' ? facts[position.fact] : undefined;
  if (position.kind !== 'ask' || answer === undefined) {
    const before = Object.keys(facts).length === 0 ? intake : passed(intake, position);
    return arrive(takeIn(before, facts, world), [], world);
  }
  const { fact, isAgain, contradiction } = position;
  const { [fact]: _, ...rest } = facts;
  const settled: Effect = { kind: 'settle-question', fact };
  const stands = intake.facts[fact];
  if (contradiction !== undefined && stands !== undefined) {
    const decided = passed({ ...intake, facts: { ...intake.facts, [fact]: judged(contradiction, stands, answer) } }, position);
    return arrive(takeIn(decided, rest, world), [settled], world);
  }
  const isVague = answer.values.every((value) => isVagueValue(fact, value, world.vocabulary));
  const isKept = isAgain && answer.values[0] === UNKNOWN;
  const askedAgain = isAgain && isVague ? [...intake.askedAgain, fact] : intake.askedAgain;
  const news = isKept ? rest : { ...facts, [fact]: deliberate(answer) };
  return arrive(takeIn({ ...intake, askedAgain, reopened: null }, news, world), [settled], world);
}

function isVagueValue(fact: FactName, value: FactValue, vocabulary: Vocabulary): boolean {
  return value === UNKNOWN || (vocabulary.get(fact)?.imprecise.has(value) ?? false);
}

/** A tapped value stands for the affected device; what else the person named in a list stays behind it. */
function tapped(intake: Intake, fact: FactName, value: FactValue, vocabulary: Vocabulary): KnownFact {
  const definition = vocabulary.get(fact);
  const isListed = definition?.isList === true && definition.match === 'first' && value !== UNKNOWN;
  const rest = isListed ? (intake.facts[fact]?.values.slice(1) ?? []).filter((other) => other !== value) : [];
  return { values: [value, ...rest], source: { kind: 'tapped' } };
}

function tried(intake: Intake, step: StepId, outcome: Exclude<Outcome, 'begun'>, world: World): Advanced {
  const settled: Effect = { kind: 'settle-step', step, outcome };
  const learns = world.playbooks.steps.get(step)?.learns ?? null;
  const outcomes = { ...intake.outcomes, [step]: outcome };
  if (outcome === 'worked' && learns === null) {
    const solved: Intake = { ...intake, outcomes, state: 'solved', revision: intake.revision + 1 };
    return { intake: solved, effects: [settled, { kind: 'solved', step }] };
  }
  const learned = learns === null || outcome === 'cannot' ? {} : learnedFrom(step, learns[outcome]);
  return arrive(takeIn({ ...intake, outcomes }, learned, world), [settled], world);
}

function learnedFrom(step: StepId, facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).map(([fact, known]) => [fact, { ...known, source: { kind: 'learned', step } }]));
}

/** Works the position out again and marks a step that will now be seen as begun. */
function arrive(intake: Intake, effects: readonly Effect[], world: World): Advanced {
  const moved: Intake = { ...intake, state: 'open', revision: intake.revision + 1 };
  const position = positionOf(moved, world);
  const seen = position.kind === 'step' ? { ...moved, outcomes: { ...moved.outcomes, [position.step.id]: 'begun' as const } } : moved;
  return { intake: seen, effects: [...effects, { kind: 'show', position }] };
}

function stale(intake: Intake, position: Position): Advanced {
  return { intake, effects: [{ kind: 'stale', position }] };
}
