import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuthenticationError } from '@azure/identity';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cloudOf } from '../../src/config/clouds.ts';
import { examine } from '../../src/doctor/examine.ts';
import { observe } from '../../src/doctor/observe.ts';
import { type LocalTeams, startLocalTeams } from '../../src/local/teams/start.ts';
import { openForDoctor } from '../../src/storage/open-doctor.ts';
import { openStorage, type Storage } from '../../src/storage/open-storage.ts';
import { createConnector } from '../../src/teams/connector.ts';
import { type EyesWiring, eyesOf } from '../../src/wire-doctor.ts';
import { makeCertificate } from '../graph/made-certificate.ts';
import { type SmallGraph, startSmallGraph, tokenWith } from '../graph/small-graph.ts';
import { type FreshDatabase, freshDatabase } from '../postgres.ts';
import { DAY_MS, MINUTE_MS } from './sound.ts';

const NEEDED = ['ServiceHealth.Read.All', 'ServiceMessage.Read.All'];
const ALL = [...NEEDED, 'User.Read.All', 'DeviceManagementManagedDevices.Read.All'];
const LIST = { status: 200, body: { value: [] } };
const HEALTHY = { '/admin': LIST, '/users': LIST, '/deviceManagement': LIST };
const refused = (status: number) => ({ status, body: { error: { code: 'x', message: 'x' } } });
const quiet = { info() {}, warn() {}, error() {} };

let graph: SmallGraph;
let teams: LocalTeams;
let fresh: FreshDatabase;
let storage: Storage;
let looking: Awaited<ReturnType<typeof openForDoctor>>;
let folder: string;
let token: string | Error;
let group: string | null;
/** How long is waited for an answer: short only where none comes. */
let patienceMs: number;

beforeAll(async () => {
  graph = await startSmallGraph();
  teams = await startLocalTeams({ botUrl: 'http://127.0.0.1:9/', log: quiet });
  teams.conversations.setInstalled(teams.places.channel.key, true);
  fresh = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'kiku-whole-'));
  storage = await openStorage({ databaseUrl: fresh.url, folder }, quiet);
  looking = await openForDoctor({ databaseUrl: fresh.url, folder });
});
afterAll(async () => {
  await Promise.all([graph.close(), teams.close(), looking.close()]);
  await storage.close();
  await fresh.drop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  graph.answers = HEALTHY;
  token = tokenWith(ALL);
  group = null;
  patienceMs = 10_000;
  teams.faults.clear();
  await certificate(200);
  await hasRead(1);
  const bot = { id: '28:kiku', name: 'Kiku' };
  const { channel } = teams.places;
  await storage.helpdesk.bind('contoso', { serviceUrl: teams.serviceUrl, conversation: channel.id, tenant: 'contoso', bot }, 'priya', 1);
});

const certificate = (days: number) => writeFile(join(folder, 'bot.pem'), makeCertificate(Date.now() + days * DAY_MS));
const readingAt = (readAt: number, isFailing: boolean) => ({
  kind: 'issue' as const,
  advisories: [],
  gone: [],
  changes: [],
  watermark: null,
  reconciledAt: null,
  readAt,
  isFailing,
  now: readAt,
});

/** Service Health was read so many minutes ago. */
async function hasRead(minutes: number, isFailing = false): Promise<void> {
  const { revision } = await storage.advisories.readSync('issue');
  await storage.advisories.write({ ...readingAt(Date.now() - minutes * MINUTE_MS, isFailing), revision });
}

/** The names of what is not fine, with everything looked at over HTTP and in the database. */
async function told(change: Partial<EyesWiring> = {}): Promise<readonly string[]> {
  const getToken = () => (token instanceof Error ? Promise.reject(token) : Promise.resolve({ token, expiresOnTimestamp: Date.now() + 3_600_000 }));
  const eyes = eyesOf({
    store: looking.store,
    graphBudget: { takeGraphRequest: async () => 0, restGraph: async () => {} },
    credentials: { kind: 'certificate', appId: 'app', tenantId: 'contoso', certificatePath: join(folder, 'bot.pem') },
    credential: { getToken },
    cloud: cloudOf('public'),
    allowedGroup: group,
    graphOrigin: graph.origin,
    roster: createConnector({ credentials: null, allowedServiceHosts: [], timeoutMs: patienceMs }),
    versions: { kiku: '1', node: '24' },
    knowledge: () => ({ faults: [], problems: 1, steps: 1, edition: 'x' }),
    now: Date.now,
    graphLimitMs: patienceMs,
    ...change,
  });
  return examine(await observe({ ...eyes, limitMs: 25_000 }))
    .filter(({ level }) => level !== 'ok')
    .map(({ id }) => id);
}

