import { read } from './lexicon.ts';

/** A message and the values it states, as `fact=value`. */
export interface Line {
  readonly text: string;
  readonly wanted: readonly string[];
}

/** The messages of a block: `text => fact=value fact=value`, or `-` where nothing is stated; ⏎ stands for a new line. */
export function linesOf(block: string): readonly Line[] {
  return block
    .trim()
    .split('\n')
    .map((line) => {
      const [text = '', labels = '-'] = line.split(' => ');
      return { text: text.replaceAll('⏎', '\n'), wanted: labels === '-' ? [] : labels.split(' ').flatMap(valuesOf) };
    });
}

function valuesOf(label: string): readonly string[] {
  const [fact = '', values = ''] = label.split('=');
  return values.split(',').map((value) => `${fact}=${value}`);
}

/** What is read in a message, as `fact=value`. */
export function found(text: string): readonly string[] {
  return Object.entries(read(text).facts).flatMap(([fact, { values }]) => values.map((value) => `${fact}=${value}`));
}
