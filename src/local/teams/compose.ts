import type { CardAction } from './actions.ts';
import type { Activity, Attachment } from './activity.ts';
import { htmlOf, mentionsIn } from './mentions.ts';
import type { LocalChannel, LocalPerson } from './people.ts';
import { LOCAL_BOT } from './people.ts';

/** Where an activity happens: the private chat, or a thread of a channel. */
export interface Where {
  readonly person: LocalPerson;
  /** `null` in the private chat. */
  readonly channel: { readonly channel: LocalChannel; readonly thread: string; readonly people: readonly LocalPerson[] } | null;
  readonly serviceUrl: string;
}

/** The connector's id of the conversation `where` means. */
function conversationId(where: Where): string {
  return where.channel === null ? where.person.conversation : `${where.channel.channel.id};messageid=${where.channel.thread}`;
}

/** What Teams sends for a message: the text, and the same as HTML in an attachment. In a channel `@Kiku` and `@Ken Sato` become mentions. */
export function messageActivity(where: Where, of: { id: string; at: number; text: string; files?: readonly Attachment[] }): Activity {
  const { text, html, entities } =
    where.channel === null ? { text: of.text, html: htmlOf(of.text), entities: [] } : mentionsIn(of.text, where.channel.people);
  return {
    ...envelope(where, of),
    type: 'message',
    ...(where.channel === null || where.channel.thread === of.id ? {} : { replyToId: where.channel.thread }),
    text,
    textFormat: 'plain',
    attachments: [...(of.files ?? []), ...(of.text === '' ? [] : [{ contentType: 'text/html', content: html }])],
    entities: [...entities, clientEntity(where.person)],
  };
}

/** What Teams sends when a message was edited: the same id, the new text. */
export function editActivity(where: Where, of: { id: string; at: number; text: string }): Activity {
  const message = messageActivity(where, of);
  return { ...message, type: 'messageUpdate', channelData: { ...channelDataOf(where), eventType: 'editMessage' } };
}

/** What Teams sends when a message was deleted: its id, and nothing of what it said. */
export function deleteActivity(where: Where, of: { id: string; at: number }): Activity {
  return { ...envelope(where, of), type: 'messageDelete', channelData: { ...channelDataOf(where), eventType: 'softDeleteMessage' } };
}

/** What Teams sends when the app was added to, or removed from, the private chat. */
export function installActivity(where: Where, of: { id: string; at: number; action: 'add' | 'remove' }): Activity {
  const channelData = { ...channelDataOf(where), settings: { selectedChannel: { id: conversationId(where) } } };
  return { ...envelope(where, of), type: 'installationUpdate', action: of.action, channelData, entities: [clientEntity(where.person)] };
}

/** What Teams sends besides an installation: who is there now, the bot among them, and no locale. */
export function membersActivity(where: Where, of: { id: string; at: number }): Activity {
  const { locale: _, ...rest } = envelope(where, of);
  const { id, aadObjectId } = where.person;
  return { ...rest, type: 'conversationUpdate', membersAdded: [{ id: LOCAL_BOT.id }, { id, aadObjectId }] };
}

/** What Teams sends for `Action.Execute`. Inputs are merged into the action's data. */
export function executeActivity(
  where: Where,
  of: { id: string; at: number; card: string; action: CardAction; inputs: Readonly<Record<string, string>> },
): Activity {
  const { id, verb, data } = of.action;
  return {
    ...envelope(where, of),
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: of.card,
    value: {
      action: { type: 'Action.Execute', title: of.action.title, ...(id === null ? {} : { id }), verb: verb ?? '', data: { ...data, ...of.inputs } },
      trigger: 'manual',
    },
    channelData: { ...channelDataOf(where), source: { name: 'message' }, legacy: { replyToId: of.card } },
    entities: [clientEntity(where.person)],
  };
}

/** What Teams sends for `Action.Submit`: a message without text (unless the action asks for one), with the data as its value. */
export function submitActivity(
  where: Where,
  of: { id: string; at: number; card: string; action: CardAction; inputs: Readonly<Record<string, string>> },
): Activity {
  return {
    ...envelope(where, of),
    type: 'message',
    replyToId: of.card,
    value: { ...of.action.data, ...of.inputs },
    channelData: { ...channelDataOf(where), source: { name: 'message' }, legacy: { replyToId: of.card } },
    entities: [clientEntity(where.person)],
  };
}

function envelope(where: Where, { id, at }: { id: string; at: number }) {
  const { person, channel } = where;
  const place = { tenantId: person.tenant, id: conversationId(where) };
  return {
    id,
    timestamp: new Date(at).toISOString(),
    localTimestamp: localTimestamp(at, person.timeZone),
    localTimezone: person.timeZone,
    locale: person.locale,
    channelId: 'msteams',
    serviceUrl: where.serviceUrl,
    from: { id: person.id, name: person.name, aadObjectId: person.aadObjectId },
    recipient: LOCAL_BOT,
    conversation: channel === null ? { ...place, conversationType: 'personal' } : { ...place, conversationType: 'channel', isGroup: true },
    channelData: channelDataOf(where),
  };
}

function channelDataOf({ person, channel }: Where) {
  const tenant = { tenant: { id: person.tenant } };
  if (channel === null) return tenant;
  const { id, teamId, name } = channel.channel;
  return { ...tenant, teamsChannelId: id, teamsTeamId: teamId, channel: { id }, team: { id: teamId, name } };
}

function clientEntity({ locale, timeZone }: LocalPerson) {
  return { type: 'clientInfo', locale, country: locale.split('-')[1] ?? '', platform: 'Web', timezone: timeZone };
}

// Making a formatter costs more than everything else in a message; there are few time zones.
const formatters = new Map<string, Intl.DateTimeFormat>();

function localTimestamp(at: number, timeZone: string): string {
  const formatter = formatters.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  formatters.set(timeZone, formatter);
  const offset = formatter.formatToParts(at).find(({ type }) => type === 'timeZoneName');
  const sign = (offset?.value ?? '').replace('GMT', '') || '+00:00';
  const minutes = Number(sign.slice(1, 3)) * 60 + Number(sign.slice(4, 6));
  return `${new Date(at + (sign.startsWith('-') ? -minutes : minutes) * 60_000).toISOString().slice(0, -1)}0000${sign}`;
}
