import type { Case } from '../case-ports.ts';
import type { Tap } from '../taps.ts';
import type { Intake } from '../triage/intake.ts';
import { maskIdentifiers } from '../understand/mask.ts';
import type { View } from '../views.ts';
import { answerBy, besideCase, caseAsked, handedBack, isHandedBack, openCase } from './case-now.ts';
import { otherCode } from './codes.ts';
import { sayingOf } from './hand-over.ts';
import { goNew, goOn, heldFacts } from './hold.ts';
import { before, type Decision, isOld, note, type Scene, silence } from './scene.ts';
import { begin, move } from './show.ts';
import { showWhere } from './where.ts';

type OwnTap = Extract<Tap, { do: 'own-case' }>;

/** A tap on a card about one's own case. */
export function onOwnCaseTap(scene: Scene, tap: OwnTap): Decision {
  const { case: one } = scene;
  if (one === null || one.id !== tap.case) return told(scene, 'own-case.earlier');
  switch (tap.act) {
    case 'withdraw':
      return openCase(scene) === null ? told(scene, 'own-case.moved-on') : withdraw(scene, one);
    case 'helped':
      return one.state === 'resolved' ? { ...helped(scene, one), tapped: line('settled.helped', one) } : told(scene, 'own-case.moved-on');
    case 'not-helped':
      return openCase(scene) === null && one.state !== 'withdrawn'
        ? { ...toHelpdesk(scene, one), tapped: line('settled.helped-not', one) }
        : told(scene, 'own-case.moved-on');
    case 'go-on': {
      const back = handedBack(scene);
      if (back !== null) return { ...showWhere(resumed(scene, back)), tapped: line('settled.went-on', one) };
      return isHandedBack(one) && scene.intake?.id !== one.intake ? backTo(scene, one) : { ...showWhere(scene), toast: note('own-case.moved-on') };
    }
    case 'tell':
      return one.state === 'withdrawn' || (scene.person.held.length === 0 && openCase(scene) !== null)
        ? told(scene, 'own-case.moved-on')
        : toHelpdesk(scene, one);
    case 'new':
      return caseAsked(scene) === null ? told(scene, 'own-case.moved-on') : toKiku(scene, one);
  }
}

/** What waits is said in the case, which is opened again where it is over; from then on it is not asked for whom something is. */
export function toHelpdesk(scene: Scene, one: Case): Decision {
  const { held } = scene.person;
  const isOver = openCase(scene) === null;
  const isBeside = besideCase(scene, one) !== null;
  const person = { ...scene.person, held: [], case: one.id, toldCase: one.id };
  // Whoever had taken the trip up again leaves it to the helpdesk.
  const isTakenUp = scene.intake?.state === 'open' && scene.intake.id === one.intake;
  const intake: Intake | null =
    isTakenUp && scene.intake !== null ? { ...scene.intake, state: 'handed-over', revision: scene.intake.revision + 1 } : scene.intake;
  const after: Scene = { ...scene, intake, person, case: isOver ? { ...one, state: 'waiting-helpdesk' } : one };
  const where = isBeside ? showWhere(after) : silence(after);
  return {
    // That a case is open again is said where that is passed on.
    ...(isOver ? where : before(where, note('own-case.passed-on'))),
    settled: { kind: 'settled-choice', phrase: 'settled.to-helpdesk' },
    cases: [
      ...(isOver ? [{ kind: 'reopen' as const, case: one.id, respondBy: answerBy(one, scene) }] : []),
      ...held.map(({ id, text }) => sayingOf(one, text, id)),
    ],
  };
}

/** What waits is about another trouble: the one that is open beside the case, or a new one. A case that is over is left behind by it. */
export function toKiku(scene: Scene, one: Case): Decision {
  const beside = besideCase(scene, one);
  const held = scene.person.held.map(({ id, text }) => ({ id, text: maskIdentifiers(text) }));
  const person = { ...scene.person, held, toldCase: null, case: openCase(scene) === null ? null : one.id };
  const now: Scene = { ...scene, person };
  const isOther = beside !== null && (isOld(scene) || otherCode(beside, heldFacts(now)) !== null);
  const decision = beside !== null && !isOther ? goOn(now, beside) : held.length === 0 ? begin(now, {}) : goNew(now);
  return { ...decision, settled: { kind: 'settled-choice', phrase: 'settled.new-trouble' } };
}

/** What the helpdesk did ended it. */
export function helped(scene: Scene, one: Case): Decision {
  const done: Scene = { ...scene, person: { ...scene.person, case: null, toldCase: null } };
  const own = itsIntake(done, one);
  if (own === null) return { ...silence(done), toast: null };
  const decision = move(done, own, { kind: 'solved' });
  if (scene.person.held.length === 0) return decision;
  const where = showWhere({ ...done, intake: decision.intake, person: { ...decision.person, held: scene.person.held } });
  return { ...where, posts: [...decision.posts, ...where.posts] };
}

/** The scene in which Kiku has the trip again, where it stopped. */
export function resumed(scene: Scene, intake: Intake): Scene {
  const person = { ...scene.person, case: null, toldCase: null, touchedAt: scene.now };
  return { ...scene, person, case: null, intake: { ...intake, state: 'open', revision: intake.revision + 1 } };
}

/** Another trip was begun since: that one first, where it is still open; else the one that was handed back is the person's again, from the next turn on. */
function backTo(scene: Scene, one: Case): Decision {
  if (scene.intake?.state === 'open' || scene.person.held.length > 0) return { ...showWhere(scene), toast: note('own-case.other-first') };
  const person = { ...scene.person, intake: one.intake, case: one.id, heard: [] };
  return { ...silence({ ...scene, person }), toast: note('own-case.taken-up') };
}

/** The helpdesk is told, and the trip is open again; also where another one is, that goes on. */
function withdraw(scene: Scene, one: Case): Decision {
  const own = itsIntake(scene, one);
  const after = own === null ? { ...scene, case: null, person: { ...scene.person, case: null, toldCase: null } } : resumed(scene, own);
  const where = after.intake?.state === 'open' ? showWhere(after) : silence(after);
  return {
    ...before(where, note('own-case.withdrawn', { id: one.id })),
    tapped: line('settled.withdrawn', one),
    cases: [{ kind: 'withdraw', case: one.id }],
  };
}

/** The trip that was handed over, when it is the one that is loaded and nobody has taken it up again. */
function itsIntake({ intake }: Scene, one: Case): Intake | null {
  return intake?.id === one.intake && intake.state === 'handed-over' ? intake : null;
}

function told(scene: Scene, phrase: string): Decision {
  return { ...silence(scene), toast: note(phrase) };
}

function line(phrase: string, one: Case): View {
  return { kind: 'settled-alert', phrase, with: { id: one.id }, undo: null };
}
