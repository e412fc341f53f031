import type { Log } from './ports.ts';

/** How often the parent process is looked at, and how long stopping may take, in milliseconds. */
const PARENT_LOOK_MS = 500;
const DEADLINE_MS = 10_000;

/**
 * Runs `stop` once, whatever asks for it and however often: SIGINT, SIGTERM, or (with `watchesParent`) the end of the
 * process that started this one. npm does not pass SIGTERM on, so under npm that is the only sign.
 */
export function stopOnce(stop: () => Promise<void>, log: Log, watchesParent: boolean): void {
  let isStopping = false;
  const parent = process.ppid;
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
  process.on('SIGINT', () => begin('SIGINT'));
  process.on('SIGTERM', () => begin('SIGTERM'));
  if (watchesParent) {
    setInterval(() => {
      if (process.ppid !== parent) begin('the parent process ended');
    }, PARENT_LOOK_MS).unref();
  }
}
