/**
 * Why Graph did not answer. `bad-answer`: something came that is not what Graph says; `not-visible`: this tenant cannot see what was asked for;
 * `waiting`: it was not asked at all, because it may not be asked more often now.
 */
export type GraphFailureCode = 'unauthorised' | 'forbidden' | 'throttled' | 'unavailable' | 'timeout' | 'bad-answer' | 'not-visible' | 'waiting';

/** Microsoft Graph, or the sign-in before it, said no or said nothing. Carries no token and no answer body. */
export class GraphFailure extends Error {
  override readonly name = 'GraphFailure';
  readonly code: GraphFailureCode;
  /** Whether the same reading may succeed later without anybody changing anything. */
  readonly retryable: boolean;
  /** How long Graph asked to be left alone; `null` when it did not say. */
  readonly retryAfterMs: number | null;
  /** The HTTP status, `null` when there was no answer. */
  readonly status: number | null;
  /** Graph's own error code, for the log. */
  readonly graphCode: string | null;

  constructor(code: GraphFailureCode, sentence: string, details: GraphFailureDetails) {
    super(sentence, { cause: details.cause });
    this.code = code;
    this.retryable = details.retryable;
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.status = details.status ?? null;
    this.graphCode = details.graphCode ?? null;
  }
}

export interface GraphFailureDetails {
  readonly retryable: boolean;
  readonly retryAfterMs?: number | null;
  readonly status?: number | null;
  readonly graphCode?: string | null;
  readonly cause?: unknown;
}
