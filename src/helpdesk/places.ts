import type { HelpdeskPlace, HelpdeskStore } from '../alert-ports.ts';
import type { Address, Incoming, Log, Message, PersonKey } from '../ports.ts';
import type { View } from '../views.ts';
import type { PlaceWord } from './words.ts';

/** Who belongs to a team, and what its channels are called. */
export interface TeamDirectory {
  /** Whether the person owns the team of this channel; `null` when Kiku is not allowed to know. */
  isOwner(address: Address, team: string, person: PersonKey): Promise<boolean | null>;
  /** The name of this channel; `null` when Teams does not say. */
  channelName(address: Address, team: string): Promise<string | null>;
}

/** What naming the helpdesk's channels is made of. */
export interface PlaceParts {
  readonly store: HelpdeskStore;
  readonly directory: TeamDirectory;
  /** A message in the language of the channel. */
  readonly render: (view: View) => Message;
  /** Another channel is the helpdesk's now: what was remembered of that no longer holds. */
  readonly changed: (tenant: string) => void;
  readonly log: Log;
}

/** Does what was said of the helpdesk's channels, when an owner of the team said it, and answers. Which they are anybody may know. */
export async function onPlaceWord(word: PlaceWord, incoming: Incoming, parts: PlaceParts): Promise<View> {
  if (word === 'which') return which(incoming, parts);
  const { address, person, conversation } = incoming;
  const isOwner = conversation.team === null ? null : await parts.directory.isOwner(address, conversation.team, person);
  parts.log.info({ tenant: person.tenant, word, isOwner }, 'somebody decided about the channels of the helpdesk');
  if (isOwner !== true) return note(isOwner === false ? 'helpdesk.not-owner' : 'helpdesk.owner-unknown');
  const told = await decided(word, incoming, parts);
  parts.changed(person.tenant);
  return told;
}

async function decided(word: Exclude<PlaceWord, 'which'>, incoming: Incoming, parts: PlaceParts): Promise<View> {
  switch (word) {
    case 'here':
      return bindFirst(incoming, parts);
    case 'backup':
      return bindBackup(incoming, parts);
    case 'not-here':
      return letGo(channelOf(incoming.address).conversation, incoming, parts);
    case 'no-backup':
      return letGo(null, incoming, parts);
  }
}

async function bindFirst({ address, person, conversation, at }: Incoming, parts: PlaceParts): Promise<View> {
  const name = await nameOf(address, conversation.team, parts);
  await parts.store.bind(person.tenant, channelOf(address), person.id, at, { as: 'first', name, note: parts.render(note('case.moved')) });
  const places = await parts.store.places(person.tenant);
  const backup = places?.backup ?? null;
  return backup === null ? note('helpdesk.bound') : note('helpdesk.bound-with-backup', { backup: called(backup, address, parts) });
}

async function bindBackup({ address, person, conversation, at }: Incoming, parts: PlaceParts): Promise<View> {
  const name = await nameOf(address, conversation.team, parts);
  if (await parts.store.bind(person.tenant, channelOf(address), person.id, at, { as: 'backup', name, note: null })) {
    const places = await parts.store.places(person.tenant);
    return note('helpdesk.backup-bound', { first: places === null ? '' : called(places.first, address, parts) });
  }
  return note((await parts.store.channel(person.tenant)) === null ? 'helpdesk.backup-of-none' : 'helpdesk.backup-is-first');
}

async function letGo(channel: string | null, { address, person, at }: Incoming, parts: PlaceParts): Promise<View> {
  const result = await parts.store.letGo(person.tenant, channel, parts.render(note('case.moved')), at);
  if (result.kind === 'open') return note('helpdesk.let-go-open', { count: String(result.cases) });
  if (channel === null && result.kind === 'neither') return note('helpdesk.no-backup');
  if (result.kind !== 'first') return note(`helpdesk.let-go-${result.kind}`);
  const places = await parts.store.places(person.tenant);
  return note('helpdesk.let-go-first', { first: places === null ? '' : called(places.first, address, parts) });
}

async function which({ address, person }: Incoming, parts: PlaceParts): Promise<View> {
  const places = await parts.store.places(person.tenant);
  if (places === null) return note('helpdesk.which-none');
  const first = called(places.first, address, parts);
  if (places.backup === null) return note('helpdesk.which', { first });
  return note(places.movedAt === null ? 'helpdesk.which-both' : 'helpdesk.which-moved', { first, backup: called(places.backup, address, parts) });
}

/** A channel by its name, or as the one where this is read. */
export function called({ address, name }: HelpdeskPlace, here: Address | null, { render }: Pick<PlaceParts, 'render'>): string {
  const isHere = here !== null && address.conversation === channelOf(here).conversation;
  if (!isHere && name !== null) return name;
  const message = render(note(isHere ? 'label.helpdesk-here' : 'label.helpdesk-nameless'));
  return message.kind === 'text' ? message.text : '';
}

async function nameOf(address: Address, team: string | null, { directory, log }: PlaceParts): Promise<string | null> {
  try {
    return team === null ? null : await directory.channelName(channelOf(address), team);
  } catch (error) {
    log.warn({ error, tenant: address.tenant }, 'what a channel is called could not be looked up');
    return null;
  }
}

function note(phrase: string, args: Readonly<Record<string, string>> = {}): View {
  return { kind: 'note', phrase, with: args };
}

/** The channel itself, not the thread in which something was said. */
export function channelOf(address: Address): Address {
  return { ...address, conversation: address.conversation.split(';')[0] ?? address.conversation };
}
