/** One row of a command on the card. `mark` counts the rows where a line had to be broken; empty where a row is a whole line. */
export interface CommandRow {
  readonly mark: string;
  readonly text: string;
}

/** About what a phone shows of monospace in one line. */
const NARROW = 26;

/**
 * `command` line by line, exact. For a narrow screen, where it is read and typed elsewhere, a long line is broken at spaces into
 * counted rows: joined with one space they are the line again.
 */
export function commandRows(command: string, isNarrow: boolean): readonly CommandRow[] {
  return command.split(/\r?\n/).flatMap((line) => {
    const parts = isNarrow ? broken(line) : [line];
    return parts.map((text, index) => ({ mark: parts.length > 1 ? String(index + 1) : '', text: text === '' ? '\u00a0' : text }));
  });
}

/** Only at single spaces: at two the reader could not see how many to type. */
function broken(line: string): readonly string[] {
  const rows: string[] = [];
  for (const word of line.split(/(?<=\S) (?=\S)/)) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= NARROW) rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(word);
  }
  return rows;
}
