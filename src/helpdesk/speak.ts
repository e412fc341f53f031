import type { Agent, CaseStore } from '../case-ports.ts';
import type { Incoming, Log } from '../ports.ts';
import { type ActingParts, actOnStored } from './acting.ts';
import { refusalNote } from './case-tap.ts';
import { isNote, toCase } from './channel-text.ts';
import { filesByName } from './files-in-words.ts';
import { standingOf, type TeamParts } from './team.ts';
import { QUIET, type TellParts, tell, type Worked } from './tell.ts';
import { caseOfThread } from './thread.ts';
import { isFirstUntold, UNTOLD } from './untold.ts';

/** What agents' words are taken in with. */
export interface SpeakParts extends ActingParts, TellParts, TeamParts {
  readonly cases: CaseStore;
  readonly helpdesk: TellParts['helpdesk'];
  readonly log: Log;
}

/** What an agent wrote to an employee, in the thread or elsewhere. */
export async function say(incoming: Incoming, id: string, text: string, agent: Agent, isElsewhere: boolean, parts: SpeakParts): Promise<Worked> {
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

/** What an agent told colleagues in private to Kiku: it stands in the thread, and nowhere else. */
export async function noteDown(incoming: Incoming, id: string, text: string, agent: Agent, parts: SpeakParts): Promise<Worked> {
  const said = [{ by: agent.name, at: incoming.at, from: 'event' as const, text: `elsewhere ${filesByName(text)}` }];
  const deed = { tenant: incoming.person.tenant, id, agent, said, input: incoming.id, now: incoming.at };
  const result = await actOnStored({ ...deed, act: { kind: 'note' } }, parts);
  return tell(incoming, refusalNote(result, id) ?? { kind: 'note', phrase: 'case.noted', with: { id } }, parts);
}

/** An edited message is passed on as it is now; what becomes a note to colleagues is taken back, and what was one is said now. */
export async function reworded(incoming: Incoming, of: string, written: string, parts: SpeakParts): Promise<Worked | null> {
  switch (incoming.conversation.kind) {
    case 'channel':
      return rewordedInThread(incoming, of, written, parts);
    case 'personal':
      return rewordedInPrivate(incoming, of, written, parts);
    case 'group':
      return null;
  }
}

async function rewordedInThread(incoming: Incoming, of: string, written: string, parts: SpeakParts): Promise<Worked | null> {
  const { person } = incoming;
  const found = await caseOfThread(incoming, parts);
  if (found === null) return null;
  const { case: one, isFormer } = found;
  const team = await standingOf(incoming, parts);
  if (team.kind === 'refused') return QUIET;
  const text = isNote(written) ? '' : written.trim();
  const isChanged = await parts.cases.reword(person.tenant, one.id, of, text);
  if (isChanged) parts.passCases();
  if (isChanged || text === '') return QUIET;
  // The same once more counts as seen; what was a note is new.
  return saidAnew(one.id, of, text, say({ ...incoming, id: of }, one.id, text, team.agent, isFormer, parts), incoming, parts);
}

/** What was edited may have been taken in at the same moment, and what it says now then counts as seen. */
async function saidAnew(id: string, of: string, text: string, saying: Promise<Worked>, { person }: Incoming, parts: SpeakParts): Promise<Worked> {
  const worked = await saying;
  if (await parts.cases.reword(person.tenant, id, of, text)) parts.passCases();
  return worked;
}

/** What was said to another case by mistake is taken back from the first; without a case in it, it is for the one it was for. */
async function rewordedInPrivate(incoming: Incoming, of: string, written: string, parts: SpeakParts): Promise<Worked | null> {
  const { tenant } = incoming.person;
  const named = toCase(written);
  const [before, meant] = await Promise.all([parts.cases.ofInput(tenant, of), named === null ? null : parts.cases.read(tenant, named.id)]);
  if (before === null && meant === null) return null;
  const team = await standingOf(incoming, parts);
  if (team.kind === 'refused') return null;
  const text = (named === null || meant === null ? written : named.text).trim();
  const isSame = before !== null && (meant === null || meant.id === before.case.id);
  if (before !== null) {
    const isKept = isSame && (before.isNote || !isNote(text));
    if (await parts.cases.reword(tenant, before.case.id, of, isKept ? text : '')) parts.passCases();
    if (isSame && before.isNote && text !== '' && !isNote(text)) return tell(incoming, { kind: 'note', phrase: 'case.note-stays', with: {} }, parts);
  }
  if (isSame || meant === null || text === '') return QUIET;
  const anew = { ...incoming, id: of };
  const saying = isNote(text) ? noteDown(anew, meant.id, text, team.agent, parts) : say(anew, meant.id, text, team.agent, true, parts);
  return saidAnew(meant.id, of, text, saying, incoming, parts);
}
