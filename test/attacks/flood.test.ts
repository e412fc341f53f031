import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BOT } from './outside.ts';
import { Person } from './people.ts';
import { activity, openWorld, SERVICE, type World } from './world.ts';

const MANY = 10_000;
const WARM = 3_000;
/**
 * By which share of what was in use before (some 140 MB) it may differ. What the program loads once in that time is half of that; 150 bytes that stay
 * of each token are the other. The one list in which the SDK keeps something of each is looked at in test/teams/guard.test.ts.
 */
const MOST = 1.02;

let world: World;
beforeAll(async () => {
  world = await openWorld({ LOG_LEVEL: 'error' });
}, 90_000);
afterAll(() => world.close());

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const end = Math.floor(Date.now() / 1_000) + 3_000;

/** Tokens that look right to whoever does not verify them, each in another way. */
function junk(index: number): string {
  const tid = `${index}-${randomBytes(8).toString('hex')}`;
  const issuers = [
    'https://api.botframework.com',
    `https://sts.windows.net/${tid}/`,
    `https://login.microsoftonline.com/${tid}/v2.0`,
    `https://${tid}.example`,
  ];
  const header = { alg: ['RS256', 'RS512', 'none', 'HS256'][Math.floor(index / 4) % 4], kid: index % 3 === 0 ? 'local' : tid };
  const claims = {
    iss: issuers[index % 4],
    aud: BOT,
    appid: tid,
    tid,
    ver: '1.0',
    serviceurl: SERVICE,
    exp: end,
    jti: randomBytes(200).toString('hex'),
  };
  return `${part(header)}.${part(claims)}.${randomBytes(256).toString('base64url')}`;
}

/** Sends so many, some at a time; with how many were answered by each status. */
async function flood(count: number): Promise<Readonly<Record<number, number>>> {
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  const statuses: Record<number, number> = {};
  let next = 0;
  const body = JSON.stringify(activity());
  const worker = async () => {
    while (next < count) {
      next += 1;
      const status = await send(agent, junk(next), body);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: 20 }, worker));
  agent.destroy();
  return statuses;
}

function send(agent: Agent, token: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), authorization: `Bearer ${token}` };
    const asking = request({ port: world.program.port, host: '127.0.0.1', path: '/api/messages', method: 'POST', headers, agent }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

/** What is in use once everything that can go is gone. */
async function memory(): Promise<number> {
  const readings = () => [...world.program.output().stderr.matchAll(/^in use (\d+)$/gm)].map(([, bytes]) => Number(bytes));
  const seen = readings().length;
  world.program.process.kill('SIGUSR2');
  await world.until(() => readings().length > seen, 'the memory in use is told');
  return readings().at(-1) ?? Number.NaN;
}

it('ten thousand junk tokens leave nothing behind, and nobody is kept waiting', async () => {
  const aoi = new Person(world, 'aoi');
  await aoi.say('OneDrive 0x8004de40, Windows 11');
  await flood(WARM);
  const [kept, before] = [await world.settled(), await memory()];

  const [statuses] = await Promise.all([flood(MANY), aoi.say('help', null, { id: 'amid' })]);

  const after = await memory();
  expect(statuses).toEqual({ 401: MANY });
  expect(after / before).toBeLessThan(MOST);
  expect(aoi.heard().length).toBeGreaterThan(1);
  expect((await world.settled()).replaceAll(/.*\bamid\b.*\n?|^(?:person|intake|slot) .*\n?/gm, '')).toBe(
    kept.replaceAll(/^(?:person|intake|slot) .*\n?/gm, ''),
  );
  expect(world.outside.asked.filter(({ path }) => path.includes('/keys')).length).toBeLessThan(5);
}, 180_000);
