import { z } from 'zod';

const id = z
  .string()
  .min(1)
  .max(2_000)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u);
const word = z.string().nullish().catch(null);

/** The fields of an activity that Kiku uses; what is not vital and malformed counts as absent. */
export const activityShape = z.object({
  id: id.nullish().catch(null),
  rawTimestamp: word,
  timestamp: word,
  serviceUrl: z.string(),
  conversation: z.object({ id, conversationType: word, isGroup: z.boolean().nullish().catch(null) }),
  from: z.object({ id, name: word, aadObjectId: id.nullish().catch(null) }),
  recipient: z.object({ id, name: word }),
  text: word,
  value: z.unknown().optional(),
  name: word,
  action: word,
  locale: word,
  localTimezone: word,
  entities: z.array(z.unknown()).nullish().catch(null),
  attachments: z
    .array(z.object({ contentType: word, contentUrl: word, name: word, content: z.unknown().optional() }).catch({}))
    .nullish()
    .catch(null),
  channelData: z
    .object({ eventType: word, team: z.object({ id }).nullish().catch(null) })
    .nullish()
    .catch(null),
});

export type ActivityShape = z.infer<typeof activityShape>;

/** The value of an `adaptiveCard/action` invoke. */
export const executeShape = z.object({
  action: z.object({
    type: z.literal('Action.Execute'),
    verb: z.string().nullish(),
    data: z.record(z.string(), z.unknown()).nullish(),
  }),
});

/** What the Teams client says of itself in an entity. */
export const clientShape = z.object({ type: z.literal('clientInfo'), locale: word, timezone: word });
