import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { GraphServer } from '../../src/local/graph/server.ts';
import { NOW, startServer } from '../graph/local-graph.ts';

const list = z.object({
  '@odata.nextLink': z.string().optional(),
  '@odata.count': z.number().optional(),
  value: z.array(z.looseObject({ id: z.string() })),
});

let server: GraphServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());

function ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.origin}/v1.0/admin/serviceAnnouncement${path}`, { headers: { authorization: `Bearer ${server.token}`, ...headers } });
}

async function items(path: string, headers: Record<string, string> = {}): Promise<z.infer<typeof list>> {
  return list.parse(await (await ask(path, headers)).json());
}

const idsOf = async (filter: string) => (await items(`/issues?$filter=${encodeURIComponent(filter)}`)).value.map((item) => item.id);

function publish(count: number): void {
  for (let number = 0; number < count; number += 1)
    server.advisories.publish({ service: 'Exchange Online', title: `Mail ${number}`, impact: 'Late.' });
}

describe('the local Graph server', () => {
  it.each([
    ['no token', {}],
    ['another token', { authorization: 'Bearer nobody' }],
    ['another scheme', { authorization: 'Basic bG9jYWw=' }],
  ])('refuses %s with 401 in Graph’s form', async (_, headers) => {
    const response = await fetch(`${server.origin}/v1.0/admin/serviceAnnouncement/issues`, { headers });

    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: 'InvalidAuthenticationToken', innerError: { 'request-id': expect.any(String) } } });
  });

  it('tells of an unknown id as Graph was seen to do: JSON inside JSON', async () => {
    const response = await ask('/issues/OD1234567');

    const { error } = z.object({ error: z.object({ code: z.string(), message: z.string() }) }).parse(await response.json());
    expect(error.code).toBe('UnknownError');
    const inner = z.object({ code: z.string(), message: z.string() }).parse(JSON.parse(error.message));
    expect(inner.code).toBe('forbidden');
    expect(JSON.parse(inner.message)).toEqual({ error: expect.stringContaining("Resource doesn't exist for the tenant.") });
  });

  it('gives one issue, one message, and one overview by its display name', async () => {
    expect(await (await ask('/issues/OD255960')).json()).toMatchObject({
      id: 'OD255960',
      service: 'OneDrive for Business',
      status: 'extendedRecovery',
    });
    expect(await (await ask('/messages/MC240160')).json()).toMatchObject({
      id: 'MC240160',
      services: ['SharePoint Online', 'OneDrive for Business'],
    });
    expect(await (await ask(`/healthOverviews/${encodeURIComponent('OneDrive for Business')}`)).json()).toMatchObject({ id: 'OneDriveForBusiness' });
  });

  it('marks every sample as made up, in its details and in its text', () => {
    for (const { value } of server.advisories.list()) {
      expect(value.details).toContainEqual({ name: 'synthetic', value: 'true' });
      const texts = 'posts' in value ? value.posts.map((post) => post.description.content) : [value.body.content];
      for (const text of texts) expect(text).toContain('(sample)');
    }
  });

  it('expands the issues of an overview when asked', async () => {
    const { value } = await items('/healthOverviews?$expand=issues');

    expect(value.find((overview) => overview.id === 'OneDriveForBusiness')?.issues).toContainEqual(expect.objectContaining({ id: 'OD255960' }));
  });
});

describe('its pages', () => {
  it('hold 100 unless asked, link to the next by $skip on Graph’s own host, and keep the filter', async () => {
    publish(250);
    const filter = "service eq 'Exchange Online'";

    const first = await items(`/issues?$filter=${encodeURIComponent(filter)}`);

    expect(first.value).toHaveLength(100);
    const link = new URL(first['@odata.nextLink'] ?? '');
    expect([link.origin, link.searchParams.get('$skip'), link.searchParams.get('$filter')]).toEqual(['https://graph.microsoft.com', '100', filter]);
    const last = await items(`/issues?$filter=${encodeURIComponent(filter)}&$skip=200`);
    expect([last.value.length, last['@odata.nextLink']]).toEqual([52, undefined]);
  });

  it.each([
    ['50', 50],
    ['1000', 1_000],
    ['5000', 1_000],
  ])('hold as many as preferred, up to 1000: %s', async (size, expected) => {
    publish(1_100);

    expect((await items('/issues', { prefer: `odata.maxpagesize=${size}` })).value).toHaveLength(expected);
  });

  it('have no next link with $top', async () => {
    publish(10);

    const page = await items('/issues?$top=5&$count=true');

    expect([page.value.length, page['@odata.nextLink']]).toEqual([5, undefined]);
    expect(page['@odata.count']).toBeGreaterThan(10);
  });

  it('show a new state only to a client that prefers it', async () => {
    server.advisories.change('OD255960', { status: 'brandNew' });
    const statusOf = async (headers: Record<string, string>) =>
      (await items('/issues', headers)).value.find((item) => item.id === 'OD255960')?.status;

    expect(await statusOf({})).toBe('unknownFutureValue');
    expect(await statusOf({ prefer: 'odata.maxpagesize=10, include-unknown-enum-members' })).toBe('brandNew');
  });
});

describe('its filter', () => {
  it.each([
    ["id eq 'OD255960'", ['OD255960']],
    ["service eq 'onedrive for business' and isResolved eq false", ['OD255960', 'OD900107', 'OD900109']],
    ["IsResolved eq true and (service eq 'Power BI' or service eq 'Microsoft Forms')", ['PB900111', 'FM900113']],
    [`lastModifiedDateTime ge ${new Date(NOW - 3_600_000).toISOString()}`, ['EX900101', 'TM900103']],
    ["not (isResolved eq true) and classification eq 'Incident'", ['EX900101']],
    ["title eq 'it''s'", []],
  ])('%s', async (filter, expected) => {
    expect(await idsOf(filter)).toEqual(expected);
  });

  it.each([
    "details eq 'x'",
    "posts eq 'x'",
    'isResolved',
    "isResolved is 'no'",
    "(id eq 'a'",
    "id eq 'a')",
    'lastModifiedDateTime ge yesterday',
    '%20',
  ])('refuses %s with 400', async (filter) => {
    expect((await ask(`/issues?$filter=${encodeURIComponent(filter)}`)).status).toBe(400);
  });
});

describe('the page’s routes', () => {
  const local = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(`${server.origin}/local${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const shown = async (id: string) => z.looseObject({}).parse(await (await ask(`/issues/${id}`)).json());

  it('list everything, what is switched off too', async () => {
    const { advisories } = z
      .object({ advisories: z.array(z.object({ isOn: z.boolean(), value: z.object({ id: z.string() }) })) })
      .parse(await (await local('GET', '/advisories')).json());

    expect(advisories).toContainEqual({ isOn: false, value: { id: 'OD900001' } });
  });

  it('publish one, which Graph then shows', async () => {
    const response = await local('POST', '/advisories', {
      service: 'OneDrive for Business',
      title: 'Users may be unable to sign in',
      impact: 'No sign-in.',
    });

    expect(response.status).toBe(201);
    const { value } = z.object({ value: z.object({ id: z.string() }) }).parse(await response.json());
    expect(value.id).toMatch(/^OD\d{6}$/);
    expect(await shown(value.id)).toMatchObject({
      isResolved: false,
      title: 'Users may be unable to sign in',
      lastModifiedDateTime: new Date(NOW).toISOString(),
    });
  });

  it('change, resolve and open one again', async () => {
    await local('PATCH', '/advisories/OD255960', { status: 'restoringService', post: 'News.' });
    expect(await shown('OD255960')).toMatchObject({ status: 'restoringService', posts: [{}, { description: { content: 'News.' } }] });

    await local('PATCH', '/advisories/OD255960', { resolve: true });
    expect(await shown('OD255960')).toMatchObject({ status: 'serviceRestored', isResolved: true, endDateTime: new Date(NOW).toISOString() });

    await local('PATCH', '/advisories/OD255960', { reopen: true });
    expect(await shown('OD255960')).toMatchObject({ status: 'serviceDegradation', isResolved: false, endDateTime: null });
  });

  it('switch the sample fault on and off', async () => {
    await local('PATCH', '/advisories/OD900001', { isOn: true });
    expect((await ask('/issues/OD900001')).status).toBe(200);

    await local('PATCH', '/advisories/OD900001', { isOn: false });
    expect((await ask('/issues/OD900001')).status).toBe(403);
  });

  it('remove one', async () => {
    expect((await local('DELETE', '/advisories/OD255960')).status).toBe(204);
    expect((await local('DELETE', '/advisories/OD255960')).status).toBe(404);
    expect((await ask('/issues/OD255960')).status).toBe(403);
  });

  it.each([
    ['POST', '/advisories', { title: 'no service' }, 400],
    ['PATCH', '/advisories/OD255960', { statuss: 'x' }, 400],
    ['PATCH', '/advisories/OD111111', { isOn: true }, 404],
    ['PUT', '/advisories/OD255960', undefined, 405],
    ['GET', '/elsewhere', undefined, 404],
    ['POST', '/graph-faults', { kind: 'nonsense' }, 400],
  ])('answer %s %s %j with a sentence', async (method, path, body, status) => {
    expect((await local(method, path, body)).status).toBe(status);
  });

  it('refuse a change from another page, and a body that is not JSON', async () => {
    expect((await local('DELETE', '/advisories/OD255960', undefined, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await local('POST', '/advisories', { a: 1 }, { 'content-type': 'text/plain' })).status).toBe(415);
  });

  it('refuse a request that names another host, as a rebound name would', async () => {
    const { port } = new URL(server.origin);

    const status = await new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path: '/local/advisories', headers: { host: 'evil.example' } }, (response) =>
        resolve(response.resume().statusCode),
      )
        .on('error', reject)
        .end();
    });

    expect(status).toBe(403);
  });
});

