import type { ReadBack } from '../read-back.ts';
import type { Move } from '../triage/advance.ts';
import { identify } from '../triage/identify.ts';
import { type Intake, newIntake } from '../triage/intake.ts';
import type { Position } from '../triage/next.ts';
import type { Command } from '../understand/lexicon.ts';
import { otherCode, withAllCodes } from './codes.ts';
import { obey, openIntake, readOnPhone, settleAdvisory, welcome } from './commands.ts';
import { inDoubt } from './doubt.ts';
import { answerQuestions } from './faq.ts';
import { goNew, goOn, hold } from './hold.ts';
import { claims, hasFacts, isUnsure, outcomeIn, type Reading, saysItIsBack } from './reading.ts';
import { before, type Decision, isOld, note, type Scene, say } from './scene.ts';
import { begin, move, showAgain } from './show.ts';
import { whereIs } from './standing.ts';
import { tell } from './tell.ts';
import { notMine, puzzled, sayAndShow } from './where.ts';
import { wishInWords } from './wish-in-words.ts';

/** A message that was read, and where the person is. */
export interface Heard {
  readonly scene: Scene;
  readonly text: string;
  /** Without a code that is in doubt. */
  readonly reading: Reading;
  /** The code in doubt. */
  readonly readBack: ReadBack | null;
  /** The intake while it is open. */
  readonly open: Intake | null;
  readonly position: Position | null;
  /** How the step that waits went, when the message says so. */
  readonly outcome: Extract<Move, { kind: 'tried' }> | null;
}

/** One thing that a message may be, and what it comes to then; `null`: it is not that. */
export interface TextRule {
  readonly name: string;
  readonly decide: (heard: Heard) => Decision | null;
}

const WISH: TextRule = { name: 'wish', decide: ({ scene, text, reading }) => wishInWords(scene, text, reading.facts) };
const COMMAND: TextRule = {
  name: 'command',
  decide: ({ scene, text, reading }) =>
    isForKiku(reading.command) ? obey(scene, reading.command, reading.facts, saysMore(text, reading) ? text : '') : null,
};
const FAQ: TextRule = {
  name: 'faq',
  decide: ({ scene, reading }) => (reading.question === null ? null : answerQuestions(scene, reading.question.ids)),
};
const THANKS: TextRule = { name: 'thanks', decide: ({ scene, reading }) => (isThanks(scene, reading) ? say(scene, note('note.thanks')) : null) };

/** What a message may be, in the order in which it is looked for: what it asks of Kiku, what it says of the trouble, then the rest. The first that it is decides. */
export const TEXT_RULES: readonly TextRule[] = [
  WISH,
  COMMAND,
  FAQ,
  {
    name: 'solved',
    decide: ({ scene, open, position, reading }) =>
      open !== null && reading.remark === 'solved' && !isOwnToStep(position) ? move(scene, open, { kind: 'solved' }) : null,
  },
  THANKS,
  {
    name: 'hold',
    decide: ({ scene, reading, text }) =>
      scene.intake !== null && isToBeHeld(scene, scene.intake, reading) ? hold(scene, scene.intake, text) : null,
  },
  {
    name: 'phone',
    decide: ({ scene, reading: { command, facts } }) =>
      command === null || isForKiku(command) ? null : readOnPhone(scene, command.kind === 'phone', facts),
  },
  { name: 'outcome', decide: ({ scene, open, outcome }) => (open === null || outcome === null ? null : move(scene, open, outcome)) },
  {
    name: 'mistyped code',
    decide: ({ scene, open, reading, readBack }) =>
      open !== null && isMistyped(scene, open, reading) ? tell(scene, open, { facts: withAllCodes(open.facts, reading.facts) }, readBack) : null,
  },
  {
    name: 'claimed step',
    decide: ({ scene, open, position, reading, readBack }) =>
      open !== null && claims(reading, position)
        ? before(tell(scene, open, { facts: reading.facts, overruled: reading.overruled }, readBack), note('note.unsure-step'))
        : null,
  },
  {
    name: 'facts',
    decide: ({ scene, open, reading, readBack }) =>
      hasFacts(reading) ? tell(scene, open ?? newIntake(scene.fresh.intake), { facts: reading.facts, overruled: reading.overruled }, readBack) : null,
  },
  { name: 'empty', decide: ({ scene, reading }) => (reading.isEmpty ? sayAndShow(scene, note('note.empty')) : null) },
  {
    name: 'advisory',
    decide: ({ scene, open, position, reading }) =>
      open !== null && position?.kind === 'fault' && reading.reply !== null ? onAdvisory(scene, open, position.advisory, reading) : null,
  },
  {
    name: 'unsure at a step',
    decide: ({ scene, position, reading }) => (isUnsure(reading) && position?.kind === 'step' ? sayAndShow(scene, note('note.unsure-step')) : null),
  },
  {
    name: 'code in doubt',
    decide: ({ scene, open, readBack }) => (readBack === null ? null : tell(scene, open ?? newIntake(scene.fresh.intake), { facts: {} }, readBack)),
  },
  {
    name: 'greeting',
    decide: ({ scene, open, reading }) => {
      if (reading.smallTalk !== 'greeting') return null;
      return open === null ? welcome(scene) : showAgain(scene, open);
    },
  },
  {
    name: 'not mine',
    decide: ({ scene, reading }) =>
      reading.smallTalk === 'about-kiku' || reading.smallTalk === 'elsewhere' ? notMine(scene, reading.smallTalk) : null,
  },
  {
    name: 'trouble',
    decide: ({ scene, open, reading }) => (open === null && reading.remark === 'trouble' ? before(begin(scene, {}), note('note.begin')) : null),
  },
  { name: 'puzzled', decide: ({ scene }) => puzzled(scene) },
];

