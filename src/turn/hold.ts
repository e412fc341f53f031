import type { HeldMessage } from '../ports.ts';
import type { ReadBack } from '../read-back.ts';
import type { Move } from '../triage/advance.ts';
import { type Facts, withFacts } from '../triage/facts.ts';
import { type Intake, newIntake } from '../triage/intake.ts';
import { takeIn } from '../triage/take-in.ts';
import { maskIdentifiers } from '../understand/mask.ts';
import type { View } from '../views.ts';
import { otherCode, withAllCodes } from './codes.ts';
import { inDoubt } from './doubt.ts';
import { placeOf } from './position-view.ts';
import { hasFacts, MOST_TEXT, movesIn, readFor, readIn } from './reading.ts';
import { type Decision, isOld, type Scene, silence } from './scene.ts';
import { go, showAgain, trailFrom } from './show.ts';
import { worldIn } from './standing.ts';
import { arriveInDoubt } from './tell.ts';

/** Keeps a message until the person has said which intake it belongs to, and asks. */
export function hold(scene: Scene, intake: Intake, text: string): Decision {
  const { held } = scene.person;
  const room = MOST_TEXT - held.reduce((length, one) => length + one.text.length, 0);
  const kept: readonly HeldMessage[] = [...held, { id: scene.incoming.id, text: maskIdentifiers(text.slice(0, Math.max(room, 0))) }];
  return askAgain({ ...scene, person: { ...scene.person, held: kept } }, intake);
}

/** Asks once more where the messages that wait belong. */
export function askAgain(scene: Scene, intake: Intake): Decision {
  return {
    ...silence(scene),
    settled: { kind: 'settled-choice', phrase: 'settled.moved-on' },
    posts: [{ view: choiceOf(scene, intake), isOpen: true }],
  };
}

/** The same trouble: what waits is told to the intake, one message after another, as if it had come then. */
export function goOn(scene: Scene, intake: Intake): Decision {
  const { held } = scene.person;
  let trail = trailFrom(intake);
  let readBack: ReadBack | null = null;
  for (const { text } of held) {
    const doubted = inDoubt(readIn(scene, trail.intake, text), scene);
    readBack = doubted.readBack ?? readBack;
    const moves = movesIn(doubted.reading, trail.intake, scene, withAllCodes(trail.intake.facts, doubted.reading.facts));
    trail = moves.reduce((next, move) => go(next, move, scene), trail);
  }
  const settled: View = { kind: 'settled-choice', phrase: 'settled.continued' };
  if (trail.effects.length > 0) return { ...arriveInDoubt(trail, readBack, scene), settled };
  const released = { ...scene, person: { ...scene.person, held: [], touchedAt: scene.now } };
  if (intake.state !== 'open') return { ...arriveInDoubt(go(trail, { kind: 'told', facts: {} }, scene), readBack, scene), settled };
  return { ...(readBack === null ? showAgain(released, intake) : arriveInDoubt(trail, readBack, released)), settled };
}

/** Another trouble: what waits begins a new intake, and what contradicts itself in it is asked about. None of it answers a question that was never asked. */
export function goNew(scene: Scene): Decision {
  const start = newIntake(scene.fresh.intake);
  let intake = start;
  let readBack: ReadBack | null = null;
  let isOnPhone = false;
  for (const { text } of scene.person.held) {
    const { reading, ...doubted } = inDoubt(readFor({ ...scene, intake }, null, text), scene);
    readBack = doubted.readBack ?? readBack;
    isOnPhone ||= reading.command?.kind === 'phone';
    for (const facts of [reading.overruled, withAllCodes(intake.facts, reading.facts)]) intake = takeIn(intake, facts, worldIn(scene));
  }
  const made: Move = isOnPhone ? { kind: 'on-phone', isOn: true } : { kind: 'told', facts: {} };
  const trail = go({ ...trailFrom(start), intake }, made, scene);
  return { ...arriveInDoubt(trail, readBack, scene), settled: { kind: 'settled-choice', phrase: 'settled.new' } };
}

/** What the messages that wait say, for whoever takes the case over. */
export function heldFacts(scene: Scene): Facts {
  return scene.person.held.reduce<Facts>((known, { text }) => {
    const { facts } = readFor(scene, null, text);
    return withFacts(known, withAllCodes(known, facts));
  }, {});
}

/** A message that waits was edited. When it no longer speaks of anything else, it is taken in. */
export function holdEdited(scene: Scene, intake: Intake, id: string, text: string): Decision {
  const held = scene.person.held.map((one) => (one.id === id ? { id, text: maskIdentifiers(text.slice(0, MOST_TEXT)) } : one));
  const now = { ...scene, person: { ...scene.person, held } };
  const isStillOther = intake.state !== 'open' || isOld(scene) || otherCode(intake, heldFacts(now)) !== null;
  return isStillOther || !held.some((one) => hasFacts(readFor(scene, null, one.text))) ? askAgain(now, intake) : goOn(now, intake);
}

function choiceOf(scene: Scene, intake: Intake): View {
  const code = otherCode(intake, heldFacts(scene));
  const reason = code !== null ? 'code' : intake.state === 'open' ? 'day' : intake.state;
  return { kind: 'continue-or-new', place: placeOf(intake), reason, facts: intake.facts, code };
}
