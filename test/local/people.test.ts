import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LocalPerson } from '../../src/local/teams/people.ts';
import { card, type LocalStage, stage } from './stage.ts';

let on: LocalStage;
let aiko: LocalPerson;

beforeEach(async () => {
  on = await stage({ patienceMs: 150 });
  const person = on.teams.places.person('aiko');
  if (person === null) throw new Error('Aiko is missing.');
  aiko = person;
});

afterEach(() => on.close());

const execute = (data: Record<string, unknown>) => ({ type: 'Action.Execute', title: 'Yes', verb: 'answer', data });
const CARD = 'application/vnd.microsoft.card.adaptive';

async function postCard(actions: readonly unknown[], body: readonly unknown[] = []): Promise<string> {
  await on.teams.acts.open(aiko);
  const whole = card({ actions });
  const content = { ...whole.attachments[0]?.content, body };
  const path = `/v3/conversations/${encodeURIComponent(aiko.conversation)}/activities`;
  return ((await on.call('POST', path, { type: 'message', attachments: [{ contentType: CARD, content }] })).body as { id: string }).id;
}

describe('what Kiku is sent', () => {
  it('installs before the first message, once, and tells who is there without a locale', async () => {
    await on.client.say(aiko, '一つ目');
    await on.client.say(aiko, '二つ目');

    expect(on.bot.received.map(({ type }) => type)).toEqual(['installationUpdate', 'conversationUpdate', 'message', 'message']);
    expect(on.bot.received[0]).toMatchObject({ action: 'add', locale: 'ja-JP' });
    expect(on.bot.received[1]).not.toHaveProperty('locale');
  });

  it('is a message with its HTML twin, the locale, the time zone and the tenant', async () => {
    await on.client.say(aiko, 'a < b\n二行目');

    expect(on.bot.received.at(-1)).toMatchObject({
      type: 'message',
      channelId: 'msteams',
      text: 'a < b\n二行目',
      serviceUrl: `${on.teams.origin}/`,
      locale: 'ja-JP',
      localTimezone: 'Asia/Tokyo',
      localTimestamp: expect.stringMatching(/\+09:00$/),
      from: { id: aiko.id, aadObjectId: aiko.aadObjectId },
      conversation: { id: aiko.conversation, conversationType: 'personal', tenantId: aiko.tenant },
      channelData: { tenant: { id: aiko.tenant } },
      attachments: [{ contentType: 'text/html', content: '<p>a &lt; b<br>二行目</p>' }],
      entities: [{ type: 'clientInfo', locale: 'ja-JP', timezone: 'Asia/Tokyo' }],
    });
  });

  it('is an edit under the id of the first message', async () => {
    const { id } = await on.client.say(aiko, 'first');

    const edited = await on.client.edit(aiko, id, 'second');

    expect(on.bot.received.at(-1)).toMatchObject({ type: 'messageUpdate', id, text: 'second', channelData: { eventType: 'editMessage' } });
    expect(edited).toMatchObject({ activity: { text: 'second' }, editedAt: expect.any(Number) });
  });

  it('is a channel message only when it is mentioned', async () => {
    await on.teams.acts.sayInChannel(aiko, 'lunch?');
    const { id } = await on.teams.acts.sayInChannel(aiko, '@Kiku help');

    expect(on.bot.received).toMatchObject([
      {
        text: '<at>Kiku</at> help',
        conversation: { conversationType: 'channel', id: expect.stringContaining(`;messageid=${id}`) },
        entities: [{ type: 'mention', text: '<at>Kiku</at>' }, {}],
      },
    ]);
  });

  it('is an invoke for Action.Execute, with the inputs merged in, and the answer stands in place of the card for this person', async () => {
    const id = await postCard([execute({ do: 'answer' })], [{ type: 'Input.Text', id: 'note', label: 'Note', value: 'as is' }]);
    on.bot.answer = () => ({ status: 200, body: { statusCode: 200, type: CARD, value: { type: 'AdaptiveCard', version: '1.5', body: [] } } });

    const result = await on.client.tap(aiko, id, 'Yes', { choice: 'b' });

    expect(result).toMatchObject({ kind: 'card' });
    expect(on.bot.received.at(-1)).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: id,
      value: { action: { type: 'Action.Execute', verb: 'answer', data: { do: 'answer', note: 'as is', choice: 'b' } }, trigger: 'manual' },
    });
    expect(on.client.transcript(aiko).at(-1)?.inPlace).toHaveProperty('aiko');
    expect(on.client.cards(aiko, id)).toMatchObject([{ body: [] }]);
  });

  it('is a message with a value for Action.Submit', async () => {
    const id = await postCard([{ type: 'Action.Submit', title: 'Yes', data: { do: 'help' } }]);

    const result = await on.client.tap(aiko, id, ({ data }) => data.do === 'help');

    expect(result).toEqual({ kind: 'sent' });
    expect(on.bot.received.at(-1)).toMatchObject({ type: 'message', replyToId: id, value: { do: 'help' } });
    expect(on.bot.received.at(-1)).not.toHaveProperty('text');
  });

  it.each([
    ['fails', { status: 500 }],
    ['says it cannot', { status: 200, body: { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'x', message: 'y' } } }],
    ['hangs', 'hang' as const],
    ['breaks off', 'drop' as const],
  ])('and when Kiku %s on a tap the person is told, and the card stands as it was', async (_, answer) => {
    const id = await postCard([execute({})]);
    on.bot.answer = () => answer;

    expect(await on.client.tap(aiko, id, 'Yes')).toMatchObject({ kind: 'error' });
    expect(on.client.transcript(aiko).at(-1)?.inPlace).toEqual({});
  });

  it('names the actions there are when a test asks for another', async () => {
    const id = await postCard([execute({})]);

    await expect(on.client.tap(aiko, id, 'No')).rejects.toThrow('Yes');
  });

  it('is a removal, after which everything said is gone', async () => {
    await on.client.say(aiko, 'hello');

    await on.teams.acts.remove(aiko);

    expect(on.bot.received.at(-1)).toMatchObject({ type: 'installationUpdate', action: 'remove' });
    expect(on.client.transcript(aiko)).toEqual([]);
  });
});

