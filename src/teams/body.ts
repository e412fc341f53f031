import type { IncomingMessage } from 'node:http';

/** What came of reading a request's body. `sentence` is for the sender and repeats nothing they sent. */
export type Body = { readonly kind: 'json'; readonly value: unknown } | Unreadable;

export interface Unreadable {
  readonly kind: 'unreadable';
  readonly status: 400 | 408 | 413 | 415;
  readonly sentence: string;
}

export interface BodyLimits {
  readonly bytes: number;
  /** For the whole body, milliseconds. */
  readonly timeoutMs: number;
}

const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?;?\s*$/i;

/** What the headers alone forbid: a compressed body, another type than JSON, a length over the limit. `null` when the body may be read. */
export function refuseByHeaders(request: IncomingMessage, limits: BodyLimits): Unreadable | null {
  const { 'content-encoding': encoding = 'identity', 'content-type': type = '', 'content-length': length = '0' } = request.headers;
  if (encoding.trim().toLowerCase() !== 'identity') return unreadable(415, 'Send the body without compression.');
  if (!JSON_TYPE.test(type)) return unreadable(415, 'Send the body as application/json in UTF-8.');
  if (Number(length) > limits.bytes) return tooLong(limits);
  return null;
}

/** Reads the body as JSON, and never more than the limit of it. Not restify's reader: that one unpacks, and keeps uploads as files. */
export function readJson(request: IncomingMessage, limits: BodyLimits): Promise<Body> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const timer = setTimeout(() => settle(unreadable(408, 'The body took too long to arrive.')), limits.timeoutMs);

    const onData = (chunk: Buffer) => {
      length += chunk.length;
      if (length > limits.bytes) settle(tooLong(limits));
      else chunks.push(chunk);
    };
    const onEnd = () => settle(parse(Buffer.concat(chunks, length).toString('utf8')));
    const onLost = () => settle(unreadable(400, 'The connection ended in the middle of the body.'));
    const settle = (body: Body) => {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('close', onLost);
      resolve(body);
    };

    request.on('data', onData).on('end', onEnd).on('error', onLost).on('close', onLost);
    // Whoever left while it was found out who they are closed before anybody listened for it.
    if (request.destroyed) onLost();
  });
}

const PROTOTYPE_KEY = /__proto__|\\u005f/i;

function parse(text: string): Body {
  if (text.trim() === '') return unreadable(400, 'The body is empty; an activity as JSON was expected.');
  try {
    const value: unknown = PROTOTYPE_KEY.test(text) ? JSON.parse(text, withoutPrototype) : JSON.parse(text);
    return { kind: 'json', value };
  } catch {
    // Its message repeats part of what was sent.
    return unreadable(400, 'The body is not valid JSON.');
  }
}

/** The SDK copies activities about; a `__proto__` of the sender must not come along. */
function withoutPrototype(key: string, value: unknown): unknown {
  return key === '__proto__' ? undefined : value;
}

function unreadable(status: Unreadable['status'], sentence: string): Unreadable {
  return { kind: 'unreadable', status, sentence };
}

function tooLong(limits: BodyLimits): Unreadable {
  return unreadable(413, `The body is longer than ${limits.bytes} bytes.`);
}
