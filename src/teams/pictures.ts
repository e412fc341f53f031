import { isIP } from 'node:net';
import type { NotPassed, Pictures } from '../desk-ports.ts';
import type { Address, Log, SentFile } from '../ports.ts';
import { type BotToken, createBotToken } from './bot-token.ts';
import type { BotCredentials } from './credentials.ts';
import { type Downloaded, download } from './download.ts';
import { allowServiceHosts, isLoopback, type ServiceHosts } from './hosts.ts';

export interface PictureSettings {
  readonly credentials: BotCredentials | null;
  readonly allowedServiceHosts: readonly string[];
  /** Whether loopback addresses over http may be read as well. Without credentials these are the only ones. */
  readonly isLoopbackServiceAllowed?: boolean;
  /** For one whole picture. */
  readonly timeoutMs?: number;
  readonly log: Log;
  readonly now?: () => number;
}

/** What is read at all. Larger ones are told of. */
export const LARGEST_READ = 4 * 1024 * 1024;

/** What Teams shows of a picture that a bot puts into a message, as documented in "Format your bot messages". */
export const LARGEST_SHOWN = 1024 * 1024;

const TIMEOUT_MS = 10_000;

/** How these begin; the type that was claimed is not believed. */
const MAGIC: readonly (readonly [type: string, begins: string])[] = [
  ['image/png', '89504e470d0a1a0a'],
  ['image/jpeg', 'ffd8ff'],
  ['image/gif', '474946383761'],
  ['image/gif', '474946383961'],
];

/**
 * Reads pasted pictures with the bot's token: only from the channel's own hosts, never over a redirect, and from this machine only where the
 * conversation itself is served.
 */
export function createPictures(settings: PictureSettings): Pictures {
  const { credentials, allowedServiceHosts, isLoopbackServiceAllowed, timeoutMs = TIMEOUT_MS, log, now = Date.now } = settings;
  const hosts = allowServiceHosts(allowedServiceHosts, credentials === null ? 'only' : isLoopbackServiceAllowed ? 'too' : 'no');
  const token = createBotToken(credentials, now);

  return {
    async fetch(from, picture) {
      if (picture.url === '') return notPassed('untold');
      if (!isReadable(picture.url, from, hosts)) {
        log.warn({ conversation: from.conversation }, 'A picture is not where pictures of Teams are, and was not read.');
        return notPassed('unread');
      }
      try {
        return read(await load(picture.url, token, timeoutMs), picture, log);
      } catch (error) {
        log.warn({ conversation: from.conversation, error }, 'A picture could not be read.');
        return notPassed('unread');
      }
    },
  };
}

/** The token goes to hosts of the list. Nothing is on an address in numbers but the stand-in, and that on its own port only. */
function isReadable(url: string, from: Address, hosts: ServiceHosts): boolean {
  const parsed = URL.parse(url);
  if (parsed === null || !hosts.accepts(url)) return false;
  if (isLoopback(parsed.hostname)) return parsed.origin === URL.parse(from.serviceUrl)?.origin;
  return isIP(parsed.hostname) === 0 && !parsed.hostname.startsWith('[');
}

async function load(url: string, token: BotToken, timeoutMs: number): Promise<Downloaded> {
  const get = async () => download({ url, authorization: await token.header(), mostBytes: LARGEST_READ, timeoutMs });
  const first = await get();
  if (first.kind !== 'status' || first.status !== 401) return first;
  // A token may have been withdrawn before its end.
  token.drop();
  return get();
}

function read(downloaded: Downloaded, { name }: SentFile, log: Log): Awaited<ReturnType<Pictures['fetch']>> {
  switch (downloaded.kind) {
    case 'too-big':
      return notPassed('too-big');
    case 'status':
      log.warn({ status: downloaded.status }, 'Teams did not give a picture.');
      return notPassed('unread');
    case 'bytes': {
      const { bytes } = downloaded;
      const start = bytes.subarray(0, 8).toString('hex');
      const type = MAGIC.find(([, begins]) => start.startsWith(begins))?.[0];
      if (type === undefined) return notPassed('no-picture');
      if (bytes.length > LARGEST_SHOWN) return notPassed('too-big');
      return { kind: 'picture', text: '', name: name || 'picture', contentType: type, url: `data:${type};base64,${bytes.toString('base64')}` };
    }
  }
}

function notPassed(why: NotPassed['why']): NotPassed {
  return { kind: 'not-passed', why };
}
