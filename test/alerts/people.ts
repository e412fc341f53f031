import type { Candidate, CandidateIntake, FanOut } from '../../src/alert-ports.ts';
import type { AlertWishes } from '../../src/alert-wishes.ts';
import type { Facts } from '../../src/triage/facts.ts';
import { NOW, sample } from '../advisories/labelled.ts';

export const HOUR_MS = 3_600_000;
export const TENANT = 'contoso';

export const WISHES: AlertWishes = { follows: [], mutedServices: [], mutedAdvisories: [], quiet: 'none', incidentsPass: false };

/** Facts that are given outright. */
export function given(facts: Readonly<Record<string, string>>): Facts {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { values: [value], source: { kind: 'given' as const } }]));
}

/** An intake of half an hour ago about OneDrive that cannot connect. */
export function intake(change: Partial<CandidateIntake> = {}): CandidateIntake {
  return {
    id: 'i1',
    state: 'open',
    facts: given({ code: '0x8004de40', product: 'onedrive', os: 'windows-11' }),
    dismissed: [],
    touchedAt: NOW - HOUR_MS / 2,
    ...change,
  };
}

export function candidate(change: Partial<Candidate> = {}): Candidate {
  return {
    key: { tenant: TENANT, id: 'aiko' },
    language: 'ja',
    timeZone: 'Asia/Tokyo',
    wishes: WISHES,
    told: {},
    intakes: [],
    hasCard: false,
    ...change,
  };
}

/** OneDrive sign-in fails, by Microsoft's fault. */
export const FAULT = sample('OD900001', { isResolved: false, startAt: NOW - 2 * HOUR_MS });

export function fanOut(change: Partial<FanOut> = {}): FanOut {
  return {
    id: 1,
    tenant: TENANT,
    advisory: FAULT,
    transitions: ['new'],
    control: 'running',
    fault: null,
    sentence: null,
    edition: 1,
    startsAt: NOW,
    createdAt: NOW,
    plannedAt: null,
    ...change,
  };
}
