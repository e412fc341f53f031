import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { proxyAdvisories } from './advisories-proxy.ts';
import { EventStreams } from './event-streams.ts';
import { isLoopbackHost, isOwnOrigin, type Reply, readJson, refusal, send, UnreadableBody } from './http.ts';
import { pageFile } from './page-files.ts';
import { changeLocal, readLocal } from './page-routes.ts';
import type { PageWorld } from './page-world.ts';

/** The page's request handler, and the end of its open event streams. */
export interface MountedPage {
  readonly handlePage: (request: IncomingMessage, response: ServerResponse) => boolean;
  close(): void;
}

// Two attached files as base64, with room for the text.
const READ_LIMIT = 92 * 1024 * 1024;

/** The handler of `/`, `/page/*` and `/local/*`, to be mounted at the root of a server on the loopback interface. */
export function mountPage(world: PageWorld): MountedPage {
  const streams = new EventStreams(world.conversations, world.knowledge);
  return {
    handlePage: (request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      if (pathname !== '/' && !pathname.startsWith('/page/') && !pathname.startsWith('/local/')) return false;
      handle(world, streams, request, response).catch((cause: unknown) => {
        world.log.error({ cause: String(cause), path: pathname }, 'The page of the local Teams failed.');
        send(response, refusal(500, 'ServiceError', 'The local Teams failed.'));
      });
      return true;
    },
    close: () => streams.close(),
  };
}

async function handle(world: PageWorld, streams: EventStreams, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isLoopbackHost(request)) return send(response, refusal(421, 'MisdirectedRequest', 'Only this machine is served.'));
  const url = new URL(request.url ?? '/', 'http://localhost');
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (!isReading && !isOwnOrigin(request)) return send(response, refusal(403, 'ForeignOrigin', 'Only the page itself may do this.'));
  if (isReading && url.pathname === '/local/events') return streams.open(response);
  try {
    send(response, await reply(world, request, url, isReading));
  } catch (error) {
    if (error instanceof UnreadableBody) return send(response, refusal(error.status, error.code, error.message));
    if (error instanceof z.ZodError) return send(response, refusal(400, 'BadArgument', z.prettifyError(error)));
    throw error;
  }
}

async function reply(world: PageWorld, request: IncomingMessage, url: URL, isReading: boolean): Promise<Reply> {
  const { pathname } = url;
  if (pathname === '/local/advisories' || pathname.startsWith('/local/advisories/')) {
    const hasBody = request.method === 'POST' || request.method === 'PATCH';
    const body = hasBody ? (await readJson(request, READ_LIMIT)).text : null;
    const reply = await proxyAdvisories(world.graphOrigin, request.method ?? 'GET', pathname, body);
    if (!isReading && reply.status < 300) await world.advisoriesChanged();
    return reply;
  }
  if (!pathname.startsWith('/local/')) return isReading ? pageFile(pathname) : refusal(405, 'MethodNotAllowed', 'Only GET.');
  if (isReading) return readLocal(world, pathname);
  if (request.method === 'DELETE' && pathname === '/local/faults') {
    world.faults.clear();
    return { status: 204 };
  }
  if (request.method !== 'POST') return refusal(405, 'MethodNotAllowed', 'Only GET and POST.');
  return changeLocal(world, pathname, (await readJson(request, READ_LIMIT)).value);
}
