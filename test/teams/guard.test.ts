import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { EmulatorValidation } from 'botframework-connector';
import { type BotCredentials, BotCredentialsFactory } from '../../src/teams/credentials.ts';
import { Guarded } from '../../src/teams/guard.ts';
import { allowServiceHosts } from '../../src/teams/hosts.ts';
import { forgetJunkIssuers, sdkSettings } from '../../src/teams/issuer.ts';
import { BOT, type LocalIssuer, startIssuer } from './local-issuer.ts';
import { activity, type Running, SERVICE, start, TENANT } from './running.ts';

const credentials: BotCredentials = {
  appId: BOT,
  credential: { getToken: async () => ({ token: 'out', expiresOnTimestamp: Date.now() + 3_600_000 }) },
};
const EMULATOR = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';

let issuer: LocalIssuer;
let running: Running;

beforeAll(async () => {
  issuer = await startIssuer();
  running = await start({ credentials, issuerSettings: issuer.settings });
});
afterAll(() => Promise.all([running.close(), issuer.close()]));

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const reason = () => running.logged.at(-1)?.fields.reason;
const send = async (changes: Readonly<Record<string, unknown>>, token: string) => (await running.post(activity(changes), bearer(token))).status;
/** The SDK's own authentication as it would stand there without the guard. */
const unguarded = () =>
  new ConfigurationBotFrameworkAuthentication(sdkSettings(issuer.settings), new BotCredentialsFactory(credentials, allowServiceHosts([], 'no')));
const asActivity = (changes: Readonly<Record<string, unknown>> = {}) => activity(changes) as unknown as Activity;

it('a token of the Bot Framework lets its activity in', async () => {
  const status = await send({ text: 'good day' }, await issuer.sign({ serviceurl: SERVICE }));

  expect(status).toBe(200);
  expect(running.turns.at(-1)?.what).toEqual({ kind: 'text', text: 'good day' });
});

// What else is tried with tokens and service addresses is in test/attacks, against the whole program.
describe('a token that is none answers 401, never 500 (trap 6)', () => {
  it.each([
    ['another scheme', async () => ({ authorization: 'Basic eDp5' })],
    ['words', async () => ({ authorization: 'Bearer not a token' })],
    ['three dots of nothing', async () => bearer('a.b.c')],
    ['no key id', async () => bearer(withoutKeyId(await issuer.sign({ serviceurl: SERVICE })))],
  ])('%s', async (_what, headers) => {
    const before = running.turns.length;

    const response = await running.post(activity(), await headers());

    expect(response.status).toBe(401);
    expect(running.turns).toHaveLength(before);
  });

  it('also when the keys cannot be fetched', async () => {
    const deaf = await start({ credentials, issuerSettings: { ...issuer.settings, metadataUrl: 'http://127.0.0.1:9/none' } });

    const response = await deaf.post(activity(), bearer(await issuer.sign({ serviceurl: SERVICE })));

    expect(response.status).toBe(401);
    await deaf.close();
  });

  it('leaves nothing on the console', async () => {
    const written = jest.spyOn(console, 'error').mockImplementation(() => {});

    await send({}, await issuer.forge({ serviceurl: SERVICE }));
    await send({}, await issuer.sign({ serviceurl: SERVICE, exp: 1_000 }));

    expect(written).not.toHaveBeenCalled();
    written.mockRestore();
  });

  it('is refused before its body is read', async () => {
    const response = await running.post('{ this is not JSON');

    expect(response.status).toBe(401);
  });
});

describe('the path the SDK keeps open for its emulator (trap 4)', () => {
  const claims = { iss: EMULATOR, ver: '1.0', appid: BOT, aud: BOT };

  it('would let a token of Entra in, for any service address', async () => {
    const token = await issuer.sign(claims);

    const admitted = unguarded().authenticateRequest(asActivity({ serviceUrl: 'https://attacker.example/' }), `Bearer ${token}`);

    await expect(admitted).resolves.toMatchObject({ claimsIdentity: { isAuthenticated: true } });
  });

  it('is closed', async () => {
    expect(await send({}, await issuer.sign(claims))).toBe(401);
    expect(reason()).toBe('issuer');
  });
});

describe("the SDK's list of issuers (trap 5)", () => {
  const listed = () => EmulatorValidation.ToBotFromEmulatorTokenValidationParameters.issuer?.length ?? 0;
  const junk = async (iss: string, count: number) =>
    Promise.all(Array.from({ length: count }, (_, index) => issuer.forge({ iss, tid: `tenant-${index}` })));

  it('would grow with every junk token', async () => {
    const before = listed();
    const silenced = jest.spyOn(console, 'error').mockImplementation(() => {});

    for (const token of await junk('https://api.botframework.com', 20)) {
      await expect(unguarded().authenticateRequest(asActivity(), `Bearer ${token}`)).rejects.toThrow();
    }

    expect(listed()).toBe(before + 80);
    forgetJunkIssuers();
    silenced.mockRestore();
  });

  it.each([['https://api.botframework.com'], ['https://sts.windows.net/junk/']])(
    'stays as it is, also when well signed and whoever they claim to be from: %s',
    async (iss) => {
      const before = listed();

      for (const token of await junk(iss, 100)) expect(await send({}, token)).toBe(401);
      await send({}, await issuer.sign({ iss, tid: 'well-signed', serviceurl: SERVICE }));

      expect(listed()).toBe(before);
    },
  );
});

