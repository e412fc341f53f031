import type { Case } from '../case-ports.ts';
import type { View } from '../views.ts';
import { caseAsked, openCase, ownCaseView } from './case-now.ts';
import { askAgain } from './hold.ts';
import { placeOf } from './position-view.ts';
import { before, type Decision, note, type Scene, say, silence } from './scene.ts';
import { showAgain } from './show.ts';
import { whereIs } from './standing.ts';

/** Shows where the person is, and changes nothing: what waits for an answer, or that nothing is open. */
export function showWhere(scene: Scene): Decision {
  const { intake, person } = scene;
  const asked = person.held.length > 0 ? caseAsked(scene) : null;
  if (asked !== null) return askWhom(scene, asked);
  if (intake !== null && person.held.length > 0) return askAgain(scene, intake);
  const open = openCase(scene);
  if (open !== null && intake?.state !== 'open') return say(scene, ownCaseView(open, scene));
  return intake?.state === 'open' ? showAgain(scene, intake) : say(scene, note('note.nothing-open'));
}

/** Asks for whom the messages are that wait: for the helpdesk, or for Kiku. */
export function askWhom(scene: Scene, one: Case): Decision {
  return {
    ...silence(scene),
    settled: { kind: 'settled-choice', phrase: 'settled.moved-on' },
    posts: [{ view: { kind: 'whom', case: one }, isOpen: true }],
  };
}

/** Says `view`, and shows again below it what waits for an answer, if anything does. */
export function sayAndShow(scene: Scene, view: View): Decision {
  const where = isWaiting(scene) ? showWhere(scene) : silence(scene);
  return before(where, view);
}

/** Says plainly that a message was not understood: first with what would be, the next time in a row with a person. */
export function puzzled(scene: Scene): Decision {
  const times = scene.person.puzzled + 1;
  const now = { ...scene, person: { ...scene.person, puzzled: times } };
  const { intake } = now;
  const isAgain = times > 1;
  const position = whereIs(now, intake);
  if (!isAgain && intake !== null) {
    if (now.person.held.length > 0) return sayAndShow(now, note('question.puzzled'));
    if (position?.kind === 'ask') return showAgain(now, intake, { isPuzzled: true });
    if (position?.kind === 'step') return sayAndShow(now, note('note.puzzled-step'));
    if (position?.kind === 'fault') return sayAndShow(now, note('note.puzzled-advisory'));
    if (position?.kind === 'stop') return sayAndShow(now, note('note.puzzled-stop'));
  }
  const place = intake === null ? null : placeOf(intake);
  return sayAndShow(now, { kind: 'puzzled', place, isAgain });
}

/** Says plainly what Kiku is, or that it cannot help with this, with the way to a person; what waits is shown again. */
export function notMine(scene: Scene, about: 'about-kiku' | 'elsewhere'): Decision {
  return sayAndShow(scene, { kind: 'not-mine', place: scene.intake === null ? null : placeOf(scene.intake), about });
}

function isWaiting(scene: Scene): boolean {
  return scene.intake?.state === 'open' || (scene.person.held.length > 0 && (scene.intake !== null || caseAsked(scene) !== null));
}
