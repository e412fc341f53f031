import type { HeardMessage } from '../ports.ts';
import type { Facts } from '../triage/facts.ts';
import { identify } from '../triage/identify.ts';
import { type Intake, newIntake } from '../triage/intake.ts';
import type { Command } from '../understand/lexicon.ts';
import { otherCode, withAllCodes } from './codes.ts';
import { handOver, openIntake, readOnPhone, runCheck, settleAdvisory, speak } from './commands.ts';
import { inDoubt } from './doubt.ts';
import { answerQuestions, listQuestions } from './faq.ts';
import { goNew, goOn, hold } from './hold.ts';
import { hasFacts, isUnsure, MOST_TEXT, outcomeIn, type Reading, readBelonging, readIn, saysItIsBack } from './reading.ts';
import { before, type Decision, isOld, note, type Scene, say } from './scene.ts';
import { begin, move, showAgain } from './show.ts';
import { whereIs } from './standing.ts';
import { tell } from './tell.ts';
import { notMine, puzzled, sayAndShow } from './where.ts';

/** So many messages of an intake are remembered, in case they are edited. */
const MOST_HEARD = 50;

/** In characters; a name may be anything that somebody has typed into a directory. */
const LONGEST_NAME = 60;

/** What a written or pasted message comes to. */
export function onText(scene: Scene, text: string): Decision {
  const isWaiting = scene.intake !== null && scene.person.held.length > 0;
  const reading = isWaiting ? readBelonging(scene, text) : readIn(scene, scene.intake, text);
  const decision = isWaiting && scene.intake !== null ? whileHeld(scene, scene.intake, text, reading) : take(scene, text, reading);
  const remembered = remember(scene, reading, decision);
  return text.length > MOST_TEXT ? before(remembered, note('note.too-long')) : remembered;
}

/** A message that was read where the person is: what it asks of Kiku, then what it says of the trouble, then the rest. */
export function take(scene: Scene, text: string, written: Reading): Decision {
  const { reading, readBack } = inDoubt(written, scene);
  const { intake } = scene;
  const said = instantly(scene, reading);
  if (said !== null) return said;
  if (intake !== null && isToBeHeld(scene, intake, reading)) return hold(scene, intake, text);
  if (reading.command !== null) return readOnPhone(scene, reading.command.kind === 'phone', reading.facts);
  const position = whereIs(scene, intake);
  const open = openIntake(scene);
  const tried = open === null ? null : outcomeIn(reading, open, position, scene.knowledge.vocabulary);
  if (open !== null && tried !== null) return move(scene, open, tried);
  if (open !== null && isMistyped(scene, open, reading)) return tell(scene, open, { facts: withAllCodes(open.facts, reading.facts) }, readBack);
  if (hasFacts(reading)) return tell(scene, open ?? newIntake(scene.fresh.intake), { facts: reading.facts, overruled: reading.overruled }, readBack);
  if (reading.isEmpty) return sayAndShow(scene, note('note.empty'));
  if (open !== null && position?.kind === 'fault' && reading.reply !== null) return onAdvisory(scene, open, position.advisory, reading);
  if (isUnsure(reading) && position?.kind === 'step') return sayAndShow(scene, note('note.unsure-step'));
  if (readBack !== null) return tell(scene, open ?? newIntake(scene.fresh.intake), { facts: {} }, readBack);
  if (reading.smallTalk === 'greeting') return open === null ? welcome(scene) : showAgain(scene, open);
  if (reading.smallTalk === 'about-kiku' || reading.smallTalk === 'elsewhere') return notMine(scene, reading.smallTalk);
  return puzzled(scene);
}

/** What holds at any moment, also while something waits: restart, help, language, a person, a question, a thank you. `null`: none of these. */
function instantly(scene: Scene, { command, facts, smallTalk, ...reading }: Reading): Decision | null {
  if (command !== null && command.kind !== 'phone' && command.kind !== 'back') return obey(scene, command, facts);
  if (reading.question !== null) return answerQuestions(scene, reading.question.ids);
  // "OK" answers what waits; where nothing waits, it ends the talk.
  const isAnswer = reading.reply !== null && (scene.intake?.state === 'open' || scene.person.held.length > 0);
  const isThanks = smallTalk === 'thanks' && Object.keys(facts).length === 0 && !isAnswer;
  return isThanks ? say(scene, note('note.thanks')) : null;
}

