import type { HelpdeskStore } from '../alert-ports.ts';
import type { Address, Incoming, Language, Message } from '../ports.ts';
import type { View } from '../views.ts';

/** What answering whoever acted is made of. */
export interface TellParts {
  readonly helpdesk: HelpdeskStore;
  readonly render: (view: View, language?: Language) => Message;
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

/** In private an agent is answered in their own language, as their client says it; in a channel in that of all. */
export function languageOf({ conversation, locales }: Incoming): Language | undefined {
  if (conversation.kind !== 'personal') return undefined;
  const parts = locales.map((locale) => locale.toLowerCase().split(/[-_]/)[0]);
  return parts.find((part) => part === 'en' || part === 'ja');
}

/** A sentence for whoever did it: over the card that they tapped, or where they wrote. */
export async function tell(incoming: Incoming, view: View, parts: TellParts): Promise<Worked> {
  const message = parts.render(view, languageOf(incoming));
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
