import { randomUUID } from 'node:crypto';
import type { CardAction } from './actions.ts';
import { type Activity, type Attachment, asObject } from './activity.ts';
import type { BotAnswer, BotDoor } from './bot-door.ts';
import {
  deleteActivity,
  editActivity,
  executeActivity,
  installActivity,
  membersActivity,
  messageActivity,
  submitActivity,
  type Where,
} from './compose.ts';
import type { Conversations, Entry } from './conversations.ts';
import type { Faults } from './faults.ts';
import { type Files, fileAttachment, type SentFile } from './files.ts';
import { asToldToBot, namesKiku } from './hearing.ts';
import type { LocalPerson } from './people.ts';
import type { Places } from './places.ts';
import { type TapResult, tapResult } from './tap-result.ts';

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
  readonly places: Places;
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
    const stamp = this.#stamp();
    return this.#enter(person, person.key, null, messageActivity(this.#private(person), { ...stamp, text, files: this.#keep(files) }), stamp.id);
  }

  /** Writes in a channel, the first unless said, or in one of its threads. */
  async sayInChannel(
    person: LocalPerson,
    text: string,
    thread: string | null = null,
    files: readonly SentFile[] = [],
    key = this.#stage.places.channel.key,
  ): Promise<Entry> {
    const { conversations } = this.#stage;
    conversations.setInstalled(key, true);
    const stamp = this.#stamp();
    const root = thread ?? stamp.id;
    const activity = messageActivity(this.#inThread(person, root, key), { ...stamp, text, files: this.#keep(files) });
    if (!this.#isHeard(key, activity)) return conversations.add(key, { id: stamp.id, from: person.key, thread: root, activity });
    return this.#enter(person, key, root, activity, stamp.id);
  }

  /** Edits an own message, in the private chat unless said; `null` when it is not there. */
  async edit(person: LocalPerson, id: string, text: string, key = person.key): Promise<Entry | null> {
    const { conversations, now } = this.#stage;
    const entry = this.#own(person, key, id);
    if (entry === null) return null;
    const at = now();
    const activity = editActivity(this.#where(person, entry, key), { id, at, text });
    const { attachments = null, ...edited } = entry.activity;
    const files = (attachments ?? []).filter(({ contentType }) => contentType !== 'text/html');
    const twin = (activity.attachments ?? []).filter(({ contentType }) => contentType === 'text/html');
    const { entities, text: said } = activity;
    conversations.change(key, id, { activity: { ...edited, text: said, entities, attachments: [...files, ...twin] }, editedAt: at });
    if (this.#isHeard(key, entry.activity) || this.#isHeard(key, activity)) await this.#deliver(activity);
    return conversations.find(key, id);
  }

  /** Deletes an own message, in the private chat unless said; `null` when it is not there. */
  async unsay(person: LocalPerson, id: string, key = person.key): Promise<Entry | null> {
    const { conversations, now } = this.#stage;
    const entry = this.#own(person, key, id);
    if (entry === null) return null;
    conversations.change(key, id, { isDeleted: true });
    if (this.#isHeard(key, entry.activity)) await this.#deliver(deleteActivity(this.#where(person, entry, key), { id, at: now() }));
    return conversations.find(key, id);
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
    const where = this.#where(person, entry, key);
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
    const told = asToldToBot(activity);
    const answer = await this.#stage.door.post(told);
    return answer.kind === 'silent' && answer.why === 'too-slow' && activity.type === 'message' ? this.#stage.door.post(told) : answer;
  }

  #private(person: LocalPerson): Where {
    return { person, channel: null, serviceUrl: this.#stage.serviceUrl() };
  }

  #inThread(person: LocalPerson, thread: string, key: string): Where {
    const { places } = this.#stage;
    return { ...this.#private(person), channel: { channel: places.channelOf(key) ?? places.channel, thread, people: places.people } };
  }

  #where(person: LocalPerson, { thread }: Entry, key: string): Where {
    return thread === null ? this.#private(person) : this.#inThread(person, thread, key);
  }

  #own(person: LocalPerson, key: string, id: string): Entry | null {
    const entry = this.#stage.conversations.find(key, id);
    return entry === null || entry.from !== person.key || entry.isDeleted ? null : entry;
  }

  #keep(files: readonly SentFile[]): readonly Attachment[] {
    return files.map((file) => fileAttachment(this.#stage.files.keep(file), this.#stage.serviceUrl()));
  }

  /** In private everything; in a channel what names Kiku, and with the team's consent everything. */
  #isHeard(key: string, activity: Activity): boolean {
    const { places, conversations } = this.#stage;
    return places.channelOf(key) === null || conversations.read(places.channel.key).hearsAll || namesKiku(activity);
  }

  #stamp(): { id: string; at: number } {
    return { id: this.#stage.conversations.nextId(), at: this.#stage.now() };
  }
}

function isTaken(answer: BotAnswer): boolean {
  return answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;
}
