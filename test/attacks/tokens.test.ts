import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BOT, BOT_TOKEN, TEAMS, TENANT } from './outside.ts';
import { activity, openWorld, SERVICE, type World } from './world.ts';

const HOUR = 3_600;
const now = () => Math.floor(Date.now() / 1_000);
const STRANGER = '99999999-bbbb-4ccc-8ddd-eeeeeeeeeeee';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 90_000);
afterAll(() => world.close());

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const good = () => ({ iss: 'https://api.botframework.com', aud: BOT, serviceurl: SERVICE, nbf: now() - 60, exp: now() + HOUR });
const byHand = (header: object, sign: (text: string) => string) => {
  const text = `${part({ kid: 'local', typ: 'JWT', ...header })}.${part(good())}`;
  return `${text}.${sign(text)}`;
};
const hmac = (key: string) => (text: string) => createHmac('sha256', key).update(text).digest('base64url');

it('a good token lets its person in, and the answer goes to Teams', async () => {
  const { status } = await world.post(activity());

  expect(status).toBe(200);
  await world.until(() => world.outside.said().length > 0, 'an answer');
  expect(await world.settled()).toMatch(/^person .*aoi/m);
});

describe('nobody is let in', () => {
  const tokens: [string, () => Promise<string | null>][] = [
    ['without a token', async () => null],
    ['with an empty one', async () => ''],
    ['with one that has expired', () => world.outside.sign({ nbf: now() - 2 * HOUR, exp: now() - HOUR })],
    ['with one that is not yet valid', () => world.outside.sign({ nbf: now() + HOUR, exp: now() + 2 * HOUR })],
    ['with one without an end', () => world.outside.sign({ exp: undefined })],
    ['with one for another audience', () => world.outside.sign({ aud: 'https://graph.microsoft.com' })],
    ['with one for another bot', () => world.outside.sign({ aud: '66666666-2222-4333-8444-555555555555' })],
    ['with one for nobody', () => world.outside.sign({ aud: undefined })],
    ['with one of another issuer', () => world.outside.sign({ iss: 'https://evil.example' })],
    ['with one of the Bot Framework of another cloud', () => world.outside.sign({ iss: 'https://api.botframework.us' })],
    ['with one of an issuer that only begins like ours', () => world.outside.sign({ iss: 'https://api.botframework.com.evil.example' })],
    ['with one by another key under the same key id', () => world.outside.forge()],
    ['with one by a key that nobody knows', () => world.outside.sign({}, { kid: 'unheard-of' })],
    ['with one that is not signed', async () => byHand({ alg: 'none' }, () => '')],
    ['with one that is not signed, and says so aloud', async () => byHand({ alg: 'None' }, () => 'x')],
    ['with the public key for a shared secret', async () => byHand({ alg: 'HS256' }, hmac(world.outside.publicKey))],
    ['with a guessed secret', async () => byHand({ alg: 'HS256' }, hmac('secret'))],
    ['with a key of its own in the header', async () => byHand({ alg: 'RS256', jwk: { kty: 'oct', k: 'AA' } }, hmac('x'))],
    [
      'with one of Entra, as emulators have it',
      () => world.outside.sign({ iss: `https://sts.windows.net/${TENANT}/`, ver: '1.0', appid: BOT, tid: TENANT }),
    ],
    [
      'with one of Entra, as emulators have it now',
      () => world.outside.sign({ iss: `https://login.microsoftonline.com/${TENANT}/v2.0`, ver: '2.0', azp: BOT, tid: TENANT }),
    ],
    [
      'with one of another tenant of Entra',
      () => world.outside.sign({ iss: `https://sts.windows.net/${STRANGER}/`, ver: '1.0', appid: BOT, tid: STRANGER }),
    ],
    [
      'with one as skills have it',
      () => world.outside.sign({ iss: `https://login.microsoftonline.com/${TENANT}/v2.0`, ver: '2.0', azp: STRANGER, tid: TENANT }),
    ],
  ];

  it.each(tokens)('%s', async (_what, token) => {
    const [before, said] = [await world.kept(), world.outside.said().length];

    const { status, body } = await world.post(activity(), { token: await token() });

    expect(status).toBe(401);
    expect(body).not.toMatch(/at .*\.ts|stack/);
    expect(await world.kept()).toBe(before);
    expect(world.outside.said()).toHaveLength(said);
    expect(await world.isAlive()).toBe(true);
  });

  it.each([
    ['another tenant', { conversation: { id: 'a:x', tenantId: STRANGER }, channelData: { tenant: { id: STRANGER } } }],
    ['two tenants, one of them ours', { channelData: { tenant: { id: STRANGER } } }],
    ['a tenant that only begins like ours', { conversation: { id: 'a:x', tenantId: `${TENANT}0` }, channelData: {} }],
    ['no tenant', { conversation: { id: 'a:x' }, channelData: {} }],
    ['another channel', { channelId: 'emulator' }],
    ['the channel with an authentication of its own', { channelId: 'AseChannel' }],
    ['no channel', { channelId: undefined }],
  ])('with a good token in an activity of %s', async (_what, changes) => {
    const [before, said] = [await world.kept(), world.outside.said().length];

    expect((await world.post(activity(changes))).status).toBe(401);

    expect(await world.kept()).toBe(before);
    expect(world.outside.said()).toHaveLength(said);
  });

  it('twice by the same token in two requests of which one is not its own', async () => {
    const token = await world.outside.sign({ serviceurl: 'https://smba.trafficmanager.net/amer/' });

    expect((await world.post(activity(), { token })).status).toBe(401);
    expect((await world.post(activity({ serviceUrl: 'https://smba.trafficmanager.net/amer/' }), { token })).status).toBe(200);
  });
});

it('nobody but Microsoft was spoken to, and the bot’s token went to Teams alone', () => {
  expect(world.outside.strangers()).toEqual([]);
  const shown = world.outside.asked.filter(({ authorization }) => authorization.includes(BOT_TOKEN));
  expect(new Set(shown.map(({ origin }) => origin))).toEqual(new Set([TEAMS]));
});
