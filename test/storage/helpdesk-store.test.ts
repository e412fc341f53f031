import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHelpdeskStore } from '../../src/storage/helpdesk-store.ts';
import { createTurnStore, purgeTurns } from '../../src/storage/turn-store.ts';
import { advisoryOf, alertOf, tenantOn } from './alerts.ts';
import { type EmptyDatabase, emptyDatabase } from './databases.ts';
import { done, text, wordsOf } from './turns.ts';

const DAY_MS = 86_400_000;
let made = 0;

describe.each(['postgres', 'pglite'] as const)('the helpdesk on %s', (kind) => {
  let empty: EmptyDatabase;
  const helpdesk = () => createHelpdeskStore(empty.database);
  const turns = () => createTurnStore(empty.database);
  const channel = (tenant = 'contoso') => {
    made += 1;
    return { serviceUrl: 'http://127.0.0.1/', conversation: `channel-${made}`, tenant, bot: { id: 'bot', name: 'Kiku' } };
  };
  const due = (conversation: string, now = 10) => turns().claim(conversation, now, 1000, 100);

  beforeAll(async () => {
    empty = await emptyDatabase(kind);
  });
  afterAll(() => empty.end());

  it('is where it was bound last', async () => {
    const [first, second] = [channel(), channel()];
    expect(await helpdesk().channel('contoso')).toBeNull();

    await helpdesk().bind('contoso', first, 'hana', 1);
    await helpdesk().bind('contoso', second, 'ken', 2);

    expect(await helpdesk().channel('contoso')).toEqual(second);
  });

  it('gets a card once, which is replaced from then on; of what waits only the newest is sent', async () => {
    const to = channel();
    for (const words of ['one', 'two']) await helpdesk().show(to, 'card', text(words), 1);
    const posts = await due(to.conversation);
    for (const words of ['three', 'four']) await helpdesk().show(to, 'card', text(words), 2);
    await turns().settle(posts.map((row) => done(row, 'the card')));
    const replaces = await due(to.conversation);
    await turns().settle(replaces.map((row) => done(row, 'the card')));
    await helpdesk().show(to, 'card', text('five'), 3);
    await helpdesk().show(to, 'another', text('six'), 3);

    const rest = await due(to.conversation);

    expect([posts, replaces, rest].map((rows) => rows.map(({ outgoing, activity }) => [outgoing.kind, activity]))).toEqual([
      [['post', null]],
      [['replace', 'the card']],
      [
        ['replace', 'the card'],
        ['post', null],
      ],
    ]);
    expect([posts, replaces, rest].map(wordsOf)).toEqual([['two'], ['four'], ['five', 'six']]);
  });

  it('gets one card also when several show the first at the same time', async () => {
    const to = channel();

    await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((words) => helpdesk().show(to, 'card', text(words), 1)));

    expect((await due(to.conversation)).map(({ outgoing }) => outgoing.kind)).toEqual(['post']);
  });

  it('keeps the place of a card as long as a fan-out lives that may stand there', async () => {
    const { tenant, alerts, wrote, planned } = tenantOn(empty.database);
    const fanOut = await planned(advisoryOf('OD1'), [alertOf(await wrote('aiko'))], ['new'], 5);
    const to = channel(tenant);
    await helpdesk().show(to, 'card', text('one'), 6);
    await turns().settle((await due(to.conversation)).map((row) => done(row, 'the card')));
    const isThere = async () => (await empty.database.query('select 1 from kiku.slot where conversation = $1', [to.conversation])).length === 1;

    await purgeTurns(empty.database, 31 * DAY_MS);
    const whileItLives = await isThere();
    await alerts.control(fanOut.id, { kind: 'cancel' }, 7);
    await purgeTurns(empty.database, 31 * DAY_MS);

    expect([whileItLives, await isThere()]).toEqual([true, false]);
  });
});
