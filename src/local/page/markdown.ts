import MarkdownIt from './lib/markdown-it.js';

// The subset of Teams: in cards bold, italic, lists and links; in messages fences and quotes besides. HTML stays text everywhere.
const inCards = new MarkdownIt('zero', { html: false }).enable(['emphasis', 'list', 'link', 'escape', 'newline']);
const inMessages = new MarkdownIt('commonmark', { html: false, breaks: true })
  .disable(['image', 'html_block', 'html_inline'])
  .enable('strikethrough');

/** HTML of a card's text. */
export function cardHtml(text: string): string {
  return inCards.render(text);
}

/** HTML of a message's text. */
export function messageHtml(text: string): string {
  return inMessages.render(text);
}

/** Links open beside this page and tell the other side nothing of it. */
export function tameLinks(root: HTMLElement): void {
  for (const link of root.querySelectorAll('a')) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
  }
}
