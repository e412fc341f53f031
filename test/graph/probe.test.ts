import { AuthenticationError } from '@azure/identity';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { GraphAnswer, GraphProbe } from '../../src/doctor-ports.ts';
import { PERMISSIONS } from '../../src/graph/permissions.ts';
import { createGraphProbe } from '../../src/graph/probe.ts';
import { startGraphServer } from '../../src/local/graph/server.ts';
import { NOW, openBudget } from './local-graph.ts';
import { type SmallAnswer, type SmallGraph, startSmallGraph, tokenWith } from './small-graph.ts';

const LIST: SmallAnswer = { status: 200, body: { value: [] } };
const ISSUES = '/admin/serviceAnnouncement/issues';
const MESSAGES = '/admin/serviceAnnouncement/messages';
const BOTH = ['ServiceHealth.Read.All', 'ServiceMessage.Read.All'];
const NEEDED = PERMISSIONS.filter(({ isOptional }) => !isOptional);
const OPTIONAL = { name: 'User.Read.All', isOptional: true, path: '/users?$top=1' };

let graph: SmallGraph;
beforeAll(async () => {
  graph = await startSmallGraph();
});
beforeEach(() => {
  graph.answers = { [ISSUES]: LIST, [MESSAGES]: LIST, '/users': LIST };
  graph.asked.length = 0;
});
afterAll(() => graph.close());

type Token = string | Error | 'never';
function probe(
  token: Token = tokenWith(BOTH),
  more: { readonly budget?: ReturnType<typeof openBudget>; readonly now?: () => number } = {},
): GraphProbe {
  const getToken = () => {
    if (token === 'never') return new Promise<never>(() => {});
    return typeof token === 'string' ? Promise.resolve({ token, expiresOnTimestamp: NOW + 3_600_000 }) : Promise.reject(token);
  };
  return createGraphProbe({
    credential: { getToken },
    graphOrigin: graph.origin,
    budget: openBudget(),
    permissions: [...NEEDED, OPTIONAL],
    now: Date.now,
    timeoutMs: token === 'never' || Object.values(graph.answers).includes('hang') ? 1_500 : 8_000,
    ...more,
  });
}
const signal = () => AbortSignal.timeout(10_000);
const refusal = { error: { code: 'UnknownError', message: 'no' } };

