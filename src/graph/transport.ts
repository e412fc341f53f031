import type { Context, Middleware, MiddlewareOptions } from '@microsoft/microsoft-graph-client';
import { GraphFailure } from './graph-failure.ts';
import type { GraphPlace } from './origin.ts';

/** One request on its way: the client turns every error into one of its own, so what really failed is noted here. */
export class Attempt implements MiddlewareOptions {
  failure: GraphFailure | null = null;

  /** Runs `work`; when it fails, keeps the failure and throws it. */
  async watch<T>(work: () => Promise<T>, asFailure: (cause: unknown) => GraphFailure): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      this.failure = asFailure(cause);
      throw this.failure;
    }
  }
}

/** The last handler of the chain: sends the request, to the stand-in where there is one. */
export class Transport implements Middleware {
  readonly #place: GraphPlace;

  constructor(place: GraphPlace) {
    this.#place = place;
  }

  async execute(context: Context): Promise<void> {
    const url = typeof context.request === 'string' ? context.request : context.request.url;
    const attempt = context.middlewareControl?.getMiddlewareOptions(Attempt);
    const send = () => fetch(this.#place.target + withoutRoot(url, this.#place.root), context.options);
    context.response = attempt instanceof Attempt ? await attempt.watch(send, noAnswer) : await send();
  }
}

/** The failure of a request that got no answer, or only a part of one. */
export function noAnswer(cause: unknown): GraphFailure {
  if (cause instanceof GraphFailure) return cause;
  if (typeof cause === 'object' && cause !== null && 'name' in cause && (cause.name === 'TimeoutError' || cause.name === 'AbortError')) {
    return new GraphFailure('timeout', 'Microsoft Graph did not answer in time.', { retryable: true, cause });
  }
  return new GraphFailure('unavailable', 'Microsoft Graph could not be reached, or broke off in the middle of its answer.', {
    retryable: true,
    cause,
  });
}

function withoutRoot(url: string, root: string): string {
  if (!url.startsWith(`${root}/`)) {
    throw new GraphFailure('bad-answer', 'Microsoft Graph pointed to a host that is not Graph.', { retryable: false });
  }
  return url.slice(root.length);
}
