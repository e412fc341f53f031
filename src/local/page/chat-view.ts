import type { Entry } from './api.ts';
import { dayOf, isoDay } from './clock.ts';
import { button, element, icon } from './elements.ts';
import { messageView, type Reader } from './message-view.ts';

const RUN_MS = 5 * 60_000;
const NEAR_END = 80;
/** What is left above the message that is scrolled to. */
const MARGIN = 12;

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
  /** Whether new messages are scrolled to: until somebody scrolls back to read. */
  #isFollowing = true;
  /** The first message since the person last did something: what came is read from here. */
  #firstNew: string | null = null;
  #scrolledTo = 0;

  constructor() {
    this.#newer = button('', () => this.#toNew(), { class: 'newer' });
    this.#newer.hidden = true;
    this.root.append(this.#intro, this.#list, this.#typing, this.#newer);
    this.root.addEventListener('scroll', () => {
      if (Math.abs(this.root.scrollTop - this.#scrolledTo) > 2) this.#isFollowing = this.#isNearEnd();
      if (this.#isNearEnd()) this.#newer.hidden = true;
    });
    // A growing card, an appearing strip or a keyboard must not push the last message out of sight.
    const keepEnd = new ResizeObserver(() => {
      if (this.#isFollowing) this.#toNew();
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
    this.#firstNew = entries.at(-1)?.id ?? null;
    this.#draw();
    this.#toNew();
  }

  /** The person does something: what comes next is new. */
  acted(): void {
    this.#firstNew = null;
    this.#isFollowing = true;
  }

  /** Adds or changes one message. */
  put(entry: Entry): void {
    const index = this.#entries.findIndex(({ id }) => id === entry.id);
    const isNew = index < 0;
    const isOwn = entry.from === this.#reader?.me.key;
    if (isNew && isOwn) this.acted();
    if (isNew && !isOwn) this.#firstNew ??= entry.id;
    this.#entries = isNew ? [...this.#entries, entry] : this.#entries.with(index, entry);
    if (entry.from === 'kiku') this.#typing.hidden = true;
    this.#draw();
    if (this.#isFollowing) this.#toNew();
    else if (isNew) this.#newer.hidden = false;
  }

  typing(label: string): void {
    this.#typing.hidden = false;
    this.#typing.setAttribute('aria-label', label);
    clearTimeout(this.#typingEnd);
    this.#typingEnd = setTimeout(() => {
      this.#typing.hidden = true;
    }, 8_000);
    if (this.#isFollowing) this.#toNew();
  }

  /** To the end, but not past the beginning of what is new: a long card is read from its top. */
  #toNew(): void {
    const first = this.#firstNew === null ? undefined : this.#drawn.get(this.#firstNew)?.view;
    const end = this.root.scrollHeight - this.root.clientHeight;
    this.root.scrollTop = Math.min(end, (first?.offsetTop ?? end) - MARGIN);
    this.#scrolledTo = this.root.scrollTop;
    this.#isFollowing = true;
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
    if (hadFocus) view.focus({ preventScroll: true });
    return view;
  }

  #day(reader: Reader, entry: Entry): HTMLElement {
    return element('li', { class: 'day' }, element('span', { text: dayOf(reader.clock, entry.at, Date.now(), reader.words) }));
  }

  #isNearEnd(): boolean {
    return this.root.scrollHeight - this.root.scrollTop - this.root.clientHeight < NEAR_END;
  }
}
