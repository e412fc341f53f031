import { z } from 'zod';

const body = z.object({ contentType: z.string(), content: z.string() });
const details = z.array(z.object({ name: z.string(), value: z.string() }));
const announcement = {
  id: z.string(),
  title: z.string(),
  startDateTime: z.string(),
  endDateTime: z.string().nullable(),
  lastModifiedDateTime: z.string(),
  details,
};

const issueSchema = z.object({
  ...announcement,
  service: z.string(),
  impactDescription: z.string(),
  feature: z.string().nullable(),
  featureGroup: z.string().nullable(),
  classification: z.string(),
  origin: z.string(),
  status: z.string(),
  isResolved: z.boolean(),
  /** Not in the schema, yet in live answers. */
  highImpact: z.null(),
  /** Oldest first, as Graph sends them. */
  posts: z.array(z.object({ createdDateTime: z.string(), postType: z.string(), description: body })),
});

const messageSchema = z.object({
  ...announcement,
  services: z.array(z.string()),
  category: z.string(),
  severity: z.string(),
  tags: z.array(z.string()),
  isMajorChange: z.boolean(),
  actionRequiredByDateTime: z.string().nullable(),
  expiryDateTime: z.null(),
  hasAttachments: z.boolean(),
  viewPoint: z.null(),
  body,
});

const published = { isOn: z.boolean(), isSample: z.boolean() };

export const announcementSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('issue'), ...published, value: issueSchema }),
  z.object({ kind: z.literal('message'), ...published, value: messageSchema }),
]);

/** A `serviceHealthIssue` as Graph v1.0 sends it. */
export type GraphIssue = Readonly<z.infer<typeof issueSchema>>;
/** A `serviceUpdateMessage` as Graph v1.0 sends it. */
export type GraphMessage = Readonly<z.infer<typeof messageSchema>>;
/** One thing Microsoft may publish. `isOn: false` is kept here, but Graph does not show it. */
export type Announcement = Readonly<z.infer<typeof announcementSchema>>;

/** Everything here is made up, and says so. */
export const SYNTHETIC = [{ name: 'synthetic', value: 'true' }];

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export function iso(at: number): string {
  return new Date(at).toISOString();
}

/** A time as posts tell it: `Wednesday, November 17, 2021, at 2:30 PM UTC`. */
export function prose(at: number): string {
  const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: 'UTC' }).format(at);
  const time = new Intl.DateTimeFormat('en-US', { timeStyle: 'short', timeZone: 'UTC' }).format(at).replaceAll(/\s/g, ' ');
  return `${day}, at ${time} UTC`;
}

/** The text of a post in Microsoft's form: labelled paragraphs, the title first and marked. */
export function postText(title: string, labelled: Readonly<Record<string, string>>): string {
  return [`Title: ${title} (sample)`, ...Object.entries(labelled).map(([label, words]) => `${label}: ${words}`)].join('\n\n');
}

export function post(at: number, content: string): GraphIssue['posts'][number] {
  return { createdDateTime: iso(at), postType: 'regular', description: { contentType: 'html', content } };
}
