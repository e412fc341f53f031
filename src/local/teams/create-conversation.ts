import { z } from 'zod';
import { parseActivity } from './activity.ts';
import { addFromBot } from './add-from-bot.ts';
import { checkPosted } from './checks.ts';
import type { Conversations } from './conversations.ts';
import { forbidden } from './faults.ts';
import { type Reply, refusal } from './http.ts';
import type { Places } from './places.ts';

const requestSchema = z.object({
  isGroup: z.boolean().optional(),
  members: z.array(z.object({ id: z.string() })).nullish(),
  tenantId: z.string().nullish(),
  channelData: z.object({ channel: z.object({ id: z.string() }).optional(), tenant: z.object({ id: z.string() }).optional() }).nullish(),
  activity: z.unknown().optional(),
});

/** `POST /v3/conversations`: the private chat with one member, or a new thread in the channel, with an optional first message. */
export function createConversation(
  world: { readonly conversations: Conversations; readonly places: Places; readonly serviceUrl: () => string },
  body: { readonly value: unknown; readonly text: string },
): Reply {
  const parsed = requestSchema.safeParse(body.value);
  if (!parsed.success) return refusal(400, 'BadSyntax', 'The body is not a conversation.');
  const { members, channelData, tenantId, activity } = parsed.data;
  const target = targetOf(world.places, members ?? [], channelData?.channel?.id, tenantId ?? channelData?.tenant?.id);
  if (target === null) return refusal(400, 'BadArgument', 'The members, the tenant or the channel are not known.');
  const place = world.places.find(target);
  if (place === null || !world.conversations.read(place.key).isInstalled) return forbidden('BotNotInConversationRoster');
  const first = activity === undefined || activity === null ? null : parseActivity(activity);
  if (first === null) {
    if (place.kind === 'channel') return refusal(400, 'BadArgument', 'A thread in a channel begins with an activity.');
    return created(world.serviceUrl(), target, null);
  }
  const fault = checkPosted(first, body.text);
  if (fault !== null) return fault;
  const added = addFromBot(world.conversations, place, first);
  const id = z.object({ id: z.string() }).safeParse(added.body).data?.id ?? null;
  return created(world.serviceUrl(), place.kind === 'channel' && id !== null ? `${target};messageid=${id}` : target, id);
}

function created(serviceUrl: string, id: string, activityId: string | null): Reply {
  return { status: 201, body: { id, serviceUrl, ...(activityId === null ? {} : { activityId }) } };
}

function targetOf(places: Places, members: readonly { id: string }[], channel: string | undefined, tenant: string | undefined): string | null {
  if (channel !== undefined) return places.find(channel) === null ? null : channel;
  const [first, ...others] = members;
  const person = first === undefined || others.length > 0 ? null : places.member(first.id);
  return person === null || (tenant !== undefined && tenant !== person.tenant) ? null : person.conversation;
}
