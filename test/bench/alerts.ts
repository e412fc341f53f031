import { type FanOutResult, runFanOut } from './alerts/fan-out.ts';
import { type KillsResult, runKills } from './alerts/kills.ts';

/**
 * `npm run bench:alerts`: fan-outs over HTTP to a channel that throttles, refuses and fails, by a virtual clock; `-- 2000` for fewer people.
 */
const people = Number(process.argv[2] ?? 100_000);

const calm = { throttled: 0, spellMs: 0, retryAfterSeconds: 0, forbidden: 0, failing: 0 };
print('a calm channel', await runFanOut(Math.min(people, 5_000), calm));
print(
  '1 % throttled, 0.5 % refused, 0.2 % taken and failed',
  await runFanOut(people, { throttled: 10, spellMs: 400, retryAfterSeconds: 1, forbidden: 5, failing: 2 }),
);

print('1 % throttled one by one', await runFanOut(Math.min(people, 5_000), { ...calm, throttled: 10, retryAfterSeconds: 1 }));
printKills(await runKills(Math.min(people, 10_000)));

function printKills({ people, seconds, kills, seen, doubledAtKills }: KillsResult): void {
  const lines = [
    `two processes on PostgreSQL, limits ten times as wide: ${people} people in ${seconds.toFixed(0)} s, ${kills} kills`,
    `  missed ${seen.missed.length}, doubled ${seen.doubled.length}, of these on their way at a kill ${doubledAtKills}`,
    `  limits broken: tenant ${seen.violations.tenant}, conversation ${seen.violations.conversation}; at most ${seen.violations.peak} in a second of 500`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function print(name: string, result: FanOutResult): void {
  const { seen, states } = result;
  const best = (result.people - seen.forbidden) / 45;
  const lines = [
    `${name}: ${result.people} people`,
    `  planned ${result.planned} in ${result.planningSeconds.toFixed(1)} s`,
    `  sent in ${result.sendingSeconds.toFixed(0)} s of virtual time, ${(result.sendingSeconds / best).toFixed(3)} × people / 45 s (${result.realSeconds.toFixed(0)} s in reality)`,
    `  missed ${seen.missed.length}, doubled after a failure ${seen.doubledAfterFailure}, doubled otherwise ${seen.doubled.length}`,
    `  channel: ${seen.throttled} throttled, ${seen.forbidden} refused, ${seen.failing} taken and failed`,
    `  limits broken: tenant ${seen.violations.tenant}, conversation ${seen.violations.conversation}; at most ${seen.violations.peak} in a second`,
    `  after Retry-After the next came within ${Math.max(0, ...seen.restOver)} ms`,
    `  the heap grew by ${result.grownMb.toFixed(1)} MB; in the end sent ${states.sent}, failed ${states.failed}, waiting ${states.waiting}, in doubt ${states.inDoubt}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
