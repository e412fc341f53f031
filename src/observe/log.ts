import pino from 'pino';
import type { Log } from '../ports.ts';

/** A structured log on standard error: one JSON object a line, ids, kinds and durations only. */
export function createLog(level: string): Log {
  // `err` is pino's own name for an error, and by itself it would print every property of one.
  const serializers = { error: withoutBody, err: withoutBody };
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers }, pino.destination(2));
}

/** An error in the log: what and where, and the codes of its causes; never a request or its body. */
function withoutBody(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  return {
    name: error.name,
    message: error.message,
    code,
    stack: error.stack,
    cause: error.cause === undefined ? undefined : withoutBody(error.cause),
  };
}
