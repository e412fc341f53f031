import type { PersonKey } from './ports.ts';

/** Who belongs to the group of employees that may use Kiku. */
export interface EmployeeGroup {
  /** Whether they are in it, also by a group inside it. Rejects when that cannot be said. */
  has(person: PersonKey, signal: AbortSignal): Promise<boolean>;
}

/** What is remembered of people who were in the group. */
export interface Admitted {
  /** When they were seen in it last, milliseconds since 1970; `null` when never, or nothing is kept of them. */
  lastIn(person: PersonKey): Promise<number | null>;
  /** Keeps it of somebody of whom something is kept already, and of nobody else. */
  wasIn(person: PersonKey, at: number): Promise<void>;
}
