import type { Advisory } from '../../src/advisory.ts';
import type { AdvisorySource, GraphBudget } from '../../src/advisory-ports.ts';
import { createAdvisorySource } from '../../src/graph/advisory-source.ts';
import { createGraphClient, type GraphClient } from '../../src/graph/client.ts';
import { createCredential } from '../../src/graph/credential.ts';
import { type GraphServer, startGraphServer } from '../../src/local/graph/server.ts';
import type { Log } from '../../src/ports.ts';

export const NOW = Date.parse('2026-11-22T09:00:00Z');

/** Everything that was logged, in order. */
export interface Recorded extends Log {
  readonly lines: { level: string; fields: Readonly<Record<string, unknown>> }[];
}

export function recordingLog(): Recorded {
  const lines: Recorded['lines'] = [];
  const at = (level: string) => (fields: Readonly<Record<string, unknown>>) => void lines.push({ level, fields });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}

export interface Reader {
  readonly server: GraphServer;
  readonly client: GraphClient;
  readonly source: AdvisorySource;
  readonly log: Recorded;
  /** The pauses that were asked for, in milliseconds; none is slept. */
  readonly pauses: number[];
  /** Everything there is, as a first reading asks for it. */
  read(signal?: AbortSignal): Promise<readonly Advisory[]>;
}

/** What `readerOf` may be told. */
export interface ReaderWishes {
  readonly timeoutMs?: number;
  readonly token?: string;
  readonly budget?: GraphBudget;
  readonly now?: () => number;
}

/** A budget that never ends; what is said of rest is kept. */
export function openBudget(): GraphBudget & { readonly rests: number[] } {
  const rests: number[] = [];
  return { rests, takeGraphRequest: async () => 0, restGraph: async (until) => void rests.push(until) };
}

export function startServer(
  wishes: { readonly now?: () => number; readonly largestPage?: number; readonly file?: string } = {},
): Promise<GraphServer> {
  return startGraphServer({ port: 0, host: '127.0.0.1', now: () => NOW, ...wishes });
}

/** The real client and source on a running local server. */
export function readerOf(server: GraphServer, wishes: ReaderWishes = {}): Reader {
  const pauses: number[] = [];
  const client = createGraphClient({
    credential: createCredential({ kind: 'fixed', token: wishes.token ?? server.token }),
    graphOrigin: server.origin,
    timeoutMs: wishes.timeoutMs ?? 5_000,
    budget: wishes.budget ?? openBudget(),
    now: wishes.now ?? (() => NOW),
    patience: { wait: async (ms) => void pauses.push(ms) },
  });
  const log = recordingLog();
  const source = createAdvisorySource({ client, log });
  const read = async (signal = new AbortController().signal) => [
    ...(await source.changed('issue', null, signal)),
    ...(await source.changed('message', NOW - 400 * 86_400_000, signal)),
  ];
  return { server, client, source, log, pauses, read };
}

/** What a call failed with, so that its fields can be looked at. */
export async function failureOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('It was expected to fail, and did not.');
}
