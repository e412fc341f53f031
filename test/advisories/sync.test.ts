import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createSync } from '../../src/advisories/sync.ts';
import type { GraphFaultRequest } from '../../src/local/graph/faults.ts';
import { createGraphBudget } from '../../src/storage/graph-budget.ts';
import { openBudget, readerOf } from '../graph/local-graph.ts';
import { type EmptyDatabase, emptyDatabase } from '../storage/databases.ts';
import { DAY, HOUR, iso, MINUTE, type SyncStage, syncStage } from './syncing.ts';

let empty: EmptyDatabase;
let stage: SyncStage;
beforeAll(async () => {
  empty = await emptyDatabase('postgres');
});
afterAll(() => empty.end());
beforeEach(async () => {
  stage = await syncStage(empty.database);
});
afterEach(() => stage.close());

/** The first reading, and a minute later. */
async function begun(): Promise<void> {
  expect(await stage.read()).toEqual({ issues: 'stored', messages: 'stored', fanOuts: [] });
  stage.asked();
  stage.pass(MINUTE);
}

const watermark = async (kind: 'issue' | 'message' = 'issue') => (await stage.store.readSync(kind)).watermark;

describe('the first reading', () => {
  it('takes the whole backlog and tells nothing of it', async () => {
    expect(await stage.read()).toEqual({ issues: 'stored', messages: 'stored', fanOuts: [] });

    expect(await stage.shown('OD255960')).toBeDefined();
    expect(await stage.shown('MC240160')).toBeDefined();
    expect(await stage.told()).toEqual([]);
    expect(stage.asked()).toEqual([
      '/issues',
      `/messages?$filter=lastModifiedDateTime ge ${iso(stage.clocks.ours - 400 * DAY).replace('.000Z', 'Z')}`,
    ]);
  });

  it('is a first one for each kind', async () => {
    stage.server.faults.inject({ kind: 'no-permission', on: 'messages' });
    expect(await stage.read()).toMatchObject({ issues: 'stored', messages: 'failed' });
    stage.pass(MINUTE);

    await stage.read();

    expect(await stage.shown('MC240160')).toBeDefined();
    expect(await stage.told()).toEqual([]);
  });

  it('that finds nothing is the first one all the same', async () => {
    for (const { value } of stage.server.advisories.list()) stage.server.advisories.remove(value.id);
    await begun();
    const id = stage.publish();

    await stage.read();

    expect(await stage.told()).toEqual([`${id} new`]);
  });

  it('leaves out issues that were closed more than ninety days ago, and takes open ones of any age', async () => {
    const old = { lastModifiedDateTime: iso(stage.clocks.theirs - 91 * DAY), startDateTime: iso(stage.clocks.theirs - 99 * DAY) };
    stage.show({ ...stage.issue('OD255960'), ...old, id: 'OD100001', isResolved: true, status: 'serviceRestored' });
    stage.show({ ...stage.issue('OD255960'), ...old, id: 'OD100002' });

    await stage.read();

    expect(await stage.shown('OD100001')).toBeUndefined();
    expect(await stage.shown('OD100002')).toBeDefined();
  });
});

