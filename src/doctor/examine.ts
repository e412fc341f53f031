import type { ChannelSeen, DatabaseSeen, KnowledgeSeen, Observations, Seen, WorkSeen } from '../doctor-ports.ts';
import { examineGraph } from './examine-graph.ts';
import { expiryFinding } from './expiry.ts';
import { type Finding, found } from './finding.ts';

const MINUTE_MS = 60_000;
/** Service Health is read each minute; after this long something is wrong. */
const OLD_READING_MS = 10 * MINUTE_MS;
/** Teams' throttling lets messages wait for a while. */
const OLD_MESSAGE_MS = 5 * MINUTE_MS;
/** Tokens are taken five minutes too early or too late, times of advisories not at all. */
const MOST_SKEW_MS = 60_000;

/** What the doctor makes of what it saw, in the order in which it is to be put right. */
export function examine(seen: Observations): readonly Finding[] {
  const hasRead = seen.work.kind === 'seen' && seen.work.value.readAt !== null;
  const { schema } = seen.database.kind === 'seen' ? seen.database.value : { schema: null };
  const { kiku, node } = seen.versions;
  return [
    found('versions', { kiku, node, schema: schema ?? '?', knowledge: seen.knowledge.edition || '?' }),
    ...examineKnowledge(seen.knowledge),
    ...(seen.database.kind === 'seen' ? examineDatabase(seen.database.value) : [withoutDatabase(seen.database.code)]),
    ...(seen.graph === null ? [found('no-cloud')] : whenSeen(seen.graph, 'Microsoft Graph', (graph) => examineGraph(graph, hasRead))),
    ...(seen.botToken === null ? [] : whenSeen(seen.botToken, 'Teams', (isGranted) => [found(isGranted ? 'bot-token-ok' : 'bot-token-refused')])),
    ...(seen.expiry === null ? [] : whenSeen(seen.expiry, 'Microsoft Graph', (expiry) => [expiryFinding(expiry, seen.at)])),
    // With the database away nothing of this can be seen, and that has been said.
    ...(seen.work.kind === 'seen' ? examineWork(seen.work.value, seen.at) : []),
    ...(seen.channels.kind === 'seen' ? examineChannels(seen.channels.value) : []),
    ...examineClocks(seen),
  ];
}

function whenSeen<T>(seen: Seen<T>, what: string, make: (value: T) => readonly Finding[]): readonly Finding[] {
  return seen.kind === 'seen' ? make(seen.value) : [found('not-seen', { what, code: seen.code })];
}

function examineKnowledge({ faults, problems, steps }: KnowledgeSeen): readonly Finding[] {
  const [first] = faults;
  if (first !== undefined) return [found('knowledge-faulty', { count: `${faults.length}`, first })];
  return [found('knowledge-ok', { problems: `${problems}`, steps: `${steps}` })];
}

/** The codes of the embedded database that a running Kiku has, and of one that was never made. */
function withoutDatabase(code: string): Finding {
  if (code === 'held') return found('database-held');
  return code === 'schema' ? found('database-none') : found('database-away', { code });
}

function examineDatabase({ version, lacks, unknown }: DatabaseSeen): readonly Finding[] {
  const schema =
    lacks.length > 0
      ? found('schema-behind', { names: lacks.join(', ') })
      : unknown.length > 0
        ? found('schema-ahead', { names: unknown.join(', ') })
        : found('schema-ok');
  return [found('database-ok', { version }), schema];
}

function examineWork(work: WorkSeen, now: number): readonly Finding[] {
  const { readAt, isReadingFailing, oldestUnsentAt, deadLetters, deadJobs } = work;
  const isOutboxOld = oldestUnsentAt !== null && now - oldestUnsentAt > OLD_MESSAGE_MS;
  return [
    reading(readAt, isReadingFailing, now),
    isOutboxOld ? found('outbox-old', { minutes: minutesOf(now - oldestUnsentAt) }) : found('outbox-ok'),
    ...(deadLetters > 0 ? [found('dead-letters', { count: `${deadLetters}` })] : []),
    ...(deadJobs > 0 ? [found('dead-jobs', { count: `${deadJobs}` })] : []),
    ...(deadLetters + deadJobs === 0 ? [found('dead-letters-none')] : []),
  ];
}

function reading(readAt: number | null, isFailing: boolean, now: number): Finding {
  if (readAt === null) return found('poll-never');
  const args = { minutes: minutesOf(now - readAt) };
  if (now - readAt > OLD_READING_MS) return found('poll-old', args);
  return found(isFailing ? 'poll-failing' : 'poll-ok', args);
}

function examineChannels(channels: readonly ChannelSeen[]): readonly Finding[] {
  if (channels.length === 0) return [found('channel-none')];
  return channels.map(({ tenant, isBackup, reached }) => {
    if (reached.kind === 'seen') return found('channel-ok', { tenant });
    const args = { tenant, code: reached.code };
    if (isBackup) return found('backup-gone', args);
    if (reached.code === 'gone') return found('channel-gone', args);
    return found(reached.code === 'refused' || reached.code === 'not-allowed' ? 'channel-refused' : 'channel-silent', args);
  });
}

/** Two clocks that agree with each other and not with ours: then ours is off, and it is told once for each. */
function examineClocks({ database, graph }: Observations): readonly Finding[] {
  const theirs = [
    ...(database.kind === 'seen' ? [{ who: 'PostgreSQL', aheadMs: database.value.aheadMs }] : []),
    ...(graph?.kind === 'seen' && graph.value.aheadMs !== null ? [{ who: 'Microsoft Graph', aheadMs: graph.value.aheadMs }] : []),
  ];
  if (theirs.length === 0) return [];
  const off = theirs.filter(({ aheadMs }) => Math.abs(aheadMs) > MOST_SKEW_MS);
  if (off.length === 0) return [found('clock-ok')];
  return off.map(({ who, aheadMs }) => found('clock-off', { who, seconds: `${Math.round(aheadMs / 1000)}` }));
}

function minutesOf(ms: number): string {
  return `${Math.max(0, Math.floor(ms / MINUTE_MS))}`;
}
