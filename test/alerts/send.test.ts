import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FaultRequest } from '../../src/local/teams/faults.ts';
import type { Database } from '../../src/storage/database.ts';
import { advisoryOf, NOW } from '../storage/alerts.ts';
import { type EmptyDatabase, emptyDatabase } from '../storage/databases.ts';
import { stageOn } from './sending.ts';

type Outcome = { readonly said: number; readonly state: 'sent' | 'failed' | 'skipped' | 'waiting' };

let empty: EmptyDatabase;
let database: Database;
let stage: Awaited<ReturnType<typeof stageOn>>;

beforeAll(async () => {
  empty = await emptyDatabase('postgres');
  database = empty.database;
});
afterAll(() => empty.end());
beforeEach(async () => {
  stage = await stageOn(database);
});
afterEach(() => stage.close());

const HOUR_MS = 3_600_000;

describe('what becomes of an alert, by what Teams answers', () => {
  it.each<[string, FaultRequest, Outcome]>([
    ['429 was not taken: again after its rest', { kind: 'throttle', retryAfterSeconds: 3 }, { said: 1, state: 'sent' }],
    ['429 without a rest: again after one of ours', { kind: 'throttle', retryAfterSeconds: null }, { said: 1, state: 'sent' }],
    ['412 was not taken: again', { kind: 'precondition', count: 3 }, { said: 1, state: 'sent' }],
    ['502 after it was taken: once more, and marked', { kind: 'failing' }, { said: 2, state: 'sent' }],
    ['502 twice: not a third time', { kind: 'failing', count: 2 }, { said: 2, state: 'failed' }],
    ['503 before it was taken: once more', { kind: 'failing', status: 503, isAccepted: false }, { said: 1, state: 'sent' }],
    ['500: not again', { kind: 'failing', status: 500 }, { said: 1, state: 'failed' }],
    ['a connection that is dropped: once more', { kind: 'drop' }, { said: 2, state: 'sent' }],
    ['no answer in time: once more', { kind: 'hang' }, { said: 2, state: 'sent' }],
    ['413: not again', { kind: 'too-big' }, { said: 0, state: 'failed' }],
    ['switched off by an administrator', { kind: 'forbidden', code: 'BotDisabledByAdmin' }, { said: 0, state: 'failed' }],
    ['not installed', { kind: 'forbidden', code: 'BotNotInConversationRoster' }, { said: 0, state: 'failed' }],
    ['blocked', { kind: 'forbidden', code: 'ConversationBlockedByUser' }, { said: 0, state: 'failed' }],
    ['blocked, in the older shape', { kind: 'forbidden', code: 'MessageWritesBlocked' }, { said: 0, state: 'failed' }],
    ['no permission', { kind: 'forbidden', code: 'NotEnoughPermissions' }, { said: 0, state: 'failed' }],
    ['a chat that is gone is opened anew', { kind: 'not-found', code: 'ConversationNotFound' }, { said: 1, state: 'sent' }],
    ['but only once', { kind: 'not-found', code: 'ConversationNotFound', count: 2 }, { said: 0, state: 'failed' }],
  ])('%s', async (_, fault, expected) => {
    const aiko = await stage.person('aiko');
    const { id } = await stage.tell([aiko]);
    stage.strike({ on: 'post', ...fault, conversation: aiko.conversation });

    await stage.send();

    const progress = await stage.alerts.progress(id);
    expect({ said: stage.said(aiko).length, [expected.state]: progress[expected.state] }).toEqual({ said: expected.said, [expected.state]: 1 });
    expect(stage.teams.limits.violations).toMatchObject({ tenant: 0, conversation: 0 });
  });

  it('counts what may have arrived twice', async () => {
    const aiko = await stage.person('aiko');
    const { id } = await stage.tell([aiko]);
    stage.strike({ kind: 'failing' });

    await stage.send();

    expect(await stage.alerts.progress(id)).toMatchObject({ sent: 1, inDoubt: 1 });
  });
});

