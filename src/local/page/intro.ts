import type { Place } from './api.ts';
import { avatar, button, element } from './elements.ts';
import type { Words } from './words.ts';

/** What stands above the first message: what Kiku is. `channel`: `null` in the private chat. */
export function intro(words: Words, channel: Place | null): HTMLElement {
  if (channel !== null)
    return element('div', { class: 'intro-box' }, element('h2', { text: channel.name }), element('p', { text: words.introChannel }));
  return element('div', { class: 'intro-box' }, avatar('Kiku', 'kiku'), element('p', { text: words.intro }));
}

/** Messages to try, one tap each. */
export function examples(title: string, texts: readonly string[], say: (text: string) => void): readonly Node[] {
  return [
    element('h2', { text: title }),
    element('div', { class: 'chips' }, ...texts.map((text) => button(text, () => say(text), { class: 'chip' }))),
  ];
}
