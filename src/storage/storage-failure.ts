/** Why storage said no. `held`: another process has the folder; `taken`: what is to be the only one of its kind is there already; `newer`: the files of this version do not match what the database went through. */
export type StorageFailureCode =
  | 'taken'
  | 'unreachable'
  | 'timeout'
  | 'conflict'
  | 'full'
  | 'refused'
  | 'schema'
  | 'unreadable'
  | 'rejected'
  | 'held'
  | 'changed'
  | 'closed';

/** Storage said no, or said nothing. Neither the message nor the cause holds anything of what was stored. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure';
  readonly code: StorageFailureCode;
  /** Whether the same call may succeed a moment later. A save that is tried again may answer `seen`: then it had gone through. */
  readonly retryable: boolean;

  constructor(code: StorageFailureCode, sentence: string, details: { retryable: boolean; cause?: unknown }) {
    super(sentence, { cause: details.cause });
    this.code = code;
    this.retryable = details.retryable;
  }
}

/** The failure behind whatever a driver threw. Drivers put values, and PGlite even the parameters, on their errors: those stay behind. */
export function toStorageFailure(thrown: unknown): StorageFailure {
  if (thrown instanceof StorageFailure) return thrown;
  const state = textOf(thrown, 'code');
  const verdict = verdictOf(state, textOf(thrown, 'message'));
  const place = ['table', 'constraint'].map((part) => textOf(thrown, part)).filter((part) => part !== '');
  // Class 42 is about the text of the statement, which is ours; every other message may quote a value.
  const words = state.startsWith('42') ? [textOf(thrown, 'message')] : [];
  const cause = new Error([state === '' ? 'no code' : state, ...place, ...words].join(' '));
  // The first place is this one: whoever logs it sees that the words are ours.
  const [here] = framesOf(cause.stack ?? '').split('\n', 1);
  cause.stack = [cause.message, here, framesOf(textOf(thrown, 'stack'))].join('\n');
  return new StorageFailure(verdict.code, SENTENCES[verdict.code], { retryable: verdict.retryable, cause });
}

interface Verdict {
  readonly code: DriverFailure;
  readonly retryable: boolean;
}

type DriverFailure = Exclude<StorageFailureCode, 'held' | 'changed' | 'unreadable'>;

const SENTENCES: Readonly<Record<DriverFailure, string>> = {
  unreachable: 'The database cannot be reached.',
  timeout: 'The database took too long to answer.',
  conflict: 'Another transaction was in the way.',
  full: 'The database has no room or no connection left.',
  refused: 'The database refused the sign-in or the permission.',
  schema: 'A table or column that Kiku needs is not in the database.',
  taken: 'What is to be the only one of its kind is there already.',
  rejected: 'The database rejected the statement.',
  closed: 'The database is closed.',
};

const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EPIPE', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOENT']);

/** By SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html). The drivers' own few errors carry no code, only words. */
function verdictOf(state: string, words: string): Verdict {
  if (NETWORK.has(state) || state.startsWith('08') || state.startsWith('57P')) return { code: 'unreachable', retryable: true };
  if (['57014', '25P03', '25P04'].includes(state)) return { code: 'timeout', retryable: true };
  if (['40001', '40P01', '55P03'].includes(state)) return { code: 'conflict', retryable: true };
  if (state.startsWith('53')) return { code: 'full', retryable: true };
  if (state.startsWith('28') || state === '3D000' || state === '42501') return { code: 'refused', retryable: false };
  if (['42P01', '42703', '3F000', '42883'].includes(state)) return { code: 'schema', retryable: false };
  if (state === '23505') return { code: 'taken', retryable: false };
  if (state !== '') return { code: 'rejected', retryable: false };
  if (/query read timeout/i.test(words)) return { code: 'timeout', retryable: true };
  if (/terminated|timeout exceeded|not queryable|connection error|ended unexpectedly/i.test(words)) return { code: 'unreachable', retryable: true };
  if (/is closed|is closing|after calling end/i.test(words)) return { code: 'closed', retryable: false };
  return { code: 'rejected', retryable: false };
}

function textOf(thrown: unknown, property: string): string {
  const value: unknown = typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, property) : undefined;
  return typeof value === 'string' ? value : '';
}

function framesOf(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
