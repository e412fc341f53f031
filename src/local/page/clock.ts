import type { Words } from './words.ts';

/** Times as one person reads them: their locale, their time zone. */
export interface Clock {
  readonly locale: string;
  readonly timeZone: string;
}

/** Such as `11:41` or `11:41 AM`. */
export function timeOf({ locale, timeZone }: Clock, at: number): string {
  return new Intl.DateTimeFormat(locale, { timeZone, hour: 'numeric', minute: '2-digit' }).format(at);
}

/** Date and time, in short. */
export function momentOf({ locale, timeZone }: Clock, at: number): string {
  return new Intl.DateTimeFormat(locale, { timeZone, month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' }).format(at);
}

/** The heading above the messages of a day. */
export function dayOf(clock: Clock, at: number, now: number, words: Words): string {
  const day = isoDay(clock, at);
  if (day === isoDay(clock, now)) return words.today;
  if (day === isoDay(clock, now - 86_400_000)) return words.yesterday;
  return new Intl.DateTimeFormat(clock.locale, { timeZone: clock.timeZone, weekday: 'long', month: 'long', day: 'numeric' }).format(at);
}

/** The day as `2026-11-22`, for comparing. */
export function isoDay({ timeZone }: Clock, at: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}
