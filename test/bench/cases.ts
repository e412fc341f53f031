import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { openCompany } from './cases/company.ts';
import { runCrowd } from './cases/crowd.ts';
import { measureLists } from './cases/lists.ts';
import { measureRelay } from './cases/relay.ts';
import { storeCases } from './cases/stored-cases.ts';

/**
 * `npm run bench:cases`: the whole program on PostgreSQL against the local Teams over HTTP. How soon a case stands in the channel and words are on the other
 * side, with no case and with 10,000 open; how long lists take with 100 and 10,000; and whether anything is lost while 500 people talk and instances are killed. The database of the tests does not wait for the disk.
 * `-- --only relay,lists,crowd`, `--seconds 20`, `--employees 80 --agents 20`, `--pause 8`, `--rounds 30`, `--refuse` (Teams answers 429 above its limits).
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'relay,lists,crowd' },
    seconds: { type: 'string', default: '120' },
    employees: { type: 'string', default: '400' },
    agents: { type: 'string', default: '100' },
    pause: { type: 'string', default: '15' },
    kill: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '50' },
    refuse: { type: 'boolean', default: false },
  },
});
const OPEN_CASES = [0, 10_000];
const LISTED = [100, 10_000];
const rounds = Number(values.rounds);
const only = values.only.split(',');

if (only.includes('relay')) await relay();
if (only.includes('lists')) await lists();
if (only.includes('crowd')) await crowd();

async function relay(): Promise<void> {
  const company = await openCompany(1);
  try {
    await measureRelay(company, 5, 'warm');
    print('From a tap, or from what is written, to what is seen (milliseconds: p50, p95, most)');
    for (const count of OPEN_CASES) {
      await storeCases(company.databaseUrl, count, company.owner);
      const times = await measureRelay(company, rounds, `r${count}`);
      print(`  ${count} cases open; ${load()}`);
      print(`    tap → card in the channel   ${spread(times.card)}`);
      print(`    employee → thread           ${spread(times.toThread)}`);
      print(`    agent → employee's chat     ${spread(times.toChat)}`);
    }
    for (const [line, count] of company.programs.complaints()) print(`  ${count} × ${line}`);
  } finally {
    await company.close();
  }
}

async function lists(): Promise<void> {
  const company = await openCompany(1);
  try {
    const medians = new Map<string, number>();
    print('A page of a list, as the agent waits for it (milliseconds: p50, p95, most; ratio of p50 to that with the fewest cases)');
    for (const count of LISTED) {
      await storeCases(company.databaseUrl, count, company.owner);
      await measureLists(company, 5);
      const all = await measureLists(company, rounds);
      print(`  ${count} cases open; ${load()}`);
      for (const { what, first, number, far } of all) {
        for (const [page, times] of [
          [1, first],
          [number, far],
        ] as const) {
          const key = `${what} ${page === 1 ? 'first' : 'far'}`;
          const before = medians.get(key) ?? at(times, 0.5);
          medians.set(key, before);
          print(`    ${`${what}, page ${page}`.padEnd(20)} ${spread(times)}   ratio ${(at(times, 0.5) / before).toFixed(2)}`);
        }
      }
    }
  } finally {
    await company.close();
  }
}

async function crowd(): Promise<void> {
  const [employees, agents, seconds] = [Number(values.employees), Number(values.agents), Number(values.seconds)];
  const plan = {
    employees,
    agents,
    seconds,
    pauseSeconds: Number(values.pause),
    killEverySeconds: Number(values.kill),
    refusesTooMuch: values.refuse,
  };
  print(`${employees} employees and ${agents} agents talk for ${seconds} s, each every ${plan.pauseSeconds} s; two instances; ${load()}`);
  const result = await runCrowd(plan);
  const [byEmployees, byAgents] = result.taken;
  print(`  handing over took ${result.setUpSeconds.toFixed(1)} s; ${result.kills} kills; ${load()}`);
  print(`  taken ${byEmployees} of employees and ${byAgents} of agents, after ${result.retries} retries; ${result.sends} sends of Kiku`);
  print(`  lost ${result.lost.length}, in the wrong place ${result.astray.length}, out of order ${result.disordered.length}`);
  print(`  shown twice: ${result.doubledAtKills} of sends in flight at a kill, ${result.doubledOtherwise.length} others`);
  const { tenant, conversation, peak } = result.overLimit;
  print(
    `  sends above Teams' limits: ${tenant} of the tenant's (at most ${peak} in a second, with handing over), ${conversation} of a conversation's`,
  );
  print(`  from written to shown ${spread(result.relayMs)}`);
  for (const tokens of [result.lost, result.astray, result.disordered, result.doubledOtherwise]) {
    if (tokens.length > 0) print(`  ${tokens.slice(0, 20).join(' ')}`);
  }
  for (const [line, count] of result.complaints) print(`  ${count} × ${line}`);
}

function spread(times: readonly number[]): string {
  return [at(times, 0.5), at(times, 0.95), Math.max(...times)].map((ms) => ms.toFixed(0).padStart(6)).join(' ');
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}

function load(): string {
  return `load of the machine ${loadavg()[0]?.toFixed(1)}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
