import type { Address, Language, Message, PersonKey } from './messages.ts';
import type { Registered } from './registered.ts';
import type { Contradiction } from './triage/evidence.ts';
import type { FactName, Facts } from './triage/facts.ts';
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

/** What the helpdesk is told of one trip: as it was when it was handed over, and what the employee was asked since. Identifiers in what was written are masked. */
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
  /** What the employee left out: names of facts, which are not in `facts`, and sorts of `left-out.ts`. Never what it was. */
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
  /** What the organisation has on file of the person; `null` as long as that was not asked. */
  readonly registered: Registered | null;
  /** The fact that an agent asked for last, as long as nobody has answered; `null`: none. */
  readonly asked: FactName | null;
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
  /** When something is to be done to it by itself: to remind, to warn, to close; `null`: nothing is. */
  readonly dueAt: number | null;
  readonly touchedAt: number;
  /** Counts the changes: of two who act at the same moment one finds that it has moved on. */
  readonly revision: number;
}

/**
 * One thing said in a case. `event` is Kiku's own, such as who took it: its `text` is the kind of the act, and behind a blank what belongs to it
 * (`withdraw`, `give Robin`, `priority high`). The store writes `withdraw` and `reopen` of a turn, and `undelivered 7` when message 7 was given up on its way.
 */
export interface CaseMessage {
  /** Grows within a case. */
  readonly id: number;
  readonly case: string;
  readonly from: 'employee' | 'agent' | 'event';
  /** The name of whoever said it. */
  readonly by: string;
  /** The activity in which it was said; `null`: none. */
  readonly input: string | null;
  /** Grows with each time it was edited. */
  readonly edition: number;
  /** Empty when it was deleted. */
  readonly text: string;
  readonly at: number;
}

/**
 * What a turn does to cases, saved in the statement that saves the turn. `say`, `withdraw` and `reopen` hold whatever an agent does at the same
 * moment, and what was to be done by itself after a silence is off.
 */
export type CaseEffect =
  | { readonly kind: 'open'; readonly case: Case }
  /** The employee said something; the case, also one that was resolved a moment ago, waits for the helpdesk. */
  | {
      readonly kind: 'say';
      readonly case: string;
      readonly text: string;
      /** The activity in which it was written, where that is an earlier one than this turn's: it is edited by that. */
      readonly of?: string;
    }
  /** The employee answered what they were asked: the case holds it, and `content` is what follows from it. */
  | {
      readonly kind: 'learn';
      readonly case: string;
      readonly facts: Facts;
      readonly content: Pick<CaseContent, 'problem' | 'ahead' | 'advisories'>;
    }
  /** What was said with the activity `of` was edited; an empty `text`: deleted. */
  | { readonly kind: 'reword'; readonly case: string; readonly of: string; readonly text: string }
  | { readonly kind: 'withdraw'; readonly case: string }
  /** `respondBy`: until when somebody should answer now; without it what was answered stays answered. */
  | { readonly kind: 'reopen'; readonly case: string; readonly respondBy?: number };

/** What is to be kept as said. */
export type SaidInCase = Pick<CaseMessage, 'from' | 'by' | 'text' | 'at'>;

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
  /** Whoever had it, with the id `from`, is no longer of the helpdesk: it is nobody's again. */
  | { readonly kind: 'release'; readonly from: string }
  /** An agent told colleagues something. */
  | { readonly kind: 'note' }
  /** An agent asked for a fact, with a card. */
  | { readonly kind: 'ask'; readonly fact: FactName }
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
  /** The case whose thread this is. `isFormer`: its card stood there before, and stands elsewhere now. */
  ofThread(tenant: string, conversation: string): Promise<{ readonly case: Case; readonly isFormer: boolean } | null>;
  /** Whether the card of a case is on its way into the channel with this conversation: its thread is not known yet. */
  isCardComing(tenant: string, conversation: string): Promise<boolean>;
  /** The case in which an agent said something to the employee, or noted something down, with this activity, wherever they wrote it. */
  ofInput(tenant: string, input: string): Promise<{ readonly case: Case; readonly isNote: boolean } | null>;
  /** The open case of a person; `null` when there is none. */
  ofPerson(person: PersonKey): Promise<Case | null>;
  /**
   * Saves the case and what was said in it when it is still at `revision` and `input` is new. `input`: the id of the activity, so that the same
   * one counts once; it becomes that of the first message that is no event. A case that is open again while its person has another is a `collision` as well.
   */
  save(next: Case, revision: number, said: readonly SaidInCase[], input: string | null): Promise<'saved' | 'collision' | 'seen'>;
  list(tenant: string, what: CaseList, after: string | null, limit: number): Promise<CasePage>;
  messages(tenant: string, id: string, after: number, limit: number): Promise<readonly CaseMessage[]>;
  /**
   * The message that came with this activity was edited, or deleted: then `text` is empty. What the thread was told of it changes with it. `false`: there
   * is none, or it says just this.
   */
  reword(tenant: string, id: string, input: string, text: string): Promise<boolean>;
  /** Cases of which something is not yet in the outbox: a card that has changed, messages that were not passed on as they are now. */
  pending(limit: number): Promise<readonly PendingCase[]>;
  /**
   * Lays the card and what was said into the outbox, in one transaction: the card in the channel, messages in its thread and in the employee's
   * chat. From then on everything that `pending` told is done with, also what nobody is to be shown; but a case whose card stands nowhere and is not
   * laid now is lost. What another has laid meanwhile is not laid again.
   */
  pass(pending: PendingCase, laid: Laid, now: number): Promise<void>;
  /** Cases for which a time has come: to remind, to warn, to close. */
  due(now: number, limit: number): Promise<readonly Case[]>;
  /** Who has open cases, each once. */
  assigned(): Promise<readonly { readonly tenant: string; readonly agent: Agent }[]>;
  /** How many cases of which tenant stand nowhere: their card was given up, or was taken away. Nothing is laid for those until they are shown again. */
  lost(): Promise<readonly { readonly tenant: string; readonly cases: number }[]>;
  /** Lost cases of the tenant are behind again: their card is posted anew. To be called now and then, and when a channel is bound. */
  showAgain(tenant: string): Promise<void>;
}

/** A case that is behind, with all that is needed to pass what is missing. */
export interface PendingCase {
  readonly case: Case;
  readonly isCardBehind: boolean;
  /** Its thread in the helpdesk's channel; `null` as long as the card stands nowhere. Until then no message is told of. */
  readonly thread: Address | null;
  /** The employee's own chat; `null` when they cannot be reached. */
  readonly chat: Address | null;
  /** What was said and what was edited since, by id. A message that was passed before takes the place of what it said. */
  readonly messages: readonly CaseMessage[];
}

/** What is to be laid into the outbox for a case. `of`: the id of the message; it may be shown in several conversations. */
export interface Laid {
  /**
   * The channel, and the card as it is now. `language`: in which the channel was to be spoken to; `below`: what an older card of the case says from then
   * on, where one stands in this channel.
   */
  readonly card: { readonly to: Address; readonly message: Message; readonly language?: Language | null; readonly below?: Message } | null;
  /** Words first: the card, which stands there, is behind still and is told of again. */
  readonly isCardLater?: true;
  /** There is no channel to show it in: unless it stands somewhere, it is lost until it is shown again. */
  readonly isNowhere?: true;
  readonly messages: readonly { readonly of: number; readonly to: Address; readonly message: Message }[];
}
