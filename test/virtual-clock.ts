/** A clock that stands still while anything works, and then jumps to the next moment somebody waits for. */
export class VirtualClock {
  #now: number;
  #busy = 0;
  readonly #sleepers: { at: number; wake: () => void }[] = [];

  constructor(start: number) {
    this.#now = start;
  }

  readonly now = (): number => this.#now;

  readonly sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal?.aborted === true) {
        resolve();
        return;
      }
      const sleeper = { at: this.#now + ms, wake: resolve };
      const index = this.#sleepers.findLastIndex((other) => other.at <= sleeper.at);
      this.#sleepers.splice(index + 1, 0, sleeper);
      signal?.addEventListener('abort', () => {
        const position = this.#sleepers.indexOf(sleeper);
        if (position >= 0) this.#sleepers.splice(position, 1);
        resolve();
      });
    });

  /** Does something real, for which the clock stands still. */
  async work<T>(run: () => Promise<T>): Promise<T> {
    this.#busy += 1;
    try {
      return await run();
    } finally {
      this.#busy -= 1;
    }
  }

  /** The same object with every method's promise counted as work. */
  watch<T extends object>(target: T): T {
    return new Proxy(target, {
      get: (object, name) => {
        const value: unknown = Reflect.get(object, name);
        return typeof value === 'function' ? (...given: unknown[]) => this.work(async () => value.apply(object, given)) : value;
      },
    });
  }

  /** Lets time pass until `done` is settled. */
  async runUntil(done: Promise<unknown>): Promise<void> {
    let isDone = false;
    const end = done.finally(() => {
      isDone = true;
    });
    end.catch(() => undefined);
    while (!isDone) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#busy > 0) continue;
      // What was just answered may begin something new before its turn comes.
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#busy > 0 || isDone) continue;
      const next = this.#sleepers[0];
      if (next === undefined) continue;
      this.#now = Math.max(this.#now, next.at);
      while (this.#sleepers[0] !== undefined && this.#sleepers[0].at <= this.#now) this.#sleepers.shift()?.wake();
    }
    await end;
  }
}
