import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TEAMS } from './outside.ts';
import { activity, openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 90_000);
afterAll(() => world.close());

/** What an attacker would gain: something kept, something said, or somebody spoken to. */
async function gains(attempt: () => Promise<{ status: number }>): Promise<{ status: number; isKept: boolean; asked: number }> {
  const [before, asked] = [await world.settled(), world.outside.said().length + world.outside.strangers().length];
  const { status } = await attempt();
  return { status, isKept: (await world.settled()) !== before, asked: world.outside.said().length + world.outside.strangers().length - asked };
}
const NOTHING = { status: 401, isKept: false, asked: 0 };

describe('the bot’s token goes nowhere else, though the token of the request vouches for the address', () => {
  it.each([
    ['a look-alike below another name', 'https://smba.trafficmanager.net.evil.example/'],
    ['another name in the same zone', 'https://evil.trafficmanager.net/'],
    ['a name below ours', 'https://evil.smba.trafficmanager.net/'],
    ['ours with a dot at its end', 'https://smba.trafficmanager.net./'],
    ['ours as the user', 'https://smba.trafficmanager.net@evil.example/'],
    ['ours as user and password', 'https://smba.trafficmanager.net:443@evil.example/'],
    ['a user before ours', 'https://kiku@smba.trafficmanager.net/'],
    ['ours behind a backslash', 'https://evil.example\\@smba.trafficmanager.net/'],
    ['another port', 'https://smba.trafficmanager.net:8443/'],
    ['no TLS', 'http://smba.trafficmanager.net/'],
    ['an address in numbers', 'https://203.0.113.7/'],
    ['an address as one number', 'https://2130706433/'],
    ['an address in octal', 'http://0177.0.0.1/'],
    ['this machine', 'http://127.0.0.1:3978/'],
    ['this machine by IPv6', 'http://[::1]/'],
    ['this machine as IPv4 in IPv6', 'http://[::ffff:127.0.0.1]/'],
    ['the metadata of a cloud', 'http://169.254.169.254/metadata/identity/oauth2/token'],
    ['letters of another width', 'https://ｓmba.trafficmanager.net/'],
    ['a Cyrillic letter', 'https://smbа.trafficmanager.net/'],
    ['a dot of another script', 'https://smba。trafficmanager。net/'],
    ['a soft hyphen', 'https://sm\u00adba.trafficmanager.net/'],
    ['a new line', 'https://smba.traffic\nmanager.net/'],
    ['a query that hides the rest', 'https://smba.trafficmanager.net/?'],
    ['a fragment that hides the rest', 'https://smba.trafficmanager.net/#'],
    ['a file', 'file:///etc/passwd'],
    ['a path that climbs', 'https://smba.trafficmanager.net/emea/../../'],
    ['nothing', ''],
  ])('%s', async (_what, serviceUrl) => {
    const token = await world.outside.sign({ serviceurl: serviceUrl });

    expect(await gains(() => world.post(activity({ serviceUrl }), { token }))).toEqual(NOTHING);
  });
});

describe('an address that the token does not vouch for is refused', () => {
  it.each([
    ['another region', { serviceurl: `${TEAMS}/emea/` }, `${TEAMS}/amer/`],
    ['the same without its slash', { serviceurl: `${TEAMS}/emea/` }, `${TEAMS}/emea`],
    ['the same in capitals', { serviceurl: `${TEAMS}/EMEA/` }, `${TEAMS}/emea/`],
    ['a token for no address', { serviceurl: undefined }, `${TEAMS}/emea/`],
    ['an activity without one', {}, undefined],
    ['an activity whose address is no text', {}, { url: `${TEAMS}/emea/` }],
  ])('%s', async (_what, claims, serviceUrl) => {
    const token = await world.outside.sign(claims);

    expect(await gains(() => world.post(activity({ serviceUrl }), { token }))).toEqual(NOTHING);
  });
});

it('an activity cannot lead the answers of its conversation away once it is known', async () => {
  await world.post(activity());
  await world.settled();

  await world.post(activity({ text: 'hello', serviceUrl: 'https://evil.example/' }), {
    token: await world.outside.sign({ serviceurl: 'https://evil.example/' }),
  });
  await world.post(activity({ text: 'help' }));
  await world.settled();

  expect(world.outside.strangers()).toEqual([]);
  expect(world.outside.said().every(({ path }) => path.startsWith('/emea/v3/conversations/a%3Aaoi/'))).toBe(true);
});
