import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type LocalStage, stage } from './stage.ts';

let on: LocalStage;

beforeEach(async () => {
  on = await stage();
});

afterEach(() => on.close());

/** `fetch` sets the Host header itself, so this one is made by hand. */
function statusWithHost(host: string, path: string): Promise<number> {
  const { hostname, port } = new URL(on.teams.origin);
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ hostname, port, path, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    outgoing.once('error', reject).end();
  });
}

describe('the page', () => {
  it('is served with a policy that lets nothing in from elsewhere and no inline script', async () => {
    const { status, headers, body } = await on.call('GET', '/');
    const policy = headers.get('content-security-policy') ?? '';

    expect(status).toBe(200);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(String(body)).not.toMatch(/https?:\/\/|<script>|\son\w+=|style="/);
  });

  it('serves every module without types, as a script that a browser can read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kiku-page-'));
    const names = (await readdir(new URL('../../src/local/page/', import.meta.url))).filter((name) => name.endsWith('.ts'));
    expect(names).toContain('main.ts');
    for (const name of names) {
      const { status, headers, body } = await on.call('GET', `/page/${name}`);
      const file = join(folder, name.replace('.ts', '.mjs'));
      await writeFile(file, String(body));
      expect({ name, status, type: headers.get('content-type') }).toEqual({ name, status: 200, type: 'text/javascript; charset=utf-8' });
      expect({ name, fault: spawnSync(process.execPath, ['--check', file]).stderr.toString() }).toEqual({ name, fault: '' });
    }
    await rm(folder, { recursive: true });
  });

  it('finds every file that it names', async () => {
    const page = await readFile(new URL('../../src/local/page/index.html', import.meta.url), 'utf8');
    const paths = [...page.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, path]) => path ?? '');

    for (const path of [...paths, '/page/lib/markdown-it.js']) expect([path, (await on.call('GET', path)).status]).toEqual([path, 200]);
  });

  it.each(['/page/../teams/start.ts', '/page/%2e%2e/teams/start.ts', '/page/tsconfig.json', '/page/missing.ts', '/page/lib/other.js', '/elsewhere'])(
    'does not serve %s',
    async (path) => {
      expect(await statusWithHost(new URL(on.teams.origin).host, path)).toBe(404);
    },
  );

  it('leaves what is not its own to the server it is mounted on', async () => {
    const host = createServer((request, response) => {
      if (on.teams.handlePage(request, response)) return;
      // Not one after the other on one line: where restify is loaded too, its `writeHead` gives nothing back.
      response.writeHead(418);
      response.end();
    });
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;

    const statuses = await Promise.all(['/', '/local/world', '/api/messages'].map(async (path) => (await fetch(origin + path)).status));
    host.closeAllConnections();
    host.close();

    expect(statuses).toEqual([200, 200, 418]);
  });
});

describe('who may ask', () => {
  it.each([
    ['127.0.0.1:1', '/', 200],
    ['localhost:3978', '/local/world', 200],
    ['evil.example', '/', 421],
    ['127.0.0.1.evil.example', '/local/world', 421],
    ['evil.example', '/v3/attachments/x', 421],
  ])('Host %s on %s gets %i', async (host, path, status) => {
    expect(await statusWithHost(host, path)).toBe(status);
  });

  it.each([
    ['https://evil.example', 403],
    ['null', 403],
    ['http://127.0.0.1:1', 403],
    ['the page itself', 200],
    ['no page', 200],
  ])('a change from %s gets %i', async (from, status) => {
    const origin = from === 'the page itself' ? on.teams.origin : from;

    const answer = await on.call('POST', '/local/say', { person: 'sam', text: 'hello' }, from === 'no page' ? {} : { origin });

    expect(answer.status).toBe(status);
    expect(on.bot.received.filter(({ type }) => type === 'message')).toHaveLength(status === 200 ? 1 : 0);
  });

  it('a form, which needs no permission to be posted from elsewhere, is not read', async () => {
    const answer = await on.call('POST', '/local/say', 'person=sam', { 'content-type': 'application/x-www-form-urlencoded' });

    expect(answer.status).toBe(415);
  });
});

describe('the page routes', () => {
  it('tell what happens as it happens', async () => {
    const abort = new AbortController();
    const stream = await fetch(`${on.teams.origin}/local/events`, { signal: abort.signal });
    await on.call('POST', '/local/say', { person: 'sam', text: 'hello' });

    let heard = '';
    for await (const chunk of stream.body ?? []) {
      heard += Buffer.from(chunk).toString();
      if (heard.includes('"delivery":"sent"')) break;
    }
    abort.abort();

    expect(heard).toContain('"text":"hello"');
  });

  it('refuse an empty message, an unknown person, and somebody else’s conversation', async () => {
    const { id } = (await on.call('POST', '/local/say', { person: 'sam', text: 'mine' })).body as { id: string };

    expect((await on.call('POST', '/local/say', { person: 'sam', text: ' ' })).status).toBe(400);
    expect((await on.call('POST', '/local/say', { person: 'nobody', text: 'x' })).status).toBe(404);
    expect((await on.call('POST', '/local/edit', { person: 'priya', id, text: 'x' })).status).toBe(404);
  });

  it('pass the panel’s requests on to the Graph server, and say so when it is away', async () => {
    const asked: string[] = [];
    const graph = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"advisories":[]}');
    });
    await new Promise<void>((resolve) => graph.listen(0, '127.0.0.1', resolve));
    const connected = await stage({ graphOrigin: `http://127.0.0.1:${(graph.address() as AddressInfo).port}` });

    const there = await connected.call('PATCH', '/local/advisories/OD255960', { isResolved: true });
    await new Promise<void>((resolve) => {
      graph.close(() => resolve());
      graph.closeAllConnections();
    });
    const away = await connected.call('GET', '/local/advisories');
    await connected.close();

    expect({ asked, status: there.status, body: there.body }).toEqual({
      asked: ['PATCH /local/advisories/OD255960'],
      status: 200,
      body: { advisories: [] },
    });
    expect([away.status, (await on.call('GET', '/local/advisories')).status]).toEqual([502, 503]);
  });
});
