import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Laid, PendingCase } from '../case-ports.ts';
import type { Delivered } from '../ports.ts';
import { CARD_LAID, HOLD, LAY_BELOW, LAY_CARD, LAY_MESSAGES, MOVE, PASSED, SETTLE_CASES } from './case-pass-sql.ts';
import { type Database, type Transaction, toJson } from './database.ts';
import { CHANGE_PLACES, KEEP_PLACES, SHOW_ELSEWHERE } from './helpdesk-sql.ts';
import { read } from './turn-rows.ts';

const heldRow = z.array(
  z.object({
    person: z.string(),
    card_laid: z.number(),
    card_digest: z.string().nullable(),
    channel: z.string().nullable(),
    is_lost: z.boolean(),
    place: z.string().nullable(),
    language: z.string().nullable(),
  }),
);
type Held = z.infer<typeof heldRow>[number];

/** Lays what is behind in a case into the outbox. Of two who do it at the same time one waits, and then finds what is left. */
export async function pass(database: Database, pending: PendingCase, laid: Laid, now: number): Promise<void> {
  const one = pending.case;
  const key = [one.person.tenant, one.id];
  await database.transaction(async (transaction) => {
    await transaction.query(KEEP_PLACES, [one.person.tenant]);
    const [held] = read(heldRow, await transaction.query(HOLD, key));
    // Whoever was forgotten meanwhile is shown and told nothing of before; it is behind still, and comes again without them.
    if (held === undefined || held.person !== one.person.id) return;
    // The card of a case whose channel was changed meanwhile is behind still, and comes again for the new one.
    const isElsewhere = held.place !== (laid.card?.to.conversation ?? (laid.isNowhere === true ? null : held.place));
    // So is one in a language that the channel no longer speaks.
    const isOtherwise = isElsewhere || (laid.card?.language !== undefined && laid.card.language !== held.language);
    const card = isOtherwise ? null : laid.card;
    if (card !== null && !held.is_lost && held.card_laid < one.revision) await layCard(transaction, key, held, card, now);
    if (pending.messages.length > 0) {
      const told = pending.messages.map(({ id, edition }) => ({ id, edition }));
      await transaction.query(LAY_MESSAGES, [...key, toJson(shownOf(pending, laid)), now, toJson(told)]);
    }
    const isLater = laid.isCardLater === true || isOtherwise;
    await transaction.query(PASSED, [...key, isLater ? held.card_laid : one.revision, laid.isNowhere === true && !isElsewhere]);
  });
}

/** What says the same as before is not sent again. */
async function layCard(transaction: Transaction, key: readonly string[], held: Held, card: NonNullable<Laid['card']>, now: number): Promise<void> {
  const message = toJson(card.message);
  const digest = createHash('sha256').update(message).digest('base64url');
  const isThere = held.channel === card.to.conversation;
  if (isThere && held.card_digest === digest) return;
  const address = toJson(card.to);
  if (!isThere && card.below !== undefined) await transaction.query(LAY_BELOW, [...key, address, card.to.conversation, toJson(card.below), now]);
  const rows = await transaction.query(LAY_CARD, [...key, address, card.to.conversation, message, now, isThere]);
  const [{ id }] = read(z.tuple([z.object({ id: z.string() })]), rows);
  await transaction.query(CARD_LAID, [...key, address, digest, id, isThere]);
}

/** What is said in the thread belongs to the helpdesk, what is said in the chat to its person, who may be forgotten. */
function shownOf({ case: one, chat }: PendingCase, { messages }: Laid) {
  return messages.map(({ of, to, message }, place) => ({
    place,
    of,
    person: to.conversation === chat?.conversation ? one.person.id : '',
    address: to,
    message,
  }));
}

/** Why a card was given up that no other channel would take either. */
const OF_THE_CARD: readonly string[] = ['too-big', 'our fault'];

const OF_CASE = /^case (\S+)(?: (\d+))?$/;

/** Tells cases what became of their rows. To be called before these are settled. */
export async function settleCases(database: Database, results: readonly Delivered[]): Promise<void> {
  const ofCases = results.flatMap((result) => {
    const parts = OF_CASE.exec(result.row.outgoing.slot ?? '');
    if (parts === null || (result.kind !== 'done' && result.kind !== 'dropped')) return [];
    const { id, address } = result.row;
    const [activity, why] = result.kind === 'done' ? [result.activity, null] : [null, result.why];
    const of = parts[2] === undefined ? null : Number(parts[2]);
    if (why === null && (activity === null || of !== null)) return [];
    const isGone = why !== null && !OF_THE_CARD.includes(why) && of === null && result.row.outgoing.kind === 'post';
    const isEdit = of === null && result.row.outgoing.kind === 'replace';
    return [{ tenant: address.tenant, id: parts[1], of, row: id, conversation: address.conversation, activity, why, isGone, is_edit: isEdit }];
  });
  if (ofCases.length === 0) return;
  const failed = [...new Set(ofCases.flatMap(({ of, why, tenant }) => (of === null && why !== null ? [tenant] : [])))].toSorted();
  if (failed.length === 0) await database.query(SETTLE_CASES, [toJson(ofCases)]);
  else
    await database.transaction(async (transaction) => {
      for (const tenant of failed) await transaction.query(KEEP_PLACES, [tenant]);
      await transaction.query(SETTLE_CASES, [toJson(ofCases)]);
    });
  // A card that cannot be replaced was perhaps only taken away by somebody: it is posted anew, and that will tell.
  const gone = [...new Map(ofCases.filter(({ isGone }) => isGone).map((one) => [one.tenant, one.conversation]))];
  if (gone.length === 0) return;
  await database.transaction(async (transaction) => {
    for (const [tenant] of gone.toSorted(([a], [b]) => (a < b ? -1 : 1))) await transaction.query(CHANGE_PLACES, [tenant]);
    const moved = await transaction.query(MOVE, [gone.map(([tenant]) => tenant), gone.map(([, conversation]) => conversation)]);
    const rows = read(z.array(z.object({ tenant: z.string(), conversation: z.string() })), moved);
    for (const { tenant, conversation } of rows) await transaction.query(SHOW_ELSEWHERE, [tenant, conversation, null, 0]);
  });
}
