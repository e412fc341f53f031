import type { WithdrawnStore } from '../desk-ports.ts';
import type { StepId } from '../triage/playbook.ts';

/** The steps that nobody of a tenant is to be shown, as turns see them: in memory, as any instance stored them. */
export interface WithdrawnSteps {
  /** The same array while nothing has changed. */
  current(tenant: string): readonly StepId[];
  look(): Promise<void>;
}

const NONE: readonly StepId[] = [];

export function createWithdrawnSteps(store: Pick<WithdrawnStore, 'everywhere'>): WithdrawnSteps {
  let steps: ReadonlyMap<string, readonly StepId[]> = new Map();
  return {
    current: (tenant) => steps.get(tenant) ?? steps.get('') ?? NONE,
    async look() {
      const now = await store.everywhere();
      if (JSON.stringify([...now]) !== JSON.stringify([...steps])) steps = now;
    },
  };
}
