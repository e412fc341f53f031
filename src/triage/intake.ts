import type { Contradiction } from './evidence.ts';
import type { FactName, Facts } from './facts.ts';
import type { StepId } from './playbook.ts';

/** What became of a step. `begun`: shown, and nothing heard yet. */
export type Outcome = 'begun' | 'worked' | 'failing' | 'cannot';

/** How a trip stands. `handed-over`: a person at the helpdesk has it. */
export type IntakeState = 'open' | 'solved' | 'handed-over';

/**
 * One person's trip: facts and outcomes, from which the position is derived. Plain JSON, stored as it is; a step id
 * that the knowledge no longer has is kept and ignored.
 */
export interface Intake {
  readonly id: string;
  /** Counts the turns that changed something; a tap on a card of another revision is stale. */
  readonly revision: number;
  readonly state: IntakeState;
  readonly facts: Facts;
  readonly outcomes: Readonly<Record<StepId, Outcome>>;
  /** Facts that were asked about once more because their value was imprecise; they are not asked a third time. */
  readonly askedAgain: readonly FactName[];
  /** A fact the person wants to answer anew: it is asked next, and its old answer stands until then. */
  readonly reopened: FactName | null;
  /** What was said twice and differently, in the order in which it is asked about: each once. */
  readonly contradictions: readonly Contradiction[];
  /** Advisories that were shown; each is shown once. */
  readonly advised: readonly string[];
  /** Advisories of which the person said: this is not my problem. */
  readonly dismissed: readonly string[];
  /** Whether the person reads on a phone and types on the PC. */
  readonly onPhone: boolean;
  readonly check: Check;
}

/**
 * How it stands with the one block of commands that answers several questions. `offered`: under the question of this fact, and nowhere
 * else; `wanted`: it was asked for, and waits for the system to be known; `over`: it was shown when the system was known, or there is none for this device.
 */
export type Check = { readonly state: 'none' | 'wanted' | 'over' } | { readonly state: 'offered'; readonly under: FactName };

export function newIntake(id: string): Intake {
  return {
    id,
    revision: 0,
    state: 'open',
    facts: {},
    outcomes: {},
    askedAgain: [],
    reopened: null,
    contradictions: [],
    advised: [],
    dismissed: [],
    onPhone: false,
    check: { state: 'none' },
  };
}
