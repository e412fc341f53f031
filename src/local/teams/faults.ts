import { z } from 'zod';
import { type Reply, refusal } from './http.ts';

const SUB_CODES = [
  'BotDisabledByAdmin',
  'BotNotInConversationRoster',
  'ConversationBlockedByUser',
  'MessageWritesBlocked',
  'InvalidBotApiHost',
  'NotEnoughPermissions',
] as const;

const scope = {
  /** How many times it strikes. */
  count: z.int().min(1).max(1_000_000).default(1),
  /** Only in this conversation, by the connector's id; a channel's threads are included. */
  conversation: z.string().min(1).optional(),
  /** Only requests of this kind. */
  on: z.enum(['post', 'put', 'delete', 'get']).optional(),
};
const accepted = { isAccepted: z.boolean().default(true) };

const faultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('throttle'), retryAfterSeconds: z.number().min(0).nullable().default(1), ...scope }),
  z.object({ kind: z.literal('precondition'), ...scope }),
  z.object({ kind: z.literal('forbidden'), code: z.enum(SUB_CODES), ...scope }),
  z.object({ kind: z.literal('not-found'), code: z.enum(['ConversationNotFound', 'ActivityNotFoundInConversation']), ...scope }),
  z.object({ kind: z.literal('too-big'), ...scope }),
  z.object({ kind: z.literal('unauthorized'), ...scope }),
  z.object({ kind: z.literal('failing'), status: z.int().min(500).max(599).default(502), ...accepted, ...scope }),
  z.object({ kind: z.literal('hang'), ...accepted, ...scope }),
  z.object({ kind: z.literal('drop'), ...accepted, ...scope }),
  /** Sends an activity to Kiku once more. `hasNewId`: an invoke comes again under another id, as Teams does. */
  z.object({ kind: z.literal('redeliver'), afterMs: z.int().min(0).default(15_000), hasNewId: z.boolean().default(false), ...scope }),
]);

/** What goes wrong, how often, and where. */
export type Fault = Readonly<z.infer<typeof faultSchema>>;
/** A fault as written by a person: what is left out gets its default. */
export type FaultRequest = z.input<typeof faultSchema>;
/** A fault of the connector's own routes. */
export type RouteFault = Exclude<Fault, { kind: 'redeliver' }>;
export type Redelivery = Extract<Fault, { kind: 'redeliver' }>;

/** The fault in `value`; throws `z.ZodError` when it is none. */
export function parseFault(value: unknown): Fault {
  return faultSchema.parse(value);
}

/** The faults that wait to strike, in the order they were injected. */
export class Faults {
  #waiting: { fault: Fault; left: number }[] = [];

  inject(request: FaultRequest): void {
    const fault = parseFault(request);
    this.#waiting.push({ fault, left: fault.count });
  }

  /** What still waits; `count` is what is left. */
  list(): readonly Fault[] {
    return this.#waiting.map(({ fault, left }) => ({ ...fault, count: left }));
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The fault that strikes this request to the connector, if any; it counts as used. */
  takeRoute(method: string, conversation: string): RouteFault | null {
    const fault = this.#take((one) => one.kind !== 'redeliver' && (one.on === undefined || one.on === method.toLowerCase()), conversation);
    return fault === null || fault.kind === 'redeliver' ? null : fault;
  }

  /** The redelivery that strikes this activity to Kiku, if any; it counts as used. */
  takeRedelivery(conversation: string): Redelivery | null {
    const fault = this.#take((one) => one.kind === 'redeliver', conversation);
    return fault?.kind === 'redeliver' ? fault : null;
  }

  #take(suits: (fault: Fault) => boolean, conversation: string): Fault | null {
    const hit = this.#waiting.find(({ fault }) => suits(fault) && covers(fault, conversation));
    if (hit === undefined) return null;
    hit.left -= 1;
    if (hit.left === 0) this.#waiting = this.#waiting.filter((one) => one !== hit);
    return hit.fault;
  }
}

function covers(fault: Fault, conversation: string): boolean {
  return fault.conversation === undefined || conversation === fault.conversation || conversation.startsWith(`${fault.conversation};`);
}

/** What a struck request is answered; `null` when it gets no answer. Codes as in Teams' own error table. */
export function faultReply(fault: RouteFault): Reply | null {
  switch (fault.kind) {
    case 'throttle':
      return throttled(fault.retryAfterSeconds);
    case 'precondition':
      return refusal(412, 'PreconditionFailed', 'Precondition failed, please try again.');
    case 'forbidden':
      return forbidden(fault.code);
    case 'not-found':
      return refusal(404, fault.code, `${fault.code}.`);
    case 'too-big':
      return refusal(413, 'MessageSizeTooBig', 'Message size too large.');
    case 'unauthorized':
      return refusal(401, 'BotNotRegistered', 'No registration found for this bot.');
    case 'failing':
      return refusal(fault.status, fault.status === 500 ? 'ServiceError' : 'ServiceUnavailable', 'The service failed.');
    case 'hang':
    case 'drop':
      return null;
  }
}

/** 429, with `Retry-After` when it is known. */
export function throttled(retryAfterSeconds: number | null): Reply {
  const headers = retryAfterSeconds === null ? {} : { headers: { 'retry-after': String(retryAfterSeconds) } };
  return { ...refusal(429, 'Throttled', 'Too many requests.'), ...headers };
}

/** 403 with one of the sub-codes. A blocked chat is told in an older shape than the rest. */
export function forbidden(code: (typeof SUB_CODES)[number]): Reply {
  if (code !== 'MessageWritesBlocked') return refusal(403, code, `${code}.`);
  return { status: 403, body: { errorCode: 209, message: JSON.stringify({ subCode: code, details: 'Thread is not writable.' }) } };
}
