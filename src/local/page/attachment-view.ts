import type { Attachment } from './api.ts';
import { element, icon } from './elements.ts';
import type { Words } from './words.ts';

const EMBEDDED = /^data:image\/(?:png|jpeg|gif);base64,/;
const KEPT = /\/(?:v3\/attachments|local\/files)\/([0-9a-f-]{36})\b/;
const SHOWN = /\.(?:png|jpe?g|gif)$/i;

/** A picture or a file of a message. Pictures are shown when they are embedded, or kept by this server; everything else is a name. */
export function attachmentView({ contentType, contentUrl = '', name = '' }: Attachment, words: Words): HTMLElement {
  const kept = KEPT.exec(contentUrl)?.[1];
  const source = EMBEDDED.test(contentUrl) ? contentUrl : kept === undefined ? null : `/local/files/${kept}`;
  if (source !== null && contentType.startsWith('image/') && (source.startsWith('data:') || SHOWN.test(name) || name === '')) {
    const picture = element('img', { class: 'picture', attributes: { src: source, alt: name === '' ? words.picture : name } });
    picture.addEventListener('error', () => picture.replaceWith(named(name || words.picture)));
    return picture;
  }
  const label = name === '' ? contentType : name;
  if (source === null) return named(label);
  return element('p', { class: 'file' }, icon('attach'), element('a', { text: label, attributes: { href: source, download: label } }));
}

function named(label: string): HTMLElement {
  return element('p', { class: 'file' }, icon('attach'), label);
}
