import { request as ask } from 'node:http';
import { connect, type Socket } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TENANT } from './outside.ts';
import { activity, openWorld, type World } from './world.ts';

const LIMIT = 256 * 1024;
const STRANGER = '99999999-bbbb-4ccc-8ddd-eeeeeeeeeeee';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 90_000);
afterAll(() => world.close());

/** Whoever is well known may do no more than a stranger with these. */
async function changesNothing(attempt: () => Promise<unknown>): Promise<void> {
  const [before, said] = [await world.settled(), world.outside.said().length];
  await attempt();
  expect(await world.settled()).toBe(before);
  expect(world.outside.said()).toHaveLength(said);
  expect(await world.isAlive()).toBe(true);
}

describe('a body with a good token', () => {
  it.each([
    ['over the limit', JSON.stringify(activity({ text: 'x'.repeat(LIMIT) })), {}, 413],
    ['packed', gzipSync(JSON.stringify(activity())), { 'content-encoding': 'gzip' }, 415],
    ['that unpacks to 50 MB', gzipSync(Buffer.alloc(50_000_000, ' ')), { 'content-encoding': 'gzip' }, 415],
    ['packed by another method', brotliCompressSync('{}'), { 'content-encoding': 'br' }, 415],
    ['that is no gzip but says so', 'no gzip', { 'content-encoding': 'gzip' }, 415],
    ['packed twice', gzipSync(gzipSync('{}')), { 'content-encoding': 'gzip, gzip' }, 415],
    ['of a hundred thousand open brackets', '['.repeat(100_000), {}, 400],
    ['of a hundred thousand brackets, all closed', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, {}, 400],
    ['that ends in the middle', '{"type":"message",', {}, 400],
    ['that is no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), {}, 400],
    ['that is a form', 'type=message', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ])('%s is refused', async (_what, body, headers, status) => {
    await changesNothing(async () => expect((await world.post(body, { headers })).status).toBe(status));
  });

  it('over the limit is refused while it arrives, when it does not say how long it is', async () => {
    const token = await world.outside.sign();
    await changesNothing(async () => expect(await stream(world, token, 'x'.repeat(16 * 1024), 64)).toBe(413));
  });
});

describe('an activity', () => {
  it('nested ten thousand deep where anything may stand is taken in like any other', async () => {
    const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
    const body = JSON.stringify(activity({ value: { do: 'help', swap: 0 } })).replace('"swap":0', `"swap":${deep}`);

    expect((await world.post(body)).status).toBe(200);

    expect(await world.isAlive()).toBe(true);
  });

  it.each([
    ['a tenant', `"channelData":{"tenant":{"id":"${STRANGER}"}},"conversation":{"id":"a:x","tenantId":"${STRANGER}"}`],
    ['a service address', '"serviceUrl":"https://evil.example/"'],
    ['a channel', '"channelId":"emulator"'],
    ['a sender', '"from":{"id":7}'],
  ])('that says %s twice is judged by the one that counts everywhere', async (_what, second) => {
    const first = JSON.stringify(activity()).slice(0, -1);

    await changesNothing(async () => expect((await world.post(`${first},${second}}`)).status).toBeGreaterThanOrEqual(400));
    const later = JSON.stringify(activity({ text: 'help' })).slice(1);
    expect((await world.post(`{${second},${later}`)).status).toBe(200);

    expect(await world.settled()).not.toMatch(new RegExp(`${STRANGER}|evil\\.example`));
    expect(world.outside.strangers()).toEqual([]);
  });

  it.each([
    ['"__proto__":{"conversation":{"id":"a:x","conversationType":"personal"},"isAdmin":true,"serviceUrl":"https://evil.example/"}'],
    ['"\\u005f_proto__":{"isAdmin":true,"from":{"id":"29:x","aadObjectId":"somebody-else"}}'],
    ['"constructor":{"prototype":{"isAdmin":true,"do":"case"}}'],
    ['"prototype":{"isAdmin":true},"hasOwnProperty":1,"toString":2,"valueOf":null'],
    ['"then":{"a":1},"toJSON":"x"'],
  ])('with the keys of a prototype is read without them: %s', async (keys) => {
    for (const changes of [{ text: 'help' }, { text: undefined, value: { do: 'help' } }, { channelData: { tenant: { id: TENANT } } }]) {
      const body = JSON.stringify(activity(changes));
      const inside = body.replace('"do":"help"', `"do":"help",${keys}`).replace('"channelData":{', `"channelData":{${keys},`);

      expect((await world.post(`${inside.slice(0, -1)},${keys}}`)).status).toBe(200);
    }

    expect(await world.settled()).not.toMatch(/somebody-else|isAdmin|evil\.example/);
    expect(world.outside.strangers()).toEqual([]);
    expect((await world.post(activity({ text: 'help' }))).status).toBe(200);
  });
});

describe('slow senders', () => {
  it('whose token is no good are turned away before their body', async () => {
    const [forged, expired] = [await world.outside.forge(), await world.outside.sign({ exp: 1_000 })];

    for (const token of [forged, expired]) expect(await stream(world, token, '{"type":', 1)).toBe(401);
  });

  it('do not keep anybody else from being answered, and are given up', async () => {
    const token = await world.outside.sign();
    const head = `POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer ${token}\r\n`;
    const slow = await Promise.all([
      ...Array.from({ length: 100 }, () => open(`${head}Content-Length: 1000\r\n\r\n{"type":"mess`)),
      ...Array.from({ length: 100 }, () => open(head)),
    ]);
    const said = world.outside.said().length;

    expect((await world.post(activity({ text: 'help' }))).status).toBe(200);
    await world.until(() => world.outside.said().length > said, 'an answer beside the slow ones');

    await world.until(() => slow.slice(0, 100).every(({ text }) => text().includes(' 408 ')), 'slow bodies are given up');
    for (const { socket } of slow) socket.destroy();
    expect(await world.isAlive()).toBe(true);
  });

  it('who leave in the middle leave nothing behind', async () => {
    const token = await world.outside.sign();
    await changesNothing(async () => {
      const head = `POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer ${token}\r\n`;
      const sockets = await Promise.all(Array.from({ length: 50 }, () => open(`${head}Content-Length: 1000\r\n\r\n${JSON.stringify(activity())}`)));
      for (const { socket } of sockets) socket.resetAndDestroy();
    });
  });
});

describe('two requests in one', () => {
  it.each([
    ['by two lengths', 'Content-Length: 5\r\nContent-Length: 50'],
    ['by a length and chunks', 'Content-Length: 5\r\nTransfer-Encoding: chunked'],
    ['by chunks that are not the last coding', 'Transfer-Encoding: chunked, identity'],
  ])('%s are refused', async (_what, framing) => {
    const token = await world.outside.sign();
    const hidden = `POST /api/messages HTTP/1.1\r\nHost: x\r\n\r\n`;

    await changesNothing(async () => {
      const { text, closed } = await open(
        `POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer ${token}\r\n${framing}\r\n\r\n0\r\n\r\n${hidden}`,
      );
      await closed;
      expect(text()).toMatch(/^HTTP\/1\.1 400/);
    });
  });
});

interface Raw {
  readonly socket: Socket;
  readonly text: () => string;
  readonly closed: Promise<void>;
}

/** Sends bytes as they are, and keeps the connection. */
function open(bytes: string): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const socket = connect(world.program.port, '127.0.0.1');
    let got = '';
    const closed = new Promise<void>((done) => socket.once('close', () => done()));
    socket.on('data', (chunk: Buffer) => {
      got += chunk.toString('latin1');
    });
    socket.once('connect', () => socket.write(bytes, () => resolve({ socket, text: () => got, closed })));
    socket.on('error', reject);
  });
}

/** Sends a piece again and again without saying how many there will be, and never ends; with the status of the answer. */
function stream({ program }: World, token: string, piece: string, times: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const sending = ask(`${program.origin}/api/messages`, { method: 'POST', headers }, (response) => {
      resolve(response.statusCode ?? 0);
      response.resume();
      sending.destroy();
    });
    sending.on('error', reject);
    for (let index = 0; index < times; index += 1) sending.write(piece);
  });
}
