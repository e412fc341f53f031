import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actionsIn, type CardAction } from '../../src/local/teams/actions.ts';
import { LocalTeamsClient } from '../../src/local/teams/client.ts';
import type { Entry } from '../../src/local/teams/conversations.ts';
import { type LocalPerson, localPerson } from '../../src/local/teams/people.ts';
import { type LocalTeams, startLocalTeams } from '../../src/local/teams/start.ts';
import { freshDatabase } from '../postgres.ts';
import { freePort, type Program, startProgram } from '../program.ts';

const WAIT_MS = 20_000;

/** A person at the local Teams, and what they can do. Waits are for what is seen, never for time. */
export class Actor {
  readonly person: LocalPerson;
  readonly #client: LocalTeamsClient;

  constructor(person: LocalPerson, client: LocalTeamsClient) {
    this.person = person;
    this.#client = client;
  }

  /** Writes, and resolves when Kiku has taken it in. */
  async say(text: string): Promise<void> {
    const entry = await this.#client.say(this.person, text);
    if (entry.delivery !== 'sent') throw new Error(`Kiku did not take in "${text}".`);
  }

  /** Presses the newest action whose data fit `wanted`, wherever it is shown now. */
  async tap(wanted: Readonly<Record<string, unknown>>, inputs: Readonly<Record<string, string>> = {}): Promise<void> {
    const entry = this.entries().findLast((one) => this.actions(one).some((action) => fits(action, wanted)));
    if (entry === undefined) throw new Error(`No action fits ${JSON.stringify(wanted)}. ${this.#story()}`);
    await this.#client.tap(this.person, entry.id, (action) => fits(action, wanted), inputs);
  }

  /** Presses an action on a given message, old or new. */
  async tapOn(entry: Entry, wanted: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#client.tap(this.person, entry.id, (action) => fits(action, wanted));
  }

  /** What Kiku wrote, oldest first. */
  entries(): readonly Entry[] {
    return this.#client.transcript(this.person).filter((entry) => entry.from === 'kiku' && !entry.isDeleted);
  }

  actions(entry: Entry): readonly CardAction[] {
    return actionsIn(this.#client.cards(this.person, entry.id));
  }

  /** What the cards that can be answered now ask for: `answer web`, `outcome restart-onedrive`, `go-on OD1`. */
  open(): readonly string[] {
    const names = this.entries().flatMap((entry) =>
      this.actions(entry).flatMap(({ data }) => {
        if (data.do === 'answer') return [`answer ${data.fact}`];
        if (data.do === 'outcome') return [`outcome ${data.step}`];
        if (data.do === 'go-on') return [`go-on ${data.advisory}`];
        return data.do === 'continue' ? ['continue or new'] : [];
      }),
    );
    return [...new Set(names)];
  }

  /** Waits until exactly these cards can be answered. */
  async sees(...open: readonly string[]): Promise<void> {
    await this.#client
      .waitFor(this.person, () => JSON.stringify(this.open()) === JSON.stringify(open), WAIT_MS)
      .catch((error: unknown) => {
        throw new Error(`Expected ${open.join(', ')}; open is ${this.open().join(', ')}. ${this.#story()}`, { cause: error });
      });
  }

  /** Everything that can be read in what Kiku wrote, in order, as the person sees it now. */
  text(): string {
    return this.entries()
      .map((entry) => `${entry.activity.text ?? ''}${JSON.stringify(this.#client.cards(this.person, entry.id))}`)
      .join('\n');
  }

  get client(): LocalTeamsClient {
    return this.#client;
  }

  #story(): string {
    return `So far: ${this.entries()
      .map((entry) => entry.activity.summary ?? entry.activity.text)
      .join(' | ')}`;
  }
}

/** The program on a database of its own, and a local Teams around it that outlives it. */
export class Stage {
  readonly teams: LocalTeams;
  program: Program;
  /** What the program is started with. */
  readonly env: Readonly<Record<string, string>>;
  readonly #cleanUp: () => Promise<void>;

  private constructor(teams: LocalTeams, program: Program, env: Readonly<Record<string, string>>, cleanUp: () => Promise<void>) {
    this.teams = teams;
    this.program = program;
    this.env = env;
    this.#cleanUp = cleanUp;
  }

  static async open(on: 'postgresql' | 'pglite' = 'postgresql', extra: Readonly<Record<string, string>> = {}): Promise<Stage> {
    const folder = await mkdtemp(join(tmpdir(), 'kiku-stage-'));
    const database = on === 'postgresql' ? await freshDatabase() : null;
    const port = await freePort();
    const env = { PORT: String(port), DATA_DIR: folder, ...(database === null ? {} : { DATABASE_URL: database.url }), ...extra };
    const log = { info() {}, warn() {}, error() {} };
    const teams = await startLocalTeams({ botUrl: `http://127.0.0.1:${port}/api/messages`, log, people: [] });
    const program = await startProgram(env);
    const stage = new Stage(teams, program, env, async () => {
      await teams.close();
      await database?.drop();
      await rm(folder, { recursive: true, force: true });
    });
    // Resolves when Service Health was read, which Kiku does in its own time after it has begun to listen.
    await stage.board('PATCH', '/OD900001', { isOn: false });
    return stage;
  }

  /** Somebody new, who has just opened the chat. */
  async enter(of: { locale?: string; timeZone?: string; isOutside?: boolean } = {}): Promise<Actor> {
    const [locale, timeZone] = [of.locale ?? 'en-GB', of.timeZone ?? 'Europe/London'];
    const person = localPerson({ key: randomUUID(), name: 'Robin Doe', locale, timeZone, isOutside: of.isOutside ?? false });
    this.teams.places.add(person);
    const actor = new Actor(person, new LocalTeamsClient(this.teams));
    await this.teams.acts.open(person);
    return actor;
  }

  /** Somebody of the cast in their own chat with Kiku. */
  actor(person: LocalPerson): Actor {
    return new Actor(person, new LocalTeamsClient(this.teams));
  }

  /** Kills the program and starts it anew, on the same data and port. */
  async restart(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    await this.program.end(signal);
    this.program = await startProgram(this.env);
  }

  /** Changes the Service Health board that the program reads, and waits until it has read it. */
  async board(method: 'PATCH' | 'POST' | 'DELETE', path: string, body: object): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${this.program.origin}/local/advisories${path}`, { method, headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`The board answered ${response.status}: ${await response.text()}`);
  }

  async close(): Promise<void> {
    await this.program.end();
    await this.#cleanUp();
  }
}

function fits(action: CardAction, wanted: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(wanted).every(([name, value]) => action.data[name] === value);
}
