import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { LocalPerson } from '../../src/local/teams/people.ts';
import type { Program } from '../program.ts';
import { Channel, castMember } from './channel.ts';
import { type Actor, Stage } from './stage.ts';

const WAIT_MS = 20_000;

/** What people wrote, are called, and were told: recognisable, and in no line of the log. */
const PRIVATE = [
  'Zwetschgenkuchen',
  'Zwetschgen',
  '0x8004de40',
  '8004de40',
  'robin.geheim@contoso.example',
  'contoso-geheim',
  '203.0.113.77',
  'S-1-5-21-1004336348',
  'Robin',
  'Doe',
  'Priya',
  'Nair',
  '梅の菓子',
  'OneDrive',
];

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly input?: string;
}

let stage: Stage;
let program: Program;
let channel: Channel;
let robin: Actor;
let priya: LocalPerson;
const inputs: string[] = [];

beforeAll(async () => {
  stage = await Stage.open('postgresql', { LOG_LEVEL: 'debug', HELPDESK_HOURS: 'always', QUIET_HOURS: 'none' });
  program = stage.program;
  channel = new Channel(stage);
  priya = castMember(stage, 'priya');
  await channel.say(priya, '@Kiku helpdesk here');
  await channel.reads(/is the helpdesk's from now on/);
  robin = await stage.enter();
}, 60_000);
afterAll(() => stage.close());

const lines = (): readonly Line[] =>
  program
    .output()
    .stderr.split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
const turns = () => lines().filter(({ msg, input }) => msg === 'turn' && inputs.includes(input ?? ''));
/** What the program writes comes a moment after its answer. */
async function logged(...expected: readonly object[]): Promise<void> {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    try {
      return expect(lines()).toEqual(expect.arrayContaining(expected.map((one) => expect.objectContaining(one))));
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(20);
    }
  }
}
const reads = (words: RegExp) => robin.client.waitFor(robin.person, () => words.test(robin.text()), WAIT_MS);

async function say(text: string): Promise<void> {
  inputs.push((await robin.client.say(robin.person, text)).id);
}

async function atDatabase(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: stage.env.DATABASE_URL });
  await client.connect();
  await client.query(statement);
  await client.end();
}

describe('the log', () => {
  it('has one line for each turn, with ids, kinds and durations', async () => {
    await say('OneDrive says 0x8004de40 on Windows 10, I am robin.geheim@contoso.example and baked Zwetschgenkuchen');
    await robin.tap({ do: 'answer', fact: 'web' });
    await say('梅の菓子 https://contoso-geheim.sharepoint.com/sites/lohn 203.0.113.77');
    await say('  SID : S-1-5-21-1004336348-1177238915-682003330-512\n  Zwetschgen : YES\n  AzureAdJoined : YES');

    await logged(...inputs.map((input) => ({ msg: 'turn', input })));
    const [first] = turns();
    expect(first).toMatchObject({ where: 'personal', said: 'text', outcome: 'saved', shown: ['question'], asked: 'web', tries: 1, cases: [] });
    expect(Object.keys(first ?? {})).toEqual(
      expect.arrayContaining(['tenant', 'conversation', 'intake', 'ms', 'loadMs', 'decideMs', 'saveMs', 'sendMs']),
    );
  });

  it('counts a message that comes again as a turn of its own, that was seen', async () => {
    await robin.client.redeliver(robin.person, inputs[0] ?? '');

    await logged({ input: inputs[0], outcome: 'saved' }, { input: inputs[0], outcome: 'seen' });
    inputs.splice(0, 1);
  });

  it('tells of a case by its kinds', async () => {
    await say('I want to talk to a person about Zwetschgenkuchen');
    await reads(/"case":"([2-9A-HJ-NP-Z]{6})"/);
    const id = /"case":"([2-9A-HJ-NP-Z]{6})"/.exec(robin.text())?.[1] ?? '';
    await channel.reads(new RegExp(`Case ${id}`));
    await channel.answer(priya, id, '@Kiku Zwetschgenkuchen is on robin.geheim@contoso.example');
    await reads(/Zwetschgenkuchen is on/);
    await say('thank you, Zwetschgen and all');
    await channel.reads(/Zwetschgen and all/);

    await logged({ cases: ['open', 'say'], ended: 'handed-over' }, { cases: ['say'] }, { msg: 'turn', where: 'channel', outcome: 'helpdesk' });
  });

  it('tells of a turn that failed in the database, and of a message that Teams refused', async () => {
    await atDatabase('alter table kiku.seen_input rename to unseen_input');
    await say('Zwetschgenkuchen again, 0x8004de40');
    await atDatabase('alter table kiku.unseen_input rename to seen_input');
    stage.teams.faults.inject({ conversation: robin.person.conversation, kind: 'forbidden', code: 'BotDisabledByAdmin', on: 'post' });
    await say('help');

    await logged({ input: inputs.at(-2), outcome: 'failed', said: 'text' }, { msg: 'A turn failed.' }, { msg: 'message dropped' });
  });

  it('has no word, name, code or address of anybody, and one line for each message', async () => {
    await program.end();
    const { stderr, stdout } = program.output();

    expect(PRIVATE.filter((words) => `${stderr}${stdout}`.includes(words))).toEqual([]);
    for (const input of inputs) expect(turns().filter((turn) => turn.input === input)).toHaveLength(1);
  });
});
