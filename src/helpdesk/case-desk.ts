import type { HelpdeskStore } from '../alert-ports.ts';
import type { Agent, Case, Member } from '../case-ports.ts';
import type { Address, Incoming, Language, Log, Message, SentFile } from '../ports.ts';
import { parseTap, type Tap } from '../taps.ts';
import type { View } from '../views.ts';
import { actOnStored } from './acting.ts';
import { type CaseTap, onCaseTap, refusalNote, type TapParts } from './case-tap.ts';
import { type DeskCommand, deskCommand, isNote, toCase } from './channel-text.ts';
import { filesByName, withFiles } from './files-in-words.ts';
import { channelOf } from './places.ts';
import { standingOf, type TeamParts } from './team.ts';
import { isFirstUntold, UNTOLD } from './untold.ts';

/** What cases are worked on with. */
export interface CaseDeskParts extends TapParts, TeamParts {
  readonly helpdesk: HelpdeskStore;
  /** What an agent asked of Kiku itself, beside lists. */
  readonly obey: (command: Exclude<DeskCommand, { kind: 'list' }>, agent: Agent, incoming: Incoming, members: readonly Member[]) => Promise<View>;
  /** The card of a case as it is now. */
  readonly card: (one: Case, isPrivate: boolean) => Promise<Message>;
  readonly render: (view: View, language?: Language) => Message;
  readonly log: Log;
}

/** What became of something that was for the helpdesk. `answer`: what replaces a tapped card; `null`: nothing. */
export interface Worked {
  readonly answer: Message | null;
}

/** What is said and tapped about cases. `null`: it is none of the helpdesk's. */
export type CaseDesk = (incoming: Incoming) => Promise<Worked | null>;

const PAGE = 10;
const QUIET: Worked = { answer: null };

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
  if (shown !== null) await post({ ...incoming, id: `${incoming.id} shown` }, parts.render(shown), parts);
  if (tap.act === 'card' && result.case !== null) {
    await post(incoming, await parts.card(result.case, isPrivate(incoming)), parts);
    return QUIET;
  }
  if (notice !== null) return tell(incoming, notice, parts);
  return { answer: isInPlace(incoming) && result.case !== null ? await parts.card(result.case, isPrivate(incoming)) : null };
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

/** In the thread of a case words are for the employee; elsewhere in the helpdesk's channel only commands are heard. */
async function inChannel(incoming: Incoming, text: string, files: readonly SentFile[], parts: CaseDeskParts): Promise<Worked | null> {
  const { isToKiku = true, person, conversation } = incoming;
  const one = conversation.id.includes(';') ? await parts.cases.ofThread(person.tenant, conversation.id) : null;
  const command = isToKiku ? deskCommand(text) : null;
  if (one === null && (command === null || !(await isHelpdesk(incoming, parts)))) return null;
  if (one !== null && command === null && isNote(text)) return QUIET;
  const team = await standingOf(incoming, parts);
  if (team.kind === 'refused') return tell(incoming, team.note, parts);
  if (command !== null) return obey(incoming, command, team.agent, team.members, parts);
  return one === null ? null : say(incoming, one.id, withFiles(text, files), team.agent, false, parts);
}

/** Agents are people too: what is no command and names no case is their own trouble. */
async function inPrivate(incoming: Incoming, text: string, files: readonly SentFile[], parts: CaseDeskParts): Promise<Worked | null> {
  const [command, named] = [deskCommand(text), toCase(text)];
  if (command === null && named === null) return null;
  const one = named === null ? null : await parts.cases.read(incoming.person.tenant, named.id);
  if (command === null && one === null) return null;
  const team = await standingOf(incoming, parts);
  if (team.kind === 'refused') return null;
  if (command !== null) return obey(incoming, command, team.agent, team.members, parts);
  if (named === null || one === null) return null;
  if (named.text === '' && files.length === 0) {
    await post(incoming, await parts.card(one, true), parts);
    return QUIET;
  }
  return say(incoming, named.id, withFiles(named.text, files), team.agent, true, parts);
}

