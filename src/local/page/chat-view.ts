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
  /** What stands below a thread; `null` where there are no threads. */
  #foot: ((thread: string) => HTMLElement) | null = null;
  readonly #threads = new Map<string, { readonly item: HTMLElement; readonly list: HTMLElement }>();
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

  /** Shows a conversation from the start: another person, another language, another look. `foot`: what stands below each thread of a channel. */
  show(reader: Reader, intro: readonly Node[], entries: readonly Entry[], foot: ((thread: string) => HTMLElement) | null): void {
    this.#reader = reader;
    this.#foot = foot;
    this.#threads.clear();
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
    this.root.scrollTop = first === undefined ? end : Math.min(end, first.offsetTop - MARGIN);
    this.#scrolledTo = this.root.scrollTop;
    this.#isFollowing = true;
    this.#newer.hidden = true;
  }

  #draw(): void {
    const reader = this.#reader;
    if (reader === null) return;
    const foot = this.#foot;
    arrange(this.#list, foot === null ? this.#inOrder(reader) : this.#inThreads(reader, foot));
  }

  #inOrder(reader: Reader): readonly HTMLElement[] {
    return this.#entries.flatMap((entry, index) => {
      const before = this.#entries[index - 1];
      return [...this.#newDay(reader, entry, before), this.#message(reader, entry, before)];
    });
  }

  /** Threads by their first message, so that nothing moves away from whoever answers in one. */
  #inThreads(reader: Reader, foot: (thread: string) => HTMLElement): readonly HTMLElement[] {
    const threads = [...Map.groupBy(this.#entries, (entry) => entry.thread ?? entry.id)];
    return threads.flatMap(([thread, entries], index) => {
      const [first] = entries;
      if (first === undefined) return [];
      const known = this.#threads.get(thread) ?? threadView(foot(thread));
      this.#threads.set(thread, known);
      arrange(
        known.list,
        entries.map((entry, at) => this.#message(reader, entry, entries[at - 1])),
      );
      return [...this.#newDay(reader, first, threads[index - 1]?.[1][0]), known.item];
    });
  }

  #newDay(reader: Reader, entry: Entry, before: Entry | undefined): readonly HTMLElement[] {
    const isNew = before === undefined || isoDay(reader.clock, before.at) !== isoDay(reader.clock, entry.at);
    return isNew ? [this.#reuse(`day ${entry.id}`, '', () => this.#day(reader, entry))] : [];
  }

  #message(reader: Reader, entry: Entry, before: Entry | undefined): HTMLElement {
    const isSameRun = before !== undefined && before.from === entry.from && !before.isDeleted && entry.at - before.at < RUN_MS;
    // What was edited says so in its head.
    const hasHead = entry.from !== 'kiku' && entry.editedAt !== null;
    const isFollowing = isSameRun && !hasHead && isoDay(reader.clock, before.at) === isoDay(reader.clock, entry.at);
    return this.#reuse(entry.id, `${entry.revision} ${isFollowing}`, () => messageView(entry, reader, { isFollowing }));
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

function threadView(foot: HTMLElement): { readonly item: HTMLElement; readonly list: HTMLElement } {
  const list = element('ol', {});
  return { list, item: element('li', { class: 'thread' }, list, foot) };
}

/** Puts `views` into `list`, in this order; what is in its place stays untouched. */
function arrange(list: HTMLElement, views: readonly HTMLElement[]): void {
  for (const [index, view] of views.entries()) {
    const there = list.children[index];
    if (there !== view) list.insertBefore(view, there ?? null);
  }
  while (list.children.length > views.length) list.lastElementChild?.remove();
}
