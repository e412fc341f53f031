import type { HelpdeskStore } from '../alert-ports.ts';
import type { DoctorStore, ExpirySeen } from '../doctor-ports.ts';
import type { Language, Log, Message } from '../ports.ts';
import type { View } from '../views.ts';
import { expiryFinding, passedThreshold } from './expiry.ts';

/** What warning of an end is made of. */
export interface TellExpiryParts {
  readonly store: DoctorStore;
  readonly helpdesk: Pick<HelpdeskStore, 'show'>;
  readonly expiry: (signal: AbortSignal) => Promise<ExpirySeen>;
  /** In the language of the channel. */
  readonly render: (view: View, language: Language | null) => Message;
  readonly now: () => number;
  readonly log: Log;
}

const LOOK_EVERY_MS = 60 * 60 * 1000;

/**
 * Tells each helpdesk that what Kiku signs in with ends, once for each threshold that is passed, whichever instance notices. To be called about once
 * a minute; it is looked once an hour. Shown before it is marked: a kill between the two shows it again in the same place.
 */
export async function tellExpiry({ store, helpdesk, expiry, render, now, log }: TellExpiryParts, signal: AbortSignal): Promise<void> {
  const at = now();
  if (!(await store.takeLook('expiry', at, LOOK_EVERY_MS))) return;
  const seen = await expiry(signal);
  const passed = seen.kind === 'ends' ? passedThreshold(seen.at, at) : null;
  if (seen.kind !== 'ends' || passed === null) return;
  const finding = expiryFinding(seen, at);
  log.warn({ finding: finding.id, ...finding.with }, 'What Kiku signs in with ends.');
  const warning = `${seen.what} ${seen.at} ${passed}`;
  const places = (await store.helpdesks()).filter(({ isBackup }) => !isBackup);
  if (places.length === 0 || (await store.isTold(warning))) return;
  for (const { address, language } of places) {
    const message = render({ kind: 'doctor', findings: [finding], isUnasked: true }, language);
    await helpdesk.show(address, `ends ${warning}`, message, at);
  }
  await store.markTold(warning, at);
}
