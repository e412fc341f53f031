import type { Entry } from './api.ts';
import { dayOf, isoDay } from './clock.ts';
import { button, element, icon } from './elements.ts';
import { messageView, type Reader } from './message-view.ts';

const RUN_MS = 5 * 60_000;
const NEAR_END = 80;

/** The messages of one conversation. Only what changed is drawn anew, so that text selections and inputs elsewhere stay. */
export class ChatView {
  readonly root = element('div', { class: 'scroll', attributes: { tabindex: '0' } });
  readonly #intro = element('div', { class: 'intro' });
  readonly #list = element('ol', { class: 'messages' });
  readonly #typing = element('p', { class: 'typing', attributes: { hidden: '' } }, element('i'), element('i'), element('i'));
  readonly #newer: HTMLButtonElement;
  readonly #drawn = new Map<string, { readonly sign: string; readonly view: HTMLElement }>();
  #reader: Reader | null = null;
  #entries: readonly Entry[] = [];
  #typingEnd: ReturnType<typeof setTimeout> | undefined;
  #isAtEnd = true;

  constructor() {
    this.#newer = button('', () => this.toEnd(), { class: 'newer' });
    this.#newer.hidden = true;
    this.root.append(this.#intro, this.#list, this.#typing, this.#newer);
    this.root.addEventListener('scroll', () => {
      this.#isAtEnd = this.#isNearEnd();
      if (this.#isAtEnd) this.#newer.hidden = true;
    });
    // A growing card, an appearing strip or a keyboard must not push the last message out of sight.
    const keepEnd = new ResizeObserver(() => {
      if (this.#isAtEnd) this.toEnd();
    });
    keepEnd.observe(this.root);
    keepEnd.observe(this.#list);
  }

  /** Shows a conversation from the start: another person, another language, another look. */
  show(reader: Reader, intro: readonly Node[], entries: readonly Entry[]): void {
    this.#reader = reader;
    this.#drawn.clear();
    this.#list.replaceChildren();
    this.#list.setAttribute('aria-label', reader.words.conversations);
    this.root.setAttribute('aria-label', reader.words.chatWith);
    this.#newer.replaceChildren(icon('down'), reader.words.newer);
    this.#intro.replaceChildren(...intro);
    this.#entries = entries;
    this.#draw();
    this.toEnd();
  }

  /** Adds or changes one message. */
  put(entry: Entry): void {
    const index = this.#entries.findIndex(({ id }) => id === entry.id);
    const isNew = index < 0;
    const wasAtEnd = this.#isAtEnd;
    this.#entries = isNew ? [...this.#entries, entry] : this.#entries.with(index, entry);
    if (entry.from === 'kiku') this.#typing.hidden = true;
    this.#draw();
    if (wasAtEnd || entry.from === this.#reader?.me.key) this.toEnd();
    else if (isNew) this.#newer.hidden = false;
  }

  typing(label: string): void {
    this.#typing.hidden = false;
    this.#typing.setAttribute('aria-label', label);
    clearTimeout(this.#typingEnd);
    this.#typingEnd = setTimeout(() => {
      this.#typing.hidden = true;
    }, 8_000);
    if (this.#isAtEnd) this.toEnd();
  }

  toEnd(): void {
    this.root.scrollTop = this.root.scrollHeight;
    this.#isAtEnd = true;
    this.#newer.hidden = true;
  }

  #draw(): void {
    const reader = this.#reader;
    if (reader === null) return;
    const lastOwn = this.#entries.findLast((entry) => entry.from === reader.me.key && !entry.isDeleted)?.id;
    const views: HTMLElement[] = [];
    for (const [index, entry] of this.#entries.entries()) {
      const before = this.#entries[index - 1];
      const isNewDay = before === undefined || isoDay(reader.clock, before.at) !== isoDay(reader.clock, entry.at);
      const isFollowing = !isNewDay && before.from === entry.from && entry.at - before.at < RUN_MS && !before.isDeleted;
      if (isNewDay) views.push(this.#reuse(`day ${entry.id}`, '', () => this.#day(reader, entry)));
      const isLastOwn = entry.id === lastOwn;
      views.push(
        this.#reuse(entry.id, `${entry.revision} ${isLastOwn} ${isFollowing}`, () => messageView(entry, reader, { isLastOwn, isFollowing })),
      );
    }
    for (const [index, view] of views.entries()) {
      const there = this.#list.children[index];
      if (there !== view) this.#list.insertBefore(view, there ?? null);
    }
    while (this.#list.children.length > views.length) this.#list.lastElementChild?.remove();
  }

  #reuse(key: string, sign: string, make: () => HTMLElement): HTMLElement {
    const known = this.#drawn.get(key);
    if (known?.sign === sign) return known.view;
    const hadFocus = known?.view.contains(document.activeElement) === true;
    const view = make();
    this.#drawn.set(key, { sign, view });
    known?.view.replaceWith(view);
    if (hadFocus) view.focus();
    return view;
  }

  #day(reader: Reader, entry: Entry): HTMLElement {
    return element('li', { class: 'day' }, element('span', { text: dayOf(reader.clock, entry.at, Date.now(), reader.words) }));
  }

  #isNearEnd(): boolean {
    return this.root.scrollHeight - this.root.scrollTop - this.root.clientHeight < NEAR_END;
  }
}