describe('a later reading', () => {
  it('asks for what changed since the greatest change received, a quarter of an hour before that, whatever our clock says', async () => {
    await begun();
    const issues = stage.server.advisories
      .list()
      .flatMap(({ kind, isOn, value }) => (kind === 'issue' && isOn ? [Date.parse(value.lastModifiedDateTime)] : []));
    const greatest = Math.max(...issues);
    stage.clocks.ours += 5 * HOUR;
    expect(await watermark()).toBe(greatest);

    await stage.read();

    expect(stage.asked()[0]).toBe(`/issues?$filter=lastModifiedDateTime ge ${iso(greatest - 15 * MINUTE).replace(/\.\d+Z/, 'Z')}`);
  });

  it.each<[string, (id: string) => unknown, readonly string[]]>([
    ['a new issue', () => stage.publish(), ['OD900301 new']],
    ['another status', (id) => stage.server.advisories.change(id, { status: 'restoringService' }), ['OD255960 status']],
    [
      'an advisory that becomes an incident',
      (id) => stage.server.advisories.change(id, { classification: 'incident' }),
      ['OD255960 became-incident'],
    ],
    ['another title', (id) => stage.server.advisories.change(id, { title: 'Nobody can sign in' }), ['OD255960 changed']],
    ['an end, with a post and in the past tense', (id) => stage.server.advisories.change(id, { resolve: true }), ['OD255960 resolved']],
    ['a false alarm', (id) => stage.server.advisories.change(id, { status: 'falsePositive' }), ['OD255960 resolved']],
    ['a new post', (id) => stage.server.advisories.change(id, { post: 'Still working on it.' }), []],
    ['a status nobody knew', (id) => stage.server.advisories.change(id, { status: 'beingLookedInto' }), ['OD255960 status']],
    ['a pressing message with another text', () => stage.server.advisories.change('MC240160', { post: 'New dates.' }), ['MC240160 changed']],
  ])('tells of %s what there is to tell, once', async (_, change, told) => {
    await begun();
    change('OD255960');

    const { fanOuts } = await stage.read();
    await stage.read();

    expect(await stage.told()).toEqual(told);
    expect(fanOuts).toHaveLength(told.length);
  });

  it('tells an end, nothing of what follows it, and that it came back', async () => {
    await begun();
    for (const change of [{ resolve: true }, { status: 'postIncidentReviewPublished', post: 'A review has been published.' }, { reopen: true }]) {
      stage.server.advisories.change('OD255960', change);
      await stage.read();
      stage.pass(MINUTE);
    }

    expect(await stage.told()).toEqual(['OD255960 resolved', 'OD255960 reopened']);
  });

  it('tells nothing of the same post three times over, nor of anything stamped anew without a word', async () => {
    await begun();
    for (let time = 0; time < 3; time += 1) {
      stage.server.advisories.change('OD255960', { post: 'A post-incident report has been published.' });
      await stage.read();
      stage.pass(MINUTE);
    }
    stage.show({
      ...stage.issue('OD255960'),
      lastModifiedDateTime: iso(stage.clocks.theirs),
      details: [{ name: 'NotifyInApp', value: 'True' }],
      highImpact: true,
    });
    await stage.read();

    expect(await stage.told()).toEqual([]);
  });

  it('takes closed issues from the shelf after ninety days, while what was told of them stays', async () => {
    await begun();
    stage.server.advisories.change('OD255960', { resolve: true });
    await stage.read();
    stage.pass(91 * DAY);
    stage.publish();

    await stage.read();

    expect(await stage.shown('OD255960')).toBeUndefined();
    expect(await empty.database.query("select content ->> 'id' as id from kiku.fan_out order by kiku.fan_out.id limit 1", [])).toEqual([
      { id: 'OD255960' },
    ]);
  });

  it('begins after one that is under way, and serves all who asked meanwhile', async () => {
    await begun();
    const first = stage.read();
    while (stage.server.requests.length < 3) await new Promise((resolve) => setImmediate(resolve));
    const id = stage.publish();
    const later = [stage.read(), stage.read({ isThorough: true }), stage.read()];

    await Promise.all([first, ...later]);

    expect(await stage.shown(id)).toBeDefined();
    expect(new Set(later).size).toBe(1);
    expect(stage.asked().filter((url) => url.includes('isResolved'))).toHaveLength(1);
  });
});

