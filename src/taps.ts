import { z } from 'zod';

/** Printable: what comes back may end in the database, which refuses a NUL. */
const printable = z
  .string()
  .max(100)
  .regex(/^\P{Cc}*$/u);
const id = printable.min(1);
/** What somebody wrote, with its lines. */
const lines = z
  .string()
  .max(4000)
  .transform((text) => text.replaceAll(/[^\P{Cc}\n]+/gu, ' '));
const place = { intake: id, revision: z.coerce.number().int().nonnegative(), slot: id.optional() };

const on = z.union([z.boolean(), z.stringbool()]);
const page = z.coerce.number().int().nonnegative().optional();
/** What alerts are about; `in`: the list in which it was tapped, of this page and (`of`) only of one service. */
const about = { advisory: id.optional(), service: id.optional(), in: z.enum(['health', 'my-alerts']).optional(), page, of: id.optional() };

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
  z.object({ do: z.literal('phone'), ...place, on }),
  /** Without a place from a card that belongs to no intake. */
  z.object({ do: z.literal('person'), intake: id.optional(), revision: place.revision.optional(), slot: place.slot }),
  z.object({ do: z.literal('continue'), ...place }),
  z.object({ do: z.literal('new'), ...place }),
  z.object({ do: z.literal('start') }),
  z.object({ do: z.literal('help') }),
  /** What is kept of whoever taps. `at`: when the card was shown that asks before it is deleted. */
  z.object({ do: z.literal('own-data'), act: z.enum(['show', 'ask', 'delete', 'keep']), at: z.coerce.number().optional() }),
  /** A question of the list; without `faq` the list, from page `page`. */
  z.object({ do: z.literal('faq'), faq: id.optional(), page: z.coerce.number().int().nonnegative().optional() }),
  /** What the helpdesk decides about a fan-out. */
  z.object({
    do: z.literal('fan-out'),
    fanOut: z.coerce.number().int().positive(),
    act: z.enum(['pause', 'resume', 'cancel', 'sentence']),
    sentence: z
      .string()
      .max(300)
      .transform((text) => text.replaceAll(/\p{Cc}+/gu, ' '))
      .optional(),
  }),
  /** What the helpdesk does to a case, with what was filled in beside it. `show`: a step to the one who tapped; `card`: the card itself. */
  z.object({
    do: z.literal('case'),
    case: id,
    act: z.enum(['take', 'give', 'priority', 'answer', 'ask', 'share', 'show', 'card', 'resolve', 'hand-back', 'reopen']),
    to: printable.optional(),
    priority: printable.optional(),
    step: printable.optional(),
    fact: printable.optional(),
    question: lines.optional(),
    text: lines.optional(),
    outcome: lines.optional(),
  }),
  /** The answer to a question of the helpdesk's. `choice` is what was picked from a list or typed; a button sends `value`. */
  z.object({ do: z.literal('case-answer'), case: id, fact: id, value: id.optional(), choice: printable.optional() }),
  /** A list of cases, behind the page that ends with `after`. */
  z.object({ do: z.literal('cases'), what: z.enum(['open', 'mine', 'overdue']), after: z.string().max(300).optional() }),
  /** Hand it over. `along`: what is ticked of what goes along, with commas; without it everything goes. */
  z.object({ do: z.literal('send'), ...place, along: z.string().max(4000).optional() }),
  /** What somebody does about their own case. `tell`: what waits is for the helpdesk; `new`: it is another trouble; `go-on`: with Kiku, where it stopped. */
  z.object({ do: z.literal('own-case'), case: id, act: z.enum(['withdraw', 'helped', 'not-helped', 'go-on', 'tell', 'new']), slot: id.optional() }),
  z.object({ do: z.literal('language'), language: z.enum(['en', 'ja']).optional() }),
  /** Tell me of this advisory or service, or no longer. */
  z.object({ do: z.literal('follow'), on, ...about }),
  /** No more about this advisory or service, or again. */
  z.object({ do: z.literal('mute'), on, ...about }),
  /** An alert is not about this person's trouble. */
  z.object({ do: z.literal('disown'), advisory: id }),
  /** The steps that answer an advisory, or where the person is. */
  z.object({ do: z.literal('steps'), advisory: id }),
  /** An advisory is over: whether it works again. `about`: the intake that was asked about. */
  z.object({ do: z.literal('works-again'), advisory: id, about: id, answer: z.enum(['yes', 'no']) }),
  z.object({ do: z.literal('health'), page, of: id.optional() }),
  z.object({ do: z.literal('my-alerts') }),
  /** The card of wishes, as it was filled in. `quiet`: `usual`, `none` or `own`, which then runs `from` `to`. */
  z.object({
    do: z.literal('wish'),
    follows: z.string().max(2000).optional(),
    quiet: printable.optional(),
    from: printable.optional(),
    to: printable.optional(),
    incidents: printable.optional(),
  }),
]);

export type Tap = z.infer<typeof tap>;

/** The tap in `data`, or `null` when it is none of ours. */
export function parseTap(data: unknown): Tap | null {
  const parsed = tap.safeParse(data);
  return parsed.success ? parsed.data : null;
}