describe('somebody who cannot be reached', () => {
  it.each(['BotDisabledByAdmin', 'BotNotInConversationRoster', 'ConversationBlockedByUser', 'MessageWritesBlocked'] as const)(
    '%s: is not tried again before they write, and then is',
    async (code) => {
      const aiko = await stage.person('aiko');
      await stage.tell([aiko]);
      stage.strike({ kind: 'forbidden', code });
      await stage.send();
      await stage.tell([aiko], advisoryOf('OD2'));
      await stage.send();
      expect(stage.said(aiko)).toEqual([]);

      await stage.person('aiko');
      await stage.tell([aiko], advisoryOf('OD3'));
      await stage.send();

      expect(stage.said(aiko)).toEqual(['OD3 serviceDegradation card']);
    },
  );
});

describe('rest', () => {
  it('asked for by one answer is kept by all senders of the tenant, to within a second, and by no other tenant', async () => {
    const people = await Promise.all(Array.from({ length: 60 }, (_, index) => stage.person(`p${index}`)));
    const other = await stageOn(database);
    const elsewhere = await other.person('mei');
    await stage.tell(people);
    await other.tell([elsewhere]);
    stage.strike({ kind: 'throttle', retryAfterSeconds: 7, count: 1 });

    await stage.send({}, 2);
    await other.send();

    const times = people.map((one) => stage.teams.conversations.read(one.key).entries[0]?.at ?? 0).sort((left, right) => left - right);
    const gaps = times.map((time, index) => time - (times[index - 1] ?? time));
    expect(Math.max(...gaps)).toBeGreaterThanOrEqual(6_900);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(8_000);
    expect(other.teams.conversations.read(elsewhere.key).entries[0]?.at).toBeLessThan(NOW + 1_000);
    expect(people.every((one) => stage.said(one).length === 1)).toBe(true);
    await other.close();
  });

  it('is kept between messages to one person', async () => {
    const aiko = await stage.person('aiko');
    for (let index = 0; index < 9; index += 1) await stage.tell([aiko], advisoryOf(`OD${index}`));

    await stage.send({}, 2);

    const times = stage.teams.conversations.read(aiko.key).entries.map((entry) => entry.at);
    expect(times).toHaveLength(9);
    expect(times.every((time, index) => index === 0 || time - (times[index - 1] ?? 0) >= 1_000)).toBe(true);
    expect(stage.teams.limits.violations.conversation).toBe(0);
  });
});

describe('a card that stands in a chat', () => {
  it('is replaced by what comes later, and not posted again', async () => {
    const aiko = await stage.person('aiko');
    await stage.tell([aiko]);
    await stage.send();

    await stage.tell([aiko], advisoryOf('OD1', { status: 'restoringService' }), ['status']);
    await stage.send();

    expect(stage.said(aiko)).toEqual(['OD1 restoringService card']);
  });

  it('that was deleted is posted anew', async () => {
    const aiko = await stage.person('aiko');
    await stage.tell([aiko]);
    await stage.send();
    const [card] = stage.teams.conversations.read(aiko.key).entries;
    stage.teams.conversations.change(aiko.key, card?.id ?? '', { isDeleted: true });

    await stage.tell([aiko], advisoryOf('OD1', { status: 'restoringService' }), ['status']);
    await stage.send();

    expect(stage.said(aiko)).toEqual(['OD1 restoringService card']);
  });

  it('may be replaced twice: a failure in doubt is tried until it is sure', async () => {
    const aiko = await stage.person('aiko');
    await stage.tell([aiko]);
    await stage.send();
    const { id } = await stage.tell([aiko], advisoryOf('OD1', { status: 'restoringService' }), ['status']);
    stage.strike({ kind: 'failing', count: 4, on: 'put' });

    await stage.send();

    expect(stage.said(aiko)).toEqual(['OD1 restoringService card']);
    expect(await stage.alerts.progress(id)).toMatchObject({ sent: 1, inDoubt: 0 });
  });

  it('says only the last of what happened while it waited', async () => {
    const aiko = await stage.person('aiko', {
      alerts: { follows: [], mutedServices: [], mutedAdvisories: [], quiet: { from: 0, to: 60 }, incidentsPass: false },
    });
    await stage.tell([aiko]);
    await stage.send();
    await stage.tell([aiko], advisoryOf('OD1', { status: 'restoringService' }), ['status']);
    await stage.send();
    expect(stage.said(aiko)).toEqual([]);

    await stage.clock.runUntil(stage.clock.sleep(HOUR_MS));
    await stage.send();

    expect(stage.said(aiko)).toEqual(['OD1 restoringService card']);
  });
});

