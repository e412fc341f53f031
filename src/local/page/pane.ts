import { ApiError, ask, type Entry, type Person, type Place, type SentFile, type ServerEvent, type TapResult, type World } from './api.ts';
import { ChatView } from './chat-view.ts';
import { Composer } from './composer.ts';
import { ConsentView } from './consent-view.ts';
import { element } from './elements.ts';
import { examples, intro } from './intro.ts';
import type { Reader } from './message-view.ts';
import { ReplyBox } from './reply-box.ts';
import { type Words, wordsFor } from './words.ts';

/** What a pane needs from the page around it. */
export interface PaneSurroundings {
  readonly world: () => World;
  /** Draws the head; called whenever the person, the conversation or the language is another. */
  readonly drawHead: (pane: Pane) => void;
  /** Somebody else said something. */
  readonly heard: (entry: Entry, words: Words) => void;
  readonly consent: (isGiven: boolean) => void;
  readonly lost: () => void;
}

/** One conversation as one person sees it, with all they can do in it. */
export class Pane {
  readonly root: HTMLElement;
  readonly head = element('header', { class: 'chat-head' });
  readonly #around: PaneSurroundings;
  readonly #id: string;
  readonly #chat = new ChatView();
  readonly #composer: Composer;
  readonly #consent: ConsentView;
  readonly #examples = element('div', { class: 'examples' });
  readonly #replies = new Map<string, ReplyBox>();
  #me: Person;
  #conversation: string;
  #entries: readonly Entry[] = [];