describe('pages that move while they are read', () => {
  beforeEach(async () => {
    await stage.close();
    stage = await syncStage(empty.database, { largestPage: 2 });
  });

  it('are all read, each with both preferences and none with $top', async () => {
    await begun();
    const ids = Array.from({ length: 5 }, (_, index) => stage.publish(`Trouble ${index}`));

    await stage.read();

    expect(await stage.told()).toEqual(ids.map((id) => `${id} new`));
    for (const { url, headers } of stage.server.requests) {
      expect(headers.prefer).toBe('odata.maxpagesize=1000, include-unknown-enum-members');
      expect(url).not.toContain('$top');
    }
    expect(stage.asked().filter((url) => url.startsWith('/issues') && url.includes('$skip')).length).toBeGreaterThanOrEqual(2);
  });

  it('count an item once that comes twice', async () => {
    await begun();
    const ids = Array.from({ length: 5 }, (_, index) => stage.publish(`Trouble ${index}`));
    stage.server.faults.inject({ kind: 'repeat-item', on: 'issues', page: 'later', count: 2 });

    await stage.read();

    expect(await stage.told()).toEqual(ids.map((id) => `${id} new`));
  });

  it('bring an item with the next reading that was skipped', async () => {
    await begun();
    const ids = Array.from({ length: 5 }, (_, index) => {
      stage.pass(MINUTE);
      return stage.publish(`Trouble ${index}`);
    });
    stage.server.faults.inject({ kind: 'skip-item', on: 'issues', page: 'later' });
    await stage.read();
    const first = await stage.told();
    stage.pass(MINUTE);

    await stage.read();

    expect(first).toHaveLength(4);
    expect([...first, ...(await stage.told())].sort()).toEqual(ids.map((id) => `${id} new`));
  });

  it.each<[string, GraphFaultRequest]>([
    ['fail on a later page', { kind: 'failing', page: 'later', count: 3 }],
    ['go round in a circle', { kind: 'looping-link', page: 'later', count: 9 }],
    ['point to another host', { kind: 'foreign-link', page: 'later' }],
  ])('are worth nothing when they %s, and are read again', async (_, fault) => {
    await begun();
    const kept = async () => [await watermark(), await stage.store.known('issue', null)];
    const before = await kept();
    const ids = Array.from({ length: 5 }, (_, index) => stage.publish(`Trouble ${index}`));
    stage.server.faults.inject({ ...fault, on: 'issues' });

    expect(await stage.read()).toMatchObject({ issues: 'failed', messages: 'stored', fanOuts: [] });
    expect(await kept()).toEqual(before);
    stage.server.faults.clear();
    stage.pass(MINUTE);
    await stage.read();

    expect(await stage.told()).toEqual(ids.map((id) => `${id} new`));
  });
});

describe('while Graph fails', () => {
  it.each<[string, GraphFaultRequest]>([
    ['the token is refused', { kind: 'failing', status: 401 }],
    ['the permission is missing', { kind: 'no-permission' }],
    ['it asks us to slow down and does not say how long', { kind: 'throttle', retryAfterSeconds: null, count: 3 }],
    ['it is unavailable', { kind: 'failing', status: 503, count: 3 }],
    ['half an answer comes', { kind: 'half', count: 3 }],
    ['the connection drops', { kind: 'drop', count: 3 }],
    ['a web page comes', { kind: 'html', count: 3 }],
    ['an error page comes', { kind: 'failing', status: 502, body: 'html', count: 3 }],
    ['it never answers', { kind: 'hang', count: 3 }],
  ])('because %s, the last known state stands as such on every instance, and nothing is lost', async (_, fault) => {
    await begun();
    const readAt = stage.clocks.ours - MINUTE;
    const id = stage.publish();
    stage.server.faults.inject({ ...fault, on: 'issues' });

    expect(await stage.read()).toMatchObject({ issues: 'failed', messages: 'stored' });
    expect(await stage.shown('OD255960')).toBeDefined();
    expect(stage.shelf.current()).toMatchObject({ isFailing: true, readAt });
    expect(JSON.stringify(stage.log.lines)).not.toContain(stage.server.token);
    stage.pass(MINUTE);
    await stage.read();

    expect(await stage.told()).toEqual([`${id} new`]);
    await stage.shelf.look();
    expect(stage.shelf.current()).toMatchObject({ isFailing: false, readAt: stage.clocks.ours });
  });

  it('on messages only, issues are read, and the age of what is shown is theirs', async () => {
    await begun();
    const id = stage.publish();
    stage.server.faults.inject({ kind: 'no-permission', on: 'messages', count: 9 });

    expect(await stage.read()).toMatchObject({ issues: 'stored', messages: 'failed' });

    expect(await stage.told()).toEqual([`${id} new`]);
    await stage.shelf.look();
    expect(stage.shelf.current()).toMatchObject({ isFailing: false, readAt: stage.clocks.ours });
    expect(stage.log.lines.at(-1)).toMatchObject({ level: 'warn', fields: { kind: 'message', code: 'forbidden', status: 403 } });
  });

  it('on issues only, messages are read', async () => {
    await begun();
    stage.server.faults.inject({ kind: 'failing', on: 'issues', count: 3 });
    stage.server.advisories.change('MC240160', { post: 'New dates.' });

    expect(await stage.read()).toMatchObject({ issues: 'failed', messages: 'stored' });

    expect(await stage.told()).toEqual(['MC240160 changed']);
  });

  it('a reading that is given up is no failure', async () => {
    await begun();
    stage.server.faults.inject({ kind: 'hang', count: 9 });
    const abort = new AbortController();
    const reading = stage.sync.sync(abort.signal);
    while (stage.server.requests.length < 3) await new Promise((resolve) => setImmediate(resolve));

    abort.abort();

    expect(await reading).toMatchObject({ fanOuts: [] });
    expect(await stage.store.readSync('issue')).toMatchObject({ isFailing: false });
    expect(stage.log.lines).toEqual([]);
  });
});

