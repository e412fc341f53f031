import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloudAdapter } from 'botbuilder';
import restify from 'restify';
import type { Messenger } from '../messenger-ports.ts';
import type { Log } from '../ports.ts';
import { answerJson, answerPage, errorBody } from './answers.ts';
import { type Apologise, createBot, type Handle } from './bot.ts';
import { type BotCredentials, checkCredentials } from './credentials.ts';
import { Guarded } from './guard.ts';
import { allowServiceHosts, isLoopback } from './hosts.ts';
import type { IssuerSettings } from './issuer.ts';
import { createReceiver } from './receive.ts';
import { safely } from './safely.ts';

export interface TeamsServerParts {
  /** `null`: nobody is authenticated, and only this machine can reach the server. */
  readonly credentials: BotCredentials | null;
  /** Exact host names of the channel, such as `smba.trafficmanager.net`. */
  readonly allowedServiceHosts: readonly string[];
  /** Tenant ids; may be empty without credentials only, and then every tenant is let in. */
  readonly allowedTenants: readonly string[];
  readonly messenger: Messenger;
  readonly handle: Handle;
  readonly apologise: Apologise;
  /** What is missing before work can be taken, in words for an operator; empty when all is there. */
  readonly readiness: () => Promise<readonly string[]>;
  /** What is to be looked at, though Kiku works: told with its readiness. */
  readonly troubles?: () => Promise<readonly string[]>;
  /** Pages that the Teams app names, by path, as HTML. */
  readonly pages?: Readonly<Record<string, () => string>>;
  readonly log: Log;
  /** By default every interface, and 127.0.0.1 without credentials. */
  readonly host?: string;
  readonly bodyLimitBytes?: number;
  /** For a whole body to arrive. */
  readonly bodyTimeoutMs?: number;
  /** Looks at each request before the routes do; `true` when it answers it. For what is served only on a laptop. */
  readonly firstHandler?: (request: IncomingMessage, response: ServerResponse) => boolean;
  readonly issuerSettings?: IssuerSettings;
  readonly now?: () => number;
}

export interface TeamsServer {
  /** Port 0 picks a free one. Gives the address to reach it under. */
  listen(port: number): Promise<{ readonly port: number; readonly url: string }>;
  /** Takes nothing new, lets running turns end for this long, then cuts every connection. */
  close(graceMs?: number): Promise<void>;
}

/** The HTTP server of the bot. Throws when it would be open to everybody. */
export function createTeamsServer(parts: TeamsServerParts): TeamsServer {
  checkCredentials(parts.credentials);
  const isLocal = parts.credentials === null;
  const host = parts.host ?? (isLocal ? '127.0.0.1' : undefined);
  if (isLocal && !isLoopback(host ?? '')) {
    throw new Error(
      'Without credentials of the bot everybody could write to it, so it listens on 127.0.0.1 only. Name credentials, or take the host away.',
    );
  }

  const server = restify.createServer({ name: 'Kiku' });
  server.server.headersTimeout = 15_000;
  // Longer than the front ends in front of us keep theirs, or they send a request into a connection that is just closing.
  server.server.keepAliveTimeout = 75_000;
  if (isLocal) server.pre(fromThisMachineOnly);
  const { firstHandler } = parts;
  // restify answers 500 by itself when a chain ends before the response does, so it is not told of what is answered here.
  if (firstHandler !== undefined) server.pre((request, response, next) => (firstHandler(request, response) ? undefined : next()));
  server.post('/api/messages', safely(createReceiver(receiverParts(parts)), parts.log));
  server.get(
    '/healthz',
    safely((_request, response) => answerJson(response, 200, { status: 'ok' }), parts.log),
  );
  const ready = shared(() => readinessOf(parts));
  server.get(
    '/readyz',
    safely(async (_request, response) => {
      const { status, body } = await ready();
      answerJson(response, status, body);
    }, parts.log),
  );
  for (const [path, page] of Object.entries(parts.pages ?? {})) {
    server.get(
      path,
      safely((_request, response) => answerPage(response, page()), parts.log),
    );
  }

  return { listen: (port) => listen(server, port, host), close: (graceMs = 5_000) => close(server, graceMs) };
}

function receiverParts(parts: TeamsServerParts) {
  const { credentials, allowedServiceHosts, allowedTenants, issuerSettings, log, now = Date.now } = parts;
  const loopback = credentials === null ? 'only' : issuerSettings?.isLoopbackServiceAllowed ? 'too' : 'no';
  const hosts = allowServiceHosts(allowedServiceHosts, loopback);
  const guard = new Guarded({ credentials, hosts, tenants: allowedTenants, issuer: issuerSettings ?? null, now });
  const limits = { bytes: parts.bodyLimitBytes ?? 256 * 1024, timeoutMs: parts.bodyTimeoutMs ?? 10_000 };
  return { guard, adapter: new CloudAdapter(guard), bot: createBot(parts), limits, log, now };
}

async function readinessOf({ readiness, troubles, log }: TeamsServerParts): Promise<{ readonly status: number; readonly body: unknown }> {
  try {
    const missing = await readiness();
    if (missing.length > 0) return { status: 503, body: { status: 'not ready', missing } };
    return { status: 200, body: { status: 'ready', missing, troubles: (await troubles?.()) ?? [] } };
  } catch (error) {
    log.error({ error }, 'Readiness could not be found out.');
    return { status: 503, body: { status: 'not ready', missing: ['the answer to what is missing'] } };
  }
}

/** Those who ask at the same moment share one answer: anybody may ask, and each answer costs the database something. */
function shared<T>(ask: () => Promise<T>): () => Promise<T> {
  let under: Promise<T> | null = null;
  return () => {
    under ??= ask().finally(() => {
      under = null;
    });
    return under;
  };
}

/** A web page whose name was pointed at 127.0.0.1 is not on this machine, whatever address it connects to. */
const fromThisMachineOnly: restify.RequestHandler = (request, response, next) => {
  const name = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (isLoopback(name)) return next();
  answerJson(response, 421, errorBody('Misdirected', 'This server answers on this machine only; call it by 127.0.0.1.'));
  return next(false);
};

function listen(server: restify.Server, port: number, host: string | undefined): Promise<{ readonly port: number; readonly url: string }> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const listening = () => {
      server.off('error', reject);
      const bound = server.address().port;
      resolve({ port: bound, url: `http://${host === '::1' ? '[::1]' : (host ?? '127.0.0.1')}:${bound}` });
    };
    if (host === undefined) server.listen(port, listening);
    else server.listen(port, host, listening);
  });
}

function close(server: restify.Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.server.closeAllConnections(), graceMs);
    // A kept connection is idle once its turn has ended, and would be waited for until the other side closes it.
    const idling = setInterval(() => server.server.closeIdleConnections(), 20);
    server.close(() => {
      clearTimeout(timer);
      clearInterval(idling);
      resolve();
    });
    server.server.closeIdleConnections();
  });
}
