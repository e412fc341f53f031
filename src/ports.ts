import type { AlertWishes } from './alert-wishes.ts';
import type { Case, CaseEffect } from './case-ports.ts';
import type { Address, Language, Mention, Message, PersonKey, SentFile } from './messages.ts';
import type { Outgoing } from './messenger-ports.ts';
import type { ReadBack } from './read-back.ts';
import type { FactName, FactValue } from './triage/facts.ts';
import type { Intake } from './triage/intake.ts';

export type { Address, Language, Mention, Message, PersonKey, SentFile, Text } from './messages.ts';

/** What the person did, in our words. */
export type Said =
  | { readonly kind: 'text'; readonly text: string }
  /** An earlier message was edited; `of` is that message's id. */
  | { readonly kind: 'edit'; readonly text: string; readonly of: string }
  /** An earlier message was deleted; `of` is that message's id. */
  | { readonly kind: 'unsay'; readonly of: string }
  /** A card's action. `data` came back from the client and is not to be trusted. `isInPlace`: the answer replaces the tapped card. */
  | { readonly kind: 'tap'; readonly data: unknown; readonly isInPlace: boolean }
  | { readonly kind: 'install' }
  | { readonly kind: 'remove' }
  /** `files`: without it nothing is known of what was sent along. */
  | { readonly kind: 'files'; readonly text: string; readonly files?: readonly SentFile[] };

/** One authenticated activity, in our words. Identity comes from the activity, never from card data. */
export interface Incoming {
  /** The activity's id; Teams may send the same again. */
  readonly id: string;
  /** Milliseconds since 1970, by our own clock. */
  readonly at: number;
  readonly person: PersonKey & { readonly name: string };
  /** `team`: Teams' own id of the team whose channel it is; `null` elsewhere. */
  readonly conversation: { readonly id: string; readonly kind: 'personal' | 'group' | 'channel'; readonly team: string | null };
  readonly address: Address;
  /** BCP 47, the most trusted first: the activity's, then the client's. */
  readonly locales: readonly string[];
  /** IANA name, such as `Asia/Tokyo`. */
  readonly timeZone: string | null;
  readonly what: Said;
  /** `false`: said where Kiku reads along, and not to Kiku. Without it, it was said to Kiku. */
  readonly isToKiku?: boolean;
  /** Other people who are named in it; without it, nobody. */
  readonly mentions?: readonly Mention[];
}

/** What Kiku remembers of a person between turns. Plain JSON. */
export interface PersonState {
  /** The language the person chose; `null` when they never did. */
  readonly language: Language | null;
  readonly intake: string | null;
  /** The id of the person's case; it may be over meanwhile. `null` when there is none. */
  readonly case: string | null;
  /** The case for which the person said that what they write is for the helpdesk; they are not asked again. `null`: for none. */
  readonly toldCase: string | null;
  /** When the intake was last touched, milliseconds since 1970. */
  readonly touchedAt: number;
  /** The slot of the card that waits for an answer. */
  readonly openSlot: string | null;
  /**
   * Messages that wait while the person says whether they belong to the old intake or a new one, or are for the helpdesk. Identifiers in them are
   * masked, but for those that the helpdesk may be meant to read.
   */
  readonly held: readonly HeldMessage[];
  /** What the intake was told in writing, the newest last, so that an edited message can be read again. */
  readonly heard: readonly HeardMessage[];
  /** How often in a row Kiku did not understand. */
  readonly puzzled: number;
  /** The code that was last read back in this intake: what is written again then is meant. */
  readonly readBack: ReadBack | null;
  /** How this person wants to be told of advisories. */
  readonly alerts: AlertWishes;
  /** IANA name, as their client said it last; `null` when none ever did. */
  readonly timeZone: string | null;
  /** The language last used with them; `null` before the first turn. */
  readonly spoken: Language | null;
  /** Advisories shown in the conversation, with their `updatedAt` then. At most 50, the newest. */
  readonly told: Readonly<Record<string, number>>;
}

/** A message that is kept until it is known where it belongs. */
export interface HeldMessage {
  readonly id: string;
  readonly text: string;
}

/** A message that was read: which question stood open then, and what it said. */
export interface HeardMessage {
  readonly id: string;
  readonly asked: FactName | null;
  readonly said: Readonly<Record<FactName, readonly FactValue[]>>;
  /** Its beginning, for whoever may take the case over. Identifiers are masked; empty where it was only a word for Kiku. */
  readonly text: string;
}

