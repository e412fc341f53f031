import { describe, expect, it } from '@jest/globals';
import { LimitWatch, TEAMS_LIMITS } from '../../src/local/teams/limits.ts';

/** The violations after requests at these moments, to a conversation each (`apart`) or all to one. */
function after(moments: readonly number[], where: 'apart' | 'together') {
  let now = 0;
  const watch = new LimitWatch(() => now, TEAMS_LIMITS);
  for (const [index, moment] of moments.entries()) {
    now = moment;
    watch.saw('contoso', where === 'apart' ? `a:${index}` : 'a:one');
  }
  return watch.violations;
}
const times = (count: number, everyMs: number) => Array.from({ length: count }, (_, index) => index * everyMs);

describe('the stand-in counts what Teams would not allow', () => {
  it.each([
    ['50 in a second to a tenant are allowed', times(50, 10), 'apart', { tenant: 0, conversation: 0, peak: 50 }],
    ['the 51st is not', times(51, 10), 'apart', { tenant: 1, conversation: 0, peak: 51 }],
    ['50 a second for a minute are allowed', times(3_000, 20), 'apart', { tenant: 0, conversation: 0, peak: 50 }],
    ['7 at once to a conversation are allowed', times(7, 0), 'together', { tenant: 0, conversation: 0, peak: 7 }],
    ['8 are not', times(8, 0), 'together', { tenant: 0, conversation: 1, peak: 8 }],
    ['a ninth within two seconds is not', [...times(7, 0), 1_200, 1_300], 'together', { tenant: 0, conversation: 1, peak: 7 }],
    ['one every half second is not, after half a minute', times(61, 490), 'together', { tenant: 0, conversation: 1, peak: 3 }],
  ] as const)('%s', (_, moments, where, expected) => {
    expect(after(moments, where)).toEqual(expected);
  });
});

describe('the stand-in that refuses what Teams would not allow', () => {
  it('says for how long, and what was refused does not count', () => {
    let now = 0;
    const watch = new LimitWatch(() => now, TEAMS_LIMITS, true);
    const say = (at: number) => {
      now = at;
      return watch.saw('contoso', 'a:one');
    };

    expect(times(7, 10).map(say)).toEqual([null, null, null, null, null, null, null]);
    expect([say(100), say(200), say(999)]).toEqual([900, 800, 1]);
    expect(say(1_000)).toBeNull();
    expect(say(1_100)).toBe(900);
    expect(say(2_000)).toBeNull();
  });
});