describe('the file of what people published', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kiku-graph-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const withFile = async (work: (server: GraphServer) => void) => {
    const one = await startServer({ file: join(folder, 'graph.json') });
    work(one);
    await one.close();
  };

  it('brings back what was published, changed, switched on and removed', async () => {
    await withFile((one) => {
      one.advisories.publish({ service: 'Microsoft Teams', title: 'Mine', impact: 'Mine.' });
      one.advisories.change('OD900001', { isOn: true });
      one.advisories.change('EX900101', { resolve: true });
      one.advisories.remove('OD255960');
    });

    await withFile((two) => {
      const entries = new Map(two.advisories.list().map((entry) => [entry.value.id, entry]));
      expect(entries.get('TM900301')?.value.title).toBe('Mine');
      expect(entries.get('OD900001')?.isOn).toBe(true);
      expect(entries.get('EX900101')?.value).toMatchObject({ isResolved: true });
      expect(entries.has('OD255960')).toBe(false);
      expect(entries.has('MC240160')).toBe(true);
    });
  });

  it('is put aside when it cannot be read', async () => {
    writeFileSync(join(folder, 'graph.json'), '{"version":1,"changed":[{}');

    await withFile((one) => expect(one.advisories.list().map((entry) => entry.value.id)).toContain('OD255960'));
  });
});
