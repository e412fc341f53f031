import { z } from 'zod';
import type { WithdrawnStore } from '../desk-ports.ts';
import type { Database } from './database.ts';
import { read } from './turn-rows.ts';

/** The steps that the helpdesk has withdrawn, on a database. */
export function createWithdrawnStore(database: Database): WithdrawnStore {
  return {
    async withdrawn() {
      return read(z.array(z.object({ step: z.string() })), await database.query(WITHDRAWN, [])).map(({ step }) => step);
    },
    async withdraw(step, by, now) {
      await database.query(WITHDRAW, [step, by.id, by.name, now]);
    },
    async restore(step, by, now) {
      await database.query(RESTORE, [step, by.id, by.name, now]);
    },
    async decisions(limit) {
      return read(decisionRows, await database.query(DECISIONS, [limit]));
    },
  };
}

const decisionRows = z.array(
  z
    .object({ step: z.string(), is_withdrawn: z.boolean(), by_id: z.string(), by_name: z.string(), at: z.number() })
    .transform(({ step, is_withdrawn, by_id, by_name, at }) => ({ step, isWithdrawn: is_withdrawn, by: { id: by_id, name: by_name }, at })),
);

const WITHDRAWN = 'select step from kiku.withdrawn_step order by step';

/** Only what changes something is a decision. Each with $1 step, $2 and $3 by whom, $4 now. */
const WITHDRAW = `
with changed as (
  insert into kiku.withdrawn_step (step, by_id, by_name, at) values ($1, $2, $3, $4::bigint) on conflict (step) do nothing returning step
)
insert into kiku.step_decision (step, is_withdrawn, by_id, by_name, at) select step, true, $2, $3, $4::bigint from changed`;

const RESTORE = `
with changed as (delete from kiku.withdrawn_step where step = $1 returning step)
insert into kiku.step_decision (step, is_withdrawn, by_id, by_name, at) select step, false, $2, $3, $4::bigint from changed`;

/** $1 how many. */
const DECISIONS = 'select step, is_withdrawn, by_id, by_name, at::float8 as at from kiku.step_decision order by id desc limit $1';
