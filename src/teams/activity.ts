import { createHash, randomUUID } from 'node:crypto';
import type { Incoming, Said } from '../ports.ts';
import { type ActivityShape, activityShape, clientShape, executeShape } from './activity-shape.ts';
import { firstTimeZone, languageTags } from './region.ts';
import { plain, spokenText } from './spoken.ts';
import { tenantOf } from './tenant.ts';

/** What an authenticated activity is to us. `sentence` is for the sender and repeats nothing they sent. */
export type Reading =
  | { readonly kind: 'turn'; readonly incoming: Incoming }
  /** Typing, reactions, membership, deletions, and whatever is invented after us: answered 200. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'malformed'; readonly isInvoke: boolean; readonly sentence: string }
  /** An invoke we do not know; the channel wants to hear that. */
  | { readonly kind: 'unknown-invoke' };

type Meaning = { readonly kind: 'said'; readonly what: Said } | Exclude<Reading, { readonly kind: 'turn' }>;

const NOTHING = { kind: 'nothing' } as const;
const READ_TYPES = new Set(['message', 'messageUpdate', 'installationUpdate', 'invoke']);

/** Reads an authenticated activity once, into our words. `now` is in milliseconds since 1970. */
export function readActivity(type: string, activity: unknown, now: number): Reading {
  if (!READ_TYPES.has(type)) return NOTHING;

  const parsed = activityShape.safeParse(activity);
  const tenant = tenantOf(activity);
  if (!parsed.success || tenant === null) return malformed(type === 'invoke', 'The activity lacks its conversation, its sender or its recipient.');

  const meaning = meaningOf(type, parsed.data);
  return meaning.kind === 'said' ? { kind: 'turn', incoming: toIncoming(parsed.data, tenant, meaning.what, now) } : meaning;
}

function meaningOf(type: string, activity: ActivityShape): Meaning {
  switch (type) {
    case 'message':
      return said(readMessage(activity));
    case 'messageUpdate':
      return activity.channelData?.eventType === 'editMessage' && activity.id
        ? said({ kind: 'edit', text: textOf(activity), of: activity.id })
        : NOTHING;
    case 'installationUpdate':
      return readInstallation(activity.action?.toLowerCase());
    default:
      return activity.name === 'adaptiveCard/action' ? readExecute(activity) : { kind: 'unknown-invoke' };
  }
}

function readMessage(activity: ActivityShape): Said {
  if (activity.value !== undefined && activity.value !== null) return { kind: 'tap', data: activity.value, isInPlace: false };

  // Teams sends the text of nearly every message a second time, as an HTML attachment.
  const hasFiles = (activity.attachments ?? []).some(({ contentType }) => !/^text\/html\b/i.test(contentType ?? ''));
  return { kind: hasFiles ? 'files' : 'text', text: textOf(activity) };
}

function readInstallation(action: string | undefined): Meaning {
  if (action === 'add' || action === 'add-upgrade') return said({ kind: 'install' });
  if (action === 'remove' || action === 'remove-upgrade') return said({ kind: 'remove' });
  return NOTHING;
}

function readExecute(activity: ActivityShape): Meaning {
  const parsed = executeShape.safeParse(activity.value);
  if (!parsed.success) return malformed(true, 'The value of the invoke is no Action.Execute.');

  const { verb, data } = parsed.data.action;
  const withVerb = verb && data?.do === undefined ? { ...data, do: verb } : { ...data };
  return said({ kind: 'tap', data: withVerb, isInPlace: true });
}

function toIncoming(activity: ActivityShape, tenant: string, what: Said, now: number): Incoming {
  const { conversation, from, recipient, serviceUrl } = activity;
  const client = (activity.entities ?? []).map((entity) => clientShape.safeParse(entity)).find((parsed) => parsed.success)?.data;

  return {
    id: inputId(activity, what),
    at: now,
    person: { tenant, id: from.aadObjectId ?? from.id, name: plain(from.name ?? '').trim() },
    conversation: { id: conversation.id, kind: conversationKind(conversation), team: activity.channelData?.team?.id ?? null },
    address: { serviceUrl, conversation: conversation.id, tenant, bot: { id: recipient.id, name: plain(recipient.name ?? '') } },
    locales: languageTags([activity.locale, client?.locale]),
    timeZone: firstTimeZone([activity.localTimezone, client?.timezone]),
    what,
  };
}

/** An edit carries the id of the message it changes, so its id says which edit it is; the same edit sent twice has the same. */
function inputId(activity: ActivityShape, what: Said): string {
  if (what.kind !== 'edit') return activity.id ?? randomUUID();
  const which = activity.rawTimestamp ?? activity.timestamp ?? createHash('sha256').update(what.text).digest('hex').slice(0, 16);
  return `${what.of}/edit/${which}`;
}

/** A type we do not know is treated as if others could read along. */
function conversationKind({ conversationType, isGroup }: ActivityShape['conversation']): Incoming['conversation']['kind'] {
  switch (conversationType ?? (isGroup ? 'groupChat' : 'personal')) {
    case 'personal':
      return 'personal';
    case 'channel':
      return 'channel';
    default:
      return 'group';
  }
}

function textOf(activity: ActivityShape): string {
  return spokenText(activity.text, { id: activity.recipient.id, name: activity.recipient.name ?? '' }, activity.entities ?? []);
}

function said(what: Said): Meaning {
  return { kind: 'said', what };
}

function malformed(isInvoke: boolean, sentence: string): Exclude<Reading, { readonly kind: 'turn' }> {
  return { kind: 'malformed', isInvoke, sentence };
}