async function say(incoming: Incoming, id: string, text: string, agent: Agent, isElsewhere: boolean, parts: CaseDeskParts): Promise<Worked> {
  if (text.trim() === '') return tell(incoming, { kind: 'note', phrase: 'case.refused-empty', with: {} }, parts);
  const by = { by: agent.name, at: incoming.at };
  const said = [
    { ...by, from: 'agent' as const, text: text.trim() },
    ...(isElsewhere ? [{ ...by, from: 'event' as const, text: `elsewhere ${filesByName(text)}` }] : []),
    ...((await isFirstUntold(incoming.person.tenant, id, text, parts.cases)) ? [{ ...by, from: 'event' as const, text: UNTOLD }] : []),
  ];
  const deed = { tenant: incoming.person.tenant, id, agent, said, input: incoming.id, now: incoming.at };
  const result = await actOnStored({ ...deed, act: { kind: 'said', by: 'agent' } }, parts);
  parts.log.info({ case: id, by: agent.id, result: result.kind }, 'the helpdesk wrote in a case');
  const note = refusalNote(result, id);
  if (note !== null) return tell(incoming, note, parts);
  if (!isElsewhere) return QUIET;
  return tell(incoming, { kind: 'note', phrase: 'case.sent', with: { person: result.case?.person.name ?? '' } }, parts);
}

/** An edited message is passed on as it is now; what becomes a note to colleagues is taken back, and what was one is said now. */
async function reworded(incoming: Incoming, of: string, written: string, parts: CaseDeskParts): Promise<Worked | null> {
  const { person, conversation } = incoming;
  if (conversation.kind !== 'channel' || !conversation.id.includes(';')) return null;
  const one = await parts.cases.ofThread(person.tenant, conversation.id);
  if (one === null) return null;
  const team = await standingOf(incoming, parts);
  if (team.kind === 'refused') return QUIET;
  const text = isNote(written) ? '' : written.trim();
  const isChanged = await parts.cases.reword(person.tenant, one.id, of, text);
  if (isChanged) parts.passCases();
  if (isChanged || text === '') return QUIET;
  // The same once more counts as seen; what was a note is new.
  return say({ ...incoming, id: of }, one.id, text, team.agent, false, parts);
}

async function obey(incoming: Incoming, command: DeskCommand, agent: Agent, members: readonly Member[], parts: CaseDeskParts): Promise<Worked> {
  if (command.kind === 'list') return list(incoming, command.what, null, agent, parts);
  await post(incoming, parts.render(await parts.obey(command, agent, incoming, members)), parts);
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
  const message = parts.render({ kind: 'case-list', what, cases: page.cases, after: page.after, now });
  if (isInPlace(incoming)) return { answer: message };
  await post(incoming, message, parts);
  return QUIET;
}

async function isHelpdesk({ address, person }: Incoming, { helpdesk }: CaseDeskParts): Promise<boolean> {
  const channel = await helpdesk.channel(person.tenant);
  return channel !== null && channel.conversation === channelOf(address).conversation;
}

function isPrivate({ conversation }: Incoming): boolean {
  return conversation.kind === 'personal';
}

function isInPlace({ what }: Incoming): boolean {
  return what.kind === 'tap' && what.isInPlace;
}

/** A sentence for whoever did it: over the card that they tapped, or where they wrote. */
async function tell(incoming: Incoming, view: View, parts: CaseDeskParts): Promise<Worked> {
  const message = parts.render(view);
  if (isInPlace(incoming)) return { answer: message };
  await post(incoming, message, parts);
  return QUIET;
}

async function post(
  { address, id, at }: { readonly address: Address; readonly id: string; readonly at: number },
  message: Message,
  parts: CaseDeskParts,
): Promise<void> {
  await parts.helpdesk.show(address, `said ${id}`, message, at);
  parts.passCases();
}
