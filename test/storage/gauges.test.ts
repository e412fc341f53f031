import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../../src/storage/database.ts';
import { readGauges } from '../../src/storage/gauges.ts';
import { type EmptyDatabase, emptyDatabase } from './databases.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const HOUR_MS = 3_600_000;

describe.each(['postgres', 'pglite'] as const)('what an operator watches on %s', (kind) => {
  let empty: EmptyDatabase;
  let database: Database;
  beforeAll(async () => {
    empty = await emptyDatabase(kind);
    database = empty.database;
  });
  afterEach(() => database.query('truncate kiku.outbox, kiku.dead_letter, kiku.case, kiku.advisory_reading', []));
  afterAll(() => empty.end());

  const waiting = (createdAt: number, leasedUntil: number) =>
    database.query(
      `insert into kiku.outbox (tenant, person, conversation, address, outgoing, lease_until, created_at)
       values ('contoso', '', 'c', '{}', '{}', $1::bigint, $2::bigint)`,
      [leasedUntil, createdAt],
    );
  const dead = (id: number, why: string, at: number) =>
    database.query(
      `insert into kiku.dead_letter (id, tenant, person, conversation, outgoing, attempts, why, created_at)
       values ($1::bigint, 'contoso', '', 'c', '{}', 1, $2, $3::bigint)`,
      [id, why, at],
    );
  const held = (id: string, state: string, respondBy: number, respondedAt: number | null) =>
    database.query(
      `insert into kiku.case (tenant, id, person, person_name, language, intake, content, state, rank, created_at, respond_by, responded_at, is_reminded, touched_at, revision)
       values ('contoso', $1, $1, '', 'en', 'i', '{}', $2, 2, 0, $3::bigint, $4::bigint, false, 0, 1)`,
      [id, state, respondBy, respondedAt],
    );

  it('is nothing where nothing has been done', async () => {
    const nothing = { outboxAge: 0, outboxRows: 0, pollAge: null, casesWaiting: 0, casesOverdue: 0, deadLetters: 0, deadJobs: 0 };

    expect(await readGauges(database, NOW)).toEqual(nothing);
  });

  it('is how long what is due has waited, not what is under way or put off', async () => {
    await waiting(NOW - 9_000, NOW + 1_000);
    await waiting(NOW - 5_000, 0);
    await waiting(NOW - 4_000, NOW - 1);

    expect(await readGauges(database, NOW)).toMatchObject({ outboxAge: 5_000, outboxRows: 3 });
  });

  it('is how old the reading of Service Health is', async () => {
    await database.query('insert into kiku.advisory_reading (read_at) values ($1::bigint)', [NOW - 90_000]);

    expect(await readGauges(database, NOW)).toMatchObject({ pollAge: 90_000 });
  });

  it('is which cases wait for the helpdesk, and which of them nobody has answered in time', async () => {
    await held('LATE', 'waiting-helpdesk', NOW - 1, null);
    await held('ANSWERED', 'waiting-helpdesk', NOW - 1, NOW - HOUR_MS);
    await held('INTIME', 'waiting-helpdesk', NOW + 1, null);
    await held('THEIRS', 'waiting-employee', NOW - 1, null);

    expect(await readGauges(database, NOW)).toMatchObject({ casesWaiting: 3, casesOverdue: 1 });
  });

  it('is what was given up in the last day, though somebody was there to read it', async () => {
    await dead(1, 'refused', NOW - HOUR_MS);
    await dead(2, 'gone', NOW - HOUR_MS);
    await dead(3, 'refused', NOW - 25 * HOUR_MS);

    expect(await readGauges(database, NOW)).toMatchObject({ deadLetters: 1 });
  });
});
