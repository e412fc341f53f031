import type { Move } from '../triage/advance.ts';
import { weigh } from '../triage/evidence.ts';
import { type FactName, type Facts, type FactValue, UNKNOWN, type Vocabulary, withFacts } from '../triage/facts.ts';
import { codesIn, isOnlyAsking } from '../triage/identify.ts';
import type { Intake } from '../triage/intake.ts';
import type { Position } from '../triage/next.ts';
import type { StepId } from '../triage/playbook.ts';
import { newsIn } from '../understand/asked.ts';
import { type Question, type Understanding, understand } from '../understand/understand.ts';
import type { Scene } from './scene.ts';
import { whereIs } from './standing.ts';

/** Longer texts are read up to here, in characters, and the person is told. */
export const MOST_TEXT = 30_000;

/** What is answered then. */
const ABOUT_TLS: Question = { ids: ['what-is-tls'], besides: {} };

const SOLVED = 'solved';
const TROUBLE = 'trouble';
const LONGEST_REMARK = 120;

/** Questions of the conversation itself, as the word lists name them; their answers are never facts of an intake. */
const OUTCOME = 'outcome';
const ON_ADVISORY = 'on-advisory';
const BELONGS = 'belongs';
const FIRST_WORDS = 'first-words';
const OWN_QUESTIONS = [OUTCOME, ON_ADVISORY, BELONGS, FIRST_WORDS];

/** A message, read where the person is. */
export interface Reading extends Understanding {
  /** What the card that waits asks for; `null` when it asks nothing that can be said in a word. */
  readonly asked: FactName | null;
  /** The answer to a card that asks for no fact: how the step went, on with the advisory, old trouble or new. */
  readonly reply: FactValue | null;
  /** What the message says of the trouble as a whole, and nothing else: it is over, or (where nothing is open) there is one. */
  readonly remark: 'solved' | 'trouble' | null;
}

/** Reads `text` as an answer to what waits in `intake`, or as whatever it says. */
export function readIn(scene: Scene, intake: Intake | null, text: string): Reading {
  return readFor(scene, askedIn(scene, intake), text);
}

/** Reads `text` as an answer to the question whether it belongs to the old intake. */
export function readBelonging(scene: Scene, text: string): Reading {
  return readFor(scene, BELONGS, text);
}

/** Reads `text` as an answer to the question of a fact. */
export function readFor(scene: Scene, asked: FactName | null, text: string): Reading {
  const known = scene.intake?.state === 'open' ? scene.intake.facts : {};
  const understanding = notAsked(understand(text.slice(0, MOST_TEXT), scene.lexicon, { openFact: asked, known }), text);
  const aside = isAnswerOnly(understanding, asked) ? asideIn(scene, text, understanding) : null;
  if (aside !== null) return { ...aside, asked, reply: null, remark: null };
  const stated = Object.fromEntries(Object.entries(understanding.facts).filter(([fact]) => !OWN_QUESTIONS.includes(fact)));
  const isBesides = isOnlyAsking(stated) && hasTrouble(known);
  const { symptom: _, ...besides } = stated;
  const facts = isBesides ? besides : stated;
  const question = questionIn(scene, understanding) ?? (isBesides && Object.keys(besides).length === 0 ? ABOUT_TLS : null);
  if (question !== null) return { ...understanding, facts: {}, question, asked, reply: null, remark: null };
  const said = asked !== null && OWN_QUESTIONS.includes(asked) ? (understanding.facts[asked]?.values[0] ?? null) : null;
  const reply = said === SOLVED && isAsking(text) ? null : said;
  const remark = reply === SOLVED ? SOLVED : Object.keys(facts).length === 0 ? remarkIn(scene, asked, text) : null;
  return { ...understanding, facts, question, asked, reply, remark };
}

/** These are answered by what elsewhere would be no trouble of ours: the VPN, a new password. */
const ASKS_ELSEWHERE: readonly (FactName | null)[] = ['network', 'changed'];

/** Whether the message says something only because it is asked. */
function isAnswerOnly({ facts, smallTalk }: Understanding, asked: FactName | null): boolean {
  return smallTalk === null && asked !== null && !ASKS_ELSEWHERE.includes(asked) && Object.keys(facts).join() === asked;
}

/** A message that is about something else altogether: "I forgot my password" does not say that nobody knows whether OneDrive works. */
function asideIn(scene: Scene, text: string, { facts }: Understanding): Understanding | null {
  const alone = understand(text.slice(0, MOST_TEXT), scene.lexicon);
  const isUnknown = Object.values(facts).every(({ values }) => values[0] === UNKNOWN);
  return alone.smallTalk === 'about-kiku' || (alone.smallTalk === 'elsewhere' && isUnknown) ? alone : null;
}

/** Whoever has told of a trouble and asks about TLS meanwhile still has that trouble. */
function hasTrouble(known: Facts): boolean {
  const symptom = known.symptom?.values[0] ?? UNKNOWN;
  return codesIn(known).length > 0 || (symptom !== UNKNOWN && !isOnlyAsking(known));
}

