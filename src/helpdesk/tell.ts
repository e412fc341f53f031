import type { HelpdeskStore } from '../alert-ports.ts';
import type { Address, Incoming, Language, Message, PersonKey } from '../ports.ts';
import type { View } from '../views.ts';
import { spokenAt } from './spoken.ts';

/** What answering whoever acted is made of. */
export interface TellParts {
  readonly helpdesk: HelpdeskStore;
  /** `null`: in the usual language, in the usual time zone. */
  readonly render: (view: View, language: Language | null, timeZone: string | null) => Message;
  /** Where somebody is whose client does not say it this time; `null`: not known. Without it only the client is heard. */
  readonly timeZoneOf?: (person: PersonKey) => Promise<string | null>;
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
  /** IANA name; `null`: the usual one. */
  readonly timeZone: string | null;
}

/** In private an agent is answered in their own language and time zone, as their client says them; in a channel in those of all. */
export async function readerOf(
  { address, conversation, locales, person, timeZone }: Incoming,
  { helpdesk, timeZoneOf }: { readonly helpdesk: Pick<HelpdeskStore, 'places'> } & Pick<TellParts, 'timeZoneOf'>,
): Promise<Reader> {
  if (conversation.kind !== 'personal')
    return { isPrivate: false, language: spokenAt(await helpdesk.places(person.tenant), address), timeZone: null };
  const parts = locales.map((locale) => locale.toLowerCase().split(/[-_]/)[0]);
  const language = parts.find((part) => part === 'en' || part === 'ja') ?? null;
  return { isPrivate: true, language, timeZone: timeZone ?? (await timeZoneOf?.(person)) ?? null };
}

/** What is shown where they acted, for whoever reads it there. */
export async function shownThere(incoming: Incoming, view: View, parts: TellParts): Promise<Message> {
  const { language, timeZone } = await readerOf(incoming, parts);
  return parts.render(view, language, timeZone);
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
