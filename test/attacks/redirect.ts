/**
 * Loaded before the program (`--import`), so that what it sends to the internet arrives at the test instead, with the address it was meant for in
 * a header. The program is otherwise as it is in production: it checks the same names, and its tokens go where it thinks they go.
 * On SIGUSR2 it collects garbage and writes how much memory is left in use.
 */
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import v8 from 'node:v8';
import vm from 'node:vm';
import { MEANT_FOR } from './outside.ts';

const port = Number(process.env.TEST_OUTSIDE_PORT);
const plainRequest = http.request;

type Ask = typeof http.request;

function isThisMachine(host: string): boolean {
  return host === '127.0.0.1' || host === 'localhost';
}

/** Sends what is meant for `origin` to the test. */
function redirected(protocol: 'http:' | 'https:', original: Ask): Ask {
  const ask = (...given: unknown[]) => {
    const url = typeof given[0] === 'string' || given[0] instanceof URL ? new URL(String(given.shift())) : null;
    const options = (typeof given[0] === 'function' || given[0] === undefined ? {} : given.shift()) as http.RequestOptions;
    const host = url?.hostname ?? options.hostname ?? options.host?.split(':')[0] ?? 'localhost';
    if (protocol === 'http:' && isThisMachine(host))
      return Reflect.apply(original, http, url === null ? [options, ...given] : [url, options, ...given]);
    const to = url?.port ?? options.port ?? '';
    const origin = `${protocol}//${host}${to === '' || Number(to) === 443 ? '' : `:${to}`}`;
    const path = url === null ? (options.path ?? '/') : `${url.pathname}${url.search}`;
    const { agent: _, protocol: __, servername: ___, hostname: ____, ...rest } = options as http.RequestOptions & { servername?: string };
    const headers = { ...(Array.isArray(rest.headers) ? {} : rest.headers), [MEANT_FOR]: origin };
    return Reflect.apply(plainRequest, http, [{ ...rest, host: '127.0.0.1', port, path, headers, agent: false }, ...given]);
  };
  return ask as Ask;
}

http.request = redirected('http:', plainRequest);
https.request = redirected('https:', https.request);
http.get = ((...given: Parameters<Ask>) => http.request(...given).end()) as typeof http.get;
https.get = ((...given: Parameters<Ask>) => https.request(...given).end()) as typeof https.get;
syncBuiltinESMExports();

const plainFetch = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const url = new URL(request.url);
  if (url.protocol === 'http:' && isThisMachine(url.hostname)) return plainFetch(request);
  const headers = new Headers(request.headers);
  headers.set(MEANT_FOR, url.origin);
  const body = request.body === null ? null : await request.arrayBuffer();
  return plainFetch(`http://127.0.0.1:${port}${url.pathname}${url.search}`, {
    method: request.method,
    headers,
    body,
    signal: request.signal,
    redirect: request.redirect,
  });
};

v8.setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc') as () => void;
process.on('SIGUSR2', () => {
  collect();
  collect();
  process.stderr.write(`in use ${process.memoryUsage().heapUsed}\n`);
});
