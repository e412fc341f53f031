import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a route answers, before it is written. `body` is JSON unless it is bytes. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A body that cannot be read, with the answer the sender gets. */
export class UnreadableBody extends Error {
  override readonly name = 'UnreadableBody';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, sentence: string) {
    super(sentence);
    this.status = status;
    this.code = code;
  }
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/** Whether the request names this machine: a page elsewhere that points its name at 127.0.0.1 (DNS rebinding) does not. */
export function isLoopbackHost(request: IncomingMessage): boolean {
  return LOOPBACK.test(request.headers.host ?? '');
}

/** Whether a changing request comes from the page itself, or from no page at all. */
export function isOwnOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  return origin === undefined || origin.toLowerCase() === `http://${host ?? ''}`.toLowerCase();
}

/** Reads a JSON body of at most `limit` bytes. Throws `UnreadableBody`. Returns its text too, for measuring. */
export async function readJson(request: IncomingMessage, limit: number): Promise<{ readonly value: unknown; readonly text: string }> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    throw new UnreadableBody(415, 'UnsupportedMediaType', 'The content type must be application/json.');
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
    throw new UnreadableBody(415, 'UnsupportedMediaType', 'The body must not be compressed.');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > limit) throw new UnreadableBody(413, 'MessageSizeTooBig', 'Message size too large.');
    chunks.push(bytes);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  try {
    return { value: JSON.parse(text) as unknown, text };
  } catch (cause) {
    throw new UnreadableBody(400, 'BadSyntax', `The body is not JSON: ${cause instanceof Error ? cause.message : ''}`);
  }
}

/** An error answer as the Bot Connector writes it. */
export function refusal(status: number, code: string, message: string): Reply {
  return { status, body: { error: { code, message } } };
}

/** Writes `reply`; JSON unless the body is bytes. */
export function send(response: ServerResponse, { status, body, headers }: Reply): void {
  if (response.headersSent || response.destroyed) return;
  const bytes = body === undefined ? Buffer.alloc(0) : body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    ...(body === undefined || body instanceof Uint8Array ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-length': bytes.length,
    ...headers,
  });
  response.end(bytes);
}
