import { type Attributes, type HrTime, SpanKind, SpanStatusCode } from '@opentelemetry/api';
import type { Resource } from '@opentelemetry/resources';
import type { MetricData } from '@opentelemetry/sdk-metrics';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-base';

/** One item of Application Insights' track API, as https://github.com/microsoft/ApplicationInsights-Home/tree/master/EndpointSpecs lays it down. */
export interface Envelope {
  readonly name: string;
  readonly time: string;
  readonly iKey: string;
  readonly ver: 1;
  readonly sampleRate: 100;
  readonly tags: Readonly<Record<string, string>>;
  readonly data: { readonly baseType: string; readonly baseData: Readonly<Record<string, unknown>> };
}

/** A turn or a run of a job is a request; what it asked of others is a dependency of it. */
export function envelopeOfSpan(span: ReadableSpan, key: string): Envelope {
  const isRequest = span.kind === SpanKind.SERVER || span.kind === SpanKind.CONSUMER;
  const { traceId, spanId } = span.spanContext();
  const parent = span.parentSpanContext?.spanId;
  const { name } = span;
  const common = {
    ver: 2,
    id: spanId,
    name,
    duration: durationOf(span.duration),
    success: span.status.code !== SpanStatusCode.ERROR,
    properties: textsOf(span.attributes),
  };
  const code = String(span.attributes.code ?? '0');
  const own = isRequest ? { responseCode: code } : { resultCode: code, type: name.split(' ')[0] ?? name };
  return {
    name: `Microsoft.ApplicationInsights.${isRequest ? 'Request' : 'RemoteDependency'}`,
    time: timeOf(span.startTime),
    iKey: key,
    ver: 1,
    sampleRate: 100,
    tags: {
      ...tagsOf(span.resource),
      'ai.operation.id': traceId,
      ...(parent === undefined ? {} : { 'ai.operation.parentId': parent }),
      ...(isRequest ? { 'ai.operation.name': name } : {}),
    },
    data: { baseType: isRequest ? 'RequestData' : 'RemoteDependencyData', baseData: { ...common, ...own } },
  };
}

/** One item for each combination of attributes. */
export function envelopesOfMetric(metric: MetricData, resource: Resource, key: string): readonly Envelope[] {
  const { name } = metric.descriptor;
  return metric.dataPoints.map(({ value, attributes, endTime }) => ({
    name: 'Microsoft.ApplicationInsights.Metric',
    time: timeOf(endTime),
    iKey: key,
    ver: 1,
    sampleRate: 100,
    tags: tagsOf(resource),
    data: {
      baseType: 'MetricData',
      baseData: { ver: 2, metrics: [{ name, kind: 'Aggregation', ...valuesOf(value) }], properties: textsOf(attributes) },
    },
  }));
}

/** Of a histogram the sum, the count and the extremes; of the rest one value. */
function valuesOf(value: MetricData['dataPoints'][number]['value']): Readonly<Record<string, number>> {
  if (typeof value === 'number') return { value, count: 1, min: value, max: value };
  const { sum = 0, count } = value;
  const extremes = 'min' in value && value.min !== undefined && value.max !== undefined ? { min: value.min, max: value.max } : {};
  return { value: sum, count, ...extremes };
}

function tagsOf(resource: Resource): Readonly<Record<string, string>> {
  const { attributes } = resource;
  return { 'ai.cloud.role': String(attributes['service.name']), 'ai.cloud.roleInstance': String(attributes['service.instance.id']) };
}

function textsOf(attributes: Attributes): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value)]));
}

function timeOf([seconds, nanos]: HrTime): string {
  return new Date(seconds * 1000 + nanos / 1e6).toISOString();
}

/** `D.HH:MM:SS.fffffff`. */
function durationOf([seconds, nanos]: HrTime): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const days = Math.floor(seconds / 86_400);
  const clock = [(seconds / 3600) % 24, (seconds / 60) % 60, seconds % 60].map(two).join(':');
  return `${days > 0 ? `${days}.` : ''}${clock}.${String(Math.floor(nanos / 100)).padStart(7, '0')}`;
}
