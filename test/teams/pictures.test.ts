import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Address, SentFile } from '../../src/ports.ts';
import { createPictures, LARGEST_READ, LARGEST_SHOWN } from '../../src/teams/pictures.ts';

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('pixels')]);
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

const asked: { readonly path: string; readonly authorization: string | undefined }[] = [];
let respond: (response: ServerResponse, path: string) => void;
let origin: string;

const server = createServer((request, response) => {
  const { url = '', headers } = request;
  asked.push({ path: url, authorization: headers.authorization });
  respond(response, url);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(
  () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
);

const give = (bytes: Buffer, status = 200, headers: Readonly<Record<string, string>> = {}) => {
  respond = (response) => {
    response.writeHead(status, headers);
    response.end(bytes);
  };
};
const from = (): Address => ({ serviceUrl: `${origin}/`, conversation: 'a:1', tenant: 't', bot: { id: '28:kiku', name: 'Kiku' } });
const picture = (url = `${origin}/v3/attachments/1/views/original`): SentFile => ({ name: '', kind: 'picture', url, contentType: 'image/*' });
const local = () => createPictures({ credentials: null, allowedServiceHosts: [], timeoutMs: 300, log: silent });

describe('a pasted picture', () => {
  it.each([
    ['image/png', PNG],
    ['image/jpeg', Buffer.from('ffd8ffe000104a46', 'hex')],
    ['image/gif', Buffer.from('GIF89a and so on')],
  ])('is read as %s by how it begins, ready to be posted', async (contentType, bytes) => {
    give(bytes, 200, { 'content-type': 'text/html' });

    expect(await local().fetch(from(), picture())).toEqual({
      kind: 'picture',
      text: '',
      name: 'picture',
      contentType,
      url: `data:${contentType};base64,${bytes.toString('base64')}`,
    });
  });

  it.each([
    ['is HTML under the name of a picture', Buffer.from('<svg onload="x">'), 'no-picture'],
    ['is empty', Buffer.alloc(0), 'no-picture'],
    ['is larger than Teams shows', Buffer.concat([PNG, Buffer.alloc(LARGEST_SHOWN)]), 'too-big'],
    ['is larger than is read', Buffer.concat([PNG, Buffer.alloc(LARGEST_READ)]), 'too-big'],
  ])('that %s is told of', async (_what, bytes, why) => {
    give(bytes);

    expect(await local().fetch(from(), picture())).toEqual({ kind: 'not-passed', why });
  });

  it('of 30 MB without a length is not read to its end', async () => {
    let sent = 0;
    respond = (response) => {
      response.writeHead(200, {});
      response.write(PNG);
      const piece = Buffer.alloc(256 * 1024);
      const more = () => {
        while (!response.destroyed && sent < 30 * 1024 * 1024) {
          sent += piece.length;
          if (!response.write(piece)) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    };

    expect(await local().fetch(from(), picture())).toEqual({ kind: 'not-passed', why: 'too-big' });
    expect(sent).toBeLessThan(20 * 1024 * 1024);
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['is gone', (response) => void response.writeHead(404, {})],
    ['is elsewhere', (response) => void response.writeHead(302, { location: `${origin}/v3/attachments/2` })],
    ['never comes', () => undefined],
    ['breaks off', (response) => void response.destroy()],
  ])('that %s could not be read, and no redirect is followed', async (_what, answer) => {
    const before = asked.length;
    respond = (response) => {
      answer(response);
      if (response.headersSent && !response.writableEnded) response.end();
    };

    expect(await local().fetch(from(), picture())).toEqual({ kind: 'not-passed', why: 'unread' });
    expect(asked).toHaveLength(before + 1);
  });
});

describe('the token', () => {
  const asking = () => {
    let count = 0;
    const getToken = async () => {
      count += 1;
      return { token: `t${count}`, expiresOnTimestamp: Date.now() + 3_600_000 };
    };
    return { credentials: { appId: 'bot', credential: { getToken } }, asked: () => count };
  };

  it('goes with the question, and once more anew when it was refused', async () => {
    const { credentials } = asking();
    const pictures = createPictures({ credentials, allowedServiceHosts: [], isLoopbackServiceAllowed: true, log: silent });
    respond = (response) => {
      const isOld = asked.at(-1)?.authorization === 'Bearer t1';
      response.writeHead(isOld ? 401 : 200, {});
      response.end(isOld ? '' : PNG);
    };

    expect(await pictures.fetch(from(), picture())).toMatchObject({ kind: 'picture' });
    expect(asked.slice(-2).map(({ authorization }) => authorization)).toEqual(['Bearer t1', 'Bearer t2']);
  });

  it.each([
    ['a host that is not on the list', 'https://smba.trafficmanager.net.evil.example/x'],
    ['a host of the list without TLS', 'http://smba.trafficmanager.net/x'],
    ['another port of it', 'https://smba.trafficmanager.net:8443/x'],
    ['this machine', 'http://127.0.0.1:1/x'],
    ['the metadata of a cloud', 'http://169.254.169.254/metadata/instance'],
    ['the same, as if it were on the list', 'https://169.254.169.254/x'],
    ['a name before the host', 'https://smba.trafficmanager.net@evil.example/x'],
    ['a file', 'file:///etc/passwd'],
  ])('never goes to %s', async (_what, url) => {
    const { credentials, asked: count } = asking();
    const pictures = createPictures({ credentials, allowedServiceHosts: ['smba.trafficmanager.net', '169.254.169.254'], log: silent });

    expect(await pictures.fetch(from(), picture(url))).toEqual({ kind: 'not-passed', why: 'unread' });
    expect(count()).toBe(0);
  });

  it('is not asked for when Teams does not say where the picture is', async () => {
    expect(await local().fetch(from(), picture(''))).toEqual({ kind: 'not-passed', why: 'untold' });
  });

  it('is not needed on this machine, where only what serves the conversation is asked', async () => {
    const before = asked.length;

    const other = { ...from(), serviceUrl: 'http://127.0.0.1:1/' };
    expect(await local().fetch(other, picture())).toEqual({ kind: 'not-passed', why: 'unread' });

    expect(asked).toHaveLength(before);
  });
});
