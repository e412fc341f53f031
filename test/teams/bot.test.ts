import { describe, expect, it, jest } from '@jest/globals';
import { DeliveryError, type Messenger } from '../../src/messenger-ports.ts';
import type { Message } from '../../src/ports.ts';
import { local, start } from './running.ts';

const card: Message = { kind: 'card', card: { type: 'AdaptiveCard', version: '1.5', body: [] }, summary: 'One card' };
const text: Message = { kind: 'text', text: '**One** text' };
const CARD = 'application/vnd.microsoft.card.adaptive';

const tap = (changes: Readonly<Record<string, unknown>> = {}) =>
  local({
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb: 'start' } },
    deliveryMode: undefined,
    ...changes,
  });

/** A messenger that keeps what it was given, for what does not go back in the answer. */
function keeping() {
  const calls: string[] = [];
  const messenger: Messenger = {
    post: async (address) => {
      calls.push(`post ${address.conversation}`);
      return 'id';
    },
    replace: async (_address, activity) => {
      calls.push(`replace ${activity}`);
    },
  };
  return { calls, messenger };
}

describe('replies in the answer (deliveryMode expectReplies)', () => {
  it('come in order, as cards with their summary and as Markdown, never both in one', async () => {
    const running = await start({
      handle: async (incoming, messenger) => {
        expect(await messenger.post(incoming.address, card)).toBeNull();
        await messenger.post(incoming.address, text);
        return null;
      },
    });

    const response = await running.post(local());

    expect(response.status).toBe(200);
    const { activities } = JSON.parse(await response.text());
    expect(activities).toHaveLength(2);
    expect(activities[0]).toMatchObject({ type: 'message', summary: 'One card', attachments: [{ contentType: CARD, content: { version: '1.5' } }] });
    expect(activities[0]).not.toHaveProperty('text');
    expect(activities[1]).toMatchObject({ type: 'message', text: '**One** text', textFormat: 'markdown' });
    expect(activities[1]).not.toHaveProperty('attachments');
    await running.close();
  });

  it('are only those of this conversation; replacing, and other conversations, go through the connector', async () => {
    const { calls, messenger } = keeping();
    const running = await start({
      messenger,
      handle: async (incoming, outbound) => {
        await outbound.post({ ...incoming.address, conversation: 'elsewhere' }, text);
        await outbound.replace(incoming.address, 'earlier', text);
        return null;
      },
    });

    const response = await running.post(local());

    expect(await response.json()).toEqual({ activities: [] });
    expect(calls).toEqual(['post elsewhere', 'replace earlier']);
    await running.close();
  });

  it('do not come for an ordinary message, which is answered empty', async () => {
    const { calls, messenger } = keeping();
    const running = await start({
      messenger,
      handle: async (incoming, outbound) => {
        await outbound.post(incoming.address, text);
        return null;
      },
    });

    const response = await running.post(local({ deliveryMode: undefined }));

    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(calls).toEqual(['post a:conversation']);
    await running.close();
  });
});

describe('a tap in place', () => {
  it.each([
    ['a card', card, { statusCode: 200, type: CARD, value: card.card }],
    ['a text', text, { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text.text }],
  ])('is answered with %s', async (_what, answer, body) => {
    const running = await start({}, answer);

    const response = await running.post(tap());

    expect([response.status, await response.json()]).toEqual([200, body]);
    await running.close();
  });

  it('that changes nothing is answered with a word, because Teams takes an empty one for a failure', async () => {
    const running = await start();

    const response = await running.post(tap());

    expect(await response.json()).toEqual({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: expect.stringMatching(/./) });
    await running.close();
  });

  it('that makes no sense is answered 400 with an error of Teams, and no turn is taken', async () => {
    const running = await start();

    const response = await running.post(tap({ value: {} }));

    expect([response.status, await response.json()]).toMatchObject([
      400,
      { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'BadRequest' } },
    ]);
    expect(running.turns).toEqual([]);
    await running.close();
  });

  it('of a kind we do not know is answered 501', async () => {
    const running = await start();

    expect((await running.post(tap({ name: 'task/fetch' }))).status).toBe(501);
    await running.close();
  });
});

it('answers 200 and takes no turn for what needs none', async () => {
  const running = await start();

  for (const type of ['typing', 'messageReaction', 'conversationUpdate', 'invented-later']) {
    expect((await running.post(local({ type, channelData: undefined }))).status).toBe(200);
  }
  expect(running.turns).toEqual([]);
  await running.close();
});

describe('a turn that throws', () => {
  const failing = (changes: Parameters<typeof start>[0] = {}) =>
    start({
      handle: () => Promise.reject(new Error('A bug.')),
      apologise: async (incoming, reference, messenger) => {
        await messenger.post(incoming.address, { kind: 'text', text: `Sorry: ${reference}` });
      },
      ...changes,
    });

  it('is answered 200 with an apology whose reference stands in the log', async () => {
    const running = await failing();

    const response = await running.post(local());

    expect(response.status).toBe(200);
    const { activities } = JSON.parse(await response.text());
    const logged = running.logged.find(({ level }) => level === 'error');
    expect(activities).toMatchObject([{ text: `Sorry: ${logged?.fields.reference}` }]);
    expect(logged?.fields).toMatchObject({ input: '1700000000001', kind: 'text' });
    await running.close();
  });

  it('leaves a tapped card as it is', async () => {
    const { messenger, calls } = keeping();
    const running = await failing({ messenger });

    const response = await running.post(tap());

    expect(await response.json()).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' });
    expect(calls).toEqual(['post a:conversation']);
    await running.close();
  });

  it('is answered 500 only when the apology cannot be said either', async () => {
    const refused = new DeliveryError('unreachable', 'Nobody there.', { retryable: true });
    const running = await failing({ apologise: () => Promise.reject(refused) });

    const silenced = jest.spyOn(console, 'error').mockImplementation(() => {});
    expect((await running.post(local())).status).toBe(500);
    silenced.mockRestore();
    expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
    await running.close();
  });
});
