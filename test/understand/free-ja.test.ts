import { describe, expect, it } from '@jest/globals';
import { freeJapanese, freeJapaneseAgain, freeNothing } from './free-ja.ts';
import { freeJapaneseThird } from './free-ja-third.ts';
import { read } from './lexicon.ts';

interface Line {
  readonly text: string;
  readonly wanted: readonly string[];
}

function linesOf(block: string): readonly Line[] {
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

function found(text: string): readonly string[] {
  return Object.entries(read(text).facts).flatMap(([fact, { values }]) => values.map((value) => `${fact}=${value}`));
}

describe('free Japanese', () => {
  it('is understood: hardly anything invented, little missed', () => {
    const lines = linesOf(`${freeJapanese}${freeJapaneseAgain}${freeJapaneseThird}`).map(({ text, wanted }) => ({ wanted, got: found(text) }));
    const right = lines.reduce((sum, { wanted, got }) => sum + got.filter((pair) => wanted.includes(pair)).length, 0);

    expect(right / lines.reduce((sum, { got }) => sum + got.length, 0)).toBeGreaterThanOrEqual(0.97);
    expect(right / lines.reduce((sum, { wanted }) => sum + wanted.length, 0)).toBeGreaterThanOrEqual(0.97);
  });

  it.each(linesOf(freeNothing))('states nothing: $text', ({ text }) => {
    expect(found(text)).toEqual([]);
  });
});
