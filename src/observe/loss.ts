import type { PushMetricExporter } from '@opentelemetry/sdk-metrics';
import type { SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { Log } from '../ports.ts';

/** Whether a sending arrived; `code`: the status of the answer, or of the system. */
export interface Receipt {
  readonly isArrived: boolean;
  readonly code: string | number | null;
}

const HOUR_MS = 3_600_000;
const SUCCESS = 0;

/** Says that telemetry is lost, of each receiver once an hour, and that it arrives again. */
export function tellOfLoss(log: Log, clock: () => number): (to: string) => (receipt: Receipt) => void {
  return (to) => {
    let saidAt: number | null = null;
    let lost = 0;
    return ({ isArrived, code }) => {
      if (isArrived) {
        if (saidAt !== null && lost > 0) log.info({ to, lost }, 'telemetry arrives again');
        lost = 0;
        return;
      }
      lost += 1;
      if (saidAt !== null && clock() - saidAt < HOUR_MS) return;
      saidAt = clock();
      log.warn({ to, code }, 'telemetry does not arrive, and is dropped; everything else goes on');
    };
  };
}

/** Of an exporter every end is a success to whoever asked it: what is lost is told here, and nowhere else. */
export function quietSpans(of: SpanExporter, tell: (receipt: Receipt) => void): SpanExporter {
  return {
    export(spans, done) {
      of.export(spans, ({ code, error }) => {
        tell({ isArrived: code === SUCCESS, code: codeOf(error) });
        done({ code: SUCCESS });
      });
    },
    shutdown: () => of.shutdown(),
    ...(of.forceFlush === undefined ? {} : { forceFlush: () => of.forceFlush?.() ?? Promise.resolve() }),
  };
}

/** The same for measures. */
export function quietMetrics(of: PushMetricExporter, tell: (receipt: Receipt) => void): PushMetricExporter {
  return {
    export(metrics, done) {
      of.export(metrics, ({ code, error }) => {
        tell({ isArrived: code === SUCCESS, code: codeOf(error) });
        done({ code: SUCCESS });
      });
    },
    ...(of.selectAggregationTemporality === undefined
      ? {}
      : { selectAggregationTemporality: (kind) => of.selectAggregationTemporality?.(kind) ?? SUCCESS }),
    forceFlush: () => of.forceFlush(),
    shutdown: () => of.shutdown(),
  };
}

function codeOf(error: Error | undefined): string | number | null {
  const code: unknown = error === undefined ? null : Reflect.get(error, 'code');
  return typeof code === 'number' || (typeof code === 'string' && /^\w{1,40}$/.test(code)) ? code : null;
}
