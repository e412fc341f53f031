import { createHash, randomUUID } from 'node:crypto';
import type { Incoming, Said } from '../ports.ts';
import { type ActivityShape, activityShape, clientShape, executeShape } from './activity-shape.ts';
import { filesOf } from './attached.ts';
import { firstTimeZone, languageTags } from './region.ts';
import { mentionsIn, plain, spokenText } from './spoken.ts';
import { tenantOf } from './tenant.ts';

/** What an authenticated activity is to us. `sentence` is for the sender and repeats nothing they sent. */
export type Reading =
  | { readonly kind: 'turn'; readonly incoming: Incoming }
  /** Typing, reactions, membership, and whatever is invented after us: answered 200. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'malformed'; readonly isInvoke: boolean; readonly sentence: string }
  /** An invoke we do not know; the channel wants to hear that. */
  | { readonly kind: 'unknown-invoke' };

type Meaning = { readonly kind: 'said'; readonly what: Said } | Exclude<Reading, { readonly kind: 'turn' }>;

const NOTHING = { kind: 'nothing' } as const;
/** What can be said past Kiku, where a team's consent to ChannelMessage.Read.Group lets it read along. */
const WORDS: ReadonlySet<Said['kind']> = new Set(['text', 'files', 'edit']);
const READ_TYPES = new Set(['message', 'messageUpdate', 'messageDelete', 'installationUpdate', 'invoke']);

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
      return readUpdate(activity);
    case 'messageDelete':
      return activity.id ? said({ kind: 'unsay', of: activity.id }) : NOTHING;
    case 'installationUpdate':
      return readInstallation(activity.action?.toLowerCase());
    default:
      return activity.name === 'adaptiveCard/action' ? readExecute(activity) : { kind: 'unknown-invoke' };
  }
}

function readMessage(activity: ActivityShape): Said {
  if (activity.value !== undefined && activity.value !== null) return { kind: 'tap', data: activity.value, isInPlace: false };

  const [text, files] = [textOf(activity), filesOf(activity)];
  return files.length === 0 ? { kind: 'text', text } : { kind: 'files', text, files };
}

/** A deletion that was undone brings the text back, as an edit does. */
function readUpdate(activity: ActivityShape): Meaning {
  const { id, channelData } = activity;
  const isSaid = channelData?.eventType === 'editMessage' || channelData?.eventType === 'undeleteMessage';
  return isSaid && id ? said({ kind: 'edit', text: textOf(activity), of: id }) : NOTHING;
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
  const entities = activity.entities ?? [];
  const client = entities.map((entity) => clientShape.safeParse(entity)).find((parsed) => parsed.success)?.data;

  const kind = conversationKind(conversation);
  const { isBotNamed, others } = mentionsIn(entities, recipient.id);
  return {
    id: inputId(activity, what),
    at: now,
    person: { tenant, id: from.aadObjectId ?? from.id, name: plain(from.name ?? '').trim() },
    conversation: { id: conversation.id, kind, team: activity.channelData?.team?.id ?? null },
    address: { serviceUrl, conversation: conversation.id, tenant, bot: { id: recipient.id, name: plain(recipient.name ?? '') } },
    locales: languageTags([activity.locale, client?.locale]),
    timeZone: firstTimeZone([activity.localTimezone, client?.timezone]),
    what,
    isToKiku: isBotNamed || kind !== 'channel' || !WORDS.has(what.kind),
    mentions: others,
  };
}

/** An edit or a deletion carries the id of the message it changes, so its id says which one it is; the same sent twice has the same. */
function inputId(activity: ActivityShape, what: Said): string {
  if (what.kind !== 'edit' && what.kind !== 'unsay') return activity.id ?? randomUUID();
  const stamp = activity.rawTimestamp ?? activity.timestamp;
  if (what.kind === 'unsay') return `${what.of}/unsay/${stamp ?? ''}`;
  return `${what.of}/edit/${stamp ?? createHash('sha256').update(what.text).digest('hex').slice(0, 16)}`;
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
