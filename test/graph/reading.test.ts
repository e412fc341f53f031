import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createGraphClient } from '../../src/graph/client.ts';
import { createCredential } from '../../src/graph/credential.ts';
import { GraphFailure } from '../../src/graph/graph-failure.ts';
import type { GraphFaultRequest } from '../../src/local/graph/faults.ts';
import type { GraphServer } from '../../src/local/graph/server.ts';
import { failureOf, NOW, openBudget, readerOf, startServer } from './local-graph.ts';

const unlimited = { budget: openBudget(), now: () => NOW };

let server: GraphServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());

/** Publishes so many plain issues, so that the collection has several pages. */
function publishMany(count: number): void {
  for (let number = 0; number < count; number += 1) {
    server.advisories.publish({ service: 'Exchange Online', title: `Mail is slow in region ${number}`, impact: 'Mail is late.' });
  }
}

describe('a reading of Service Health', () => {
  it('finds every issue and message that is published, and none that is switched off', async () => {
    const advisories = await readerOf(server).read();

    const ids = advisories.map((advisory) => advisory.id);
    expect(ids).toEqual(expect.arrayContaining(['OD255960', 'MC240160', 'EX900101']));
    expect(ids).not.toContain('OD900001');
    expect(ids).toHaveLength(server.advisories.list().length - 1);
  });

  it('sees the sample fault once it is switched on', async () => {
    server.advisories.change('OD900001', { isOn: true });

    const fault = (await readerOf(server).read()).find((advisory) => advisory.id === 'OD900001');

    expect(fault).toMatchObject({ services: ['OneDrive for Business'], classification: 'incident', isResolved: false });
    expect(fault?.nextUpdate).toMatch(/UTC$/);
  });

  it('takes all pages, with both preferences and a token on each, and never with $top', async () => {
    publishMany(1_200);

    const advisories = await readerOf(server).read();

    expect(advisories.filter((advisory) => advisory.services.includes('Exchange Online'))).toHaveLength(1_202);
    const issuePages = server.requests.filter((request) => request.url.includes('/issues'));
    expect(issuePages).toHaveLength(2);
    for (const request of server.requests) {
      expect(request.headers.prefer).toBe('odata.maxpagesize=1000, include-unknown-enum-members');
      expect(request.headers.authorization).toBe(`Bearer ${server.token}`);
      expect(request.headers['client-request-id']).toEqual(expect.any(String));
      expect(request.url).not.toContain('$top');
    }
  });

  it('asks only for what changed since a time, as Graph writes times', async () => {
    const changed = await readerOf(server).source.changed('issue', NOW - 2 * 3_600_000 + 999, new AbortController().signal);

    expect(decodeURIComponent(server.requests[0]?.url ?? '')).toContain('$filter=lastModifiedDateTime ge 2026-11-22T07:00:00Z');
    expect(changed.length).toBeGreaterThan(0);
    for (const { updatedAt } of changed) expect(updatedAt).toBeGreaterThanOrEqual(NOW - 2 * 3_600_000);
  });

  it('reads everything when Graph takes no filter', async () => {
    const reader = readerOf(server);
    const everything = await reader.source.changed('issue', null, new AbortController().signal);
    server.faults.inject({ kind: 'failing', status: 400 });

    expect(await reader.source.changed('issue', NOW, new AbortController().signal)).toEqual(everything);
  });

  it('finds the open issues, which a false positive is not', async () => {
    server.advisories.change('OD255960', { status: 'falsePositive' });

    const open = await readerOf(server).source.openIssues(new AbortController().signal);

    expect(open.map(({ id }) => id)).toContain('EX900101');
    expect(open.map(({ id }) => id)).not.toContain('OD255960');
    expect(open.every((issue) => !issue.isResolved)).toBe(true);
  });

  it('reads values in PascalCase as the same values', async () => {
    const plain = await readerOf(server).read();
    server.faults.inject({ kind: 'pascal-case', count: 2 });

    expect(await readerOf(server).read()).toEqual(plain);
  });

  it('takes a state that nobody knew as it is', async () => {
    server.advisories.change('OD255960', { status: 'beingLookedInto' });

    const advisories = await readerOf(server).read();

    expect(advisories.find((advisory) => advisory.id === 'OD255960')?.status).toBe('beingLookedInto');
  });

  it('leaves out one unreadable object, warns by its id, and keeps the rest', async () => {
    const reader = readerOf(server);
    server.faults.inject({ kind: 'bad-item', on: 'issues' });

    const advisories = await reader.read();

    expect(advisories.map((advisory) => advisory.id)).toContain('OD255960');
    expect(reader.log.lines).toEqual([{ level: 'warn', fields: { advisory: 'OD1' } }]);
  });
});

