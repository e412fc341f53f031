import { describe, expect, it } from '@jest/globals';
import { freeJapanese, freeJapaneseAgain, freeNothing } from './free-ja.ts';
import { freeJapaneseEighth } from './free-ja-eighth.ts';
import { freeJapaneseFifth } from './free-ja-fifth.ts';
import { freeJapaneseFourth } from './free-ja-fourth.ts';
import { freeJapaneseSeventh, freeJapaneseSixth } from './free-ja-sixth.ts';
import { freeJapaneseThird } from './free-ja-third.ts';
import { found, linesOf } from './labelled-lines.ts';
import { read } from './lexicon.ts';

describe('free Japanese', () => {
  it('is understood: hardly anything invented, little missed', () => {
    const lines = linesOf(
      `${freeJapanese}${freeJapaneseAgain}${freeJapaneseThird}${freeJapaneseFourth}${freeJapaneseFifth}${freeJapaneseSixth}${freeJapaneseSeventh}${freeJapaneseEighth}`,
    ).map(({ text, wanted }) => ({
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

  it.each(['同僚の Windows 11 では問題ありません', '隣の人の Mac だと開けます'])("takes what works on another's device for no answer: %s", (text) => {
    expect(read(text, 'web').facts).not.toMatchObject({ web: {} });
    expect(read(text, 'web').facts).not.toMatchObject({ os: {} });
  });
});
