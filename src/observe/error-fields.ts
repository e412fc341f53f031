import { fileURLToPath } from 'node:url';

const OURS = fileURLToPath(new URL('..', import.meta.url));
/** Thrown by the language itself, which quotes the value that it did not like. */
const OF_THE_LANGUAGE = new Set(['SyntaxError', 'TypeError', 'RangeError', 'ReferenceError', 'URIError', 'EvalError']);
/** What the language says without a value. */
const PLAIN = /^(Cannot (read|set) properties of (undefined|null)|Invalid time value|Invalid array length|Maximum call stack size exceeded)/;
const MOST_CAUSES = 4;

/**
 * An error as it may stand in the log: what kind, its code and where; and what it says, when that is a sentence of ours. What others say may quote
 * what people wrote (`JSON.parse` does), so of that only the codes of Entra are kept.
 */
export function errorFields(error: unknown, depth = 0): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error) && !isErrorLike(error)) return { name: typeof error };
  const frames = framesOf(error);
  return {
    name: error.name,
    message: messageOf(error, frames),
    code: codeOf(error),
    stack: frames.join('\n'),
    ...(error.cause === undefined || depth >= MOST_CAUSES ? {} : { cause: errorFields(error.cause, depth + 1) }),
  };
}

interface ErrorLike {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: unknown;
}

/** Under jest, and out of a worker, errors are of another realm. */
function isErrorLike(value: unknown): value is ErrorLike {
  return typeof value === 'object' && value !== null && 'name' in value && 'message' in value && typeof value.message === 'string';
}

function messageOf(error: ErrorLike, frames: readonly string[]): string | undefined {
  if (OF_THE_LANGUAGE.has(error.name)) return PLAIN.exec(error.message)?.[0];
  if (frames[0]?.includes(OURS) === true) return error.message;
  // The system names an address or a path.
  if ('syscall' in error) return error.message;
  return error.message.match(/AADSTS\d+/g)?.join(' ');
}

/** Codes are short words and numbers; anything else is somebody's sentence. */
function codeOf(error: ErrorLike): string | number | undefined {
  const code = 'code' in error ? error.code : undefined;
  if (typeof code === 'number') return code;
  return typeof code === 'string' && /^[\w.-]{1,60}$/.test(code) ? code : undefined;
}

/** Where it was thrown. The message stands before that, and may hold lines of its own. */
function framesOf({ stack = '', message }: ErrorLike): readonly string[] {
  return stack
    .slice(message === '' ? 0 : stack.indexOf(message) + message.length)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .*(:\d+:\d+|<anonymous>|native)\)?$/.test(line));
}
