import { AzureAuthorityHosts } from '@azure/identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuthenticationConstants, GovernmentConstants } from 'botframework-connector';
import { CLOUD_NAMES, type CloudName, cloudOf } from '../../src/config/clouds.ts';
import { readConfig } from '../../src/config.ts';
import { createGraphClient } from '../../src/graph/client.ts';
import { createConnector } from '../../src/teams/connector.ts';
import { openBudget } from '../graph/local-graph.ts';
import { BOT, type LocalIssuer, startIssuer } from '../teams/local-issuer.ts';
import { activity, start, TENANT } from '../teams/running.ts';
import { Player } from '../turn/play.ts';

const SERVICES: Readonly<Record<CloudName, string>> = {
  public: 'https://smba.trafficmanager.net/emea/',
  gcc: 'https://smba.infra.gcc.teams.microsoft.com/gcc/',
  'gcc-high': 'https://smba.infra.gov.teams.microsoft.us/gcch/',
  dod: 'https://smba.infra.dod.teams.microsoft.us/dod/',
};
const GRAPHS: Readonly<Record<CloudName, string>> = {
  public: 'https://graph.microsoft.com',
  gcc: 'https://graph.microsoft.com',
  'gcc-high': 'https://graph.microsoft.us',
  dod: 'https://dod-graph.microsoft.us',
};
const isGovernment = (name: CloudName) => name === 'gcc-high' || name === 'dod';
const configOf = (cloud: string, more: Readonly<Record<string, string>> = {}) =>
  readConfig({ CLOUD: cloud, MICROSOFT_APP_ID: BOT, MICROSOFT_APP_TENANT_ID: TENANT, MICROSOFT_APP_PASSWORD: 'x', ...more });

/** Notes what tokens are asked for and gives none, so that nothing leaves this machine. */
function stingy() {
  const scopes: string[] = [];
  const getToken = (scope: string | string[]) => {
    scopes.push(...[scope].flat());
    return Promise.reject(new Error('No token here.'));
  };
  return { scopes, getToken };
}

describe.each(CLOUD_NAMES)('CLOUD=%s', (name) => {
  it("speaks to the Bot Framework as its SDK's own constants say, and signs in where Entra is", () => {
    const { issuer, loginAuthority } = configOf(name).cloud;
    const constants = isGovernment(name) ? GovernmentConstants : AuthenticationConstants;

    expect(issuer).toMatchObject({
      issuer: constants.ToBotFromChannelTokenIssuer,
      metadataUrl: constants.ToBotFromChannelOpenIdMetadataUrl,
      emulatorMetadataUrl: constants.ToBotFromEmulatorOpenIdMetadataUrl,
      loginUrl: constants.ToChannelFromBotLoginUrl,
      scope: `${constants.ToChannelFromBotOAuthScope}/.default`,
    });
    expect(loginAuthority).toBe(isGovernment(name) ? AzureAuthorityHosts.AzureGovernment : AzureAuthorityHosts.AzurePublicCloud);
  });

  it('asks for tokens of its own Graph and its own connector', async () => {
    const { cloud, allowedServiceHosts } = configOf(name);
    const [forGraph, forBot] = [stingy(), stingy()];
    const credentials = { appId: BOT, credential: forBot, scope: cloud.botScope };
    const graph = createGraphClient({
      credential: forGraph,
      graphOrigin: cloud.graphOrigin,
      budget: openBudget(),
      now: Date.now,
      patience: { attempts: 1 },
    });
    const address = { serviceUrl: SERVICES[name], conversation: 'a:1', tenant: TENANT, bot: { id: '28:kiku', name: 'Kiku' } };

    await graph.get('/admin/serviceAnnouncement/issues', {}, AbortSignal.timeout(5_000)).catch(() => null);
    await createConnector({ credentials, allowedServiceHosts })
      .groupOf(address, '19:team')
      .catch(() => null);

    expect(forGraph.scopes).toEqual([`${GRAPHS[name]}/.default`]);
    expect(forBot.scopes).toEqual([isGovernment(name) ? 'https://api.botframework.us/.default' : 'https://api.botframework.com/.default']);
  });
});

it.each<[CloudName, string, string]>([
  ['public', 'https://teams.microsoft.com/l/chat/', 'https://admin.microsoft.com/'],
  ['gcc', 'https://teams.microsoft.com/l/chat/', 'https://admin.microsoft.com/'],
  ['gcc-high', 'https://gov.teams.microsoft.us/l/chat/', 'https://portal.office365.us/'],
  ['dod', 'https://dod.teams.microsoft.us/l/chat/', 'https://portal.apps.mil/'],
])('in %s people are led to their own Teams and admin center', (name, chat, adminCenter) => {
  const player = new Player();
  player.sites = configOf(name).cloud.sites;
  const shown = () => player.last?.posts.map(({ view }) => view);

  player.do({ kind: 'text', text: 'hello' }, { conversation: { id: 'c', kind: 'group', team: null } });
  expect(shown()).toEqual([{ kind: 'private', link: expect.stringContaining(chat) }]);

  player.say('status');
  expect(shown()).toMatchObject([{ kind: 'health', adminCenter: expect.stringContaining(adminCenter) }]);
});

describe('over HTTP', () => {
  let local: LocalIssuer;
  beforeAll(async () => {
    local = await startIssuer();
  });
  afterAll(() => local.close());

  /** What a Kiku of `cloud` answers to an activity of `from`'s Teams, with a token that `from`'s Bot Framework would sign. */
  async function answered(cloud: CloudName, from: CloudName): Promise<number> {
    const config = configOf(cloud);
    const issuerSettings = { ...config.cloud.issuer, metadataUrl: local.settings.metadataUrl, isLoopbackServiceAllowed: false };
    const credentials = { appId: BOT, credential: stingy() };
    const running = await start({ credentials, allowedServiceHosts: config.allowedServiceHosts, issuerSettings });
    try {
      const token = await local.sign({ iss: cloudOf(from).issuer.issuer, serviceurl: SERVICES[from] });
      return (await running.post(activity({ serviceUrl: SERVICES[from] }), { authorization: `Bearer ${token}` })).status;
    } finally {
      await running.close();
    }
  }

  it.each(CLOUD_NAMES)('the Teams of %s is let in by its own cloud', async (name) => {
    expect(await answered(name, name)).toBe(200);
  });

  it.each<[CloudName, CloudName]>([
    ['public', 'gcc'],
    ['public', 'gcc-high'],
    ['gcc', 'dod'],
    ['gcc-high', 'public'],
    ['gcc-high', 'dod'],
    ['dod', 'gcc-high'],
  ])('a Kiku of %s lets nobody in from %s', async (cloud, from) => {
    expect([401, 403]).toContain(await answered(cloud, from));
  });
});

it('other hosts can be named in place of those of the cloud', () => {
  expect(configOf('gcc-high', { ALLOWED_SERVICE_HOSTS: 'one.example, two.example' }).allowedServiceHosts).toEqual(['one.example', 'two.example']);
});

it('a cloud that there is not is refused with a sentence', () => {
  expect(() => configOf('gcch')).toThrow(/CLOUD/);
});
