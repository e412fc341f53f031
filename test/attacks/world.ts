import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { freshDatabase } from '../postgres.ts';
import { type Program, startProgram } from '../program.ts';
import { BOT, type Outside, openOutside, TEAMS, TENANT } from './outside.ts';

const REDIRECT = fileURLToPath(new URL('./redirect.ts', import.meta.url));
/** What moves by itself: Graph is read each minute. */
const MOVING = ['advisory', 'advisory_reading', 'bucket', 'graph_request', 'graph_rest', 'look', 'pace', 'warning'];
const WAIT_MS = 20_000;
const QUIET_MS = 1_300;

export const SERVICE = `${TEAMS}/emea/`;
export const SECRET = 'client-secret-of-the-bot';

/** What the program answered. */
export interface Answered {
  readonly status: number;
  readonly body: string;
}

/** The program as in production, on a database of its own, with the internet in the hands of the test. */
export interface World {
  readonly outside: Outside;
  program: Program;
  readonly databaseUrl: string;
  /** What the program is started with. */
  readonly env: Readonly<Record<string, string>>;
  /** Posts to the bot. `token`: `null` for none; without it a good one. */
  post(body: unknown, of?: { readonly token?: string | null; readonly headers?: Readonly<Record<string, string>> }): Promise<Answered>;
  /** All that is kept of people, as text: equal texts are equal databases. */
  kept(): Promise<string>;
  isAlive(): Promise<boolean>;
  /** What is kept, once nothing waits to be sent any more. */
  settled(): Promise<string>;
  /** The same, once nothing has changed for longer than whatever runs in the background needs to begin. */
  quiet(): Promise<string>;
  /** Ends the program and starts it anew on what it kept. */
  restart(): Promise<void>;
  /** Waits until `is` holds. */
  until(is: () => boolean | Promise<boolean>, what: string): Promise<void>;
  close(): Promise<void>;
}

/** `prepare`: makes the address by which the program reaches its database. */
export async function openWorld(env: Readonly<Record<string, string>> = {}, prepare = async (url: string) => url): Promise<World> {
  const [outside, database] = await Promise.all([openOutside(), freshDatabase()]);
  const given = {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    NODE_OPTIONS: `--import=${REDIRECT} --disable-warning=ExperimentalWarning`,
    TEST_OUTSIDE_PORT: String(outside.port),
    MICROSOFT_APP_ID: BOT,
    MICROSOFT_APP_TENANT_ID: TENANT,
    MICROSOFT_APP_PASSWORD: SECRET,
    DATABASE_URL: await prepare(database.url),
    QUIET_HOURS: 'none',
    ...env,
  };
  const program = await startProgram(given).catch(async (error: unknown) => {
    await Promise.all([outside.close(), database.drop()]);
    throw error;
  });
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();

  const until: World['until'] = async (is, what) => {
    const end = Date.now() + WAIT_MS;
    while (!(await is())) {
      if (Date.now() > end) throw new Error(`Waited in vain: ${what}. The log says:\n${world.program.output().stderr.slice(-2_000)}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };

  const world: World = {
    outside,
    program,
    databaseUrl: database.url,
    env: given,
    async post(body, { token, headers = {} } = {}) {
      const bearer = token === undefined ? await outside.sign() : token;
      const response = await fetch(`${world.program.origin}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }), ...headers },
        body: typeof body === 'string' || body instanceof Uint8Array ? new Uint8Array(Buffer.from(body)) : JSON.stringify(body),
      });
      return { status: response.status, body: await response.text() };
    },
    kept: () => contents(client, MOVING),
    isAlive: async () => (await fetch(`${world.program.origin}/healthz`)).status === 200,
    async settled() {
      await until(async () => (await client.query('select 1 from kiku.outbox limit 1')).rowCount === 0, 'everything is sent');
      return contents(client, MOVING);
    },
    async quiet() {
      let last = '';
      let since = Date.now();
      await until(async () => {
        const now = await contents(client, MOVING);
        if (now !== last) since = Date.now();
        last = now;
        return Date.now() - since > QUIET_MS;
      }, 'nothing changes any more');
      return last;
    },
    until,
    async restart() {
      await world.program.end();
      world.program = await startProgram(given);
    },
    async close() {
      await client.end();
      await world.program.end();
      await outside.close();
      await database.drop();
    },
  };
  return world;
}

/** Every row of every table of ours, but those named. */
export async function contents(client: pg.Client, without: readonly string[] = []): Promise<string> {
  const tables = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'kiku' and table_type = 'BASE TABLE' order by 1`,
  );
  const texts: string[] = [];
  for (const { name } of tables.rows.filter((table) => !without.includes(table.name))) {
    const { rows } = await client.query<{ row: string }>(`select t::text as row from kiku.${name} t order by 1`);
    texts.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return texts.join('\n');
}

let count = 0;

/** A message as Teams sends it, each under an id of its own, changed as wished. */
export function activity(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  count += 1;
  return {
    type: 'message',
    id: `17000000${String(count).padStart(5, '0')}`,
    timestamp: '2026-11-22T08:00:00.000Z',
    channelId: 'msteams',
    serviceUrl: SERVICE,
    from: { id: '29:aoi', name: 'Aoi Sato', aadObjectId: 'aoi' },
    conversation: { id: 'a:aoi', conversationType: 'personal', tenantId: TENANT },
    recipient: { id: `28:${BOT}`, name: 'Kiku' },
    channelData: { tenant: { id: TENANT } },
    locale: 'en-GB',
    text: 'OneDrive 0x8004de40, Windows 11',
    ...changes,
  };
}
