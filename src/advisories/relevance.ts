import type { StepId } from '../triage/playbook.ts';

/** How near an advisory is to one person's trouble. `background`: closed or old, told only as history. */
export interface Relevance {
  readonly grade: 'likely' | 'possible' | 'background';
  /** Keys of phrases `reason.*`, strongest first. */
  readonly reasons: readonly string[];
  readonly remedy: 'microsoft' | 'customer';
  readonly steps: readonly StepId[];
}
