import { z } from 'zod';
import type { DeskNotesStore } from '../desk-ports.ts';
import type { Database } from './database.ts';
import { read } from './turn-rows.ts';

/** Who is on call, and what people said of steps, on a database. */
export function createDeskNotesStore(database: Database): DeskNotesStore {
  return {
    async onCall(tenant) {
      return read(z.array(z.object({ id: z.string(), name: z.string() })), await database.query(ON_CALL, [tenant]))[0] ?? null;
    },
    async setOnCall(tenant, agent, by, now) {
      await database.query(SET_ON_CALL, [tenant, agent.id, agent.name, by.id, now]);
    },
    async reports(tenant, limit) {
      return read(z.array(z.object({ step: z.string(), count: z.number(), at: z.number() })), await database.query(REPORTS, [tenant, limit]));
    },
  };
}

const ON_CALL = 'select agent as id, agent_name as name from kiku.on_call where tenant = $1';

/** $1 tenant, $2 and $3 who, $4 by whom, $5 now. */
const SET_ON_CALL = `
insert into kiku.on_call (tenant, agent, agent_name, by_id, at) values ($1, $2, $3, $4, $5::bigint)
on conflict (tenant) do update set agent = excluded.agent, agent_name = excluded.agent_name, by_id = excluded.by_id, at = excluded.at`;

/** $1 tenant, $2 how many. */
const REPORTS = `
select step, count(*)::float8 as count, max(at)::float8 as at from kiku.report where tenant = $1
group by step order by max(at) desc, step limit $2`;
