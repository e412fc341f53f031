import { namesOf, SERVICES, serviceCalled } from '../advisories/services.ts';
import { type AlertWishes, EVERY_SERVICE, PROPOSED_HOURS, type QuietHours } from '../alert-wishes.ts';

/** What alerts are about: one advisory, or one service. */
export type About = { readonly kind: 'advisory'; readonly id: string } | { readonly kind: 'service'; readonly name: string };

/** So many are kept of each list. Of muted advisories the oldest go first: they are long over. */
export const MOST_FOLLOWS = 60;
const MOST_MUTED = 200;

/** The wishes with this followed or no longer. Whoever follows what they had muted wants to hear of it. */
export function following(wishes: AlertWishes, about: About, isOn: boolean): AlertWishes {
  const names = namesIn(about);
  const rest = wishes.follows.filter((name) => !names.includes(name));
  if (!isOn) return { ...wishes, follows: rest };
  return { ...muting(wishes, about, false), follows: [...rest, ...names] };
}

/** The wishes with this muted or no longer. Whoever wants to hear of one thing again no longer wants silence altogether. */
export function muting(wishes: AlertWishes, about: About, isOn: boolean): AlertWishes {
  const names = namesIn(about);
  const without = (all: readonly string[]) => all.filter((name) => !names.includes(name) && (isOn || name !== EVERY_SERVICE));
  const with_ = (all: readonly string[]) => [...all.filter((name) => !names.includes(name)), ...names].slice(-MOST_MUTED);
  if (!isOn) return { ...wishes, mutedServices: without(wishes.mutedServices), mutedAdvisories: without(wishes.mutedAdvisories) };
  const follows = about.kind === 'advisory' ? wishes.follows.filter((name) => name !== about.id) : wishes.follows;
  return about.kind === 'advisory'
    ? { ...wishes, follows, mutedAdvisories: with_(wishes.mutedAdvisories) }
    : { ...wishes, mutedServices: with_(wishes.mutedServices) };
}

/** Whether this, as a whole, is followed. */
export function isFollowing({ follows }: AlertWishes, about: About): boolean {
  return namesIn(about).some((name) => follows.includes(name));
}

/** Everything under which this may be stored. */
function namesIn(about: About): readonly string[] {
  if (about.kind === 'advisory') return [about.id];
  return about.name === EVERY_SERVICE ? [EVERY_SERVICE] : namesOf(about.name);
}

/** What somebody filled in on the card of their wishes. */
export interface Filled {
  readonly follows?: string | undefined;
  readonly quiet?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly incidents?: string | undefined;
}

/** The wishes as filled in; or why not, as a phrase: then nothing changes. Fields that were not sent stay as they are. */
export function filledIn(wishes: AlertWishes, filled: Filled): AlertWishes | string {
  const quiet = quietIn(filled, wishes.quiet);
  if (typeof quiet === 'string' && quiet !== 'none') return quiet;
  const follows = filled.follows === undefined ? wishes.follows : followsIn(filled.follows);
  if (follows.length > MOST_FOLLOWS) return 'note.too-many-follows';
  return { ...wishes, follows, quiet, incidentsPass: filled.incidents === undefined ? wishes.incidentsPass : filled.incidents === 'true' };
}

function followsIn(chosen: string): readonly string[] {
  const names = chosen
    .split(',')
    .map((name) => name.trim())
    .filter((name) => /^\P{Cc}{1,100}$/u.test(name));
  return [...new Set(names.flatMap((name) => (SERVICES.some(({ id }) => id === name) ? (serviceCalled(name)?.names ?? []) : [name])))];
}

/** Whoever writes other hours than stood there means them, also where the list above them was left as it was. */
function quietIn({ quiet, from, to }: Filled, before: AlertWishes['quiet']): QuietHours | 'none' | string | null {
  const isLeft = quiet === (before === null ? 'usual' : before);
  const hours = { from: minutesIn(from), to: minutesIn(to) };
  const isNew = hours.from !== null && hours.to !== null && (hours.from !== PROPOSED_HOURS.from || hours.to !== PROPOSED_HOURS.to);
  switch (isLeft && isNew ? 'own' : quiet) {
    case undefined:
      return before;
    case 'usual':
      return null;
    case 'none':
      return 'none';
    default:
      if (hours.from === null || hours.to === null) return 'my-alerts.bad-hours';
      return hours.from === hours.to ? 'my-alerts.same-hours' : { from: hours.from, to: hours.to };
  }
}

/** Minutes since midnight; `null` for what is no time of day. Seconds, which some clients add, do not count. */
function minutesIn(time: string | undefined): number | null {
  const [, hour, minute] = /^\s*(\d{1,2}):(\d{2})(?::\d{2})?\s*$/.exec((time ?? '').normalize('NFKC')) ?? [];
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  return Number(hour) * 60 + Number(minute);
}