/** What a command does. */
export function obey(scene: Scene, command: Exclude<Command, { kind: 'phone' | 'back' }>, facts: Facts): Decision {
  switch (command.kind) {
    case 'restart':
      return scene.person.held.length > 0 ? goNew(scene) : begin(scene, facts);
    case 'help':
      return say(scene, { kind: 'help' });
    case 'faq':
      return listQuestions(scene);
    case 'diagnose':
      return runCheck(scene);
    case 'language':
      return command.language === null ? say(scene, { kind: 'language' }) : speak(scene, command.language);
    case 'person':
      return handOver(scene, facts);
  }
}

/** Who opens the chat, or says hello. */
export function welcome(scene: Scene): Decision {
  const name = [...scene.incoming.person.name].slice(0, LONGEST_NAME).join('');
  return say(scene, { kind: 'welcome', name });
}

/** Whether only the person can say if the message belongs to this intake: it is a day old, has another code, or has ended. */
function isToBeHeld(scene: Scene, intake: Intake, reading: Reading): boolean {
  const isOther = otherCode(intake, reading.facts) !== null;
  if (intake.state !== 'open') return !isOld(scene) && !isOther && (hasFacts(reading) || saysItIsBack(reading));
  if (isOld(scene)) return !reading.isEmpty;
  // Whoever is asked for the code anew may name another, and so may one whose code nobody knows.
  return isOther && reading.asked !== 'code' && !isMistyped(scene, intake, reading);
}

/** A known code after one that nobody knows, and with which nothing was tried: most likely one digit was wrong. */
function isMistyped(scene: Scene, intake: Intake, { facts }: Reading): boolean {
  if (otherCode(intake, facts) === null || Object.keys(intake.outcomes).length > 0) return false;
  const { playbooks } = scene.knowledge;
  return identify(intake.facts, playbooks).hasUnknownCode && !identify(facts, playbooks).hasUnknownCode;
}

function onAdvisory(scene: Scene, intake: Intake, advisory: string, reading: Reading): Decision {
  switch (reading.reply) {
    case 'go-on':
      return settleAdvisory(scene, intake, advisory, false);
    case 'not-mine':
      return settleAdvisory(scene, intake, advisory, true);
    default:
      return sayAndShow(scene, note('note.unsure-advisory'));
  }
}

/** While something waits, a message says where it belongs, or waits with it. */
function whileHeld(scene: Scene, intake: Intake, text: string, reading: Reading): Decision {
  const said = instantly(scene, reading);
  if (said !== null) return said;
  if (hasFacts(reading) || reading.command !== null) return hold(scene, intake, text);
  if (reading.reply === 'continue') return goOn(scene, intake);
  if (reading.reply === 'new') return goNew(scene);
  return reading.isEmpty ? sayAndShow(scene, note('note.empty')) : puzzled(scene);
}

/** Remembers which messages the intake was told by, so that an edit finds what it changes. */
function remember(scene: Scene, reading: Reading, decision: Decision): Decision {
  const { person } = decision;
  const puzzledTimes = person.puzzled > scene.person.puzzled ? person.puzzled : 0;
  if (person.held.length > 0) return { ...decision, person: { ...person, puzzled: puzzledTimes } };
  const said = Object.fromEntries(Object.entries(reading.facts).map(([fact, known]) => [fact, known.values]));
  const own: HeardMessage = { id: scene.incoming.id, asked: reading.asked, said };
  return { ...decision, person: { ...person, heard: [...heardBefore(scene, decision), own].slice(-MOST_HEARD), puzzled: puzzledTimes } };
}

/** What the intake of this decision had been told in writing, with what waited until now. */
function heardBefore(scene: Scene, decision: Decision): readonly HeardMessage[] {
  const isSame = decision.intake?.id === scene.intake?.id;
  const released = decision.person.held.length === 0 ? scene.person.held : [];
  return [...(isSame ? scene.person.heard : []), ...released.map(({ id }) => ({ id, asked: null, said: {} }))];
}