describe('a fault that passes', () => {
  it.each<[string, GraphFaultRequest, number[]]>([
    ['waits as long as Retry-After says', { kind: 'throttle', retryAfterSeconds: 7 }, [7_000]],
    [
      'reads Retry-After as a date by the server’s own clock',
      { kind: 'throttle', retryAfterSeconds: 9, asDate: true, clockOffsetMs: -86_400_000 },
      [9_000],
    ],
    ['backs off by itself without Retry-After', { kind: 'throttle', retryAfterSeconds: null, count: 2 }, [1_000, 2_000]],
    ['tries again after 503', { kind: 'failing', status: 503 }, [1_000]],
    ['tries again after 502 with a web page', { kind: 'failing', status: 502, body: 'html' }, [1_000]],
    ['tries again after 504 with nothing', { kind: 'failing', status: 504, body: 'empty' }, [1_000]],
    ['tries again after half a response', { kind: 'half' }, [1_000]],
    ['tries again after a dropped connection', { kind: 'drop' }, [1_000]],
    ['tries again after broken JSON', { kind: 'broken-json' }, [1_000]],
    ['tries again after a web page with status 200', { kind: 'html' }, [1_000]],
  ])('%s', async (_, fault, pauses) => {
    const reader = readerOf(server);
    server.faults.inject({ ...fault, on: 'issues' });

    const advisories = await reader.read();

    expect(advisories.map((advisory) => advisory.id)).toContain('OD255960');
    expect(reader.pauses).toEqual(pauses);
  });

  it('does not last longer than its own request when the server hangs', async () => {
    const reader = readerOf(server, { timeoutMs: 150 });
    server.faults.inject({ kind: 'hang', on: 'issues' });

    await reader.read();

    expect(reader.pauses).toEqual([1_000]);
  });
});

