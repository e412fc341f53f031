import type { Jobs } from './alert-ports.ts';
import type { Messenger } from './messenger-ports.ts';
import type { Incoming } from './ports.ts';
import type { TurnTold } from './turn-told.ts';

/** Who is told of each turn. `told`: `null` when it failed, and nothing is known of it. */
export interface TurnWatcher {
  turn(incoming: Incoming, told: TurnTold | null, totalMs: number): void;
}

/** Where measures and traces go. */
export interface TelemetrySettings {
  readonly serviceName: string;
  /** Which share of turns and jobs is traced, from 0 to 1. */
  readonly traced: number;
  /** A collector; `url` is its root, below which `v1/traces` and `v1/metrics` lie. */
  readonly otlp: { readonly url: string; readonly headers: Readonly<Record<string, string>> } | null;
  readonly applicationInsights: { readonly url: string; readonly key: string } | null;
  readonly metricsEveryMs?: number;
  readonly tracesEveryMs?: number;
}

/** What is looked up in the database for measures. Ages in milliseconds; `null`: not known. */
export interface Gauges {
  readonly outboxAge: number;
  readonly outboxRows: number;
  readonly pollAge: number | null;
  readonly casesWaiting: number;
  readonly casesOverdue: number;
  readonly deadLetters: number;
  readonly deadJobs: number;
}

/** What is measured and traced. Each gives back what it was given, watched; without telemetry just that. */
export interface Telemetry {
  /** A turn in a trace of its own. */
  turn<Asked extends readonly unknown[], Answer>(run: (...asked: Asked) => Promise<Answer>): (...asked: Asked) => Promise<Answer>;
  readonly watchers: readonly TurnWatcher[];
  /** The id of the trace that is under way. */
  traceId(): string | null;
  /** What a turn or a job asks of it is a span: `db load`, where `system` is `db`. */
  asked<Of extends object>(of: Of, system: string): Of;
  messenger<Of extends Messenger>(of: Of): Of;
  jobs(of: Jobs): Jobs;
  /** Sends what is left, and ends. */
  stop(): Promise<void>;
}
