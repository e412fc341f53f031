import type { Person, Place, World } from './api.ts';
import { button, element } from './elements.ts';
import type { Pane } from './pane.ts';

const OPEN = 'kiku.beside';
const WHO = 'kiku.beside.person';

/** Whether the second pane was open last time, or is asked for by `?beside=`. */
export function isBesideWanted(): boolean {
  return new URLSearchParams(location.search).has('beside') || localStorage.getItem(OPEN) === 'shown';
}

export function rememberBeside(isShown: boolean): void {
  localStorage.setItem(OPEN, isShown ? 'shown' : 'hidden');
}

/** Who sits in the second pane: `?beside=ken`, the one of last time, or somebody of the helpdesk who speaks the browser's language. */
export function personBeside({ people, channel }: World, me: Person): Person {
  const asked = new URLSearchParams(location.search).get('beside') || localStorage.getItem(WHO);
  const owners = people.filter(({ key }) => channel.owners.includes(key) && key !== me.key);
  const speaks = owners.find(({ locale }) => locale.slice(0, 2) === navigator.language.slice(0, 2));
  return people.find(({ key }) => key === asked) ?? speaks ?? owners[0] ?? me;
}

/** Draws the head of the second pane: which conversation, as whom. */
export function drawBesideHead(pane: Pane, { people, channel, others, bot }: World, close: () => void): void {
  const { words, me, head } = pane;
  const where = choice(
    words.conversations,
    [...[channel, ...others].map((one) => [one.key, nameOf(one)] as const), [me.key, bot.name]],
    pane.conversation,
    (key) => void pane.turnTo(me, key).then(() => pane.focus()),
  );
  const who = choice(
    words.youAre,
    people.map(({ key, name }) => [key, name]),
    me.key,
    (key) => {
      const person = people.find((one) => one.key === key);
      if (person === undefined) return;
      localStorage.setItem(WHO, key);
      void pane.turnTo(person, pane.isPrivate ? person.key : pane.conversation).then(() => head.querySelector<HTMLElement>('.who')?.focus());
    },
  );
  where.classList.add('where');
  who.classList.add('who');
  head.replaceChildren(where, who, button(words.close, close, { class: 'tool', icon: 'close' }));
}

/** Such as `Contoso › IT help`. */
export function nameOf({ team, name }: Place): string {
  return `${team} › ${name}`;
}

function choice(label: string, options: readonly (readonly [string, string])[], chosen: string, choose: (key: string) => void): HTMLSelectElement {
  const select = element(
    'select',
    { attributes: { 'aria-label': label, title: label } },
    ...options.map(([value, text]) => element('option', { text, attributes: { value } })),
  );
  select.value = chosen;
  select.addEventListener('change', () => choose(select.value));
  return select;
}