/** The same while messages wait for the person to say where they belong: it says so, or waits with them. */
export const TEXT_RULES_WHILE_HELD: readonly TextRule[] = [
  WISH,
  COMMAND,
  FAQ,
  THANKS,
  {
    name: 'hold',
    decide: ({ scene, reading, text }) =>
      scene.intake !== null && (hasFacts(reading) || reading.command !== null) ? hold(scene, scene.intake, text) : null,
  },
  {
    name: 'the old trouble',
    decide: ({ scene, reading }) => (scene.intake !== null && reading.reply === 'continue' ? goOn(scene, scene.intake) : null),
  },
  { name: 'a new trouble', decide: ({ scene, reading }) => (reading.reply === 'new' ? goNew(scene) : null) },
  { name: 'empty', decide: ({ scene, reading }) => (reading.isEmpty ? sayAndShow(scene, note('note.empty')) : null) },
  { name: 'puzzled', decide: ({ scene }) => puzzled(scene) },
];

/** A message that was read where the person is, with its code in doubt set apart. */
export function hear(scene: Scene, text: string, written: Reading): Heard {
  const { reading, readBack } = inDoubt(written, scene);
  const position = whereIs(scene, scene.intake);
  const open = openIntake(scene);
  const outcome = open === null ? null : outcomeIn(reading, open, position, scene.knowledge.vocabulary);
  return { scene, text, reading, readBack, open, position, outcome };
}

/** The same while messages wait: a code is not doubted before it is known where it belongs. */
export function hearHeld(scene: Scene, text: string, reading: Reading): Heard {
  return { scene, text, reading, readBack: null, open: openIntake(scene), position: null, outcome: null };
}

/** What the first rule that fits makes of the message; the last fits every one. */
export function decideText(rules: readonly TextRule[], heard: Heard): Decision {
  for (const rule of rules) {
    const decision = rule.decide(heard);
    if (decision !== null) return decision;
  }
  throw new Error('No rule fits a message; the last one must fit every message.');
}

/** Of a step that repairs, "solved" is its outcome; one that is no longer right stays in sight, so that what was begun is undone. */
function isOwnToStep(position: Position | null): boolean {
  return position?.kind === 'step' && (position.isWindUp || position.step.learns === null);
}

/** In characters; what asks for a person in more words says more than that. */
const LONGEST_CALL = 40;

function saysMore(text: string, reading: Reading): boolean {
  return hasFacts(reading) || text.trim().length > LONGEST_CALL;
}

type ForKiku = Exclude<Command, { kind: 'phone' | 'back' }>;

function isForKiku(command: Command | null): command is ForKiku {
  return command !== null && command.kind !== 'phone' && command.kind !== 'back';
}

/** "OK" answers what waits; where nothing waits, it ends the talk. */
function isThanks(scene: Scene, reading: Reading): boolean {
  const isAnswer = reading.reply !== null && (scene.intake?.state === 'open' || scene.person.held.length > 0);
  return reading.smallTalk === 'thanks' && !hasFacts(reading) && !isAnswer;
}

/** Whether only the person can say if the message belongs to this intake: it is a day old, has another code, or has ended. */
function isToBeHeld(scene: Scene, intake: Intake, reading: Reading): boolean {
  const isOther = otherCode(intake, reading.facts) !== null;
  if (intake.state !== 'open') return !isOld(scene) && !isOther && (hasFacts(reading) || saysItIsBack(reading) || reading.remark === 'trouble');
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
