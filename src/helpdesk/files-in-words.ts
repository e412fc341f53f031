import type { SentFile } from '../messages.ts';

const LINE = /^(!?)\[([^\]\n]*)\]\((\S*)\)$/u;

/** A message with what was sent along, a line for each: a picture as `![name](address)`, a file as `[name](address)`. */
export function withFiles(text: string, files: readonly SentFile[]): string {
  return [text.trim(), ...files.map(lineOf)].filter((part) => part !== '').join('\n\n');
}

/** What was sent along with a message of a case, and the message without that. */
export function filesIn(text: string): { readonly text: string; readonly files: readonly SentFile[] } {
  const lines = text.split('\n').map((line) => ({ line, file: fileIn(line) }));
  const own = lines.filter(({ file }) => file === null).map(({ line }) => line);
  return { text: own.join('\n').trim(), files: lines.flatMap(({ file }) => file ?? []) };
}

function lineOf({ name, kind, url }: SentFile): string {
  const label = name.replaceAll(/[[\]\\\n]/g, ' ').trim();
  const address = url.replaceAll(/[()<>\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`);
  return `${kind === 'picture' ? '!' : ''}[${label}](${address})`;
}

/** The type of a picture is what its bytes say; a file's does not matter. */
function fileIn(line: string): SentFile | null {
  const [whole, mark, name = '', url = ''] = LINE.exec(line.trim()) ?? [];
  return whole === undefined ? null : { name, kind: mark === '!' ? 'picture' : 'file', url, contentType: '' };
}
