import type { Activity } from './activity.ts';

/** One message of a conversation, as the people in it see it. */
export interface Entry {
  readonly id: string;
  /** `kiku`, or the key of a person. */
  readonly from: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** In a channel: the id of the message that began the thread. */
  readonly thread: string | null;
  readonly activity: Activity;
  readonly delivery: 'sending' | 'sent' | 'not-sent';
  readonly editedAt: number | null;
  readonly isDeleted: boolean;
  /** Cards that an `Action.Execute` answer put in place of this message, by the key of the only person who sees it so. */
  readonly inPlace: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Counts the changes, so that a reader knows what to draw anew. */
  readonly revision: number;
}

/** What listeners are told. `conversation` is the key: a person's, or the channel's. */
export type ConversationEvent =
  | { readonly kind: 'entry'; readonly conversation: string; readonly entry: Entry }
  | { readonly kind: 'typing'; readonly conversation: string }
  | { readonly kind: 'cleared'; readonly conversation: string }
  | { readonly kind: 'consent'; readonly conversation: string; readonly hearsAll: boolean };

/** A conversation as kept: whether Kiku is installed in it, and its messages in order. */
export interface Conversation {
  readonly isInstalled: boolean;
  /** Of a channel: whether its team consented to `ChannelMessage.Read.Group`. */
  readonly hearsAll: boolean;
  readonly entries: readonly Entry[];
}

const KEPT = 1000;
const EMPTY: Conversation = { isInstalled: false, hearsAll: false, entries: [] };

/** Everything said in the local Teams. Changes are announced to listeners at once. */
export class Conversations {
  readonly #all = new Map<string, Conversation>();
  readonly #listeners = new Set<(event: ConversationEvent) => void>();
  readonly #now: () => number;
  readonly #kept: number;
  #lastId = 0;

  /** `kept`: so many messages of a conversation, the latest. */
  constructor(now: () => number, kept = KEPT) {
    this.#now = now;
    this.#kept = kept;
  }

  /** A message id as Teams makes them: the time in milliseconds, never twice. */
  nextId(): string {
    this.#lastId = Math.max(this.#now(), this.#lastId + 1);
    return String(this.#lastId);
  }

  read(key: string): Conversation {
    return this.#all.get(key) ?? EMPTY;
  }

  find(key: string, id: string): Entry | null {
    return this.read(key).entries.findLast((entry) => entry.id === id) ?? null;
  }

  add(key: string, entry: Pick<Entry, 'id' | 'from' | 'activity'> & Partial<Entry>): Entry {
    const whole = {
      at: this.#now(),
      thread: null,
      delivery: 'sent',
      editedAt: null,
      isDeleted: false,
      inPlace: {},
      revision: 1,
      ...entry,
    } satisfies Entry;
    const conversation = this.read(key);
    this.#all.set(key, { ...conversation, entries: [...conversation.entries.slice(-(this.#kept - 1)), whole] });
    this.#tell({ kind: 'entry', conversation: key, entry: whole });
    return whole;
  }

  /** Changes one message; `null` when it is not there. */
  change(key: string, id: string, patch: Partial<Omit<Entry, 'id' | 'revision'>>): Entry | null {
    const entry = this.find(key, id);
    if (entry === null) return null;
    const changed = { ...entry, ...patch, revision: entry.revision + 1 };
    const conversation = this.read(key);
    this.#all.set(key, { ...conversation, entries: conversation.entries.map((other) => (other === entry ? changed : other)) });
    this.#tell({ kind: 'entry', conversation: key, entry: changed });
    return changed;
  }

  setInstalled(key: string, isInstalled: boolean): void {
    this.#all.set(key, { ...this.read(key), isInstalled });
  }

  setHearsAll(key: string, hearsAll: boolean): void {
    this.#all.set(key, { ...this.read(key), hearsAll });
    this.#tell({ kind: 'consent', conversation: key, hearsAll });
  }

  /** Forgets what was said; Kiku is no longer installed there. */
  clear(key: string): void {
    this.#all.set(key, EMPTY);
    this.#tell({ kind: 'cleared', conversation: key });
  }

  typing(key: string): void {
    this.#tell({ kind: 'typing', conversation: key });
  }

  /** Calls `listener` for every change until the returned function is called. */
  subscribe(listener: (event: ConversationEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  snapshot(): Readonly<Record<string, Conversation>> {
    return Object.fromEntries(this.#all);
  }

  restore(all: Readonly<Record<string, Conversation>>): void {
    for (const [key, conversation] of Object.entries(all)) {
      this.#all.set(key, conversation);
      for (const { id } of conversation.entries) this.#lastId = Math.max(this.#lastId, Number(id) || 0);
    }
  }

  #tell(event: ConversationEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
