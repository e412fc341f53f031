import type { Address, Message } from './messages.ts';

/** Something to be delivered. `slot` names a posted message, so that it can be replaced later. */
export type Outgoing =
  | { readonly kind: 'post'; readonly slot: string | null; readonly message: Message }
  | { readonly kind: 'replace'; readonly slot: string; readonly message: Message };

/** Speaks to a conversation. Every call has a timeout; failures are `DeliveryError`s. */
export interface Messenger {
  /** What it posts goes into the answer to the request, and after that nowhere. */
  readonly endsWithRequest?: true;
  /** Posts and returns the new message's id, `null` when the channel gives none. */
  post(address: Address, message: Message): Promise<string | null>;
  /** Replaces an earlier message. */
  replace(address: Address, activity: string, message: Message): Promise<void>;
}

/** The channel said no, or said nothing. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  /** `throttled`, `gone` (nobody there to read it), `ambiguous` (may have been delivered), `refused`, `too-big`, `unreachable`, `not-allowed` (address outside the allow-list). */
  readonly code: DeliveryFailure;
  readonly retryable: boolean;
  readonly retryAfterMs: number | null;
  /** The status of the channel's answer; `null` when there was none. */
  readonly status: number | null;
  /** The channel's own codes in that answer, such as `BotNotInConversationRoster`. */
  readonly subCodes: readonly string[];

  constructor(code: DeliveryFailure, sentence: string, details: DeliveryDetails) {
    super(sentence, { cause: details.cause });
    this.code = code;
    this.retryable = details.retryable;
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.status = details.status ?? null;
    this.subCodes = details.subCodes ?? [];
  }
}

/** What is known of a failed delivery beside its kind. */
export interface DeliveryDetails {
  readonly retryable: boolean;
  readonly retryAfterMs?: number | null;
  readonly status?: number;
  readonly subCodes?: readonly string[];
  readonly cause?: unknown;
}

export type DeliveryFailure = 'throttled' | 'gone' | 'ambiguous' | 'refused' | 'too-big' | 'unreachable' | 'not-allowed';
