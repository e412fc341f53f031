import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { runCrowd } from '../bench/cases/crowd.ts';
import { Stage } from '../conversations/stage.ts';

describe('two instances on one database, of which one after the other is stopped and comes back while people talk', () => {
  it('lose nothing that was taken, keep it in order, and show nothing twice', async () => {
    const result = await runCrowd({ employees: 6, agents: 2, seconds: 8, pauseSeconds: 0.5, killEverySeconds: 2, kills: 2, killedBy: 'SIGTERM' });

    expect(result.kills).toBe(2);
    expect(Math.min(...result.taken)).toBeGreaterThan(0);
    expect(result).toMatchObject({ lost: [], astray: [], disordered: [], doubledOtherwise: [], doubledAtKills: 0 });
  }, 360_000);
});

describe('an instance that is told to stop and lingers', () => {
  it('says that it stops, takes messages until the time is over, and ends cleanly', async () => {
    const stage = await Stage.open('postgresql', { LINGER_SECONDS: '3' });
    try {
      const actor = await stage.enter();
      const child = stage.program.process;

      child.kill('SIGTERM');
      await until(async () => (await fetch(`${stage.program.origin}/readyz`)).status === 503);
      const alive = await fetch(`${stage.program.origin}/healthz`);
      await actor.say('OneDrive says 0x8004de40 on my Windows 11 laptop');
      await actor.sees('answer web');
      await once(child, 'exit');

      expect(alive.status).toBe(200);
      expect(child.exitCode).toBe(0);
    } finally {
      await stage.close();
    }
  }, 240_000);

  it('does not linger when it is asked again', async () => {
    const stage = await Stage.open('pglite', { LINGER_SECONDS: '60', LOG_LEVEL: 'info' });
    try {
      const child = stage.program.process;
      const begun = Date.now();

      child.kill('SIGTERM');
      await until(async () => stage.program.output().stderr.includes('"stopping"'));
      child.kill('SIGTERM');
      await once(child, 'exit');

      expect(child.exitCode).toBe(0);
      expect(Date.now() - begun).toBeLessThan(50_000);
    } finally {
      await stage.close();
    }
  }, 240_000);
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; !(await isSo()); await pause(10)) {
    if (Date.now() > end) throw new Error('It did not come to that.');
  }
}
