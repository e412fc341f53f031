import type { AlertStore, FanOut, HelpdeskStore } from '../alert-ports.ts';
import type { Address, Incoming, Log, Message, PersonKey } from '../ports.ts';
import { parseTap, type Tap } from '../taps.ts';
import type { View } from '../views.ts';
import { standingOf, type TeamParts } from './team.ts';
import { isHelpdeskHere } from './words.ts';

type FanOutTap = Extract<Tap, { do: 'fan-out' }>;

/** Who belongs to a team. */
export interface TeamDirectory {
  /** Whether the person owns the team of this channel; `null` when Kiku is not allowed to know. */
  isOwner(address: Address, team: string, person: PersonKey): Promise<boolean | null>;
}

/** What the helpdesk's channel is made of. */
export interface DeskParts {
  readonly store: HelpdeskStore;
  readonly alerts: Pick<AlertStore, 'control' | 'fanOut'>;
  readonly directory: TeamDirectory;
  readonly members: TeamParts['members'];
  /** The card of a fan-out as it is now. */
  readonly fanOutCard: (fanOut: FanOut) => Promise<Message>;
  /** A message in the language of the channel. */
  readonly render: (view: View) => Message;
  /** Whatever waited for a decision of the helpdesk's goes on. */
  readonly hasten: () => Promise<void>;
  /** Another channel is the helpdesk's now: what was remembered of that no longer holds. */
  readonly changed: (tenant: string) => void;
  readonly log: Log;
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
    takes: ({ conversation, what }) =>
      conversation.kind === 'channel' &&
      ((what.kind === 'text' && isHelpdeskHere(what.text)) || (what.kind === 'tap' && fanOutTap(what.data) !== null)),
    async handle(incoming) {
      if (incoming.what.kind === 'text') return bind(incoming, parts);
      const tap = incoming.what.kind === 'tap' ? fanOutTap(incoming.what.data) : null;
      return tap === null ? null : control(incoming, tap, parts);
    },
  };
}

function fanOutTap(data: unknown): FanOutTap | null {
  const tap = parseTap(data);
  return tap?.do === 'fan-out' ? tap : null;
}

/** The channel in which a team's owner says so is the helpdesk's from then on. */
async function bind(incoming: Incoming, parts: DeskParts): Promise<null> {
  const { address, person, conversation } = incoming;
  const isOwner = conversation.team === null ? null : await parts.directory.isOwner(address, conversation.team, person);
  if (isOwner === true) await parts.store.bind(person.tenant, channelOf(address), person.id, incoming.at);
  const phrase = isOwner === true ? 'helpdesk.bound' : isOwner === false ? 'helpdesk.not-owner' : 'helpdesk.owner-unknown';
  parts.log.info({ tenant: person.tenant, isOwner }, 'a channel was named as the helpdesk');
  await parts.store.show(address, `said ${incoming.id}`, parts.render({ kind: 'note', phrase, with: {} }), incoming.at);
  return null;
}

/** Only in the channel that is the helpdesk's, and only by members of its team: whoever is a guest in a channel may not. */
async function control(incoming: Incoming, tap: FanOutTap, parts: DeskParts): Promise<Message | null> {
  const { tenant } = incoming.person;
  const channel = await parts.store.channel(tenant);
  const fanOut = await parts.alerts.fanOut(tap.fanOut);
  if (channel?.conversation !== channelOf(incoming.address).conversation || fanOut?.tenant !== tenant) {
    return parts.render({ kind: 'note', phrase: 'helpdesk.not-here', with: {} });
  }
  const standing = await standingOf(incoming, { helpdesk: parts.store, members: parts.members });
  if (standing.kind === 'refused') return parts.render(standing.note);
  const sentence = tap.sentence?.trim() ?? '';
  if (tap.act === 'sentence' && sentence === '') return parts.render({ kind: 'note', phrase: 'helpdesk.no-sentence', with: {} });
  const change = tap.act === 'sentence' ? { kind: tap.act, text: sentence, by: standing.agent.name } : { kind: tap.act };
  const isDone = await parts.alerts.control(fanOut.id, change, incoming.at);
  parts.log.info({ fanOut: fanOut.id, act: tap.act, by: incoming.person.id, isDone }, 'the helpdesk decided about a fan-out');
  const now = (await parts.alerts.fanOut(fanOut.id)) ?? fanOut;
  const card = await parts.fanOutCard(now);
  // What is answered in place only the one who tapped sees at once.
  await parts.store.show(channel, fanOutSlot(now), card, incoming.at);
  await parts.hasten();
  return incoming.what.kind === 'tap' && incoming.what.isInPlace ? card : null;
}

/** The place of a fan-out's card in the channel. */
export function fanOutSlot({ id }: FanOut): string {
  return `fan-out ${id}`;
}

/** The channel itself, not the thread in which something was said. */
export function channelOf(address: Address): Address {
  return { ...address, conversation: address.conversation.split(';')[0] ?? address.conversation };
}
