import { element } from './elements.ts';
import type { Words } from './words.ts';

/** The team's consent that Kiku reads every message of its channels: a switch above the channel. */
export class ConsentView {
  readonly #box = element('input', { attributes: { type: 'checkbox', role: 'switch' } });
  readonly #label = element('span');
  readonly root = element('label', { class: 'consent' }, this.#box, this.#label, element('code', { text: 'ChannelMessage.Read.Group' }));

  constructor(change: (isGiven: boolean) => void) {
    this.#box.addEventListener('change', () => change(this.#box.checked));
  }

  draw(words: Words, isGiven: boolean): void {
    this.#box.checked = isGiven;
    this.#label.textContent = words.consent;
  }
}
