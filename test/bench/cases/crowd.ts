import { setTimeout as pause } from 'node:timers/promises';
import type { Entry } from '../../../src/local/teams/conversations.ts';
import type { Actor } from '../../conversations/stage.ts';
import { type Company, cardComes, openCompany, sayUntilTaken } from './company.ts';

/** A crowd that talks. */
export interface CrowdPlan {
  readonly employees: number;
  readonly agents: number;
  readonly seconds: number;
  /** Between what one person says and the next, on average. */
  readonly pauseSeconds: number;
  readonly killEverySeconds: number;
  /** Whether Teams refuses what is above its limits. */
  readonly refusesTooMuch?: boolean;
  /** They talk on until there were so many; without, there are as many as there is time for. */
  readonly kills?: number;
  /** SIGKILL, unless it is said. */
  readonly killedBy?: NodeJS.Signals;
}

/** What came of it. */
export interface CrowdResult {
  readonly kills: number;
  /** Taken with 2xx: of employees, of agents. */
  readonly taken: readonly [number, number];
  readonly retries: number;
  readonly lost: readonly string[];
  /** Arrived somewhere else than on the other side of the case. */
  readonly astray: readonly string[];
  readonly disordered: readonly string[];
  /** Shown twice: where a send was on its way at a kill, and otherwise. */
  readonly doubledAtKills: number;
  readonly doubledOtherwise: readonly string[];
  /** From written, with all retries, to shown; milliseconds. */
  readonly relayMs: readonly number[];
  readonly sends: number;
  /** How often Teams' own limits were broken: 50 sends a second to a tenant, some 7 to a conversation. */
  readonly overLimit: { readonly tenant: number; readonly conversation: number; readonly peak: number };
  readonly setUpSeconds: number;
  readonly complaints: ReadonlyMap<string, number>;
}

interface Said {
  readonly token: string;
  /** Whose words in which case: these keep their order. */
  readonly line: string;
  /** Conversation and thread in which it is to be shown. */
  readonly place: string;
  readonly begunAt: number;
  takenAt: number | null;
}

interface Shown {
  readonly place: string;
  readonly at: number;
}

const INSTANCES = 2;
/** A send that was on its way, or not yet recorded, when its process was killed began at most so long before. */
const IN_FLIGHT_MS = 2_000;
const ARRIVE_MS = 60_000;
const TROUBLE = 'OneDrive 0x8004de40, Windows 11';
const AT_ONCE = 12;

/** Employees and agents talk in their cases while two instances are killed in turn. */
export async function runCrowd(plan: CrowdPlan): Promise<CrowdResult> {
  const company = await openCompany(INSTANCES, plan.refusesTooMuch);
  try {
    const began = performance.now();
    const employees = Array.from({ length: plan.employees }, (_, index) => company.hire(`Robin ${index}`, false));
    const agents = Array.from({ length: plan.agents }, (_, index) => company.hire(`Agent ${index}`, true));
    const threads = new Map<Actor, string>();
    await inTurns(employees, async (actor) => void threads.set(actor, await handOver(company, actor)));
    const setUpSeconds = (performance.now() - began) / 1000;
    return { ...(await talk(company, plan, employees, agents, threads)), setUpSeconds };
  } finally {
    await company.close();
  }
}

/** Somebody with a trouble, who hands it over; the thread of their case. */
async function handOver({ teams }: Company, { person }: Actor): Promise<string> {
  await sayUntilTaken(teams, person, TROUBLE);
  await sayUntilTaken(teams, person, 'I want to talk to a person');
  return (await cardComes(teams, person)).id;
}

