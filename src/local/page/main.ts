import { ask, listen, type Person, type World } from './api.ts';
import { element } from './elements.ts';
import { keepLook } from './look.ts';
import { Page } from './page.ts';

const CHOSEN = 'kiku.person';

await start();

async function start(): Promise<void> {
  const world = await ask<World>('GET', '/local/world');
  const me = firstPerson(world);
  if (me === null) {
    document.body.replaceChildren(element('p', { text: 'There is nobody here.' }));
    return;
  }
  const page = new Page(world, me, (person) => localStorage.setItem(CHOSEN, person.key));
  keepLook(() => page.redraw());
  listen({ event: (event) => page.take(event), opened: () => void page.reload(), lost: () => page.lost() });
}

/** `?person=` first, then the one of last time, then the one who speaks the browser's language. */
function firstPerson({ people }: World): Person | null {
  const asked = new URLSearchParams(location.search).get('person') ?? localStorage.getItem(CHOSEN);
  const speaks = (locale: string) => people.find((person) => person.locale.slice(0, 2) === locale.slice(0, 2));
  return people.find(({ key }) => key === asked) ?? speaks(navigator.language) ?? people[0] ?? null;
}
