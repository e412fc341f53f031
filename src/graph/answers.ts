import { GraphFailure } from './graph-failure.ts';
import { noAnswer } from './transport.ts';

/** Reads an answer as JSON, or throws the `GraphFailure` it amounts to. */
export async function readAnswer(response: Response): Promise<unknown> {
  const text = await bodyOf(response);
  if (!response.ok) throw refusal(response, errorOf(text));
  const json = parsed(text);
  if (json === undefined) {
    throw new GraphFailure('bad-answer', 'Microsoft Graph answered with something that is not JSON.', { retryable: true, status: response.status });
  }
  return json;
}

/** `Retry-After` in milliseconds. A date is held against the server's own clock, since ours or theirs may be wrong. */
export function retryAfterOf(headers: Headers): number | null {
  const value = headers.get('retry-after')?.trim();
  if (value === undefined || value === '') return null;
  if (/^\d+(\.\d+)?$/.test(value)) return Math.round(Number(value) * 1000);
  const until = Date.parse(value);
  const theirNow = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(until) || Number.isNaN(theirNow) ? null : Math.max(0, until - theirNow);
}

function refusal(response: Response, error: { code: string | null; isHidden: boolean }): GraphFailure {
  const { status } = response;
  const details = { status, graphCode: error.code, retryAfterMs: retryAfterOf(response.headers) };
  if (status === 401) return new GraphFailure('unauthorised', 'Microsoft Graph did not accept the token.', { ...details, retryable: false });
  if (error.isHidden || (status === 404 && error.code !== null)) {
    return new GraphFailure('not-visible', 'Microsoft Graph knows no such thing in this tenant.', { ...details, retryable: false });
  }
  if (status === 403) {
    const isHealth = response.url.includes('/admin/serviceAnnouncement');
    const sentence = isHealth
      ? 'Microsoft Graph refused: ServiceHealth.Read.All and ServiceMessage.Read.All must be granted, with admin consent.'
      : 'Microsoft Graph refused: the application lacks the permission for this, or the admin consent to it.';
    return new GraphFailure('forbidden', sentence, { ...details, retryable: false });
  }
  if (status === 429) return new GraphFailure('throttled', 'Microsoft Graph asked us to slow down.', { ...details, retryable: true });
  if (status >= 500 || status === 408) {
    return new GraphFailure('unavailable', `Microsoft Graph answered with status ${status}.`, { ...details, retryable: true });
  }
  return new GraphFailure('bad-answer', `Microsoft Graph answered with status ${status}.`, { ...details, retryable: false });
}

/** Graph's error code; `isHidden`: an id that this tenant cannot see, which is told as JSON inside the message (and as 403, not 404). */
function errorOf(text: string): { code: string | null; isHidden: boolean } {
  const error = fieldOf(parsed(text), 'error');
  const code = fieldOf(error, 'code');
  const inner = fieldOf(parsed(String(fieldOf(error, 'message') ?? '')), 'message');
  return {
    code: typeof code === 'string' ? code : null,
    isHidden: typeof inner === 'string' && /doesn't exist for the tenant/i.test(unescaped(inner)),
  };
}

function unescaped(inner: string): string {
  return String(fieldOf(parsed(inner), 'error') ?? inner);
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
}

async function bodyOf(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (cause) {
    throw noAnswer(cause);
  }
}

/** The JSON, or `undefined` when it is none: error pages of proxies are an ordinary answer here. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
