import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createReport } from '../../src/helpdesk/report.ts';
import { createHelpdeskStore } from '../../src/storage/helpdesk-store.ts';
import { advisoryOf, alertOf, NOW, tenantOn } from '../storage/alerts.ts';
import { channel } from '../storage/cases.ts';
import { type EmptyDatabase, emptyDatabase } from '../storage/databases.ts';
import { hold, waiting } from '../storage/holding.ts';
import { text } from '../storage/turns.ts';

/** Several instances show how far a fan-out is, each as it looked then; the last that stands there is how it ended. */
describe('the card of a fan-out in the helpdesk’s channel', () => {
  let empty: EmptyDatabase;
  beforeAll(async () => {
    empty = await emptyDatabase('postgres');
  }, 60_000);
  afterAll(() => empty.end());

  /** A fan-out for one person, and the helpdesk that sees it. */
  const begun = async () => {
    const { tenant, alerts, wrote, planned, sendAll } = tenantOn(empty.database);
    const store = createHelpdeskStore(empty.database);
    await store.bind(tenant, { ...channel, tenant, conversation: `19:${tenant}` }, 'owner', NOW);
    const fanOut = await planned(advisoryOf('OD1'), [alertOf(await wrote('aiko'))]);
    const report = createReport({
      store,
      alerts,
      render: (view) => text(view.kind === 'fan-out' ? `${view.fanOut.control}, ${view.progress.waiting} waiting` : ''),
      now: () => NOW,
      perSecond: 45,
    });
    const stands = async () => {
      const rows = await empty.database.query(
        "select outgoing -> 'message' ->> 'text' as words from kiku.outbox where conversation = $1 order by id desc limit 1",
        [`19:${tenant}`],
      );
      return Reflect.get(Object(rows[0]), 'words');
    };
    return { tenant, alerts, fanOut, report, stands, sendAll };
  };

  it('says what was decided since somebody looked', async () => {
    const { alerts, fanOut, report, stands } = await begun();
    await alerts.control(fanOut.id, { kind: 'cancel' }, NOW);

    await report.show(fanOut);

    expect(await stands()).toBe('cancelled, 0 waiting');
  });

  it.each([
    { what: 'shown', does: 'show' as const },
    { what: 'put up after a decision', does: 'put' as const },
  ])('says how it ended while it was being $what', async ({ does }) => {
    const { tenant, fanOut, report, stands, sendAll } = await begun();
    const held = await hold(empty.database, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`19:${tenant} fan-out ${fanOut.id}`]);

    const showing = report[does](fanOut);
    await waiting(empty.database, 1);
    await sendAll(NOW);
    await held.letGo();
    await showing;

    expect(await stands()).toBe('running, 0 waiting');
  });
});
