import type { Person, World } from './api.ts';
import { timeOf } from './clock.ts';
import { avatar, button, element } from './elements.ts';
import { chooseLook, chosenLook, type Look } from './look.ts';
import { wordsFor } from './words.ts';

/** What the rail lets one do. */
export interface RailActs {
  be(person: Person): void;
  openConversation(key: string): void;
  startOver(): void;
}

const LOOKS: readonly Look[] = ['system', 'light', 'dark'];

/** Draws the rail: who one is, which conversation, which look. What has the focus keeps it; while the look is being chosen nothing is drawn. */
export function drawRail(root: HTMLElement, of: { world: World; me: Person; conversation: string; acts: RailActs }): void {
  const focused = document.activeElement;
  if (focused?.id === 'look') return;
  const chosen = root.contains(focused) ? focused?.closest<HTMLElement>('[data-person], [data-conversation]') : null;
  const [[mark, key] = []] = Object.entries(chosen?.dataset ?? {});
  const { world, me, conversation, acts } = of;
  const words = wordsFor(me.locale);
  const channels = [world.channel, ...world.others];
  const people = world.people.map((person) =>
    choice({
      picture: avatar(person.name, person.key),
      title: person.name,
      line: whereAndWhen(person),
      isChosen: person.key === me.key,
      mark: ['data-person', person.key],
      press: () => acts.be(person),
    }),
  );
  const conversations = [
    { key: me.key, title: world.bot.name, line: words.chatWith, picture: avatar('Kiku', 'kiku') },
    ...channels.map(({ key, name, team }) => ({ key, title: name, line: team, picture: element('span', { class: 'avatar square', text: '#' }) })),
  ].map(({ key, ...rest }) =>
    choice({ ...rest, isChosen: key === conversation, mark: ['data-conversation', key], press: () => acts.openConversation(key) }),
  );
  root.setAttribute('aria-label', words.people);
  root.replaceChildren(
    element(
      'div',
      { class: 'brand' },
      avatar('Kiku', 'kiku'),
      element('div', {}, element('strong', { text: 'Kiku' }), element('small', { text: words.aside })),
    ),
    section(words.youAre, people),
    section(words.conversations, conversations),
    element('div', { class: 'rail-end' }, startOver(words.startOver, words.startOverSure, acts), lookChoice(words.look, words.looks)),
  );
  if (mark !== undefined) root.querySelector<HTMLElement>(`[data-${mark}="${key}"]`)?.focus();
}

function section(title: string, items: readonly HTMLElement[]): HTMLElement {
  return element('section', {}, element('h2', { text: title }), element('ul', {}, ...items.map((item) => element('li', {}, item))));
}

function choice(of: {
  picture: Node;
  title: string;
  line: string;
  isChosen: boolean;
  mark: readonly [string, string];
  press: () => void;
}): HTMLElement {
  const made = element(
    'button',
    { class: 'choice', attributes: { type: 'button', [of.mark[0]]: of.mark[1] }, on: { click: of.press } },
    of.picture,
    element('span', { class: 'lines' }, element('span', { class: 'title', text: of.title }), element('span', { class: 'line', text: of.line })),
  );
  if (of.isChosen) made.setAttribute('aria-current', 'true');
  return made;
}

function whereAndWhen(person: Person): string {
  const language = new Intl.DisplayNames(person.locale, { type: 'language', languageDisplay: 'standard' }).of(person.locale.split('-')[0] ?? 'en');
  const place = person.timeZone.split('/').at(-1)?.replace('_', ' ') ?? '';
  return `${language ?? ''} · ${place} ${timeOf(person, Date.now())}`;
}

function startOver(label: string, sure: string, acts: RailActs): HTMLElement {
  return button(label, () => confirm(sure) && acts.startOver(), { class: 'quiet' });
}

function lookChoice(label: string, names: Readonly<Record<Look, string>>): HTMLElement {
  const select = element(
    'select',
    { attributes: { id: 'look' } },
    ...LOOKS.map((look) => element('option', { text: names[look], attributes: { value: look } })),
  );
  select.value = chosenLook();
  select.addEventListener('change', () => {
    const look = LOOKS.find((one) => one === select.value);
    if (look !== undefined) chooseLook(look);
  });
  return element('label', { class: 'look' }, label, select);
}
