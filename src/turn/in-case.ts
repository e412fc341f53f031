import type { Case } from '../case-ports.ts';
import { withFiles } from '../helpdesk/files-in-words.ts';
import type { HeldMessage, SentFile } from '../ports.ts';
import { identify } from '../triage/identify.ts';
import type { Intake } from '../triage/intake.ts';
import type { Command } from '../understand/lexicon.ts';
import { maskPasted } from '../understand/pasted.ts';
import { besideCase, caseAsked, handedBack, openCase, ownCaseView } from './case-now.ts';
import { otherCode } from './codes.ts';
import { obey } from './commands.ts';
import { sayingOf } from './hand-over.ts';
import { answerInWords } from './on-asked.ts';
import { onText } from './on-text.ts';
import { helped, resumed, toHelpdesk, toKiku } from './own-case.ts';
import { claims, hasFacts, outcomeIn, type Reading, readBelonging, readFor, readIn } from './reading.ts';
import { type Decision, isOld, note, type Scene, silence } from './scene.ts';
import { whereIs } from './standing.ts';
import { askWhom, showWhere } from './where.ts';
import { wishInWords } from './wish-in-words.ts';

/** Obeyed also while a person has the case: each is said as a word of its own. */
const OBEYED: readonly Command['kind'][] = ['help', 'restart', 'language', 'health', 'faq', 'export', 'forget', 'alerts', 'stop-alerts', 'unmute'];

/** No answer to a question of one or the other. */
const IS_YES_OR_NO = /^\W*(?:yes|yeah|yep|no|nope|はい|うん|いいえ|いや|違|ちが)/iu;

/** What a message comes to whose writer has a case, or had one that this may be about; `null`: it is for Kiku alone. */
export function textInCase(scene: Scene, text: string): Decision | null {
  const back = handedBack(scene);
  if (back !== null && scene.person.held.length === 0) return withPosition(onText(resumed(scene, back), text), scene);
  const one = caseAsked(scene);
  if (one === null) return null;
  if (scene.person.held.length > 0) return whileAsked(scene, one, text);
  return openCase(scene) === null ? afterwards(scene, one, text) : whileOpen(scene, one, text);
}

/** Kiku is silent. What is not a command and no answer to another trouble's question is for the helpdesk; where that is not sure, it is asked once. */
function whileOpen(scene: Scene, one: Case, text: string): Decision | null {
  if (text.trim() === '') return besideCase(scene, one) === null ? silence(scene) : null;
  const reading = readIn(scene, scene.intake, text);
  const obeyed = obeyedIn(scene, text, reading);
  if (obeyed !== null) return obeyed;
  const beside = besideCase(scene, one);
  if (reading.command?.kind === 'person') return beside === null ? { ...tell(scene, one, maskPasted(text)), posts: asked(one, scene) } : null;
  if (beside !== null && answers(scene, beside, reading)) return null;
  const answered = beside === null ? answerInWords(scene, one, text) : null;
  if (answered !== null) return answered;
  const isSettled = scene.person.toldCase === one.id;
  return !isSettled && (beside !== null || isOtherTrouble(one, reading, scene))
    ? ask(scene, one, maskPasted(text))
    : tell(scene, one, maskPasted(text));
}

/** The case is over: small talk and commands are answered, an answer to "did that help?" is one, and everything else is asked about. */
function afterwards(scene: Scene, one: Case, text: string): Decision | null {
  const reading = readFor(scene, 'outcome', text);
  const { command } = reading;
  if (reading.isEmpty || (command !== null && command.kind !== 'person' && command.kind !== 'phone' && command.kind !== 'back')) return null;
  if (wishInWords(scene, text, reading.facts) !== null) return null;
  if (command?.kind === 'person') return scene.hasHelpdesk ? toHelpdesk(holding(scene, maskPasted(text)), one) : null;
  if (!hasFacts(reading) && one.state === 'resolved') {
    if (reading.reply === 'worked' || reading.reply === 'solved' || reading.remark === 'solved') return helped(scene, one);
    if (reading.reply === 'failing') return toHelpdesk(holding(scene, maskPasted(text)), one);
  }
  const isAside = !hasFacts(reading) && (reading.question !== null || reading.smallTalk === 'thanks' || reading.smallTalk === 'greeting');
  return isAside ? null : ask(scene, one, maskPasted(text));
}

/** Asked for whom it is: the answer, a command, or more that waits for it. */
function whileAsked(scene: Scene, one: Case, text: string): Decision | null {
  const reading = readBelonging(scene, text);
  const obeyed = obeyedIn(scene, text, reading);
  if (obeyed !== null) return obeyed;
  if (reading.command?.kind === 'person') return toHelpdesk(scene, one);
  const isOther = hasFacts(reading) || reading.command !== null || IS_YES_OR_NO.test(text);
  const reply = isOther ? null : reading.reply;
  if (reply === 'new') return toKiku(scene, one);
  if (reply === 'continue') return besideCase(scene, one) === null ? toHelpdesk(scene, one) : toKiku(scene, one);
  return text.trim() === '' ? askWhom(scene, one) : ask(scene, one, maskPasted(text));
}

