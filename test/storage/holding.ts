import type { Database, Param } from '../../src/storage/database.ts';

/** Something that is held in a transaction of its own, until the test lets it go or takes it back. */
export interface Held {
  letGo(): Promise<void>;
  takeBack(): Promise<void>;
}

const LOOK_EVERY_MS = 10;
/** Nothing of ours waits longer for a lock. */
const LIMIT_MS = 5_000;

/** Does `text` and holds what it has locked: whoever wants that waits, so that two can be brought to meet. */
export async function hold(database: Database, text: string, params: readonly Param[] = []): Promise<Held> {
  const [isHeld, isOver] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const holding = database.transaction(async (transaction) => {
    await transaction.query(text, params);
    isHeld.resolve();
    await isOver.promise;
  });
  await Promise.race([isHeld.promise, holding]);
  return {
    async letGo() {
      isOver.resolve();
      await holding;
    },
    async takeBack() {
      isOver.reject(new Error('taken back'));
      await holding.catch(() => undefined);
    },
  };
}

/** Resolves when so many statements on this database wait for what another one holds. */
export async function waiting(database: Database, count: number): Promise<void> {
  for (let waited = 0; (await database.query(WAITING, [])).length < count; waited += LOOK_EVERY_MS) {
    if (waited > LIMIT_MS) throw new Error(`Not ${count} statements wait.`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

const WAITING = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
