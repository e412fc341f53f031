/** A cloud of Microsoft's: where Kiku signs in, whose tokens it takes, whom it may speak to, and where Graph is. */
export interface Cloud {
  readonly name: CloudName;
  /** Where tokens are asked for. */
  readonly loginAuthority: string;
  /** The root of Microsoft Graph; a token for it has the scope `/.default` below it. */
  readonly graphOrigin: string;
  /** The hosts of Teams' connector, exactly. */
  readonly serviceHosts: readonly string[];
  /** What people open: Teams, and the admin center of Microsoft 365. */
  readonly sites: { readonly teams: string; readonly adminCenter: string };
  /** What a token for Teams' connector must be for. */
  readonly botScope: string;
  /** What a token for Azure's PostgreSQL must be for. */
  readonly databaseScope: string;
  /** Who signs what comes in, and the rest that the Bot Framework's SDK wants to know of a cloud. */
  readonly issuer: CloudIssuer;
}

/** The Bot Framework of a cloud. */
export interface CloudIssuer {
  readonly issuer: string;
  readonly metadataUrl: string;
  readonly emulatorMetadataUrl: string;
  readonly loginUrl: string;
  readonly scope: string;
  readonly oauthUrl: string;
  readonly callerId: string;
}

/** As `CLOUD` names them. */
export type CloudName = (typeof CLOUD_NAMES)[number];

/** Every cloud that Kiku can be in. */
export const CLOUD_NAMES = ['public', 'gcc', 'gcc-high', 'dod'] as const;

/** `authenticationConstants.ts` of botframework-connector. */
const PUBLIC_BOTS: CloudIssuer = {
  issuer: 'https://api.botframework.com',
  metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  emulatorMetadataUrl: 'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
  loginUrl: 'https://login.microsoftonline.com/botframework.com',
  scope: 'https://api.botframework.com/.default',
  oauthUrl: 'https://api.botframework.com',
  callerId: 'urn:botframework:azure',
};

/** `governmentConstants.ts` of botframework-connector. */
const GOVERNMENT_BOTS: CloudIssuer = {
  issuer: 'https://api.botframework.us',
  metadataUrl: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
  emulatorMetadataUrl: 'https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration',
  loginUrl: 'https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us',
  scope: 'https://api.botframework.us/.default',
  oauthUrl: 'https://api.botframework.azure.us',
  callerId: 'urn:botframework:azureusgov',
};

/** `ossrdbms_resource_id` of Azure's command line, for each of its clouds. */
const PUBLIC_DATABASES = 'https://ossrdbms-aad.database.windows.net/.default';
const GOVERNMENT_DATABASES = 'https://ossrdbms-aad.database.usgovcloudapi.net/.default';

/**
 * GCC stands on the public Entra, Graph and Bot Framework; only Teams is another. The roots of Graph follow "National cloud deployments" of its
 * documentation, Teams' hosts the service URLs that the Teams and Agents SDKs name; DoD differs from GCC High in Graph, Teams and the token store.
 */
const CLOUDS: Readonly<Record<CloudName, Omit<Cloud, 'name' | 'botScope' | 'databaseScope'>>> = {
  public: {
    loginAuthority: 'https://login.microsoftonline.com',
    graphOrigin: 'https://graph.microsoft.com',
    serviceHosts: ['smba.trafficmanager.net'],
    sites: { teams: 'https://teams.microsoft.com', adminCenter: 'https://admin.microsoft.com/Adminportal/Home' },
    issuer: PUBLIC_BOTS,
  },
  gcc: {
    loginAuthority: 'https://login.microsoftonline.com',
    graphOrigin: 'https://graph.microsoft.com',
    serviceHosts: ['smba.infra.gcc.teams.microsoft.com', 'smba.trafficmanager.net'],
    sites: { teams: 'https://teams.microsoft.com', adminCenter: 'https://admin.microsoft.com/Adminportal/Home' },
    issuer: PUBLIC_BOTS,
  },
  'gcc-high': {
    loginAuthority: 'https://login.microsoftonline.us',
    graphOrigin: 'https://graph.microsoft.us',
    serviceHosts: ['smba.infra.gov.teams.microsoft.us'],
    sites: { teams: 'https://gov.teams.microsoft.us', adminCenter: 'https://portal.office365.us/adminportal/home' },
    issuer: GOVERNMENT_BOTS,
  },
  dod: {
    loginAuthority: 'https://login.microsoftonline.us',
    graphOrigin: 'https://dod-graph.microsoft.us',
    serviceHosts: ['smba.infra.dod.teams.microsoft.us'],
    sites: { teams: 'https://dod.teams.microsoft.us', adminCenter: 'https://portal.apps.mil/adminportal/home' },
    issuer: { ...GOVERNMENT_BOTS, oauthUrl: 'https://apiDoD.botframework.azure.us' },
  },
};

/** The cloud of this name. */
export function cloudOf(name: CloudName): Cloud {
  const cloud = CLOUDS[name];
  return { ...cloud, name, botScope: cloud.issuer.scope, databaseScope: cloud.issuer === PUBLIC_BOTS ? PUBLIC_DATABASES : GOVERNMENT_DATABASES };
}
