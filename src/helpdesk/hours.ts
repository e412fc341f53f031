/** A stretch of helpdesk time that begins on these days of the week (0: Sunday). Minutes from midnight; `to` at or before `from` is on the day after. */
export interface Stretch {
  readonly days: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** When somebody is at the helpdesk. */
export interface HelpdeskHours {
  /** IANA name. */
  readonly timeZone: string;
  /** `always`: around the clock. */
  readonly stretches: readonly Stretch[] | 'always';
}

interface Span {
  readonly from: number;
  readonly to: number;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
const DAY_MS = DAY_MINUTES * MINUTE_MS;
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const STRETCH = /^([a-z]{3})(?:-([a-z]{3}))? ([01]?\d|2[0-3]):([0-5]\d)-([01]?\d|2[0-4]):([0-5]\d)$/;
/** Ten years of single days: a target that is not over by then never is. */
const MOST_DAYS = 3660;

/** Reads `Mon-Fri 09:00-17:30, Sat 10:00-12:00`, or `always`; `null` when it cannot be read. */
export function parseHours(text: string): readonly Stretch[] | 'always' | null {
  if (text.trim().toLowerCase() === 'always') return 'always';
  const stretches = text.split(',').map((part) =>
    stretchIn(
      part
        .trim()
        .toLowerCase()
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/\s?-\s?/g, '-'),
    ),
  );
  const read = stretches.filter((stretch) => stretch !== null);
  return read.length === stretches.length ? read : null;
}

/** Whether somebody is at the helpdesk. */
export function isOpenAt(at: number, hours: HelpdeskHours): boolean {
  return nextOpening(at, hours) === at;
}

/** The first moment from `at` on in which somebody is at the helpdesk. */
export function nextOpening(at: number, hours: HelpdeskHours): number {
  return afterOpenTime(at, 0, hours);
}

/** The moment at which so much helpdesk time has passed since `at`. Milliseconds; 0 gives the next moment that is helpdesk time. */
export function afterOpenTime(at: number, lengthMs: number, hours: HelpdeskHours): number {
  if (hours.stretches === 'always') return at + lengthMs;
  let left = lengthMs;
  let now = at;
  for (let day = -1; day < MOST_DAYS; day += 1) {
    for (const { from, to } of spansOf(at, day, hours.stretches, hours.timeZone)) {
      const start = Math.max(from, now);
      if (start >= to) continue;
      // A target that ends just when the day does has ended then, not the next morning.
      if (lengthMs === 0 || start + left <= to) return start + left;
      left -= to - start;
      now = to;
    }
  }
  return at + lengthMs;
}

/** The stretches that begin `day` days after that of `at`, in order of time. Clocks that are put forward or back make them shorter or longer. */
function spansOf(at: number, day: number, stretches: readonly Stretch[], timeZone: string): readonly Span[] {
  // Half past noon of a day counted in UTC: no change of clocks moves it into another day.
  const local = at + offsetAt(at, timeZone);
  const midnight = Math.floor(local / DAY_MS) * DAY_MS + day * DAY_MS;
  const weekday = new Date(midnight).getUTCDay();
  return stretches
    .filter(({ days }) => days.includes(weekday))
    .map(({ from, to }) => ({
      from: instantOf(midnight + from * MINUTE_MS, timeZone),
      to: instantOf(midnight + (to <= from ? to + DAY_MINUTES : to) * MINUTE_MS, timeZone),
    }))
    .toSorted((one, other) => one.from - other.from);
}

/** The first moment at which the clocks there show this, given as if it were UTC; where they leap over it, the moment of the leap. */
function instantOf(local: number, timeZone: string): number {
  const [before, after] = [offsetAt(local - DAY_MS, timeZone), offsetAt(local + DAY_MS, timeZone)];
  const candidates = [local - before, local - after].filter((at) => at + offsetAt(at, timeZone) === local);
  if (candidates.length > 0) return Math.min(...candidates);
  // Leapt over: between the two lies the leap, on a full quarter of an hour.
  let at = Math.min(local - before, local - after);
  while (at + offsetAt(at, timeZone) < local) at += 15 * MINUTE_MS;
  return Math.floor(at / (15 * MINUTE_MS)) * 15 * MINUTE_MS;
}

function stretchIn(text: string): Stretch | null {
  const [, first = '', last = first, fromHour = '', fromMinute = '', toHour = '', toMinute = ''] = STRETCH.exec(text) ?? [];
  const [start, end] = [DAYS.indexOf(first), DAYS.indexOf(last)];
  const to = Number(toHour) * 60 + Number(toMinute);
  if (start < 0 || end < 0 || to > DAY_MINUTES) return null;
  const count = ((end - start + 7) % 7) + 1;
  return { days: Array.from({ length: count }, (_, index) => (start + index) % 7), from: Number(fromHour) * 60 + Number(fromMinute), to };
}

/** How far the clocks there are ahead of UTC, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const of = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return shown - Math.floor(at / 1000) * 1000;
}

/** Making one takes longer than a thousand uses. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const fields = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
  const made = new Intl.DateTimeFormat('en-US', { ...fields, hourCycle: 'h23', timeZone });
  clocks.set(timeZone, made);
  return made;
}
