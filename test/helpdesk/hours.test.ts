import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { afterOpenTime, type HelpdeskHours, isOpenAt, nextOpening, parseHours } from '../../src/helpdesk/hours.ts';

const HOUR = 3_600_000;
const at = (iso: string) => Date.parse(iso);
const hours = (text: string, timeZone: string): HelpdeskHours => {
  const stretches = parseHours(text);
  if (stretches === null) throw new Error(`${text} cannot be read.`);
  return { timeZone, stretches };
};
const LONDON = hours('Mon-Fri 09:00-17:30', 'Europe/London');
const TOKYO = hours('Mon-Fri 09:00-12:00, Mon-Fri 13:00-18:00', 'Asia/Tokyo');

describe('helpdesk hours', () => {
  it.each(['', 'Mon', 'Mon-Fri', 'Mon-Fri 9-17', 'Mo-Fr 09:00-17:00', 'Mon-Fri 09:00-25:00', 'Mon 09:00-24:30', 'Mon-Fri 09:00-17:00,'])(
    '"%s" is none',
    (text) => {
      expect(parseHours(text)).toBeNull();
    },
  );

  it.each([
    ['Mon-Fri 09:00-17:30', [1, 2, 3, 4, 5]],
    ['Sat-Mon 9:00 - 12:00', [6, 0, 1]],
    ['sun 00:00-24:00', [0]],
  ])('"%s" is read', (text, days) => {
    expect(parseHours(text)).toMatchObject([{ days }]);
  });

  it.each([
    ['in the middle of a day', LONDON, '2026-11-18T10:00Z', 4, '2026-11-18T14:00Z'],
    ['ends when the day does', LONDON, '2026-11-18T13:30Z', 4, '2026-11-18T17:30Z'],
    ['goes over night', LONDON, '2026-11-18T16:30Z', 4, '2026-11-19T12:00Z'],
    ['goes over a weekend', LONDON, '2026-11-20T17:00Z', 1, '2026-11-23T09:30Z'],
    ['begins outside hours', LONDON, '2026-11-21T03:00Z', 8, '2026-11-23T17:00Z'],
    ['leaves lunch out', TOKYO, '2026-11-18T02:00Z', 2, '2026-11-18T05:00Z'],
    ['is around the clock', hours('always', 'UTC'), '2026-11-21T03:00Z', 8, '2026-11-21T11:00Z'],
    ['goes over midnight', hours('Mon-Sun 22:00-06:00', 'Europe/London'), '2026-11-18T05:00Z', 2, '2026-11-18T23:00Z'],
    ['spans the hour that is leapt over', hours('Sun 00:00-06:00', 'Europe/London'), '2026-03-29T00:00Z', 5, '2026-03-29T05:00Z'],
    ['loses the hour that is leapt over', hours('Sun 00:00-06:00, Mon 09:00-10:00', 'Europe/London'), '2026-03-29T00:00Z', 5.5, '2026-03-30T08:30Z'],
    ['gains the hour that comes twice', hours('Sun 00:00-06:00', 'Europe/London'), '2026-10-24T23:00Z', 7, '2026-10-25T06:00Z'],
    ['begins in an hour that is leapt over', hours('Sun 01:30-03:00', 'Europe/London'), '2026-03-29T00:00Z', 0, '2026-03-29T01:00Z'],
    ['opens at nine by the clocks there, before and after a change', LONDON, '2026-03-27T17:00Z', 1, '2026-03-30T08:30Z'],
    ['of another zone, where clocks never change', TOKYO, '2026-03-27T09:00Z', 0, '2026-03-30T00:00Z'],
    ['where the clocks move by half an hour', hours('Sun 01:00-04:00', 'Australia/Lord_Howe'), '2026-04-04T14:00Z', 3.5, '2026-04-04T17:30Z'],
  ])('time that %s', (_, of, from, length, until) => {
    expect(new Date(afterOpenTime(at(from), length * HOUR, of)).toISOString()).toBe(new Date(at(until)).toISOString());
  });

  it('are open from their first minute to before their last', () => {
    expect(isOpenAt(at('2026-11-18T09:00Z'), LONDON)).toBe(true);
    expect(isOpenAt(at('2026-11-18T17:29Z'), LONDON)).toBe(true);
    expect(isOpenAt(at('2026-11-18T17:30Z'), LONDON)).toBe(false);
    expect(nextOpening(at('2026-11-18T17:30Z'), LONDON)).toBe(at('2026-11-19T09:00Z'));
  });

  it('add up: two lengths one after the other are the sum, wherever they begin and whatever clocks do', () => {
    const moments = fc.integer({ min: at('2026-01-01T00:00Z') / 60_000, max: at('2027-01-01T00:00Z') / 60_000 }).map((minute) => minute * 60_000);
    const lengths = fc.integer({ min: 1, max: 2000 }).map((minutes) => minutes * 60_000);
    const places = fc.constantFrom(LONDON, TOKYO, hours('Mon-Sun 22:00-06:00', 'America/New_York'), hours('Sun 01:00-04:00', 'Australia/Lord_Howe'));

    fc.assert(
      fc.property(moments, lengths, lengths, places, (from, one, other, of) => {
        const both = afterOpenTime(from, one + other, of);
        expect(afterOpenTime(afterOpenTime(from, one, of), other, of)).toBe(both);
        expect(both).toBeGreaterThanOrEqual(from + one + other);
      }),
      { numRuns: 300 },
    );
  });
});
