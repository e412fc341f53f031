import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../../src/config.ts';

const SECRET = 'abc-geheim';
const CONNECTION =
  'InstrumentationKey=11111111-2222-3333-4444-555555555555;IngestionEndpoint=https://westeurope-5.in.applicationinsights.azure.com/;LiveEndpoint=x';

describe('where measures and traces go', () => {
  it('is nowhere by default, and when they are switched off', () => {
    expect(readConfig({}).telemetry).toBeNull();
    expect(readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318', OTEL_SDK_DISABLED: 'true' }).telemetry).toBeNull();
  });

  it('is a collector with its headers, as OpenTelemetry writes them', () => {
    const { telemetry } = readConfig({
      OTEL_EXPORTER_OTLP_ENDPOINT: 'https://collector:4318',
      OTEL_EXPORTER_OTLP_HEADERS: 'api-key=a%20b==, x = y',
      OTEL_SERVICE_NAME: 'desk',
      OTEL_TRACES_SAMPLER_ARG: '0.25',
    });

    expect(telemetry).toEqual({
      serviceName: 'desk',
      traced: 0.25,
      otlp: { url: 'https://collector:4318', headers: { 'api-key': 'a b==', x: 'y' } },
      applicationInsights: null,
    });
  });

  it('is Application Insights by its connection string', () => {
    expect(readConfig({ APPLICATIONINSIGHTS_CONNECTION_STRING: CONNECTION }).telemetry?.applicationInsights).toEqual({
      url: 'https://westeurope-5.in.applicationinsights.azure.com/',
      key: '11111111-2222-3333-4444-555555555555',
    });
  });

  it.each([
    ['OTEL_EXPORTER_OTLP_ENDPOINT', { OTEL_EXPORTER_OTLP_ENDPOINT: `collector-${SECRET}` }],
    ['OTEL_EXPORTER_OTLP_HEADERS', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318', OTEL_EXPORTER_OTLP_HEADERS: SECRET }],
    ['OTEL_TRACES_SAMPLER_ARG', { OTEL_TRACES_SAMPLER_ARG: '2' }],
    ['APPLICATIONINSIGHTS_CONNECTION_STRING', { APPLICATIONINSIGHTS_CONNECTION_STRING: SECRET }],
    ['APPLICATIONINSIGHTS_CONNECTION_STRING', { APPLICATIONINSIGHTS_CONNECTION_STRING: 'IngestionEndpoint=https://x' }],
    ['OTEL_SDK_DISABLED', { OTEL_SDK_DISABLED: SECRET }],
  ])('is refused in one sentence that names %s and no value', (name, env) => {
    const read = () => readConfig(env);

    expect(read).toThrow(name);
    expect(read).not.toThrow(SECRET);
  });
});
