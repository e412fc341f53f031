import type { FactValue } from './triage/facts.ts';

/**
 * Why nothing is known: Kiku has not the permission; nobody of that id is known; no answer came that can be used. Only the last may be
 * different the next time.
 */
export type Untold = 'forbidden' | 'unknown' | 'silent';

/** Who somebody is in their organisation. A field is empty where the directory has none. */
export interface RegisteredPerson {
  readonly kind: 'told';
  readonly jobTitle: string;
  readonly department: string;
  readonly office: string;
}

/** A device that the organisation manages, as its management knows it. Text is empty where it does not say. */
export interface ManagedDevice {
  readonly name: string;
  readonly model: string;
  /** The system and its version, in its own words: `Windows 10.0.26100.2033`. */
  readonly system: string;
  /** The same as a value of the fact `os`; `null` when it is none. */
  readonly os: FactValue | null;
  readonly compliance: 'compliant' | 'noncompliant' | 'grace' | 'unknown';
  /** When it last reported, milliseconds since 1970. */
  readonly seenAt: number | null;
}

/** What the organisation has on file of whoever a case is about. */
export interface Registered {
  readonly person: RegisteredPerson | { readonly kind: 'untold'; readonly why: Untold };
  /** The latest seen first. */
  readonly devices: { readonly kind: 'told'; readonly all: readonly ManagedDevice[] } | { readonly kind: 'untold'; readonly why: Untold };
}

/** The organisation's directory and device management. */
export interface Registry {
  /** Never throws for what is outside of us. `again`: how long to wait before asking once more; `null`: what it said stays. */
  ask(person: string, signal: AbortSignal): Promise<{ readonly registered: Registered; readonly againMs: number | null }>;
}

/** A case whose employee is to be looked up. `tries`: how often that was begun before. */
export interface LookUp {
  readonly tenant: string;
  readonly case: string;
  readonly person: string;
  readonly tries: number;
}

/** Where it stands which employees are to be looked up: only of cases that are in sight already. */
export interface LookUpStore {
  /** Takes those for which it is time; until `until` nobody else gets them. */
  take(now: number, until: number, limit: number): Promise<readonly LookUp[]>;
  /** Keeps what was found, unless the person was forgotten meanwhile. `again`: when to ask once more; `null`: what was found stays. */
  keep(of: LookUp, found: Registered, again: number | null): Promise<void>;
}
