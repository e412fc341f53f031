import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An attribute as it arrived. */
export interface Attribute {
  readonly name: string;
  readonly value: string;
}

export interface ReceivedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly Attribute[];
}

export interface ReceivedMetric {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly { readonly value: number; readonly attributes: readonly Attribute[] }[];
}

interface Value {
  readonly stringValue?: string;
  readonly intValue?: number | string;
  readonly doubleValue?: number;
  readonly boolValue?: boolean;
}
type Pairs = readonly { readonly key: string; readonly value: Value }[];

/** A collector that takes OTLP over HTTP as JSON, and what Application Insights is sent. */
export class Receiver {
  readonly url: string;
  readonly spans: ReceivedSpan[] = [];
  readonly metrics: ReceivedMetric[] = [];
  /** Of resources too. */
  readonly attributes: Attribute[] = [];
  /** Every body, as it was sent. */
  readonly bodies: string[] = [];
  readonly paths: string[] = [];
  readonly headers: Readonly<Record<string, unknown>>[] = [];
  /** What is answered; `null`: nothing, ever. */
  status: number | null = 200;
  readonly close: () => Promise<void>;

  private constructor(port: number, close: () => Promise<void>) {
    this.url = `http://127.0.0.1:${port}`;
    this.close = close;
  }

  static async open(port = 0): Promise<Receiver> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        receiver.#take(request.url ?? '', request.headers, Buffer.concat(chunks).toString());
        if (receiver.status === null) return;
        response.statusCode = receiver.status;
        response.setHeader('content-type', 'application/json');
        response.end('{}');
      });
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const receiver = new Receiver((server.address() as AddressInfo).port, async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    });
    return receiver;
  }

  #take(path: string, headers: Readonly<Record<string, unknown>>, body: string): void {
    this.paths.push(path);
    this.headers.push(headers);
    this.bodies.push(body);
    if (path === '/v1/traces') this.#takeSpans(JSON.parse(body));
    if (path === '/v1/metrics') this.#takeMetrics(JSON.parse(body));
  }

  #takeSpans({
    resourceSpans,
  }: {
    resourceSpans: readonly { resource: { attributes: Pairs }; scopeSpans: readonly { spans: readonly RawSpan[] }[] }[];
  }) {
    for (const { resource, scopeSpans } of resourceSpans) {
      this.attributes.push(...resource.attributes.map(plain));
      for (const span of scopeSpans.flatMap(({ spans }) => spans)) {
        const attributes = (span.attributes ?? []).map(plain);
        this.attributes.push(...attributes);
        this.spans.push({ ...span, attributes });
      }
    }
  }

  #takeMetrics({ resourceMetrics }: { resourceMetrics: readonly { scopeMetrics: readonly { metrics: readonly RawMetric[] }[] }[] }) {
    for (const metric of resourceMetrics.flatMap(({ scopeMetrics }) => scopeMetrics.flatMap(({ metrics }) => metrics))) {
      const points = (metric.sum ?? metric.gauge ?? metric.histogram)?.dataPoints ?? [];
      const values = points.map((point) => ({
        value: Number(point.asDouble ?? point.asInt ?? point.count ?? Number.NaN),
        attributes: (point.attributes ?? []).map(plain),
      }));
      this.attributes.push(...values.flatMap(({ attributes }) => attributes));
      this.metrics.push({ name: metric.name, unit: metric.unit, values });
    }
  }
}

type RawSpan = Omit<ReceivedSpan, 'attributes'> & { readonly attributes?: Pairs };

interface RawMetric {
  readonly name: string;
  readonly unit: string;
  readonly sum?: Points;
  readonly gauge?: Points;
  readonly histogram?: Points;
}

interface Points {
  readonly dataPoints: readonly {
    readonly asDouble?: number;
    readonly asInt?: number | string;
    readonly count?: number;
    readonly attributes?: Pairs;
  }[];
}

function plain({ key, value }: Pairs[number]): Attribute {
  return { name: key, value: String(value.stringValue ?? value.intValue ?? value.doubleValue ?? value.boolValue) };
}