describe('a fault that stays', () => {
  it.each<[string, GraphFaultRequest, Partial<GraphFailure>, number]>([
    [
      'is throttled for longer than we wait',
      { kind: 'throttle', retryAfterSeconds: 600 },
      { code: 'throttled', retryable: true, retryAfterMs: 600_000, status: 429 },
      1,
    ],
    [
      'is throttled without end',
      { kind: 'throttle', retryAfterSeconds: 1, count: 9 },
      { code: 'throttled', retryable: true, retryAfterMs: 1_000 },
      3,
    ],
    ['is unavailable', { kind: 'failing', status: 503, count: 9 }, { code: 'unavailable', retryable: true, status: 503 }, 3],
    [
      'is unavailable behind a web page',
      { kind: 'failing', status: 500, body: 'html', count: 9 },
      { code: 'unavailable', retryable: true, status: 500 },
      3,
    ],
    ['breaks off every time', { kind: 'half', count: 9 }, { code: 'unavailable', retryable: true }, 3],
    ['is a captive portal', { kind: 'html', count: 9 }, { code: 'bad-answer', retryable: true, status: 200 }, 3],
    ['refuses', { kind: 'failing', status: 403 }, { code: 'forbidden', retryable: false, status: 403 }, 1],
    ['does not understand us', { kind: 'failing', status: 400 }, { code: 'bad-answer', retryable: false, status: 400 }, 1],
    ['lacks a permission', { kind: 'no-permission' }, { code: 'forbidden', retryable: false, status: 403, graphCode: 'UnknownError' }, 1],
    ['points to another host', { kind: 'foreign-link' }, { code: 'bad-answer', retryable: false }, 1],
    ['points to the same page again', { kind: 'looping-link', count: 9 }, { code: 'bad-answer', retryable: true }, 2],
  ])('%s', async (_, fault, expected, requests) => {
    server.faults.inject({ ...fault, on: 'issues' });

    const failure = await failureOf(readerOf(server).read());

    expect(failure).toBeInstanceOf(GraphFailure);
    expect(failure).toMatchObject(expected);
    expect(server.requests).toHaveLength(requests);
  });

  it('fails the whole reading when only a later page fails', async () => {
    publishMany(1_200);
    server.faults.inject({ kind: 'failing', on: 'issues', page: 'later', count: 9 });

    expect(await failureOf(readerOf(server).read())).toMatchObject({ code: 'unavailable' });
  });

  it('times out when the server hangs each time', async () => {
    server.faults.inject({ kind: 'hang', count: 9 });

    expect(await failureOf(readerOf(server, { timeoutMs: 100 }).read())).toMatchObject({ code: 'timeout', retryable: true });
  });

  it('is unauthorised with a wrong token, asks once, and does not repeat the token', async () => {
    const failure = await failureOf(readerOf(server, { token: 'secret-word' }).read());

    expect(failure).toMatchObject({ code: 'unauthorised', retryable: false, status: 401, graphCode: 'InvalidAuthenticationToken' });
    expect(server.requests).toHaveLength(1);
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain('secret-word');
  });

  it('is unavailable when nobody listens', async () => {
    const reader = readerOf(server);
    await server.close();

    expect(await failureOf(reader.read())).toMatchObject({ code: 'unavailable', retryable: true, status: null });
  });

  it('ends at once when the reading is given up', async () => {
    server.faults.inject({ kind: 'hang', count: 9 });
    const reader = readerOf(server, { timeoutMs: 60_000 });
    const abort = new AbortController();
    const reading = failureOf(reader.read(abort.signal));

    abort.abort();

    expect(await reading).toMatchObject({ code: 'timeout' });
    expect(reader.pauses).toEqual([]);
  });
});

describe('a single issue', () => {
  const signal = new AbortController().signal;

  it('is read by its id, with both preferences', async () => {
    expect(await readerOf(server).source.issue('OD255960', signal)).toMatchObject({ id: 'OD255960', kind: 'issue' });
    expect(server.requests[0]?.headers.prefer).toContain('include-unknown-enum-members');
  });

  it('that the tenant cannot see is none', async () => {
    expect(await readerOf(server).source.issue('OD999999', signal)).toBeNull();
  });

  it.each<[string, GraphFaultRequest, Partial<GraphFailure>]>([
    ['a missing permission', { kind: 'no-permission' }, { code: 'forbidden', status: 403 }],
    ['a 403 of something in between', { kind: 'failing', status: 403, body: 'html' }, { code: 'forbidden', status: 403 }],
    ['a 404 of something in between', { kind: 'failing', status: 404, body: 'html' }, { code: 'bad-answer', status: 404 }],
    ['an issue that cannot be read', { kind: 'bad-item' }, { code: 'bad-answer' }],
  ])('is not mistaken for gone: %s', async (_, fault, expected) => {
    server.faults.inject(fault);

    expect(await failureOf(readerOf(server).source.issue('OD255960', signal))).toMatchObject(expected);
  });

  it('is gone when Graph itself says 404', async () => {
    server.faults.inject({ kind: 'failing', status: 404 });

    expect(await readerOf(server).source.issue('OD255960', signal)).toBeNull();
  });
});

