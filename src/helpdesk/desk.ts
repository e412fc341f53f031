import type { AlertStore, FanOut } from '../alert-ports.ts';
import type { Incoming, Message } from '../ports.ts';
import { parseTap, type Tap } from '../taps.ts';
import type { View } from '../views.ts';
import { onPlaceWord, type PlaceParts } from './places.ts';
import { channelOf, spokenAt } from './spoken.ts';
import { standingOf, type TeamParts } from './team.ts';
import { placeWord } from './words.ts';

type FanOutTap = Extract<Tap, { do: 'fan-out' }>;

/** What the helpdesk's channel is made of. */
export interface DeskParts extends PlaceParts {
  readonly alerts: Pick<AlertStore, 'control' | 'fanOut'>;
  readonly members: TeamParts['members'];
  /** Shows the card of a fan-out as it is now, and resolves with it. */
  readonly showFanOut: (fanOut: FanOut) => Promise<Message | null>;
  /** Whatever waited for a decision of the helpdesk's goes on. */
  readonly hasten: () => Promise<void>;
}

/** What is said and tapped in the helpdesk's channel. */
export interface Desk {
  /** Whether this is for the helpdesk and not part of a conversation with Kiku. */
  takes(incoming: Incoming): boolean;
  /** What replaces a tapped card; `null`: nothing. */
  handle(incoming: Incoming): Promise<Message | null>;
}

export function createDesk(parts: DeskParts): Desk {
  return {
    takes: (incoming) => incoming.conversation.kind === 'channel' && (wordIn(incoming) !== null || fanOutTap(incoming) !== null),
    async handle(incoming) {
      const tap = fanOutTap(incoming);
      if (tap !== null) {
        const answer = await control(incoming, tap, parts);
        if (answer === null || isInPlace(incoming)) return answer;
        await parts.store.show(incoming.address, `said ${incoming.id}`, answer, incoming.at);
        return null;
      }
      const word = wordIn(incoming);
      if (word !== null) {
        const said = await onPlaceWord(word, incoming.what.kind === 'text' ? incoming.what.text : '', incoming, parts);
        await parts.store.show(incoming.address, `said ${incoming.id}`, said, incoming.at);
      }
      return null;
    },
  };
}

/** Where Kiku reads along, colleagues may say the same to one another. */
function wordIn({ what, isToKiku = true }: Incoming) {
  return what.kind === 'text' && isToKiku ? placeWord(what.text) : null;
}

function fanOutTap({ what }: Incoming): FanOutTap | null {
  const tap = what.kind === 'tap' ? parseTap(what.data) : null;
  return tap?.do === 'fan-out' ? tap : null;
}

/** Only in the channel that is the helpdesk's, and only by members of its team: whoever is a guest in a channel may not. */
async function control(incoming: Incoming, tap: FanOutTap, parts: DeskParts): Promise<Message | null> {
  const { tenant } = incoming.person;
  const places = await parts.store.places(tenant);
  const channel = places?.first.address;
  const refused = (view: View) => parts.render(view, spokenAt(places, incoming.address));
  const fanOut = await parts.alerts.fanOut(tap.fanOut);
  if (channel?.conversation !== channelOf(incoming.address).conversation || fanOut?.tenant !== tenant) {
    return refused({ kind: 'note', phrase: 'helpdesk.not-here', with: {} });
  }
  const standing = await standingOf(incoming, { helpdesk: parts.store, members: parts.members });
  if (standing.kind === 'refused') return refused(standing.note);
  const sentence = tap.sentence?.trim() ?? '';
  if (tap.act === 'sentence' && sentence === '') return refused({ kind: 'note', phrase: 'helpdesk.no-sentence', with: {} });
  const change = tap.act === 'sentence' ? { kind: tap.act, text: sentence, by: standing.agent.name } : { kind: tap.act };
  const isDone = await parts.alerts.control(fanOut.id, change, incoming.at);
  parts.log.info({ fanOut: fanOut.id, act: tap.act, by: incoming.person.id, isDone }, 'the helpdesk decided about a fan-out');
  // What is answered in place only the one who tapped sees at once.
  const card = await parts.showFanOut(fanOut);
  await parts.hasten();
  return isInPlace(incoming) ? card : null;
}

function isInPlace({ what }: Incoming): boolean {
  return what.kind === 'tap' && what.isInPlace;
}

/** The place of a fan-out's card in the channel. */
export function fanOutSlot({ id }: FanOut): string {
  return `fan-out ${id}`;
}
