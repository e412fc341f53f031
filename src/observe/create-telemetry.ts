import { hostname } from 'node:os';
import { context, SpanKind, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader, type PushMetricExporter } from '@opentelemetry/sdk-metrics';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  ParentBasedSampler,
  type SpanExporter,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base';
import { atMost } from '../at-most.ts';
import type { Log } from '../ports.ts';
import type { Gauges, Telemetry, TelemetrySettings } from '../telemetry-ports.ts';
import { insightsMetrics, insightsSpans } from './application-insights.ts';
import { createInstruments, observeGauges } from './instruments.ts';
import { quietMetrics, quietSpans, type Receipt, tellOfLoss } from './loss.ts';
import { measureTurns } from './measure-turns.ts';
import { inSpan, traced } from './traced.ts';
import { watchedJobs } from './watched-jobs.ts';
import { watchedMessenger } from './watched-messenger.ts';

const METRICS_EVERY_MS = 60_000;
const TRACES_EVERY_MS = 5_000;
/** For one request to whoever receives; what does not arrive by then is lost. */
const TIMEOUT_MS = 5_000;
const MOST_WAITING = 2_048;
/** What is left is sent within this when Kiku stops. */
const GRACE_MS = 1_500;

/** Measures and traces by OpenTelemetry, to a collector, to Application Insights, or to both. */
export function createTelemetry(settings: TelemetrySettings, gauges: () => Promise<Gauges>, log: Log): Telemetry {
  const clock = () => performance.now();
  const resource = resourceFromAttributes({ 'service.name': settings.serviceName, 'service.instance.id': hostname() });
  const receivers = receiversOf(settings, tellOfLoss(log, clock));
  const tracers = new BasicTracerProvider({
    resource,
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(settings.traced) }),
    spanProcessors: receivers.map(
      ({ spans }) =>
        new BatchSpanProcessor(spans, {
          maxQueueSize: MOST_WAITING,
          scheduledDelayMillis: settings.tracesEveryMs ?? TRACES_EVERY_MS,
          exportTimeoutMillis: TIMEOUT_MS,
        }),
    ),
  });
  const everyMs = settings.metricsEveryMs ?? METRICS_EVERY_MS;
  const meters = new MeterProvider({
    resource,
    readers: receivers.map(
      ({ metrics }) =>
        new PeriodicExportingMetricReader({ exporter: metrics, exportIntervalMillis: everyMs, exportTimeoutMillis: Math.min(TIMEOUT_MS, everyMs) }),
    ),
  });
  // Only the way from a turn to what it asks for; packages that would trace by themselves find no tracer.
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const tracer = tracers.getTracer('kiku');
  const meter = meters.getMeter('kiku');
  const instruments = createInstruments(meter);
  observeGauges(meter, gauges, clock);
  return {
    turn:
      (run) =>
      (...asked) =>
        inSpan(tracer, { name: 'turn', kind: SpanKind.SERVER }, () => run(...asked)),
    watchers: [measureTurns(instruments)],
    traceId: () => trace.getActiveSpan()?.spanContext().traceId ?? null,
    asked: (of, system) => traced(of, system, tracer),
    messenger: (of) => watchedMessenger(of, instruments, tracer, clock),
    jobs: (of) => watchedJobs(of, instruments, tracer),
    async stop() {
      await atMost(GRACE_MS, Promise.allSettled([tracers.shutdown(), meters.shutdown()]));
    },
  };
}

interface Receiver {
  readonly spans: SpanExporter;
  readonly metrics: PushMetricExporter;
}

function receiversOf({ otlp, applicationInsights }: TelemetrySettings, lost: (to: string) => (receipt: Receipt) => void): readonly Receiver[] {
  const receivers: Receiver[] = [];
  if (otlp !== null) {
    const at = (path: string) => ({ url: `${otlp.url.replace(/\/$/, '')}/${path}`, headers: { ...otlp.headers }, timeoutMillis: TIMEOUT_MS });
    const tell = lost('the OTLP endpoint');
    receivers.push({
      spans: quietSpans(new OTLPTraceExporter(at('v1/traces')), tell),
      metrics: quietMetrics(new OTLPMetricExporter(at('v1/metrics')), tell),
    });
  }
  if (applicationInsights !== null) {
    const tell = lost('Application Insights');
    const place = { ...applicationInsights, timeoutMs: TIMEOUT_MS };
    receivers.push({ spans: quietSpans(insightsSpans(place), tell), metrics: quietMetrics(insightsMetrics(place), tell) });
  }
  return receivers;
}
