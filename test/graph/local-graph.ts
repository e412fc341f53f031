import { createAdvisorySource } from '../../src/graph/advisory-source.ts';
import { createGraphClient, type GraphClient } from '../../src/graph/client.ts';
import { createCredential } from '../../src/graph/credential.ts';
import { type GraphServer, startGraphServer } from '../../src/local/graph/server.ts';
import type { AdvisorySource, Log } from '../../src/ports.ts';

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
  read(): ReturnType<AdvisorySource['read']>;
}

export function startServer(file: string | null = null): Promise<GraphServer> {
  return startGraphServer({ port: 0, host: '127.0.0.1', now: () => NOW, file });
}

/** The real client and source on a running local server. */
export function readerOf(server: GraphServer, wishes: { timeoutMs?: number; token?: string } = {}): Reader {
  const pauses: number[] = [];
  const client = createGraphClient({
    credential: createCredential({ kind: 'fixed', token: wishes.token ?? server.token }),
    graphOrigin: server.origin,
    timeoutMs: wishes.timeoutMs ?? 5_000,
    patience: { wait: async (ms) => void pauses.push(ms) },
  });
  const log = recordingLog();
  const source = createAdvisorySource({ client, log, now: () => NOW });
  return { server, client, source, log, pauses, read: () => source.read(new AbortController().signal) };
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
