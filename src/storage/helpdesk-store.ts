import { z } from 'zod';
import type { Binding, HelpdeskPlaces, HelpdeskStore, LetGo } from '../alert-ports.ts';
import type { Address, Language, Message } from '../ports.ts';
import { type Database, type Transaction, toJson } from './database.ts';
import {
  BIND_BACKUP,
  BIND_FIRST,
  CHANGE_PLACES,
  CHANNEL,
  DROP,
  DROP_BACKUP,
  HELD_PLACES,
  MOVE_STUCK,
  MOVE_TOLD,
  MOVED,
  MOVES,
  PLACES,
  PROMOTE,
  SAY_ANEW,
  SHOW_ELSEWHERE,
  SHOW_HERE,
  SPEAK,
  STUCK,
  TO_WARN,
} from './helpdesk-sql.ts';
import { address, read } from './turn-rows.ts';

const DAY_MS = 86_400_000;

const language = z.enum(['en', 'ja']).nullable().catch(null);
const place = z.object({ address, name: z.string().nullable(), language });
const placesRow: z.ZodType<{ readonly it: HelpdeskPlaces }> = z.object({
  it: z.object({ first: place, backup: place.nullable(), movedAt: z.number().nullable() }),
});
const movedRow: z.ZodType<readonly { readonly conversation: string; readonly language: Language | null }[]> = z.array(
  z.object({ conversation: z.string(), language }),
);
const heldRow = z.array(z.object({ first: z.string(), backup: z.string().nullable(), is_moved: z.boolean(), open: z.number() }));

const UNNAMED: Binding = { as: 'first', name: null, note: null, language: null };

/** Where the helpdesk of each tenant is, and what is said there, on a database. */
export function createHelpdeskStore(database: Database): HelpdeskStore {
  return {
    async channel(tenant) {
      return read(z.array(z.object({ address })), await database.query(CHANNEL, [tenant]))[0]?.address ?? null;
    },
    async places(tenant) {
      return read(z.array(placesRow), await database.query(PLACES, [tenant]))[0]?.it ?? null;
    },
    bind: (tenant, to, by, now, binding = UNNAMED) =>
      database.transaction(async (transaction) => {
        await transaction.query(CHANGE_PLACES, [tenant]);
        await transaction.query(SAY_ANEW, [tenant, to.conversation, binding.language]);
        if (binding.as === 'backup') return (await transaction.query(BIND_BACKUP, [tenant, toJson(to), binding.name, binding.language])).length > 0;
        await transaction.query(SHOW_HERE, [tenant, to.conversation, noteOf(binding.note), now]);
        await transaction.query(BIND_FIRST, [tenant, toJson(to), by, now, binding.name, binding.language]);
        return true;
      }),
    speak: (tenant, conversation, wanted) =>
      database.transaction(async (transaction) => {
        await transaction.query(CHANGE_PLACES, [tenant]);
        await transaction.query(SAY_ANEW, [tenant, conversation, wanted]);
        return (await transaction.query(SPEAK, [tenant, conversation, wanted])).length > 0;
      }),
    letGo: (tenant, conversation, note, now) => database.transaction((transaction) => letGo(transaction, { tenant, conversation, note, now })),
    moveStuck: (since, note, now) =>
      database.transaction(async (transaction) => {
        for (const { tenant } of read(z.array(z.object({ tenant: z.string() })), await transaction.query(STUCK, [since]))) {
          await transaction.query(CHANGE_PLACES, [tenant]);
          const moved = read(movedRow, await transaction.query(MOVE_STUCK, [since, now, tenant]));
          for (const one of moved) await transaction.query(SHOW_ELSEWHERE, [tenant, one.conversation, toJson(note(one.language)), now]);
        }
      }),
    async moves() {
      const rows = read(z.array(z.object({ tenant: z.string() }).and(placesRow)), await database.query(MOVES, []));
      return rows.map(({ tenant, it }) => ({ tenant, places: it }));
    },
    async moveTold(tenant, movedAt) {
      await database.query(MOVE_TOLD, [tenant, movedAt]);
    },
    // Together, or whoever is not told would count as told for a day.
    warn: (tenant, message, now) =>
      database.transaction(async (transaction) => {
        const [warned] = read(z.array(z.object({ address: address.nullable() })), await transaction.query(TO_WARN, [tenant, now, now - DAY_MS]));
        const to = warned?.address ?? null;
        if (to !== null) await show(transaction, { to, slot: `lost ${now}`, message, now });
      }),
    show: (to, slot, message, now) => database.transaction((transaction) => show(transaction, { to, slot, message, now })),
  };
}