  /** `above`: what stands between the head and the chat. */
  constructor(root: HTMLElement, me: Person, conversation: string, around: PaneSurroundings, above: readonly HTMLElement[] = []) {
    this.root = root;
    this.#id = root.id;
    this.#me = me;
    this.#conversation = conversation;
    this.#around = around;
    this.#composer = new Composer(
      { ...this.#writing(null), editLast: () => this.#editLast() },
      root.id === 'chat' ? 'composer' : `composer-${root.id}`,
    );
    this.#consent = new ConsentView(around.consent);
    root.replaceChildren(this.head, ...above, this.#consent.root, this.#chat.root, this.#examples, this.#composer.root);
  }

  get me(): Person {
    return this.#me;
  }

  get conversation(): string {
    return this.#conversation;
  }

  get isPrivate(): boolean {
    return this.#conversation === this.#me.key;
  }

  /** The channel that is shown; the first while it is a private chat. */
  get place(): Place {
    const { channel, others } = this.#around.world();
    return others.find(({ key }) => key === this.#conversation) ?? channel;
  }

  get words(): Words {
    return wordsFor(this.#me.locale);
  }

  /** Shows another conversation, or the same as somebody else sees it. */
  async turnTo(me: Person, conversation: string): Promise<void> {
    this.#me = me;
    this.#conversation = conversation;
    await this.reload('');
  }

  /** Reads the conversation anew: at the start, after a lost connection, for another person. */
  async reload(draft?: string): Promise<void> {
    const [me, conversation] = [this.#me, this.#conversation];
    const { entries } = await (this.isPrivate
      ? ask<{ entries: readonly Entry[] }>('POST', '/local/open', { person: me.key })
      : ask<{ entries: readonly Entry[] }>('GET', `/local/conversations/${conversation}`));
    // Something else was chosen meanwhile: its own reading draws the pane.
    if (me !== this.#me || conversation !== this.#conversation) return;
    this.#entries = entries;
    this.redraw(draft);
  }

  redraw(draft?: string): void {
    const { words, isPrivate } = this;
    const { channel } = this.#around.world();
    this.root.lang = this.#me.locale;
    this.root.setAttribute('aria-label', isPrivate ? words.chatWith : this.place.name);
    this.#around.drawHead(this);
    this.#consent.root.hidden = isPrivate;
    this.#consent.draw(words, channel.hearsAll);
    if (draft !== undefined) this.#replies.clear();
    for (const box of this.#replies.values()) box.show(words);
    const foot = isPrivate ? null : (thread: string) => this.#reply(thread).root;
    this.#chat.show(this.#reader(), [intro(words, isPrivate ? null : this.place)], this.#entries, foot);
    this.#drawExamples();
    this.#composer.show(words, isPrivate ? words.write : words.writeChannel, draft);
  }

  take(event: Exclude<ServerEvent, { kind: 'knowledge' }>): void {
    // The consent is the team's, and holds in all its channels.
    if (event.conversation !== this.#conversation && event.kind !== 'consent') return;
    switch (event.kind) {
      case 'consent':
        this.#consent.draw(this.words, event.hearsAll);
        break;
      case 'typing':
        this.#chat.typing(this.words.typing);
        break;
      case 'cleared':
        this.#entries = [];
        this.redraw();
        break;
      case 'entry':
        this.#put(event.entry);
        break;
    }
  }

  focus(): void {
    this.#composer.focus();
  }

  #put(entry: Entry): void {
    const known = this.#entries.find(({ id }) => id === entry.id);
    if (known !== undefined && known.revision >= entry.revision) return;
    this.#entries = known === undefined ? [...this.#entries, entry] : this.#entries.map((other) => (other === known ? entry : other));
    this.#chat.put(entry);
    this.#drawExamples();
    if (entry.from !== this.#me.key) this.#around.heard(entry, this.words);
  }

  #writing(thread: string | null) {
    return {
      send: (text: string, files: readonly SentFile[]) => this.#do('say', { thread, text, files }),
      save: (id: string, text: string) => this.#do('edit', { id, text }),
    };
  }

  #do(what: 'say' | 'edit' | 'unsay' | 'retry', of: Readonly<Record<string, unknown>>): void {
    ask('POST', `/local/${what}`, { person: this.#me.key, conversation: this.#conversation, ...of }).catch((error: unknown) => {
      if (!(error instanceof ApiError)) throw error;
      this.#around.lost();
    });
  }

  #reply(thread: string): ReplyBox {
    const known = this.#replies.get(thread);
    if (known !== undefined) return known;
    const made = new ReplyBox(`${this.#id}-reply-${thread}`, this.words, this.#writing(thread));
    this.#replies.set(thread, made);
    return made;
  }

  #edit(entry: Entry): void {
    const isReply = entry.thread !== null && entry.thread !== entry.id;
    const text = (entry.activity.text ?? '').replace(/<at>(.*?)<\/at>/g, '@$1');
    (isReply && entry.thread !== null ? this.#reply(entry.thread) : this.#composer).edit(entry.id, text);
  }

  #editLast(): void {
    const last = this.#entries.findLast(({ from, isDeleted, id, thread }) => from === this.#me.key && !isDeleted && (thread ?? id) === id);
    if (last?.delivery === 'sent') this.#edit(last);
  }

  async #tap(entry: Entry, action: unknown): Promise<TapResult> {
    this.#chat.acted();
    try {
      return await ask<TapResult>('POST', '/local/tap', { person: this.#me.key, conversation: this.#conversation, id: entry.id, action });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return { kind: 'error', status: error.status, text: '' };
    }
  }

  #drawExamples(): void {
    const isNew = !this.#entries.some(({ from }) => from === this.#me.key);
    const { words } = this;
    const texts = this.isPrivate ? words.examples : words.channelExamples;
    const say = (text: string) => this.#do('say', { text, files: [] });
    this.#examples.replaceChildren(...(isNew ? examples(words.examplesTitle, texts, say) : []));
  }

  #reader(): Reader {
    const { people, bot } = this.#around.world();
    return {
      me: this.#me,
      words: this.words,
      clock: this.#me,
      people: { everybody: people, here: people.filter((one) => (this.isPrivate ? one.key === this.#me.key : one.isInTeam)) },
      names: (key) => people.find((person) => person.key === key)?.name ?? bot.name,
      acts: {
        tap: (entry, pressed) => this.#tap(entry, pressed),
        edit: (entry) => this.#edit(entry),
        unsay: ({ id }) => this.#do('unsay', { id }),
        retry: ({ id }) => this.#do('retry', { id }),
      },
    };
  }
}