describe('what somebody wishes after it was planned', () => {
  it('is heeded: muted means muted', async () => {
    const aiko = await stage.person('aiko');
    const { id } = await stage.tell([aiko]);
    await stage.person('aiko', { alerts: { follows: [], mutedServices: [], mutedAdvisories: ['OD1'], quiet: null, incidentsPass: false } });

    await stage.send();

    expect(stage.said(aiko)).toEqual([]);
    expect(await stage.alerts.progress(id)).toMatchObject({ skipped: 1 });
  });
});

describe('a database that fails for a moment', () => {
  it('makes nobody get it twice', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, (_, index) => stage.person(`p${index}`)));
    const { id } = await stage.tell(people);
    let failures = 4;
    const settle: typeof stage.alerts.settle = async (results) => {
      failures -= 1;
      if (failures >= 0) throw new Error('no connection');
      await stage.alerts.settle(results);
    };

    await stage.send({ store: stage.clock.watch({ ...stage.alerts, settle }) });

    expect(people.map((one) => stage.said(one).length)).toEqual(people.map(() => 1));
    expect(await stage.alerts.progress(id)).toMatchObject({ sent: 12, waiting: 0 });
  });
});

describe('when Teams refuses everybody', () => {
  it('nothing is lost: the fan-out stops with its reason, and goes on when it is let', async () => {
    const people = await Promise.all(Array.from({ length: 30 }, (_, index) => stage.person(`p${index}`)));
    const { id } = await stage.tell(people);
    stage.strike({ kind: 'unauthorized', count: 50 });
    await stage.send();
    expect(await stage.alerts.fanOut(id)).toMatchObject({ control: 'paused', fault: 'refused 401 BotNotRegistered' });

    stage.teams.faults.clear();
    await stage.alerts.control(id, { kind: 'resume' }, stage.clock.now());
    await stage.send();

    expect(people.map((one) => stage.said(one).length)).toEqual(people.map(() => 1));
  });
});

describe('the helpdesk', () => {
  it.each(['pause', 'cancel'] as const)('can %s at once: nothing more goes out', async (kind) => {
    const people = await Promise.all(Array.from({ length: 90 }, (_, index) => stage.person(`p${index}`)));
    const { id } = await stage.tell(people);
    const sending = stage.send();
    await stage.clock.sleep(500);
    await stage.alerts.control(id, { kind }, stage.clock.now());
    const before = people.filter((one) => stage.said(one).length > 0).length;
    await sending;

    const after = people.filter((one) => stage.said(one).length > 0).length;
    expect(before).toBeGreaterThan(0);
    // What was given out before may still arrive.
    expect(after - before).toBeLessThanOrEqual(4);
    expect(after).toBeLessThan(40);
  });

  it('can add a sentence, which the cards that were sent get too', async () => {
    const aiko = await stage.person('aiko');
    const { id } = await stage.tell([aiko]);
    const render = {
      render: (_: unknown, fanOut: { sentence: { text: string } | null }) => ({ kind: 'text', text: fanOut.sentence?.text ?? 'none' }) as const,
    };
    await stage.send(render);
    await stage.alerts.control(id, { kind: 'sentence', text: 'The web works.', by: 'Priya' }, stage.clock.now());

    await stage.send(render);

    expect(stage.said(aiko)).toEqual(['The web works.']);
  });
});
