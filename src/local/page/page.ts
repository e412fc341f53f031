import { ApiError, ask, type Entry, type Person, type SentFile, type ServerEvent, type TapResult, type World } from './api.ts';
import { drawHead } from './chat-head.ts';
import { ChatView } from './chat-view.ts';
import { Composer } from './composer.ts';
import { Drawers } from './drawers.ts';
import { button, element } from './elements.ts';
import { FaultsView } from './faults-view.ts';
import { HealthPanel } from './health.ts';
import { examples, intro } from './intro.ts';
import { type Reader, spokenText } from './message-view.ts';
import { drawRail } from './rail.ts';
import { type Words, wordsFor } from './words.ts';

/** The whole page for one person at a time. */
export class Page {
  readonly #world: World;
  readonly #remember: (person: Person) => void;
  readonly #chat = new ChatView();
  readonly #composer: Composer;
  readonly #health: HealthPanel;
  readonly #drawers = new Drawers(part('rail'), part('health'), part('scrim'));
  readonly #head = element('header', { class: 'chat-head' });
  readonly #lost = element('p', { class: 'lost', attributes: { role: 'status', hidden: '' } });
  readonly #faults = new FaultsView();
  readonly #examples = element('div', { class: 'examples' });
  #me: Person;
  #conversation: string;
  #entries: readonly Entry[] = [];

  constructor(world: World, me: Person, remember: (person: Person) => void) {
    this.#world = world;
    this.#me = me;
    this.#conversation = me.key;
    this.#remember = remember;
    this.#health = new HealthPanel(part('health'), world.hasAdvisories);
    this.#composer = new Composer({
      send: (text, files) => void this.#say(text, files),
      save: (id, text) => void this.#try(() => ask('POST', '/local/edit', { person: this.#me.key, id, text })),
      editLast: () => this.#editLast(),
    });
    part('chat').append(this.#head, this.#lost, this.#faults.root, this.#chat.root, this.#examples, this.#composer.root);
    setInterval(() => this.#drawRail(), 30_000);
  }

  /** Reads the conversation anew: at the start, after a lost connection, for another person. */
  async reload(draft?: string): Promise<void> {
    const [me, conversation] = [this.#me, this.#conversation];
    this.#lost.hidden = true;
    const isPrivate = conversation === me.key;
    const { entries } = await (isPrivate
      ? ask<{ entries: readonly Entry[] }>('POST', '/local/open', { person: me.key })
      : ask<{ entries: readonly Entry[] }>('GET', `/local/conversations/${conversation}`));
    // Somebody else was chosen meanwhile: their own reload draws the page.
    if (me !== this.#me || conversation !== this.#conversation) return;
    this.#entries = entries;
    this.redraw(draft);
    void this.#health.refresh();
  }

  redraw(draft?: string): void {
    const words = this.#words();
    document.documentElement.lang = this.#me.locale;
    this.#lost.textContent = words.lost;
    this.#faults.show(words);
    this.#drawRail();
    this.#drawHead(words);
    this.#chat.show(this.#reader(), [intro(words, this.#isPrivate() ? null : this.#world.channel.name)], this.#entries);
    this.#drawExamples();
    this.#composer.show(words, this.#isPrivate() ? words.write : words.writeChannel, draft);
    this.#health.show(
      this.#me,
      button(words.close, () => this.#drawers.toggleHealth(), { class: 'tool', icon: 'close' }),
    );
    void this.#health.refresh();
  }

  take(event: ServerEvent): void {
    const words = this.#words();
    if (event.kind === 'knowledge') {
      this.#faults.take(event.faults, words);
      return;
    }
    if (event.conversation !== this.#conversation) return;
    switch (event.kind) {
      case 'typing':
        this.#chat.typing(words.typing);
        break;
      case 'cleared':
        this.#entries = [];
        this.redraw();
        break;
      case 'entry':
        this.#put(event.entry, words);
        break;
    }
  }

  lost(): void {
    this.#lost.hidden = false;
  }

  #put(entry: Entry, words: Words): void {
    const known = this.#entries.find(({ id }) => id === entry.id);
    if (known !== undefined && known.revision >= entry.revision) return;
    this.#entries = known === undefined ? [...this.#entries, entry] : this.#entries.map((other) => (other === known ? entry : other));
    this.#chat.put(entry);
    this.#drawExamples();
    if (entry.from !== this.#me.key) part('live').append(element('p', { text: `${this.#name(entry.from)}: ${spokenText(entry, words)}` }));
    while (part('live').children.length > 5) part('live').firstElementChild?.remove();
  }

  #be(person: Person): void {
    const wasPrivate = this.#isPrivate();
    this.#me = person;
    if (wasPrivate) this.#conversation = person.key;
    this.#remember(person);
    this.#drawers.closeRail();
    void this.reload('').then(() => this.#composer.focus());
  }

  #openConversation(key: string): void {
    this.#conversation = key;
    this.#drawers.closeRail();
    void this.reload('').then(() => this.#composer.focus());
  }

  async #startOver(): Promise<void> {
    this.#drawers.closeRail();
    this.#conversation = this.#me.key;
    await this.#try(() => ask('POST', '/local/remove', { person: this.#me.key }));
    await this.reload('');
    this.#composer.focus();
  }

  async #say(text: string, files: readonly SentFile[]): Promise<void> {
    await this.#try(() => ask('POST', '/local/say', { person: this.#me.key, conversation: this.#conversation, text, files }));
  }

  #editLast(): void {
    const last = this.#isPrivate() ? this.#entries.findLast(({ from, isDeleted }) => from === this.#me.key && !isDeleted) : undefined;
    if (last?.delivery === 'sent') this.#composer.edit(last.id, last.activity.text ?? '');
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

  async #try(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.lost();
    }
  }

  #drawRail(): void {
    const acts = {
      be: (person: Person) => this.#be(person),
      openConversation: (key: string) => this.#openConversation(key),
      startOver: () => void this.#startOver(),
    };
    drawRail(part('rail'), { world: this.#world, me: this.#me, conversation: this.#conversation, acts });
  }

  #drawHead(words: Words): void {
    const { channel } = this.#world;
    const title = this.#isPrivate() ? 'Kiku' : `${channel.team} › ${channel.name}`;
    drawHead(this.#head, { title, as: this.#me.name, words, drawers: this.#drawers });
  }

  #drawExamples(): void {
    const isNew = !this.#entries.some(({ from }) => from === this.#me.key);
    const words = this.#words();
    const texts = this.#isPrivate() ? words.examples : words.channelExamples;
    this.#examples.replaceChildren(...(isNew ? examples(words.examplesTitle, texts, (text) => void this.#say(text, [])) : []));
  }

  #reader(): Reader {
    return {
      me: this.#me,
      words: this.#words(),
      clock: this.#me,
      names: (key) => this.#name(key),
      acts: {
        tap: (entry, pressed) => this.#tap(entry, pressed),
        edit: (entry) => this.#composer.edit(entry.id, entry.activity.text ?? ''),
        retry: (entry) => void this.#try(() => ask('POST', '/local/retry', { person: this.#me.key, conversation: this.#conversation, id: entry.id })),
      },
    };
  }

  #name(key: string): string {
    return this.#world.people.find((person) => person.key === key)?.name ?? this.#world.bot.name;
  }

  #isPrivate(): boolean {
    return this.#conversation === this.#me.key;
  }

  #words(): Words {
    return wordsFor(this.#me.locale);
  }
}

function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no part ${id}.`);
  return found;
}
