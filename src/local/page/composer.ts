import type { SentFile } from './api.ts';
import { button, element, icon } from './elements.ts';
import type { Words } from './words.ts';

/** What the composer hands on. */
export interface ComposerActs {
  send(text: string, files: readonly SentFile[]): void;
  save(id: string, text: string): void;
  /** Arrow up in an empty box: edit the last own message. */
  editLast(): void;
  /** Escape, when nothing is being edited. */
  leave?(): void;
}

const MAX_FILE = 32_000_000;
const MAX_FILES = 2;

/** The box to write in: Enter sends, Shift+Enter begins a new line, Escape ends editing. */
export class Composer {
  readonly root = element('form', { class: 'composer' });
  readonly #box = element('textarea', { attributes: { rows: '1', autocomplete: 'off' } });
  readonly #strip = element('div', { class: 'strip' });
  readonly #picker = element('input', { attributes: { type: 'file', multiple: '', hidden: '', tabindex: '-1', 'aria-hidden': 'true' } });
  readonly #acts: ComposerActs;
  #words: Words | null = null;
  #files: readonly SentFile[] = [];
  #editing: string | null = null;

  constructor(acts: ComposerActs, id = 'composer') {
    this.#acts = acts;
    this.#box.id = id;
    this.#box.addEventListener('keydown', (event) => this.#key(event));
    this.#box.addEventListener('input', () => this.#fit());
    this.#box.addEventListener('paste', (event) => this.#paste(event));
    this.#picker.addEventListener('change', () => {
      void this.#attach([...(this.#picker.files ?? [])]);
      this.#picker.value = '';
    });
    this.root.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
  }

  /** Dresses the composer in a language. What is being written stays. `draft` replaces it. */
  show(words: Words, placeholder: string, draft?: string): void {
    this.#words = words;
    this.#box.placeholder = placeholder;
    this.#box.setAttribute('aria-label', placeholder);
    const send = element('button', { class: 'tool send', attributes: { type: 'submit', 'aria-label': words.send, title: words.send } }, icon('send'));
    const attach = button(words.attach, () => this.#picker.click(), { class: 'tool', icon: 'attach' });
    this.root.replaceChildren(this.#strip, element('div', { class: 'box' }, this.#box, attach, send), this.#picker);
    if (draft !== undefined) {
      this.#editing = null;
      this.#files = [];
      this.#box.value = draft;
    }
    this.#drawStrip();
    this.#fit();
  }

  /** Begins to edit a message. */
  edit(id: string, text: string): void {
    this.#editing = id;
    this.#box.value = text;
    this.#drawStrip();
    this.#fit();
    this.focus();
  }

  focus(): void {
    this.#box.focus();
    // It cannot be measured before it is seen.
    this.#fit();
  }

  #key(event: KeyboardEvent): void {
    // While an input method composes (Japanese), Enter chooses a candidate and must not send.
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === 'Escape') {
      if (this.#editing === null) this.#acts.leave?.();
      else this.#end();
    } else if (event.key === 'ArrowUp' && this.#box.value === '') {
      event.preventDefault();
      this.#acts.editLast();
    }
  }

  #submit(): void {
    const text = this.#box.value.trim();
    if (text === '' && this.#files.length === 0) return;
    const [editing, files] = [this.#editing, this.#files];
    this.#end();
    if (editing === null) this.#acts.send(text, files);
    else this.#acts.save(editing, text);
    this.focus();
  }

  #end(): void {
    this.#editing = null;
    this.#files = [];
    this.#box.value = '';
    this.#drawStrip();
    this.#fit();
  }

  #fit(): void {
    this.#box.style.height = 'auto';
    this.#box.style.height = `${Math.min(this.#box.scrollHeight + 2, innerHeight * 0.4)}px`;
  }

  #paste(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void this.#attach(files);
  }

  async #attach(files: readonly File[]): Promise<void> {
    const fitting = files.filter(({ size }) => size <= MAX_FILE);
    const read = await Promise.all(fitting.map(async (file) => ({ name: file.name, type: file.type, base64: await base64Of(file) })));
    this.#files = [...this.#files, ...read].slice(-MAX_FILES);
    this.#drawStrip(fitting.length < files.length ? this.#words?.tooBig : undefined);
    this.focus();
  }

  #drawStrip(note?: string): void {
    const words = this.#words;
    if (words === null) return;
    const chips = this.#files.map((file) => {
      const remove = () => {
        this.#files = this.#files.filter((other) => other !== file);
        this.#drawStrip();
        this.focus();
      };
      return element(
        'span',
        { class: 'file-chip' },
        icon('attach'),
        file.name,
        button(words.removeFile, remove, { class: 'tool small', icon: 'close' }),
      );
    });
    const editing =
      this.#editing === null
        ? []
        : [
            element(
              'span',
              { class: 'editing' },
              words.editing,
              button(words.cancel, () => this.#end(), { class: 'quiet' }),
            ),
          ];
    const said = note === undefined ? [] : [element('span', { class: 'note', text: note, attributes: { role: 'alert' } })];
    this.#strip.replaceChildren(...editing, ...chips, ...said);
  }
}

async function base64Of(file: File): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error ?? new Error(`${file.name} cannot be read.`)));
    reader.readAsDataURL(file);
  });
  return url.slice(url.indexOf(',') + 1);
}
