import { z } from 'zod';
import type { Agent } from '../case-ports.ts';
import type { WithdrawnStore } from '../desk-ports.ts';
import type { StepId } from '../triage/playbook.ts';
import type { Database } from './database.ts';
import { read } from './turn-rows.ts';

/** The steps that helpdesks have withdrawn, on a database. */
export function createWithdrawnStore(database: Database): WithdrawnStore {
  return {
    async withdrawn(tenant) {
      return read(z.array(z.object({ step: z.string() })), await database.query(WITHDRAWN, [tenant])).map(({ step }) => step);
    },
    async everywhere() {
      const rows = read(z.array(z.object({ tenant: z.string(), steps: z.array(z.string()) })), await database.query(EVERYWHERE, []));
      return new Map(rows.map(({ tenant, steps }) => [tenant, steps]));
    },
    withdraw: (tenant, step, by, now) => decide(database, { tenant, step, isWithdrawn: true, by, now }),
    restore: (tenant, step, by, now) => decide(database, { tenant, step, isWithdrawn: false, by, now }),
    async decisions(tenant, limit) {
      return read(decisionRows, await database.query(DECISIONS, [tenant, limit]));
    },
  };
}

interface Decided {
  readonly tenant: string;
  readonly step: StepId;
  readonly isWithdrawn: boolean;
  readonly by: Agent;
  readonly now: number;
}

/** Of two who decide the same at the same time the second finds it decided. */
async function decide(database: Database, { tenant, step, isWithdrawn, by, now }: Decided): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.query(LOCK, [tenant, step]);
    await transaction.query(DECIDE, [tenant, step, isWithdrawn, by.id, by.name, now]);
    await transaction.query(isWithdrawn ? WITHDRAW_BEFORE : RESTORE_BEFORE, isWithdrawn ? [step, by.id, by.name, now] : [step]);
  });
}

const decisionRows = z.array(
  z
    .object({ step: z.string(), is_withdrawn: z.boolean(), by_id: z.string(), by_name: z.string(), at: z.number() })
    .transform(({ step, is_withdrawn, by_id, by_name, at }) => ({ step, isWithdrawn: is_withdrawn, by: { id: by_id, name: by_name }, at })),
);

/** The latest decision about each step that holds for `tenant`. */
const latest = (tenant: string) =>
  `select distinct on (s.step) s.step, s.is_withdrawn from kiku.step_decision s where s.tenant in (${tenant}, '') order by s.step, s.id desc`;

/** $1 tenant. */
const WITHDRAWN = `select d.step from (${latest('$1')}) d where d.is_withdrawn order by d.step`;

const EVERYWHERE = `
select t.tenant, coalesce((select jsonb_agg(d.step order by d.step) from (${latest('t.tenant')}) d where d.is_withdrawn), '[]') as steps
from (select distinct tenant from kiku.step_decision union select '') t order by t.tenant`;

const LOCK = "select pg_advisory_xact_lock(hashtextextended('step ' || $1 || ' ' || $2, 0))";

/** Only what changes something is a decision. $1 tenant, $2 step, $3 whether it is withdrawn, $4 and $5 by whom, $6 now. */
const DECIDE = `
insert into kiku.step_decision (tenant, step, is_withdrawn, by_id, by_name, at)
select $1, $2, $3::boolean, $4, $5, $6::bigint
where $3::boolean <> exists (select 1 from (${latest('$1')}) d where d.step = $2 and d.is_withdrawn)`;

/** For an older version that is still running: it knows no tenants. $1 step, $2 and $3 by whom, $4 now. */
const WITHDRAW_BEFORE = 'insert into kiku.withdrawn_step (step, by_id, by_name, at) values ($1, $2, $3, $4::bigint) on conflict (step) do nothing';
const RESTORE_BEFORE = 'delete from kiku.withdrawn_step where step = $1';

/** $1 tenant, $2 how many. */
const DECISIONS = `
select step, is_withdrawn, by_id, by_name, at::float8 as at from kiku.step_decision where tenant in ($1, '') order by id desc limit $2`;
