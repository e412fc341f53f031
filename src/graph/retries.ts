import { setTimeout as sleep } from 'node:timers/promises';
import { GraphFailure } from './graph-failure.ts';
import { noAnswer } from './transport.ts';

/** How long one request is tried. All requests here only read, so each may be sent again. */
export interface Patience {
  /** Requests in all. */
  readonly attempts: number;
  /** The first pause when Graph names none; doubled each time. */
  readonly firstPauseMs: number;
  /** A longer Retry-After is not slept through here: the reading gives up, and the next one waits. */
  readonly longestPauseMs: number;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

const PATIENCE: Patience = {
  attempts: 3,
  firstPauseMs: 1_000,
  longestPauseMs: 30_000,
  wait: (ms, signal) => sleep(ms, undefined, { signal, ref: false }),
};

/** Does `work` again while that may help, and never before Graph's Retry-After is over. Throws the last `GraphFailure`. */
export async function withRetries<T>(work: (signal: AbortSignal) => Promise<T>, signal: AbortSignal, wishes: Partial<Patience> = {}): Promise<T> {
  const patience = { ...PATIENCE, ...wishes };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(signal);
    } catch (error) {
      if (!(error instanceof GraphFailure)) throw error;
      const pause = error.retryAfterMs ?? patience.firstPauseMs * 2 ** (attempt - 1);
      const isWorthIt = error.retryable && attempt < patience.attempts && pause <= patience.longestPauseMs && !signal.aborted;
      if (!isWorthIt) throw error;
      await patience.wait(pause, signal).catch((cause: unknown) => Promise.reject(noAnswer(cause)));
    }
  }
}
