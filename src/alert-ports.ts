import type { Relevance } from './advisories/relevance.ts';
import type { Transition } from './advisories/transitions.ts';
import type { Advisory } from './advisory.ts';
import type { AlertWishes } from './alert-wishes.ts';
import type { Address, Language, Message, PersonKey } from './ports.ts';
import type { Facts } from './triage/facts.ts';
import type { IntakeState } from './triage/intake.ts';

/** Telling one change of an advisory to everybody it concerns in one tenant. */
export interface FanOut {
  /** Grows: of two fan-outs of one advisory the greater is the later, and takes the place of the other. */
  readonly id: number;
  readonly tenant: string;
  /** As it was after the change. */
  readonly advisory: Advisory;
  /** The strongest first; never empty. */
  readonly transitions: readonly Transition[];
  /** `paused` before anything went out is what the helpdesk calls held. */
  readonly control: 'running' | 'paused' | 'cancelled';
  /** Why Kiku paused it by itself (such as `401`); `null` when it did not. */
  readonly fault: string | null;
  /** What the helpdesk adds to the cards, in its own words. */
  readonly sentence: { readonly text: string; readonly by: string } | null;
  /** Grows with each added sentence: cards of an earlier edition are put up to date. */
  readonly edition: number;
  /** Before this nothing goes out, so that the helpdesk can look first. Milliseconds since 1970, as all times. */
  readonly startsAt: number;
  readonly createdAt: number;
  /** `null` as long as not everybody was looked at. */
  readonly plannedAt: number | null;
}

/** Somebody who may be concerned, as stored. */
export interface Candidate {
  readonly key: PersonKey;
  readonly language: Language | null;
  /** IANA name. */
  readonly timeZone: string | null;
  readonly wishes: AlertWishes;
  /** Advisories that were shown in the conversation, with their `updatedAt` then. */
  readonly told: Readonly<Record<string, number>>;
  /** Intakes touched lately, the newest first. */
  readonly intakes: readonly CandidateIntake[];
  /** Whether a card about this advisory stands in their chat. */
  readonly hasCard: boolean;
}

export interface CandidateIntake {
  readonly id: string;
  readonly state: IntakeState;
  readonly facts: Facts;
  readonly dismissed: readonly string[];
  readonly touchedAt: number;
}

/** Why somebody is told. `informed`: an earlier card about it stands in their chat. */
export type AlertReason = 'affected' | 'follows' | 'informed';

/** `card`: what is known, put up to date in place while the advisory lives. `question`: whether it works again, once it is over. */
export type AlertPart = 'card' | 'question';

/** One alert to be sent. One for each person, advisory and part: a later fan-out takes it over. */
export interface PlannedAlert {
  readonly person: PersonKey;
  readonly part: AlertPart;
  readonly reason: AlertReason;
  /** The intake it is about, when `affected`. */
  readonly intake: string | null;
  readonly grade: Relevance['grade'] | null;
  readonly dueAt: number;
}

/** An alert that is leased to a sender, with all that is needed to send it. */
export interface AlertRow {
  readonly fanOut: number;
  readonly edition: number;
  readonly tenant: string;
  readonly person: PersonKey;
  readonly advisory: string;
  readonly part: AlertPart;
  readonly reason: AlertReason;
  readonly intake: string | null;
  readonly language: Language | null;
  readonly timeZone: string | null;
  readonly wishes: AlertWishes;
  /** `null`: there is none any more. */
  readonly address: Address | null;
  /** The id of the card in the chat, when it was posted before. */
  readonly activity: string | null;
  readonly attempts: number;
  /** How many of the attempts may have arrived. */
  readonly doubts: number;
  /** How often its chat or its card was found anew. */
  readonly repairs: number;
  /** How much of the person was stored when it was given out: whoever has written since can be reached. */
  readonly heard: number;
}

