import type { Agent } from './case-ports.ts';
import type { Address, Message, SentFile } from './messages.ts';
import type { StepId } from './triage/playbook.ts';

/** Steps that the helpdesk of a tenant has withdrawn for everybody there. */
export interface WithdrawnStore {
  withdrawn(tenant: string): Promise<readonly StepId[]>;
  /** Of every tenant that has decided something; of any other what stands under ''. */
  everywhere(): Promise<ReadonlyMap<string, readonly StepId[]>>;
  withdraw(tenant: string, step: StepId, by: Agent, now: number): Promise<void>;
  restore(tenant: string, step: StepId, by: Agent, now: number): Promise<void>;
  /** What was decided, the latest first. */
  decisions(tenant: string, limit: number): Promise<readonly StepDecision[]>;
}

/** A step was withdrawn, or given back. */
export interface StepDecision {
  readonly step: StepId;
  readonly isWithdrawn: boolean;
  readonly by: Agent;
  readonly at: number;
}

/** Pictures that people pasted. They can be read with the bot's token only, so they are fetched and posted again. */
export interface Pictures {
  /** The picture, ready to be posted; its text is empty. `from`: the conversation in which it was pasted. Never throws for what is outside of us. */
  fetch(from: Address, picture: SentFile): Promise<Extract<Message, { kind: 'picture' }> | NotPassed>;
}

/** Why something sent along is not shown on the other side: it stays where it was sent, and a sentence says so. */
export interface NotPassed {
  readonly kind: 'not-passed';
  /**
   * `too-big`: for Teams or for us; `no-picture`: it is something else than it says; `unread`: it could not be read; `untold`: Teams does not hand
   * it over, as in channels; `file`: it is none that is passed on.
   */
  readonly why: 'too-big' | 'no-picture' | 'unread' | 'untold' | 'file';
}

/** Somebody in a team. */
export interface Member {
  /** The Entra object id; the channel's own where there is none. */
  readonly id: string;
  /** The channel's own id, `29:…`, by which mentions name people. */
  readonly channelId: string;
  readonly name: string;
}

/** Who is in a conversation's team. */
export interface Roster {
  /** Everybody in the team. `address` says which bot asks, and where. Throws `DeliveryError`. */
  membersOf(address: Address, team: string): Promise<readonly Member[]>;
  /** One of them by the channel's or the Entra id; `null`: not in it (any more). Throws `DeliveryError`. */
  memberOf(address: Address, team: string, id: string): Promise<Member | null>;
}

/** What the helpdesk notes down for itself, and what people said of steps. */
export interface DeskNotesStore {
  /** Who is named on new cases; `null`: nobody. */
  onCall(tenant: string): Promise<Agent | null>;
  setOnCall(tenant: string, agent: Agent, by: Agent, now: number): Promise<void>;
  /** Steps that people of the tenant called wrong, how often and when last; the latest first. */
  reports(tenant: string, limit: number): Promise<readonly { readonly step: StepId; readonly count: number; readonly at: number }[]>;
}
