import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createRegistry } from '../../src/graph/registry.ts';
import type { GraphFaultRequest } from '../../src/local/graph/faults.ts';
import { type GraphServer, startGraphServer } from '../../src/local/graph/server.ts';
import { NOW, openBudget, type Reader, readerOf } from './local-graph.ts';

const ROBIN = '1f0e8a52-0000-4000-8000-0000000000aa';
const laptop = {
  deviceName: 'LAPTOP-7',
  manufacturer: 'Microsoft Corporation',
  model: 'Surface Laptop 5',
  operatingSystem: 'Windows',
  osVersion: '10.0.22631.4317',
  complianceState: 'inGracePeriod',
  lastSyncDateTime: '2026-11-21T12:00:00+02:00',
};
const phone = {
  deviceName: 'phone',
  operatingSystem: 'iOS',
  osVersion: '18.1',
  complianceState: 'compliant',
  lastSyncDateTime: '0001-01-01T00:00:00Z',
};

let server: GraphServer;
beforeEach(async () => {
  const robin = { id: ROBIN, fields: { jobTitle: 'Accountant', department: 'Finance', mobilePhone: '+44 1' }, devices: [phone, laptop] };
  server = await startGraphServer({ port: 0, host: '127.0.0.1', now: () => NOW, users: [robin] });
});
afterEach(() => server.close());

/** What the registry says of somebody, and what it took to find out. */
async function asking(id = ROBIN, faults: readonly GraphFaultRequest[] = [], signal = new AbortController().signal) {
  for (const fault of faults) server.faults.inject(fault);
  const budget = { ...openBudget(), takeGraphRequest: async () => Promise.reject(new Error('This is for Service Health.')) };
  const reader: Reader = readerOf(server, { budget });
  const answer = await createRegistry({ client: reader.client, log: reader.log }).ask(id, signal);
  return { ...answer, log: reader.log.lines };
}

const untold = (why: string) => ({ kind: 'untold', why });

describe('what Graph has on file of somebody', () => {
  it('is their work and their managed devices, the latest seen first, and nothing else is asked for', async () => {
    const { registered, againMs } = await asking();

    expect(registered.person).toEqual({ kind: 'told', jobTitle: 'Accountant', department: 'Finance', office: '' });
    expect(registered.devices).toEqual({
      kind: 'told',
      all: [
        {
          name: 'LAPTOP-7',
          model: 'Microsoft Corporation Surface Laptop 5',
          system: 'Windows 10.0.22631.4317',
          os: 'windows-11',
          compliance: 'grace',
          seenAt: Date.UTC(2026, 10, 21, 10),
        },
        { name: 'phone', model: '', system: 'iOS 18.1', os: 'ios', compliance: 'compliant', seenAt: null },
      ],
    });
    expect(againMs).toBeNull();
    for (const { url } of server.requests) expect(url).toContain('$select=');
  });

  it('is nothing of somebody whom the directory does not know, and that stays so', async () => {
    const { registered, againMs } = await asking(ROBIN.replace('aa', 'bb'));

    expect([registered.person, registered.devices, againMs]).toEqual([untold('unknown'), untold('unknown'), null]);
  });

  it.each(['29:1abc', '../me', `${ROBIN}/memberOf`])('is never asked for by what is no object id: %s', async (id) => {
    const { registered } = await asking(id);

    expect([registered.person, server.requests]).toEqual([untold('unknown'), []]);
  });

  it('is each by itself where a permission is missing', async () => {
    const { registered, againMs } = await asking(ROBIN, [{ kind: 'no-permission', on: 'managedDevices' }]);

    expect([registered.person.kind, registered.devices, againMs]).toEqual(['told', untold('forbidden'), null]);
  });

  it.each<[string, GraphFaultRequest, number | null]>([
    ['the service fails', { kind: 'failing', count: 9, on: 'users' }, 60_000],
    ['it asks for a long rest', { kind: 'throttle', retryAfterSeconds: 300, on: 'users' }, 300_000],
    ['a proxy answers', { kind: 'html', count: 9, on: 'users' }, 60_000],
    ['the connection is cut', { kind: 'drop', count: 9, on: 'users' }, 60_000],
  ])('is silent when %s, to be asked again later', async (_name, fault, wait) => {
    const { registered, againMs } = await asking(ROBIN, [fault]);

    expect([registered.person, registered.devices.kind, againMs]).toEqual([untold('silent'), 'told', wait]);
  });

  it('is silent when no answer comes in the time that there is', async () => {
    const { registered, againMs } = await asking(ROBIN, [{ kind: 'hang', count: 9, on: 'managedDevices' }], AbortSignal.timeout(300));

    expect([registered.person.kind, registered.devices, againMs]).toEqual(['told', untold('silent'), 60_000]);
  });

  it('is logged without who it is about', async () => {
    const { log } = await asking(ROBIN, [{ kind: 'no-permission', on: 'users' }]);

    expect(log).toHaveLength(1);
    expect(JSON.stringify(log)).not.toContain(ROBIN);
  });

  it.each([
    ['10.0.19045.5011', 'windows-10'],
    ['10.0.22000', 'windows-11'],
    ['6.1.7601', 'windows-7-sp1'],
    ['6.1', 'windows-7'],
    ['6.3.9600', 'windows-8.1'],
    ['', 'windows'],
  ])('takes Windows %s for %s', async (osVersion, os) => {
    await server.close();
    server = await startGraphServer({
      ...{ port: 0, host: '127.0.0.1', now: () => NOW },
      users: [{ id: ROBIN, fields: {}, devices: [{ ...laptop, osVersion }] }],
    });

    const { registered } = await asking();

    expect(registered.devices).toMatchObject({ all: [{ os }] });
  });
});