/** How sending one alert ended. */
export type AlertResult =
  | { readonly kind: 'sent'; readonly row: AlertRow; readonly activity: string | null; readonly at: number }
  /** `isTried`: it was sent and refused, or perhaps lost; otherwise it only waits. */
  | { readonly kind: 'later'; readonly row: AlertRow; readonly at: number; readonly isTried: boolean; readonly isInDoubt: boolean }
  /** Its card was deleted, or its chat is another now: `activity` and address are taken back, and it is sent once more. */
  | { readonly kind: 'repaired'; readonly row: AlertRow; readonly address: Address | null }
  /** Nobody is to be told: muted, over, not reachable. */
  | { readonly kind: 'skipped'; readonly row: AlertRow; readonly why: string }
  | {
      readonly kind: 'failed';
      readonly row: AlertRow;
      readonly why: string;
      /** The person cannot be reached until they write again (`until-heard`); or their address is worth nothing (`drop`). */
      readonly reach: 'until-heard' | 'drop' | null;
      readonly isInDoubt: boolean;
    };

/** What a sender got. `waitMs`: after this there may be more; `null`: nothing is due here. */
export interface Claim {
  readonly rows: readonly AlertRow[];
  readonly waitMs: number | null;
}

/** How far a fan-out is. */
export interface Progress {
  readonly waiting: number;
  readonly sent: number;
  readonly failed: number;
  readonly skipped: number;
  /** Of `sent` and `failed`: those that may have arrived twice or not at all. */
  readonly inDoubt: number;
  /** When the next is due; `null` when none waits. */
  readonly nextDueAt: number | null;
}

/** What the helpdesk does to a fan-out. */
export type Control =
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'sentence'; readonly text: string; readonly by: string };

/** The store of alerts. */
export interface AlertStore {
  /** Those that are not over: still planned, or with alerts that wait. Oldest first. */
  openFanOuts(): Promise<readonly FanOut[]>;
  fanOut(id: number): Promise<FanOut | null>;
  /** Where planning stands, so that another process can go on: which pass over the people, and behind whom. */
  planning(fanOut: number): Promise<Planning | null>;
  /** A page of the people of the tenant who may be concerned, by key; `since`: only intakes touched then or later. */
  candidates(fanOut: FanOut, page: CandidatePage): Promise<readonly Candidate[]>;
  /** Keeps a page of plans and where planning stands, together. Returns how many of them are new. Somebody planned already is left as they are. */
  plan(fanOut: number, alerts: readonly PlannedAlert[], planning: Planning): Promise<number>;
  endPlanning(fanOut: number, now: number): Promise<void>;
  /** Tenants in which something is due now. */
  tenantsDue(now: number): Promise<readonly string[]>;
  /**
   * Takes due alerts of running fan-outs for `leaseMs`, as many as the tenant's bucket and the pace of each conversation allow. One of a
   * person at a time. What a process that is gone had taken is given out again when its lease is over.
   */
  claim(tenant: string, now: number, limits: ClaimLimits): Promise<Claim>;
  settle(results: readonly AlertResult[]): Promise<void>;
  /** Teams asked for rest: nothing goes to this tenant before `until`, whoever sends. */
  close(tenant: string, until: number): Promise<void>;
  /** `false` when there is no such fan-out or it is over. */
  control(fanOut: number, control: Control, now: number): Promise<boolean>;
  /** Kiku pauses by itself, because nothing can go out. */
  stopFor(fanOut: number, fault: string): Promise<void>;
  progress(fanOut: number): Promise<Progress>;
}

export interface Planning {
  /** From 1: the first looks at everybody, each later one at those who changed since the one before began. */
  readonly pass: number;
  readonly passBeganAt: number;
  /** When the pass before began; `null` in the first. */
  readonly previousBeganAt: number | null;
  readonly after: string | null;
  /** Alerts that this pass added. */
  readonly added: number;
}

export interface CandidatePage {
  readonly after: string | null;
  readonly limit: number;
  /** Only intakes touched then or later. */
  readonly since: number;
  /** Only people who changed then or later; `null`: everybody. */
  readonly changedSince: number | null;
}

