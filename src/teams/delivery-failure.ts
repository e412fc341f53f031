import { DeliveryError, type DeliveryFailure } from '../messenger-ports.ts';

/** The parts of the channel's "no" that decide what happens next. */
export interface Refusal {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: string;
  /** Milliseconds since 1970, for a `Retry-After` that is a date. */
  readonly now: number;
}

/** Sub-codes of 403 that mean nobody there can read it any more. The others are ours to put right. */
const GONE = new Set(['BotDisabledByAdmin', 'BotNotInConversationRoster', 'ConversationBlockedByUser', 'MessageWritesBlocked']);

/** What Teams' answer means; follows the status table of "Send messages in a Teams bot conversation" in Microsoft's documentation. */
export function fromStatus(refusal: Refusal): DeliveryError {
  const { status } = refusal;
  const codes = serviceCodes(refusal.body);
  const sentence = `Teams answered ${[status, ...codes].join(' ')}.`;
  const fail = (failure: DeliveryFailure, retryable: boolean) =>
    new DeliveryError(failure, sentence, { retryable, retryAfterMs: retryable ? retryAfterMs(refusal) : null, status, subCodes: codes });

  switch (status) {
    case 403:
      return fail(codes.some((code) => GONE.has(code)) ? 'gone' : 'refused', false);
    case 404:
      return fail('gone', false);
    case 412:
      return fail('refused', true);
    case 413:
      return fail('too-big', false);
    case 429:
      return fail('throttled', true);
    case 408:
    case 502:
    case 503:
    case 504:
      return fail('ambiguous', true);
    default:
      // 500 may have delivered as well, and Microsoft says not to try again.
      return status >= 500 ? fail('ambiguous', false) : fail('refused', false);
  }
}

/** What it means that no answer came: not sent at all, or sent and unknown what became of it. */
export function fromSilence(error: unknown): DeliveryError {
  const causes = causesOf(error);
  const code = causes.map((cause) => cause.code).find((each) => each !== null) ?? 'no code';
  return causes.some(isBeforeSending)
    ? new DeliveryError('unreachable', `Teams cannot be reached (${code}).`, { retryable: true, cause: error })
    : new DeliveryError('ambiguous', `Teams did not answer (${code}); the message may have arrived.`, { retryable: true, cause: error });
}

interface SocketFailure {
  readonly code: string | null;
  readonly syscall: string | null;
}

function isBeforeSending({ code, syscall }: SocketFailure): boolean {
  return syscall === 'connect' || syscall === 'getaddrinfo' || /CERT|SELF_SIGNED|UNABLE_TO_|^ERR_TLS|^ERR_SSL/.test(code ?? '');
}

/** The failures inside an error: one for each address that was tried. */
function causesOf(error: unknown): readonly SocketFailure[] {
  if (typeof error !== 'object' || error === null) return [];
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const syscall = 'syscall' in error && typeof error.syscall === 'string' ? error.syscall : null;
  const inner = 'errors' in error && Array.isArray(error.errors) ? error.errors.flatMap((each: unknown) => causesOf(each)) : [];
  return [{ code, syscall }, ...inner];
}

/** Every code and sub-code of an error. Teams nests them differently from case to case, once as JSON within a string, and gateways send HTML. */
function serviceCodes(body: string): readonly string[] {
  return [...body.matchAll(/"(?:code|subCode)\\?"\s*:\s*\\?"(\w{1,80})\\?"/gi)].map(([, code]) => code ?? '').slice(0, 4);
}

/** `Retry-After` is seconds or a date. */
function retryAfterMs({ retryAfter, now }: Refusal): number | null {
  if (retryAfter === null) return null;
  if (/^\d+(\.\d+)?$/.test(retryAfter.trim())) return Number(retryAfter) * 1_000;
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
