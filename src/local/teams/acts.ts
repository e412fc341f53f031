import { randomUUID } from 'node:crypto';
import type { CardAction } from './actions.ts';
import { type Activity, asObject, CARD } from './activity.ts';
import type { BotAnswer, BotDoor } from './bot-door.ts';
import { editActivity, executeActivity, installActivity, membersActivity, messageActivity, submitActivity, type Where } from './compose.ts';
import type { Conversations, Entry } from './conversations.ts';
import type { Faults } from './faults.ts';
import { type Files, fileAttachment, type SentFile } from './files.ts';
import type { LocalChannel, LocalPerson } from './people.ts';

/** How a tap ended for the one who tapped. */
export type TapResult =
  | { readonly kind: 'card'; readonly card: Readonly<Record<string, unknown>> }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'sent' }
  | { readonly kind: 'error'; readonly status: number; readonly text: string };

/** A tap on a card: which message, which action, and what was filled in. */
export interface TapOf {
  readonly id: string;
  readonly action: CardAction;
  readonly inputs: Readonly<Record<string, string>>;
}

/** What acts need from the rest of the local Teams. */
export interface Stage {
  readonly conversations: Conversations;
  readonly door: BotDoor;
  readonly faults: Faults;
  readonly files: Files;
  readonly channel: LocalChannel;
  readonly now: () => number;
  /** Known once the server listens. */
  readonly serviceUrl: () => string;
}

/** What people do, turned into the activities that Teams would send. */
export class Acts {
  readonly #stage: Stage;
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** The first opening of the private chat installs the app; later ones do nothing. */
  async open(person: LocalPerson): Promise<void> {
    const { conversations } = this.#stage;
    if (conversations.read(person.key).isInstalled) return;
    conversations.setInstalled(person.key, true);
    const where = this.#private(person);
    const answer = await this.#deliver(installActivity(where, { ...this.#stamp(), action: 'add' }));
    if (!isTaken(answer)) conversations.setInstalled(person.key, false);
    else await this.#deliver(membersActivity(where, this.#stamp()));
  }

  /** Removes the app, and with it the conversation. */
  async remove(person: LocalPerson): Promise<void> {
    const { conversations } = this.#stage;
    if (conversations.read(person.key).isInstalled)
      await this.#deliver(installActivity(this.#private(person), { ...this.#stamp(), action: 'remove' }));
    conversations.clear(person.key);
  }

