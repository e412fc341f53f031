import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { BOT_TOKEN, GRAPH_TOKEN } from './outside.ts';
import { asMembers, bindHelpdesk, CHANNEL, handOver, Person } from './people.ts';
import { openWorld, SECRET, SERVICE, type World } from './world.ts';

const DOCTOR = fileURLToPath(new URL('../../src/cli/doctor.ts', import.meta.url));
const COLLECTOR = 'secret-of-the-collector';
const PASSWORD = 'password-of-the-database';
const ROLE = `keeper_${randomBytes(4).toString('hex')}`;

let world: World;
let database: pg.Client;
/** Tokens that came in with requests. */
const shown: string[] = [];

beforeAll(async () => {
  world = await openWorld(
    {
      LOG_LEVEL: 'debug',
      HELPDESK_HOURS: 'always',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'https://collector.example',
      OTEL_EXPORTER_OTLP_HEADERS: `authorization=${COLLECTOR}`,
    },
    async (url) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(`create role ${ROLE} login superuser password '${PASSWORD}'`);
      await client.end();
      return Object.assign(new URL(url), { username: ROLE, password: PASSWORD }).href;
    },
  );
  database = new pg.Client({ connectionString: world.databaseUrl });
  await database.connect();
}, 90_000);

afterAll(async () => {
  await database.end();
  await world.close();
});

/** Everything that troubles Kiku outside, one after another, while people write. */
const TROUBLES = ['https://smba.trafficmanager.net', 'https://graph.microsoft.com', 'https://login.microsoftonline.com'].flatMap((origin) =>
  [400, 401, 403, 404, 429, 500].map((status) => ({ origin, status })),
);

it('no secret stands in the log, the database, a card, or an answer, whatever fails', async () => {
  const agent = new Person(world, 'priya');
  world.outside.members = asMembers(agent);
  await bindHelpdesk(world, agent);
  const case_ = await handOver(world, new Person(world, 'hana'));
  await agent.tap({ do: 'case', case: case_, act: 'take' }, CHANNEL);
  await agent.say('doctor', CHANNEL);
  const answers: string[] = [];

  for (const { origin, status } of TROUBLES) {
    const echo = (authorization: string, body: string) => ({
      error: { code: 'invalid_client', message: `You sent ${authorization} ${body}` },
      error_description: body,
    });
    world.outside.answer = (asked) => (asked.origin === origin ? { status, body: echo(asked.authorization, asked.body) } : null);
    const person = new Person(world, `troubled-${status}-${origin.length}`);
    answers.push((await person.say('OneDrive 0x8004de40, Windows 11')).body);
    await person.post({ text: 'look', attachments: [{ contentType: 'image/png', contentUrl: `${SERVICE}v3/attachments/1/views/original` }] });
  }
  world.outside.answer = () => null;
  for (const token of [
    await world.outside.forge(),
    await world.outside.sign({ exp: 1_000 }),
    await world.outside.sign({ aud: 'x' }),
    await world.outside.sign(),
  ]) {
    shown.push(token.split('.')[2] ?? '');
    answers.push((await world.post({ type: 'message', text: 'x' }, { token })).body);
  }
  await database.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [ROLE]);
  answers.push((await new Person(world, 'late').say('help')).body);
  answers.push(await (await fetch(`${world.program.origin}/readyz`)).text());

  const said = world.outside.said().map(({ body }) => body);
  const { stdout, stderr } = world.program.output();
  const all = {
    log: stdout + stderr,
    answers: answers.join('\n'),
    cards: said.join('\n'),
    database: await dump(),
    doctor: await run(DOCTOR, world.env),
  };
  const secrets = [SECRET, PASSWORD, COLLECTOR, BOT_TOKEN, GRAPH_TOKEN, ...shown];
  expect(all.log).toContain('could not');
  expect(all.doctor).not.toBe('');
  const found = Object.entries(all).flatMap(([place, text]) =>
    secrets.filter((secret) => text.includes(secret)).map((secret) => `${secret} in the ${place}`),
  );
  expect(found).toEqual([]);
}, 120_000);

it('nor in what is said of a start that failed', async () => {
  const wrong = Object.assign(new URL(world.databaseUrl), { username: ROLE, password: `${PASSWORD}-other`, pathname: '/nowhere' }).href;

  for (const changes of [{ DATABASE_URL: wrong }, { DATABASE_URL: `mysql://${PASSWORD}` }, { MICROSOFT_APP_ID: '', PORT: PASSWORD }]) {
    const output = await run(fileURLToPath(new URL('../../src/main.ts', import.meta.url)), { ...world.env, ...changes });

    expect(output).toMatch(/did not start/);
    expect(output).not.toMatch(new RegExp(`${PASSWORD}|${SECRET}|${COLLECTOR}`));
  }
}, 60_000);

/** Every row of every table, the jobs' too. */
async function dump(): Promise<string> {
  const { rows } = await database.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const texts: string[] = [];
  for (const { name } of rows)
    texts.push(...(await database.query<{ row: string }>(`select t::text as row from ${name} t`)).rows.map(({ row }) => row));
  expect(texts.length).toBeGreaterThan(20);
  return texts.join('\n');
}

/** Runs a program to its end; with all that it printed. */
function run(file: string, env: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file], { env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('close', () => resolve(output));
  });
}
