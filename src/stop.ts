import { ancestorsUpToNpm, isComplete } from './ancestors.ts';
import type { Log } from './ports.ts';

/** How often the processes above are looked at, and how long stopping may take, in milliseconds. */
const LOOK_MS = 500;
const DEADLINE_MS = 10_000;

/** As it is when this file is loaded, long before anything listens. */
const above = ancestorsUpToNpm();

/**
 * Runs `stop` once, whatever asks for it and however often: a signal, or (with `isUnderNpm`) the end of npm or of a shell below it. npm
 * passes SIGTERM on to its shell at most, and the shell to nobody, so under npm that is the only sign.
 */
export function stopOnce(stop: () => Promise<void>, log: Log, isUnderNpm: boolean): void {
  let isStopping = false;
  const begin = (why: string): void => {
    if (isStopping) return;
    isStopping = true;
    log.info({ why }, 'stopping');
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
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => begin(signal));
  if (!isUnderNpm) return;
  setInterval(() => {
    if (!isComplete(above)) begin('npm ended');
  }, LOOK_MS).unref();
}