describe('an activity with a good token', () => {
  it.each([
    ['no channel', { channelId: undefined }, 'channel'],
    ['another channel', { channelId: 'webchat' }, 'channel'],
    ['the channel with its own authentication', { channelId: 'AseChannel' }, 'channel'],
    ['no service address', { serviceUrl: undefined }, 'service'],
    ['no tenant', { conversation: { id: 'c' }, channelData: {} }, 'tenant'],
    ['another tenant', { conversation: { id: 'c', tenantId: 'other' }, channelData: { tenant: { id: 'other' } } }, 'tenant'],
    ['two tenants', { conversation: { id: 'c', tenantId: TENANT }, channelData: { tenant: { id: 'other' } } }, 'tenant'],
  ])('is refused when it names %s', async (_what, changes, expected) => {
    expect(await send(changes, await issuer.sign({ serviceurl: SERVICE }))).toBe(401);
    expect(reason()).toBe(expected);
  });

  it('is let in when only one of both places names the tenant, in any case', async () => {
    const changes = { conversation: { id: 'c' }, channelData: { tenant: { id: TENANT.toUpperCase() } } };

    expect(await send(changes, await issuer.sign({ serviceurl: SERVICE }))).toBe(200);
  });
});

describe('the service address (trap 9)', () => {
  const hosts = allowServiceHosts(['smba.trafficmanager.net'], 'no');

  it.each([
    'https://smba.trafficmanager.net',
    'https://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net/emea/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee/',
  ])('is taken: %s', (url) => {
    expect(hosts.accepts(url)).toBe(true);
  });

  it.each([
    'http://smba.trafficmanager.net/',
    'https://trafficmanager.net/',
    'https://evil.trafficmanager.net/',
    'https://evil.smba.trafficmanager.net/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://smba-trafficmanager.net/',
    'https://smba.trafficmanager.net./',
    'https://user@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://smba.trafficmanager.net:443/',
    'https://smba.trafficmanager.net:8443/',
    'https://smba.trafficmanager.net\\@evil.example/',
    'https:\\\\smba.trafficmanager.net/',
    'https://smba.trafficmanager.net/?x=',
    'https://smba.trafficmanager.net/?',
    'https://smba.trafficmanager.net/#',
    'https://smba.trafficmanager.net/#x',
    'https://smba.trafficmanager.net/a/../b/',
    ' https://smba.trafficmanager.net/',
    'https://smba.trafficm\nanager.net/',
    'https://ｓmba.trafficmanager.net/',
    'https://127.0.0.1/',
    'http://127.0.0.1:3978/',
    'ftp://smba.trafficmanager.net/',
    'smba.trafficmanager.net',
    '',
  ])('is refused: %j', (url) => {
    expect(hosts.accepts(url)).toBe(false);
  });

  it('may be a loopback one only where that was allowed', async () => {
    const serviceUrl = 'http://127.0.0.1:3978/';
    const strict = await start({ credentials, issuerSettings: { ...issuer.settings, isLoopbackServiceAllowed: false } });
    const token = await issuer.sign({ serviceurl: serviceUrl });

    expect(await send({ serviceUrl }, token)).toBe(200);
    expect((await strict.post(activity({ serviceUrl }), bearer(token))).status).toBe(401);
    await strict.close();
  });

  it('outside the list never sees the token, not by the SDK either', async () => {
    const factory = new BotCredentialsFactory(credentials, hosts);
    const guard = new Guarded({ credentials, hosts, tenants: [TENANT], issuer: issuer.settings, now: Date.now });
    const outside = await guard.createConnectorFactory().create('https://attacker.example/', 'x');

    await expect(outside.conversations.sendToConversation('c', { type: 'message' })).rejects.toThrow(/allow-list/);
    expect(await factory.isAuthenticationDisabled()).toBe(false);
    expect(await factory.isValidAppId('')).toBe(false);
  });
});

it('never authenticates a streaming connection', async () => {
  const guard = new Guarded({ credentials: null, hosts: allowServiceHosts([], 'only'), tenants: [], issuer: null, now: Date.now });

  await expect(guard.authenticateStreamingRequest()).rejects.toMatchObject({ reason: 'streaming', statusCode: 401 });
});

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function withoutKeyId(token: string): string {
  return `${part({ alg: 'RS256' })}.${token.split('.').slice(1).join('.')}`;
}
