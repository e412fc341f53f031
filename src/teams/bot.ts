import { randomUUID } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import type { Messenger } from '../messenger-ports.ts';
import type { Incoming, Log, Message } from '../ports.ts';
import { invokeAnswer } from './invoke.ts';
import { toActivity } from './outgoing.ts';

/** One turn. What it returns answers a tap in place: it takes the tapped card's place; `null` leaves the card as it is. */
export type Handle = (incoming: Incoming, messenger: Messenger) => Promise<Message | null>;

/** Says sorry to the person, with the reference that stands in the log. */
export type Apologise = (incoming: Incoming, reference: string, messenger: Messenger) => Promise<void>;

export interface BotParts {
  readonly handle: Handle;
  readonly apologise: Apologise;
  /** Where replies go when they do not go back in the answer to the request. */
  readonly messenger: Messenger;
  readonly log: Log;
}

/** Runs one turn inside the adapter's context. */
export type Bot = (context: TurnContext, incoming: Incoming) => Promise<void>;

/**
 * The one place that apologises. A turn that threw is answered 200 whether or not it was saved: the person is told that it failed and may
 * say it again, where a 500 would show Teams' own error and leave them guessing. Only when the apology cannot be said either is it
 * a 500, so that the channel knows and may send the activity once more; a turn that was saved recognises it as seen.
 */
export function createBot({ handle, apologise, messenger, log }: BotParts): Bot {
  return async (context, incoming) => {
    const outbound = context.activity.deliveryMode === 'expectReplies' ? inBody(context, incoming, messenger) : messenger;
    const answer = await attempt(incoming, outbound);
    if (incoming.what.kind === 'tap' && incoming.what.isInPlace) {
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: invokeAnswer(answer) } });
    }
  };

  async function attempt(incoming: Incoming, outbound: Messenger): Promise<Message | null> {
    try {
      return await handle(incoming, outbound);
    } catch (error) {
      const reference = randomUUID().slice(0, 8).toUpperCase();
      log.error({ reference, input: incoming.id, conversation: incoming.conversation.id, kind: incoming.what.kind, error }, 'A turn failed.');
      await sayingSorry(incoming, reference, outbound);
      return null;
    }
  }

  async function sayingSorry(incoming: Incoming, reference: string, outbound: Messenger): Promise<void> {
    try {
      await apologise(incoming, reference, outbound);
    } catch (error) {
      log.error({ reference, error }, 'The apology for a failed turn could not be delivered.');
      throw new Error(`A turn failed, and so did its apology; reference ${reference}.`, { cause: error });
    }
  }
}

/** Posts into the answer of the request. Such messages get no id, so only what was posted otherwise can be replaced. */
function inBody(context: TurnContext, incoming: Incoming, otherwise: Messenger): Messenger {
  return {
    endsWithRequest: true,
    async post(address, message) {
      if (address.conversation !== incoming.conversation.id) return otherwise.post(address, message);
      await context.sendActivity(toActivity(message));
      return null;
    },
    replace: (address, activity, message) => otherwise.replace(address, activity, message),
  };
}
