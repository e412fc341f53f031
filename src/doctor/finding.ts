/** How much a finding matters. `note`: good to know, nothing is wrong; `warning`: soon or partly; `fault`: something does not work. */
export type Level = 'ok' | 'note' | 'warning' | 'fault';

/** What the doctor makes of something it saw. `id` is the name of the finding in docs/running.md and that of its words. */
export interface Finding {
  readonly id: FindingId;
  readonly level: Level;
  /** What the words are filled with. */
  readonly with: Readonly<Record<string, string>>;
}

/** Every finding there is, with how much it matters. */
export const LEVELS = {
  versions: 'ok',
  'knowledge-ok': 'ok',
  'knowledge-faulty': 'fault',
  'database-ok': 'ok',
  'database-away': 'fault',
  'database-held': 'warning',
  'database-none': 'warning',
  'schema-ok': 'ok',
  'schema-behind': 'fault',
  'schema-ahead': 'note',
  'no-cloud': 'note',
  'token-ok': 'ok',
  'token-refused': 'fault',
  'token-silent': 'fault',
  'bot-token-ok': 'ok',
  'bot-token-refused': 'fault',
  'permission-ok': 'ok',
  'permission-missing': 'fault',
  'permission-lost': 'fault',
  'permission-refused': 'fault',
  'permission-optional': 'note',
  'permission-idle': 'note',
  'graph-refuses': 'fault',
  'graph-throttles': 'warning',
  'graph-fails': 'warning',
  'graph-silent': 'warning',
  'graph-not-there': 'fault',
  'graph-odd': 'warning',
  'expiry-ok': 'ok',
  'expiry-none': 'ok',
  'expiry-unknown': 'note',
  'secret-ends': 'warning',
  'secret-ended': 'fault',
  'certificate-ends': 'warning',
  'certificate-ended': 'fault',
  'poll-ok': 'ok',
  'poll-never': 'warning',
  'poll-old': 'fault',
  'poll-failing': 'warning',
  'outbox-ok': 'ok',
  'outbox-old': 'warning',
  'dead-letters-none': 'ok',
  'dead-letters': 'warning',
  'dead-jobs': 'warning',
  'channel-ok': 'ok',
  'channel-none': 'note',
  'channel-gone': 'fault',
  'channel-refused': 'fault',
  'channel-silent': 'warning',
  'backup-gone': 'warning',
  'clock-ok': 'ok',
  'clock-off': 'fault',
  'not-seen': 'warning',
} as const satisfies Readonly<Record<string, Level>>;

export type FindingId = keyof typeof LEVELS;

/** A finding by its name. */
export function found(id: FindingId, args: Readonly<Record<string, string>> = {}): Finding {
  return { id, level: LEVELS[id], with: args };
}

/** Whether somebody has to do something. */
export function isSick(findings: readonly Finding[]): boolean {
  return findings.some(({ level }) => level === 'fault' || level === 'warning');
}
