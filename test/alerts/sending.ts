import type { AlertRow, FanOut } from '../../src/alert-ports.ts';
import { type SenderParts, sendAlerts } from '../../src/alerts/send.ts';
import type { FaultRequest } from '../../src/local/teams/faults.ts';
import { type LocalPerson, localPerson } from '../../src/local/teams/people.ts';
import { startLocalTeams } from '../../src/local/teams/start.ts';
import type { PersonKey, PersonState } from '../../src/ports.ts';
import type { Database } from '../../src/storage/database.ts';
import { createConnector } from '../../src/teams/connector.ts';
import { advisoryOf, alertOf, NOW, tenantOn } from '../storage/alerts.ts';
import { VirtualClock } from '../virtual-clock.ts';

const quiet = { info() {}, warn() {}, error() {} };

/** A tenant, its people at the local Teams, and a sender whose clock only moves while it waits. */
export async function stageOn(database: Database) {
  const clock = new VirtualClock(NOW);
  const { tenant, alerts, wrote, planned } = tenantOn(database);
  const teams = await startLocalTeams({ botUrl: 'http://127.0.0.1:9/', log: quiet, people: [], now: clock.now });
  const connector = createConnector({ credentials: null, allowedServiceHosts: [], timeoutMs: 300, now: clock.now });

  /** Somebody with Kiku in their Teams, who has written. */
  async function person(key: string, says: Partial<PersonState> = {}): Promise<LocalPerson> {
    const one = localPerson({ key: `${tenant}-${key}`, name: key, locale: 'en-GB', timeZone: 'UTC', tenant });
    teams.places.add(one);
    teams.conversations.setInstalled(one.key, true);
    const address = { serviceUrl: teams.serviceUrl, conversation: one.conversation, tenant, bot: { id: '28:kiku', name: 'Kiku' } };
    await wrote(one.aadObjectId, { address, says: { spoken: 'en', ...says } });
    return one;
  }

  const keyOf = (one: LocalPerson): PersonKey => ({ tenant, id: one.aadObjectId });
  const tell = (people: readonly LocalPerson[], advisory = advisoryOf('OD1'), transitions: FanOut['transitions'] = ['new']) =>
    planned(
      advisory,
      people.map((one) => alertOf(keyOf(one))),
      transitions,
      clock.now(),
    );

  const parts: SenderParts = {
    store: clock.watch(alerts),
    messenger: clock.watch(connector),
    opener: clock.watch(connector),
    render: (row: AlertRow, fanOut: FanOut) => ({ kind: 'text', text: `${fanOut.advisory.id} ${fanOut.advisory.status} ${row.part}` }),
    quiet: 'none',
    defaultTimeZone: 'UTC',
    limits: { leaseMs: 20_000, perSecond: 45, burst: 4 },
    mostInFlight: 64,
    now: clock.now,
    sleep: clock.sleep,
    jitter: () => 0.5,
    log: quiet,
  };

  /** Lets senders run, each until nothing is due for a while. */
  const send = (change: Partial<SenderParts> = {}, senders = 1) =>
    clock.runUntil(Promise.all(Array.from({ length: senders }, () => sendAlerts(tenant, { ...parts, ...change }, new AbortController().signal))));

  const said = (one: LocalPerson): readonly string[] =>
    teams.conversations
      .read(one.key)
      .entries.filter((entry) => entry.from === 'kiku' && !entry.isDeleted)
      .map((entry) => entry.activity.text ?? '');

  return {
    clock,
    tenant,
    alerts,
    teams,
    wrote,
    person,
    tell,
    send,
    said,
    strike: (fault: FaultRequest) => teams.faults.inject(fault),
    close: () => teams.close(),
  };
}
