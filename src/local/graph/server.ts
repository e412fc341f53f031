import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isLoopbackHost, isOwnOrigin, type Reply, readJson, send, UnreadableBody } from '../teams/http.ts';
import { answer } from './announcement-routes.ts';
import { graphError, noToken } from './answers.ts';
import { Board } from './board.ts';
import { answerBoard } from './board-routes.ts';
import { GraphFaults } from './faults.ts';
import { strike } from './strike.ts';
import { type GraphTeam, teamMembers } from './team-members.ts';
import { answerUser, type GraphUser, insufficient, userRoute } from './users.ts';

export interface GraphServerSettings {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  readonly now: () => number;
  /** Where what people published is kept between starts; `null` keeps it in memory. */
  readonly file?: string | null;
  /** Pages are no larger, whatever a request prefers, so that a short list has several. */
  readonly largestPage?: number;
  /** Who belongs to which team; nobody to any unless said. */
  readonly teams?: readonly GraphTeam[];
  /** Who is in the directory, with their managed devices; nobody unless said. */
  readonly users?: readonly GraphUser[];
}

/** One request as it came, for tests. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** A running stand-in for what Kiku reads of Microsoft Graph. */
export interface GraphServer {
  readonly origin: string;
  /** The only bearer token it accepts; there is no sign-in service behind it. */
  readonly token: string;
  readonly advisories: Board;
  readonly faults: GraphFaults;
  /** The last requests to Graph's own routes. */
  readonly requests: readonly SeenRequest[];
  close(): Promise<void>;
}

const TOKEN = 'local-graph-token';
const LARGEST_BODY = 64 * 1024;
const KEPT_REQUESTS = 1_000;

/** Starts the server; it serves this machine only. */
export async function startGraphServer(settings: GraphServerSettings): Promise<GraphServer> {
  const board = new Board(settings.now, settings.file ?? null);
  const faults = new GraphFaults();
  const requests: SeenRequest[] = [];

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (!isLoopbackHost(request)) send(response, { status: 403, body: { error: 'This server serves its own machine only.' } });
    else if (url.pathname.startsWith('/local/')) send(response, await forPage(request, request.method ?? 'GET', url.pathname));
    else forGraph(request, response, url);
  }

  async function forPage(request: IncomingMessage, method: string, path: string): Promise<Reply> {
    if (method !== 'GET' && !isOwnOrigin(request)) return { status: 403, body: { error: 'Only the local page may change things here.' } };
    const body = method === 'POST' || method === 'PATCH' ? (await readJson(request, LARGEST_BODY)).value : undefined;
    return answerBoard({ method, path, body }, board, faults) ?? { status: 404, body: { error: `There is nothing at ${path}.` } };
  }

  function forGraph(request: IncomingMessage, response: ServerResponse, url: URL): void {
    requests.push({ method: request.method ?? 'GET', url: request.url ?? '/', headers: request.headers });
    if (requests.length > KEPT_REQUESTS) requests.shift();
    const at = settings.now();
    const [, collection, id] = /^\/v1\.0\/admin\/serviceAnnouncement\/([A-Za-z]+)(?:\/([^/]+))?$/.exec(url.pathname) ?? [];
    const refused = refusalOf(request, at);
    const user = userRoute(url.pathname);
    if (refused === null && user !== null) {
      const fault = faults.take(user.collection, 'one');
      if (fault?.kind === 'no-permission') send(response, insufficient(at));
      else strike(fault, response, at, () => answerUser(user, settings.users ?? [], url.searchParams, at));
      return;
    }
    if (refused !== null || collection === undefined) {
      send(response, refused ?? teamMembers(url.pathname, settings.teams ?? [], at));
      return;
    }
    const fault = faults.take(collection, id !== undefined ? 'one' : url.searchParams.has('$skip') ? 'later' : 'first');
    const prefer = String(request.headers.prefer ?? '');
    const largestPage = settings.largestPage ?? Number.POSITIVE_INFINITY;
    const asked = { collection, id: id === undefined ? null : decodeURIComponent(id), query: url.searchParams, prefer, largestPage, fault };
    strike(fault, response, at, () => answer(asked, board, at));
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (error instanceof UnreadableBody) send(response, { status: error.status, body: { error: error.message } });
      else send(response, graphError(500, 'InternalServerError', 'The local Graph server failed.', settings.now()));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`,
    token: TOKEN,
    advisories: board,
    faults,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function refusalOf(request: IncomingMessage, at: number): Reply | null {
  if (request.headers.authorization !== `Bearer ${TOKEN}`) return noToken(at);
  return request.method === 'GET' ? null : graphError(405, 'MethodNotAllowed', 'Only GET is possible here.', at);
}
