import { describe, expect, it } from '@jest/globals';
import { examine } from '../../src/doctor/examine.ts';
import { found, isSick, LEVELS } from '../../src/doctor/finding.ts';
import type { DatabaseSeen, GraphSeen, Observations, PermissionSeen, WorkSeen } from '../../src/doctor-ports.ts';
import { DAY_MS, MINUTE_MS, NOW, sound, soundDatabase, soundGraph, soundWork } from './sound.ts';

const unseen = (code: string) => ({ kind: 'unseen', code }) as const;
const seen = <T>(value: T) => ({ kind: 'seen', value }) as const;
const database = (change: Partial<DatabaseSeen>) => ({ database: seen({ ...soundDatabase, ...change }) });
const work = (change: Partial<WorkSeen>) => ({ work: seen({ ...soundWork, ...change }) });
const graph = (change: Partial<GraphSeen>) => ({ graph: seen({ ...soundGraph, ...change }) });
const needed = (change: Partial<PermissionSeen>): Partial<Observations> =>
  graph({ permissions: [{ name: 'ServiceHealth.Read.All', isOptional: false, path: '/a', isGranted: true, answer: 'answered', ...change }] });
const ends = (days: number, what: 'secret' | 'certificate' = 'secret') => ({
  expiry: seen({ kind: 'ends' as const, what, at: NOW + days * DAY_MS }),
});
const channel = (code: string, isBackup = false) => ({ channels: seen([{ tenant: 'contoso', isBackup, reached: unseen(code) }]) });

/** The names of what is not well. */
const told = (change: Partial<Observations>) =>
  examine({ ...sound, ...change })
    .filter(({ level }) => level !== 'ok')
    .map(({ id }) => id);

describe('a Kiku that is well', () => {
  it('has only findings that are fine', () => {
    const findings = examine(sound);

    expect(findings.filter(({ level }) => level !== 'ok')).toEqual([]);
    expect(isSick(findings)).toBe(false);
  });

  it('may be without a cloud and without a channel, which is told and no sickness', () => {
    const findings = examine({ ...sound, graph: null, botToken: null, expiry: null, channels: seen([]) });

    expect(findings.filter(({ level }) => level !== 'ok').map(({ id }) => id)).toEqual(['no-cloud', 'channel-none']);
    expect(isSick(findings)).toBe(false);
  });
});

describe('the doctor finds', () => {
  it.each<[string, Partial<Observations>, readonly string[]]>([
    ['faulty knowledge', { knowledge: { faults: ['a', 'b'], problems: 0, steps: 0, edition: '' } }, ['knowledge-faulty']],
    ['a database that is away, once', { database: unseen('unreachable'), work: unseen('unreachable'), channels: unseen('x') }, ['database-away']],
    ['an embedded one that a running Kiku has', { database: unseen('held'), work: unseen('held'), channels: unseen('held') }, ['database-held']],
    ['one that was never made', { database: unseen('schema'), work: unseen('schema'), channels: unseen('schema') }, ['database-none']],
    ['a schema that is behind', database({ lacks: ['0012-x'] }), ['schema-behind']],
    ['a schema that is ahead', database({ unknown: ['0099-y'] }), ['schema-ahead']],
    ['a refused token', graph({ token: 'refused', permissions: [] }), ['token-refused']],
    ['a sign-in that is silent', graph({ token: 'silent', permissions: [] }), ['token-silent']],
    ['no token for Teams', { botToken: seen(false) }, ['bot-token-refused']],
    ['Graph that was not seen at all', { graph: unseen('timeout') }, ['not-seen']],
    ['a role that lacks, though it was there', needed({ isGranted: false, answer: 'forbidden' }), ['permission-lost']],
    [
      'a role that never was there',
      { ...needed({ isGranted: false, answer: 'forbidden' }), ...work({ readAt: null }) },
      ['permission-missing', 'poll-never'],
    ],
    ['a refusal, with a token that shows nothing', needed({ isGranted: null, answer: 'forbidden' }), ['permission-missing']],
    ['a refusal in spite of the role', needed({ answer: 'forbidden' }), ['permission-refused']],
    ['an optional role that lacks', needed({ isOptional: true, isGranted: false, answer: 'not-asked' }), ['permission-optional']],
    ['an optional role that brings nothing', needed({ isOptional: true, answer: 'forbidden' }), ['permission-idle']],
    ['a token that Graph does not take', needed({ answer: 'unauthorised' }), ['graph-refuses']],
    ['Graph throttling', needed({ answer: 'throttled' }), ['graph-throttles']],
    ['the hour being used up', needed({ answer: 'waiting' }), ['graph-throttles']],
    ['Graph failing', needed({ answer: 'failing' }), ['graph-fails']],
    ['Graph silent', needed({ answer: 'silent' }), ['graph-silent']],
    ['a group that is not there', needed({ name: 'GroupMember.Read.All', answer: 'not-there' }), ['graph-not-there']],
    ['a proxy in the place of Graph', needed({ answer: 'odd' }), ['graph-odd']],
    ['a secret that ends', ends(59), ['secret-ends']],
    ['a secret that has ended', ends(-1), ['secret-ended']],
    ['a certificate that ends', ends(3, 'certificate'), ['certificate-ends']],
    ['a certificate that has ended', ends(-3, 'certificate'), ['certificate-ended']],
    ['an end that cannot be known', { expiry: seen({ kind: 'unknown', what: 'secret' }) }, ['expiry-unknown']],
    ['an old reading', work({ readAt: NOW - 11 * MINUTE_MS }), ['poll-old']],
    ['a reading that failed just now', work({ isReadingFailing: true }), ['poll-failing']],
    ['messages that wait', work({ oldestUnsentAt: NOW - 6 * MINUTE_MS }), ['outbox-old']],
    ['messages that were given up', work({ deadLetters: 2 }), ['dead-letters']],
    ['jobs that were given up', work({ deadJobs: 1 }), ['dead-jobs']],
    ['a channel that is gone', channel('gone'), ['channel-gone']],
    ['a channel that Kiku is not let into', channel('refused'), ['channel-refused']],
    ['a channel on a host that is not allowed', channel('not-allowed'), ['channel-refused']],
    ['a channel that does not answer', channel('timeout'), ['channel-silent']],
    ['a backup that is gone', channel('gone', true), ['backup-gone']],
    ['the clock of the database off', database({ aheadMs: 61_000 }), ['clock-off']],
    ['the clock of Graph off', graph({ aheadMs: -90_000 }), ['clock-off']],
  ])('%s', (_name, change, ids) => {
    expect(told(change)).toEqual(ids);
  });

  it('everything at once', () => {
    const all = examine({ ...sound, ...database({ lacks: ['x'], aheadMs: 1e6 }), ...graph({ aheadMs: 1e6 }), ...ends(-1), ...channel('gone') });

    expect(all.filter(({ level }) => level === 'fault').map(({ id }) => id)).toEqual([
      'schema-behind',
      'secret-ended',
      'channel-gone',
      'clock-off',
      'clock-off',
    ]);
  });

  it('an exit for machines in everything that is to be put right, and in nothing else', () => {
    const every = Object.keys(LEVELS) as (keyof typeof LEVELS)[];
    for (const id of every) {
      expect([id, isSick([found(id)])]).toEqual([id, ['warning', 'fault'].includes(LEVELS[id])]);
    }
  });
});
