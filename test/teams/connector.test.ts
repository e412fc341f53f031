import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeliveryError } from '../../src/messenger-ports.ts';
import type { Address, Message } from '../../src/ports.ts';
import { createConnector } from '../../src/teams/connector.ts';

interface Seen {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

const text: Message = { kind: 'text', text: 'hello' };
const NOW = Date.parse('2026-11-22T08:00:00Z');

const seen: Seen[] = [];
let respond: (response: ServerResponse, request: IncomingMessage) => void;
let serviceUrl: string;

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const { method = '', url = '', headers } = request;
  seen.push({ method, path: url, authorization: headers.authorization, body: JSON.parse(Buffer.concat(chunks).toString('utf8')) });
  respond(response, request);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(
  () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
);

const answer = (status: number, body: unknown = {}, headers: Readonly<Record<string, string>> = {}) => {
  respond = (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
};
const address = (changes: Partial<Address> = {}): Address => ({
  serviceUrl,
  conversation: '19:team@thread.tacv2;messageid=17',
  tenant: 't',
  bot: { id: '28:kiku', name: 'Kiku' },
  ...changes,
});
const connector = (timeoutMs = 2_000) => createConnector({ credentials: null, allowedServiceHosts: [], timeoutMs, now: () => NOW });

async function failure(work: Promise<unknown>): Promise<DeliveryError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof DeliveryError) return error;
  throw new Error('A DeliveryError was expected.', { cause: error });
}

describe('a message', () => {
  it('is posted to its conversation and gives the new id', async () => {
    answer(201, { id: '1-new' });

    const id = await connector().post(address(), text);

    expect(id).toBe('1-new');
    expect(seen.at(-1)).toEqual({
      method: 'POST',
      path: '/v3/conversations/19%3Ateam%40thread.tacv2%3Bmessageid%3D17/activities',
      authorization: undefined,
      body: {
        type: 'message',
        textFormat: 'markdown',
        text: 'hello',
        from: { id: '28:kiku', name: 'Kiku' },
        conversation: { id: '19:team@thread.tacv2;messageid=17' },
      },
    });
  });

  it('with a card carries the summary and no text', async () => {
    answer(201, { id: '1' });

    await connector().post(address(), { kind: 'card', card: { type: 'AdaptiveCard' }, summary: 'A question' });

    expect(seen.at(-1)?.body).toMatchObject({ summary: 'A question', attachments: [{ content: { type: 'AdaptiveCard' } }] });
    expect(seen.at(-1)?.body).not.toHaveProperty('text');
  });

  it('replaces an earlier one, also below a path', async () => {
    answer(200);

    await connector().replace(address({ serviceUrl: `${serviceUrl}emea` }), '1:a/b', text);

    expect(seen.at(-1)).toMatchObject({ method: 'PUT', path: expect.stringMatching(/^\/emea\/v3\/conversations\/[^/]+\/activities\/1%3Aa%2Fb$/) });
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '<html>'],
    ['no id', '{}'],
    ['an empty id', '{"id":""}'],
  ])('that was taken and answered with %s has no id', async (_what, body) => {
    answer(200, body);

    expect(await connector().post(address(), text)).toBeNull();
  });
});

describe('a "no" of Teams', () => {
  const error = (code: string) => ({ error: { code, message: 'words that must not be repeated' } });

  it.each([
    [400, error('Bad Argument'), {}, 'refused', false, null],
    [401, error('BotNotRegistered'), {}, 'refused', false, null],
    [403, error('BotDisabledByAdmin'), {}, 'gone', false, null],
    [403, error('BotNotInConversationRoster'), {}, 'gone', false, null],
    [403, error('ConversationBlockedByUser'), {}, 'gone', false, null],
    [403, error('MessageWritesBlocked'), {}, 'gone', false, null],
    [403, { error: { code: 'Forbidden', innerHttpError: { body: { subCode: 'MessageWritesBlocked' } } } }, {}, 'gone', false, null],
    [403, { error: { code: 'Forbidden', innerHttpError: { body: '{"subCode":"MessageWritesBlocked"}' } } }, {}, 'gone', false, null],
    [403, error('InvalidBotApiHost'), {}, 'refused', false, null],
    [403, error('NotEnoughPermissions'), {}, 'refused', false, null],
    [403, 'no JSON', {}, 'refused', false, null],
    [404, error('ConversationNotFound'), {}, 'gone', false, null],
    [404, error('ActivityNotFoundInConversation'), {}, 'gone', false, null],
    [408, {}, {}, 'ambiguous', true, null],
    [412, error('PreconditionFailed'), {}, 'refused', true, null],
    [413, error('MessageSizeTooBig'), {}, 'too-big', false, null],
    [429, error('Throttled'), { 'retry-after': '7' }, 'throttled', true, 7_000],
    [429, error('Throttled'), { 'retry-after': 'Sun, 22 Nov 2026 08:00:30 GMT' }, 'throttled', true, 30_000],
    [429, error('Throttled'), { 'retry-after': 'Sun, 22 Nov 2026 07:00:00 GMT' }, 'throttled', true, 0],
    [429, error('Throttled'), { 'retry-after': 'soon' }, 'throttled', true, null],
    [429, error('Throttled'), {}, 'throttled', true, null],
    [500, error('ServiceError'), {}, 'ambiguous', false, null],
    [502, '<html>', {}, 'ambiguous', true, null],
    [503, {}, { 'retry-after': '2' }, 'ambiguous', true, 2_000],
    [504, {}, {}, 'ambiguous', true, null],
    [302, {}, { location: 'http://127.0.0.1:9/' }, 'refused', false, null],
  ])('%i %j %j is %s, to be tried again: %s', async (status, body, headers, code, retryable, retryAfterMs) => {
    answer(status, body, headers as unknown as Record<string, string>);
    const before = seen.length;

    const failed = await failure(connector().post(address(), text));

    expect([failed.code, failed.retryable, failed.retryAfterMs]).toEqual([code, retryable, retryAfterMs]);
    expect(failed.message).not.toContain('words');
    expect(seen).toHaveLength(before + 1);
  });
});

