import type { SentFile } from '../messages.ts';
import type { ActivityShape } from './activity-shape.ts';
import { plain } from './spoken.ts';

type Attached = NonNullable<ActivityShape['attachments']>[number];

const LONGEST_NAME = 200;
const LONGEST_URL = 2_000;
// A picture in the HTML twin that is no emoji. In channels Teams hands a bot nothing else of it.
const INLINE_PICTURE = /<img\b(?![^<>]{0,600}Emoji)[^<>]{0,600}>/i;
const INLINE_FILE = /<attachment\b/i;

/**
 * What was sent along with a message. The HTML twin of the text is none of it; it only tells that there was a picture or a file where Teams gives
 * bots nothing more, as in channels. Of a file the link is kept that opens it for whoever may, never the download address, which opens it for everybody.
 */
export function filesOf({ attachments }: ActivityShape): readonly SentFile[] {
  const all = attachments ?? [];
  const given = all.filter((attached) => !isHtml(attached)).map(toFile);
  return given.length > 0 ? given : all.filter(isHtml).flatMap(untold);
}

function toFile({ contentType, contentUrl, name }: Attached): SentFile {
  const type = (contentType ?? '').slice(0, LONGEST_NAME).toLowerCase();
  const kind = type.startsWith('image/') ? 'picture' : 'file';
  return {
    name: plain(name ?? '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, LONGEST_NAME),
    kind,
    url: webAddress(contentUrl),
    contentType: type,
  };
}

/** Deferred to whoever reads it: here only that it is an address of the web. */
function webAddress(url: string | null | undefined): string {
  if (typeof url !== 'string' || url.length > LONGEST_URL) return '';
  const parsed = URL.parse(url);
  return parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.username === '' && parsed.password === '' ? parsed.href : '';
}

function untold({ content }: Attached): readonly SentFile[] {
  if (typeof content !== 'string') return [];
  const kind = INLINE_PICTURE.test(content) ? 'picture' : INLINE_FILE.test(content) ? 'file' : null;
  return kind === null ? [] : [{ name: '', kind, url: '', contentType: '' }];
}

function isHtml({ contentType }: Attached): boolean {
  return /^text\/html\b/i.test(contentType ?? '');
}
