import { z } from 'zod';

/** A Bot Framework activity as JSON: only what the local Teams looks at is named. */
export type Activity = Readonly<z.infer<typeof activitySchema>>;

/** One attachment of an activity: a card, a file, or the HTML twin of a text. */
export type Attachment = Readonly<z.infer<typeof attachmentSchema>>;

/** The content type of an Adaptive Card. */
export const CARD = 'application/vnd.microsoft.card.adaptive';

const attachmentSchema = z.looseObject({ contentType: z.string(), content: z.unknown().optional(), contentUrl: z.string().optional() });

const activitySchema = z.looseObject({
  type: z.string().min(1),
  id: z.string().optional(),
  text: z.string().nullish(),
  textFormat: z.string().nullish(),
  summary: z.string().nullish(),
  replyToId: z.string().nullish(),
  attachments: z.array(attachmentSchema).nullish(),
});

/** The activity in `value`, or `null` when it is none. */
export function parseActivity(value: unknown): Activity | null {
  const parsed = activitySchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** `value` as an object, or `null` when it is something else. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
}

/** The Adaptive Cards an activity carries, in order. */
export function cardsOf(activity: Activity): readonly Readonly<Record<string, unknown>>[] {
  return (activity.attachments ?? []).flatMap((attachment) => {
    const card = attachment.contentType === CARD ? asObject(attachment.content) : null;
    return card === null ? [] : [card];
  });
}
