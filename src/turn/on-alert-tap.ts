import { serviceCalled } from '../advisories/services.ts';
import type { Case } from '../case-ports.ts';
import type { Tap } from '../taps.ts';
import type { Facts } from '../triage/facts.ts';
import type { Intake } from '../triage/intake.ts';
import type { View } from '../views.ts';
import { openCase } from './case-now.ts';
import { openIntake, settleAdvisory } from './commands.ts';
import { phraseIn, sayingOf } from './hand-over.ts';
import { handoverView } from './position-view.ts';
import { before, type Decision, note, type Scene, say, silence } from './scene.ts';
import { begin, move } from './show.ts';
import { whereIs } from './standing.ts';
import { showWhere } from './where.ts';
import { muting } from './wishes.ts';

type TapOf<Kind extends Tap['do']> = Extract<Tap, { do: Kind }>;

/** "Not my problem" on an alert: no more of it is told, and it stands across nobody's way. What is open goes on. */
export function disown(scene: Scene, { advisory }: TapOf<'disown'>): Decision {
  const alerts = muting(scene.person.alerts, { kind: 'advisory', id: advisory }, true);
  const now: Scene = { ...scene, person: { ...scene.person, alerts } };
  const undo: Tap = { do: 'mute', on: false, advisory };
  const tapped: View = { kind: 'settled-alert', phrase: 'settled.disowned', with: { name: advisory }, undo };
  return { ...putAside(now, advisory), tapped, toast: note('settled.disowned', { name: advisory }) };
}

/** Where an advisory asks customers to act: where the person is, or the way from its beginning. */
export function showSteps(scene: Scene, { advisory }: TapOf<'steps'>): Decision {
  if (openIntake(scene) !== null || scene.person.held.length > 0) return showWhere(scene);
  const services = scene.shelf.advisories.find(({ id }) => id === advisory)?.services ?? [];
  const product = services.flatMap((name) => serviceCalled(name)?.products ?? [])[0];
  const facts: Facts = product === undefined ? {} : { product: { values: [product], source: { kind: 'tapped' } } };
  return begin(scene, facts);
}

/** Whether it works again, now that Microsoft says it is over. Asked about one intake: who has another by now is only told so. */
export function onWorksAgain(scene: Scene, tap: TapOf<'works-again'>): Decision {
  const { intake } = scene;
  if (intake === null || intake.id !== tap.about) return { ...silence(scene), toast: note('note.works-gone') };
  if (intake.state === 'solved') return { ...silence(scene), toast: note('note.works-solved') };
  const phrase = tap.answer === 'yes' ? 'settled.works-again' : 'settled.works-not';
  const tapped: View = { kind: 'settled-alert', phrase, with: { advisory: tap.advisory }, undo: null };
  return { ...(tap.answer === 'yes' ? solved(scene, intake, tap.advisory) : goOn(scene, intake, tap.advisory)), tapped };
}

/** What waits to be placed goes on waiting: it may be another trouble. The helpdesk need not go on with it either, and is told why. */
function solved(scene: Scene, intake: Intake, advisory: string): Decision {
  const open = caseOf(scene, intake);
  if (open !== null) {
    const free: Scene = { ...scene, case: null, person: { ...scene.person, case: null, toldCase: null } };
    const said = sayingOf(open, phraseIn('own-case.works-again', { advisory }, scene));
    return { ...solved(free, intake, advisory), cases: [said, { kind: 'withdraw', case: open.id }] };
  }
  const decided = move(scene, intake, { kind: 'solved' });
  if (scene.person.held.length === 0) return decided;
  const after = { ...scene, person: { ...decided.person, held: scene.person.held }, intake: decided.intake };
  const asked = showWhere(after);
  return { ...asked, posts: [...decided.posts, ...asked.posts] };
}

/** On exactly where they were; should the advisory still stand across the way, past it. */
function goOn(scene: Scene, intake: Intake, advisory: string): Decision {
  const back: Scene = { ...scene, person: { ...scene.person, touchedAt: scene.now } };
  const open = caseOf(back, intake);
  if (open !== null) {
    const said = sayingOf(open, phraseIn('own-case.works-not', { advisory }, scene));
    return { ...say(back, note('own-case.told-works-not')), cases: [said] };
  }
  if (intake.state === 'handed-over') return say(back, note('note.works-not-person'), handoverView(intake, back));
  const position = whereIs(back, intake);
  const isAcross = position?.kind === 'fault' && position.advisory === advisory && back.person.held.length === 0;
  return before(isAcross ? settleAdvisory(back, intake, advisory, false) : showWhere(back), note('note.works-not'));
}

/** The case that somebody at the helpdesk has about this trip. */
function caseOf(scene: Scene, intake: Intake): Case | null {
  const open = openCase(scene);
  return open?.intake === intake.id ? open : null;
}

function putAside(scene: Scene, advisory: string): Decision {
  const { intake } = scene;
  if (intake === null || intake.state === 'solved' || intake.dismissed.includes(advisory)) return silence(scene);
  const position = whereIs(scene, intake);
  if (position?.kind === 'fault' && position.advisory === advisory && scene.person.held.length === 0)
    return settleAdvisory(scene, intake, advisory, true);
  // Its cards stay good: nothing that stands on them has changed.
  return { ...silence(scene), intake: { ...intake, dismissed: [...intake.dismissed, advisory] } };
}
