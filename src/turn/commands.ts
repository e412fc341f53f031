import { EVERY_SERVICE } from '../alert-wishes.ts';
import type { Facts } from '../triage/facts.ts';
import { type Intake, newIntake } from '../triage/intake.ts';
import type { Command } from '../understand/lexicon.ts';
import { mute, myAlerts, showHealth } from './alerts.ts';
import { blockFor, checkView } from './check.ts';
import { listQuestions } from './faq.ts';
import { handOver } from './hand-over.ts';
import { goNew } from './hold.ts';
import { askBeforeForgetting, showOwnData } from './own-data.ts';
import { placeOf } from './position-view.ts';
import { before, type Decision, note, type Scene, say } from './scene.ts';
import { arrive, begin, go, move, showAgain, trailFrom } from './show.ts';
import { sayAndShow, showWhere } from './where.ts';
import { muting } from './wishes.ts';

/** In characters; a name may be anything that somebody has typed into a directory. */
const LONGEST_NAME = 60;

/** What a command does. `said`: the message, where it says more than the command. */
export function obey(scene: Scene, command: Exclude<Command, { kind: 'phone' | 'back' }>, facts: Facts, said = ''): Decision {
  switch (command.kind) {
    case 'restart':
      return scene.person.held.length > 0 ? goNew(scene) : begin(scene, facts);
    case 'help':
      return say(scene, { kind: 'help' });
    case 'faq':
      return listQuestions(scene);
    case 'export':
      return showOwnData(scene);
    case 'forget':
      return askBeforeForgetting(scene);
    case 'diagnose':
      return runCheck(scene);
    case 'language':
      return command.language === null ? say(scene, { kind: 'language' }) : speak(scene, command.language);
    case 'health':
      return showHealth(scene);
    case 'stop-alerts':
      return mute(scene, { kind: 'service', name: EVERY_SERVICE }, true);
    case 'unmute':
      return mute(scene, { kind: 'service', name: EVERY_SERVICE }, false);
    case 'alerts':
    case 'follow':
    case 'unfollow':
    case 'mute':
      return say(scene, myAlerts(scene));
    case 'person':
      return handOver(scene, facts, said);
  }
}

/** Who opens the chat, or says hello. */
export function welcome(scene: Scene): Decision {
  const name = [...scene.incoming.person.name].slice(0, LONGEST_NAME).join('');
  return say(scene, { kind: 'welcome', name });
}

/** From now on Kiku speaks this language to this person; what waits is shown again in it. */
export function speak(scene: Scene, language: Scene['language']): Decision {
  const now = { ...scene, language, person: { ...scene.person, language } };
  return sayAndShow(now, note('language.set'));
}

/** The person reads on a phone now and types on the PC, or no longer does. */
export function readOnPhone(scene: Scene, isOn: boolean, facts: Facts): Decision {
  const intake = scene.intake?.state === 'open' ? scene.intake : newIntake(scene.fresh.intake);
  const said = note(isOn ? 'note.on-phone' : 'note.on-pc');
  if (intake !== scene.intake && !isOn && Object.keys(facts).length === 0) return showWhere(scene);
  const trail = trailFrom(intake);
  const told = Object.keys(facts).length === 0 ? trail : go(trail, { kind: 'told', facts }, scene);
  if (told === trail && intake.onPhone === isOn) return before(showAgain(scene, intake), said);
  return before(arrive(go(told, { kind: 'on-phone', isOn }, scene), scene), said);
}

/** The block of commands that answers several questions, once the system is known; what waits goes on waiting. */
export function runCheck(scene: Scene): Decision {
  const { intake } = scene;
  const block = intake === null ? undefined : blockFor(intake.facts, scene.knowledge);
  if (block !== undefined) return say(scene, checkView(block));
  if (scene.person.held.length > 0) return showWhere(scene);
  const wanting: Intake = { ...(openIntake(scene) ?? newIntake(scene.fresh.intake)), check: { state: 'wanted' } };
  return before(move(scene, wanting, { kind: 'reopened', fact: 'os' }), note('note.check-os'));
}

/** On past an advisory that stood across the way, or: it is not this person's, and they are told no more of it. */
export function settleAdvisory(scene: Scene, intake: Intake, advisory: string, isDismissed: boolean): Decision {
  const alerts = isDismissed ? muting(scene.person.alerts, { kind: 'advisory', id: advisory }, true) : scene.person.alerts;
  const now: Scene = { ...scene, person: { ...scene.person, alerts } };
  const decision = move(now, intake, { kind: isDismissed ? 'dismissed' : 'went-past', advisory });
  return { ...decision, settled: { kind: 'settled-advisory', place: placeOf(decision.intake ?? intake), advisory, isDismissed } };
}

/** The intake when it is open. */
export function openIntake(scene: Scene): Intake | null {
  return scene.intake?.state === 'open' ? scene.intake : null;
}
