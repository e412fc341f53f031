import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPglite } from '../../src/storage/pglite.ts';
import { openPostgres } from '../../src/storage/postgres.ts';
import { startProgram } from '../program.ts';
import { Channel, castMember } from './channel.ts';
import { type Actor, Stage } from './stage.ts';

const WAIT_MS = 20_000;
const TROUBLE = 'OneDrive 0x8004de40 since the zanzibar meeting, Windows 11, at home, web version works, only me';
const STEP = 'outcome restart-onedrive';

const reads = (actor: Actor, words: string | RegExp) => actor.client.waitFor(actor.person, () => actor.text().match(words) !== null, WAIT_MS);

describe.each(['postgresql', 'pglite'] as const)('what is kept of a person, on %s', (kind) => {
  let stage: Stage;
  let channel: Channel;
  beforeAll(async () => {
    stage = await Stage.open(kind, { HELPDESK_HOURS: 'always', QUIET_HOURS: 'none', ALERT_HEAD_START_SECONDS: '0' });
    channel = new Channel(stage);
    await channel.say(castMember(stage, 'priya'), '@Kiku helpdesk here');
    await channel.reads(/is the helpdesk's from now on/);
  }, 60_000);
  afterAll(() => stage.close());

  it('is shown to them whole, and gone from every table once they have said so; what they write then starts afresh', async () => {
    const robin = await stage.enter();
    const { aadObjectId, conversation } = robin.person;
    await withEverything(robin, stage, channel);

    await robin.say('export my data');
    await reads(robin, /saidInCases/);
    const shown = robin.text();
    const before = await stopped(stage, () => tablesWith(stage, [aadObjectId, conversation, 'zanzibar', 'Robin Doe']));
    await robin.say('forget me');
    await reads(robin, /cannot be brought back/);
    const untouched = robin.text();
    await robin.tap({ do: 'own-data', act: 'delete' });
    await reads(robin, /Everything is deleted/);
    await channel.reads(/^(?![\s\S]*zanzibar)/);
    const after = await stopped(stage, () => tablesWith(stage, [aadObjectId, conversation, 'zanzibar', 'Robin Doe']));

    expect(before).toEqual(expect.arrayContaining(['kiku.alert', 'kiku.case', 'kiku.case_message', 'kiku.intake', 'kiku.person', 'kiku.seen_input']));
    for (const sort of ['conversations', 'cases', 'saidInCases', 'alerts', 'reports', 'messagesOfTheLastDay', 'zanzibar'])
      expect(shown).toContain(sort);
    expect(untouched).not.toContain('Everything is deleted');
    expect(after).toEqual([]);

    await robin.say(TROUBLE);
    await robin.sees('go-on OD900001');
    const afresh = await stopped(stage, () => tablesWith(stage, [aadObjectId]));
    expect(afresh).toEqual(['kiku.intake', 'kiku.person', 'kiku.seen_input', 'kiku.slot']);
  }, 120_000);
});

/** A conversation with a report, an alert and a case in which both have written. */
async function withEverything(robin: Actor, stage: Stage, channel: Channel): Promise<void> {
  await robin.say('follow OneDrive');
  await robin.say(TROUBLE);
  await robin.sees(STEP);
  await robin.tap({ do: 'outcome', step: 'restart-onedrive', outcome: 'failing' });
  await robin.tap({ do: 'wrong' });
  await stage.board('PATCH', '/OD900001', { isOn: true });
  await reads(robin, /OD900001/);
  await robin.say('talk to a person');
  await channel.reads(/zanzibar/);
  await robin.say('the zanzibar printer works');
  await channel.reads(/zanzibar printer/);
}

/** With the database for itself: the embedded one belongs to one process. */
async function stopped<T>(stage: Stage, look: () => Promise<T>): Promise<T> {
  await stage.program.end();
  const found = await look();
  stage.program = await startProgram(stage.env);
  return found;
}

/** Tables, also those of the jobs, in which any of `words` stands anywhere. */
async function tablesWith({ env }: Stage, words: readonly string[]): Promise<readonly string[]> {
  const database = env.DATABASE_URL === undefined ? await openPglite(env.DATA_DIR ?? '') : openPostgres(env.DATABASE_URL);
  try {
    const tables = await database.query(
      "select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema in ('kiku', 'pgboss') and table_type = 'BASE TABLE'",
      [],
    );
    const found: string[] = [];
    for (const { name } of tables.map((row) => ({ name: '', ...Object(row) }))) {
      const rows = await database.query(
        `select 1 from ${name} t where exists (select 1 from unnest($1::text[]) w where to_jsonb(t)::text like '%' || w || '%') limit 1`,
        [words],
      );
      if (rows.length > 0) found.push(name.replaceAll('"', ''));
    }
    return found.toSorted();
  } finally {
    await database.close();
  }
}
