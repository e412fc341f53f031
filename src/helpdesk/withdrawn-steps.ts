import type { WithdrawnStore } from '../desk-ports.ts';
import type { StepId } from '../triage/playbook.ts';

/** The steps that nobody is to be shown, as turns see them: in memory, as any instance stored them. */
export interface WithdrawnSteps {
  /** The same array while nothing has changed. */
  current(): readonly StepId[];
  look(): Promise<void>;
}

export function createWithdrawnSteps(store: Pick<WithdrawnStore, 'withdrawn'>): WithdrawnSteps {
  let steps: readonly StepId[] = [];
  return {
    current: () => steps,
    async look() {
      const now = await store.withdrawn();
      if (now.join() !== steps.join()) steps = now;
    },
  };
}
