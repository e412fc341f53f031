import type { DatabaseSeen, GraphSeen, Observations, WorkSeen } from '../../src/doctor-ports.ts';

export const NOW = Date.parse('2026-11-23T09:00:00Z');
export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

export const soundDatabase: DatabaseSeen = { version: 'PostgreSQL 18.1', aheadMs: 12, schema: '0011-doctor', lacks: [], unknown: [] };
export const soundWork: WorkSeen = { readAt: NOW - 40_000, isReadingFailing: false, oldestUnsentAt: NOW - 900, deadLetters: 0, deadJobs: 0 };
export const soundGraph: GraphSeen = {
  token: 'granted',
  permissions: [
    { name: 'ServiceHealth.Read.All', isOptional: false, path: '/a', isGranted: true, answer: 'answered' },
    { name: 'User.Read.All', isOptional: true, path: '/b', isGranted: true, answer: 'answered' },
  ],
  aheadMs: -300,
};

/** What is seen of a Kiku that is well. */
export const sound: Observations = {
  at: NOW,
  versions: { kiku: '1.0.0', node: '24.21.0' },
  knowledge: { faults: [], problems: 13, steps: 151, edition: 'abcdef01' },
  database: { kind: 'seen', value: soundDatabase },
  work: { kind: 'seen', value: soundWork },
  graph: { kind: 'seen', value: soundGraph },
  botToken: { kind: 'seen', value: true },
  expiry: { kind: 'seen', value: { kind: 'ends', what: 'secret', at: NOW + 200 * DAY_MS } },
  channels: { kind: 'seen', value: [{ tenant: 'contoso', isBackup: false, reached: { kind: 'seen', value: true } }] },
};
