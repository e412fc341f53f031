import { isUntouchedByMarkdown } from './markdown.ts';

/** One row of a command on the card. */
export interface CommandRow {
  readonly text: string;
  /** Whether it is a part of a broken line: then a `mark` (a number) says that a space comes before it, and none that it goes on without. */
  readonly isPart: boolean;
  readonly mark: string;
  /** Whether a Markdown text block shows it exactly. */
  readonly isPlain: boolean;
}

/** About what a phone shows of monospace in one line. */
const NARROW = 26;

/**
 * `command` line by line, exact. For a narrow screen, where it is read and typed elsewhere, a long line is broken at spaces into
 * numbered rows, and a long path after its separators into rows without a number.
 */
export function commandRows(command: string, isNarrow: boolean): readonly CommandRow[] {
  return command.split(/\r?\n/).flatMap((line) => (isNarrow && line.length > NARROW ? broken(line) : [whole(line)]));
}

function whole(line: string): CommandRow {
  return row(line === '' ? '\u00a0' : line, null);
}

function broken(line: string): readonly CommandRow[] {
  return spaced(line).flatMap((words, index) => {
    const [first = '', ...rest] = pathPieces(words);
    return [row(first, String(index + 1)), ...rest.map((piece) => row(piece, ''))];
  });
}

/** Only at single spaces: at two the reader could not see how many to type. */
function spaced(line: string): readonly string[] {
  return packed(line.split(/(?<=\S) (?=\S)/), ' ');
}

function pathPieces(words: string): readonly string[] {
  return words.length <= NARROW ? [words] : packed(words.split(/(?<=[\\/:])(?=[^\\/:])/), '');
}

function packed(pieces: readonly string[], between: string): readonly string[] {
  const rows: string[] = [];
  for (const piece of pieces) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + between.length + piece.length <= NARROW) rows[rows.length - 1] = last + between + piece;
    else rows.push(piece);
  }
  return rows;
}

function row(text: string, mark: string | null): CommandRow {
  return { text, isPart: mark !== null, mark: mark ?? '', isPlain: isUntouchedByMarkdown(text) };
}