/** What was written before and is different now. What was said in the case is different there; what was written before the case was there is said anew. */
export function editInCase(scene: Scene, text: string, of: string): Decision | null {
  const one = caseAsked(scene);
  const { held, heard } = scene.person;
  if (one === null) return null;
  if (held.some(({ id }) => id === of))
    return askWhom(
      withHeld(
        scene,
        held.map((message) => (message.id === of ? { id: of, text: maskPasted(text) } : message)),
      ),
      one,
    );
  if (!heard.some(({ id }) => id === of)) return reword(scene, one, of, maskPasted(text));
  const isInCase = openCase(scene) !== null && besideCase(scene, one) === null;
  return isInCase && text.trim() !== '' ? { ...silence(scene), cases: [sayingOf(one, maskPasted(text))] } : null;
}

/** A message was deleted: also where it waits, or stands in the case. */
export function unsayInCase(scene: Scene, of: string): Decision | null {
  const one = caseAsked(scene);
  const { held, heard } = scene.person;
  if (one === null || heard.some(({ id }) => id === of)) return null;
  if (held.every(({ id }) => id !== of)) return reword(scene, one, of, '');
  const left = withHeld(
    scene,
    held.filter(({ id }) => id !== of),
  );
  if (left.person.held.length > 0) return askWhom(left, one);
  const isOpen = left.intake?.state === 'open';
  return isOpen ? showWhere(left) : { ...silence(left), settled: { kind: 'settled-choice', phrase: 'settled.moved-on' } };
}

/** Pictures and files are for the helpdesk: Kiku reads none. */
export function filesInCase(scene: Scene, text: string, files: readonly SentFile[]): Decision | null {
  const one = caseAsked(scene);
  if (one === null || files.length === 0) return null;
  const whole = withFiles(maskPasted(text), files);
  return openCase(scene) === null || scene.person.held.length > 0 ? ask(scene, one, whole) : tell(scene, one, whole);
}

function obeyedIn(scene: Scene, text: string, reading: Reading): Decision | null {
  const wish = wishInWords(scene, text, reading.facts);
  if (wish !== null) return wish;
  const { command } = reading;
  if (command === null || command.kind === 'phone' || command.kind === 'back' || hasFacts(reading)) return null;
  return OBEYED.includes(command.kind) ? obey(scene, command, {}) : null;
}

/** Whether the message clearly answers what waits in `beside`, and speaks of nothing else. */
function answers(scene: Scene, beside: Intake, reading: Reading): boolean {
  if (isOld(scene) || otherCode(beside, reading.facts) !== null) return false;
  const position = whereIs(scene, beside);
  if (outcomeIn(reading, beside, position, scene.knowledge.vocabulary) !== null || claims(reading, position)) return true;
  if (position?.kind === 'ask') return Object.hasOwn(reading.facts, position.fact);
  return position?.kind === 'fault' && reading.reply !== null && !hasFacts(reading);
}

/** Whether the message tells of something that the case is not about. */
function isOtherTrouble(one: Case, { facts }: Reading, { knowledge: { playbooks } }: Scene): boolean {
  const [known, told] = [identify(one.content.facts, playbooks).problem, identify(facts, playbooks).problem];
  const codes = one.content.facts.code?.values ?? [];
  const isOtherCode = (facts.code?.values ?? []).some((code) => code !== 'none' && code !== 'unknown' && !codes.includes(code)) && codes.length > 0;
  return isOtherCode || (told !== null && known !== null && told !== known);
}

function ask(scene: Scene, one: Case, text: string): Decision {
  return askWhom(holding(scene, text), one);
}

/** Words as they are, for the helpdesk may be meant: a telephone number must arrive. Output among them is masked. */
function holding(scene: Scene, text: string): Scene {
  return withHeld(scene, [...scene.person.held, { id: scene.incoming.id, text }]);
}

function withHeld(scene: Scene, held: readonly HeldMessage[]): Scene {
  return { ...scene, person: { ...scene.person, held } };
}

/** Into the case, in the employee's words. That it went there is said once, before anybody has written or done anything. */
function tell(scene: Scene, one: Case, text: string): Decision {
  const posts = one.touchedAt === one.createdAt ? [{ view: note('own-case.passed-on'), isOpen: false }] : [];
  return { ...silence(scene), cases: [sayingOf(one, text)], posts };
}

function asked(one: Case, scene: Scene): Decision['posts'] {
  return [{ view: ownCaseView(one, scene), isOpen: false }];
}

function reword(scene: Scene, one: Case, of: string, text: string): Decision {
  return { ...silence(scene), cases: [{ kind: 'reword', case: one.id, of, text }] };
}

/** What was handed back stands there again, whatever the message was. */
function withPosition(decision: Decision, scene: Scene): Decision {
  const { intake, person } = decision;
  if (intake?.state !== 'open' || decision.posts.some(({ isOpen }) => isOpen)) return decision;
  const where = showWhere({ ...scene, intake, person, case: null });
  return { ...decision, intake: where.intake, settled: decision.settled ?? where.settled, posts: [...decision.posts, ...where.posts] };
}
