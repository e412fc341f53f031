import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LOCAL_CHANNEL, LOCAL_TENANT, type LocalPerson } from '../../src/local/teams/people.ts';
import { card, type LocalStage, stage } from './stage.ts';

let on: LocalStage;
let sam: LocalPerson;
let activities: string;

beforeEach(async () => {
  on = await stage();
  const person = on.teams.places.person('sam');
  if (person === null) throw new Error('Sam is missing.');
  sam = person;
  activities = `/v3/conversations/${encodeURIComponent(sam.conversation)}/activities`;
  await on.teams.acts.open(sam);
});

afterEach(() => on.close());

const say = (text: string) => ({ type: 'message', text });

describe('a bot that posts', () => {
  it('gets the id of the message, and the person sees it', async () => {
    const { status, body } = await on.call('POST', activities, say('hello'));

    expect(status).toBe(201);
    expect(on.client.transcript(sam)).toMatchObject([{ ...(body as { id: string }), from: 'kiku', activity: { text: 'hello' } }]);
  });

  it('posts as a reply on the same route with the id of what it replies to', async () => {
    const { status } = await on.call('POST', `${activities}/1700000000000`, say('a reply'));

    expect(status).toBe(201);
    expect(on.client.transcript(sam)).toHaveLength(1);
  });

  it('gets no id when it mixes text and a card, and the person sees two messages', async () => {
    const { status, body } = await on.call('POST', activities, { ...card(), text: 'both' });

    expect({ status, body }).toEqual({ status: 201, body: {} });
    expect(on.client.transcript(sam)).toHaveLength(2);
  });

  it('can replace and delete its own messages, and nothing else', async () => {
    const { id } = (await on.call('POST', activities, card())).body as { id: string };
    const own = await on.client.say(sam, 'mine');

    expect((await on.call('PUT', `${activities}/${id}`, say('later'))).status).toBe(200);
    expect((await on.call('PUT', `${activities}/${own.id}`, say('forged'))).status).toBe(404);
    expect((await on.call('DELETE', `${activities}/${id}`)).status).toBe(200);
    expect((await on.call('DELETE', `${activities}/${id}`)).body).toMatchObject({ error: { code: 'ActivityNotFoundInConversation' } });
    expect(on.client.transcript(sam)).toMatchObject([{ id, isDeleted: true, activity: { text: 'later' } }, { activity: { text: 'mine' } }]);
  });

  const action = { type: 'Action.Submit', title: 'x', data: {} };

  it.each([
    ['no text and no attachment', { type: 'message' }, 400],
    ['something that is no activity', [1], 400],
    ['a card without a version', card({ version: '' }), 400],
    ['a card newer than Teams', card({ version: '1.6' }), 400],
    ['six actions', card({ actions: Array(6).fill(action) }), 201],
    ['seven actions', card({ actions: Array(7).fill(action) }), 400],
    ['51,000 characters, over 100 KB as UTF-16', say('x'.repeat(51_200)), 413],
    ['50,000 characters, under 100 KB as UTF-16', say('x'.repeat(50_000)), 201],
    ['the same of Japanese, which is no larger in UTF-16', say('聞'.repeat(50_000)), 201],
    ['a large embedded image, which does not count', { ...card(), logo: `data:image/png;base64,${'A'.repeat(200_000)}` }, 201],
  ])('with %s', async (_, body, status) => {
    expect((await on.call('POST', activities, body)).status).toBe(status);
  });

  it('must send JSON, as JSON', async () => {
    expect((await on.call('POST', activities, say('x'), { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await on.call('POST', activities, '{"type":')).body).toMatchObject({ error: { code: 'BadSyntax' } });
  });

  it('is refused where nobody is, where it is not installed, and without its token when one is asked for', async () => {
    const priya = on.teams.places.person('priya');
    const strict = await stage({ isBot: (authorization) => authorization === 'Bearer good' });

    expect((await on.call('POST', '/v3/conversations/a:none/activities', say('x'))).body).toMatchObject({ error: { code: 'ConversationNotFound' } });
    expect((await on.call('POST', `/v3/conversations/${priya?.conversation}/activities`, say('x'))).body).toMatchObject({
      error: { code: 'BotNotInConversationRoster' },
    });
    expect((await strict.call('GET', '/v3/attachments/x')).status).toBe(401);
    expect((await strict.call('GET', '/v3/attachments/x', undefined, { authorization: 'Bearer good' })).status).toBe(404);
    await strict.close();
  });
});

describe('a bot that asks', () => {
  it('gets the members, in pages too, and one by either id', async () => {
    await on.teams.acts.sayInChannel(sam, 'hello all');
    const channel = `/v3/conversations/${encodeURIComponent(LOCAL_CHANNEL.id)}`;

    const all = (await on.call('GET', `${channel}/members`)).body as { id: string }[];
    const first = (await on.call('GET', `${channel}/pagedmembers?pageSize=3`)).body as { members: unknown[]; continuationToken: string };
    const rest = await on.call('GET', `${channel}/pagedmembers?pageSize=3&continuationToken=${first.continuationToken}`);

    expect(all).toHaveLength(4);
    expect(first.members).toHaveLength(3);
    expect(rest.body).toMatchObject({ members: [{}] });
    for (const id of [sam.id, sam.aadObjectId])
      expect((await on.call('GET', `${channel}/members/${id}`)).body).toMatchObject({ name: 'Sam Rivera', tenantId: LOCAL_TENANT });
    expect((await on.call('GET', `${channel}/members/29:nobody`)).status).toBe(404);
  });

  it('opens the private chat with an installed person, and a thread in the channel', async () => {
    await on.teams.acts.sayInChannel(sam, 'hello all');
    const open = (body: unknown) => on.call('POST', '/v3/conversations', body);

    expect((await open({ members: [{ id: sam.id }], tenantId: sam.tenant })).body).toMatchObject({ id: sam.conversation });
    expect((await open({ members: [{ id: sam.id }], tenantId: 'another' })).status).toBe(400);
    expect((await open({ isGroup: true, channelData: { channel: { id: LOCAL_CHANNEL.id } }, activity: say('news') })).body).toMatchObject({
      id: expect.stringMatching(/;messageid=\d+$/),
      activityId: expect.stringMatching(/^\d+$/),
    });
  });

  it('gets an image that a person pasted', async () => {
    await on.teams.acts.say(sam, 'look', [{ name: 'a.png', type: 'image/png', base64: Buffer.from('pixels').toString('base64') }]);
    const attachments = on.bot.received.at(-1)?.attachments as readonly { readonly contentUrl: string }[] | undefined;
    const path = new URL(attachments?.[0]?.contentUrl ?? '').pathname;

    expect((await on.call('GET', path)).body).toBe('pixels');
    expect((await on.call('GET', path.replace('/views/original', ''))).body).toMatchObject({ views: [{ viewId: 'original', size: 6 }] });
  });
});

describe('injected faults', () => {
  it.each([
    [{ kind: 'throttle', retryAfterSeconds: 7 }, 429, 'Throttled'],
    [{ kind: 'precondition' }, 412, 'PreconditionFailed'],
    [{ kind: 'forbidden', code: 'BotDisabledByAdmin' }, 403, 'BotDisabledByAdmin'],
    [{ kind: 'forbidden', code: 'ConversationBlockedByUser' }, 403, 'ConversationBlockedByUser'],
    [{ kind: 'not-found', code: 'ConversationNotFound' }, 404, 'ConversationNotFound'],
    [{ kind: 'too-big' }, 413, 'MessageSizeTooBig'],
    [{ kind: 'failing', status: 503, isAccepted: false }, 503, 'ServiceUnavailable'],
  ])('%j strikes once and delivers nothing', async (fault, status, code) => {
    expect((await on.call('POST', '/local/faults', fault)).status).toBe(201);

    const struck = await on.call('POST', activities, say('one'));
    const next = await on.call('POST', activities, say('two'));

    expect(struck).toMatchObject({ status, body: { error: { code } } });
    expect(struck.headers.get('retry-after')).toBe(status === 429 ? '7' : null);
    expect(next.status).toBe(201);
    expect(on.client.transcript(sam)).toHaveLength(1);
  });

  it('a blocked chat is told with a sub-code inside the message', async () => {
    on.teams.faults.inject({ kind: 'forbidden', code: 'MessageWritesBlocked' });

    const { body } = await on.call('POST', activities, say('one'));

    expect(JSON.parse((body as { message: string }).message)).toMatchObject({ subCode: 'MessageWritesBlocked' });
  });

  it.each([{ kind: 'failing' as const }, { kind: 'drop' as const }])('$kind may have delivered all the same', async (fault) => {
    on.teams.faults.inject({ ...fault, isAccepted: true });

    await on.call('POST', activities, say('one')).catch(() => null);

    expect(on.client.transcript(sam)).toHaveLength(1);
  });

  it('a hanging request is answered by nobody, until the caller gives up', async () => {
    on.teams.faults.inject({ kind: 'hang', isAccepted: false });

    const hanging = fetch(`${on.teams.origin}${activities}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(say('one')),
      signal: AbortSignal.timeout(100),
    });

    await expect(hanging).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(on.client.transcript(sam)).toHaveLength(0);
  });

  it('strike as often as asked, only in their conversation and only their kind of request', async () => {
    on.teams.faults.inject({ kind: 'precondition', count: 2, conversation: sam.conversation, on: 'put' });
    on.teams.faults.inject({ kind: 'precondition', conversation: 'a:somebody-else' });
    const { id } = (await on.call('POST', activities, say('one'))).body as { id: string };
    const put = async () => (await on.call('PUT', `${activities}/${id}`, say('two'))).status;

    expect([await put(), await put(), await put()]).toEqual([412, 412, 200]);
    expect(on.teams.faults.list()).toMatchObject([{ conversation: 'a:somebody-else', count: 1 }]);
  });

  it('that do not exist are refused', async () => {
    expect((await on.call('POST', '/local/faults', { kind: 'earthquake' })).status).toBe(400);
  });
});
