import { afterEach, describe, expect, it } from '@jest/globals';
import { tellOfLoss } from '../../src/observe/loss.ts';
import { freshDatabase } from '../postgres.ts';
import { freePort, type Program, startProgram } from '../program.ts';
import { Receiver } from './receiver.ts';

const LOSS = /telemetry does not arrive/g;
const running: { end(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0).toReversed()) await one.end();
});

async function program(url: string): Promise<Program> {
  const database = await freshDatabase();
  const started = await startProgram({ DATABASE_URL: database.url, OTEL_EXPORTER_OTLP_ENDPOINT: url, LOG_LEVEL: 'info' });
  running.push({ end: () => database.drop() }, { end: () => started.end('SIGKILL') });
  return started;
}

describe('telemetry that does not arrive', () => {
  it('is told once an hour for each receiver, and when it arrives again', () => {
    const said: unknown[] = [];
    const write = (fields: object, message: string) => void said.push({ ...fields, message });
    let now = 0;
    const tell = tellOfLoss({ info: write, warn: write, error: write }, () => now);
    const [first, second] = [tell('A'), tell('B')];
    const lost = { isArrived: false, code: 503 };

    for (now = 0; now < 3_600_000; now += 60_000) first(lost);
    second({ isArrived: false, code: 'ECONNREFUSED' });
    expect(said).toMatchObject([
      { to: 'A', code: 503 },
      { to: 'B', code: 'ECONNREFUSED' },
    ]);
    first(lost);
    expect(said).toHaveLength(3);

    first({ isArrived: true, code: null });
    first({ isArrived: true, code: null });
    expect(said.slice(3)).toMatchObject([{ to: 'A', lost: 61, message: 'telemetry arrives again' }]);
  });

  it.each([
    ['nobody listens', null],
    ['the receiver never answers', 'silent'],
    ['the receiver refuses', 400],
  ])('holds nothing up when %s: Kiku starts, works and stops in time', async (_name, receiving) => {
    const receiver = receiving === null ? null : await Receiver.open();
    if (receiver !== null) {
      receiver.status = receiving === 'silent' ? null : 400;
      running.push({ end: () => receiver.close() });
    }
    const { end, output, origin, process } = await program(receiver?.url ?? `http://127.0.0.1:${await freePort()}`);
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);

    const begun = performance.now();
    await end();

    expect(process.exitCode).toBe(0);
    expect(performance.now() - begun).toBeLessThan(20_000);
    expect((output().stderr.match(LOSS) ?? []).length).toBeLessThanOrEqual(1);
  });
});