describe('a look at Graph', () => {
  it('sees each permission that is granted work, and asks for none that is optional and not granted', async () => {
    const { token, permissions } = await probe().look(signal());

    expect(token).toBe('granted');
    expect(permissions.map(({ name, isGranted, answer }) => [name, isGranted, answer])).toEqual([
      ['ServiceHealth.Read.All', true, 'answered'],
      ['ServiceMessage.Read.All', true, 'answered'],
      ['User.Read.All', false, 'not-asked'],
    ]);
    expect(graph.asked.map(({ path }) => path).toSorted()).toEqual([`${ISSUES}?$top=1`, `${MESSAGES}?$top=1`]);
    expect(new Set(graph.asked.map(({ authorization }) => authorization))).toEqual(new Set([`Bearer ${tokenWith(BOTH)}`]));
  });

  it.each<[string, SmallAnswer, GraphAnswer]>([
    ['403', { status: 403, body: refusal }, 'forbidden'],
    ['401', { status: 401, body: refusal }, 'unauthorised'],
    ['429', { status: 429, body: refusal }, 'throttled'],
    ['500', { status: 500, body: refusal }, 'failing'],
    ['503 with a web page', { status: 503, text: '<html></html>' }, 'failing'],
    ['a web page', { status: 200, text: '<html></html>' }, 'odd'],
    ['another address', { status: 302, body: {} }, 'odd'],
    ['404', { status: 404, body: refusal }, 'not-there'],
    ['404 that is not of Graph', { status: 404, text: 'no' }, 'odd'],
    ['nothing', 'hang', 'silent'],
    ['a broken connection', 'drop', 'silent'],
  ])('that answers one permission with %s sees that, and the other as it is', async (_name, answer, seen) => {
    graph.answers = { ...graph.answers, [ISSUES]: answer };

    const { permissions } = await probe().look(signal());

    expect(permissions.map((one) => one.answer)).toEqual([seen, 'answered', 'not-asked']);
  });

  it.each<[string, Token, readonly (boolean | null)[]]>([
    ['lacks a role', tokenWith(['ServiceMessage.Read.All']), [false, true, false]],
    ['has no roles', tokenWith(undefined), [false, false, false]],
    ['does not show them', 'opaque', [null, null, null]],
    ['is garbage that looks like one', 'a.!!!.c', [null, null, null]],
  ])('with a token that %s says which', async (_name, token, granted) => {
    const { permissions } = await probe(token).look(signal());

    expect(permissions.map(({ isGranted }) => isGranted)).toEqual(granted);
  });

  it.each<[string, Token, string]>([
    ['refuses', new AuthenticationError(401, 'no'), 'refused'],
    ['fails', new AuthenticationError(503, 'later'), 'silent'],
    ['is silent', 'never', 'silent'],
  ])('behind a sign-in service that %s asks for nothing', async (_name, token, seen) => {
    expect(await probe(token).look(signal())).toMatchObject({ token: seen, permissions: [] });
    expect(graph.asked).toEqual([]);
  });

  it('tells how far the clock of Graph is ahead', async () => {
    const now = Date.now();
    graph.answers = { [ISSUES]: { status: 200, body: {}, date: new Date(now + 600_000).toUTCString() }, [MESSAGES]: 'drop' };

    const { aheadMs } = await probe().look(signal());

    expect(aheadMs).toBeGreaterThan(500_000);
    expect(aheadMs).toBeLessThan(700_000);
  });

  it('counts as all readings do, and waits for nobody when the hour is used up', async () => {
    const taken: number[] = [];
    const budget = { ...openBudget(), takeGraphRequest: async (at: number) => (taken.push(at) > 1 ? 60_000 : 0) };

    const { permissions } = await probe(tokenWith([...BOTH, OPTIONAL.name]), { budget }).look(signal());

    expect(taken).toHaveLength(2);
    expect(permissions.map(({ answer }) => answer).toSorted()).toEqual(['answered', 'answered', 'waiting']);
  });

  it('is answered by the stand-in as by Graph, and sees what it is told to do wrong', async () => {
    const server = await startGraphServer({ port: 0, host: '127.0.0.1', now: Date.now });
    server.faults.inject({ kind: 'no-permission', on: 'messages' });
    const credential = { getToken: async () => ({ token: server.token, expiresOnTimestamp: NOW + 3_600_000 }) };
    const at = createGraphProbe({ credential, graphOrigin: server.origin, budget: openBudget(), permissions: NEEDED, now: Date.now });

    const { permissions } = await at.look(signal());
    await server.close();

    expect(permissions.map(({ answer }) => answer)).toEqual(['answered', 'forbidden']);
  });
});

describe('the end of the secret', () => {
  const soon = '2026-12-01T00:00:00Z';
  const late = '2027-12-01T00:00:00.1234567Z';
  const past = '2020-01-01T00:00:00Z';
  const answer = (...passwordCredentials: readonly unknown[]): SmallAnswer => ({ status: 200, body: { passwordCredentials, keyCredentials: [] } });
  const end = (endDateTime: string, hint?: string | null) => ({ endDateTime, hint });

  it.each<[string, SmallAnswer, string | null]>([
    ['of the one that begins like ours', answer(end(soon, 'zzz'), end(late, 'abc'), end(past, 'abc')), late],
    ['of ours, also when it has ended', answer(end(past, 'abc'), end(late, 'zzz')), past],
    ['of the next one, where none is hinted at', answer(end(late, null), end(soon), end(past)), soon],
    ['cannot be known without a secret there', answer(), null],
    ['cannot be known without the permission', { status: 403, body: refusal }, null],
    ['cannot be known from something odd', answer({ hint: 'abc', endDateTime: 'tomorrow' }), null],
    ['cannot be known from silence', 'hang', null],
  ])('%s', async (_name, applications, at) => {
    graph.answers = { '/applications': applications };

    const seen = await probe().secretEnd('the app', 'abc', NOW, signal());

    expect(seen).toEqual(at === null ? { kind: 'unknown', what: 'secret' } : { kind: 'ends', what: 'secret', at: Date.parse(at) });
    expect(graph.asked[0]?.path).toBe("/applications(appId='the%20app')?$select=passwordCredentials,keyCredentials");
  });
});
