import { z } from 'zod';
import type { PersonKey } from '../ports.ts';
import type { Database, Transaction } from './database.ts';
import { FORGET, GONE, HOLD_CASES, HOLD_GONE, HOLD_OUTBOX, HOLD_PERSON } from './forget-sql.ts';
import { persistently } from './persistently.ts';
import { read } from './turn-rows.ts';

const goneRows = z.array(z.object({ tenant: z.string(), id: z.string() }));

/** Deletes everything kept of a person, also what is being saved, laid out or recorded just now. */
export async function forget(database: Database, { tenant, id }: PersonKey): Promise<void> {
  await persistently(() =>
    database.transaction(async (transaction) => {
      await transaction.query(HOLD_PERSON, [tenant, id]);
      await forgetHeld(transaction, [tenant, id]);
    }),
  );
}

/** Forgets people who cannot be reached and have written nothing since then. Each by themselves, so that nobody else waits for it. */
export async function forgetGone(database: Database, since: number, limitMs: number): Promise<void> {
  for (const { tenant, id } of read(goneRows, await database.query(GONE, [since]))) {
    await persistently(() =>
      database.transaction(async (transaction) => {
        if ((await transaction.query(HOLD_GONE, [tenant, id, since])).length > 0) await forgetHeld(transaction, [tenant, id]);
      }, limitMs),
    );
  }
}

/** Each statement sees what those left that the one before has waited for. */
async function forgetHeld(transaction: Transaction, key: readonly string[]): Promise<void> {
  for (const text of [HOLD_CASES, HOLD_OUTBOX, FORGET]) await transaction.query(text, key);
}
