import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LocalTeamsClient } from '../../src/local/teams/client.ts';
import { type LocalTeams, type LocalTeamsOptions, startLocalTeams } from '../../src/local/teams/start.ts';
import type { Log } from '../../src/ports.ts';

/** An activity as it arrived. */
export type Received = Readonly<Record<string, unknown>> & { readonly type: string; readonly id: string };

/** A bot that keeps what it gets and answers as told: a status and a JSON body, or `drop`. */
export interface RecordingBot {
  readonly url: string;
  readonly received: readonly Received[];
  answer: (activity: Received) => { readonly status: number; readonly body?: unknown } | 'drop' | 'hang';
  /** Resolves when `count` activities of `type` have arrived. */
  arrived(type: string, count: number): Promise<void>;
  close(): Promise<void>;
}

/** Everything a test of the local Teams needs. */
export interface LocalStage {
  readonly bot: RecordingBot;
  readonly teams: LocalTeams;
  readonly client: LocalTeamsClient;
  /** Calls the connector as a bot would. */
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<{ status: number; body: unknown; headers: Headers }>;
  close(): Promise<void>;
}

export const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A card of the version and with the actions given. */
export function card(of: { version?: string; actions?: readonly unknown[]; text?: string } = {}) {
  const content = {
    type: 'AdaptiveCard',
    version: of.version ?? '1.5',
    body: [{ type: 'TextBlock', text: of.text ?? 'Which one?', wrap: true }],
    actions: of.actions ?? [],
  };
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] };
}

/** Starts a recording bot and a local Teams before it. */
export async function stage(options: Partial<LocalTeamsOptions> = {}): Promise<LocalStage> {
  const bot = await recordingBot();
  const teams = await startLocalTeams({ botUrl: bot.url, log: silent, ...options });
  return {
    bot,
    teams,
    client: new LocalTeamsClient(teams),
    call: async (method, path, body, headers = {}) => {
      const response = await fetch(`${teams.origin}${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
      return { status: response.status, body: isJson ? (JSON.parse(text) as unknown) : text, headers: response.headers };
    },
    close: async () => {
      await teams.close();
      await bot.close();
    },
  };
}

async function recordingBot(): Promise<RecordingBot> {
  const received: Received[] = [];
  const waiting = new Set<() => void>();
  const bot = {
    answer: (() => ({ status: 200 })) as RecordingBot['answer'],
  };
  const server = createServer((request, response) => {
    void take(request).then((activity) => {
      received.push(activity);
      for (const look of waiting) look();
      reply(response, bot.answer(activity));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(bot, {
    url: `http://127.0.0.1:${port}/api/messages`,
    received,
    arrived: (type: string, count: number) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (received.filter((activity) => activity.type === type).length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  });
}

async function take(request: IncomingMessage): Promise<Received> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text) as Received;
}

function reply(response: ServerResponse, answer: ReturnType<RecordingBot['answer']>): void {
  if (answer === 'hang') return;
  if (answer === 'drop') {
    response.destroy();
    return;
  }
  response.writeHead(answer.status, { 'content-type': 'application/json' });
  response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
}
