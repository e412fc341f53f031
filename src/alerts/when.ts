import type { AlertWishes, QuietHours } from '../alert-wishes.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** What decides when a person may be told something that makes a sound. */
export interface Hours {
  readonly wishes: AlertWishes;
  /** IANA name. */
  readonly timeZone: string;
  /** The organisation's; `none`: at any hour. */
  readonly quiet: QuietHours | 'none';
  readonly isIncident: boolean;
}

/** The first moment from `at` on that is outside the person's quiet hours. Milliseconds since 1970. */
export function outsideQuietHours(at: number, { wishes, timeZone, quiet, isIncident }: Hours): number {
  const hours = wishes.quiet ?? quiet;
  if (hours === 'none' || hours.from === hours.to || (isIncident && wishes.incidentsPass)) return at;
  const minute = minuteOfDay(at, timeZone);
  if (!isWithin(minute, hours)) return at;
  const left = (hours.to - minute + DAY_MINUTES) % DAY_MINUTES;
  const end = Math.floor(at / MINUTE_MS) * MINUTE_MS + left * MINUTE_MS;
  const exact = end + shift(minuteOfDay(end, timeZone), hours.to) * MINUTE_MS;
  // In the hour that a clock skips there is no such moment: one soon after it counts.
  return isWithin(minuteOfDay(exact, timeZone), hours) ? end : exact;
}

/** Clocks were put forward or back between: by how many minutes `minute` misses `wanted`. */
function shift(minute: number, wanted: number): number {
  const missed = (wanted - minute + DAY_MINUTES) % DAY_MINUTES;
  return missed > DAY_MINUTES / 2 ? missed - DAY_MINUTES : missed;
}

function isWithin(minute: number, { from, to }: QuietHours): boolean {
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

function minuteOfDay(at: number, timeZone: string): number {
  const [hour = 0, minute = 0] = clockOf(timeZone).format(at).split(':').map(Number);
  return hour * 60 + minute;
}

/** Making one takes longer than a thousand uses. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const made = newClock(timeZone);
  clocks.set(timeZone, made);
  return made;
}

/** A zone that this machine does not know counts as UTC: late or early is better than never. */
function newClock(timeZone: string): Intl.DateTimeFormat {
  const style = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  try {
    return new Intl.DateTimeFormat('en-GB', { ...style, timeZone });
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'RangeError') throw error;
    return new Intl.DateTimeFormat('en-GB', { ...style, timeZone: 'UTC' });
  }
}
