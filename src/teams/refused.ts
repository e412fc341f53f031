import { AuthenticationError } from 'botframework-connector';

/** Why an activity was not let in; `reason` is stable and safe to log. The answer to the sender never says which. */
export class Refused extends AuthenticationError {
  override readonly name = 'Refused';
  readonly reason: Refusal;

  constructor(reason: Refusal, cause?: unknown) {
    super('This request is not authorised.', 401);
    this.reason = reason;
    this.cause = cause;
  }
}

export type Refusal = 'no-token' | 'algorithm' | 'issuer' | 'expired' | 'signature' | 'channel' | 'service' | 'tenant' | 'unverified' | 'streaming';