it('a good set-up has nothing to be done', async () => {
  expect(await told()).toEqual([]);
});

describe('of a broken set-up just what is broken is told:', () => {
  it.each<[string, () => unknown, readonly string[]]>([
    [
      'the sign-in refuses',
      () => {
        token = new AuthenticationError(401, 'no');
      },
      ['token-refused', 'bot-token-refused'],
    ],
    [
      'a role lacks',
      () => {
        token = tokenWith(ALL.slice(1));
        graph.answers = { '/admin/serviceAnnouncement/issues': refused(403), ...HEALTHY };
      },
      ['permission-lost'],
    ],
    [
      'an optional role lacks',
      () => {
        token = tokenWith(ALL.slice(0, 3));
      },
      ['permission-optional'],
    ],
    [
      'Graph refuses in spite of the role',
      () => {
        graph.answers = { '/admin/serviceAnnouncement/messages': refused(403), ...HEALTHY };
      },
      ['permission-refused'],
    ],
    [
      'the group of employees is not there',
      () => {
        group = 'g';
        token = tokenWith([...ALL, 'GroupMember.Read.All']);
      },
      ['graph-not-there'],
    ],
    [
      'the group of employees may not be read',
      () => {
        group = 'g';
        graph.answers = { ...HEALTHY, '/groups': refused(403) };
      },
      ['permission-lost'],
    ],
    [
      'Graph throttles',
      () => {
        graph.answers = { ...HEALTHY, '/admin': refused(429) };
      },
      ['graph-throttles', 'graph-throttles'],
    ],
    [
      'Graph fails',
      () => {
        graph.answers = { ...HEALTHY, '/admin': refused(503) };
      },
      ['graph-fails', 'graph-fails'],
    ],
    [
      'Graph is silent',
      () => {
        patienceMs = 1_500;
        graph.answers = { ...HEALTHY, '/admin': 'hang' };
      },
      ['graph-silent', 'graph-silent'],
    ],
    [
      'the clock is off',
      () => {
        graph.answers = { ...HEALTHY, '/admin': { ...LIST, date: new Date(Date.now() + 400_000).toUTCString() } };
      },
      ['clock-off'],
    ],
    ['the reading is old', () => hasRead(30), ['poll-old']],
    ['the last reading failed', () => hasRead(2, true), ['poll-failing']],
    ['the certificate ends', () => certificate(20), ['certificate-ends']],
    ['the certificate has ended', () => certificate(-1), ['certificate-ended']],
    ['the channel is gone', () => teams.faults.inject({ kind: 'not-found', code: 'ConversationNotFound', on: 'get' }), ['channel-gone']],
    [
      'Kiku was taken out of the team',
      () => teams.faults.inject({ kind: 'forbidden', code: 'BotNotInConversationRoster', on: 'get' }),
      ['channel-gone'],
    ],
    ['Teams refuses', () => teams.faults.inject({ kind: 'forbidden', code: 'NotEnoughPermissions', on: 'get' }), ['channel-refused']],
    [
      'Teams is silent',
      () => {
        patienceMs = 1_500;
        teams.faults.inject({ kind: 'hang', on: 'get' });
      },
      ['channel-silent'],
    ],
  ])('%s', async (_name, spoil, ids) => {
    await spoil();

    expect(await told()).toEqual(ids);
  });

  it('the database is away, while the rest is looked at all the same', async () => {
    const away = await openForDoctor({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none', folder });
    graph.answers = { ...HEALTHY, '/admin': refused(429) };

    const ids = await told({ store: away.store });
    await away.close();

    expect(ids).toEqual(['database-away', 'graph-throttles', 'graph-throttles']);
  });
});
