import { constants } from 'node:os';
import { ancestorsUpToNpm, isComplete } from './ancestors.ts';
import type { Log } from './ports.ts';

/** How often the processes above are looked at, and how long stopping may take, in milliseconds. */
const LOOK_MS = 500;
const DEADLINE_MS = 10_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** As it is when this file is loaded, long before anything listens. */
const above = ancestorsUpToNpm();

/**
 * Ends the process at once on a signal that comes before `stopOnce`: nothing has begun that would have to end. The first process of a container is
 * otherwise not ended by any (https://man7.org/linux/man-pages/man7/pid_namespaces.7.html).
 */
export function endWhileStarting(): void {
  for (const signal of SIGNALS) process.once(signal, () => process.exit(128 + constants.signals[signal]));
}

/** What is known of the end while it has not come. */
export interface Stopping {
  /** Whether somebody has asked for it. */
  hasBegun(): boolean;
}

/**
 * Runs `stop` once, whatever asks for it: a signal, or (with `isUnderNpm`) the end of npm or of a shell below it. npm
 * passes SIGTERM on to its shell at most, and the shell to nobody, so under npm that is the only sign.
 * A load balancer goes on handing over messages for a moment, so everything goes on for `lingerMs` before; whoever asks again will not wait.
 */
export function stopOnce(stop: () => Promise<void>, log: Log, { isUnderNpm, lingerMs }: { isUnderNpm: boolean; lingerMs: number }): Stopping {
  let asked = 0;
  let isEnding = false;
  const end = (): void => {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => {
      log.error({ deadlineMs: DEADLINE_MS }, 'stopping took too long');
      process.exit(1);
    }, DEADLINE_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  const begin = (why: string): void => {
    asked += 1;
    if (asked === 1) log.info({ why }, 'stopping');
    if (asked > 1 || lingerMs === 0) end();
    else setTimeout(end, lingerMs);
  };
  for (const signal of SIGNALS) process.removeAllListeners(signal).on(signal, () => begin(signal));
  if (isUnderNpm) {
    const looking = setInterval(() => {
      if (isComplete(above)) return;
      clearInterval(looking);
      begin('npm ended');
    }, LOOK_MS).unref();
  }
  return { hasBegun: () => asked > 0 };
}

/** Ends the process when something is thrown that nobody catches. By itself Node would print all of it, with what people wrote. */
export function endOnFault(log: Log): void {
  process.on('uncaughtException', (error) => {
    log.error({ error }, 'Kiku ends by a fault of its own');
    process.exit(1);
  });
}
