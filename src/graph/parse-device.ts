import { z } from 'zod';
import type { ManagedDevice } from '../registered.ts';

const LONGEST = 100;

const text = z
  .string()
  .nullish()
  .catch(null)
  .transform((value) =>
    (value ?? '')
      .replaceAll(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, LONGEST),
  );
const shape = z.object({
  deviceName: text,
  manufacturer: text,
  model: text,
  operatingSystem: text,
  osVersion: text,
  complianceState: text,
  lastSyncDateTime: text,
});

const COMPLIANCE: Readonly<Record<string, ManagedDevice['compliance']>> = {
  compliant: 'compliant',
  noncompliant: 'noncompliant',
  ingraceperiod: 'grace',
};

/** A `managedDevice` of Graph in our words; `null` when it is none. */
export function parseDevice(json: unknown): ManagedDevice | null {
  const { success, data } = shape.safeParse(json);
  if (!success) return null;
  const { deviceName, manufacturer, model, operatingSystem, osVersion, complianceState } = data;
  const isNamed = manufacturer !== '' && model.toLowerCase().startsWith(manufacturer.toLowerCase());
  return {
    name: deviceName,
    model: (isNamed ? [model] : [manufacturer, model]).filter((part) => part !== '').join(' '),
    system: [operatingSystem, osVersion].filter((part) => part !== '').join(' '),
    os: osOf(operatingSystem, osVersion),
    compliance: COMPLIANCE[complianceState.toLowerCase()] ?? 'unknown',
    seenAt: seenAt(data.lastSyncDateTime),
  };
}

/** The first build of Windows 11. */
const WINDOWS_11 = 22_000;
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^mac/i, 'macos'],
  [/^(?:ios|ipados)/i, 'ios'],
  [/^android/i, 'android'],
  [/^linux/i, 'linux'],
];

function osOf(system: string, version: string): string | null {
  if (!/^windows/i.test(system)) return OTHERS.find(([pattern]) => pattern.test(system))?.[1] ?? null;
  const [, major, minor, build] = /^(\d+)\.(\d+)(?:\.(\d+))?/.exec(version) ?? [];
  switch (`${major}.${minor}`) {
    case '10.0':
      return build === undefined ? 'windows' : Number(build) >= WINDOWS_11 ? 'windows-11' : 'windows-10';
    case '6.3':
      return 'windows-8.1';
    case '6.2':
      return 'windows-8';
    case '6.1':
      return build === '7601' ? 'windows-7-sp1' : build === '7600' ? 'windows-7-rtm' : 'windows-7';
    default:
      return 'windows';
  }
}

/** A device that never reported comes with a date of the year 1. */
function seenAt(stamp: string): number | null {
  const at = Date.parse(stamp);
  return Number.isNaN(at) || at <= 0 ? null : at;
}
