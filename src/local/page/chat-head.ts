import type { Drawers } from './drawers.ts';
import { button, element } from './elements.ts';
import type { Words } from './words.ts';

interface HeadOf {
  readonly title: string;
  readonly as: string;
  readonly words: Words;
  readonly drawers: Drawers;
  readonly isBeside: boolean;
  readonly toggleBeside: () => void;
}

/** Draws what stands over the chat: where one is and as whom, and the ways to the people and to Service Health. */
export function drawHead(root: HTMLElement, of: HeadOf): void {
  const { title, as, words, drawers, isBeside, toggleBeside } = of;
  const menu = button(words.people, () => drawers.openRail(), { class: 'tool only-narrow', icon: 'menu' });
  const health = button(words.health, () => drawers.toggleHealth(), { class: 'tool', icon: 'health' });
  health.append(element('span', { class: 'only-wide', text: words.health }));
  const beside = button(words.beside, toggleBeside, { class: 'tool', icon: 'panes' });
  beside.setAttribute('aria-controls', 'beside');
  beside.setAttribute('aria-expanded', String(isBeside));
  beside.append(element('span', { class: 'only-wide', text: words.beside }));
  root.replaceChildren(
    menu,
    element('h1', { text: title }),
    element('span', { class: 'as' }, element('span', { class: 'only-narrow', text: as })),
    beside,
    health,
  );
  drawers.label(health);
}