describe('silence', () => {
  it('after the message left is ambiguous: no answer in time', async () => {
    respond = () => {};

    const failed = await failure(connector(80).post(address(), text));

    expect([failed.code, failed.retryable]).toEqual(['ambiguous', true]);
  });

  it('after the message left is ambiguous: the connection breaks, before and within the answer', async () => {
    for (const breakOff of [(response: ServerResponse) => response.destroy(), halfAnAnswer]) {
      respond = breakOff;
      expect((await failure(connector().post(address(), text))).code).toBe('ambiguous');
    }
  });

  it('because nobody listens, or there is no such host, means that nothing was sent', async () => {
    const failed = await failure(connector().post(address({ serviceUrl: 'http://127.0.0.1:9/' }), text));

    expect([failed.code, failed.retryable]).toEqual(['unreachable', true]);
  });

  it('on a kept connection that the other side closed meanwhile does not lose the next message', async () => {
    answer(201, { id: '1' });
    const messenger = connector();
    await messenger.post(address(), text);
    await new Promise<void>((resolve) => {
      server.closeIdleConnections();
      setImmediate(() => setImmediate(resolve));
    });

    expect(await messenger.post(address(), text)).toBe('1');
  });
});

describe('the token', () => {
  const granting = () => {
    let asked = 0;
    const credential = {
      getToken: async (scope: string) => {
        asked += 1;
        return { token: `${scope}#${asked}`, expiresOnTimestamp: NOW + 3_600_000 };
      },
    };
    return { credentials: { appId: 'bot', credential }, asked: () => asked };
  };
  const withToken = (credentials: Parameters<typeof createConnector>[0]['credentials'], now = () => NOW) =>
    createConnector({ credentials, allowedServiceHosts: ['smba.trafficmanager.net'], isLoopbackServiceAllowed: true, now });

  it('is asked for once for many messages, and goes with each', async () => {
    answer(201, { id: '1' });
    const { credentials, asked } = granting();
    const messenger = withToken(credentials);

    await Promise.all([messenger.post(address(), text), messenger.post(address(), text)]);
    await messenger.post(address(), text);

    expect(asked()).toBe(1);
    expect(seen.at(-1)?.authorization).toBe('Bearer https://api.botframework.com/.default#1');
  });

  it('is asked for anew shortly before its end', async () => {
    const { credentials, asked } = granting();
    let now = NOW;
    const messenger = withToken(credentials, () => now);
    answer(201, { id: '1' });

    await messenger.post(address(), text);
    now = NOW + 56 * 60_000;
    await messenger.post(address(), text);

    expect(asked()).toBe(2);
  });

  it('that was withdrawn early costs no message: the same goes once more, with a new one', async () => {
    const { credentials } = granting();
    const messenger = withToken(credentials);
    answer(201, { id: '1' });
    await messenger.post(address(), text);
    const before = seen.length;
    respond = (response) => {
      const isRefused = seen.at(-1)?.authorization?.endsWith('#1') === true;
      // Not chained: restify, once loaded in this process, lets writeHead return nothing.
      response.writeHead(isRefused ? 401 : 201, { 'content-type': 'application/json' });
      response.end(isRefused ? '{}' : '{"id":"2"}');
    };

    expect(await messenger.post(address(), text)).toBe('2');
    expect(seen).toHaveLength(before + 2);
  });

  it('that is refused for good is not asked for over and over', async () => {
    const { credentials, asked } = granting();
    answer(401);

    const failed = await failure(withToken(credentials).post(address(), text));

    expect([failed.code, failed.retryable, asked()]).toEqual(['refused', false, 2]);
  });

  it('never leaves for a host outside the list (trap 9)', async () => {
    const { credentials, asked } = granting();
    const messenger = withToken(credentials);

    const failed = await failure(messenger.post(address({ serviceUrl: 'https://smba.trafficmanager.net.evil.example/' }), text));

    expect([failed.code, failed.retryable, asked()]).toEqual(['not-allowed', false, 0]);
  });

  it('that nobody grants means that nothing was sent', async () => {
    const before = seen.length;

    for (const getToken of [async () => null, () => Promise.reject(new Error('no'))]) {
      const failed = await failure(withToken({ appId: 'bot', credential: { getToken } }).post(address(), text));
      expect([failed.code, failed.retryable]).toEqual(['unreachable', true]);
    }
    expect(seen).toHaveLength(before);
  });
});

function halfAnAnswer(response: ServerResponse): void {
  response.writeHead(201, { 'content-type': 'application/json', 'content-length': 500 });
  response.write('{"id":');
  setImmediate(() => response.destroy());
}
