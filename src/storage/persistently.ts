import { setTimeout as pause } from 'node:timers/promises';
import { StorageFailure } from './storage-failure.ts';

const MOST_ATTEMPTS = 5;
/** Whoever was given up lets the other one through first, or they would only meet again. */
const PAUSE_MS = 50;

/** Does it again when another transaction was in the way: then nothing of it was done. */
export async function persistently<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (thrown) {
      if (!(thrown instanceof StorageFailure) || thrown.code !== 'conflict' || attempt === MOST_ATTEMPTS) throw thrown;
    }
    await pause(PAUSE_MS * attempt);
  }
}
