import type { Address, Language } from './messages.ts';

/** What was looked at; `unseen`: it could not be, and the code of why (`timeout`, or the failure's own). */
export type Seen<T> = { readonly kind: 'seen'; readonly value: T } | { readonly kind: 'unseen'; readonly code: string };

/** The versions of the parts of the program. */
export interface VersionsSeen {
  readonly kiku: string;
  readonly node: string;
}

/** The knowledge in force, or the faults for which none could be read; a line each. */
export interface KnowledgeSeen {
  readonly faults: readonly string[];
  readonly problems: number;
  readonly steps: number;
  /** A few letters that are others as soon as a file of it is. */
  readonly edition: string;
}

export interface DatabaseSeen {
  /** Such as `PostgreSQL 18.1` or `PGlite 17.5`. */
  readonly version: string;
  /** How far its clock is ahead of ours. */
  readonly aheadMs: number;
  /** The last migration that it went through. */
  readonly schema: string | null;
  /** Migrations of this version that it has not gone through. */
  readonly lacks: readonly string[];
  /** Those that this version does not know: a newer one was here. */
  readonly unknown: readonly string[];
}

/** How far the work is that runs by itself. Times are milliseconds since 1970. */
export interface WorkSeen {
  /** When Service Health was last read whole; `null` never. */
  readonly readAt: number | null;
  readonly isReadingFailing: boolean;
  /** When the oldest message was laid out that has not gone; `null`: none waits. */
  readonly oldestUnsentAt: number | null;
  /** Messages that were given up in the last week. */
  readonly deadLetters: number;
  /** Jobs that were given up in the last week. */
  readonly deadJobs: number;
}

/** What a permission of Graph is for, and a small reading that needs it. */
export interface Permission {
  /** As Entra names it: `ServiceHealth.Read.All`. */
  readonly name: string;
  /** Without it Kiku does less and still works. */
  readonly isOptional: boolean;
  /** Below the version. */
  readonly path: string;
}

/** How a small reading went. `not-there`: Graph knows nothing under this address; `waiting`: it was not asked, because it may not be asked more often now. */
export type GraphAnswer =
  | 'answered'
  | 'forbidden'
  | 'unauthorised'
  | 'throttled'
  | 'failing'
  | 'silent'
  | 'not-there'
  | 'odd'
  | 'waiting'
  | 'not-asked';

export interface PermissionSeen extends Permission {
  /** Whether the token has the role; `null` when the token does not show its roles. */
  readonly isGranted: boolean | null;
  readonly answer: GraphAnswer;
}

export interface GraphSeen {
  /** `refused`: the sign-in service said no; `silent`: it said nothing. */
  readonly token: 'granted' | 'refused' | 'silent';
  readonly permissions: readonly PermissionSeen[];
  /** How far Graph's clock is ahead of ours; `null` when it did not say. */
  readonly aheadMs: number | null;
}

/** When what Kiku signs in with ends. `none`: a managed identity has no end. `unknown`: it cannot be known without `Application.Read.All`. */
export type ExpirySeen =
  | { readonly kind: 'ends'; readonly what: 'secret' | 'certificate'; readonly at: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly what: 'secret' | 'certificate' };

/** A channel of the helpdesk of a tenant, and whether it was reached: by the code of a `DeliveryError` when not. */
export interface ChannelSeen {
  readonly tenant: string;
  readonly isBackup: boolean;
  readonly reached: Seen<true>;
}

/** Everything the doctor saw. `null` of Graph, the bot and expiry: there is no cloud, all is stood in for. */
export interface Observations {
  readonly at: number;
  readonly versions: VersionsSeen;
  readonly knowledge: KnowledgeSeen;
  readonly database: Seen<DatabaseSeen>;
  readonly work: Seen<WorkSeen>;
  readonly graph: Seen<GraphSeen> | null;
  readonly botToken: Seen<boolean> | null;
  readonly expiry: Seen<ExpirySeen> | null;
  readonly channels: Seen<readonly ChannelSeen[]>;
}

/** A channel of a helpdesk. */
export interface HelpdeskChannel {
  readonly tenant: string;
  /** Cases go there when the other is gone. */
  readonly isBackup: boolean;
  readonly address: Address;
  /** What it speaks; `null`: the usual one. */
  readonly language: Language | null;
}

/** What the doctor asks of the database. Throws `StorageFailure`. */
export interface DoctorStore {
  database(now: () => number): Promise<DatabaseSeen>;
  work(now: number): Promise<WorkSeen>;
  helpdesks(): Promise<readonly HelpdeskChannel[]>;
  /** Whether it is this instance's turn to look at something again: `false` when anybody did less than `everyMs` ago. */
  takeLook(what: string, now: number, everyMs: number): Promise<boolean>;
  /** Whether this has been told to the helpdesk. */
  isTold(warning: string): Promise<boolean>;
  markTold(warning: string, now: number): Promise<void>;
}

/** What the doctor asks of Microsoft Graph and of the sign-in before it. Never throws. */
export interface GraphProbe {
  look(signal: AbortSignal): Promise<GraphSeen>;
  /** When a secret of the app registration ends, as far as Graph may say. `begins`: how it begins, as Graph hints at it. */
  secretEnd(appId: string, begins: string, now: number, signal: AbortSignal): Promise<ExpirySeen>;
}
