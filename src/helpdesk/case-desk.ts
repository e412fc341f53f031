import type { Agent, Case } from '../case-ports.ts';
import type { Member } from '../desk-ports.ts';
import type { Incoming, Log, Message, SentFile } from '../ports.ts';
import { parseTap, type Tap } from '../taps.ts';
import type { View } from '../views.ts';
import { type CaseTap, onCaseTap, type TapParts } from './case-tap.ts';
import { type DeskCommand, deskCommand, isNote, toCase } from './channel-text.ts';
import { withFiles } from './files-in-words.ts';
import { noteDown, reworded, type SpeakParts, say } from './speak.ts';
import { standingOf } from './team.ts';
import { isInPlace, post, QUIET, type Reader, readerOf, shownThere, tell, type Worked } from './tell.ts';
import { caseOfThread, isHelpdesk, isReply } from './thread.ts';

/** What cases are worked on with. */
export interface CaseDeskParts extends TapParts, SpeakParts {
  readonly cases: SpeakParts['cases'];
  /** What an agent asked of Kiku itself, beside lists. */
  readonly obey: (command: Exclude<DeskCommand, { kind: 'list' }>, agent: Agent, incoming: Incoming, members: readonly Member[]) => Promise<View>;
  /** The card of a case as it is now. */
  readonly card: (one: Case, reader: Reader) => Promise<Message>;
  readonly log: Log;
}

/** What is said and tapped about cases. `null`: it is none of the helpdesk's. */
export type CaseDesk = (incoming: Incoming) => Promise<Worked | null>;

const PAGE = 10;
const NO_CASE: View = { kind: 'note', phrase: 'case.no-thread', with: {} };

export function createCaseDesk(parts: CaseDeskParts): CaseDesk {
  return async (incoming) => {
    switch (incoming.what.kind) {
      case 'tap':
        return onTap(incoming, parseTap(incoming.what.data), parts);
      case 'text':
      case 'files':
        return written(incoming, incoming.what.text, incoming.what.kind === 'files' ? (incoming.what.files ?? []) : [], parts);
      case 'edit':
        return reworded(incoming, incoming.what.of, incoming.what.text, parts);
      case 'unsay':
        return reworded(incoming, incoming.what.of, '', parts);
      case 'install':
      case 'remove':
        return null;
    }
  };
}

async function onTap(incoming: Incoming, tap: Tap | null, parts: CaseDeskParts): Promise<Worked | null> {
  if (tap?.do !== 'case' && tap?.do !== 'cases') return null;
  const team = await standingOf(incoming, parts);
  if (team.kind === 'refused') return tell(incoming, team.note, parts);
  if (tap.do === 'cases') return list(incoming, tap.what, tap.after ?? null, team.agent, parts);
  return tapped(incoming, tap, team.agent, team.members, parts);
}

async function tapped(incoming: Incoming, tap: CaseTap, agent: Agent, members: readonly Member[], parts: CaseDeskParts): Promise<Worked> {
  const { result, notice, shown } = await onCaseTap(incoming, tap, agent, members, parts);
  parts.log.info({ case: tap.case, act: tap.act, by: agent.id, result: result.kind }, 'the helpdesk acted on a case');
  if (shown !== null) await post({ ...incoming, id: `${incoming.id} shown` }, await shownThere(incoming, shown, parts), parts);
  const card = async (one: Case) => parts.card(one, await readerOf(incoming, parts));
  if (tap.act === 'card' && result.case !== null) {
    await post(incoming, await card(result.case), parts);
    return QUIET;
  }
  if (notice !== null) return tell(incoming, notice, parts);
  return { answer: isInPlace(incoming) && result.case !== null ? await card(result.case) : null };
}

async function written(incoming: Incoming, text: string, files: readonly SentFile[], parts: CaseDeskParts): Promise<Worked | null> {
  switch (incoming.conversation.kind) {
    case 'channel':
      return inChannel(incoming, text, files, parts);
    case 'personal':
      return inPrivate(incoming, text, files, parts);
    case 'group':
      return null;
  }
}

