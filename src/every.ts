import type { Log } from './ports.ts';

/** Work that is done again and again. */
export interface Recurring {
  /** Does it at once, or once more as soon as the run under way is over. */
  hasten(): void;
  /** Ends it; resolves when a run under way is over. */
  stop(): Promise<void>;
}

/** Does `work` now and then `periodMs` after each end; a failure is logged and does not end it. */
export function every(periodMs: number, name: string, work: () => Promise<unknown>, log: Log): Recurring {
  let isStopped = false;
  let isHastened = false;
  let wake: (() => void) | null = null;

  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, periodMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async (): Promise<void> => {
    while (!isStopped) {
      isHastened = false;
      await attempt();
      if (!isStopped && !isHastened) await pause();
      wake = null;
    }
  };
  const attempt = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log.error({ error, name }, 'recurring work failed');
    }
  };

  const running = run();
  return {
    hasten() {
      isHastened = true;
      wake?.();
    },
    async stop() {
      isStopped = true;
      wake?.();
      await running;
    },
  };
}
