import { describe, expect, it } from '@jest/globals';
import { freeJapanese, freeJapaneseAgain, freeNothing } from './free-ja.ts';
import { freeJapaneseFourth } from './free-ja-fourth.ts';
import { freeJapaneseThird } from './free-ja-third.ts';
import { found, linesOf } from './labelled-lines.ts';

describe('free Japanese', () => {
  it('is understood: hardly anything invented, little missed', () => {
    const lines = linesOf(`${freeJapanese}${freeJapaneseAgain}${freeJapaneseThird}${freeJapaneseFourth}`).map(({ text, wanted }) => ({
      wanted,
      got: found(text),
    }));
    const right = lines.reduce((sum, { wanted, got }) => sum + got.filter((pair) => wanted.includes(pair)).length, 0);

    expect(right / lines.reduce((sum, { got }) => sum + got.length, 0)).toBeGreaterThanOrEqual(0.97);
    expect(right / lines.reduce((sum, { wanted }) => sum + wanted.length, 0)).toBeGreaterThanOrEqual(0.97);
  });

  it.each(linesOf(freeNothing))('states nothing: $text', ({ text }) => {
    expect(found(text)).toEqual([]);
  });
});
