/** So many requests within a window, in milliseconds. */
export interface Limit {
  readonly most: number;
  readonly withinMs: number;
}

/** What Teams allows a bot: in all, to one tenant; and sends to one conversation. As documented in "Optimize your bot with rate limiting in Teams". */
export interface Limits {
  readonly tenant: readonly Limit[];
  readonly conversation: readonly Limit[];
}

export const TEAMS_LIMITS: Limits = {
  tenant: [{ most: 50, withinMs: 1_000 }],
  conversation: [
    { most: 7, withinMs: 1_000 },
    { most: 8, withinMs: 2_000 },
    { most: 60, withinMs: 30_000 },
    { most: 1_800, withinMs: 3_600_000 },
  ],
};

/** How often a limit was broken, and the worst there was. */
export interface Violations {
  readonly tenant: number;
  readonly conversation: number;
  /** The most requests to one tenant within the first of its windows. */
  readonly peak: number;
}

/** Counts requests against the limits, and says for how long one that is above them would be refused. */
export class LimitWatch {
  readonly #limits: Limits;
  readonly #now: () => number;
  readonly #tenants = new Map<string, number[]>();
  readonly #conversations = new Map<string, number[]>();
  #violations = { tenant: 0, conversation: 0, peak: 0 };

  readonly #refuses: boolean;

  /** `refuses`: what is above the limits is not taken, and does not fill them either. Otherwise it is only counted. */
  constructor(now: () => number, limits: Limits = TEAMS_LIMITS, refuses = false) {
    this.#now = now;
    this.#limits = limits;
    this.#refuses = refuses;
  }

  get violations(): Violations {
    return { ...this.#violations };
  }

  /** A message, or a change of one, arrived. After how many milliseconds it may come again; `null`: it is taken. */
  saw(tenant: string, conversation: string): number | null {
    const at = this.#now();
    const all = seen(this.#tenants, tenant, at, this.#limits.tenant);
    const own = seen(this.#conversations, conversation, at, this.#limits.conversation);
    if (isBroken(all, at, this.#limits.tenant)) this.#violations.tenant += 1;
    if (isBroken(own, at, this.#limits.conversation)) this.#violations.conversation += 1;
    const first = this.#limits.tenant[0];
    if (first !== undefined) this.#violations.peak = Math.max(this.#violations.peak, within(all, at, first));
    const restMs = this.#refuses ? Math.max(restOf(all, at, this.#limits.tenant), restOf(own, at, this.#limits.conversation)) : 0;
    if (restMs === 0) return null;
    all.pop();
    own.pop();
    return restMs;
  }
}

/** Remembers `at`, and forgets what no window reaches any more. */
function seen(kept: Map<string, number[]>, key: string, at: number, limits: readonly Limit[]): number[] {
  const longest = Math.max(...limits.map((limit) => limit.withinMs));
  const times = kept.get(key) ?? [];
  times.push(at);
  const stale = times.findIndex((time) => time > at - longest);
  if (stale > 0) times.splice(0, stale);
  kept.set(key, times);
  return times;
}

function isBroken(times: readonly number[], at: number, limits: readonly Limit[]): boolean {
  return limits.some((limit) => within(times, at, limit) > limit.most);
}

/** Until the last of `times` would be within all limits; 0 when it is. */
function restOf(times: readonly number[], at: number, limits: readonly Limit[]): number {
  return Math.max(
    0,
    ...limits.map((limit) => {
      const inTheWay = times.at(-1 - limit.most);
      return within(times, at, limit) > limit.most && inTheWay !== undefined ? inTheWay + limit.withinMs - at : 0;
    }),
  );
}

function within(times: readonly number[], at: number, { withinMs }: Limit): number {
  let count = 0;
  for (let index = times.length - 1; index >= 0 && (times[index] ?? 0) > at - withinMs; index -= 1) count += 1;
  return count;
}
