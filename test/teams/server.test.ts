import { readdir } from 'node:fs/promises';
import { request as rawRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activity, local, type Running, start } from './running.ts';

let running: Running;

beforeAll(async () => {
  running = await start({ bodyLimitBytes: 20_000, bodyTimeoutMs: 150, readiness: async () => ['the database'] });
});
afterAll(() => running.close());

const isAlive = async () => (await fetch(`${running.url}/healthz`)).status === 200;

describe('a body nobody authenticated yet (traps 1 and 2)', () => {
  it.each([
    ['is not gzip but says so', Buffer.from('not gzip at all'), { 'content-encoding': 'gzip' }],
    ['unpacks to more than the limit', gzipSync(Buffer.alloc(5_000_000)), { 'content-encoding': 'gzip' }],
    ['is deflated', Buffer.from('x'), { 'content-encoding': 'deflate' }],
    ['is a form', Buffer.from('type=message'), { 'content-type': 'application/x-www-form-urlencoded' }],
    ['is in another alphabet', Buffer.from('{}'), { 'content-type': 'application/json; charset=utf-16' }],
  ])('is refused when it %s, and the server lives on', async (_what, body, headers) => {
    const response = await running.post(body, headers);

    expect(response.status).toBe(415);
    expect(await isAlive()).toBe(true);
  });

  it('leaves no file behind when it is an upload', async () => {
    const uploads = async () => (await readdir(tmpdir())).filter((name) => /^(upload_|[0-9a-f]{20,})/.test(name)).sort();
    const before = await uploads();
    const form = new FormData();
    form.append('file', new Blob(['x'.repeat(5_000)]), 'evil.exe');

    const response = await fetch(`${running.url}/api/messages`, { method: 'POST', body: form });

    expect(response.status).toBe(415);
    expect(await uploads()).toEqual(before);
  });

  it('is refused over the limit when its length is announced', async () => {
    const response = await running.post(local({ text: 'x'.repeat(20_001) }));

    expect(response.status).toBe(413);
    expect(response.headers.get('connection')).toBe('close');
  });

  it('is refused over the limit while it streams, and the connection is closed', async () => {
    const { status, isClosed } = await stream(running.url, 40_000);

    expect(status).toBe(413);
    expect(isClosed).toBe(true);
  });

  it('is given up when it does not arrive in time', async () => {
    const { status } = await stream(running.url, 10);

    expect(status).toBe(408);
  });

  it('that breaks off half-way harms nothing', async () => {
    await breakOff(running.url);

    expect(await isAlive()).toBe(true);
  });
});

describe('a body that is no activity', () => {
  it.each([
    ['nothing', ''],
    ['half of something', '{"type":"mess'],
    ['a list', '[]'],
    ['a word', '"message"'],
    ['null', 'null'],
    ['an object without a type', '{}'],
    ['a type that is a number', '{"type":7}'],
    ['ten thousand open brackets', '['.repeat(10_000)],
    ['a message without anybody', JSON.stringify(local({ from: undefined }))],
  ])('gets 400 with a sentence: %s', async (_what, body) => {
    const response = await running.post(body);

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { message: expect.stringMatching(/\w+ .*\.$/) } });
  });

  it('cannot reach a prototype', async () => {
    const text = JSON.stringify(local({ type: 'message', value: { do: 'start', swap: { isAdmin: true } } })).replace('"swap"', '"__proto__"');
    const escaped = JSON.stringify(local({ value: { do: 'start', swap: { isAdmin: true } } })).replace('"swap"', '"\\u005f_proto__"');

    for (const body of [text, escaped]) {
      expect((await running.post(body)).status).toBe(200);
      const what = running.turns.at(-1)?.what;
      expect(Object.hasOwn(what?.kind === 'tap' ? Object(what.data) : {}, '__proto__')).toBe(false);
    }
    expect('isAdmin' in {}).toBe(false);
  });

  it('is never repeated in the log', async () => {
    await running.post('{"secret-word');
    await running.post(local({ text: 'secret-word', from: { id: 7 } }));
    await running.post(local({ text: 'secret-word', channelId: 'other' }));

    expect(JSON.stringify(running.logged)).not.toContain('secret-word');
  });
});

