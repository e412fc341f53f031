import { z } from 'zod';
import type { Admitted } from '../access-ports.ts';
import type { Database } from './database.ts';
import { read } from './turn-rows.ts';

/** When people were seen in the group of employees last, on a database: beside the person, so that it goes with them. */
export function createAdmittedStore(database: Database): Admitted {
  return {
    async lastIn({ tenant, id }) {
      const [row] = read(rows, await database.query(LAST_IN, [tenant, id]));
      return row?.in_group_at ?? null;
    },
    async wasIn({ tenant, id }, at) {
      await database.query(WAS_IN, [tenant, id, at]);
    },
  };
}

const rows = z.array(z.object({ in_group_at: z.number().nullable() }));

const LAST_IN = 'select in_group_at::float8 as in_group_at from kiku.person where tenant = $1 and id = $2';
const WAS_IN = 'update kiku.person set in_group_at = $3::bigint where tenant = $1 and id = $2';
