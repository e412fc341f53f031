import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Stage } from '../conversations/stage.ts';
import { endGroup, freed, holderOf, type Place, place, type Started, startKiku, startNpm, writeDoubleShell } from './ending.ts';

/** Well before the deadline of 10 s, after which a process ends without having stopped; npm itself takes its time on a busy machine. */
const QUICK_MS = 8_000;
const STOPPING = /"msg":"stopping"/g;
const LISTENING = /Kiku is listening/;

let where: Place;
const started: Started[] = [];
// One after the other in the same place: what one leaves behind, the next one meets.
beforeAll(async () => {
  where = await place();
});
afterEach(() => Promise.all(started.splice(0).map(endGroup)));
afterAll(() => where.end());

async function up(program: Started): Promise<Started> {
  started.push(program);
  await program.writes(LISTENING);
  return program;
}

describe('the program', () => {
  it.each<[string, readonly NodeJS.Signals[]]>([
    ['SIGTERM', ['SIGTERM']],
    ['SIGINT', ['SIGINT']],
    ['SIGHUP', ['SIGHUP']],
    ['several signals', ['SIGINT', 'SIGINT', 'SIGTERM', 'SIGTERM', 'SIGHUP']],
  ])('says first where it listens, and ends cleanly and once on %s', async (_name, signals) => {
    const program = await up(startKiku(where.env));
    const pid = await holderOf(where.folder);

    for (const signal of signals) {
      program.child.kill(signal);
      await pause(5);
    }

    expect(await freed(pid, where)).toBeLessThan(QUICK_MS);
    expect(await program.gone).toEqual({ code: 0, signal: null });
    expect(program.written().match(STOPPING)).toHaveLength(1);
    expect(program.written()).not.toContain('"level":50');
    expect(
      program
        .written()
        .split('\n')
        .find((line) => !line.startsWith('{')),
    ).toBe(`Kiku is listening on http://127.0.0.1:${where.port}`);
  });

  it('does not wait for open pages and idle connections', async () => {
    const program = await up(startKiku(where.env));
    const agent = new Agent({ keepAlive: true });
    const [events, idle] = ['/local/events', '/healthz'].map((path) => request({ port: where.port, host: '127.0.0.1', path, agent }).end());
    const [[page], [health]] = await Promise.all([once(events ?? never(), 'response'), once(idle ?? never(), 'response')]);
    health.resume();
    await Promise.all([once(page, 'data'), once(health, 'end')]);

    program.child.kill('SIGTERM');

    expect(await freed(program.child.pid ?? 0, where)).toBeLessThan(QUICK_MS);
    expect(await program.gone).toEqual({ code: 0, signal: null });
    agent.destroy();
  });
});

describe('npm start', () => {
  it.each<[string, boolean, NodeJS.Signals]>([
    ['npm gets SIGTERM', false, 'SIGTERM'],
    ['npm is killed', false, 'SIGKILL'],
    ['npm gets SIGTERM and more shells stand between', true, 'SIGTERM'],
    ['npm is killed and more shells stand between', true, 'SIGKILL'],
  ])('leaves nothing behind when %s', async (_name, isDouble, signal) => {
    const npm = await up(startNpm(where.env, isDouble ? await writeDoubleShell(where.folder) : null));
    const pid = await holderOf(where.folder);

    npm.child.kill(signal);

    expect(await freed(pid, where)).toBeLessThan(QUICK_MS);
    expect(npm.written().match(STOPPING)).toHaveLength(1);
    expect(npm.written()).not.toContain('"level":50');
  });

  it('ends with everything in it on Ctrl-C, once', async () => {
    const npm = await up(startNpm(where.env, null));
    const pid = await holderOf(where.folder);

    process.kill(-(npm.child.pid ?? 0), 'SIGINT');

    expect(await freed(pid, where)).toBeLessThan(QUICK_MS);
    await npm.gone;
    expect(npm.written().match(STOPPING)).toHaveLength(1);
    expect(npm.written()).not.toContain('"level":50');
  });
});

