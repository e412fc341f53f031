import type { HelpdeskPlace, HelpdeskPlaces } from '../alert-ports.ts';
import type { Address, Language } from '../ports.ts';

/** The channel itself, not the thread in which something was said. */
export function channelOf(address: Address): Address {
  return { ...address, conversation: address.conversation.split(';')[0] ?? address.conversation };
}

/** Which of the helpdesk's channels this is, or is a thread of; `null`: none. */
export function placeAt(places: HelpdeskPlaces | null, address: Address): HelpdeskPlace | null {
  const { conversation } = channelOf(address);
  if (places === null) return null;
  return [places.first, places.backup].find((place) => place?.address.conversation === conversation) ?? null;
}

/** What is spoken there; in an older channel of the helpdesk as in the one it has now. `null`: the usual language. */
export function spokenAt(places: HelpdeskPlaces | null, address: Address): Language | null {
  return (placeAt(places, address) ?? places?.first)?.language ?? null;
}
