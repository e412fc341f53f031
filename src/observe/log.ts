import pino from 'pino';
import type { Log } from '../ports.ts';
import { errorFields } from './error-fields.ts';

/** A structured log on standard error: one JSON object a line, ids, kinds and durations only. */
export function createLog(level: string): Log {
  // `err` is pino's own name for an error, and by itself it would print every property of one.
  const serializers = { error: errorFields, err: errorFields };
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers }, pino.destination(2));
}