describe('the hourly look at open issues', () => {
  const openLists = () => stage.asked().filter((url) => url === '/issues?$filter=isResolved eq false').length;

  it('comes once an hour, and at once for whoever asks', async () => {
    await begun();
    const counts = [];
    for (const ms of [0, 57 * MINUTE, MINUTE, 2 * MINUTE, 2 * MINUTE]) {
      stage.pass(ms);
      await stage.read();
      counts.push(openLists());
    }
    await stage.read({ isThorough: true });

    expect([...counts, openLists()]).toEqual([0, 0, 0, 1, 0, 1]);
  });

  it('finds an end that no change gave away', async () => {
    await begun();
    stage.show({ ...stage.issue('OD255960'), isResolved: true, status: 'serviceRestored' });

    await stage.read({ isThorough: true });

    expect(stage.asked()).toContain('/issues/OD255960');
    expect(await stage.told()).toEqual(['OD255960 resolved']);
  });

  it('finds an open issue that no reading has brought', async () => {
    await begun();
    stage.show({ ...stage.issue('OD255960'), id: 'OD100001', lastModifiedDateTime: iso(stage.clocks.theirs - 9 * DAY) });

    await stage.read({ isThorough: true });

    expect(await stage.told()).toEqual(['OD100001 new']);
  });

  it('takes from the shelf what this tenant cannot see any more, and tells that it is over', async () => {
    await begun();
    stage.server.advisories.change('OD255960', { isOn: false });

    await stage.read({ isThorough: true });

    expect(await stage.shown('OD255960')).toBeUndefined();
    expect(await stage.told()).toEqual(['OD255960 resolved']);
    const [row] = await empty.database.query("select content ->> 'status' as status, content ->> 'isResolved' as over from kiku.fan_out", []);
    expect(row).toEqual({ status: 'withdrawn', over: 'true' });
  });

  it.each<[string, GraphFaultRequest]>([
    ['a missing permission', { kind: 'no-permission' }],
    ['a proxy that says 404', { kind: 'failing', status: 404, body: 'html' }],
    ['a failure', { kind: 'failing', status: 503, count: 3 }],
    ['an issue that cannot be read', { kind: 'bad-item' }],
  ])('does not take %s for gone', async (_, fault) => {
    await begun();
    stage.show({ ...stage.issue('OD255960'), isResolved: true });
    stage.server.faults.inject({ ...fault, page: 'one' });

    await stage.read({ isThorough: true });

    expect(await stage.shown('OD255960')).toMatchObject({ isResolved: false });
    expect(await stage.told()).toEqual([]);
    expect(stage.log.lines.at(-1)).toMatchObject({ level: 'warn', fields: { advisory: 'OD255960' } });
  });

  it('that failed comes again with the next reading', async () => {
    await begun();
    stage.server.advisories.change('OD255960', { isOn: false });
    stage.pass(HOUR);
    stage.server.faults.inject({ kind: 'failing', page: 'one', count: 3 });
    await stage.read();
    stage.pass(MINUTE);

    await stage.read();

    expect(await stage.told()).toEqual(['OD255960 resolved']);
  });

  it('looks up fifty in one reading and goes on with the next', async () => {
    const { value } = stage.server.advisories.publish({ service: 'Exchange Online', title: 'Mail is slow', impact: 'Mail is late.' });
    for (let number = 0; number < 70; number += 1) stage.show({ ...value, id: `EX${200_000 + number}` });
    await begun();
    for (let number = 0; number < 70; number += 1) stage.server.advisories.change(`EX${200_000 + number}`, { isOn: false });

    // What changed of late is asked for again and would be missed there too.
    stage.pass(HOUR);
    await stage.read();
    const first = stage.asked().filter((url) => /^\/issues\/EX/.test(url)).length;
    stage.pass(MINUTE);
    await stage.read();

    expect([first, stage.asked().filter((url) => /^\/issues\/EX/.test(url)).length]).toEqual([50, 20]);
    expect(await stage.told()).toHaveLength(70);
  });
});

