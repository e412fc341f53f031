import { type Advisory, type Change, isOpen, spaced } from './advisories.ts';
import { type Clock, momentOf } from './clock.ts';
import { button, element } from './elements.ts';
import type { HealthWords } from './health-words.ts';

/** What can be done with an advisory. */
export interface AdvisoryActs {
  change(change: Change): void;
  remove(): void;
}

/** Draws one advisory: what it is, a switch for whether Kiku is shown it, and folded away, ways to change it. */
export function advisoryView(advisory: Advisory, of: { clock: Clock; words: HealthWords; acts: AdvisoryActs }): HTMLElement {
  const { clock, words, acts } = of;
  const { id, title, lastModifiedDateTime, service, services, status, category } = advisory.value;
  const updated = `${words.updated} ${momentOf(clock, Date.parse(lastModifiedDateTime))}`;
  const parts = [service ?? services?.join(', ') ?? '', spaced(status ?? category ?? ''), updated].filter((part) => part !== '');
  const top = element(
    'p',
    { class: 'advisory-top' },
    element('code', { text: id }),
    element('span', { class: 'state', text: stateOf(advisory, words) }),
    onSwitch(advisory, words, acts),
  );
  return element(
    'li',
    { class: `advisory${isOpen(advisory) ? ' is-open' : ''}${advisory.isOn ? '' : ' is-off'}`, attributes: { 'data-advisory': id } },
    top,
    // Microsoft's own text is in English whatever the page speaks.
    element('h3', { text: title, attributes: { lang: 'en' } }),
    element('p', { class: 'advisory-line' }, ...parts.map((part) => element('span', { text: part }))),
    element('details', {}, element('summary', { text: words.change }), tools(advisory, words, acts)),
  );
}

function stateOf({ kind, isOn, value }: Advisory, words: HealthWords): string {
  if (!isOn) return words.off;
  if (kind === 'message') return words.message;
  return value.isResolved === true ? words.resolved : words.open;
}

function onSwitch({ isOn, value }: Advisory, words: HealthWords, acts: AdvisoryActs): HTMLElement {
  return element('button', {
    class: 'switch',
    attributes: { type: 'button', role: 'switch', 'aria-checked': String(isOn), 'aria-label': `${words.shown}: ${value.id}`, title: words.shown },
    on: { click: () => acts.change({ isOn: !isOn }) },
  });
}

function tools({ kind, value }: Advisory, words: HealthWords, acts: AdvisoryActs): HTMLElement {
  const isOver = value.isResolved === true;
  const end = button(isOver ? words.markOpen : words.markResolved, () => acts.change(isOver ? { reopen: true } : { resolve: true }), {
    class: 'small-button',
  });
  const box = element('textarea', { attributes: { rows: '3', 'aria-label': words.addPost, placeholder: words.addPost, maxlength: '8000' } });
  const form = element('form', {}, box, element('button', { class: 'small-button', text: words.post, attributes: { type: 'submit' } }));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const post = box.value.trim();
    if (post !== '') acts.change({ post });
  });
  const remove = button(words.remove, acts.remove, { class: 'quiet' });
  return element('div', {}, form, element('div', { class: 'advisory-tools' }, kind === 'issue' ? end : null, remove));
}
