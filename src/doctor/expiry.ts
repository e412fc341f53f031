import type { ExpirySeen } from '../doctor-ports.ts';
import { type Finding, found } from './finding.ts';

/** How many days before its end something is told, each once. 0: it has ended. */
export const THRESHOLDS = [60, 30, 7, 1, 0] as const;

const DAY_MS = 86_400_000;

/** The last threshold that was passed at `now`; `null`: none yet. */
export function passedThreshold(endsAt: number, now: number): number | null {
  const left = endsAt - now;
  return THRESHOLDS.findLast((days) => left <= days * DAY_MS) ?? null;
}

/** What there is to say of the end of what Kiku signs in with. */
export function expiryFinding(seen: ExpirySeen, now: number): Finding {
  switch (seen.kind) {
    case 'none':
      return found('expiry-none');
    case 'unknown':
      return found('expiry-unknown');
    case 'ends': {
      const args = { date: new Date(seen.at).toISOString().slice(0, 10), days: `${Math.max(0, Math.ceil((seen.at - now) / DAY_MS))}` };
      const passed = passedThreshold(seen.at, now);
      if (passed === null) return found('expiry-ok', args);
      return found(passed === 0 ? `${seen.what}-ended` : `${seen.what}-ends`, args);
    }
  }
}
