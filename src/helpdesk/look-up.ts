import type { Log } from '../ports.ts';
import type { LookUp, LookUpStore, Registry } from '../registered.ts';

/** What looking employees up is made of. */
export interface LookUpParts {
  readonly store: LookUpStore;
  readonly registry: Registry;
  /** Something of a case is to be shown. */
  readonly passCases: () => void;
  readonly now: () => number;
  readonly log: Log;
}

const AT_ONCE = 8;
/** For both questions about one person. Nothing waits for it but the next ones. */
const LIMIT_MS = 8_000;
/** Somebody else takes over what a killed process had begun. */
const LEASE_MS = 30_000;
/** While no answer comes: in so long at least, then not any more. */
const PAUSES_MS = [60_000, 10 * 60_000];

/** Asks who those are of whom cases have come into sight, and what they work with. A case is opened and posted without it. */
export async function lookUp(parts: LookUpParts, signal: AbortSignal): Promise<void> {
  const { store, now } = parts;
  while (!signal.aborted) {
    const taken = await store.take(now(), now() + LEASE_MS, AT_ONCE);
    await Promise.all(taken.map((one) => lookUpOne(one, parts, signal)));
    if (taken.length > 0) parts.passCases();
    if (taken.length < AT_ONCE) return;
  }
}

async function lookUpOne(one: LookUp, { store, registry, now, log }: LookUpParts, signal: AbortSignal): Promise<void> {
  const { registered, againMs } = await registry.ask(one.person, AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]));
  // Whoever is being stopped leaves it to the next.
  if (signal.aborted) return;
  const pause = PAUSES_MS[one.tries];
  const again = againMs === null || pause === undefined ? null : now() + Math.max(againMs, pause);
  await store.keep(one, registered, again);
  log.info({ case: one.case, person: registered.person.kind, devices: registered.devices.kind, again: again !== null }, 'an employee was looked up');
}
