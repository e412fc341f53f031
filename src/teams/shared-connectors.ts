import { type BotFrameworkAuthentication, ClaimsIdentity, type ConnectorClient, ConnectorFactory } from 'botframework-connector';

const MOST = 100;

/** One SDK connector for each service address instead of one a request. Nothing of ours is sent through it; the adapter insists on having it. */
export class SharedConnectors extends ConnectorFactory {
  readonly #maker: ConnectorFactory;
  readonly #made = new Map<string, Promise<ConnectorClient>>();

  constructor(authentication: BotFrameworkAuthentication) {
    super();
    this.#maker = authentication.createConnectorFactory(new ClaimsIdentity([]));
  }

  override create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const known = this.#made.get(serviceUrl);
    if (known !== undefined) return known;

    if (this.#made.size >= MOST) this.#made.clear();
    const made = this.#maker.create(serviceUrl, audience);
    this.#made.set(serviceUrl, made);
    return made;
  }
}
