import type { View } from '../views.ts';
import type { Words } from './words.ts';

/**
 * What stands in place of something that is not passed on: of a file its name, who can open it, and its link. Where that leads stands on it: a
 * client other than Teams' own can name any address of the web.
 */
export function attachedText({ file, why, by }: Extract<View, { kind: 'attached' }>, words: Words): string {
  if (why !== 'file') return words.say(`attached.${why}`, { by });
  if (file.name === '' && file.url === '') return words.say('attached.file-unnamed', { by });
  const told = words.say('attached.file', { by, name: file.name });
  const host = file.url.startsWith('https://') ? (URL.parse(file.url)?.hostname ?? '') : '';
  return host === '' ? told : `${told}\n\n[${words.label('button.open-file')} (${host})](${addressed(file.url)})`;
}

/** An address inside the parentheses of a Markdown link, which nothing in it can close. */
function addressed(url: string): string {
  return url.replace(/[()<>\\\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`);
}
