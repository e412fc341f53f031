import { type Advisory, inReadingOrder, pathOf } from './advisories.ts';
import { advisoryView } from './advisory-view.ts';
import { ApiError, ask } from './api.ts';
import type { Clock } from './clock.ts';
import { element } from './elements.ts';
import { publishForm } from './health-form.ts';
import { healthWordsFor } from './health-words.ts';

const EVERY_MS = 15_000;

/** The panel of advisories: what the local Graph server serves, and ways to change it. */
export class HealthPanel {
  readonly #list = element('ul', { class: 'advisories' });
  readonly #note = element('p', { class: 'health-note', attributes: { role: 'status' } });
  readonly #root: HTMLElement;
  #clock: Clock | null = null;
  #drawn = '';

  readonly #isConnected: boolean;

  /** `isConnected`: whether there is a Graph server behind the panel. */
  constructor(root: HTMLElement, isConnected: boolean) {
    this.#root = root;
    this.#isConnected = isConnected;
    setInterval(() => {
      // Not while somebody writes a post: drawing anew would take it away.
      if (!root.hidden && !root.contains(document.activeElement)) void this.refresh();
    }, EVERY_MS);
  }

  /** Dresses the panel for a reader. */
  show(clock: Clock, close: HTMLElement): void {
    this.#clock = clock;
    this.#drawn = '';
    const words = healthWordsFor(clock.locale);
    this.#root.setAttribute('aria-label', words.title);
    this.#root.replaceChildren(
      element('header', {}, element('h2', { text: words.title }), close),
      element('p', { class: 'about', text: words.about }),
      this.#note,
      ...(this.#isConnected ? [publishForm(words, (advisory) => this.#send('POST', '/local/advisories', advisory)), this.#list] : []),
    );
  }

  async refresh(): Promise<void> {
    const clock = this.#clock;
    if (clock === null) return;
    const words = healthWordsFor(clock.locale);
    if (!this.#isConnected) {
      this.#note.textContent = words.notConnected;
      return;
    }
    try {
      const { advisories } = await ask<{ advisories: readonly Advisory[] }>('GET', '/local/advisories');
      this.#note.textContent = advisories.length === 0 ? words.none : '';
      this.#draw(advisories, clock);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#note.textContent = words.silent;
    }
  }

  #draw(advisories: readonly Advisory[], clock: Clock): void {
    const sign = JSON.stringify([clock, advisories]);
    if (sign === this.#drawn) return;
    this.#drawn = sign;
    const words = healthWordsFor(clock.locale);
    const focused = document.activeElement?.closest<HTMLElement>('[data-advisory]')?.dataset.advisory;
    const views = inReadingOrder(advisories).map((advisory) =>
      advisoryView(advisory, {
        clock,
        words,
        acts: {
          change: (change) => void this.#send('PATCH', pathOf(advisory), change),
          remove: () => void this.#send('DELETE', pathOf(advisory)),
        },
      }),
    );
    this.#list.replaceChildren(...views);
    const again = views.find(({ dataset }) => focused !== undefined && dataset.advisory === focused);
    again?.querySelector('button')?.focus();
  }

  /** Whether the server took the change. */
  async #send(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<boolean> {
    try {
      await ask(method, path, body);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#note.textContent = healthWordsFor(this.#clock?.locale ?? 'en').failed;
      return false;
    }
    await this.refresh();
    return true;
  }
}
