import type { TokenCredential } from '@azure/identity';
import {
  AuthenticationHandler,
  AuthenticationHandlerOptions,
  Client,
  RedirectHandler,
  RedirectHandlerOptions,
  ResponseType,
  TelemetryHandler,
} from '@microsoft/microsoft-graph-client';
import type { GraphBudget } from '../advisory-ports.ts';
import { readAnswer } from './answers.ts';
import { GraphFailure } from './graph-failure.ts';
import { type GraphPlace, placeOf } from './origin.ts';
import { type Patience, withRetries } from './retries.ts';
import { noToken, tokenFor, unlessAborted } from './tokens.ts';
import { Attempt, noAnswer, Transport } from './transport.ts';

export interface GraphClientSettings {
  readonly credential: TokenCredential;
  /** A Graph root such as `https://graph.microsoft.com`, or a plain http origin on this machine. */
  readonly graphOrigin: string;
  /** Asked before every request to Service Communications, each further attempt and each further page too. */
  readonly budget: GraphBudget;
  readonly now: () => number;
  /** For each request, with its token and its body. */
  readonly timeoutMs?: number;
  readonly patience?: Partial<Patience>;
}

/** Reads from Microsoft Graph v1.0; failures are `GraphFailure`s. */
export interface GraphClient {
  /** One GET, tried again within limits. `path` is below the version, or a whole next link of Graph's. */
  get(path: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<unknown>;
}

const TIMEOUT_MS = 20_000;
const COUNTED = '/admin/serviceAnnouncement/';
/** After a pause that Graph asked for, clocks may differ by this much about its end. */
const SHORT_WAIT_MS = 1_000;

/**
 * The official client with a chain of our own. Its RetryHandler is left out: it sleeps through an abort, tries again before a long
 * Retry-After is over and keeps an old token. Answers are taken raw: its own errors lose the headers of a body that is not JSON.
 */
export function createGraphClient(settings: GraphClientSettings): GraphClient {
  const place = placeOf(settings.graphOrigin);
  const client = clientFor(place);
  const { budget, now } = settings;

  /** One request, when it may be sent now; what Graph says of rest counts for everybody who asks it. Other parts of Graph count for themselves. */
  async function allowed(path: string, headers: Readonly<Record<string, string>>, outer: AbortSignal): Promise<unknown> {
    if (!path.includes(COUNTED)) return once(path, headers, outer);
    const waitMs = await budget.takeGraphRequest(now());
    if (waitMs > 0) {
      const isShort = waitMs <= SHORT_WAIT_MS;
      throw new GraphFailure('waiting', 'Microsoft Graph may not be asked more often now.', { retryable: isShort, retryAfterMs: waitMs });
    }
    try {
      return await once(path, headers, outer);
    } catch (error) {
      if (error instanceof GraphFailure && error.retryAfterMs !== null) await budget.restGraph(now() + error.retryAfterMs);
      throw error;
    }
  }

  async function once(path: string, headers: Readonly<Record<string, string>>, outer: AbortSignal): Promise<unknown> {
    const attempt = new Attempt();
    const signal = AbortSignal.any([outer, AbortSignal.timeout(settings.timeoutMs ?? TIMEOUT_MS)]);
    const tokens = { getAccessToken: () => attempt.watch(() => tokenFor(settings.credential, place.scope, signal), noToken) };
    const request = client
      .api(path)
      .headers({ ...headers })
      .options({ signal })
      .middlewareOptions([attempt, new AuthenticationHandlerOptions(tokens)])
      .responseType(ResponseType.RAW);
    try {
      return await unlessAborted(request.get().then(readAnswer), signal);
    } catch (cause) {
      throw attempt.failure ?? noAnswer(cause);
    }
  }

  return {
    get: async (path, headers, signal) => {
      if (path.includes('://') && !path.startsWith(`${place.root}/`)) {
        throw new GraphFailure('bad-answer', 'Microsoft Graph pointed to a host that is not Graph.', { retryable: false });
      }
      return withRetries((outer) => allowed(path, headers, outer), signal, settings.patience);
    },
  };
}

function clientFor(place: GraphPlace): Client {
  const noTokens = { getAccessToken: () => Promise.reject(new Error('A request to Graph was sent without its way to a token.')) };
  return Client.initWithMiddleware({
    baseUrl: `${place.root}/`,
    middleware: [
      new AuthenticationHandler(noTokens),
      new RedirectHandler(new RedirectHandlerOptions(3)),
      new TelemetryHandler(),
      new Transport(place),
    ],
  });
}
