import { describe, expect, it } from '@jest/globals';
import { examinedEnglish } from './examined-en.ts';
import { examinedJapanese } from './examined-ja.ts';
import { read } from './lexicon.ts';
import { english, type Labelled } from './messages.ts';
import { japanese } from './messages-ja.ts';

function pairs(facts: Readonly<Record<string, string | readonly string[]>>): ReadonlySet<string> {
  return new Set(Object.entries(facts).flatMap(([fact, values]) => [values].flat().map((value) => `${fact}=${value}`)));
}

function score(messages: readonly Labelled[]): { readonly precision: number; readonly recall: number } {
  let [right, found, wanted] = [0, 0, 0];
  for (const { text, facts } of messages) {
    const got = pairs(Object.fromEntries(Object.entries(read(text).facts).map(([fact, known]) => [fact, known.values])));
    const want = pairs(facts);
    right += [...got].filter((pair) => want.has(pair)).length;
    found += got.size;
    wanted += want.size;
  }
  return { precision: right / found, recall: right / wanted };
}

describe('whole messages', () => {
  it.each([
    ['English', english],
    ['Japanese', japanese],
    ['English, examined', examinedEnglish],
    ['Japanese, examined', examinedJapanese],
  ])('are understood in %s: hardly anything invented, little missed', (_, messages) => {
    const { precision, recall } = score(messages);

    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });

  it.each([...english, ...japanese, ...examinedEnglish, ...examinedJapanese].filter(({ facts }) => 'os' in facts && !facts.os?.includes('unknown')))(
    'name the affected device first: $text',
    ({ text, facts }) => {
      expect(read(text).facts.os?.values).toEqual(facts.os);
    },
  );

  it.each([
    ['en', english],
    ['ja', japanese],
  ])('are known to be in %s', (language, messages) => {
    expect(messages.filter(({ text }) => read(text).language !== language)).toEqual([]);
  });
});
