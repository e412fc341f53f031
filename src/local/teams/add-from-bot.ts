import { type Activity, cardsOf } from './activity.ts';
import type { Conversations } from './conversations.ts';
import type { Reply } from './http.ts';
import type { Place } from './places.ts';

/** Adds what the bot says. A text together with cards is split in two messages, and no id comes back. */
export function addFromBot(conversations: Conversations, place: Place, activity: Activity): Reply {
  if (activity.type === 'typing') {
    conversations.typing(place.key);
    return { status: 202, body: {} };
  }
  const add = (part: Activity) => {
    const id = conversations.nextId();
    const stamped = { ...part, id, timestamp: new Date(Number(id)).toISOString() };
    return conversations.add(place.key, { id, from: 'kiku', thread: place.thread ?? (place.kind === 'channel' ? id : null), activity: stamped });
  };
  const { text, attachments, ...shared } = activity;
  if (text?.trim() && attachments?.length && cardsOf(activity).length > 0) {
    add({ ...shared, text });
    add({ ...shared, attachments });
    return { status: 201, body: {} };
  }
  return { status: 201, body: { id: add(activity).id } };
}
