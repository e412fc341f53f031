import { describe, expect, it } from '@jest/globals';
import { ago, knownTimeZone, moment, promisedMoment } from '../../src/cards/moments.ts';
import { wordsIn } from '../../src/cards/words.ts';
import { smallKnowledge } from './small-knowledge.ts';

const now = Date.UTC(2026, 10, 22, 1, 0);

describe('a moment', () => {
  it.each([
    ['today', now - 60_000, 'Asia/Tokyo', /^09:59/],
    ['today there, though another day in UTC', Date.UTC(2026, 10, 21, 23, 30), 'Asia/Tokyo', /^08:30/],
    ['another day', Date.UTC(2026, 10, 20, 0, 5), 'Asia/Tokyo', /20 Nov.*09:05/],
    ['another year', Date.UTC(2025, 11, 31, 12, 0), 'UTC', /31 Dec 2025.*12:00/],
    ['after midnight', Date.UTC(2026, 10, 22, 0, 5), 'UTC', /^00:05/],
  ])('is told as its reader sees it on the wall: %s', (_, at, zone, expected) => {
    expect(moment(at, now, 'en', zone)).toMatch(expected);
  });

  it('is told in the time zone that is known, whatever the client sends', () => {
    expect(knownTimeZone('Europe/Berlin', 'UTC')).toBe('Europe/Berlin');
    expect(knownTimeZone('Tokyo Standard Time', 'Asia/Tokyo')).toBe('Asia/Tokyo');
    expect(knownTimeZone('', 'Asia/Tokyo')).toBe('Asia/Tokyo');
  });

  it.each([
    [0, 'now'],
    [59_999, 'now'],
    [-5_000, 'now'],
    [60_000, 'minute'],
    [119_999, 'minute'],
    [3 * 60_000, 'minutes'],
    [3_600_000, 'hour'],
    [5 * 3_600_000, 'hours'],
    [86_400_000, 'day'],
    [9 * 86_400_000, 'days'],
  ])('%d ms ago is told in the words of ago.%s', (age, key) => {
    const words = wordsIn(smallKnowledge(), 'en');
    const count = /\d+/.exec(ago(now - age, now, words))?.[0];

    expect(ago(now - age, now, words)).toBe(words.label(`ago.${key}`, count === undefined ? {} : { count }));
  });
});

describe('what Microsoft promises', () => {
  it.each([
    ['Wednesday, November 17, 2021, at 2:30 PM UTC', Date.UTC(2021, 10, 17, 14, 30)],
    ['Friday, August 6, 2021, at 9:00 PM UTC, to allow time for additional investigation.', Date.UTC(2021, 7, 6, 21, 0)],
    ['Sunday, December 3, 2023, 12:05 AM (UTC)', Date.UTC(2023, 11, 3, 0, 5)],
    ['Sunday, December 3, 2023, at 12:05 PM UTC', Date.UTC(2023, 11, 3, 12, 5)],
  ])('is a moment in "%s"', (words, expected) => {
    expect(promisedMoment(words)).toBe(expected);
  });

  it.each(['We will tell you as soon as we can.', 'Someday 5, 2021, at 2:30 PM UTC', 'November 17, 2021, at 2:30 PM', ''])(
    'is no moment in "%s"',
    (words) => {
      expect(promisedMoment(words)).toBeNull();
    },
  );
});
