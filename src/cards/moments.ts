import type { Language } from '../ports.ts';
import type { Words } from './words.ts';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', ja: 'ja-JP' };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `at` as a clock on the wall of `timeZone` shows it, with the day unless it is today. Teams does not localise times in cards, so we do. */
export function moment(at: number, now: number, language: Language, timeZone: string): string {
  const isToday = dayOf(at, timeZone) === dayOf(now, timeZone);
  const isThisYear = dayOf(at, timeZone).slice(0, 4) === dayOf(now, timeZone).slice(0, 4);
  return clock(language, timeZone, !isToday, !isThisYear).format(at);
}

function clock(language: Language, timeZone: string, hasDay: boolean, hasYear: boolean): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALES[language], {
    ...(hasDay ? { day: 'numeric', month: language === 'ja' ? 'long' : 'short' } : {}),
    ...(hasYear ? { year: 'numeric' } : {}),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
    timeZoneName: 'short',
  });
}

/** `at` with its day, for a card that stands longer than today; with the year unless it is that of `now`. */
export function dayAndTime(at: number, now: number, language: Language, timeZone: string): string {
  const isThisYear = dayOf(at, timeZone).slice(0, 4) === dayOf(now, timeZone).slice(0, 4);
  return clock(language, timeZone, true, !isThisYear).format(at);
}

/** How long before `now` something was, in rough words. */
export function ago(at: number, now: number, words: Words): string {
  const age = now - at;
  if (age < MINUTE) return words.label('ago.now');
  if (age < HOUR) return counted(Math.floor(age / MINUTE), 'minute', words);
  if (age < DAY) return counted(Math.floor(age / HOUR), 'hour', words);
  return counted(Math.floor(age / DAY), 'day', words);
}

/** `wanted` when this machine knows it, else `usual`: a client may send any string. */
export function knownTimeZone(wanted: string, usual: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: wanted });
    return wanted;
  } catch (cause) {
    if (cause instanceof RangeError) return usual;
    throw cause;
  }
}

const PROMISE = /\b([A-Z][a-z]+)\s+(\d{1,2}),?\s+(\d{4}),?\s+(?:at\s+)?(\d{1,2}):(\d{2})\s*([AP]M)\s*\(?(?:UTC|GMT)\b/;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** The moment in Microsoft's "Wednesday, November 17, 2021, at 2:30 PM UTC"; `null` when its words are others. */
export function promisedMoment(words: string): number | null {
  const [, month = '', day, year, hour, minute, half] = PROMISE.exec(words) ?? [];
  const index = MONTHS.indexOf(month);
  if (index < 0) return null;
  const hours = (Number(hour) % 12) + (half === 'PM' ? 12 : 0);
  return Date.UTC(Number(year), index, Number(day), hours, Number(minute));
}

function counted(count: number, unit: 'minute' | 'hour' | 'day', words: Words): string {
  return count === 1 ? words.label(`ago.${unit}`) : words.label(`ago.${unit}s`, { count: String(count) });
}

function dayOf(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}
