import type { HelpdeskStore } from '../alert-ports.ts';
import type { Address, Incoming, Language, Message } from '../ports.ts';
import type { View } from '../views.ts';
import { spokenAt } from './spoken.ts';

/** What answering whoever acted is made of. */
export interface TellParts {
  readonly helpdesk: HelpdeskStore;
  /** `null`: in the usual language. */
  readonly render: (view: View, language: Language | null) => Message;
  /** Something of a case is to be shown. */
  readonly passCases: () => void;
}

/** What became of something that was for the helpdesk. `answer`: what replaces a tapped card; `null`: nothing. */
export interface Worked {
  readonly answer: Message | null;
}

/** Nothing replaces what was tapped. */
export const QUIET: Worked = { answer: null };

/** Whether the answer takes the place of the card that was tapped. */
export function isInPlace({ what }: Incoming): boolean {
  return what.kind === 'tap' && what.isInPlace;
}

/** Whoever reads what Kiku answers to what somebody did. */
export interface Reader {
  /** An agent alone; else everybody in the channel. */
  readonly isPrivate: boolean;
  /** `null`: the usual one. */
  readonly language: Language | null;
}

/** In private an agent is answered in their own language, as their client says it; in a channel in that of all. */
export async function readerOf({ address, conversation, locales, person }: Incoming, { helpdesk }: Pick<TellParts, 'helpdesk'>): Promise<Reader> {
  if (conversation.kind !== 'personal') return { isPrivate: false, language: spokenAt(await helpdesk.places(person.tenant), address) };
  const parts = locales.map((locale) => locale.toLowerCase().split(/[-_]/)[0]);
  return { isPrivate: true, language: parts.find((part) => part === 'en' || part === 'ja') ?? null };
}

/** What is shown where they acted, for whoever reads it there. */
export async function shownThere(incoming: Incoming, view: View, parts: TellParts): Promise<Message> {
  const { language } = await readerOf(incoming, parts);
  return parts.render(view, language);
}

/** A sentence for whoever did it: over the card that they tapped, or where they wrote. */
export async function tell(incoming: Incoming, view: View, parts: TellParts): Promise<Worked> {
  const message = await shownThere(incoming, view, parts);
  if (isInPlace(incoming)) return { answer: message };
  await post(incoming, message, parts);
  return QUIET;
}

/** Says something where they acted. */
export async function post(
  { address, id, at }: { readonly address: Address; readonly id: string; readonly at: number },
  message: Message,
  parts: TellParts,
): Promise<void> {
  await parts.helpdesk.show(address, `said ${id}`, message, at);
  parts.passCases();
}