describe('when Kiku is not there', () => {
  it('a message is not sent, and can be sent again with the same id', async () => {
    await on.teams.acts.open(aiko);
    on.bot.answer = () => 'drop';
    const lost = await on.client.say(aiko, 'hello');
    on.bot.answer = () => ({ status: 200 });

    const sent = await on.teams.acts.retry(aiko, aiko.key, lost.id);

    expect([lost.delivery, sent?.delivery]).toEqual(['not-sent', 'sent']);
    expect(on.bot.received.at(-1)).toMatchObject({ id: lost.id, text: 'hello' });
  });

  it('a message that takes too long comes once more with the same id', async () => {
    await on.teams.acts.open(aiko);
    on.bot.answer = () => 'hang';

    const { id, delivery } = await on.client.say(aiko, 'hello');

    expect(delivery).toBe('not-sent');
    expect(on.bot.received.filter((activity) => activity.type === 'message').map((activity) => activity.id)).toEqual([id, id]);
  });

  it('an installation that nobody took is made again', async () => {
    on.bot.answer = () => ({ status: 503 });
    await on.teams.acts.open(aiko);
    on.bot.answer = () => ({ status: 200 });
    await on.teams.acts.open(aiko);

    expect(on.bot.received.map(({ type }) => type)).toEqual(['installationUpdate', 'installationUpdate', 'conversationUpdate']);
  });
});

describe('redelivery', () => {
  it.each([
    ['a message with the same id', false],
    ['a message with a new id', true],
  ])('sends %s', async (_, hasNewId) => {
    await on.teams.acts.open(aiko);
    on.teams.faults.inject({ kind: 'redeliver', afterMs: 0, hasNewId, conversation: aiko.conversation });

    await on.client.say(aiko, 'once');
    await on.bot.arrived('message', 2);

    const ids = on.bot.received.filter(({ type }) => type === 'message').map(({ id }) => id);
    expect(new Set(ids).size).toBe(hasNewId ? 2 : 1);
  });

  it('sends an invoke again under a new id and with the same action', async () => {
    const id = await postCard([execute({ do: 'answer' })]);
    on.teams.faults.inject({ kind: 'redeliver', afterMs: 0, hasNewId: true });

    await on.client.tap(aiko, id, 'Yes');
    await on.bot.arrived('invoke', 2);

    const [one, other] = on.bot.received.filter(({ type }) => type === 'invoke');
    expect(other?.id).not.toBe(one?.id);
    expect(other?.value).toEqual(one?.value);
  });

  it('can be asked for by hand', async () => {
    const { id } = await on.client.say(aiko, 'hello');

    expect(await on.client.redeliver(aiko, id)).toMatchObject({ kind: 'answered', status: 200 });
    expect(on.bot.received.filter((activity) => activity.id === id)).toHaveLength(2);
  });
});

describe('waiting for something to be said', () => {
  it('ends at the moment it is said', async () => {
    const waiting = on.client.waitFor(aiko, (said) => said.find(({ from }) => from === 'kiku'), 5_000);

    const id = await postCard([]);

    expect((await waiting).id).toBe(id);
  });

  it('fails with what was said instead', async () => {
    await on.client.say(aiko, 'anybody there');

    await expect(on.client.waitFor(aiko, () => null, 10)).rejects.toThrow('anybody there');
  });
});
