import type { Entry, Person, TapResult } from './api.ts';
import { attachmentView } from './attachment-view.ts';
import { type CardNote, cardView, type Pressed } from './card-view.ts';
import { type Clock, timeOf } from './clock.ts';
import { avatar, button, element, icon } from './elements.ts';
import { messageHtml, tameLinks } from './markdown.ts';
import type { Pickables } from './people-picker.ts';
import type { Words } from './words.ts';

/** What a message may do on this page. */
export interface MessageActs {
  tap(entry: Entry, pressed: Pressed): Promise<TapResult>;
  edit(entry: Entry): void;
  unsay(entry: Entry): void;
  retry(entry: Entry): void;
}

/** For whom a message is drawn, and how. */
export interface Reader {
  readonly me: Person;
  readonly words: Words;
  readonly clock: Clock;
  /** Whom a card lets pick. */
  readonly people: Pickables;
  readonly names: (key: string) => string;
  readonly acts: MessageActs;
}

const CARD = 'application/vnd.microsoft.card.adaptive';
const LONG = 1_200;

/** Draws one message. `isFollowing`: the message before is by the same, so the name is not repeated. */
export function messageView(entry: Entry, reader: Reader, of: { isFollowing: boolean }): HTMLElement {
  const { me, words, clock, names } = reader;
  const isOwn = entry.from === me.key;
  const name = names(entry.from);
  const time = element('time', { text: timeOf(clock, entry.at), attributes: { datetime: new Date(entry.at).toISOString() } });
  const isEdited = entry.editedAt !== null && entry.from !== 'kiku' && !entry.isDeleted;
  const head = element(
    'p',
    { class: 'head' },
    element('span', { class: isOwn ? 'unseen' : 'name', text: name }),
    time,
    isEdited ? element('span', { text: words.edited }) : null,
  );
  const bubble = element('div', { class: 'bubble' }, ...content(entry, reader));
  const row = element('div', { class: 'row' }, bubble, isOwn && !entry.isDeleted ? deliveryMark(entry, words) : null);
  const tools = isOwn && entry.delivery === 'sent' && !entry.isDeleted ? ownTools(entry, reader) : null;
  const item = element(
    'li',
    {
      class: `entry ${isOwn ? 'own' : 'other'}${of.isFollowing ? ' following' : ''}${hasCard(entry, me) ? ' has-card' : ''}`,
      attributes: { 'data-id': entry.id, 'data-from': entry.from, tabindex: '-1' },
    },
    isOwn ? null : avatar(name, entry.from),
    element('div', { class: 'column' }, head, row, tools, isOwn && entry.delivery === 'not-sent' ? notSent(entry, reader) : null),
  );
  return item;
}

/** The message as one line of plain words, for the live region. */
export function spokenText(entry: Entry, words: Words): string {
  if (entry.isDeleted) return words.deleted;
  return entry.activity.text || entry.activity.summary || words.card;
}

function content(entry: Entry, reader: Reader): readonly Node[] {
  const { words, me, people } = reader;
  if (entry.isDeleted) return [element('p', { class: 'deleted', text: words.deleted })];
  const inPlace = entry.inPlace[me.key];
  const press = async (pressed: Pressed) => outcomeNote(await reader.acts.tap(entry, pressed), words);
  if (inPlace !== undefined) return [cardView(inPlace, { words, people, press })];
  const text = entry.activity.text ?? '';
  const attachments = (entry.activity.attachments ?? []).flatMap((attachment) => {
    if (attachment.contentType === CARD) return [cardView(attachment.content, { words, people, press })];
    if (attachment.contentType === 'text/html') return [];
    return [attachmentView(attachment, words)];
  });
  const isMarkdown = entry.from === 'kiku' && (entry.activity.textFormat ?? 'markdown') === 'markdown';
  return text === '' ? attachments : [isMarkdown ? markdown(entry, words) : plainText(text, words), ...attachments];
}

