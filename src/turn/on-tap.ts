import { parseTap, type Tap } from '../taps.ts';
import type { Contradiction } from '../triage/evidence.ts';
import { identify } from '../triage/identify.ts';
import type { Intake } from '../triage/intake.ts';
import { myAlerts, onFilledIn, onHealthTap, onWishTap } from './alerts.ts';
import { openCase } from './case-now.ts';
import { obey, settleAdvisory, speak } from './commands.ts';
import { onFaqTap } from './faq.ts';
import { offer, sendChosen } from './hand-over.ts';
import { goNew, goOn, hold } from './hold.ts';
import { disown, onWorksAgain, showSteps } from './on-alert-tap.ts';
import { onAskedTap } from './on-asked.ts';
import { take } from './on-text.ts';
import { onOwnCaseTap } from './own-case.ts';
import { onOwnDataTap } from './own-data.ts';
import { placeOf } from './position-view.ts';
import { readFor } from './reading.ts';
import { before, type Decision, isOld, note, type Scene, say, silence } from './scene.ts';
import { begin, move } from './show.ts';
import { whereIs } from './standing.ts';
import { showWhere } from './where.ts';

type Placed = Extract<Tap, { intake: string }>;
type OfIntake = Exclude<Placed, { do: 'person' | 'send' | 'continue' | 'new' | 'wrong' }>;

/** What a tap on a card comes to. Taps that are odd, old or not this person's change nothing and show where they are. */
export function onTap(scene: Scene, data: unknown): Decision {
  const tap = parseTap(data);
  if (tap === null) return lost(scene, 'note.nonsense-tap');
  const { intake } = scene;
  switch (tap.do) {
    case 'help':
      return obey(scene, { kind: 'help' }, {});
    case 'own-data':
      return onOwnDataTap(scene, tap);
    case 'faq':
      return onFaqTap(scene, tap);
    case 'language':
      return tap.language === undefined
        ? obey(scene, { kind: 'language', language: null }, {})
        : { ...speak(scene, tap.language), tapped: { kind: 'settled-choice', phrase: 'settled.language' } };
    case 'start':
      return start(scene);
    case 'follow':
    case 'mute':
      return onWishTap(scene, tap);
    case 'wish':
      return onFilledIn(scene, tap);
    case 'my-alerts':
      return say(scene, myAlerts(scene));
    case 'health':
      return onHealthTap(scene, tap);
    case 'disown':
      return disown(scene, tap);
    case 'steps':
      return showSteps(scene, tap);
    case 'works-again':
      return onWorksAgain(scene, tap);
    case 'own-case':
      return onOwnCaseTap(scene, tap);
    case 'case-answer':
      return onAskedTap(scene, tap);
    case 'fan-out':
    case 'case':
    case 'cases':
      return lost(scene, 'helpdesk.not-here');
    case 'person':
      return tap.intake === undefined || tap.intake === intake?.id ? offer(scene) : lost(scene, 'note.old-card');
    default:
      return intake === null || intake.id !== tap.intake ? lost(scene, 'note.old-card') : onIntake(scene, intake, tap);
  }
}

function onIntake(scene: Scene, intake: Intake, tap: Exclude<Placed, { do: 'person' }>): Decision {
  const isWaiting = scene.person.held.length > 0;
  const isCurrent = tap.revision === intake.revision;
  switch (tap.do) {
    case 'wrong':
      return report(scene, intake, tap.step);
    case 'continue':
      return isWaiting && isCurrent ? goOn(scene, intake) : lost(scene, 'note.stale');
    case 'send':
      return isCurrent && openCase(scene)?.intake !== intake.id ? sendChosen(scene, intake, tap.along) : lost(scene, 'note.stale');
    case 'new':
      return isCurrent ? goNew(scene) : lost(scene, 'note.stale');
    default:
      // Whoever changes an answer of a trip that has ended takes it up again; nothing else of its cards counts any more.
      if (openCase(scene)?.intake === intake.id) return lost(scene, 'own-case.has-person');
      if (intake.state !== 'open') return tap.do === 'change' && !isWaiting ? change(scene, intake, tap.fact) : lost(scene, 'note.old-card');
      return isWaiting ? lost(scene, 'note.stale') : whileOpen(scene, intake, tap);
  }
}

