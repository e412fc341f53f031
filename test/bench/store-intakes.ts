import pg from 'pg';

/** Fills a database with `count` people, each with an intake that has gone some way, an input seen and a slot. */
export async function storeIntakes(url: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const facts = Object.fromEntries(
      Object.entries({ code: '0x8004de40', product: 'onedrive', os: 'windows-10', web: 'works', network: 'elsewhere', affected: 'only-me' }).map(
        ([fact, value]) => [fact, { values: [value], source: { kind: 'written', words: value } }],
      ),
    );
    const intake = {
      revision: 6,
      state: 'open',
      facts,
      outcomes: { 'restart-onedrive': 'begun' },
      askedAgain: [],
      reopened: null,
      advised: [],
      dismissed: [],
      onPhone: false,
    };
    const person = { language: null, touchedAt: 1, held: null, puzzled: 0 };
    const address = { serviceUrl: 'http://127.0.0.1:9/', tenant: 'bench', bot: { id: '28:kiku', name: 'Kiku' } };
    await client.query(
      `insert into kiku.person (tenant, id, revision, state, address, updated_at)
       select 'bench', 'old-' || n, 6, $2::jsonb || jsonb_build_object('intake', 'i' || n, 'openSlot', 's' || n), $3::jsonb || jsonb_build_object('conversation', 'c' || n), 1
       from generate_series(1, $1::int) n`,
      [count, JSON.stringify(person), JSON.stringify(address)],
    );
    await client.query(
      `insert into kiku.intake (tenant, person, id, state, updated_at)
       select 'bench', 'old-' || n, 'i' || n, $2::jsonb || jsonb_build_object('id', 'i' || n), 1 from generate_series(1, $1::int) n`,
      [count, JSON.stringify(intake)],
    );
    await client.query(
      `insert into kiku.seen_input (tenant, person, input, at) select 'bench', 'old-' || n, 'm' || n, 1 from generate_series(1, $1::int) n`,
      [count],
    );
    await client.query(
      `insert into kiku.slot (conversation, slot, activity, tenant, person, at) select 'c' || n, 's' || n, 'a' || n, 'bench', 'old-' || n, 1 from generate_series(1, $1::int) n`,
      [count],
    );
    await client.query('analyze');
  } finally {
    await client.end();
  }
}
