import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type EmptyDatabase, emptyDatabase } from '../storage/databases.ts';
import { HOUR, iso, MINUTE, type SyncStage, syncStage } from './syncing.ts';

let empty: EmptyDatabase;
let stage: SyncStage;
beforeAll(async () => {
  empty = await emptyDatabase('postgres');
});
afterAll(() => empty.end());
beforeEach(async () => {
  stage = await syncStage(empty.database);
  await stage.read();
  stage.pass(MINUTE);
});
afterEach(() => stage.close());

const post = (content: string, contentType = 'html') => ({
  createdDateTime: iso(stage.clocks.theirs),
  postType: 'regular',
  description: { contentType, content },
});

/** OD100001 with `changes` is published; beside it one that is as it should be. */
async function published(changes: object): Promise<string> {
  const times = { startDateTime: iso(stage.clocks.theirs - HOUR), lastModifiedDateTime: iso(stage.clocks.theirs) };
  stage.show({ ...stage.issue('OD255960'), ...times, id: 'OD100001', ...changes });
  const ordinary = stage.publish();
  expect(await stage.read()).toMatchObject({ issues: 'stored' });
  return ordinary;
}

describe('an announcement that is odd', () => {
  it.each<[string, () => object, object]>([
    [
      'script in its HTML',
      () => ({
        title: 'Users <script>alert(1)</script>cannot sign in',
        posts: [post('<p onclick="x()">Sign-in fails.</p><script>steal()</script><img src=x onerror=y()><a href="javascript:z()">here</a>')],
      }),
      { title: 'Users cannot sign in', text: 'Sign-in fails.\n\nhere' },
    ],
    ['no posts', () => ({ posts: [] }), { text: '', nextUpdate: null }],
    [
      'a post without a description',
      () => ({ posts: [{ createdDateTime: iso(stage.clocks.theirs), postType: 'quick', description: null }] }),
      { text: '' },
    ],
    ['an end before its start', () => ({ endDateTime: iso(stage.clocks.theirs - 9 * HOUR) }), { endAt: null }],
    ['a start in the future', () => ({ startDateTime: iso(stage.clocks.theirs + 9 * HOUR) }), { id: 'OD100001' }],
    ['a service nobody knows', () => ({ service: 'Microsoft Quantum Toaster' }), { services: ['Microsoft Quantum Toaster'] }],
    [
      'a language and a type of text that Graph invents',
      () => ({ posts: [post('Die Anmeldung schlägt fehl. サインインできません。 קשה', 'markdown-x')] }),
      {
        text: 'Die Anmeldung schlägt fehl. サインインできません。 קשה',
      },
    ],
    [
      'members nobody knew',
      () => ({ highImpact: { deep: [1] }, mood: 'grim', status: 'PartlyCloudy', classification: 'Nuisance', origin: 'Moon' }),
      {
        status: 'partlyCloudy',
        classification: 'nuisance',
      },
    ],
    [
      'almost nothing said',
      () => ({ title: null, impactDescription: null, feature: null, posts: null, endDateTime: null }),
      { title: '', impact: '' },
    ],
    [
      'control characters and halves of characters',
      () => ({ title: 'a\u0000b\ud800c', posts: [post('x\u0007y\udfff')] }),
      { title: 'ab\ufffdc', text: 'xy\ufffd' },
    ],
  ])('because of %s is shown safely', async (_, changes, expected) => {
    const ordinary = await published(changes());

    expect(await stage.shown('OD100001')).toMatchObject(expected);
    expect(await stage.shown(ordinary)).toBeDefined();
    expect((await stage.told()).toSorted()).toEqual(['OD100001 new', `${ordinary} new`]);
  });

  it('because of a title of 2,000 characters is cut, between two characters', async () => {
    await published({ title: '🦆'.repeat(1_000), impactDescription: 'Impact. '.repeat(2_000) });

    const shown = await stage.shown('OD100001');
    expect(shown?.title.length).toBeLessThanOrEqual(500);
    expect(shown?.title).toMatch(/^(🦆)+…$/u);
    expect(shown?.impact.length).toBeLessThanOrEqual(4_000);
  });

  it('because of a post of 200 KB is cut, and read in time', async () => {
    const begun = performance.now();
    await published({ posts: [post('<p>Words &amp; <b>more</b> words.</p>'.repeat(6_000)), post('<a href="'.repeat(20_000))] });

    const shown = await stage.shown('OD100001');
    expect(shown?.text.length).toBeLessThanOrEqual(20_000);
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  it.each<[string, object]>([
    ['an id that is none', { id: 'NOT-AN-ID' }],
    ['no service', { service: null }],
    ['no word on whether it is over', { isResolved: 'perhaps' }],
    ['a time that is none', { startDateTime: 'soon' }],
    ['posts that are none', { posts: 'many' }],
    ['a title that is none', { title: 7 }],
  ])('because of %s is left out with a line in the log, and the rest is read', async (_, changes) => {
    const ordinary = await published(changes);

    expect(await stage.told()).toEqual([`${ordinary} new`]);
    expect(stage.log.lines).toContainEqual({ level: 'warn', fields: { advisory: 'id' in changes ? changes.id : 'OD100001' } });
  });

  it('in PascalCase is the same, and nothing has changed', async () => {
    stage.server.faults.inject({ kind: 'pascal-case', count: 9 });

    await stage.read({ isThorough: true });

    expect(await stage.told()).toEqual([]);
    expect(await stage.shown('OD255960')).toMatchObject({ classification: 'advisory' });
  });

  it('is a message with nothing in it', async () => {
    const entry = stage.server.advisories.list().find(({ value }) => value.id === 'MC240160');
    if (entry?.kind !== 'message') throw new Error('There is no MC240160.');
    const value = {
      ...entry.value,
      id: 'MC1009932',
      services: [],
      details: [],
      body: { contentType: 'html', content: '' },
      severity: 'Catastrophic',
    };
    stage.server.advisories.show({ ...entry, value: { ...value, lastModifiedDateTime: iso(stage.clocks.theirs) } });

    await stage.read();

    expect(await stage.shown('MC1009932')).toMatchObject({ services: [], text: '', status: 'catastrophic' });
  });
});
