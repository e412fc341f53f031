import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  BotFrameworkAuthentication,
  type ClaimsIdentity,
  type ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { readBearer } from './bearer.ts';
import { type BotCredentials, BotCredentialsFactory } from './credentials.ts';
import type { ServiceHosts } from './hosts.ts';
import { BOT_FRAMEWORK, forgetJunkIssuers, type IssuerSettings, sdkSettings } from './issuer.ts';
import { Refused } from './refused.ts';
import { SharedConnectors } from './shared-connectors.ts';
import { type CheckSignature, createSignatureCheck, isSigningAlgorithm } from './signature.ts';
import { tenantOf } from './tenant.ts';

/** What is let in. An empty list of tenants lets every tenant in, and is possible only without credentials. */
export interface GuardRules {
  readonly credentials: BotCredentials | null;
  readonly hosts: ServiceHosts;
  readonly tenants: readonly string[];
  readonly issuer: IssuerSettings | null;
  readonly now: () => number;
}

interface Admission {
  readonly authorization: string;
  readonly result: Promise<AuthenticateRequestResult>;
}

/** What clocks may differ by, as in the SDK. */
const SKEW_S = 300;

/**
 * Stands in front of the SDK's authentication. The SDK alone accepts tokens of any Entra tenant by its emulator path, grows a global list for
 * every unverified token, sends the bot's token to any `serviceUrl`, and answers 500 to a bad signature.
 */
export class Guarded extends BotFrameworkAuthentication {
  readonly #rules: GuardRules;
  readonly #issuer: string;
  readonly #isSigned: CheckSignature;
  readonly #tenants: ReadonlySet<string>;
  readonly #sdk: ConfigurationBotFrameworkAuthentication;
  readonly #connectors: SharedConnectors;
  readonly #admitted = new WeakMap<object, Admission>();
  #users: Promise<UserTokenClient> | null = null;

  constructor(rules: GuardRules) {
    super();
    if (rules.credentials !== null && rules.tenants.length === 0) throw new Error('No tenant may use the bot. Name at least one.');
    this.#rules = rules;
    const { issuer, metadataUrl } = rules.issuer ?? BOT_FRAMEWORK;
    this.#issuer = issuer;
    this.#isSigned = createSignatureCheck(metadataUrl);
    this.#tenants = new Set(rules.tenants.map((tenant) => tenant.toLowerCase()));
    this.#sdk = new ConfigurationBotFrameworkAuthentication(sdkSettings(rules.issuer), new BotCredentialsFactory(rules.credentials, rules.hosts));
    this.#connectors = new SharedConnectors(this.#sdk);
  }

  /** Throws `Refused` unless the header holds a token of the channel's, well signed and not run out. Whom it is for is seen with the activity. */
  async checkHeader(authorization: string): Promise<void> {
    if (this.#rules.credentials === null) return;
    const bearer = readBearer(authorization);
    if (bearer === null) throw new Refused('no-token');
    if (!isSigningAlgorithm(bearer.algorithm)) throw new Refused('algorithm');
    if (bearer.issuer !== this.#issuer) throw new Refused('issuer');
    if (bearer.endsAt + SKEW_S < this.#rules.now() / 1_000) throw new Refused('expired');
    try {
      if (!(await this.#isSigned(bearer))) throw new Refused('signature');
    } catch (error) {
      throw error instanceof Refused ? error : new Refused('unverified', error);
    }
  }

  /** Throws `Refused`, nothing else. Asked again about the same activity object (the adapter does) it gives the same answer for free. */
  override authenticateRequest(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    const known = this.#admitted.get(activity);
    if (known?.authorization === authorization) return known.result;

    const result = this.#admit(activity, authorization);
    this.#admitted.set(activity, { authorization, result });
    return result;
  }

  /** There is no streaming: it would go around every rule here. */
  override authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    return Promise.reject(new Refused('streaming'));
  }

  override createConnectorFactory(): ConnectorFactory {
    return this.#connectors;
  }

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    this.#users ??= this.#sdk.createUserTokenClient(identity);
    return this.#users;
  }

  async #admit(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    await this.checkHeader(authorization);
    if (activity.channelId !== 'msteams') throw new Refused('channel');
    if (typeof activity.serviceUrl !== 'string' || !this.#rules.hosts.accepts(activity.serviceUrl)) throw new Refused('service');
    const tenant = tenantOf(activity);
    if (tenant === null || (this.#tenants.size > 0 && !this.#tenants.has(tenant.toLowerCase()))) throw new Refused('tenant');

    try {
      const result = await this.#sdk.authenticateRequest(activity, authorization);
      return { ...result, connectorFactory: this.#connectors };
    } catch (error) {
      throw error instanceof Refused ? error : new Refused('unverified', error);
    } finally {
      forgetJunkIssuers();
    }
  }
}
