import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { outsideQuietHours } from '../../src/alerts/when.ts';
import { WISHES } from './people.ts';

const NIGHT = { from: 20 * 60, to: 7 * 60 + 30 };
const at = (iso: string) => Date.parse(iso);
const due = (iso: string, timeZone: string, change: Partial<Parameters<typeof outsideQuietHours>[1]> = {}) =>
  new Date(outsideQuietHours(at(iso), { wishes: { ...WISHES, quiet: null }, timeZone, quiet: NIGHT, isIncident: false, ...change })).toISOString();

describe('quiet hours', () => {
  it.each([
    ['noon in Tokyo is not quiet', '2026-11-22T03:00:00Z', 'Asia/Tokyo', '2026-11-22T03:00:00.000Z'],
    ['evening in Tokyo waits for the morning there', '2026-11-22T11:00:30Z', 'Asia/Tokyo', '2026-11-22T22:30:00.000Z'],
    ['after midnight waits for the same morning', '2026-11-22T16:00:00Z', 'Asia/Tokyo', '2026-11-22T22:30:00.000Z'],
    ['the first minute after is not quiet', '2026-11-22T22:30:00Z', 'Asia/Tokyo', '2026-11-22T22:30:00.000Z'],
    ['half-hour zones too', '2026-11-22T16:00:00Z', 'Asia/Kolkata', '2026-11-23T02:00:00.000Z'],
    ['a night in which clocks go back is an hour longer', '2026-11-01T02:00:00Z', 'America/New_York', '2026-11-01T12:30:00.000Z'],
    ['a night in which clocks go forward is an hour shorter', '2026-03-08T02:00:00Z', 'America/New_York', '2026-03-08T11:30:00.000Z'],
    ['a zone nobody knows counts as UTC', '2026-11-22T21:00:00Z', 'Mars/Olympus', '2026-11-23T07:30:00.000Z'],
  ])('%s', (_, moment, zone, expected) => {
    expect(due(moment, zone)).toBe(expected);
  });

  it.each([
    ['their own hours count, not the organisation’s', { wishes: { ...WISHES, quiet: { from: 600, to: 700 } } }, '2026-11-22T13:00:00.000Z'],
    ['at any hour, when they want it so', { wishes: { ...WISHES, quiet: 'none' as const } }, '2026-11-22T13:00:00.000Z'],
    ['an incident waits too', { isIncident: true }, '2026-11-22T22:30:00.000Z'],
    [
      'an incident passes when they let it',
      { isIncident: true, wishes: { ...WISHES, quiet: null, incidentsPass: true } },
      '2026-11-22T13:00:00.000Z',
    ],
    ['an advisory does not pass then', { wishes: { ...WISHES, quiet: null, incidentsPass: true } }, '2026-11-22T22:30:00.000Z'],
    ['hours that begin when they end are none', { quiet: { from: 60, to: 60 } }, '2026-11-22T13:00:00.000Z'],
  ])('%s', (_, change, expected) => {
    expect(due('2026-11-22T13:00:00Z', 'Asia/Tokyo', change)).toBe(expected);
  });

  it('end soon after the hour that a clock skips, when their end is in it', () => {
    const quiet = { from: 22 * 60, to: 90 };

    expect(due('2026-03-29T00:10:00Z', 'Europe/London', { quiet })).toBe('2026-03-29T01:30:00.000Z');
  });

  it('are never broken, and never put off by more than a day', () => {
    const zones = fc.constantFrom('UTC', 'Asia/Tokyo', 'Asia/Kolkata', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kathmandu');
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(
        fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z') }),
        zones,
        minute,
        minute,
        (moment, timeZone, from, to) => {
          const hours = { wishes: WISHES, timeZone, quiet: { from, to }, isIncident: false };
          const told = outsideQuietHours(moment, { ...hours, wishes: { ...WISHES, quiet: null } });
          const local = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(told);
          const [hour = 0, minutes = 0] = local.split(':').map(Number);
          const now = hour * 60 + minutes;
          const isQuiet = from !== to && (from < to ? now >= from && now < to : now >= from || now < to);
          // Where less than two hours of a day are not quiet, a clock may skip them all.
          fc.pre((to - from + 1440) % 1440 <= 1320);
          expect(isQuiet && told !== moment).toBe(false);
          expect(told).toBeGreaterThanOrEqual(moment);
          expect(told - moment).toBeLessThanOrEqual(26 * 3_600_000);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
