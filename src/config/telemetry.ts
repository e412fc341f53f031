import type { TelemetrySettings } from '../telemetry-ports.ts';
import type { Values } from './settings.ts';

/** Where measures and traces go, as OpenTelemetry names the variables; `null`: nowhere. With a sentence for what cannot be used. */
export function readTelemetry(values: Values): { readonly telemetry: TelemetrySettings | null; readonly faults: readonly string[] } {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_EXPORTER_OTLP_HEADERS: headers, APPLICATIONINSIGHTS_CONNECTION_STRING: connection } = values;
  if (values.OTEL_SDK_DISABLED === 'true' || (url === undefined && connection === undefined)) return { telemetry: null, faults: [] };
  const pairs = headers === undefined ? {} : pairsOf(headers, ',');
  const insights = connection === undefined ? {} : pairsOf(connection, ';');
  const key = insights?.InstrumentationKey;
  const place = insights?.IngestionEndpoint ?? 'https://dc.services.visualstudio.com';
  const faults = [
    pairs === null ? 'OTEL_EXPORTER_OTLP_HEADERS must be pairs such as name=value, with commas between.' : null,
    connection !== undefined && (key === undefined || !URL.canParse(place))
      ? 'APPLICATIONINSIGHTS_CONNECTION_STRING must be the connection string that Azure shows: InstrumentationKey=…;IngestionEndpoint=https://….'
      : null,
  ].filter((fault) => fault !== null);
  const telemetry: TelemetrySettings = {
    serviceName: values.OTEL_SERVICE_NAME,
    traced: values.OTEL_TRACES_SAMPLER_ARG,
    otlp: url === undefined ? null : { url, headers: pairs ?? {} },
    applicationInsights: key === undefined ? null : { url: place, key },
  };
  return { telemetry, faults };
}

/** `null` when one of them is no pair. Values may hold `=`, and are percent-encoded in OpenTelemetry's variables. */
function pairsOf(text: string, separator: string): Readonly<Record<string, string>> | null {
  const parts = text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.some((part) => !/^[^=\s]+\s*=/.test(part))) return null;
  return Object.fromEntries(parts.map((part) => [part.slice(0, part.indexOf('=')).trim(), decoded(part.slice(part.indexOf('=') + 1).trim())]));
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // A lone percent sign means itself.
    return value;
  }
}
