import type { QuietHours } from '../alert-wishes.ts';

/** Reads `20:00-07:30` or `none`; `null` when it is neither. */
export function quietHours(value: string): QuietHours | 'none' | null {
  if (value.trim() === 'none') return 'none';
  const [, from, to] = /^\s*((?:[01]\d|2[0-3]):[0-5]\d)\s*-\s*((?:[01]\d|2[0-3]):[0-5]\d)\s*$/.exec(value) ?? [];
  return from === undefined || to === undefined ? null : { from: minutesOf(from), to: minutesOf(to) };
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}
