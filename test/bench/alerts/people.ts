import pg from 'pg';
import type { Advisory } from '../../../src/advisory.ts';

export const TENANT = 'contoso';

/** A fault of Microsoft's that everybody stored here is likely to have. */
export const FAULT: Advisory = {
  id: 'OD900001',
  kind: 'issue',
  services: ['OneDrive for Business'],
  title: 'Some users may be unable to sign in to OneDrive',
  impact: 'Users may be unable to sign in to OneDrive.',
  feature: 'OneDrive for Business',
  classification: 'advisory',
  status: 'serviceDegradation',
  isResolved: false,
  startAt: 0,
  endAt: null,
  updatedAt: 0,
  nextUpdate: null,
  text: 'Users may be unable to sign in to OneDrive. We are looking into it.',
};

/** Stores `count` people whose OneDrive does not connect, in chats served at `serviceUrl`. Returns their conversations. */
export async function storePeople(url: string, count: number, serviceUrl: string, at: number): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const facts = Object.fromEntries(
    Object.entries({ code: '0x8004de40', product: 'onedrive', os: 'windows-11' }).map(([fact, value]) => [
      fact,
      { values: [value], source: { kind: 'tapped' } },
    ]),
  );
  const intake = { revision: 1, state: 'open', facts, dismissed: [] };
  const person = { language: null, spoken: 'en', timeZone: 'UTC', touchedAt: at };
  const address = { serviceUrl, tenant: TENANT, bot: { id: '28:kiku', name: 'Kiku' } };
  try {
    await client.query(
      `insert into kiku.person (tenant, id, revision, state, address, updated_at)
       select $5, 'p' || n, 1, $2::jsonb || jsonb_build_object('intake', 'i' || n, 'language', case when n % 2 = 0 then 'ja' else 'en' end),
         $3::jsonb || jsonb_build_object('conversation', 'a:' || n), $4::bigint
       from generate_series(1, $1::int) n`,
      [count, JSON.stringify(person), JSON.stringify(address), at, TENANT],
    );
    await client.query(
      `insert into kiku.intake (tenant, person, id, state, updated_at)
       select $4, 'p' || n, 'i' || n, $2::jsonb || jsonb_build_object('id', 'i' || n), $3::bigint from generate_series(1, $1::int) n`,
      [count, JSON.stringify(intake), at, TENANT],
    );
    await client.query('analyze');
  } finally {
    await client.end();
  }
  return Array.from({ length: count }, (_, index) => `a:${index + 1}`);
}

/** Begins a fan-out of the fault to everybody; its id. */
export async function beginFanOut(url: string, at: number): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const content = JSON.stringify({ ...FAULT, startAt: at - 3_600_000, updatedAt: at });
    const { rows } = await client.query<{ id: number }>(
      `insert into kiku.fan_out (tenant, advisory, content, transitions, starts_at, created_at)
       values ($1, $2, $3::jsonb, '["new"]', $4, $4) returning id::float8 as id`,
      [TENANT, FAULT.id, content, at],
    );
    return rows[0]?.id ?? 0;
  } finally {
    await client.end();
  }
}