/** A person and their current intake as stored. `revision` guards both against lost updates; 0 when never stored. */
export interface Stored {
  readonly revision: number;
  readonly person: PersonState | null;
  readonly intake: Intake | null;
  /** Their open case; without one, that of `person.case`, which is over. */
  readonly case: Case | null;
  /** Whether this input was taken in before. */
  readonly isSeen: boolean;
  /** What was answered in place when it was. */
  readonly answer: Message | null;
}

/** What one turn saves, in one transaction. */
export interface TurnRecord {
  readonly key: PersonKey;
  /** The revision that was loaded. */
  readonly revision: number;
  readonly inputId: string;
  readonly at: number;
  readonly address: Address;
  /** Whether the conversation is the person's own: only then does its address say where this person is reached. */
  readonly isPersonal: boolean;
  readonly person: PersonState;
  /** `null` when there is none or it did not change. */
  readonly intake: Intake | null;
  readonly outbox: readonly Outgoing[];
  /** What is answered in place; a repetition of this input gets it too. */
  readonly answer: Message | null;
  /** What people said of steps, kept for the author. */
  readonly reports: readonly Report[];
  /** What becomes of cases, in this order. */
  readonly cases: readonly CaseEffect[];
}

/** Somebody said that the advice of a step is wrong. */
export interface Report {
  readonly step: string;
  readonly problem: string;
  readonly intake: string;
}

/** One message that is saved and not yet known to be delivered. */
export interface OutboxRow {
  readonly id: string;
  readonly address: Address;
  readonly outgoing: Outgoing;
  /** For `replace`: the id under which the slot was posted; `null` when it never was. */
  readonly activity: string | null;
  readonly attempts: number;
  /** How many of the attempts may have arrived. */
  readonly doubts: number;
  /** It was given out by the pace towards Teams, which has counted it already. */
  readonly isPaced?: true;
  /** Not before this, by the pace: a moment from now. */
  readonly sendAt?: number;
}

/** How a delivery ended. */
export type Delivered =
  | { readonly kind: 'done'; readonly row: OutboxRow; readonly activity: string | null }
  /** `isThrottled`: Teams asked for a rest until then. */
  | { readonly kind: 'later'; readonly row: OutboxRow; readonly at: number; readonly isInDoubt?: boolean; readonly isThrottled?: boolean }
  /** Given back: something before it has to wait, or there is no time. */
  | { readonly kind: 'untried'; readonly row: OutboxRow }
  | { readonly kind: 'dropped'; readonly row: OutboxRow; readonly why: string };

/**
 * What became of a save. `seen`: another turn took this input in; `collision`: the revision has moved on; either way nothing
 * was saved. `rows`: what the turn may send at once, already leased to it. Fewer than it saved when something earlier has to
 * be settled first: `claim` then gives the rest.
 */
export type Saved = { readonly kind: 'saved'; readonly rows: readonly OutboxRow[] } | { readonly kind: 'seen' } | { readonly kind: 'collision' };

/**
 * What may be sent now. `waitMs`: what is due beside it waits so long for the pace; `null`: nothing does. `spentMs`: so long a tenant's share is spent, so
 * that there is no use in asking.
 */
export interface PacedRows {
  readonly rows: readonly OutboxRow[];
  readonly waitMs: number | null;
  readonly spentMs: number;
}

/** The store of conversations. */
export interface TurnStore {
  load(key: PersonKey, inputId: string): Promise<Stored>;
  save(turn: TurnRecord): Promise<Saved>;
  /**
   * Takes the due rows of one conversation, oldest first, so that no one else sends them for `leaseMs`.
   * Nothing overtakes: what stands behind a row that is leased or put off is not given out.
   */
  claim(conversation: string, now: number, leaseMs: number, limit: number): Promise<readonly OutboxRow[]>;
  /** Takes the first row of each conversation where that is due, words before what is only put up to date, as many as the pace towards Teams allows. */
  claimAny(now: number, leaseMs: number, limit: number): Promise<PacedRows>;
  /** Records how deliveries ended. Whether more stands behind them in their conversations, waiting only for that. */
  settle(results: readonly Delivered[]): Promise<boolean>;
  /** Leases rows for longer, while they are being sent. */
  renew(rows: readonly OutboxRow[], until: number): Promise<void>;
  /** Everything kept of a person. */
  kept(key: PersonKey): Promise<readonly Kept[]>;
  /** Deletes everything kept of a person. */
  forget(key: PersonKey): Promise<void>;
}

/** One thing that is kept of a person: its sort, such as `cases`, and what it holds. Plain JSON. */
export interface Kept {
  readonly of: string;
  readonly it: Readonly<Record<string, unknown>>;
}

/** Structured log: ids, kinds and durations, never what people wrote. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}
