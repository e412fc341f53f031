import type { IncomingMessage, ServerResponse } from 'node:http';

/** Ends a response with JSON. */
export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  writeJson(response, status, body, 'keep-alive');
  response.end();
}

/** Ends a response with a page that may load and run nothing. */
export function answerPage(response: ServerResponse, html: string): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(html),
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  response.write(html);
  response.end();
}

/** Ends a response with a status alone. */
export function answerEmpty(response: ServerResponse, status: number): void {
  // In two steps: restify's `writeHead` gives nothing back.
  response.writeHead(status, { 'content-length': 0 });
  response.end();
}

/** An error in the shape the Bot Framework uses. */
export function errorBody(code: string, message: string): unknown {
  return { error: { code, message } };
}

const LINGER_MS = 500;

/**
 * Answers a request whose body was not read to its end, and closes the connection. What still arrives is thrown away for a moment first:
 * closing at once would reset the connection, and the sender would lose the answer with it.
 */
export function answerEarly(request: IncomingMessage, response: ServerResponse, status: number, body: unknown): void {
  writeJson(response, status, body, 'close');
  if (request.complete) {
    response.end();
    return;
  }

  const timer = setTimeout(() => request.destroy(), LINGER_MS);
  const finish = () => {
    clearTimeout(timer);
    response.end();
  };
  request.once('end', finish).once('close', finish).resume();
}

function writeJson(response: ServerResponse, status: number, body: unknown, connection: 'keep-alive' | 'close'): void {
  const text = JSON.stringify(body);
  const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) };
  response.writeHead(status, connection === 'close' ? { ...headers, connection } : headers);
  response.write(text);
}
