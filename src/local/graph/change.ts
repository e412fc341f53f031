import { z } from 'zod';
import { type Announcement, type GraphIssue, iso, post } from './announcements.ts';

const words = (most: number) => z.string().trim().min(1).max(most);

export const changeSchema = z
  .strictObject({
    isOn: z.boolean(),
    title: words(300),
    impact: words(2_000),
    classification: z.enum(['advisory', 'incident']),
    status: words(60),
    /** The text of a new post. */
    post: words(10_000),
    resolve: z.literal(true),
    reopen: z.literal(true),
  })
  .partial();

/** What changes about one announcement; several things at once are allowed. */
export type Change = z.infer<typeof changeSchema>;

/** The announcement after the change. Of a message only title and text change. Switching on or off is not a change of the text. */
export function applyChange(entry: Announcement, change: Change, at: number): Announcement {
  const isOn = change.isOn ?? entry.isOn;
  if (Object.keys(change).every((name) => name === 'isOn')) return { ...entry, isOn };
  if (entry.kind === 'issue') return { ...entry, isOn, value: changedIssue(entry.value, change, at) };
  const { value } = entry;
  const body = change.post === undefined ? value.body : { contentType: 'html', content: change.post };
  return { ...entry, isOn, value: { ...value, title: change.title ?? value.title, body, lastModifiedDateTime: iso(at) } };
}

function changedIssue(issue: GraphIssue, change: Change, at: number): GraphIssue {
  const posts = [change.post, change.resolve === true ? 'Final status: The problem is solved. This is the final update for the event.' : undefined];
  return {
    ...issue,
    title: inTense(change.title ?? issue.title, change),
    impactDescription: inTense(change.impact ?? issue.impactDescription, change),
    classification: change.classification ?? issue.classification,
    ...stateAfter(issue, change, at),
    lastModifiedDateTime: iso(at),
    posts: [...issue.posts, ...posts.flatMap((content) => (content === undefined ? [] : [post(at, content)]))],
  };
}

function stateAfter(issue: GraphIssue, change: Change, at: number): Pick<GraphIssue, 'status' | 'isResolved' | 'endDateTime'> {
  if (change.resolve === true) return { status: change.status ?? 'serviceRestored', isResolved: true, endDateTime: iso(at) };
  if (change.reopen === true) return { status: change.status ?? 'serviceDegradation', isResolved: false, endDateTime: null };
  return { status: change.status ?? issue.status, isResolved: issue.isResolved, endDateTime: issue.endDateTime };
}

/** Microsoft puts title and impact into the past when an issue ends. */
function inTense(text: string, change: Change): string {
  if (change.resolve !== true) return text;
  return text.replaceAll(/\bmay be\b/g, 'may have been').replaceAll("can't", "couldn't");
}
