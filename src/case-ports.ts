import type { Address, Language, Message, PersonKey } from './ports.ts';
import type { Contradiction } from './triage/evidence.ts';
import type { Facts } from './triage/facts.ts';
import type { Outcome } from './triage/intake.ts';
import type { ProblemId, StepId } from './triage/playbook.ts';

/** Whom a case waits for, or how it ended. `withdrawn`: by the employee; `closed`: by itself, after silence. */
export type CaseState = 'waiting-helpdesk' | 'waiting-employee' | 'resolved' | 'withdrawn' | 'closed';

export type Priority = 'low' | 'normal' | 'high' | 'urgent';

/** Somebody of the helpdesk. */
export interface Agent {
  readonly id: string;
  readonly name: string;
}

/** What the helpdesk is told of one trip, as it was when it was handed over. Identifiers in what was written are masked. */
export interface CaseContent {
  readonly problem: ProblemId | null;
  readonly facts: Facts;
  readonly contradictions: readonly Contradiction[];
  readonly tried: readonly { readonly step: StepId; readonly outcome: Outcome }[];
  /** What the playbook has left, also what only IT may do, in its order. */
  readonly ahead: readonly StepId[];
  /** Advisories that were looked at; `reasons` are keys of phrases `reason.*`. */
  readonly advisories: readonly {
    readonly id: string;
    readonly grade: 'likely' | 'possible' | 'background';
    readonly isDismissed: boolean;
    readonly reasons: readonly string[];
  }[];
  /** What the employee wrote, oldest first, in their own words. */
  readonly words: readonly string[];
  /** Names of facts that the employee left out; they are not in `facts`. */
  readonly leftOut: readonly string[];
  /** Why it was handed over: the stop's id; `null` when the employee wanted it. */
  readonly stop: string | null;
}

/** What the helpdesk holds after a handoff. Times are milliseconds since 1970. */
export interface Case {
  /** Short, to be said on the telephone: `K7F3QX`. */
  readonly id: string;
  readonly person: PersonKey & { readonly name: string };
  readonly language: Language;
  /** IANA name; `null` when not known. */
  readonly timeZone: string | null;
  readonly intake: string;
  readonly content: CaseContent;
  readonly state: CaseState;
  readonly priority: Priority;
  readonly assignee: Agent | null;
  /** How it was resolved, in the agent's words. */
  readonly outcome: string | null;
  readonly createdAt: number;
  /** When somebody should have answered first. */
  readonly respondBy: number;
  readonly respondedAt: number | null;
  readonly isReminded: boolean;
  /** When it closes by itself unless somebody says something; `null`: not. */
  readonly closesAt: number | null;
  readonly touchedAt: number;
  /** Counts the changes: of two who act at the same moment one finds that it has moved on. */
  readonly revision: number;
}

/** One thing said in a case. `event` is Kiku's own, such as who took it. */
export interface CaseMessage {
  /** Grows within a case. */
  readonly id: number;
  readonly case: string;
  readonly from: 'employee' | 'agent' | 'event';
  readonly by: string;
  readonly text: string;
  readonly at: number;
}

/** What somebody does to a case. */
export type CaseAct =
  | { readonly kind: 'take' }
  | { readonly kind: 'give'; readonly to: Agent }
  | { readonly kind: 'priority'; readonly priority: Priority }
  | { readonly kind: 'resolve'; readonly outcome: string }
  /** Back to Kiku: the intake goes on where it stopped. */
  | { readonly kind: 'hand-back' }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'withdraw' }
  /** The employee, or an agent, said something. */
  | { readonly kind: 'said'; readonly by: 'employee' | 'agent' }
  | { readonly kind: 'remind' }
  | { readonly kind: 'warn' }
  | { readonly kind: 'close' };

/** A page of cases, newest or most urgent first; `after` goes on behind it. */
export interface CasePage {
  readonly cases: readonly Case[];
  readonly after: string | null;
}

export type CaseList =
  | { readonly kind: 'open' }
  | { readonly kind: 'mine'; readonly agent: string }
  | { readonly kind: 'overdue'; readonly now: number };

/**
 * Where cases are kept, and the one port that a ticket system can be put behind later (create, comment, status), with the case's id as the key that
 * both know. A case is made in the transaction that hands the intake over, so `create` is only for contract tests and imports.
 */
export interface CaseStore {
  create(one: Case): Promise<'created' | 'exists'>;
  read(tenant: string, id: string): Promise<Case | null>;
  /** The case whose thread in the helpdesk's channel this is. */
  ofThread(tenant: string, conversation: string): Promise<Case | null>;
  /** The open case of a person; `null` when there is none. */
  ofPerson(person: PersonKey): Promise<Case | null>;
  /** Saves the case and what was said in it when it is still at `revision` and `input` is new. `input`: the id of the activity, so that the same one counts once. */
  save(
    next: Case,
    revision: number,
    said: readonly Omit<CaseMessage, 'id' | 'case'>[],
    input: string | null,
  ): Promise<'saved' | 'collision' | 'seen'>;
  list(tenant: string, what: CaseList, after: string | null, limit: number): Promise<CasePage>;
  messages(tenant: string, id: string, after: number, limit: number): Promise<readonly CaseMessage[]>;
  /** Cases of which something is not yet in the outbox: a card that has changed, messages that were not passed on. */
  pending(now: number, limit: number): Promise<readonly { readonly tenant: string; readonly id: string }[]>;
  /** Lays the card and what was said into the outbox, in one transaction: the card in the channel, messages in its thread and in the employee's chat. */
  pass(one: Case, laid: Laid, now: number): Promise<void>;
  /** Cases for which a time has come: to remind, to warn, to close. */
  due(now: number, limit: number): Promise<readonly Case[]>;
}

/** What is to be laid into the outbox for a case. */
export interface Laid {
  /** The channel, and the card as it is now. */
  readonly card: { readonly to: Address; readonly message: Message } | null;
  readonly messages: readonly { readonly of: number; readonly to: Address; readonly message: Message }[];
}

/** Steps that the helpdesk has withdrawn for everybody. */
export interface WithdrawnStore {
  withdrawn(): Promise<readonly StepId[]>;
  withdraw(step: StepId, by: Agent, now: number): Promise<void>;
  restore(step: StepId, by: Agent, now: number): Promise<void>;
}
