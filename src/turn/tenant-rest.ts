import type { Address } from '../ports.ts';

/**
 * Whether answers to people wait as well. Teams' 429 does not say whether it is for one conversation or for all of the tenant: the first holds
 * up its own conversation and all that can wait, and that another conversation is told the same meanwhile says that it is all.
 */
export class TenantRest {
  readonly #asked = new Map<string, { readonly conversation: string; readonly until: number }>();
  readonly #resting = new Map<string, number>();

  /** Teams asks for a rest in this conversation. */
  asked({ tenant, conversation }: Address, now: number, until: number): void {
    const before = this.#asked.get(tenant);
    const isAnother = before !== undefined && before.conversation !== conversation && before.until > now;
    if (isAnother) this.#resting.set(tenant, Math.max(until, this.#resting.get(tenant) ?? 0));
    this.#asked.set(tenant, { conversation, until });
  }

  holds(tenant: string, now: number): boolean {
    return (this.#resting.get(tenant) ?? 0) > now;
  }
}
