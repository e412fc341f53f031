import { Composer, type ComposerActs } from './composer.ts';
import { button, element } from './elements.ts';
import type { Words } from './words.ts';

/** Below a thread of a channel: a button, and when it is pressed a box to answer in. What was begun stays when it is left. */
export class ReplyBox {
  readonly root = element('div', { class: 'reply' });
  readonly #composer: Composer;
  #words: Words;
  #isOpen = false;

  constructor(id: string, words: Words, acts: Pick<ComposerActs, 'send' | 'save'>) {
    this.#words = words;
    this.#composer = new Composer({ ...acts, editLast: () => undefined, leave: () => this.#close() }, id);
    this.show(words);
  }

  show(words: Words): void {
    this.#words = words;
    this.#composer.show(words, words.writeReply);
    this.#draw();
  }

  /** Begins to edit an answer of the thread. */
  edit(id: string, text: string): void {
    this.#open();
    this.#composer.edit(id, text);
  }

  #open(): void {
    this.#isOpen = true;
    this.#draw();
    this.#composer.focus();
  }

  #close(): void {
    this.#isOpen = false;
    this.#draw();
    this.root.querySelector('button')?.focus();
  }

  #draw(): void {
    const opener = button(this.#words.reply, () => this.#open(), { class: 'quiet' });
    this.root.replaceChildren(this.#isOpen ? this.#composer.root : opener);
  }
}