describe('without credentials', () => {
  it('listens on this machine only, and refuses anything wider', async () => {
    expect(running.url).toMatch(/^http:\/\/127\.0\.0\.1:/);
    await expect(start({ host: '0.0.0.0' })).rejects.toThrow(/credentials/);
  });

  it('takes an empty app id for a mistake, not for "no authentication" (trap 3)', async () => {
    const credential = { getToken: async () => null };

    await expect(start({ credentials: { appId: '', credential } })).rejects.toThrow(/app id/);
    await expect(start({ credentials: { appId: ' ', credential } })).rejects.toThrow(/app id/);
  });

  it('needs a tenant to be named as soon as there are credentials', async () => {
    const credentials = { appId: 'bot', credential: { getToken: async () => null } };

    await expect(start({ credentials, allowedTenants: [] })).rejects.toThrow(/tenant/);
  });

  it('speaks to loopback services only', async () => {
    expect((await running.post(local())).status).toBe(200);
    expect((await running.post(activity())).status).toBe(401);
  });

  it('answers no page whose name was pointed at this machine', async () => {
    const { port } = new URL(running.url);

    expect(await statusWithHost(Number(port), 'evil.example')).toBe(421);
    expect(await statusWithHost(Number(port), `localhost:${port}`)).toBe(200);
  });
});

describe('the other routes', () => {
  it('says what is missing while it is not ready', async () => {
    const response = await fetch(`${running.url}/readyz`);

    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: 'not ready', missing: ['the database'] });
  });

  it('is ready when nothing is missing, and not when nobody can say', async () => {
    const ready = await start();
    const broken = await start({ readiness: () => Promise.reject(new Error('no')) });

    expect((await fetch(`${ready.url}/readyz`)).status).toBe(200);
    expect((await fetch(`${broken.url}/readyz`)).status).toBe(503);
    await Promise.all([ready.close(), broken.close()]);
  });

  it('costs one look at the database, however many ask at the same moment', async () => {
    const { promise: look, resolve: found } = Promise.withResolvers<readonly string[]>();
    const { promise: here, resolve: arrived } = Promise.withResolvers<void>();
    let [asked, looks] = [0, 0];
    const crowded = await start({
      firstHandler: () => {
        asked += 1;
        if (asked === 30) setImmediate(arrived);
        return false;
      },
      readiness: () => {
        looks += 1;
        return look;
      },
    });

    const answers = Array.from({ length: 30 }, () => fetch(`${crowded.url}/readyz`));
    await here;
    found([]);

    expect((await Promise.all(answers)).every(({ status }) => status === 200)).toBe(true);
    expect(looks).toBe(1);
    await crowded.close();
  });

  it('is ready with what is to be looked at', async () => {
    const ready = await start({ troubles: async () => ['2 cases could not be shown.'] });

    const response = await fetch(`${ready.url}/readyz`);

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ troubles: ['2 cases could not be shown.'] });
    await ready.close();
  });

  it('lets the first handler answer what is its own, and only that', async () => {
    const extra = await start({
      firstHandler: (request, response) => {
        if (request.url !== '/') return false;
        setImmediate(() => response.end('the page'));
        return true;
      },
    });

    expect(await (await fetch(`${extra.url}/`)).text()).toBe('the page');
    expect((await fetch(`${extra.url}/healthz`)).status).toBe(200);
    await extra.close();
  });
});

/** Sends this many bytes without saying how many there will be, and then waits. */
function stream(url: string, bytes: number): Promise<{ status: number; isClosed: boolean }> {
  return new Promise((resolve, reject) => {
    const request = rawRequest(`${url}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json' } }, (response) => {
      response.resume();
      request.socket?.once('close', () => resolve({ status: response.statusCode ?? 0, isClosed: true }));
    });
    request.on('error', reject);
    request.write(' '.repeat(bytes));
  });
}

function breakOff(url: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => {
      socket.write('POST /api/messages HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"type"');
      socket.destroySoon();
    });
    socket.once('close', () => resolve());
  });
}

function statusWithHost(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    rawRequest({ port, host: '127.0.0.1', path: '/healthz', headers: { host }, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('a page that the Teams app names', () => {
  it('is given to anybody who reads it, and may load and run nothing', async () => {
    const pages = { '/privacy': () => '<!doctype html><p>what is kept</p>' };
    const shown = await start({ pages });
    try {
      const response = await fetch(`${shown.url}/privacy`);

      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(await response.text()).toContain('what is kept');
      expect((await fetch(`${shown.url}/privacy`, { method: 'POST' })).status).toBe(405);
      expect((await fetch(`${shown.url}/terms`)).status).toBe(404);
    } finally {
      await shown.close();
    }
  });
});
