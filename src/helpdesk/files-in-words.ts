import type { SentFile } from '../messages.ts';

const LINE = /^(!?)\[([^\]\n]*)\]\((\S*)\)$/u;

/** What such a line begins with. No control character is left in what people write, so nobody can type a picture that the bot's token would fetch. */
const MARK = '\u001e';

/** A message with what was sent along, a marked line for each: a picture as `![name](address)`, a file as `[name](address)`. */
export function withFiles(text: string, files: readonly SentFile[]): string {
  return [text.replaceAll(MARK, '').trim(), ...files.map(lineOf)].filter((part) => part !== '').join('\n\n');
}

/** What was sent along with a message of a case, and the message without that. */
export function filesIn(text: string): { readonly text: string; readonly files: readonly SentFile[] } {
  const lines = text.split('\n').map((line) => ({ line, file: fileIn(line) }));
  const own = lines.filter(({ file }) => file === null).map(({ line }) => line);
  return { text: own.join('\n').trim(), files: lines.flatMap(({ file }) => file ?? []) };
}

/** A message as it can be told in words: of what was sent along only the names. */
export function filesByName(text: string): string {
  const { text: own, files } = filesIn(text);
  return [own, ...files.map(({ name }) => (name === '' ? '[…]' : `[${name}]`))].filter((part) => part !== '').join(' ');
}

function lineOf({ name, kind, url }: SentFile): string {
  const label = name.replaceAll(/[[\]\\\n]/g, ' ').trim();
  const address = url.replaceAll(/[()<>\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`);
  return `${MARK}${kind === 'picture' ? '!' : ''}[${label}](${address})`;
}

/** The type of a picture is what its bytes say; a file's does not matter. */
function fileIn(line: string): SentFile | null {
  if (!line.startsWith(MARK)) return null;
  const [whole, mark, name = '', url = ''] = LINE.exec(line.slice(MARK.length).trim()) ?? [];
  return whole === undefined ? null : { name, kind: mark === '!' ? 'picture' : 'file', url, contentType: '' };
}
