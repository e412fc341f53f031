import type { Advisory } from '../advisory.ts';
import type { AdvisorySource } from '../advisory-ports.ts';
import type { Log } from '../ports.ts';
import type { GraphClient } from './client.ts';
import { GraphFailure } from './graph-failure.ts';
import { PREFER, readPages } from './pages.ts';
import { parseIssue, parseMessage } from './parse-announcement.ts';

const ROOT = '/admin/serviceAnnouncement';
const PARSERS: Readonly<Record<Advisory['kind'], (json: unknown) => Advisory | null>> = { issue: parseIssue, message: parseMessage };

/** Reads Service Health and the Message Center by Graph. */
export function createAdvisorySource({ client, log }: { readonly client: GraphClient; readonly log: Log }): AdvisorySource {
  async function list(kind: Advisory['kind'], filter: string | null, signal: AbortSignal): Promise<readonly Advisory[]> {
    const path = `${ROOT}/${kind}s`;
    const items = filter === null ? await readPages(client, path, signal) : await filtered(path, filter, signal);
    return items.flatMap((item) => {
      const advisory = PARSERS[kind](item);
      if (advisory !== null) return [advisory];
      log.warn({ advisory: idOf(item) }, 'An announcement from Graph could not be read and is left out.');
      return [];
    });
  }

  /** Filters on announcements are in wide use and documented nowhere: when Graph does not take one any more, everything is read. */
  async function filtered(path: string, filter: string, signal: AbortSignal): Promise<readonly unknown[]> {
    try {
      return await readPages(client, `${path}?$filter=${filter}`, signal);
    } catch (error) {
      if (!(error instanceof GraphFailure) || error.status !== 400) throw error;
      log.warn({ filter }, 'Graph did not take a filter; everything is read.');
      return readPages(client, path, signal);
    }
  }

  return {
    changed: (kind, since, signal) => list(kind, since === null ? null : `lastModifiedDateTime ge ${secondsOf(since)}`, signal),
    openIssues: async (signal) => (await list('issue', 'isResolved eq false', signal)).filter((issue) => !issue.isResolved),
    issue: async (id, signal) => {
      const json = await client.get(`${ROOT}/issues/${encodeURIComponent(id)}`, PREFER, signal).catch((error: unknown) => {
        if (error instanceof GraphFailure && error.code === 'not-visible') return null;
        throw error;
      });
      if (json === null) return null;
      const advisory = parseIssue(json);
      if (advisory === null || advisory.id !== id) throw new GraphFailure('bad-answer', 'An announcement cannot be read.', { retryable: false });
      return advisory;
    },
  };
}

/** With `Z`: the client would send the plus sign of an offset as it is. Cut down to the second, which reads too much rather than too little. */
function secondsOf(at: number): string {
  return new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

function idOf(item: unknown): string | null {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : null;
  return typeof id === 'string' ? id.slice(0, 20) : null;
}