describe('the budget', () => {
  it('is asked before every page and every attempt', async () => {
    publishMany(1_200);
    let taken = 0;
    server.faults.inject({ kind: 'failing', status: 503, on: 'issues' });
    const takeGraphRequest = async () => {
      taken += 1;
      return 0;
    };
    const budget = { ...openBudget(), takeGraphRequest };

    await readerOf(server, { budget }).read();

    expect(taken).toBe(server.requests.length);
    expect(taken).toBe(4);
  });

  it('that is used up sends nothing, and says when to come again', async () => {
    const budget = { ...openBudget(), takeGraphRequest: async () => 42_000 };

    expect(await failureOf(readerOf(server, { budget }).read())).toMatchObject({ code: 'waiting', retryable: false, retryAfterMs: 42_000 });
    expect(server.requests).toHaveLength(0);
  });

  it('that is short of a moment is waited for', async () => {
    const waits = [300, 0, 0];
    const reader = readerOf(server, { budget: { ...openBudget(), takeGraphRequest: async () => waits.shift() ?? 0 } });

    await reader.read();

    expect(reader.pauses).toEqual([300]);
  });

  it.each([
    ['429', { kind: 'throttle', retryAfterSeconds: 600 }, NOW + 600_000],
    ['429 that is slept through', { kind: 'throttle', retryAfterSeconds: 7 }, NOW + 7_000],
  ])('rests for everybody as long as Graph says with %s', async (_, fault, until) => {
    server.faults.inject(fault);
    const budget = openBudget();

    await readerOf(server, { budget })
      .read()
      .catch(() => undefined);

    expect(budget.rests).toEqual([until]);
  });

  it('is for Service Communications only: other parts of Graph are counted apart', async () => {
    const budget = { ...openBudget(), takeGraphRequest: async () => 42_000 };
    const { client } = readerOf(server, { budget });

    expect(await failureOf(client.get('/teams/nobody/members', {}, new AbortController().signal))).toMatchObject({ status: 403 });
    expect(server.requests).toHaveLength(1);
  });

  it('does not rest when Graph does not say how long', async () => {
    server.faults.inject({ kind: 'throttle', retryAfterSeconds: null });
    const budget = openBudget();

    await readerOf(server, { budget }).read();

    expect(budget.rests).toEqual([]);
  });
});

describe('a credential', () => {
  it('that never answers is a timeout', async () => {
    const client = createGraphClient({
      credential: { getToken: () => new Promise(() => undefined) },
      graphOrigin: server.origin,
      timeoutMs: 60,
      patience: { attempts: 1 },
      ...unlimited,
    });

    expect(await failureOf(client.get('/admin/serviceAnnouncement/issues', {}, new AbortController().signal))).toMatchObject({ code: 'timeout' });
    expect(server.requests).toHaveLength(0);
  });

  it('is asked again for each attempt, so that no old token is sent after a pause', async () => {
    let given = 0;
    const fixed = createCredential({ kind: 'fixed', token: server.token });
    const credential: typeof fixed = {
      getToken: (scopes) => {
        given += 1;
        expect(scopes).toEqual(['https://graph.microsoft.com/.default']);
        return fixed.getToken(scopes);
      },
    };
    const client = createGraphClient({ credential, graphOrigin: server.origin, ...unlimited, patience: { wait: async () => undefined } });
    server.faults.inject({ kind: 'throttle', retryAfterSeconds: 20 });

    await client.get('/admin/serviceAnnouncement/issues', {}, new AbortController().signal);

    expect(given).toBe(2);
  });
});

describe('a Graph origin', () => {
  it.each(['http://example.com', 'https://example.com', 'https://graph.microsoft.com.example.org', 'http://graph.microsoft.com', 'ftp://127.0.0.1'])(
    '%s is refused, since a token would go there',
    (graphOrigin) => {
      const credential = createCredential({ kind: 'fixed', token: 'x' });

      expect(() => createGraphClient({ credential, graphOrigin, ...unlimited })).toThrow('cannot be the Graph origin');
    },
  );
});