describe('a clock that is wrong', () => {
  it.each([
    ['ahead', 5 * HOUR],
    ['behind', -5 * HOUR],
    ['years ahead', 3_000 * DAY],
    ['years behind', -3_000 * DAY],
  ])('%s loses nothing', async (_, offset) => {
    await begun();
    stage.clocks.ours += offset;
    const first = stage.publish();
    await stage.read();
    stage.pass(30 * MINUTE);
    stage.server.advisories.change(first, { status: 'restoringService' });
    await stage.read();
    stage.pass(30 * MINUTE);
    stage.clocks.ours -= offset;
    stage.server.advisories.change(first, { resolve: true });
    await stage.read();

    expect(await stage.told()).toEqual([`${first} new`, `${first} status`, `${first} resolved`]);
    expect(await stage.shown('OD255960')).toBeDefined();
    expect(await stage.shown('MC240160')).toBeDefined();
  });

  it('of Graph’s, on one advisory, does not hide what changes behind it', async () => {
    await begun();
    stage.show({ ...stage.issue('OD255960'), id: 'OD100001', lastModifiedDateTime: iso(stage.clocks.theirs + 9_000 * DAY) });
    await stage.read();
    stage.pass(20 * MINUTE);
    const id = stage.publish();
    await stage.read();
    stage.pass(20 * MINUTE);
    stage.show({ ...stage.issue('OD100001'), status: 'restoringService', lastModifiedDateTime: iso(stage.clocks.theirs) });
    await stage.read();

    expect(await stage.told()).toEqual(['OD100001 new', `${id} new`, 'OD100001 status']);
    expect(stage.log.lines).toMatchObject([
      { level: 'info' },
      { level: 'warn', fields: { advisories: ['OD100001'] } },
      { level: 'info' },
      { level: 'info' },
    ]);
  });
});

describe('two instances', () => {
  it('that read at once tell once', async () => {
    await begun();
    const other = createSync({ source: readerOf(stage.server).source, store: stage.store, now: () => stage.clocks.ours, log: stage.log });
    const id = stage.publish();

    const results = await Promise.all([stage.read(), other.sync(new AbortController().signal)]);
    await stage.read();

    expect(await stage.told()).toEqual([`${id} new`]);
    expect(results.flatMap(({ fanOuts }) => fanOuts)).toHaveLength(1);
  });
});

describe('the budget of all instances', () => {
  it('is at an end: nothing of a half reading is kept, and the next goes on, wherever it ended', async () => {
    let left = Number.POSITIVE_INFINITY;
    const takeGraphRequest = async () => {
      left -= 1;
      return left < 0 ? 30_000 : 0;
    };
    await stage.close();
    stage = await syncStage(empty.database, { largestPage: 2, budget: { ...openBudget(), takeGraphRequest } });
    await begun();
    const ids = Array.from({ length: 5 }, (_, index) => stage.publish(`Trouble ${index}`));
    stage.server.advisories.change('OD255960', { isOn: false });
    const outcomes = [];
    for (const requests of [0, 1, 2, 3, 5, 6]) {
      left = requests;
      outcomes.push((await stage.read({ isThorough: true })).issues);
      stage.pass(MINUTE);
    }
    left = Number.POSITIVE_INFINITY;
    await stage.read({ isThorough: true });

    expect(outcomes).toEqual(['waiting', 'waiting', 'waiting', 'stored', 'stored', 'stored']);
    expect((await stage.told()).toSorted()).toEqual(['OD255960 resolved', ...ids.map((id) => `${id} new`)]);
    expect(await stage.store.readSync('issue')).toMatchObject({ isFailing: false });
  });

  it('rests as long as Graph says, over three minutes too, and on every instance', async () => {
    const budget = createGraphBudget(empty.database);
    await stage.close();
    stage = await syncStage(empty.database, { budget });
    await begun();
    const id = stage.publish();
    stage.server.faults.inject({ kind: 'throttle', retryAfterSeconds: 600, on: 'issues' });
    expect(await stage.read()).toMatchObject({ issues: 'failed', messages: 'waiting' });
    stage.asked();
    for (let minute = 1; minute < 10; minute += 1) {
      stage.pass(MINUTE);
      expect(await stage.read()).toMatchObject({ issues: 'waiting', messages: 'waiting' });
    }
    expect(stage.asked()).toEqual([]);
    expect(await budget.takeGraphRequest(stage.clocks.ours)).toBeGreaterThan(0);
    stage.pass(MINUTE + 1);

    expect(await stage.read()).toMatchObject({ issues: 'stored' });

    expect(await stage.told()).toEqual([`${id} new`]);
  });
});
