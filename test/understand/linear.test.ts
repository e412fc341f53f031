import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { patternsOfTheReader } from './patterns.ts';

// Before the reader itself is loaded: what is put together while it loads is noted.
const patterns = await patternsOfTheReader();
const { read } = await import('./lexicon.ts');
const { maskIdentifiers } = await import('../../src/understand/mask.ts');

const HALF = 15_000;
/** Twice the text takes twice the time where it is linear, and four times where it is not. */
const MOST = 3;

/** Each kind of character, alone and beside another kind. */
const PUMPS = [
  ...'azF01 \t\n-.,:;_/\\@"([<>%*#+=あア亜、。\u3000：é\u200b😀',
  ...'a-|-1|a.|1.|a:|0x|%20|ab12|a@|a@a.|caa|8004de|a、'.split('|'),
  ...'a |0 | .|. |: |11 |あ |a\n| \n|\r\n'.split('|'),
];

interface Timed {
  readonly text: string;
  best: number;
}

/** What is over in no time is done many times in a row, so that the clock can tell. */
const SHORT_MS = 0.5;
const IN_A_ROW = 50;
const LONG_MS = 100;
const ROUGH_MS = 25;

function time(one: Timed, work: (text: string) => unknown): void {
  const times = one.best < SHORT_MS ? IN_A_ROW : 1;
  const [before, usage] = [performance.now(), process.threadCpuUsage()];
  for (let time = 0; time < times; time += 1) work(one.text);
  const [took, { user, system }] = [performance.now() - before, process.threadCpuUsage(usage)];
  // On a busy machine the clock also counts what others did; what this thread computed is known only roughly.
  one.best = Math.min(one.best, (took < ROUGH_MS ? took : (user + system) / 1_000) / times);
}

/**
 * How many times longer the doubled text takes, at the best of each; measured again, more patiently, before it counts as too long.
 * What grows with the square of the length does so at every length: one that seems to is doubled once more.
 */
function growth(work: (text: string) => unknown, pump: string, end: string): number {
  const first = doubled(work, pump, end, HALF);
  return first <= MOST ? first : Math.min(first, doubled(work, pump, end, 2 * HALF));
}

function doubled(work: (text: string) => unknown, pump: string, end: string, half: number): number {
  const sized = (size: number): Timed => ({ text: pump.repeat(Math.ceil(size / pump.length)) + end, best: Number.POSITIVE_INFINITY });
  const [once, twice] = [sized(half), sized(2 * half)];
  for (const runs of [1, 3, 10]) {
    for (let run = 0; run < runs; run += 1) for (const one of [once, twice]) time(one, work);
    // What takes so long needs less patience: no clock errs by as much.
    if (twice.best / once.best <= MOST || (twice.best > LONG_MS && runs > 1)) break;
  }
  return twice.best / once.best;
}

// One by one: what `match` finds in a text it has seen before it only remembers.
function search(pattern: RegExp): (text: string) => unknown {
  return pattern.global ? (text) => [...text.matchAll(pattern)].length : (text) => pattern.exec(text);
}

/** Words that the pattern itself is made of, strung together: what it nearly matches again and again. */
function ownPumps({ source }: RegExp): readonly string[] {
  const pieces = [...new Set(source.match(/[\p{L}\p{N}]{1,12}|[-. :\\/@%]/gu) ?? [' '])];
  const strings = fc.array(fc.constantFrom(...pieces, ' '), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
  return fc.sample(strings, { seed: 1122, numRuns: 6 });
}

describe('every pattern of the reader', () => {
  it('is found: in the source and put together', () => {
    expect(patterns.length).toBeGreaterThan(80);
    expect(patterns.some(({ pattern }) => pattern.source.includes('8[ -]?[0o]'))).toBe(true);
  });

  it.each(patterns)('takes no more than its share of time for a longer text: $file $pattern', ({ pattern }) => {
    const texts = [...PUMPS, ...ownPumps(pattern)].flatMap((pump) => ['', '\u0001'].map((end) => ({ pump, end })));

    expect(texts.filter(({ pump, end }) => growth(search(pattern), pump, end) > MOST)).toEqual([]);
  });
});

describe('the whole reader', () => {
  it.each(PUMPS)('takes no more than its share of time for a longer text: %j', (pump) => {
    expect(growth((text) => read(text, 'web'), pump, '')).toBeLessThanOrEqual(MOST);
    expect(growth(maskIdentifiers, pump, '')).toBeLessThanOrEqual(MOST);
  });

  it('takes no more than its share of time for any phrase repeated', () => {
    const phrase = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    for (const pump of fc.sample(phrase, { seed: 1122, numRuns: 12 }))
      expect({ pump, isLinear: growth((text) => read(text), pump, '') <= MOST }).toEqual({ pump, isLinear: true });
  });
});
