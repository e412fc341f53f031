import type { CaseMessage, CaseStore, PendingCase } from '../case-ports.ts';
import type { View } from '../views.ts';
import { filesByName } from './files-in-words.ts';

/** So much of what was said is told once more. */
const MOST_LINES = 20;
const LOOKED_AT = 60;

/** What people said in a case before `said`, the newest last, but for what its thread is told anyway now. */
export async function saidBefore(
  said: CaseMessage,
  { case: one, messages }: PendingCase,
  cases: Pick<CaseStore, 'messages'>,
): Promise<readonly CaseMessage[]> {
  const before = await cases.messages(one.person.tenant, one.id, Math.max(0, said.id - 1 - LOOKED_AT), LOOKED_AT);
  const told = new Set(messages.filter(({ from }) => from === 'employee').map(({ id }) => id));
  return before.filter(({ id, from, text }) => id < said.id && from !== 'event' && text !== '' && !told.has(id)).slice(-MOST_LINES);
}

/** The thread of a case that is shown in another channel begins with it. */
export function historyView(messages: readonly CaseMessage[]): View {
  const lines = messages.map(({ from, by, text }) => ({ isAgent: from === 'agent', by, text: filesByName(text) }));
  return { kind: 'case-history', lines };
}
