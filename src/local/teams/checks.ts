import { type Activity, asObject, CARD, cardsOf } from './activity.ts';
import { type Reply, refusal } from './http.ts';

/** Teams' limit for a bot's message: 100 KB as UTF-16, embedded images not counted. */
const MESSAGE_LIMIT = 100 * 1024;

/** Teams' limit for a picture that a bot puts into a message. */
const PICTURE_LIMIT = 1024 * 1024;

const MAX_ACTIONS = 6;
const EMBEDDED_IMAGE = /"data:image\/[a-z+]+;base64,[^"]*"/gi;

/** Why the connector refuses what a bot sends, or `null`. `body` is the JSON as it came. */
export function checkPosted(activity: Activity, body: string): Reply | null {
  if (body.replace(EMBEDDED_IMAGE, '""').length * 2 > MESSAGE_LIMIT) return refusal(413, 'MessageSizeTooBig', 'Message size too large.');
  if (activity.type === 'message') {
    if (!activity.text?.trim() && (activity.attachments ?? []).length === 0)
      return refusal(400, 'BadArgument', 'Activity must include non empty text or attachments.');
  } else if (activity.type !== 'typing') {
    return refusal(400, 'BadArgument', `Activities of type ${activity.type} cannot be sent to a conversation.`);
  }
  const fault = cardFault(activity) ?? pictureFault(activity);
  return fault === null ? null : refusal(400, 'BadArgument', fault);
}

/** What is wrong with the cards of an activity, in one sentence, or `null`. */
function cardFault(activity: Activity): string | null {
  for (const attachment of activity.attachments ?? []) {
    if (attachment.contentType === CARD && asObject(attachment.content) === null) return 'The card attachment has no content.';
  }
  for (const card of cardsOf(activity)) {
    if (card.type !== 'AdaptiveCard') return 'The card has no type AdaptiveCard.';
    const version = typeof card.version === 'string' ? /^1\.(\d+)$/.exec(card.version) : null;
    if (version === null) return 'The card has no version.';
    if (Number(version[1]) > 5) return 'Teams shows Adaptive Cards up to version 1.5.';
    if (hasTooManyActions(card)) return `A card or an ActionSet shows at most ${MAX_ACTIONS} actions.`;
  }
  return null;
}

/** What is wrong with the pictures of an activity, in one sentence, or `null`. */
function pictureFault(activity: Activity): string | null {
  for (const { contentType, contentUrl = '' } of activity.attachments ?? []) {
    if (!contentType.startsWith('image/')) continue;
    const embedded = /^data:image\/(?:png|jpeg|gif);base64,/.exec(contentUrl);
    if (embedded === null && !contentUrl.startsWith('https://')) return 'A picture is embedded as PNG, JPEG or GIF, or has an address with https.';
    if (embedded !== null && (contentUrl.length - embedded[0].length) * 0.75 > PICTURE_LIMIT) return 'An embedded picture has at most 1 MB.';
  }
  return null;
}

// A client would silently hide the seventh action; a refusal is easier to notice while developing.
function hasTooManyActions(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasTooManyActions);
  const object = asObject(value);
  if (object === null) return false;
  const { actions } = object;
  return (Array.isArray(actions) && actions.length > MAX_ACTIONS) || Object.values(object).some(hasTooManyActions);
}
