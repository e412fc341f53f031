import type { Advisory, AdvisorySource, Log } from '../ports.ts';
import type { GraphClient } from './client.ts';
import { readPages } from './pages.ts';
import { parseIssue, parseMessage } from './parse-announcement.ts';

export interface AdvisorySourceSettings {
  readonly client: GraphClient;
  readonly log: Log;
  readonly now: () => number;
  /** Messages changed within so many days are read. */
  readonly messageDays?: number;
  /** Closed issues are kept for so many days after their last change; open ones always. */
  readonly closedDays?: number;
}

const DAY_MS = 86_400_000;
const ISSUES = '/admin/serviceAnnouncement/issues';
const MESSAGES = '/admin/serviceAnnouncement/messages';

/**
 * Reads Service Health and the Message Center: every issue (no filter on issues is documented, so none is used) and the
 * messages of late. One object that cannot be read is left out with a warning; a page that cannot be read fails the reading.
 */
export function createAdvisorySource(settings: AdvisorySourceSettings): AdvisorySource {
  const { client, log, now, messageDays = 400, closedDays = 90 } = settings;

  function take(items: readonly unknown[], parse: (json: unknown) => Advisory | null): readonly Advisory[] {
    return items.flatMap((item) => {
      const advisory = parse(item);
      if (advisory !== null) return [advisory];
      log.warn({ advisory: idOf(item) }, 'An announcement from Graph could not be read and is left out.');
      return [];
    });
  }

  return {
    read: async (signal) => {
      const issues = take(await readPages(client, ISSUES, signal), parseIssue);
      const messages = take(
        await readPages(client, `${MESSAGES}?$filter=lastModifiedDateTime ge ${secondsOf(now() - messageDays * DAY_MS)}`, signal),
        parseMessage,
      );
      const since = now() - closedDays * DAY_MS;
      return newestOfEach([...issues, ...messages]).filter((advisory) => !advisory.isResolved || advisory.updatedAt >= since);
    },
  };
}

/** An item that comes twice over moving pages counts once, as last changed. */
function newestOfEach(advisories: readonly Advisory[]): readonly Advisory[] {
  const newest = new Map<string, Advisory>();
  for (const advisory of advisories) {
    const known = newest.get(advisory.id);
    if (known === undefined || known.updatedAt < advisory.updatedAt) newest.set(advisory.id, advisory);
  }
  return [...newest.values()];
}

/** With `Z`: the client would send the plus sign of an offset as it is. */
function secondsOf(at: number): string {
  return new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

function idOf(item: unknown): string | null {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : null;
  return typeof id === 'string' ? id.slice(0, 20) : null;
}
