import { z } from 'zod';

/** Printable: what comes back may end in the database, which refuses a NUL. */
const printable = z
  .string()
  .max(100)
  .regex(/^\P{Cc}*$/u);
const id = printable.min(1);
const place = { intake: id, revision: z.coerce.number().int().nonnegative(), slot: id.optional() };

/** What a card's action may send back. It passed through the client, so it is parsed like any foreign data. */
const tap = z.discriminatedUnion('do', [
  /** `choice` is the id of the list of further values; a button sends `value`. */
  z.object({ do: z.literal('answer'), ...place, fact: id, value: id.optional(), choice: printable.optional() }),
  z.object({ do: z.literal('outcome'), ...place, step: id, outcome: z.enum(['worked', 'failing', 'cannot']) }),
  /** Answer one fact anew; without `fact`, show which there are. */
  z.object({ do: z.literal('change'), ...place, fact: id.optional() }),
  z.object({ do: z.literal('go-on'), ...place, advisory: id }),
  z.object({ do: z.literal('not-mine'), ...place, advisory: id }),
  z.object({ do: z.literal('as-text'), ...place, step: id }),
  z.object({ do: z.literal('wrong'), ...place, step: id }),
  /** The block of commands that answers several questions. */
  z.object({ do: z.literal('check'), ...place }),
  z.object({ do: z.literal('phone'), ...place, on: z.union([z.boolean(), z.stringbool()]) }),
  /** Without a place from a card that belongs to no intake. */
  z.object({ do: z.literal('person'), intake: id.optional(), revision: place.revision.optional(), slot: place.slot }),
  z.object({ do: z.literal('continue'), ...place }),
  z.object({ do: z.literal('new'), ...place }),
  z.object({ do: z.literal('start') }),
  z.object({ do: z.literal('help') }),
  /** A question of the list; without `faq` the list, from page `page`. */
  z.object({ do: z.literal('faq'), faq: id.optional(), page: z.coerce.number().int().nonnegative().optional() }),
  z.object({ do: z.literal('language'), language: z.enum(['en', 'ja']).optional() }),
]);

export type Tap = z.infer<typeof tap>;

/** The tap in `data`, or `null` when it is none of ours. */
export function parseTap(data: unknown): Tap | null {
  const parsed = tap.safeParse(data);
  return parsed.success ? parsed.data : null;
}
