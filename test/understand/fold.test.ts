import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, isFolded } from '../../src/understand/fold.ts';

describe('a text of which folding is told to change nothing', () => {
  const pieces = fc.constantFrom(
    'a',
    'z',
    '0',
    '9',
    ' ',
    ' ',
    'あ',
    'ん',
    'ヶ',
    'ー',
    '一',
    '龠',
    'ガ',
    '、',
    "'",
    '-',
    'A',
    'ｱ',
    '゛',
    '\n',
    '「',
    '.',
  );

  it('is left as it is', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (chosen) => {
        const text = chosen.join('');
        if (isFolded(text)) expect(fold(text).text).toBe(text);
      }),
      { numRuns: 20_000 },
    );
  });

  it.each(['onedrive says 0x8004de40', 'onedriveに接続できません', '同期が止まる', 'pc1 no wi fiがおそい'])('is one such as %s', (text) => {
    expect(isFolded(text)).toBe(true);
  });

  it.each(['One', 'wi-fi', 'two  spaces', ' before', 'after ', 'ガ ', 'に pc', '', "can't"])('is not one such as "%s"', (text) => {
    expect(isFolded(text)).toBe(false);
  });
});
