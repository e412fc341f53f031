import { z } from 'zod';
import type { Log } from '../ports.ts';
import type { ManagedDevice, Registered, RegisteredPerson, Registry, Untold } from '../registered.ts';
import type { GraphClient } from './client.ts';
import { GraphFailure } from './graph-failure.ts';
import { parseDevice } from './parse-device.ts';

/** Only what an agent needs. */
const PERSON = 'jobTitle,department,officeLocation';
const DEVICE = 'deviceName,manufacturer,model,operatingSystem,osVersion,complianceState,lastSyncDateTime';
/** Nobody works with more; of those who have, the latest seen count. */
const MOST_DEVICES = 5;
const LONGEST = 100;
/** An Entra object id. Who has none is in no directory. */
const OBJECT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** After no answer, unless Graph says. */
const AGAIN_MS = 60_000;

const field = z
  .string()
  .nullish()
  .catch(null)
  .transform((text) =>
    (text ?? '')
      .replaceAll(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, LONGEST),
  );
const person = z.object({ jobTitle: field, department: field, officeLocation: field });
const devices = z.object({ value: z.array(z.unknown()) });

/**
 * Asks Microsoft Graph about somebody: `User.Read.All` for the person, `DeviceManagementManagedDevices.Read.All` for their devices, each by itself.
 * https://learn.microsoft.com/graph/api/user-get, https://learn.microsoft.com/graph/api/intune-devices-manageddevice-list
 */
export function createRegistry({ client, log }: { readonly client: GraphClient; readonly log: Log }): Registry {
  /** What was told, or why nothing was. */
  async function told<Found>(
    what: string,
    path: string,
    read: (json: unknown) => Found,
    signal: AbortSignal,
  ): Promise<{ readonly found: Found } | { readonly why: Untold; readonly againMs: number | null }> {
    try {
      return { found: read(await client.get(path, {}, signal)) };
    } catch (error) {
      if (!(error instanceof GraphFailure)) throw error;
      const { code, status, graphCode, retryable, retryAfterMs } = error;
      log.warn({ what, code, status, graphCode }, 'Microsoft Graph said nothing about somebody');
      return { why: whyOf(error), againMs: retryable ? Math.max(retryAfterMs ?? 0, AGAIN_MS) : null };
    }
  }

  return {
    async ask(id, signal) {
      if (!OBJECT_ID.test(id)) return { registered: { person: untold('unknown'), devices: untold('unknown') }, againMs: null };
      const [who, theirs] = await Promise.all([
        told('person', `/users/${id}?$select=${PERSON}`, readPerson, signal),
        told('devices', `/users/${id}/managedDevices?$select=${DEVICE}`, readDevices, signal),
      ]);
      const registered: Registered = {
        person: 'found' in who ? who.found : untold(who.why),
        devices: 'found' in theirs ? { kind: 'told', all: theirs.found } : untold(theirs.why),
      };
      const waits = [who, theirs].flatMap((one) => ('found' in one || one.againMs === null ? [] : [one.againMs]));
      return { registered, againMs: waits.length === 0 ? null : Math.max(...waits) };
    },
  };
}

function whyOf({ code, status }: GraphFailure): Untold {
  if (code === 'forbidden') return 'forbidden';
  return code === 'not-visible' || status === 404 ? 'unknown' : 'silent';
}

function untold(why: Untold) {
  return { kind: 'untold', why } as const;
}

function readPerson(json: unknown): RegisteredPerson {
  const { success, data } = person.safeParse(json);
  if (!success) throw new GraphFailure('bad-answer', 'Microsoft Graph answered with something that is no person.', { retryable: false });
  return { kind: 'told', jobTitle: data.jobTitle, department: data.department, office: data.officeLocation };
}

function readDevices(json: unknown): readonly ManagedDevice[] {
  const { success, data } = devices.safeParse(json);
  if (!success) throw new GraphFailure('bad-answer', 'Microsoft Graph answered with something that is not a list.', { retryable: false });
  return data.value
    .flatMap((one) => parseDevice(one) ?? [])
    .toSorted((one, other) => (other.seenAt ?? 0) - (one.seenAt ?? 0))
    .slice(0, MOST_DEVICES);
}
