import { ApiError, ask } from './api.ts';
import { type Clock, momentOf } from './clock.ts';
import { button, element } from './elements.ts';
import { publishForm } from './health-form.ts';
import { type HealthWords, healthWordsFor } from './health-words.ts';

interface Advisory {
  readonly id: string;
  readonly kind: string;
  readonly service: string;
  readonly title: string;
  readonly status: string | null;
  readonly isResolved: boolean;
  readonly lastModifiedDateTime: string;
  readonly synthetic?: boolean;
}

const EVERY_MS = 15_000;

/** The panel of advisories: what the local Graph server serves, and ways to change it. */
export class HealthPanel {
  readonly #list = element('ul', { class: 'advisories' });
  readonly #note = element('p', { class: 'health-note', attributes: { role: 'status' } });
  readonly #root: HTMLElement;
  #clock: Clock | null = null;
  #drawn = '';

  constructor(root: HTMLElement) {
    this.#root = root;
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
      this.#list,
      publishForm(words, (advisory) => this.#change('POST', '/local/advisories', advisory)),
    );
  }

  async refresh(): Promise<void> {
    const clock = this.#clock;
    if (clock === null) return;
    const words = healthWordsFor(clock.locale);
    try {
      const { advisories } = await ask<{ advisories: readonly Advisory[] }>('GET', '/local/advisories');
      this.#note.textContent = advisories.length === 0 ? words.none : '';
      const sign = JSON.stringify([clock, advisories]);
      if (sign === this.#drawn) return;
      this.#drawn = sign;
      this.#list.replaceChildren(...[...advisories].sort(openFirst).map((advisory) => this.#item(advisory, clock, words)));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#note.textContent = error.status === 503 ? words.notConnected : words.silent;
    }
  }

  #item(advisory: Advisory, clock: Clock, words: HealthWords): HTMLElement {
    const { id, title, service, isResolved, kind } = advisory;
    const path = `/local/advisories/${encodeURIComponent(id)}`;
    const isIssue = kind !== 'message';
    const state = isIssue ? (isResolved ? words.resolved : words.open) : words.message;
    const updated = `${words.updated} ${momentOf(clock, Date.parse(advisory.lastModifiedDateTime))}`;
    const toggle = isIssue
      ? button(isResolved ? words.markOpen : words.markResolved, () => void this.#change('PATCH', path, { isResolved: !isResolved }), {
          class: 'small-button',
        })
      : null;
    const tools = element(
      'div',
      { class: 'advisory-tools' },
      toggle,
      button(words.remove, () => void this.#change('DELETE', path), { class: 'quiet' }),
    );
    return element(
      'li',
      { class: `advisory ${isIssue && !isResolved ? 'is-open' : ''}`, attributes: { 'data-advisory': id } },
      element('p', { class: 'advisory-top' }, element('code', { text: id }), element('span', { class: 'state', text: state })),
      // Microsoft's own text is in English whatever the page speaks.
      element('h3', { text: title, attributes: { lang: 'en' } }),
      element('p', { class: 'advisory-line', text: [service, isIssue ? spaced(advisory.status ?? '') : null, updated].filter(Boolean).join(' · ') }),
      advisory.synthetic === true ? element('p', { class: 'advisory-line', text: words.synthetic }) : null,
      isIssue ? this.#postForm(path, words) : null,
      tools,
    );
  }

  #postForm(path: string, words: HealthWords): HTMLElement {
    const box = element('textarea', { attributes: { rows: '3', 'aria-label': words.addPost, maxlength: '8000' } });
    const form = element('form', {}, box, element('button', { class: 'small-button', text: words.post, attributes: { type: 'submit' } }));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (box.value.trim() !== '') void this.#change('PATCH', path, { post: box.value.trim() });
    });
    return element('details', {}, element('summary', { text: words.addPost }), form);
  }

  /** Whether the server took the change. */
  async #change(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<boolean> {
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

function openFirst(one: Advisory, other: Advisory): number {
  return Number(one.isResolved) - Number(other.isResolved) || Number(one.kind === 'message') - Number(other.kind === 'message');
}

/** `serviceDegradation` as `service degradation`. */
function spaced(status: string): string {
  return status.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