/** Read only in short messages that state nothing else: a second look costs as much as the first. */
function remarkIn(scene: Scene, asked: FactName | null, text: string): Reading['remark'] {
  if (text.length > LONGEST_REMARK || isAsking(text)) return null;
  const isOpen = scene.intake?.state === 'open';
  if (isOpen && asked === OUTCOME) return null;
  const about = isOpen ? OUTCOME : FIRST_WORDS;
  const said = understand(text, scene.lexicon, { openFact: about }).facts[about]?.values[0];
  return said === SOLVED || said === TROUBLE ? said : null;
}

/** Whoever asks whether Kiku is human does not ask for one. */
function notAsked(understanding: Understanding, text: string): Understanding {
  const isAboutKiku = understanding.command?.kind === 'person' && understanding.smallTalk === 'about-kiku';
  return isAboutKiku && (isAsking(text) || ASKS_WHO.test(text)) ? { ...understanding, command: null } : understanding;
}

const ASKS_WHO = /^\W*(?:are|r) (?:you|u)\b/i;

/** "Is it solved?" says nothing. */
function isAsking(text: string): boolean {
  return /(?:[?？]|か[。.]?)\s*$/.test(text);
}

/** What is asked, unless the message says more: then that counts, and the question waits. */
function questionIn(scene: Scene, { facts, question }: Understanding): Question | null {
  return question === null || newsIn(facts, question, scene.intake?.state === 'open' ? scene.intake.facts : null) ? null : question;
}

export function hasFacts(reading: Reading): boolean {
  return Object.keys(reading.facts).length > 0;
}

/** The outcome of the step that waits, when the message says that and no news: "it worked", "still 0x8004de40". */
export function outcomeIn(
  reading: Reading,
  intake: Intake,
  position: Position | null,
  vocabulary: Vocabulary,
): Extract<Move, { kind: 'tried' }> | null {
  if (position?.kind !== 'step' || reading.asked !== OUTCOME || reading.command !== null) return null;
  const { reply } = reading;
  const facts = withoutClaim(reading.facts, position.step.id);
  const isNews = isNewsTo(intake, facts, vocabulary);
  const tried = { kind: 'tried', step: position.step.id, revision: intake.revision } as const;
  if (!isNews && (reply === 'failing' || reply === 'cannot')) return { ...tried, outcome: reply };
  if (!isNews && reply === null && isSameError(facts)) return { ...tried, outcome: 'failing' };
  // Of a step that is no longer right, "it works" may be said of anything: its card asks.
  if (position.isWindUp) return null;
  // "The web version works" is about something else than the step.
  return (reply === 'worked' || reply === SOLVED) && !isNews && Object.keys(facts).every((fact) => fact === 'product')
    ? { ...tried, outcome: 'worked' }
    : null;
}

/** Without the word that the step that waits was done: what is asked is how it went. */
function withoutClaim(facts: Facts, step: StepId): Facts {
  const { tried, ...rest } = facts;
  return tried?.values.every((one) => one === step) === true ? rest : facts;
}

/** Whether the message says that the step that waits was done, and not how it went. */
export function claims(reading: Reading, position: Position | null): boolean {
  return position?.kind === 'step' && !position.isWindUp && (reading.facts.tried?.values.includes(position.step.id) ?? false);
}

/** Whether `facts` change or contradict what is known; less exact, or asked about before, they do not. */
function isNewsTo(intake: Intake, facts: Facts, vocabulary: Vocabulary): boolean {
  const weighed = weigh(intake.facts, facts, { vocabulary, known: intake.contradictions, isChanged: false });
  return weighed.contradictions.length > 0 || withFacts(intake.facts, weighed.facts) !== intake.facts;
}

/** Naming the known code once more means that it is still there. */
function isSameError(facts: Facts): boolean {
  return facts.code !== undefined && Object.keys(facts).every((fact) => ['code', 'product', 'symptom'].includes(fact));
}

/** Whether somebody whose trouble was solved says that it is back. */
export function saysItIsBack(reading: Reading): boolean {
  return reading.asked === OUTCOME && reading.reply === 'failing';
}

export function isUnsure(reading: Reading): boolean {
  return reading.reply === UNKNOWN;
}

/** What a message says of an intake, as moves from there: facts, how the step went, whether the person reads on a phone. */
export function movesIn(reading: Reading, intake: Intake, scene: Scene, facts: Facts = reading.facts): readonly Move[] {
  const tried = outcomeIn(reading, intake, whereIs(scene, intake), scene.knowledge.vocabulary);
  if (tried !== null) return [tried];
  const told: readonly Move[] = Object.keys(facts).length === 0 ? [] : [{ kind: 'told', facts, overruled: reading.overruled }];
  const isOn = reading.command?.kind === 'phone' ? true : reading.command?.kind === 'back' ? false : null;
  return isOn === null ? told : [...told, { kind: 'on-phone', isOn }];
}

function askedIn(scene: Scene, intake: Intake | null): FactName | null {
  if (intake?.state === 'solved') return OUTCOME;
  const position = whereIs(scene, intake);
  switch (position?.kind) {
    case 'ask':
      return position.fact;
    case 'step':
      return OUTCOME;
    case 'fault':
      return ON_ADVISORY;
    default:
      return null;
  }
}
