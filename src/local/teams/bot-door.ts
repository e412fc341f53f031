import { Agent, type IncomingMessage, request } from 'node:http';
import type { Activity } from './activity.ts';

/** What Kiku answered to one activity, or that it did not. */
export type BotAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'silent'; readonly why: 'unreachable' | 'too-slow' };

/** Posts activities to Kiku's `/api/messages`. */
export class BotDoor {
  readonly #url: URL;
  readonly #patienceMs: number;
  readonly #authorization: (() => Promise<string>) | null;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 256 });

  constructor(of: { url: string; patienceMs: number; authorization: (() => Promise<string>) | null }) {
    this.#url = new URL(of.url);
    this.#patienceMs = of.patienceMs;
    this.#authorization = of.authorization;
  }

  /** Posts once (a kept connection that turns out to be closed is opened anew). Never throws for what Kiku does or fails to do. */
  async post(activity: Activity): Promise<BotAnswer> {
    const authorization = this.#authorization === null ? null : await this.#authorization();
    const body = Buffer.from(JSON.stringify(activity));
    const first = await this.#send(body, authorization);
    return first === 'stale' ? notStale(await this.#send(body, authorization)) : first;
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(body: Buffer, authorization: string | null): Promise<BotAnswer | 'stale'> {
    return new Promise((resolve) => {
      const outgoing = request(this.#url, {
        method: 'POST',
        agent: this.#agent,
        signal: AbortSignal.timeout(this.#patienceMs),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': body.length,
          'user-agent': 'Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)',
          ...(authorization === null ? {} : { authorization }),
        },
      });
      const fail = (error: NodeJS.ErrnoException) => resolve(failure(error, outgoing.reusedSocket));
      outgoing.once('error', fail);
      outgoing.once('response', (response) => {
        readAnswer(response).then(resolve, fail);
      });
      outgoing.end(body);
    });
  }
}

function failure(error: NodeJS.ErrnoException, isReused: boolean): BotAnswer | 'stale' {
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return { kind: 'silent', why: 'too-slow' };
  return isReused && (error.code === 'ECONNRESET' || error.code === 'EPIPE') ? 'stale' : { kind: 'silent', why: 'unreachable' };
}

function notStale(answer: BotAnswer | 'stale'): BotAnswer {
  return answer === 'stale' ? { kind: 'silent', why: 'unreachable' } : answer;
}

async function readAnswer(response: IncomingMessage): Promise<BotAnswer> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)));
  const text = Buffer.concat(chunks).toString('utf8');
  return { kind: 'answered', status: response.statusCode ?? 0, body: parseOrText(text) };
}

function parseOrText(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
