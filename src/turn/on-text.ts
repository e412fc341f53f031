import type { Facts, FactValue } from '../triage/facts.ts';
import { NO_CODE } from '../triage/identify.ts';
import { type Intake, newIntake } from '../triage/intake.ts';
import type { StepId } from '../triage/playbook.ts';
import type { Command } from '../understand/lexicon.ts';
import { type Understanding, understand } from '../understand/understand.ts';
import { type Decision, note, type Scene, say, silence } from './scene.ts';
import { begin, move, placeOf, showAgain, whereIs } from './show.ts';

/** Longer texts are read up to here, in characters, and the person is told. */
const MOST_TEXT = 30_000;

/** How the word lists name the answer to a step; never a fact of an intake. */
const OUTCOME = 'outcome';
const OUTCOMES = ['worked', 'failing', 'cannot'] as const;

/** What a written or pasted message comes to. `isEdit`: an earlier message read again; then only facts count. */
export function onText(scene: Scene, text: string, isEdit = false): Decision {
  const { intake } = scene;
  const open = intake?.state === 'open' ? whereIs(scene, intake) : null;
  const openFact = open?.kind === 'ask' ? open.fact : open?.kind === 'step' ? OUTCOME : null;
  const understood = understand(text.slice(0, MOST_TEXT), scene.lexicon, { openFact });
  if (isEdit && Object.keys(understood.facts).length === 0) return silence(scene);
  const decision = open?.kind === 'step' && !isEdit ? atStep(scene, text, understood, open.step.id) : decide(scene, text, understood, isEdit);
  return text.length > MOST_TEXT ? { ...decision, posts: [{ view: note('note.too-long'), isOpen: false }, ...decision.posts] } : decision;
}

/** While a step waits, "it worked" or "まだ直りません" is its outcome, unless the message says more than that. */
function atStep(scene: Scene, text: string, understood: Understanding, step: StepId): Decision {
  const { [OUTCOME]: said, ...facts } = understood.facts;
  const outcome = OUTCOMES.find((one) => one === said?.values[0]);
  const { intake } = scene;
  const isOutcome = outcome !== undefined && Object.keys(facts).length === 0 && understood.command === null && intake !== null;
  if (!isOutcome) return decide(scene, text, { ...understood, facts }, false);
  return move(scene, intake, { kind: 'tried', step, outcome, revision: intake.revision });
}

function decide(scene: Scene, text: string, understood: Understanding, isEdit: boolean): Decision {
  if (understood.command !== null && !isEdit) return obey(scene, understood.command);
  const { intake } = scene;
  if (Object.keys(understood.facts).length > 0) return tell(scene, text, understood.facts);
  if (understood.isEmpty) return withWhere(scene, say(scene, note('note.empty')));
  if (intake?.state === 'open' && isOld(scene)) return hold(scene, intake, text, 'day', null);
  if (understood.nearCodes[0] !== undefined) return puzzled(scene, note('note.read-back', { code: understood.nearCodes[0] }));
  if (understood.smallTalk === 'thanks') return say(scene, note('note.thanks'));
  if (understood.smallTalk === 'greeting') return greet(scene);
  return puzzled(scene, null);
}

/** What a command of the conversation does. */
export function obey(scene: Scene, command: Command): Decision {
  const { intake } = scene;
  switch (command.kind) {
    case 'restart':
      return begin(scene, {});
    case 'help':
      return say(scene, { kind: 'help' });
    case 'language':
      return command.language === null ? say(scene, { kind: 'language' }) : speak(scene, command.language);
    case 'person':
      return move(scene, openIntake(scene), { kind: 'handed-over' });
    case 'phone':
      return move(scene, openIntake(scene), { kind: 'on-phone', isOn: true });
    case 'back':
      return intake?.state === 'open' ? move(scene, intake, { kind: 'on-phone', isOn: false }) : greet(scene);
  }
}

