import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LocalTeamsClient } from '../../../src/local/teams/client.ts';
import type { Entry } from '../../../src/local/teams/conversations.ts';
import { CAST, type LocalPerson, localPerson } from '../../../src/local/teams/people.ts';
import { type LocalTeams, startLocalTeams } from '../../../src/local/teams/start.ts';
import { Actor } from '../../conversations/stage.ts';
import { freshDatabase } from '../../postgres.ts';
import { balanced, type Programs } from './programs.ts';

/** A tenant with a helpdesk: the whole program on PostgreSQL, and the local Teams around it. */
export interface Company {
  readonly teams: LocalTeams;
  readonly programs: Programs;
  readonly databaseUrl: string;
  /** Somebody of the helpdesk's team who owns it. */
  readonly owner: LocalPerson;
  /** Somebody new; `isAgent`: in the helpdesk's team. */
  hire(name: string, isAgent: boolean): Actor;
  close(): Promise<void>;
}

const PATIENCE_MS = 60_000;
/** More than a conversation gets in a run: an older card would be one that cannot be edited. */
const KEPT = 100_000;

/** Starts `instances` of the program on a database of their own, and binds the helpdesk's channel. `refusesTooMuch`: Teams answers 429 above its limits. */
export async function openCompany(instances: number, refusesTooMuch = false): Promise<Company> {
  const folders = await Promise.all(Array.from({ length: instances }, () => mkdtemp(join(tmpdir(), 'kiku-cases-'))));
  const database = await freshDatabase();
  const { url, start } = await balanced();
  const log = { info() {}, warn() {}, error() {} };
  const teams = await startLocalTeams({ botUrl: url, log, people: [], kept: KEPT, refusesTooMuch });
  const env = { DATABASE_URL: database.url, HELPDESK_HOURS: 'always', QUIET_HOURS: 'none' };
  const programs = await start(folders.map((folder) => ({ ...env, DATA_DIR: folder })));
  const owner = CAST.find(({ key }) => key === 'priya');
  if (owner === undefined) throw new Error('Nobody of the cast owns the team.');
  teams.places.add(owner);
  await teams.acts.sayInChannel(owner, '@Kiku helpdesk here');
  await until(() => inChannel(teams).some(({ activity }) => /is the helpdesk's from now on/.test(activity.text ?? '')), 'the channel is bound');
  return {
    teams,
    programs,
    databaseUrl: database.url,
    owner,
    hire(name, isAgent) {
      const person = localPerson({
        key: name.toLowerCase().replaceAll(' ', '-'),
        name,
        locale: 'en-GB',
        timeZone: 'Europe/London',
        isOutside: !isAgent,
      });
      teams.places.add(person);
      return new Actor(person, new LocalTeamsClient(teams));
    },
    async close() {
      await programs.close();
      await teams.close();
      await database.drop();
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
    },
  };
}

/** What Kiku wrote in the channel, oldest first. */
export function inChannel(teams: LocalTeams): readonly Entry[] {
  return teams.conversations.read(teams.places.channel.key).entries.filter(({ from }) => from === 'kiku');
}

/** The card of somebody's case in the channel. */
export function cardOf(teams: LocalTeams, { name }: LocalPerson): Entry | undefined {
  return inChannel(teams).find(({ activity }) => activity.summary?.startsWith('Case ') === true && activity.summary.endsWith(`(${name})`));
}

/** The message of Kiku that this person's case is begun in the channel with: at once, or when it comes. */
export async function cardComes(teams: LocalTeams, person: LocalPerson): Promise<Entry> {
  let found = cardOf(teams, person);
  await until(() => {
    found ??= cardOf(teams, person);
    return found !== undefined;
  }, `the card of ${person.name}`);
  if (found === undefined) throw new Error(`No card of ${person.name} came.`);
  return found;
}

/** Writes until Kiku has taken it, as Teams has people do: the same message again. Resolves with how often that was needed. */
export async function sayUntilTaken(teams: LocalTeams, person: LocalPerson, text: string, thread: string | null = null): Promise<number> {
  const key = thread === null ? person.key : teams.places.channel.key;
  let entry = thread === null ? await teams.acts.say(person, text) : await teams.acts.sayInChannel(person, text, thread);
  let again = 0;
  for (; entry.delivery !== 'sent'; again += 1) {
    await pause(300);
    const retried = await teams.acts.retry(person, key, entry.id);
    if (retried === null) throw new Error(`What ${person.name} wrote is no longer there.`);
    entry = retried;
  }
  return again;
}

/** Looks again every few milliseconds. */
export async function until(isSo: () => boolean, what: string, patienceMs = PATIENCE_MS): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`Waited ${patienceMs} ms in vain until ${what}.`);
    await pause(2);
  }
}
