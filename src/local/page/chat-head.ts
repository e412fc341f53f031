import type { Drawers } from './drawers.ts';
import { button, element } from './elements.ts';
import type { Words } from './words.ts';

/** Draws what stands over the chat: where one is and as whom, and the ways to the people and to Service Health. */
export function drawHead(root: HTMLElement, of: { title: string; as: string; words: Words; drawers: Drawers }): void {
  const { title, as, words, drawers } = of;
  const menu = button(words.people, () => drawers.openRail(), { class: 'tool only-narrow', icon: 'menu' });
  const health = button(words.health, () => drawers.toggleHealth(), { class: 'tool', icon: 'health' });
  health.append(element('span', { class: 'only-wide', text: words.health }));
  root.replaceChildren(
    menu,
    element('h1', { text: title }),
    element('span', { class: 'as' }, element('span', { class: 'only-narrow', text: as })),
    health,
  );
  drawers.label(health);
}
