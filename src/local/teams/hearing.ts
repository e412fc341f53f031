import { type Activity, type Attachment, asObject } from './activity.ts';
import { LOCAL_BOT } from './people.ts';

/** Whether an activity mentions the bot. */
export function namesKiku(activity: Activity): boolean {
  const entities = Array.isArray(activity.entities) ? activity.entities : [];
  return entities.some((entity) => asObject(asObject(entity)?.mentioned)?.id === LOCAL_BOT.id);
}

/** A message as the bot gets it. In channels Teams hands it no files and pictures: only the HTML of the message tells that there were some. */
export function asToldToBot(activity: Activity): Activity {
  const { attachments } = activity;
  if (asObject(activity.conversation)?.conversationType !== 'channel' || !attachments?.some(isFile)) return activity;
  const [twin = { contentType: 'text/html', content: '' }] = attachments.filter((one) => !isFile(one));
  const tags = attachments.filter(isFile).map(tagOf).join('');
  return { ...activity, attachments: [{ ...twin, content: `${typeof twin.content === 'string' ? twin.content : ''}<p>${tags}</p>` }] };
}

function isFile({ contentType }: Attachment): boolean {
  return contentType !== 'text/html';
}

function tagOf({ contentType, contentUrl = '' }: Attachment): string {
  const id = contentUrl.split('/').find((part) => /^[0-9a-f-]{36}$/.test(part)) ?? '';
  if (!contentType.startsWith('image/')) return `<attachment id="${id}"></attachment>`;
  return `<img itemscope="" itemtype="http://schema.skype.com/AMSImage" src="https://graph.microsoft.com/v1.0/hostedContents/${id}/$value">`;
}
