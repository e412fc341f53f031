/** So many at once, and so many more with each second. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** How fast what can wait is sent: to one tenant in all; to one conversation within seconds, and within an hour. */
export interface Pace {
  readonly tenant: Rate;
  readonly conversation: Rate;
  readonly hour: Rate;
}

/** With 45 a second at most 49 in any second. */
export const TENANT_BURST = 4;
/** What arrives is not as even as what is sent, answers come besides, and each 429 costs the whole tenant a second. */
const MOST_WORDS_PER_SECOND = 40;

/**
 * A pace within what Teams allows: 50 a second to a tenant; to one conversation 7 in a second, 8 in two, 60 in thirty and 1,800 in an hour. A message to a
 * conversation spends from both of its rates, and in each of these times the tighter one lets 5, 7, 58 and 1,800 pass.
 */
export function teamsPace(perSecond: number): Pace {
  return {
    tenant: { perSecond: Math.min(perSecond, MOST_WORDS_PER_SECOND), burst: TENANT_BURST },
    conversation: { perSecond: 1.8, burst: 4 },
    hour: { perSecond: 0.25, burst: 900 },
  };
}
