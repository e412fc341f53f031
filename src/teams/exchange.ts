import http from 'node:http';
import https from 'node:https';

/** One request to the connector. */
export interface Question {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly authorization: string | null;
  /** `null`: no body. */
  readonly json: string | null;
  /** For the whole exchange. */
  readonly timeoutMs: number;
  /** How much of the answer is kept, in characters; 16 Ki without it. */
  readonly most?: number;
}

export interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  /** Cut off after `most`. */
  readonly body: string;
}

const MOST = 16_384;
// Unused connections go before the other side is likely to close them: a message sent into a closing one would be in doubt.
const KEPT = { keepAlive: true, timeout: 15_000 };
const agents = { 'http:': new http.Agent(KEPT), 'https:': new https.Agent(KEPT) };

/** No answer in time; shaped like the errors of sockets, so that one that never connected is told apart. */
export class TimeIsUp extends Error {
  override readonly name = 'TimeIsUp';
  readonly code = 'ETIMEDOUT';
  readonly syscall: 'connect' | 'read';

  constructor(isConnecting: boolean) {
    super(isConnecting ? 'No connection in time.' : 'No answer in time.');
    this.syscall = isConnecting ? 'connect' : 'read';
  }
}

/**
 * One request, one answer, connections kept. Over node:http, which does not follow redirects, so the token stays with the host that was
 * checked; and because fetch took half of the processor time of a whole turn. Rejects with the socket's error or `TimeIsUp`.
 */
export function exchange({ method, url, authorization, json, timeoutMs, most = MOST }: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const isSecure = url.startsWith('https:');
    const headers = {
      ...(json === null ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) }),
      ...(authorization === null ? {} : { authorization }),
    };
    const request = (isSecure ? https : http).request(url, { method, headers, agent: agents[isSecure ? 'https:' : 'http:'] }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        if (body.length < most) body += chunk;
      });
      response.on('end', () => {
        clearTimeout(timer);
        resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] ?? null, body: body.slice(0, most) });
      });
      response.on('error', fail);
    });
    const fail = (error: Error) => {
      clearTimeout(timer);
      reject(error);
    };
    const timer = setTimeout(() => request.destroy(new TimeIsUp(request.socket?.connecting ?? true)), timeoutMs);
    request.on('error', fail);
    request.end(json ?? undefined);
  });
}