/**
 * In the thread of a case words are for the employee, also where its card stood before; elsewhere in the helpdesk's channel only commands are heard. Who
 * speaks to Kiku in a thread without a case is told that nobody else reads it.
 */
async function inChannel(incoming: Incoming, text: string, files: readonly SentFile[], parts: CaseDeskParts): Promise<Worked | null> {
  const { isToKiku = true } = incoming;
  const found = isReply(incoming) ? await caseOfThread(incoming, parts) : null;
  const command = isToKiku ? deskCommand(text) : null;
  if (found === null && !(await isHelpdesk(incoming, parts))) return null;
  if (found === null && command === null) return isToKiku && isReply(incoming) ? tell(incoming, NO_CASE, parts) : null;
  if (found?.isFormer === false && command === null && isNote(text)) return QUIET;
  const team = await standingOf(incoming, parts);
  if (team.kind === 'refused') return tell(incoming, team.note, parts);
  if (command !== null) return obey(incoming, command, team.agent, team.members, parts);
  if (found === null) return null;
  const { id } = found.case;
  return isNote(text)
    ? noteDown(incoming, id, withFiles(text, files), team.agent, parts)
    : say(incoming, id, withFiles(text, files), team.agent, found.isFormer, parts);
}

/** Agents are people too: what is no command and names no case is their own trouble. */
async function inPrivate(incoming: Incoming, text: string, files: readonly SentFile[], parts: CaseDeskParts): Promise<Worked | null> {
  const [command, named] = [deskCommand(text), toCase(text)];
  if (command === null && named === null) return null;
  const one = named === null ? null : await parts.cases.read(incoming.person.tenant, named.id);
  // A slip in the id of a case is told to agents; of others it is their own words.
  const isSlip = command === null && named !== null && one === null && isIdLike(named.id, text);
  if (command === null && one === null && !isSlip) return null;
  const team = await standingOf(incoming, parts);
  if (team.kind === 'refused') return null;
  if (command !== null) return obey(incoming, command, team.agent, team.members, parts);
  if (named !== null && isSlip) return tell(incoming, { kind: 'note', phrase: 'case.refused-gone', with: { id: named.id } }, parts);
  if (named === null || one === null) return null;
  if (named.text === '' && files.length === 0) {
    await post(incoming, await parts.card(one, await readerOf(incoming, parts)), parts);
    return QUIET;
  }
  const whole = withFiles(named.text, files);
  return isNote(named.text) ? noteDown(incoming, named.id, whole, team.agent, parts) : say(incoming, named.id, whole, team.agent, true, parts);
}

/** A colon behind it, and a number in it: hardly a word. */
function isIdLike(id: string, text: string): boolean {
  return /\d/.test(id) && /^\s*\S{6}\s*[:：]/u.test(text);
}

async function obey(incoming: Incoming, command: DeskCommand, agent: Agent, members: readonly Member[], parts: CaseDeskParts): Promise<Worked> {
  if (command.kind === 'list') return list(incoming, command.what, null, agent, parts);
  await post(incoming, await shownThere(incoming, await parts.obey(command, agent, incoming, members), parts), parts);
  return QUIET;
}

async function list(
  incoming: Incoming,
  what: 'open' | 'mine' | 'overdue',
  after: string | null,
  agent: Agent,
  parts: CaseDeskParts,
): Promise<Worked> {
  const now = incoming.at;
  const wanted = what === 'mine' ? ({ kind: what, agent: agent.id } as const) : what === 'overdue' ? ({ kind: what, now } as const) : { kind: what };
  const page = await parts.cases.list(incoming.person.tenant, wanted, after, PAGE);
  const message = await shownThere(incoming, { kind: 'case-list', what, cases: page.cases, after: page.after, now }, parts);
  if (isInPlace(incoming)) return { answer: message };
  await post(incoming, message, parts);
  return QUIET;
}