/** From now on Kiku speaks this language to this person; what waits is shown again in it. */
export function speak(scene: Scene, language: Scene['language']): Decision {
  const now = { ...scene, language, person: { ...scene.person, language } };
  const said = say(now, note('language.set'));
  return now.intake?.state === 'open' ? withWhere(now, said) : said;
}

/** Goes on with the message that waited while the person was asked where it belongs. */
export function tellHeld(scene: Scene, isNew: boolean): Decision {
  const text = scene.person.held ?? '';
  const now = { ...scene, person: { ...scene.person, held: null, touchedAt: scene.now } };
  const { facts } = understand(text, scene.lexicon, { openFact: null });
  const { intake } = now;
  if (isNew || intake === null) return begin(now, facts);
  return isOtherCode(intake, facts) || Object.keys(facts).length === 0
    ? { ...showAgain(now, intake), person: now.person }
    : move(now, intake, { kind: 'told', facts });
}

function tell(scene: Scene, text: string, facts: Facts): Decision {
  const { intake } = scene;
  if (intake === null) return begin(scene, facts);
  if (isOtherCode(intake, facts)) return intake.state === 'open' ? hold(scene, intake, text, 'code', codeOf(facts)) : begin(scene, facts);
  if (isOld(scene)) return intake.state === 'open' ? hold(scene, intake, text, 'day', codeOf(facts)) : begin(scene, facts);
  return move(scene, intake, { kind: 'told', facts });
}

/** Keeps the message until the person has said which intake it belongs to. */
function hold(scene: Scene, intake: Intake, text: string, reason: 'day' | 'code', code: FactValue | null): Decision {
  return {
    ...silence(scene),
    person: {
      ...scene.person,
      held: [scene.person.held, text]
        .filter((part) => part !== null)
        .join('\n')
        .slice(0, MOST_TEXT),
    },
    settled: { kind: 'settled-choice', phrase: 'settled.moved-on' },
    posts: [{ view: { kind: 'continue-or-new', place: placeOf(intake), reason, facts: intake.facts, code }, isOpen: true }],
  };
}

/** Says plainly that it was not understood: once with what Kiku can do, the next time with a person. */
function puzzled(scene: Scene, why: ReturnType<typeof note> | null): Decision {
  const isFirst = scene.person.puzzled === 0;
  const sentence = why ?? note(isFirst ? 'note.puzzled' : 'note.puzzled-twice');
  const decision = withWhere(scene, say(scene, sentence));
  return { ...decision, person: { ...decision.person, puzzled: scene.person.puzzled + 1 } };
}

function greet(scene: Scene): Decision {
  return scene.intake?.state === 'open' ? showAgain(scene, scene.intake) : say(scene, { kind: 'welcome', name: scene.incoming.person.name });
}

function withWhere(scene: Scene, said: Decision): Decision {
  const { intake } = scene;
  if (intake?.state !== 'open')
    return { ...said, posts: [...said.posts, { view: { kind: 'welcome', name: scene.incoming.person.name }, isOpen: false }] };
  const where = showAgain(scene, intake);
  return { ...where, person: said.person, posts: [...said.posts, ...where.posts] };
}

function isOld(scene: Scene): boolean {
  return scene.now - scene.person.touchedAt > scene.intakeAgeMs;
}

function isOtherCode(intake: Intake, facts: Facts): boolean {
  const before = realCodes(intake.facts);
  const now = realCodes(facts);
  return before.length > 0 && now.length > 0 && !now.some((code) => before.includes(code));
}

function realCodes(facts: Facts): readonly FactValue[] {
  return (facts.code?.values ?? []).filter((code) => code !== NO_CODE && code !== 'unknown');
}

function codeOf(facts: Facts): FactValue | null {
  return realCodes(facts)[0] ?? null;
}

/** The intake that is open, else a new one. */
function openIntake(scene: Scene): Intake {
  return scene.intake?.state === 'open' ? scene.intake : newIntake(scene.fresh.intake);
}
