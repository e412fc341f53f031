import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { asMembers, CHANNEL, heardIn, Person } from './people.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let priya: Person;
beforeAll(async () => {
  world = await openWorld();
  priya = new Person(world, 'priya');
  world.outside.members = asMembers(priya);
}, 90_000);
afterAll(() => world.close());

const OWNED = { value: [{ userId: 'priya', roles: ['owner'] }] };

it.each([
  ['a next page elsewhere', { status: 200, body: { value: [], '@odata.nextLink': 'https://graph.microsoft.com.evil.example/v1.0/next' } }],
  ['a next page behind a user', { status: 200, body: { value: [], '@odata.nextLink': 'https://graph.microsoft.com@evil.example/v1.0/next' } }],
  ['a next page without TLS', { status: 200, body: { value: [], '@odata.nextLink': 'http://graph.microsoft.com/v1.0/next' } }],
  ['a redirect elsewhere', { status: 302, body: OWNED, headers: { location: 'https://evil.example/v1.0/teams' } }],
  ['a redirect into the machine', { status: 307, body: OWNED, headers: { location: 'http://169.254.169.254/metadata/identity/oauth2/token' } }],
])('an answer of Graph’s with %s leads nowhere, and makes nobody an owner', async (_what, reply) => {
  world.outside.answer = ({ origin, path }) => (origin === 'https://graph.microsoft.com' && path.includes('/members') ? reply : null);
  const before = heardIn(world, CHANNEL).length;

  await priya.say('<at>Kiku</at> helpdesk here', CHANNEL);
  await world.until(() => heardIn(world, CHANNEL).length > before || world.program.output().stderr.includes('A turn failed'), 'something came of it');

  expect(world.outside.strangers()).toEqual([]);
  expect(await world.settled()).not.toMatch(/^helpdesk/m);
  expect(await world.isAlive()).toBe(true);
});

it('an ordinary answer does (so that this can fail)', async () => {
  world.outside.answer = () => null;

  await priya.say('<at>Kiku</at> helpdesk here', CHANNEL);

  await world.until(async () => /^helpdesk/m.test(await world.kept()), 'the channel is the helpdesk’s');
});
