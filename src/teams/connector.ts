import { z } from 'zod';
import type { Opener } from '../alert-ports.ts';
import type { Roster } from '../desk-ports.ts';
import { DeliveryError, type Messenger } from '../messenger-ports.ts';
import type { Address, Message } from '../ports.ts';
import { type BotToken, createBotToken } from './bot-token.ts';
import { type BotCredentials, checkCredentials } from './credentials.ts';
import { fromSilence, fromStatus } from './delivery-failure.ts';
import { exchange } from './exchange.ts';
import { allowServiceHosts, type ServiceHosts } from './hosts.ts';
import { toActivity } from './outgoing.ts';
import { readMember, readMembers } from './roster.ts';
import { plain } from './spoken.ts';

export interface ConnectorSettings {
  readonly credentials: BotCredentials | null;
  readonly allowedServiceHosts: readonly string[];
  /** Whether loopback addresses over http may be spoken to as well. Without credentials these are the only ones. */
  readonly isLoopbackServiceAllowed?: boolean;
  /** For one whole call. */
  readonly timeoutMs?: number;
  readonly now?: () => number;
}

const created = z.object({ id: z.string().min(1) });

/** Teams takes the Entra id of a person in private chats; the answer says where the chat is served. */
const opened = z.object({ id: z.string().min(1), serviceUrl: z.string().min(1).optional() });

/** What Kiku asks of a team. */
export interface TeamLookup {
  /** The id of the team's group in Entra; `null` when Teams does not say. Throws `DeliveryError`. */
  groupOf(address: Address, team: string): Promise<string | null>;
  /** What a channel of the team is called; `null` when Teams does not say, as of the first, whose name clients translate. Throws `DeliveryError`. */
  channelName(address: Address, team: string): Promise<string | null>;
}

const team = z.object({ aadGroupId: z.string().min(1) });
const channels = z.object({ conversations: z.array(z.object({ id: z.string(), name: z.string().nullish() })) });

/** 500 members are some 250,000 characters. */
const MOST_READ = 1024 * 1024;

interface Call {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly address: Address;
  readonly body: Readonly<Record<string, unknown>> | null;
}

/**
 * Speaks to conversations over the Bot Framework's REST interface. Not the SDK's connector: that one repeats a POST by itself, which posts
 * twice, and has no timeout. One call here is one request (two when the token was refused); whether to try again is the outbox's to say. Failures are `DeliveryError`s.
 */
export function createConnector(settings: ConnectorSettings): Messenger & Opener & TeamLookup & Roster {
  checkCredentials(settings.credentials);
  const now = settings.now ?? Date.now;
  const timeoutMs = settings.timeoutMs ?? 10_000;
  const hosts = allowServiceHosts(
    settings.allowedServiceHosts,
    settings.credentials === null ? 'only' : settings.isLoopbackServiceAllowed ? 'too' : 'no',
  );
  const token = createBotToken(settings.credentials, now);

  const call = async (request: Call): Promise<string> => {
    const url = `${baseUrl(request.address, hosts)}${request.path}`;
    let answer = await send(url, request, token, timeoutMs);
    if (answer.status === 401 && settings.credentials !== null) {
      // It was not taken, so it can go once more: a token may have been withdrawn before its end.
      token.drop();
      answer = await send(url, request, token, timeoutMs);
      if (answer.status === 401) token.drop();
    }
    const { status, retryAfter, body } = answer;
    if (status >= 200 && status < 300) return body;
    throw fromStatus({ status, retryAfter, body, now: now() });
  };

  const read = (address: Address) => async (path: string) => parseJson(await call({ method: 'GET', path, address, body: null }));

  return {
    async post(address, message) {
      const path = `/v3/conversations/${encodeURIComponent(address.conversation)}/activities`;
      return createdId(await call({ method: 'POST', path, address, body: activityOf(message, address) }));
    },
    async replace(address, activity, message) {
      const path = `/v3/conversations/${encodeURIComponent(address.conversation)}/activities/${encodeURIComponent(activity)}`;
      await call({ method: 'PUT', path, address, body: activityOf(message, address) });
    },
    async open(address, person) {
      const { tenant } = person;
      const body = { isGroup: false, bot: address.bot, members: [{ id: person.id }], tenantId: tenant, channelData: { tenant: { id: tenant } } };
      const parsed = opened.safeParse(parseJson(await call({ method: 'POST', path: '/v3/conversations', address, body })));
      if (!parsed.success) return null;
      return { ...address, conversation: parsed.data.id, serviceUrl: parsed.data.serviceUrl ?? address.serviceUrl };
    },
    membersOf: (address, id) => readMembers(id, read(address)),
    memberOf: (address, id, member) => readMember(id, member, read(address)),
    async groupOf(address, id) {
      const parsed = team.safeParse(await read(address)(`/v3/teams/${encodeURIComponent(id)}`));
      return parsed.success ? parsed.data.aadGroupId : null;
    },
    async channelName(address, id) {
      const parsed = channels.safeParse(await read(address)(`/v3/teams/${encodeURIComponent(id)}/conversations`));
      const name = parsed.data?.conversations.find((one) => one.id === address.conversation)?.name ?? '';
      return plain(name).trim() || null;
    },
  };
}

/** A stored address is checked like an incoming one: the token must not go where a row in a table points. */
function baseUrl(address: Address, hosts: ServiceHosts): string {
  if (!hosts.accepts(address.serviceUrl)) {
    throw new DeliveryError('not-allowed', 'The address of the conversation is not on the list of allowed hosts.', { retryable: false });
  }
  return address.serviceUrl.replace(/\/$/, '');
}

function activityOf(message: Message, address: Address): Call['body'] {
  return { ...toActivity(message), from: address.bot, conversation: { id: address.conversation } };
}

async function send(url: string, { method, body }: Call, token: BotToken, timeoutMs: number) {
  const authorization = await token.header();
  try {
    return await exchange({
      method,
      url,
      authorization,
      json: body === null ? null : JSON.stringify(body),
      timeoutMs,
      ...(method === 'GET' ? { most: MOST_READ } : {}),
    });
  } catch (error) {
    throw fromSilence(error);
  }
}

/** The message was taken; an answer without an id only means that it cannot be replaced later. */
function createdId(body: string): string | null {
  const parsed = created.safeParse(parseJson(body));
  return parsed.success ? parsed.data.id : null;
}

/** `null` when it is something else than JSON. */
function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // What was asked for was done; only the answer is odd.
    return null;
  }
}