export interface ClaimLimits {
  readonly leaseMs: number;
  readonly most: number;
  /** Requests a second to one tenant. */
  readonly perSecond: number;
  /** How many may go at once after a rest. */
  readonly burst: number;
}

/** A channel of the helpdesk's. `name`: as Teams said it; `null` when it did not. */
export interface HelpdeskPlace {
  readonly address: Address;
  readonly name: string | null;
  /** What is shown there is in this language; `null`: in the usual one. */
  readonly language: Language | null;
}

/** The channels of a tenant's helpdesk. */
export interface HelpdeskPlaces {
  readonly first: HelpdeskPlace;
  /** Where cases go should the first take no messages any more. */
  readonly backup: HelpdeskPlace | null;
  /** Since when the first stands in for what is the backup now, which took no cards; `null`: it does not. */
  readonly movedAt: number | null;
}

/** How a channel is bound. `note`: stands from then on where cards stood that are shown in the other channel now. */
export interface Binding {
  readonly as: 'first' | 'backup';
  readonly name: string | null;
  readonly note: Message | null;
  /** What is spoken there from then on. */
  readonly language: Language | null;
}

/** What letting go of a channel came to. `last`: it was the only one; `open`: so many open cases would be shown nowhere, and it stays. */
export type LetGo = { readonly kind: 'first' | 'backup' | 'last' | 'neither' } | { readonly kind: 'open'; readonly cases: number };

/** Where the helpdesk of a tenant is reached: its channels. */
export interface HelpdeskStore {
  channel(tenant: string): Promise<Address | null>;
  places(tenant: string): Promise<HelpdeskPlaces | null>;
  /**
   * As the first, open cases are shown there, and the channel before is the backup where there is none that works. As the backup, it takes their
   * place; without a first nothing is bound, nor when it is the first itself: `false`.
   */
  bind(tenant: string, address: Address, by: string, now: number, binding?: Binding): Promise<boolean>;
  /** The channel with this conversation speaks this language from now on, also on the cards of open cases; `false`: it is none of the helpdesk's. */
  speak(tenant: string, conversation: string, language: Language): Promise<boolean>;
  /** `conversation`: of the channel; `null` is the backup, wherever it is. Cases that were shown there are shown in the other. */
  letGo(tenant: string, conversation: string | null, note: Message, now: number): Promise<LetGo>;
  /** Where cards have waited in vain since before `since`, cases go to the backup; `note` in the language of where they stood. */
  moveStuck(since: number, note: (language: Language | null) => Message, now: number): Promise<void>;
  /** Moves of which nobody has told yet: to be told in the channel where cases are now, and then called told. */
  moves(): Promise<readonly { readonly tenant: string; readonly places: HelpdeskPlaces }[]>;
  moveTold(tenant: string, movedAt: number): Promise<void>;
  /** Tells whoever bound the channel of a tenant, in their own chat, that its cases stand nowhere: once a day. */
  warn(tenant: string, message: Message, now: number): Promise<void>;
  /**
   * Says something in a conversation through the outbox of turns. A message in the same slot replaces the one before: the first is posted,
   * and of several that wait only the newest is sent.
   */
  show(address: Address, slot: string, message: Message, now: number): Promise<void>;
}

/** What speaking to a person says beyond a `Messenger`: a chat is made anew when the old one is gone. */
export interface Opener {
  /** The address of the private chat with this person; `null` when there can be none. Throws `DeliveryError`. */
  open(old: Address, person: PersonKey): Promise<Address | null>;
}

/** Work that is done by one of all instances, again when that one dies. */
export interface Jobs {
  /** Before `start`. `work` gets what was sent, and a signal that ends with this process. */
  handle(queue: string, work: (payload: unknown, signal: AbortSignal) => Promise<void>): void;
  /** One run of the queue for each `key` at a time; asking again while it waits changes nothing, nor before `start` or after `stop`. */
  ask(queue: string, key: string, payload: Readonly<Record<string, string | number>>): Promise<void>;
  /** Once a minute, on one instance. */
  everyMinute(queue: string): void;
  start(): Promise<void>;
  stop(graceMs: number): Promise<void>;
}