async function talk(
  company: Company,
  plan: CrowdPlan,
  employees: readonly Actor[],
  agents: readonly Actor[],
  threads: ReadonlyMap<Actor, string>,
): Promise<Omit<CrowdResult, 'setUpSeconds'>> {
  const { teams, programs } = company;
  const before = teams.limits.violations;
  const [said, shown] = [[] as Said[], new Map<string, Shown[]>()];
  let [sends, retries, isOver] = [0, 0, false];
  const unsubscribe = teams.conversations.subscribe((event) => {
    if (event.kind !== 'entry' || event.entry.from !== 'kiku') return;
    sends += 1;
    if (event.entry.revision > 1) return;
    const [token] = /\b[ea]\d+q\d+q\d+\b/.exec(event.entry.activity.text ?? '') ?? [];
    if (token !== undefined) shown.set(token, [...(shown.get(token) ?? []), { place: placeOf(event.conversation, event.entry), at: Date.now() }]);
  });
  const end = Date.now() + plan.seconds * 1000;
  const speak = async (actor: Actor, letter: 'e' | 'a', number: number, choose: () => number) => {
    const counts = new Map<number, number>();
    for (;;) {
      await pause(Math.random() * 2_000 * plan.pauseSeconds);
      if (isOver) return;
      const at = choose();
      const other = employees[at];
      const thread = other === undefined ? undefined : threads.get(other);
      if (other === undefined || thread === undefined) return;
      counts.set(at, (counts.get(at) ?? 0) + 1);
      const line = `${letter}${number}q${at}`;
      const token = `${line}q${counts.get(at)}`;
      const place = letter === 'e' ? `${teams.places.channel.key} ${thread}` : other.person.key;
      const one: Said = { token, line, place, begunAt: Date.now(), takenAt: null };
      said.push(one);
      retries += await sayUntilTaken(teams, actor.person, `${letter === 'a' ? '@Kiku ' : ''}Look at ${token} please`, letter === 'a' ? thread : null);
      one.takenAt = Date.now();
    }
  };
  const talking = Promise.all([
    ...employees.map((actor, index) => speak(actor, 'e', index, () => index)),
    ...agents.map((actor, index) => speak(actor, 'a', index, () => caseFor(index, plan))),
  ]);
  const kills = await killInTurns(company, plan, end);
  await pause(Math.max(0, end - Date.now()));
  isOver = true;
  await talking;
  const last = Date.now() + ARRIVE_MS;
  while (said.some(({ token }) => !shown.has(token)) && Date.now() < last) await pause(50);
  // What is shown twice comes when a lease has ended.
  await pause(8_000);
  unsubscribe();
  const { tenant, conversation, peak } = teams.limits.violations;
  const overLimit = { tenant: tenant - before.tenant, conversation: conversation - before.conversation, peak };
  return { ...judged(said, shown, kills), kills: kills.length, retries, sends, overLimit, complaints: programs.complaints() };
}

/** Each case has one agent, as far as there are cases for all. */
function caseFor(agent: number, { employees, agents }: CrowdPlan): number {
  const own = Math.max(1, Math.floor((employees - 1 - (agent % employees)) / agents) + 1);
  return (agent + agents * Math.floor(Math.random() * own)) % employees;
}

/** The next one is killed when the one before is back. */
async function killInTurns({ programs }: Company, plan: CrowdPlan, end: number): Promise<readonly number[]> {
  const kills: number[] = [];
  const betweenMs = plan.killEverySeconds * 1000;
  for (;;) {
    const isDone = plan.kills === undefined ? Date.now() + betweenMs >= end : kills.length >= plan.kills;
    if (isDone) return kills;
    const began = Date.now();
    await pause(Math.max(0, (kills.at(-1) ?? began) + betweenMs - began));
    kills.push(await programs.replace(kills.length % INSTANCES, plan.killedBy ?? 'SIGKILL'));
  }
}

function judged(said: readonly Said[], shown: ReadonlyMap<string, readonly Shown[]>, kills: readonly number[]) {
  const taken = said.filter(({ takenAt }) => takenAt !== null);
  const firstAt = ({ token }: Said) => shown.get(token)?.[0]?.at;
  const isAtKill = (at: number) => kills.some((kill) => at > kill - IN_FLIGHT_MS && at < kill + 50);
  const doubled = taken.filter(({ token }) => (shown.get(token)?.length ?? 0) > 1);
  const lines = Map.groupBy(taken, ({ line }) => line);
  return {
    taken: [taken.filter(({ token }) => token.startsWith('e')).length, taken.filter(({ token }) => token.startsWith('a')).length] as const,
    lost: taken.filter(({ token }) => !shown.has(token)).map(({ token }) => token),
    astray: taken.filter(({ token, place }) => shown.get(token)?.some((one) => one.place !== place)).map(({ token }) => token),
    disordered: [...lines.values()].flatMap((line) =>
      line.flatMap((one, index) => {
        const before = line[index - 1];
        return before !== undefined && (firstAt(before) ?? 0) > (firstAt(one) ?? Number.POSITIVE_INFINITY) ? [one.token] : [];
      }),
    ),
    doubledAtKills: doubled.filter((one) => isAtKill(firstAt(one) ?? 0)).length,
    doubledOtherwise: doubled.filter((one) => !isAtKill(firstAt(one) ?? 0)).map(({ token }) => token),
    relayMs: taken.flatMap((one) => {
      const at = firstAt(one);
      return at === undefined ? [] : [at - one.begunAt];
    }),
  };
}

function placeOf(conversation: string, { thread }: Entry): string {
  return thread === null ? conversation : `${conversation} ${thread}`;
}

async function inTurns<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
    }),
  );
}
