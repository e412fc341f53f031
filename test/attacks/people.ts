import { actionsIn, type CardAction } from '../../src/local/teams/actions.ts';
import { TENANT } from './outside.ts';
import { type Answered, activity, type World } from './world.ts';

export const TEAM = '19:team@thread.tacv2';
/** The helpdesk's channel. */
export const CHANNEL = '19:helpdesk@thread.tacv2';

/** Somebody of a tenant, who writes and taps wherever they like. */
export class Person {
  readonly id: string;
  readonly name: string;
  readonly tenant: string;
  readonly #world: World;

  constructor(world: World, id: string, of: { readonly name?: string; readonly tenant?: string } = {}) {
    this.#world = world;
    this.id = id;
    this.name = of.name ?? id;
    this.tenant = of.tenant ?? TENANT;
  }

  get conversation(): string {
    return `a:${this.id}`;
  }

  /** Writes in private, or in a conversation of a channel. */
  say(text: string, conversation: string | null = null, changes: Readonly<Record<string, unknown>> = {}): Promise<Answered> {
    return this.#post({ ...this.#place(conversation), text, ...changes });
  }

  /** Sends data as if a card had been tapped, whatever cards there are. */
  tap(data: unknown, conversation: string | null = null): Promise<Answered> {
    const value = { action: { type: 'Action.Execute', verb: '', data } };
    return this.#post({ ...this.#place(conversation), type: 'invoke', name: 'adaptiveCard/action', value, text: undefined });
  }

  /** The same by a message, as older clients do. */
  submit(data: unknown): Promise<Answered> {
    return this.#post({ ...this.#place(null), value: data, text: undefined });
  }

  post(changes: Readonly<Record<string, unknown>>): Promise<Answered> {
    return this.#post({ ...this.#place(null), ...changes });
  }

  /** What was said to them in private, oldest first. */
  heard(): readonly string[] {
    return heardIn(this.#world, this.conversation);
  }

  /** The newest action that they were shown for doing this. */
  action(what: string): CardAction {
    const found = actionsOf(this.heard()).findLast(({ data }) => data.do === what);
    if (found === undefined) throw new Error(`${this.id} was shown no action to ${what}.`);
    return found;
  }

  #post(changes: Readonly<Record<string, unknown>>): Promise<Answered> {
    return this.#world.post(activity(changes));
  }

  #place(conversation: string | null): Readonly<Record<string, unknown>> {
    const tenant = { tenant: { id: this.tenant } };
    const isChannel = conversation !== null;
    return {
      from: { id: `29:${this.id}`, aadObjectId: this.id, name: this.name },
      conversation: {
        id: conversation ?? this.conversation,
        conversationType: isChannel ? 'channel' : 'personal',
        isGroup: isChannel,
        tenantId: this.tenant,
      },
      channelData: isChannel ? { ...tenant, channel: { id: CHANNEL }, team: { id: TEAM } } : tenant,
      ...(isChannel
        ? { entities: [{ type: 'mention', text: '<at>Kiku</at>', mentioned: { id: '28:11111111-2222-4333-8444-555555555555', name: 'Kiku' } }] }
        : {}),
    };
  }
}

/** What was said in a conversation or its threads, oldest first, as it was posted. */
export function heardIn({ outside }: World, conversation: string): readonly string[] {
  const place = `/v3/conversations/${encodeURIComponent(conversation)}`;
  return outside.said().flatMap(({ path, body }) => (path.includes(`${place}/`) || path.includes(`${place}%3B`) ? [body] : []));
}

/** Every action on these messages. */
export function actionsOf(messages: readonly string[]): readonly CardAction[] {
  return messages.flatMap((message) => actionsIn(JSON.parse(message)));
}

/** Members of the helpdesk's team. */
export function asMembers(...people: readonly Person[]) {
  return people.map(({ id, name }) => ({ id: `29:${id}`, aadObjectId: id, name }));
}

/** The helpdesk's channel is named by one of its owners. */
export async function bindHelpdesk(world: World, owner: Person): Promise<void> {
  await owner.say('<at>Kiku</at> helpdesk here', CHANNEL);
  await world.until(() => heardIn(world, CHANNEL).some((message) => message.includes('from now on')), 'the channel is the helpdesk’s');
}

/** Somebody hands their trouble over; with the id of the case, once it stands in the channel. */
export async function handOver(world: World, person: Person, trouble = 'OneDrive 0x8004de40, Windows 11'): Promise<string> {
  await person.say(trouble);
  await person.say('I want to talk to a person');
  await world.until(() => actionsOf(person.heard()).some(({ data }) => data.do === 'own-case'), 'the case is open');
  const id = String(person.action('own-case').data.case);
  await world.until(() => heardIn(world, CHANNEL).some((message) => message.includes(id)), 'the case stands in the channel');
  return id;
}
