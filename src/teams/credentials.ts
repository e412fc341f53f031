import { ServiceClientCredentialsFactory } from 'botframework-connector';
import type { ServiceHosts } from './hosts.ts';

/** Gives tokens; the shape of `TokenCredential` in @azure/identity. `expiresOnTimestamp` is in milliseconds since 1970. */
export interface TokenSource {
  getToken(scope: string, options?: { abortSignal?: AbortSignal }): Promise<{ readonly token: string; readonly expiresOnTimestamp: number } | null>;
}

/** Who the bot is towards the Bot Framework. */
export interface BotCredentials {
  readonly appId: string;
  readonly credential: TokenSource;
  /** What its tokens for the connector must be for; left out, that of the public cloud. */
  readonly scope?: string;
}

/** The audience of the tokens the connector takes, in the public cloud. */
export const CONNECTOR_SCOPE = 'https://api.botframework.com/.default';

type Signer = Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>;

/** Refuses an app id that is empty: the SDK would take it as "authentication off". */
export function checkCredentials(credentials: BotCredentials | null): void {
  if (credentials !== null && !/^\S+$/.test(credentials.appId)) {
    throw new Error('The app id of the bot is empty. Without it everybody could write to the bot, so it does not start.');
  }
}

/** The SDK's view of our credentials: authentication is off only when there are none at all, and a token leaves to allowed hosts only. */
export class BotCredentialsFactory extends ServiceClientCredentialsFactory {
  readonly #credentials: BotCredentials | null;
  readonly #signer: Signer;

  constructor(credentials: BotCredentials | null, hosts: ServiceHosts) {
    super();
    checkCredentials(credentials);
    this.#credentials = credentials;
    this.#signer = { signRequest: (request) => sign(request, credentials, hosts) };
  }

  override async isValidAppId(appId: string): Promise<boolean> {
    return this.#credentials !== null && appId === this.#credentials.appId;
  }

  override async isAuthenticationDisabled(): Promise<boolean> {
    return this.#credentials === null;
  }

  override async createCredentials(): Promise<Signer> {
    return this.#signer;
  }
}

async function sign(request: Parameters<Signer['signRequest']>[0], credentials: BotCredentials | null, hosts: ServiceHosts) {
  const origin = URL.parse(request.url)?.origin ?? '';
  if (!hosts.accepts(`${origin}/`)) throw new Error('A request to a host outside the allow-list was about to carry the bot token.');
  if (credentials === null) return request;

  const granted = await credentials.credential.getToken(credentials.scope ?? CONNECTOR_SCOPE, { abortSignal: AbortSignal.timeout(10_000) });
  if (granted === null) throw new Error('The credential gave no token for the Bot Framework.');
  request.headers.set('authorization', `Bearer ${granted.token}`);
  return request;
}
