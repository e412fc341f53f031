import type { Case } from '../case-ports.ts';
import type { ManagedDevice, Registered } from '../registered.ts';
import { type FactName, type Facts, type FactValue, UNKNOWN } from '../triage/facts.ts';
import { shortValue } from './facts-in-words.ts';
import { plainLine } from './markdown.ts';
import { dayAndTime } from './moments.ts';
import type { Words } from './words.ts';

const OS: FactName = 'os';

/** What somebody does where, in a plain line; empty when the directory does not say. */
export function positionOf(registered: Registered | null, words: Words): string {
  if (registered?.person.kind !== 'told') return '';
  const { jobTitle, department, office } = registered.person;
  return plainLine([jobTitle, department, office].filter((part) => part !== '').join(words.label('label.list-separator')));
}

/** Each managed device in a line. */
export function deviceLines(registered: Registered | null, now: number, words: Words, timeZone: string): readonly string[] {
  if (registered?.devices.kind !== 'told') return [];
  const { all } = registered.devices;
  if (all.length === 0) return [words.label('label.case-no-devices')];
  return all.map(({ name, model, system, compliance, seenAt }) =>
    [
      name,
      model,
      system,
      compliance === 'unknown' ? '' : words.label(`label.case-device-${compliance}`),
      seenAt === null ? '' : words.label('label.case-device-seen', { time: dayAndTime(seenAt, now, words.language, timeZone) }),
    ]
      .filter((part) => part !== '')
      .join(words.label('label.separator')),
  );
}

/** What a fact's line says; where device management knows another Windows than the person named, that stands beside it. */
export function besideDevice(fact: FactName, line: string, facts: Facts, registered: Registered | null, words: Words): string {
  const other = fact === OS ? contradicting(facts[OS]?.values[0], registered, words) : null;
  if (other?.os == null) return line;
  return words.label('label.case-device-says', { fact: line, os: shortValue(OS, other.os, words), device: other.name });
}

/** Why Graph said nothing, for agents and for whoever could change that. Somebody whom it does not know has no devices there either. */
export function untoldHints({ registered }: Case, words: Words): readonly { readonly text: string }[] {
  if (registered === null) return [];
  const { person, devices } = registered;
  const who = person.kind === 'untold' ? [words.say(`case.untold-person-${person.why}`)] : [];
  const theirs = devices.kind === 'untold' && devices.why !== 'unknown' ? [words.say(`case.untold-devices-${devices.why}`)] : [];
  const text = [...who, ...theirs].join(words.language === 'ja' ? '' : ' ');
  return text === '' ? [] : [{ text }];
}

/** The Windows PC seen last, when what the person named is none of the managed ones. Of other systems people may well have one of their own. */
function contradicting(named: FactValue | undefined, registered: Registered | null, words: Words): ManagedDevice | null {
  if (named === undefined || named === UNKNOWN || !isWindows(named) || registered?.devices.kind !== 'told') return null;
  const computers = registered.devices.all.filter(({ os }) => os !== null && isWindows(os));
  return computers.some(({ os }) => os !== null && mayBeSame(named, os, words)) ? null : (computers[0] ?? null);
}

function isWindows(os: FactValue): boolean {
  return os.startsWith('windows') && !os.endsWith('mobile');
}

function mayBeSame(one: FactValue, other: FactValue, words: Words): boolean {
  const imprecise = words.knowledge.facts.get(OS)?.imprecise;
  const standsFor = (value: FactValue) => imprecise?.get(value) ?? [];
  return one === other || standsFor(one).includes(other) || standsFor(other).includes(one);
}
