import { element } from './elements.ts';
import type { Words } from './words.ts';

/** What is wrong with the knowledge as it was last saved, for its author; nothing while it is sound. */
export class FaultsView {
  readonly root = element('section', { class: 'faults', attributes: { role: 'status', hidden: '' } });
  #faults: readonly string[] = [];

  take(faults: readonly string[], words: Words): void {
    this.#faults = faults;
    this.show(words);
  }

  show(words: Words): void {
    this.root.hidden = this.#faults.length === 0;
    const lines = element('ul', {});
    lines.append(...this.#faults.map((fault) => element('li', { text: fault })));
    this.root.replaceChildren(...(this.#faults.length === 0 ? [] : [element('strong', { text: words.faults }), lines]));
  }
}
