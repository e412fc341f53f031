import type { Advisory } from '../../src/advisory.ts';
import { NOW } from '../graph/local-graph.ts';

/** An open issue, with `changes` over it. */
export const issue = (id: string, changes: Partial<Advisory> = {}): Advisory => ({
  id,
  kind: 'issue',
  services: ['OneDrive for Business'],
  title: 'Users may be unable to sign in to OneDrive',
  impact: 'Users may be unable to sign in.',
  feature: null,
  classification: 'advisory',
  status: 'serviceDegradation',
  isResolved: false,
  startAt: NOW - 3_600_000,
  endAt: null,
  updatedAt: NOW - 1_800_000,
  nextUpdate: null,
  text: 'We are looking into it.',
  ...changes,
});

/** A Message Center post that asks for an act. */
export const message = (id: string, changes: Partial<Advisory> = {}): Advisory => ({
  ...issue(id),
  kind: 'message',
  title: 'TLS 1.0 and 1.1 end',
  impact: 'Computers without TLS 1.2 cannot connect any more.',
  classification: 'preventOrFixIssue',
  status: 'normal',
  text: 'Enable TLS 1.2 on every computer.',
  ...changes,
});
