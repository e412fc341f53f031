import type { Message } from '../ports.ts';
import { CARD_TYPE } from './outgoing.ts';

/** The body that answers an `adaptiveCard/action` invoke. */
export interface InvokeBody {
  readonly statusCode: number;
  readonly type: string;
  readonly value: unknown;
}

const MESSAGE_TYPE = 'application/vnd.microsoft.activity.message';

/**
 * The answer to a tap: the card that takes the tapped one's place, or a message, which leaves the card alone. Teams takes an empty value for
 * a failure, shows "Unable to reach app" and sends the tap again (https://github.com/vercel/chat/issues/731), hence a word.
 */
export function invokeAnswer(answer: Message | null): InvokeBody {
  if (answer === null) return { statusCode: 200, type: MESSAGE_TYPE, value: 'OK' };
  switch (answer.kind) {
    case 'card':
      return { statusCode: 200, type: CARD_TYPE, value: answer.card };
    case 'text':
    case 'picture':
      return { statusCode: 200, type: MESSAGE_TYPE, value: answer.text };
  }
}

/** The body Teams expects when an invoke made no sense. */
export function invokeRefusal(sentence: string): InvokeBody {
  return { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'BadRequest', message: sentence } };
}
