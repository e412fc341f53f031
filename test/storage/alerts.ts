import type { Advisory } from '../../src/advisory.ts';
import type { AlertRow, ClaimLimits, FanOut, PlannedAlert, Planning } from '../../src/alert-ports.ts';
import type { PersonKey, PersonState, TurnRecord } from '../../src/ports.ts';
import { createAlertStore } from '../../src/storage/alert-store.ts';
import type { Database } from '../../src/storage/database.ts';
import { insertFanOuts } from '../../src/storage/insert-fan-outs.ts';
import { createTurnStore } from '../../src/storage/turn-store.ts';
import { state, turnOf } from './turns.ts';

/** When fan-outs of these tests begin. */
export const NOW = 1_000_000;
export const LIMITS: ClaimLimits = { leaseMs: 30_000, most: 100, perSecond: 45, burst: 100 };
export const PLANNING: Planning = { pass: 1, passBeganAt: NOW, previousBeganAt: null, after: null, added: 0 };

export const advisoryOf = (id: string, changes: Partial<Advisory> = {}): Advisory => ({
  id,
  kind: 'issue',
  services: ['OneDrive for Business'],
  title: 'Users may be unable to sign in',
  impact: '',
  feature: null,
  classification: 'incident',
  status: 'serviceDegradation',
  isResolved: false,
  startAt: 1,
  endAt: null,
  updatedAt: 2,
  nextUpdate: null,
  text: 'One.',
  ...changes,
});

export const alertOf = (person: PersonKey, changes: Partial<PlannedAlert> = {}): PlannedAlert => ({
  person,
  part: 'card',
  reason: 'affected',
  intake: null,
  grade: 'likely',
  dueAt: NOW,
  ...changes,
});

let made = 0;

/** A tenant of one's own, with what its tests do again and again. */
export function tenantOn(database: Database) {
  made += 1;
  const tenant = `tenant-${made}`;
  const alerts = createAlertStore(database);
  const turns = createTurnStore(database);

  /** Somebody who writes; again and again is allowed. */
  async function wrote(id: string, changes: Partial<TurnRecord> & { readonly says?: Partial<PersonState> } = {}): Promise<PersonKey> {
    const key = { tenant, id };
    const { says, ...turn } = changes;
    const { revision } = await turns.load(key, '');
    const address = { serviceUrl: 'http://127.0.0.1/', conversation: `${tenant}/${id}`, tenant, bot: { id: 'bot', name: 'Kiku' } };
    const base = turnOf({ key, address }, { revision, inputId: `input ${revision}`, at: NOW, person: { ...state, ...says } });
    const saved = await turns.save({ ...base, ...turn });
    if (saved.kind !== 'saved') throw new Error(`The save answered ${saved.kind}.`);
    return key;
  }

  /** A fan-out of this tenant that was just noticed. */
  async function noticed(advisory: Advisory, transitions: FanOut['transitions'] = ['new'], at = NOW): Promise<FanOut> {
    const ids = await database.transaction((transaction) => insertFanOuts(transaction, [{ advisory, transitions }], at));
    const all = await Promise.all(ids.map((id) => alerts.fanOut(id)));
    const own = all.find((one) => one?.tenant === tenant);
    if (own === null || own === undefined) throw new Error('There is no fan-out.');
    return own;
  }

  /** A fan-out with these alerts, its planning over. */
  async function planned(
    advisory: Advisory,
    plans: readonly PlannedAlert[],
    transitions: FanOut['transitions'] = ['new'],
    at = NOW,
  ): Promise<FanOut> {
    const fanOut = await noticed(advisory, transitions, at);
    await alerts.plan(fanOut.id, plans, PLANNING);
    await alerts.endPlanning(fanOut.id, at);
    return fanOut;
  }

  /** Sends what is due, as if the channel took everything. */
  async function sendAll(at: number): Promise<readonly AlertRow[]> {
    const { rows } = await alerts.claim(tenant, at, LIMITS);
    await alerts.settle(rows.map((row) => ({ kind: 'sent', row, activity: row.activity ?? `card of ${row.person.id}`, at })));
    return rows;
  }

  return { tenant, alerts, turns, wrote, noticed, planned, sendAll };
}

export const peopleOf = (rows: readonly AlertRow[]) => rows.map((row) => row.person.id).sort();
