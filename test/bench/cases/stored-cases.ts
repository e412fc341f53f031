import pg from 'pg';
import type { CaseContent } from '../../../src/case-ports.ts';
import { LOCAL_TENANT, type LocalPerson } from '../../../src/local/teams/people.ts';

const CONTENT: CaseContent = {
  problem: 'onedrive-connectivity',
  facts: { code: { values: ['0x8004de40'], source: { kind: 'tapped' } } },
  contradictions: [],
  tried: [{ step: 'restart-onedrive', outcome: 'failing' }],
  ahead: [],
  advisories: [],
  words: ['OneDrive does not connect since this morning.'],
  leftOut: [],
  stop: null,
};

/**
 * Stores open cases until there are `count`, which were shown long ago: every second is `agent`'s, every second of the others is overdue, and nothing is due by
 * itself.
 */
export async function storeCases(url: string, count: number, agent: LocalPerson): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const channel = { serviceUrl: 'http://127.0.0.1:1/', tenant: LOCAL_TENANT, bot: { id: '28:kiku', name: 'Kiku' }, conversation: '19:stored' };
    await client.query(
      `insert into kiku.case (tenant, id, person, person_name, language, intake, content, state, rank, assignee, assignee_name,
         created_at, respond_by, responded_at, is_reminded, touched_at, revision, channel, thread, card_laid, card_digest, look_at)
       select $1, 'F' || n, 'stored ' || n, 'Stored ' || n, 'en', 'i' || n, $2::jsonb, 'waiting-helpdesk', n % 4,
         case when n % 2 = 0 then $3 end, case when n % 2 = 0 then $4 end,
         $5::bigint, $5::bigint + (case when n % 4 < 2 then -1 else 1 end) * (1 + (n::bigint * 7919) % 100000) * 60000, null, true,
         $5::bigint, 1, $6::jsonb, '19:stored;messageid=' || n, 1, '', null
       from generate_series(1 + (select count(*)::int from kiku.case where id like 'F%'), $7::int) n`,
      [LOCAL_TENANT, JSON.stringify(CONTENT), agent.aadObjectId, agent.name, Date.now(), JSON.stringify(channel), count],
    );
    await client.query('analyze');
  } finally {
    await client.end();
  }
}
