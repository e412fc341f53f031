import { type Reply, refusal } from './http.ts';

const TIMEOUT_MS = 5_000;

/** Passes a request of the Service Health panel on to the local Graph server. */
export async function proxyAdvisories(origin: string | null, method: string, pathname: string, body: string | null): Promise<Reply> {
  if (origin === null) return refusal(503, 'NotConnected', 'No local Graph server is connected.');
  try {
    const response = await fetch(new URL(pathname, origin), {
      method,
      body,
      ...(body === null ? {} : { headers: { 'content-type': 'application/json' } }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    return bytes.length === 0
      ? { status: response.status }
      : { status: response.status, body: bytes, headers: { 'content-type': 'application/json; charset=utf-8' } };
  } catch {
    // Whatever the reason, the panel can only say that the server does not answer.
    return refusal(502, 'GraphUnreachable', 'The local Graph server does not answer.');
  }
}
