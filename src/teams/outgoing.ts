import type { Activity } from 'botbuilder';
import type { Mention, Message } from '../ports.ts';

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/**
 * A message as the activity Teams wants. Never text and a card together: Teams would make two messages of them and give no id. A card's words
 * for the notification go into `summary`. A picture may stand below its text: that stays one message.
 */
export function toActivity(message: Message): Partial<Activity> {
  switch (message.kind) {
    case 'text':
      return { type: 'message', textFormat: 'markdown', text: message.text, ...mentioning(message.mentions ?? []) };
    case 'card':
      return { type: 'message', summary: message.summary, attachments: [{ contentType: CARD_TYPE, content: message.card }] };
    case 'picture': {
      const attachments = [{ contentType: message.contentType, contentUrl: message.url, name: message.name }];
      return { type: 'message', ...(message.text === '' ? {} : { textFormat: 'markdown', text: message.text }), attachments };
    }
  }
}

/** Teams takes a mention for one when its text stands in the message exactly so. */
function mentioning(mentions: readonly Mention[]): Partial<Activity> {
  if (mentions.length === 0) return {};
  return { entities: mentions.map(({ id, name }) => ({ type: 'mention', text: `<at>${name}</at>`, mentioned: { id, name } })) };
}
