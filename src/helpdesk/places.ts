import type { HelpdeskPlace, HelpdeskPlaces, HelpdeskStore } from '../alert-ports.ts';
import type { Address, Incoming, Language, Log, Message, PersonKey } from '../ports.ts';
import type { View } from '../views.ts';
import { channelOf, placeAt } from './spoken.ts';
import { type PlaceWord, wantedLanguage } from './words.ts';

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
  /** `null`: in the usual language. */
  readonly render: (view: View, language: Language | null) => Message;
  /** Another channel is the helpdesk's now: what was remembered of that no longer holds. */
  readonly changed: (tenant: string) => void;
  readonly log: Log;
}

/**
 * Does what was said of the helpdesk's channels, when an owner of the team said it, and answers in what is spoken there then. Which they are anybody may
 * know.
 */
export async function onPlaceWord(word: PlaceWord, text: string, incoming: Incoming, parts: PlaceParts): Promise<Message> {
  const wanted = wantedLanguage(text);
  const before = await parts.store.places(incoming.person.tenant);
  const { phrase, count = 0 } = isForOwners(word) ? await decidedByOwner(word, { incoming, wanted, before }, parts) : asked(word, before);
  const places = await parts.store.places(incoming.person.tenant);
  const here = placeAt(places, incoming.address);
  const language = here === null ? wanted : here.language;
  const name = (place: HelpdeskPlace | null | undefined) => (place == null ? '' : called(place, incoming.address, language, parts));
  return parts.render(note(phrase, { first: name(places?.first), backup: name(places?.backup), count: String(count) }), language);
}

type OwnersWord = Exclude<PlaceWord, 'which' | 'other-language'>;

function isForOwners(word: PlaceWord): word is OwnersWord {
  return word !== 'which' && word !== 'other-language';
}

/** What came of it: a phrase, and of how many cases it tells. */
interface Told {
  readonly phrase: string;
  readonly count?: number;
}

/** Something that is wanted of the helpdesk's channels, and how they were. */
interface Wish {
  readonly incoming: Incoming;
  readonly wanted: Language;
  readonly before: HelpdeskPlaces | null;
}

async function decidedByOwner(word: OwnersWord, wish: Wish, parts: PlaceParts): Promise<Told> {
  const { address, person, conversation } = wish.incoming;
  const isOwner = conversation.team === null ? null : await parts.directory.isOwner(address, conversation.team, person);
  parts.log.info({ tenant: person.tenant, word, isOwner }, 'somebody decided about the channels of the helpdesk');
  if (isOwner !== true) return { phrase: isOwner === false ? 'helpdesk.not-owner' : 'helpdesk.owner-unknown' };
  const told = await decided(word, wish, parts);
  parts.changed(person.tenant);
  return told;
}

async function decided(word: OwnersWord, wish: Wish, parts: PlaceParts): Promise<Told> {
  const { conversation } = channelOf(wish.incoming.address);
  switch (word) {
    case 'here':
      return bindFirst(wish, parts);
    case 'backup':
      return bindBackup(wish, parts);
    case 'language': {
      const isSpoken = await parts.store.speak(wish.incoming.person.tenant, conversation, wish.wanted);
      return { phrase: isSpoken ? 'helpdesk.speaks' : 'helpdesk.let-go-neither' };
    }
    case 'not-here':
      return letGo(conversation, wish, parts);
    case 'no-backup':
      return letGo(null, wish, parts);
  }
}

async function bindFirst({ incoming, wanted, before }: Wish, parts: PlaceParts): Promise<Told> {
  const { address, person, conversation, at } = incoming;
  const name = await nameOf(address, conversation.team, parts);
  const moved = parts.render(note('case.moved'), before?.first.language ?? null);
  await parts.store.bind(person.tenant, channelOf(address), person.id, at, { as: 'first', name, note: moved, language: wanted });
  const places = await parts.store.places(person.tenant);
  return { phrase: places?.backup == null ? 'helpdesk.bound' : 'helpdesk.bound-with-backup' };
}

async function bindBackup({ incoming, wanted, before }: Wish, parts: PlaceParts): Promise<Told> {
  const { address, person, conversation, at } = incoming;
  const name = await nameOf(address, conversation.team, parts);
  const binding = { as: 'backup', name, note: null, language: wanted } as const;
  if (await parts.store.bind(person.tenant, channelOf(address), person.id, at, binding)) return { phrase: 'helpdesk.backup-bound' };
  return { phrase: before === null ? 'helpdesk.backup-of-none' : 'helpdesk.backup-is-first' };
}

async function letGo(channel: string | null, { incoming, before }: Wish, parts: PlaceParts): Promise<Told> {
  const moved = parts.render(note('case.moved'), before?.first.language ?? null);
  const result = await parts.store.letGo(incoming.person.tenant, channel, moved, incoming.at);
  if (result.kind === 'open') return { phrase: 'helpdesk.let-go-open', count: result.cases };
  return { phrase: channel === null && result.kind === 'neither' ? 'helpdesk.no-backup' : `helpdesk.let-go-${result.kind}` };
}

function asked(word: 'which' | 'other-language', places: HelpdeskPlaces | null): Told {
  if (word === 'other-language') return { phrase: 'helpdesk.other-language' };
  if (places === null) return { phrase: 'helpdesk.which-none' };
  if (places.backup === null) return { phrase: 'helpdesk.which' };
  return { phrase: places.movedAt === null ? 'helpdesk.which-both' : 'helpdesk.which-moved' };
}

/** A channel by its name, or as the one where this is read. */
export function called(
  { address, name }: HelpdeskPlace,
  here: Address | null,
  language: Language | null,
  { render }: Pick<PlaceParts, 'render'>,
): string {
  const isHere = here !== null && address.conversation === channelOf(here).conversation;
  if (!isHere && name !== null) return name;
  const message = render(note(isHere ? 'label.helpdesk-here' : 'label.helpdesk-nameless'), language);
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
