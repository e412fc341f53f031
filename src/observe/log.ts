import pino from 'pino';
import type { Log } from '../ports.ts';
import { errorFields } from './error-fields.ts';

/** A structured log on standard error: one JSON object a line, ids, kinds and durations only. */
export function createLog(level: string): Log {
  // `err` is pino's own name for an error, and by itself it would print every property of one.
  const serializers = { error: errorFields, err: errorFields };
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers }, gathered(pino.destination({ dest: 2, sync: true })));
}

/**
 * Lines of one round of the event loop are written together: each write waits for the system, and turns come in crowds. What ends the process
 * by an exit loses none of them.
 */
function gathered(destination: pino.DestinationStream): pino.DestinationStream {
  let lines = '';
  const flush = (): void => {
    if (lines === '') return;
    destination.write(lines);
    lines = '';
  };
  process.on('exit', flush);
  return {
    write(line) {
      if (lines === '') setImmediate(flush);
      lines += line;
    },
  };
}
