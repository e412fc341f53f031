import type { Log } from '../ports.ts';
import type { Gauges, Telemetry, TelemetrySettings } from '../telemetry-ports.ts';

/** Nothing is measured, and nothing is in the way. */
export const NO_TELEMETRY: Telemetry = {
  turn: (run) => run,
  watchers: [],
  traceId: () => null,
  asked: (of) => of,
  messenger: (of) => of,
  jobs: (of) => of,
  async stop() {},
};

/** `gauges` is asked at most once a minute. What measures are made with is loaded only when they are wanted. */
export async function startTelemetry(settings: TelemetrySettings | null, gauges: () => Promise<Gauges>, log: Log): Promise<Telemetry> {
  if (settings === null || (settings.otlp === null && settings.applicationInsights === null)) return NO_TELEMETRY;
  const { createTelemetry } = await import('./create-telemetry.ts');
  return createTelemetry(settings, gauges, log);
}
