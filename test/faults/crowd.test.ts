import { describe, expect, it } from '@jest/globals';
import { runCrowd } from '../bench/cases/crowd.ts';

describe('employees and agents who talk while two instances are killed in turn, and Teams refuses what is above its limits', () => {
  it('lose nothing that was taken, see it in order, and see it twice only when it was on its way at a kill', async () => {
    const result = await runCrowd({ employees: 8, agents: 2, seconds: 10, pauseSeconds: 0.5, killEverySeconds: 2, kills: 2, refusesTooMuch: true });

    expect(result.kills).toBe(2);
    expect(Math.min(...result.taken)).toBeGreaterThan(0);
    expect(result).toMatchObject({ lost: [], astray: [], disordered: [], doubledOtherwise: [] });
    process.stdout.write(
      `${result.taken.join(' and ')} messages taken, ${result.retries} retries, ${result.kills} kills, ${result.doubledAtKills} shown twice\n`,
    );
  }, 360_000);
});
