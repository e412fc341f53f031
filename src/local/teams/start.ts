import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../../ports.ts';
import { Acts } from './acts.ts';
import { BotDoor } from './bot-door.ts';
import { answerConnector, type Connector } from './connector.ts';
import { Conversations } from './conversations.ts';
import type { Saved } from './event-streams.ts';
import { Faults } from './faults.ts';
import { Files } from './files.ts';
import { isLoopbackHost, refusal, send } from './http.ts';
import { type Limits, LimitWatch } from './limits.ts';
import { mountPage } from './mount-page.ts';
import { CAST, LOCAL_CHANNEL, type LocalPerson, SECOND_CHANNEL } from './people.ts';
import { Places } from './places.ts';
import { readState, StateFile } from './state-file.ts';

/** How to start the local Teams. */
export interface LocalTeamsOptions {
  /** Kiku's `/api/messages`. */
  readonly botUrl: string;
  readonly log: Log;
  /** 0, the default, takes any free port. Keep it the same over restarts: conversations remember it as their `serviceUrl`. */
  readonly port?: number;
  readonly host?: '127.0.0.1' | 'localhost' | '::1';
  /** Where the transcript is kept over restarts; without it, it is not. */
  readonly stateFile?: string;
  /** The local Graph server, for the Service Health panel. */
  readonly graphOrigin?: string;
  /** Called after the panel changed an advisory; resolves when Kiku has read the change. */
  readonly advisoriesChanged?: () => Promise<unknown>;
  /** What an author saves while Kiku runs: the page shows what is wrong with it. */
  readonly knowledge?: Saved;
  readonly people?: readonly LocalPerson[];
  /** How long Kiku may take for one activity. Teams allows about 15 s. */
  readonly patienceMs?: number;
  /** Makes the `Authorization` header of activities to Kiku; without it there is none. */
  readonly authorization?: () => Promise<string>;
  /** Checks the `Authorization` header of calls to the connector; without it everybody is let in. */
  readonly isBot?: (authorization: string | undefined) => boolean;
  readonly now?: () => number;
  /** What is counted as too much; Teams' own limits unless said. */
  readonly limits?: Limits;
  /** Whether what is too much is refused with 429, as Teams does; otherwise it is only counted. */
  readonly refusesTooMuch?: boolean;
  /** How many messages of a conversation are kept, the latest; what is older can no longer be edited. */
  readonly kept?: number;
}

/** A running local Teams: the connector, the people, and the page. */
export interface LocalTeams {
  /** `http://127.0.0.1:PORT`: the connector and the page. */
  readonly origin: string;
  readonly serviceUrl: string;
  readonly faults: Faults;
  readonly conversations: Conversations;
  readonly places: Places;
  /** How often the bot broke Teams' limits. */
  readonly limits: LimitWatch;
  readonly acts: Acts;
  /** Answers `/`, `/page/*` and `/local/*` on another server too; `false` when the request is none of these. */
  readonly handlePage: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Ends the events that open pages wait for; the rest goes on. */
  closePage(): void;
  close(): Promise<void>;
}

/** Starts the local Teams on the loopback interface. Rejects when the port is taken. */
export async function startLocalTeams(options: LocalTeamsOptions): Promise<LocalTeams> {
  const { log, stateFile, botUrl, authorization = null, isBot = null, patienceMs = 15_000, now = Date.now } = options;
  const conversations = new Conversations(now, options.kept);
  if (stateFile !== undefined) conversations.restore(await readState(stateFile, log));
  const places = new Places(options.people ?? CAST, LOCAL_CHANNEL, SECOND_CHANNEL);
  const [faults, files] = [new Faults(), new Files()];
  const door = new BotDoor({ url: botUrl, patienceMs, authorization });
  const advisoriesChanged = options.advisoriesChanged ?? (() => Promise.resolve());
  let serviceUrl = '';
  const acts = new Acts({ conversations, door, faults, files, places, now, serviceUrl: () => serviceUrl });
  const { graphOrigin = null, knowledge = null } = options;
  const page = mountPage({ acts, conversations, places, faults, files, graphOrigin, advisoriesChanged, knowledge, log });
  const limits = new LimitWatch(now, options.limits, options.refusesTooMuch);
  const connector: Connector = { conversations, faults, files, places, limits, isBot, serviceUrl: () => serviceUrl };
  const server = createServer((request, response) => answer(connector, page.handlePage, log, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve);
  }).catch((error: unknown) => {
    page.close();
    throw error;
  });
  const file = stateFile === undefined ? null : new StateFile(stateFile, conversations, log);
  const origin = originOf(server.address());
  serviceUrl = `${origin}/`;
  return {
    origin,
    serviceUrl,
    faults,
    conversations,
    places,
    limits,
    acts,
    handlePage: page.handlePage,
    closePage: () => page.close(),
    close: async () => {
      page.close();
      acts.close();
      door.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      await file?.close();
    },
  };
}

function answer(connector: Connector, handlePage: LocalTeams['handlePage'], log: Log, request: IncomingMessage, response: ServerResponse): void {
  if (!isLoopbackHost(request)) {
    send(response, refusal(421, 'MisdirectedRequest', 'Only this machine is served.'));
    return;
  }
  if (request.url?.startsWith('/v3/') !== true) {
    if (!handlePage(request, response)) send(response, refusal(404, 'NotFound', 'There is no such route.'));
    return;
  }
  answerConnector(connector, request, response).catch((cause: unknown) => {
    log.error({ cause: String(cause) }, 'The connector of the local Teams failed.');
    send(response, refusal(500, 'ServiceError', 'The local Teams failed.'));
  });
}

function originOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') throw new Error('The local Teams listens on no port.');
  return `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`;
}
