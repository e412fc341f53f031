import type { HelpdeskStore } from '../alert-ports.ts';
import type { Agent } from '../case-ports.ts';
import type { Member } from '../desk-ports.ts';
import type { Incoming } from '../ports.ts';
import type { View } from '../views.ts';
import type { Members } from './members.ts';

/** What is asked who belongs to the helpdesk. */
export interface TeamParts {
  readonly helpdesk: Pick<HelpdeskStore, 'channel'>;
  readonly members: Pick<Members, 'all' | 'find'>;
}

/** Whoever did something as somebody of the helpdesk's team, or the sentence that says that they are not. */
export type Standing =
  | { readonly kind: 'agent'; readonly agent: Agent; readonly members: readonly Member[] }
  | { readonly kind: 'refused'; readonly note: View };

/** Whether somebody may do what only the helpdesk may. */
export async function standingOf({ person }: Pick<Incoming, 'person'>, { helpdesk, members }: TeamParts): Promise<Standing> {
  const channel = await helpdesk.channel(person.tenant);
  const known = channel === null ? [] : await members.all(channel);
  if (known === null) return refused('case.refused-roster');
  const member = channel === null ? null : await members.find(channel, person.id);
  if (member === null) return refused('case.refused-member');
  return { kind: 'agent', agent: { id: member.id, name: member.name || person.name }, members: known.includes(member) ? known : [...known, member] };
}

function refused(phrase: string): Standing {
  return { kind: 'refused', note: { kind: 'note', phrase, with: {} } };
}
