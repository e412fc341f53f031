import type { Log } from './ports.ts';

/** Work that is done again and again. */
export interface Recurring {
  /** Ends it; resolves when a run under way is over. */
  stop(): Promise<void>;
}

/** Does `work` now and then `periodMs` after each end; a failure is logged and does not end it. */
export function every(periodMs: number, name: string, work: () => Promise<unknown>, log: Log): Recurring {
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  const run = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log.error({ error, name }, 'recurring work failed');
    }
    if (!isStopped) timer = setTimeout(again, periodMs);
  };
  let running = run();
  function again(): void {
    running = run();
  }
  return {
    async stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      await running;
    },
  };
}
