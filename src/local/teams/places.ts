import type { LocalChannel, LocalPerson } from './people.ts';

/** A conversation as the connector addresses it. */
export interface Place {
  readonly kind: 'personal' | 'channel';
  /** The key under which its messages are kept. */
  readonly key: string;
  readonly thread: string | null;
  readonly members: readonly LocalPerson[];
}

/** Everybody there is, and the way from the connector's ids to conversations. */
export class Places {
  /** The first is the one that the page shows. */
  readonly channels: readonly [LocalChannel, ...LocalChannel[]];
  readonly #people = new Map<string, LocalPerson>();
  readonly #byConversation = new Map<string, LocalPerson>();

  constructor(people: readonly LocalPerson[], ...channels: readonly [LocalChannel, ...LocalChannel[]]) {
    this.channels = channels;
    for (const person of people) this.add(person);
  }

  get channel(): LocalChannel {
    return this.channels[0];
  }

  /** The channel whose messages are kept under this key. */
  channelOf(key: string): LocalChannel | null {
    return this.channels.find((one) => one.key === key) ?? null;
  }

  get people(): readonly LocalPerson[] {
    return [...this.#people.values()];
  }

  add(person: LocalPerson): void {
    this.#people.set(person.key, person);
    this.#byConversation.set(person.conversation, person);
  }

  person(key: string): LocalPerson | null {
    return this.#people.get(key) ?? null;
  }

  /** The person with this channel id or Entra object id. */
  member(id: string): LocalPerson | null {
    return this.people.find((person) => person.id === id || person.aadObjectId === id) ?? null;
  }

  /** The conversation with this connector id: `a:…`, `19:…`, or `19:…;messageid=…`. */
  find(conversation: string): Place | null {
    const person = this.#byConversation.get(conversation);
    if (person !== undefined) return { kind: 'personal', key: person.key, thread: null, members: [person] };
    const [id, ...rest] = conversation.split(';');
    // A team's own id is that of its first channel; its members are asked for by it.
    if (id === this.channel.teamId) return { kind: 'channel', key: this.channel.key, thread: null, members: this.#team() };
    const channel = this.channels.find((one) => one.id === id);
    if (channel === undefined) return null;
    const thread = rest.find((part) => part.startsWith('messageid='))?.slice('messageid='.length) ?? null;
    return { kind: 'channel', key: channel.key, thread, members: this.#team() };
  }

  #team(): readonly LocalPerson[] {
    return this.people.filter(({ isOutside }) => !isOutside);
  }
}