describe('a second program', () => {
  it('on the same folder is told who has it, in a sentence', async () => {
    await up(startKiku(where.env));
    const second = startKiku({ ...where.env, PORT: '0' });
    started.push(second);

    expect(await second.gone).toEqual({ code: 1, signal: null });
    expect(second.written()).toContain(`${await holderOf(where.folder)}`);
    expect(second.written()).toMatch(/^Kiku did not start\.\n {2}[A-Z].*\.\n$/);
  });

  it('on the same port is told so, in a sentence', async () => {
    await up(startKiku(where.env));
    const elsewhere = await place();
    const second = startKiku({ ...elsewhere.env, PORT: String(where.port), LOG_LEVEL: 'warn' });
    started.push(second);

    expect(await second.gone).toEqual({ code: 1, signal: null });
    expect(second.written()).toMatch(/^Kiku did not start\.\n {2}The port [^\n]*\.\n$/);
    await elsewhere.end();
  });

  it('without a database that answers is told which, in a sentence without a password', async () => {
    const program = startKiku({ ...where.env, DATABASE_URL: 'postgres://me:correct-horse@127.0.0.1:1/kiku' });
    started.push(program);

    expect(await program.gone).toEqual({ code: 1, signal: null });
    expect(program.written()).toMatch(/^Kiku did not start\.\n {2}[^\n]*127\.0\.0\.1:1\/kiku[^\n]*\.\n$/);
    expect(program.written()).not.toContain('correct-horse');
  });
});

describe('stopping in the middle of conversations', () => {
  it('lets a turn end that has begun', async () => {
    const stage = await Stage.open('pglite', { LOG_LEVEL: 'info' });
    try {
      const actor = await stage.enter();
      const body = JSON.stringify(actor.client.activity(actor.person, 'OneDrive says 0x8004de40 on my Windows 11 laptop'));
      const turn = request(`${stage.program.origin}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      });
      turn.write(body.slice(0, 100));
      await pause(100);

      const ending = stage.program.end('SIGTERM');
      while (!STOPPING.test(stage.program.output().stderr)) await pause(5);
      turn.end(body.slice(100));
      const [response] = await once(turn, 'response');
      response.resume();
      const answered = Date.now();
      await ending;
      expect(Date.now() - answered).toBeLessThan(QUICK_MS);

      expect(response.statusCode).toBe(200);
      expect(stage.program.process.exitCode).toBe(0);
      await actor.sees('answer web');
    } finally {
      await stage.close();
    }
  });

  it('loses nothing that was taken in, also when Teams is silent at that moment', async () => {
    const stage = await Stage.open('postgresql', { LOG_LEVEL: 'info' });
    try {
      const actors = await Promise.all(Array.from({ length: 12 }, () => stage.enter()));
      const silent = actors.slice(0, 2);
      for (const { person } of silent) stage.teams.faults.inject({ kind: 'hang', isAccepted: false, conversation: person.conversation, on: 'post' });

      const saying = actors.map((actor) => actor.client.say(actor.person, 'OneDrive says 0x8004de40 on my Windows 11 laptop'));
      await pause(30);
      const begun = Date.now();
      const restarted = stage.restart('SIGTERM');
      await once(stage.program.process, 'exit');
      const took = Date.now() - begun;
      const code = stage.program.process.exitCode;
      await restarted;
      const entries = await Promise.all(saying);
      await Promise.all(
        entries.map(async (entry, index) => {
          const actor = actors[index] ?? never();
          if (entry.delivery === 'not-sent') await stage.teams.acts.retry(actor.person, actor.person.key, entry.id);
          await actor.sees('answer web');
        }),
      );

      expect(code).toBe(0);
      expect(took).toBeLessThan(9_500);
      expect(entries.filter(({ delivery }) => delivery === 'sent').length).toBeGreaterThan(0);
    } finally {
      await stage.close();
    }
  });
});

function never(): never {
  throw new Error('It is not there.');
}
