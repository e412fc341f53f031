import { z } from 'zod';
import type { Kept, PersonKey } from '../ports.ts';
import type { Database } from './database.ts';
import { KEPT } from './kept-sql.ts';
import { read } from './turn-rows.ts';

const rows = z.array(z.object({ place: z.number(), of: z.string(), it: z.record(z.string(), z.unknown()) }));

/** Everything that is kept of a person, in sorts, as it is. */
export async function readKept(database: Database, key: PersonKey): Promise<readonly Kept[]> {
  const found = read(rows, await database.query(KEPT, [key.tenant, key.id]));
  return found.toSorted((one, other) => one.place - other.place).map(({ of, it }) => ({ of, it }));
}