/** What is wrong with the helpdesk's channels, a sentence each. */
export async function troublesOfHelpdesk(database: Database): Promise<readonly string[]> {
  const [{ count, since }] = read(z.tuple([z.object({ count: z.number(), since: z.number().nullable() })]), await database.query(MOVED, []));
  if (count === 0 || since === null) return [];
  return [`The helpdesk's channel took no cases any more; since ${new Date(since).toISOString()} they go to its backup.`];
}

interface Shown {
  readonly to: Address;
  readonly slot: string;
  readonly message: Message;
  readonly now: number;
}

async function show(transaction: Transaction, { to, slot, message, now }: Shown): Promise<void> {
  // Two that show the first message of a slot at the same time would both post it.
  await transaction.query(LOCK, [`${to.conversation} ${slot}`]);
  await transaction.query(SHOW, [to.tenant, to.conversation, toJson(to), slot, toJson(message), now]);
}

interface Leaving {
  readonly tenant: string;
  readonly conversation: string | null;
  readonly note: Message;
  readonly now: number;
}

async function letGo(transaction: Transaction, { tenant, conversation, note, now }: Leaving): Promise<LetGo> {
  await transaction.query(CHANGE_PLACES, [tenant]);
  const [held] = read(heldRow, await transaction.query(HELD_PLACES, [tenant]));
  if (held === undefined) return { kind: 'neither' };
  if (held.backup !== null && (conversation === null || conversation === held.backup)) {
    await transaction.query(DROP_BACKUP, [tenant]);
    return { kind: 'backup' };
  }
  if (conversation !== held.first) return { kind: 'neither' };
  // Where the other channel took no cards, they are not sent there again.
  if (held.open > 0 && (held.backup === null || held.is_moved)) return { kind: 'open', cases: held.open };
  if (held.backup !== null) {
    await transaction.query(SHOW_ELSEWHERE, [tenant, held.first, noteOf(note), now]);
    await transaction.query(PROMOTE, [tenant]);
    return { kind: 'first' };
  }
  await transaction.query(DROP, [tenant]);
  return { kind: 'last' };
}

function noteOf(note: Message | null): string | null {
  return note === null ? null : toJson(note);
}

const LOCK = 'select pg_advisory_xact_lock(hashtextextended($1, 0))';

/**
 * The newest row of the slot that nobody has begun to send says this instead. One that was begun stays as it is, and this goes behind it.
 *
 * $1 tenant, $2 conversation, $3 address, $4 slot, $5 message, $6 now.
 */
const SHOW = `
with waiting as materialized (
  select id from kiku.outbox where conversation = $2 and outgoing ->> 'slot' = $4 and lease_until = 0 order by id desc limit 1 for update
),
overwritten as (
  update kiku.outbox o set outgoing = jsonb_set(o.outgoing, '{message}', $5::jsonb) from waiting w where o.id = w.id and o.lease_until = 0 returning 1
)
insert into kiku.outbox (tenant, person, conversation, address, outgoing, lease_until, created_at)
select $1, '', $2, $3::jsonb, jsonb_build_object('kind', case when p.is_posted then 'replace' else 'post' end, 'slot', $4::text, 'message', $5::jsonb),
  0, $6::bigint
from (
  select exists (select 1 from kiku.slot where conversation = $2 and slot = $4)
    or exists (select 1 from kiku.outbox where conversation = $2 and outgoing ->> 'slot' = $4) as is_posted
) p
where not exists (select 1 from overwritten)`;
