import { parseTap, type Tap } from '../taps.ts';
import type { Intake } from '../triage/intake.ts';
import { understand } from '../understand/understand.ts';
import { obey, speak, tellHeld } from './on-text.ts';
import { type Decision, note, type Scene, say, silence } from './scene.ts';
import { begin, move, placeOf, showAgain } from './show.ts';

/** What a tap on a card comes to. Taps that are odd, old or not this person's change nothing and show where they are. */
export function onTap(scene: Scene, data: unknown): Decision {
  const tap = parseTap(data);
  if (tap === null) return lost(scene, 'note.nonsense-tap');
  switch (tap.do) {
    case 'start':
      return begin(scene, {});
    case 'help':
      return obey(scene, { kind: 'help' });
    case 'language':
      return tap.language === undefined ? obey(scene, { kind: 'language', language: null }) : speak(scene, tap.language);
    default:
      return scene.intake === null || scene.intake.id !== tap.intake ? lost(scene, 'note.stale') : onIntake(scene, scene.intake, tap);
  }
}

function onIntake(scene: Scene, intake: Intake, tap: Exclude<Tap, { do: 'start' | 'help' | 'language' }>): Decision {
  switch (tap.do) {
    case 'answer':
      return answer(scene, intake, tap);
    case 'outcome':
      return move(scene, intake, { kind: 'tried', step: tap.step, outcome: tap.outcome, revision: tap.revision });
    case 'change':
      return change(scene, intake, tap.fact);
    case 'go-on':
      return settleAdvisory(scene, move(scene, intake, { kind: 'went-past', advisory: tap.advisory }), tap.advisory, false);
    case 'not-mine':
      return settleAdvisory(scene, move(scene, intake, { kind: 'dismissed', advisory: tap.advisory }), tap.advisory, true);
    case 'as-text':
      return scene.knowledge.steps.has(tap.step) ? say(scene, { kind: 'commands', step: tap.step }) : lost(scene, 'note.stale');
    case 'wrong':
      return report(scene, intake, tap.step);
    case 'phone':
      return move(scene, intake, { kind: 'on-phone', isOn: tap.on });
    case 'person':
      return move(scene, intake, { kind: 'handed-over' });
    case 'continue':
      return scene.person.held === null ? lost(scene, 'note.stale') : tellHeld(scene, false);
    case 'new':
      return tellHeld(scene, true);
  }
}

function answer(scene: Scene, intake: Intake, tap: Extract<Tap, { do: 'answer' }>): Decision {
  const { fact, revision } = tap;
  const said = tap.value ?? tap.choice ?? '';
  const content = scene.knowledge.facts.get(fact);
  const isListed = said === 'unknown' || content?.values.some((value) => value.value === said) === true;
  if (isListed) return move(scene, intake, { kind: 'answered', fact, value: said, revision });
  const facts = understand(said, scene.lexicon, { openFact: fact }).facts;
  const isReadable = facts[fact] !== undefined && revision === intake.revision;
  return isReadable ? move(scene, intake, { kind: 'told', facts }) : lost(scene, revision === intake.revision ? 'note.no-choice' : 'note.stale');
}

function change(scene: Scene, intake: Intake, fact: string | undefined): Decision {
  if (fact === undefined) return say(scene, { kind: 'change', place: placeOf(intake), facts: intake.facts });
  const isChangeable = intake.facts[fact] !== undefined && scene.knowledge.facts.get(fact)?.question != null;
  if (!isChangeable) return lost(scene, 'note.stale');
  return move(scene, intake, { kind: 'reopened', fact });
}

function settleAdvisory(scene: Scene, decision: Decision, advisory: string, isDismissed: boolean): Decision {
  const { intake } = decision;
  const isChanged = intake !== null && intake !== scene.intake;
  return isChanged ? { ...decision, settled: { kind: 'settled-advisory', place: placeOf(intake), advisory, isDismissed } } : decision;
}

function report(scene: Scene, intake: Intake, step: string): Decision {
  if (!scene.knowledge.steps.has(step)) return lost(scene, 'note.stale');
  const problem = [...scene.knowledge.problems.values()].find((one) => one.branches.some((branch) => branch.steps.includes(step)))?.id ?? '';
  return { ...say(scene, note('note.reported')), reports: [{ step, problem, intake: intake.id }] };
}

/** Nothing changes; the person is shown where they are, or where to begin. */
function lost(scene: Scene, phrase: string): Decision {
  const { intake } = scene;
  if (intake?.state === 'open') return { ...showAgain(scene, intake), toast: note(phrase) };
  return { ...silence(scene), toast: note(phrase), posts: [{ view: { kind: 'welcome', name: scene.incoming.person.name }, isOpen: false }] };
}
