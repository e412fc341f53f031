import http from 'node:http';
import https from 'node:https';
import { TimeIsUp } from './exchange.ts';

/** What came of reading an address. `too-big`: it was cut off; nothing of it is kept. */
export type Downloaded =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'too-big' }
  | { readonly kind: 'status'; readonly status: number };

/** Reads at most `mostBytes`, within `timeoutMs` for all of it. Follows no redirect. Rejects with the socket's error or `TimeIsUp`. */
export function download(of: { url: string; authorization: string | null; mostBytes: number; timeoutMs: number }): Promise<Downloaded> {
  const { url, authorization, mostBytes, timeoutMs } = of;
  return new Promise((resolve, reject) => {
    const headers = { accept: 'image/*', ...(authorization === null ? {} : { authorization }) };
    const request = (url.startsWith('https:') ? https : http).request(url, { method: 'GET', headers }, (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      const { statusCode: status = 0 } = response;
      if (status !== 200) return end({ kind: 'status', status });
      if (Number(response.headers['content-length'] ?? 0) > mostBytes) return end({ kind: 'too-big' });
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > mostBytes) end({ kind: 'too-big' });
        else chunks.push(chunk);
      });
      response.on('end', () => end({ kind: 'bytes', bytes: Buffer.concat(chunks, length) }));
      response.on('error', fail);
    });
    const end = (result: Downloaded) => {
      clearTimeout(timer);
      resolve(result);
      request.destroy();
    };
    const fail = (error: Error) => {
      clearTimeout(timer);
      reject(error);
    };
    const timer = setTimeout(() => request.destroy(new TimeIsUp(request.socket?.connecting ?? true)), timeoutMs);
    request.on('error', fail);
    request.end();
  });
}