  /** Writes a message in the private chat. Resolves when Kiku has taken it, or did not. */
  async say(person: LocalPerson, text: string, files: readonly SentFile[] = []): Promise<Entry> {
    await this.open(person);
    const kept = files.map((file) => fileAttachment(this.#stage.files.keep(file), this.#stage.serviceUrl()));
    const stamp = this.#stamp();
    return this.#enter(person, person.key, null, messageActivity(this.#private(person), { ...stamp, text, files: kept }), stamp.id);
  }

  /** Writes in the channel. Kiku hears of it only when it is mentioned with `@Kiku`. */
  async sayInChannel(person: LocalPerson, text: string, thread: string | null = null): Promise<Entry> {
    const { conversations, channel, serviceUrl } = this.#stage;
    conversations.setInstalled(channel.key, true);
    const stamp = this.#stamp();
    const where = { person, channel: { channel, thread: thread ?? stamp.id }, serviceUrl: serviceUrl() };
    const activity = messageActivity(where, { ...stamp, text });
    const isHeard = /<at>/.test(activity.text ?? '');
    if (!isHeard) return conversations.add(channel.key, { id: stamp.id, from: person.key, thread: thread ?? stamp.id, activity });
    return this.#enter(person, channel.key, thread ?? stamp.id, activity, stamp.id);
  }

  /** Edits an own message; `null` when it is not there. */
  async edit(person: LocalPerson, id: string, text: string): Promise<Entry | null> {
    const { conversations, now } = this.#stage;
    const entry = conversations.find(person.key, id);
    if (entry === null || entry.from !== person.key) return null;
    const at = now();
    const activity = editActivity(this.#private(person), { id, at, text });
    conversations.change(person.key, id, { activity: { ...entry.activity, text }, editedAt: at });
    await this.#deliver(activity);
    return conversations.find(person.key, id);
  }

  /** Sends a message again that Kiku did not take. */
  async retry(person: LocalPerson, key: string, id: string): Promise<Entry | null> {
    const entry = this.#stage.conversations.find(key, id);
    if (entry === null || entry.from !== person.key || entry.delivery !== 'not-sent') return entry;
    this.#stage.conversations.change(key, id, { delivery: 'sending' });
    await this.open(person);
    return this.#push(key, entry);
  }

  /** Presses an action of a card. Only `Action.Execute` and `Action.Submit` reach Kiku. */
  async tap(person: LocalPerson, key: string, of: TapOf): Promise<TapResult | null> {
    const { conversations } = this.#stage;
    const entry = conversations.find(key, of.id);
    if (entry === null || entry.isDeleted) return null;
    const where = this.#where(person, entry);
    if (of.action.type === 'Action.Submit') return this.#submit(person, where, of);
    const activity = executeActivity(where, { ...this.#stamp(), id: `f:${randomUUID()}`, card: of.id, action: of.action, inputs: of.inputs });
    const result = tapResult(await this.#deliver(activity));
    if (result.kind === 'card') {
      const inPlace = conversations.find(key, of.id)?.inPlace ?? {};
      conversations.change(key, of.id, { inPlace: { ...inPlace, [person.key]: result.card } });
    }
    return result;
  }

  /** Posts an activity to Kiku as it is: for what no client would send, and for sending again. */
  post(activity: Activity): Promise<BotAnswer> {
    return this.#stage.door.post(activity);
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  async #submit(person: LocalPerson, where: Where, of: TapOf): Promise<TapResult> {
    const teams = asObject(of.action.data.msteams);
    if (teams?.type === 'imBack' && typeof teams.value === 'string') {
      const entry = await this.say(person, teams.value);
      return entry.delivery === 'sent' ? { kind: 'sent' } : { kind: 'error', status: 502, text: '' };
    }
    const answer = await this.#deliver(submitActivity(where, { ...this.#stamp(), card: of.id, action: of.action, inputs: of.inputs }));
    return isTaken(answer) ? { kind: 'sent' } : { kind: 'error', status: answer.kind === 'answered' ? answer.status : 504, text: '' };
  }

  async #enter(person: LocalPerson, key: string, thread: string | null, activity: Activity, id: string): Promise<Entry> {
    return this.#push(key, this.#stage.conversations.add(key, { id, from: person.key, thread, activity, delivery: 'sending' }));
  }

  async #push(key: string, entry: Entry): Promise<Entry> {
    const delivery = isTaken(await this.#deliver(entry.activity)) ? 'sent' : 'not-sent';
    // Cleared meanwhile: nothing to change, but the sender still learns how it ended.
    return this.#stage.conversations.change(key, entry.id, { delivery }) ?? { ...entry, delivery };
  }

  /** Posts to Kiku; when Kiku is too slow the same comes once more, as Teams does. An injected redelivery comes besides. */
  async #deliver(activity: Activity): Promise<BotAnswer> {
    const redelivery = this.#stage.faults.takeRedelivery(String(asObject(activity.conversation)?.id ?? ''));
    if (redelivery !== null) {
      const again = redelivery.hasNewId
        ? { ...activity, id: activity.type === 'invoke' ? `f:${randomUUID()}` : this.#stage.conversations.nextId() }
        : activity;
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        void this.#stage.door.post(again);
      }, redelivery.afterMs);
      this.#timers.add(timer);
    }
    const answer = await this.#stage.door.post(activity);
    return answer.kind === 'silent' && answer.why === 'too-slow' && activity.type === 'message' ? this.#stage.door.post(activity) : answer;
  }

  #private(person: LocalPerson): Where {
    return { person, channel: null, serviceUrl: this.#stage.serviceUrl() };
  }

  #where(person: LocalPerson, entry: Entry): Where {
    const thread = entry.thread;
    return thread === null ? this.#private(person) : { ...this.#private(person), channel: { channel: this.#stage.channel, thread } };
  }

  #stamp(): { id: string; at: number } {
    return { id: this.#stage.conversations.nextId(), at: this.#stage.now() };
  }
}

function isTaken(answer: BotAnswer): boolean {
  return answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;
}

function tapResult(answer: BotAnswer): TapResult {
  if (answer.kind === 'silent') return { kind: 'error', status: 504, text: '' };
  const body = asObject(answer.body);
  const status = typeof body?.statusCode === 'number' ? body.statusCode : answer.status;
  const value = body?.value;
  if (answer.status === 200 && status === 200) {
    const card = asObject(value);
    if (body?.type === CARD && card !== null) return { kind: 'card', card };
    if (body?.type === 'application/vnd.microsoft.activity.message') return { kind: 'message', text: String(value) };
    if (body === null || value === undefined || value === null) return { kind: 'sent' };
  }
  const message = asObject(value)?.message;
  return { kind: 'error', status, text: typeof message === 'string' ? message : '' };
}
