import type { Messenger } from '../../src/messenger-ports.ts';
import type { Incoming, Message } from '../../src/ports.ts';
import { createTeamsServer, type TeamsServerParts } from '../../src/teams/server.ts';

export const SERVICE = 'https://smba.trafficmanager.net/emea/';
export const TENANT = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';

/** A message as Teams sends it, changed as wished. */
export function activity(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    type: 'message',
    id: '1700000000001',
    timestamp: '2026-11-22T08:00:00.000Z',
    channelId: 'msteams',
    serviceUrl: SERVICE,
    from: { id: '29:person', name: 'Aoi Sato', aadObjectId: 'aoi' },
    conversation: { id: 'a:conversation', conversationType: 'personal', tenantId: TENANT },
    recipient: { id: '28:kiku', name: 'Kiku' },
    channelData: { tenant: { id: TENANT } },
    text: 'hello',
    ...changes,
  };
}

/** The same from the local stand-in, whose replies come back in the answer. */
export function local(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return activity({ serviceUrl: 'http://127.0.0.1:9/', deliveryMode: 'expectReplies', ...changes });
}

export interface Running {
  readonly url: string;
  readonly turns: Incoming[];
  readonly logged: { readonly level: string; readonly fields: Readonly<Record<string, unknown>>; readonly message: string }[];
  post(body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  close(): Promise<void>;
}

/** A server on a free port that keeps what it was told, and answers as `answer` says. */
export async function start(changes: Partial<TeamsServerParts> = {}, answer: Message | null = null): Promise<Running> {
  const turns: Incoming[] = [];
  const logged: Running['logged'] = [];
  const keep = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) => void logged.push({ level, fields, message });
  const server = createTeamsServer({
    credentials: null,
    allowedServiceHosts: ['smba.trafficmanager.net'],
    allowedTenants: [TENANT],
    messenger: nowhere,
    handle: async (incoming) => {
      turns.push(incoming);
      return answer;
    },
    apologise: async () => {},
    readiness: async () => [],
    log: { info: keep('info'), warn: keep('warn'), error: keep('error') },
    host: '127.0.0.1',
    ...changes,
  });
  const { url } = await server.listen(0);

  return {
    url,
    turns,
    logged,
    post: (body, headers = {}) =>
      fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' || body instanceof Uint8Array ? new Uint8Array(Buffer.from(body)) : JSON.stringify(body),
      }),
    close: () => server.close(200),
  };
}

const nowhere: Messenger = {
  post: () => Promise.reject(new Error('These tests post through the answer only.')),
  replace: () => Promise.reject(new Error('These tests replace nothing.')),
};