function hasCard(entry: Entry, me: Person): boolean {
  if (entry.isDeleted) return false;
  return entry.inPlace[me.key] !== undefined || (entry.activity.attachments ?? []).some(({ contentType }) => contentType === CARD);
}

function outcomeNote(result: TapResult, words: Words): CardNote | null {
  if (result.kind === 'message') return { text: result.text, isFault: false };
  return result.kind === 'error' ? { text: words.failed, isFault: true } : null;
}

function markdown({ activity }: Entry, words: Words): HTMLElement {
  const view = element('div', { class: 'words' });
  // The HTML is markdown-it's own with HTML input switched off: what people wrote is escaped in it.
  view.innerHTML = messageHtml(activity.text ?? '');
  for (const { type, text } of activity.entities ?? []) if (type === 'mention' && text !== undefined) markMention(view, text);
  tameLinks(view);
  for (const pre of view.querySelectorAll('pre')) {
    const copy = button(words.copy, () => void copyText(pre.textContent, copy, words), { class: 'quiet copy' });
    pre.tabIndex = 0;
    const frame = element('div', { class: 'code-frame' });
    pre.replaceWith(frame);
    frame.append(pre, copy);
  }
  return view;
}

/** Marks the first place that reads like the mention, as Teams does. */
function markMention(view: HTMLElement, mention: string): void {
  const nodes = document.createTreeWalker(view, NodeFilter.SHOW_TEXT);
  for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
    const [before, ...after] = (node.textContent ?? '').split(mention);
    if (after.length === 0) continue;
    const marked = element('span', { class: 'mention', text: mention.replace(/^<at>(.*)<\/at>$/, '$1') });
    node.parentNode?.replaceChild(marked, node);
    marked.before(before ?? '');
    marked.after(after.join(mention));
    return;
  }
}

async function copyText(text: string, from: HTMLElement, words: Words): Promise<void> {
  await navigator.clipboard.writeText(text.replace(/\n$/, ''));
  from.textContent = words.copied;
  setTimeout(() => {
    from.textContent = words.copy;
  }, 2_000);
}

function plainText(text: string, words: Words): HTMLElement {
  const shown = element('p', { class: 'said' });
  for (const part of text.split(/(<at>.*?<\/at>)/)) {
    const mention = /^<at>(.*)<\/at>$/.exec(part)?.[1];
    shown.append(mention === undefined ? part : element('span', { class: 'mention', text: mention }));
  }
  if (text.length < LONG && text.split('\n').length < 25) return shown;
  shown.classList.add('folded');
  const toggle = button(
    words.more,
    () => {
      const isFolded = shown.classList.toggle('folded');
      toggle.textContent = isFolded ? words.more : words.less;
      toggle.setAttribute('aria-expanded', String(!isFolded));
    },
    { class: 'quiet' },
  );
  toggle.setAttribute('aria-expanded', 'false');
  return element('div', {}, shown, toggle);
}

function deliveryMark({ delivery }: Entry, words: Words): HTMLElement {
  const label = delivery === 'sent' ? words.sent : delivery === 'sending' ? words.sending : words.notSent;
  return element(
    'span',
    { class: `mark ${delivery}`, attributes: { role: 'img', 'aria-label': label, title: label } },
    icon(delivery === 'not-sent' ? 'alert' : 'check'),
  );
}

function ownTools(entry: Entry, { words, acts }: Reader): HTMLElement {
  return element(
    'div',
    { class: 'tools' },
    button(words.edit, () => acts.edit(entry), { class: 'tool', icon: 'edit' }),
    button(words.unsay, () => acts.unsay(entry), { class: 'tool', icon: 'remove' }),
  );
}

function notSent(entry: Entry, { words, acts }: Reader): HTMLElement {
  return element(
    'p',
    { class: 'not-sent' },
    `${words.notSent} `,
    button(words.tryAgain, () => acts.retry(entry), { class: 'quiet' }),
  );
}