function whileOpen(scene: Scene, intake: Intake, tap: OfIntake): Decision {
  const position = whereIs(scene, intake);
  switch (tap.do) {
    case 'answer':
      return position?.kind === 'ask' && position.fact === tap.fact && tap.revision === intake.revision
        ? answer(scene, intake, tap, position.contradiction)
        : lost(scene, 'note.stale');
    case 'outcome':
      return move(scene, intake, { kind: 'tried', step: tap.step, outcome: tap.outcome, revision: tap.revision });
    case 'change':
      return change(scene, intake, tap.fact);
    case 'go-on':
      return position?.kind === 'fault' && position.advisory === tap.advisory
        ? settleAdvisory(scene, intake, tap.advisory, false)
        : lost(scene, 'note.stale');
    case 'not-mine':
      return notMine(scene, intake, tap.advisory);
    case 'as-text':
      return position?.kind === 'step' && position.step.id === tap.step && !position.isWindUp
        ? say(scene, { kind: 'commands', step: tap.step })
        : lost(scene, 'note.stale');
    case 'check':
      return tap.revision === intake.revision ? obey(scene, { kind: 'diagnose' }, {}) : lost(scene, 'note.stale');
    case 'phone':
      return tap.on === intake.onPhone
        ? lost(scene, 'note.stale')
        : before(move(scene, intake, { kind: 'on-phone', isOn: tap.on }), note(tap.on ? 'note.on-phone' : 'note.on-pc'));
  }
}

/** A button sends one of the answers; what was typed or is no listed value is read like a message. */
function answer(scene: Scene, intake: Intake, tap: Extract<Tap, { do: 'answer' }>, contradiction?: Contradiction): Decision {
  const { fact, revision } = tap;
  const said = (tap.value ?? tap.choice ?? '').trim();
  if (said === '') return { ...silence(scene), toast: note('note.no-choice') };
  const isEither = [contradiction?.earlier, contradiction?.later].some((one) => one?.values[0] === said);
  const isListed = isEither || said === 'unknown' || scene.knowledge.facts.get(fact)?.values.some((value) => value.value === said) === true;
  return isListed ? move(scene, intake, { kind: 'answered', fact, value: said, revision }) : take(scene, said, readFor(scene, fact, said));
}

function change(scene: Scene, intake: Intake, fact: string | undefined): Decision {
  if (fact === undefined) return say(scene, { kind: 'change', place: placeOf(intake), facts: intake.facts });
  const isChangeable = Object.hasOwn(intake.facts, fact) && scene.knowledge.facts.get(fact)?.question != null;
  return isChangeable && intake.reopened !== fact ? move(scene, intake, { kind: 'reopened', fact }) : lost(scene, 'note.stale');
}

/** Across the way, or beside it: then the step that waits goes on waiting, below. */
function notMine(scene: Scene, intake: Intake, advisory: string): Decision {
  const position = whereIs(scene, intake);
  if (position?.kind === 'fault' && position.advisory === advisory) return settleAdvisory(scene, intake, advisory, true);
  if (!intake.advised.includes(advisory) || intake.dismissed.includes(advisory)) return lost(scene, 'note.stale');
  const decision = settleAdvisory(scene, intake, advisory, true);
  return { ...decision, settled: { kind: 'settled-choice', phrase: 'settled.moved-on' }, tapped: decision.settled };
}

function report(scene: Scene, intake: Intake, step: string): Decision {
  if (!Object.hasOwn(intake.outcomes, step)) return lost(scene, 'note.stale');
  const { problem } = identify(intake.facts, scene.knowledge.playbooks);
  return { ...say(scene, note('note.reported')), reports: [{ step, problem: problem ?? '', intake: intake.id }] };
}

/** *Start* on a welcome or help card: what is open is not thrown away by it. */
function start(scene: Scene): Decision {
  const { intake } = scene;
  if (intake?.state !== 'open') return scene.person.held.length > 0 ? showWhere(scene) : begin(scene, {});
  return isOld(scene) && scene.person.held.length === 0 ? hold(scene, intake, '') : showWhere(scene);
}

/** Nothing changes; the person is shown where they are, or that nothing is open. */
function lost(scene: Scene, phrase: string): Decision {
  return { ...showWhere(scene), toast: note(phrase) };
}
