import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Activity, parseActivity } from './activity.ts';
import { addFromBot } from './add-from-bot.ts';
import { attachmentRoute } from './attachments.ts';
import { checkPosted } from './checks.ts';
import type { Conversations } from './conversations.ts';
import { createConversation } from './create-conversation.ts';
import { type Faults, faultReply, forbidden, type RouteFault, throttled } from './faults.ts';
import type { Files } from './files.ts';
import { type Reply, readJson, refusal, send, UnreadableBody } from './http.ts';
import type { LimitWatch } from './limits.ts';
import { membersRoute } from './members.ts';
import type { LocalChannel } from './people.ts';
import type { Place, Places } from './places.ts';

/** What the connector's routes work on. */
export interface Connector {
  readonly conversations: Conversations;
  readonly faults: Faults;
  readonly files: Files;
  readonly places: Places;
  readonly limits: LimitWatch;
  readonly serviceUrl: () => string;
  /** Whether an `Authorization` header is the bot's; without it every caller is. */
  readonly isBot: ((authorization: string | undefined) => boolean) | null;
}

/** One request to the connector, read. */
interface Call {
  readonly method: string;
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  readonly body: { readonly value: unknown; readonly text: string };
}

// Far above the limit for messages, so that the real limit answers and this one only protects memory.
const READ_LIMIT = 4 * 1024 * 1024;
const NO_BODY = { value: null, text: '' };

/** Answers a request under `/v3/` as the Bot Connector would; faults strike here. */
export async function answerConnector(connector: Connector, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const method = request.method ?? 'GET';
  const url = new URL(request.url ?? '/', 'http://localhost');
  const parts = url.pathname.split('/').slice(2).map(decodePart);
  try {
    if (connector.isBot !== null && !connector.isBot(request.headers.authorization))
      return send(response, refusal(401, 'Unauthorized', 'Authorization has been denied for this request.'));
    const body = method === 'POST' || method === 'PUT' ? await readJson(request, READ_LIMIT) : NO_BODY;
    const restMs = watch(connector, method, parts);
    if (restMs !== null) return send(response, throttled(Math.ceil(restMs / 1_000)));
    const fault = connector.faults.takeRoute(method, parts[0] === 'conversations' ? (parts[1] ?? '') : '');
    const run = () => route(connector, { method, parts, query: url.searchParams, body });
    if (fault === null) return send(response, run());
    strike(fault, run, response);
  } catch (error) {
    if (!(error instanceof UnreadableBody)) throw error;
    send(response, { ...refusal(error.status, error.code, error.message), headers: { connection: 'close' } });
  }
}

/** What was refused, or not answered, was asked for as well. */
function watch({ limits, places }: Connector, method: string, [area, id = '', what]: readonly string[]): number | null {
  if (area !== 'conversations' || what !== 'activities' || (method !== 'POST' && method !== 'PUT')) return null;
  return limits.saw(places.find(id)?.members[0]?.tenant ?? '', id);
}

function strike(fault: RouteFault, run: () => Reply, response: ServerResponse): void {
  if ('isAccepted' in fault && fault.isAccepted) run();
  const reply = faultReply(fault);
  if (reply !== null) send(response, reply);
  // A hanging request is answered by nobody: the caller's timeout, or the end of this server, closes it.
  if (fault.kind === 'drop') response.destroy();
}

function route(connector: Connector, call: Call): Reply {
  const [area, id, what, ...rest] = call.parts;
  if (area === 'attachments' && call.method === 'GET' && id !== undefined) return attachmentRoute(connector.files, id, [what, ...rest]);
  if (area === 'teams') return what === 'conversations' ? channelsRoute(connector.places, id) : teamRoute(connector.places.channel, id);
  if (area !== 'conversations') return refusal(404, 'NotFound', 'There is no such route.');
  if (id === undefined || id === '') return call.method === 'POST' ? createConversation(connector, call.body) : notAllowed();
  const place = connector.places.find(id);
  if (place === null) return refusal(404, 'ConversationNotFound', 'Conversation not found.');
  if (!connector.conversations.read(place.key).isInstalled) return forbidden('BotNotInConversationRoster');
  if (what === 'activities') return activityRoute(connector, place, call, rest[0]);
  if (call.method !== 'GET') return notAllowed();
  return membersRoute(place, what ?? '', rest[0], call.query);
}

function teamRoute({ teamId, team, groupId }: LocalChannel, id: string | undefined): Reply {
  if (id !== teamId) return refusal(404, 'NotFound', 'There is no such team.');
  return { status: 200, body: { id: teamId, name: team, aadGroupId: groupId } };
}

/** Every channel of the team with its name. */
function channelsRoute({ channels }: Places, id: string | undefined): Reply {
  const conversations = channels.filter(({ teamId }) => teamId === id).map((one) => ({ id: one.id, name: one.name }));
  return conversations.length === 0 ? refusal(404, 'NotFound', 'There is no such team.') : { status: 200, body: { conversations } };
}

function activityRoute(connector: Connector, place: Place, call: Call, id: string | undefined): Reply {
  const isKnown = id !== undefined && connector.conversations.find(place.key, id) !== null;
  if (call.method === 'DELETE') return isKnown ? remove(connector, place, id) : noActivity();
  if (call.method !== 'POST' && call.method !== 'PUT') return notAllowed();
  const activity = parseActivity(call.body.value);
  if (activity === null) return refusal(400, 'BadSyntax', 'The body is not an activity.');
  const fault = checkPosted(activity, call.body.text);
  if (fault !== null) return fault;
  if (call.method === 'PUT') return isKnown ? update(connector, place, id, activity) : noActivity();
  return addFromBot(connector.conversations, place, activity);
}

function update(connector: Connector, place: Place, id: string, activity: Activity): Reply {
  const entry = connector.conversations.find(place.key, id);
  if (entry?.from !== 'kiku' || entry.isDeleted) return noActivity();
  connector.conversations.change(place.key, id, { activity: { ...activity, id }, editedAt: Date.now(), inPlace: {} });
  return { status: 200, body: { id } };
}

function remove(connector: Connector, place: Place, id: string): Reply {
  const entry = connector.conversations.find(place.key, id);
  if (entry?.from !== 'kiku' || entry.isDeleted) return noActivity();
  connector.conversations.change(place.key, id, { isDeleted: true });
  return { status: 200 };
}

function noActivity(): Reply {
  return refusal(404, 'ActivityNotFoundInConversation', 'The activity is not in this conversation.');
}

function notAllowed(): Reply {
  return refusal(405, 'MethodNotAllowed', 'The requested resource does not support this method.');
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
