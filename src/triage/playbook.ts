import type { Condition } from './conditions.ts';
import type { FactName, Facts, FactValue } from './facts.ts';

export type ProblemId = string;
export type StepId = string;

/** R0 reads only · R1 user-level and undoable · R2 administrator · R3 irreversible, or able to lock out or lose data. */
export type Risk = 'R0' | 'R1' | 'R2' | 'R3';

/** Who may be shown a thing. What is for the employee is for the helpdesk too. */
export type Audience = 'employee' | 'helpdesk';

/** escalate: a person takes over · wait: an open fault of Microsoft's · upgrade: this OS has no path · web: the web version serves. */
export type StopKind = 'escalate' | 'wait' | 'upgrade' | 'web';

/** One thing to do or to look at, as far as decisions go; its words stand in `knowledge/steps`. */
export interface Step {
  readonly id: StepId;
  readonly risk: Risk;
  readonly audience: Audience;
  /** Whether the step makes sense here; an unknown may open it. */
  readonly when: Condition | null;
  /** What must be known to be true before its commands may be shown; no `not`, no `unknown`. */
  readonly guard: Condition | null;
  /** Facts that a good or a bad result of a step that only looks tells us; empty for a step that is meant to repair. */
  readonly learns: { readonly worked: Facts; readonly failing: Facts } | null;
}

/** A question that a problem may ask. */
export interface Question {
  readonly fact: FactName;
  /** `helpdesk`: never asked from the employee. */
  readonly audience: Audience;
  /** Asked only when this is true; otherwise the fact counts as unknown. */
  readonly askIf: Condition | null;
}

/** How a way ends. `id` finds its words. */
export interface StopRule {
  readonly id: string;
  readonly kind: StopKind;
  readonly when: Condition | null;
  /** Whether it holds even while a likely fault of Microsoft's is open; other stops then become `wait`. */
  readonly isDespiteFault: boolean;
}

/** A part of a playbook: the first branch whose condition is true is the one that is walked. */
export interface Branch {
  readonly id: string;
  readonly when: Condition | null;
  readonly steps: readonly StepId[];
  /** Held in order after the steps; the last has no condition. */
  readonly stops: readonly StopRule[];
}

/** A family of symptoms with one playbook. */
export interface Problem {
  readonly id: ProblemId;
  readonly codes: readonly FactValue[];
  readonly symptoms: readonly { readonly product: FactValue; readonly symptom: FactValue }[];
  /** Products for which this is the problem when nobody has said what the symptom is. */
  readonly products: readonly FactValue[];
  /** Asked first, in this order, while they are open. */
  readonly opening: readonly FactName[];
  readonly questions: readonly Question[];
  readonly branches: readonly Branch[];
}

/** Everything the core decides with. */
export interface Playbooks {
  readonly problems: ReadonlyMap<ProblemId, Problem>;
  readonly steps: ReadonlyMap<StepId, Step>;
}
