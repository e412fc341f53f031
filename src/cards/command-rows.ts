import { isUntouchedByMarkdown } from './markdown.ts';

/** A whole line of a command. */
export interface CommandLine {
  readonly text: string;
}

/** A part of a line. `mark`: with a number, a space comes before the part; without, it goes on where the last one ended. */
export interface CommandPart {
  readonly mark: string;
  readonly text: string;
}

/** A command as the card shows it: one of the three is filled. */
export interface CommandRows {
  /** Lines for a Markdown text block, which wraps and is selected everywhere, but must leave them alone. */
  readonly plain: readonly CommandLine[];
  /** Lines for where no Markdown is read. */
  readonly exact: readonly CommandLine[];
  /** The same line by line in parts that fit a phone. */
  readonly parts: readonly CommandPart[];
}

/** About what a phone shows of monospace in one line, beside the mark. */
const NARROW = 28;

const MARK_WIDTH = 3;

/** As wide as a digit. */
const FIGURE_SPACE = '\u2007';

/**
 * `command` line by line, exact. For a narrow screen, where it is read and typed elsewhere, lines are broken at spaces into
 * numbered parts, and long paths after their separators into parts without a number; every line begins with 1.
 */
export function commandRows(command: string, isNarrow: boolean): CommandRows {
  const lines = command.split(/\r?\n/).map((text) => ({ text: text === '' ? BLANK : text }));
  if (isNarrow && lines.some((line) => line.text.length > NARROW)) return { plain: [], exact: [], parts: lines.flatMap(partsOf) };
  const isPlain = lines.every((line) => line.text === BLANK || isUntouchedByMarkdown(line.text));
  return { plain: isPlain ? lines : [], exact: isPlain ? [] : lines, parts: [] };
}

/** Shows as nothing, but is a text. */
const BLANK = '\u00a0';

/** Broken only at single spaces: at two the reader could not see how many to type. */
function partsOf(line: CommandLine): readonly CommandPart[] {
  return packed(line.text.split(/(?<=\S) (?=\S)/), ' ').flatMap((words, index) =>
    pathPieces(words).map((text, piece) => ({ text, mark: (piece === 0 ? String(index + 1) : '').padEnd(MARK_WIDTH, FIGURE_SPACE) })),
  );
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
