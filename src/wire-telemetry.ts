import type { Storage } from './storage/open-storage.ts';
import type { Telemetry } from './telemetry-ports.ts';

/** The storage, where what turns and jobs ask of it is seen. */
export function watchedStorage(storage: Storage, telemetry: Telemetry): Storage {
  return {
    ...storage,
    turns: telemetry.asked(storage.turns, 'db'),
    advisories: telemetry.asked(storage.advisories, 'db'),
    alerts: telemetry.asked(storage.alerts, 'db'),
    cases: telemetry.asked(storage.cases, 'db'),
    jobs: telemetry.jobs(storage.jobs),
  };
}
