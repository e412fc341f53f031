import { AggregationTemporality, type PushMetricExporter, type ResourceMetrics } from '@opentelemetry/sdk-metrics';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-base';
import { type Envelope, envelopeOfSpan, envelopesOfMetric } from './insights-envelopes.ts';

/** The ingestion endpoint and the key that the connection string names. */
export interface InsightsPlace {
  readonly url: string;
  readonly key: string;
  readonly timeoutMs: number;
}

type Done = (result: { code: number; error?: Error }) => void;

const MOST_AT_ONCE = 512;

/** Spans to Application Insights, by its track API; why not by Microsoft's package is in docs/adr/0015-telemetry.md. */
export function insightsSpans(place: InsightsPlace): SpanExporter {
  return {
    export: (spans: ReadableSpan[], done: Done) =>
      send(
        place,
        spans.map((span) => envelopeOfSpan(span, place.key)),
        done,
      ),
    async shutdown() {},
  };
}

/** Measures to Application Insights: what was counted since the last time, which is what its tables add up. */
export function insightsMetrics(place: InsightsPlace): PushMetricExporter {
  return {
    export(metrics: ResourceMetrics, done: Done) {
      const all = metrics.scopeMetrics.flatMap((scope) => scope.metrics);
      send(
        place,
        all.flatMap((metric) => envelopesOfMetric(metric, metrics.resource, place.key)),
        done,
      );
    },
    selectAggregationTemporality: () => AggregationTemporality.DELTA,
    async forceFlush() {},
    async shutdown() {},
  };
}

function send(place: InsightsPlace, envelopes: readonly Envelope[], done: Done): void {
  post(place, envelopes).then(
    () => done({ code: 0 }),
    (error: unknown) => done({ code: 1, error: error instanceof Error ? error : new Error('unknown') }),
  );
}

async function post({ url, timeoutMs }: InsightsPlace, envelopes: readonly Envelope[]): Promise<void> {
  for (let from = 0; from < envelopes.length; from += MOST_AT_ONCE) {
    const response = await fetch(`${url.replace(/\/$/, '')}/v2.1/track`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(envelopes.slice(from, from + MOST_AT_ONCE)),
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.arrayBuffer();
    // 206: some were refused; there is nothing to be done about those.
    if (!response.ok) throw Object.assign(new Error('Application Insights did not take what was measured.'), { code: response.status });
  }
}
