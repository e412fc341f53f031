import { z } from 'zod';
import type { Member } from '../desk-ports.ts';
import { DeliveryError } from '../messenger-ports.ts';
import { plain } from './spoken.ts';

const account = z.object({
  id: z.string().min(1),
  name: z.string().nullish(),
  objectId: z.string().nullish(),
  aadObjectId: z.string().nullish(),
});
const page = z.object({ members: z.array(z.unknown()), continuationToken: z.string().min(1).nullish() });

/** Teams gives so many at once at the most. */
const PAGE = 500;
/** Far more than the members a team can have (25,000); an answer that goes on for ever ends here. */
const MOST_PAGES = 100;

/** Reads a path of the connector and gives the JSON of the answer; throws `DeliveryError`. */
type Read = (path: string) => Promise<unknown>;

/** Everybody in a conversation, page by page. */
export async function readMembers(conversation: string, read: Read): Promise<readonly Member[]> {
  const members: Member[] = [];
  let token: string | null = null;
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const rest: string = token === null ? '' : `&continuationToken=${encodeURIComponent(token)}`;
    const parsed = page.safeParse(await read(`${pathOf(conversation)}/pagedmembers?pageSize=${PAGE}${rest}`));
    if (!parsed.success) throw odd();
    members.push(...parsed.data.members.flatMap(toMember));
    const next = parsed.data.continuationToken ?? null;
    if (next === null || next === token) return members;
    token = next;
  }
  return members;
}

/** One member; `null` when they are not in the conversation, as somebody who left. */
export async function readMember(conversation: string, id: string, read: Read): Promise<Member | null> {
  try {
    const [found] = toMember(await read(`${pathOf(conversation)}/members/${encodeURIComponent(id)}`));
    if (found === undefined) throw odd();
    return found;
  } catch (error) {
    if (error instanceof DeliveryError && error.status === 404 && error.subCodes.some((code) => /^MemberNotFound/.test(code))) return null;
    throw error;
  }
}

function pathOf(conversation: string): string {
  return `/v3/conversations/${encodeURIComponent(conversation)}`;
}

/** Nobody for what is no member: one odd entry must not lose the others. */
function toMember(value: unknown): readonly Member[] {
  const { data } = account.safeParse(value);
  if (data === undefined) return [];
  return [{ id: data.aadObjectId || data.objectId || data.id, channelId: data.id, name: plain(data.name ?? '').trim() }];
}

function odd(): DeliveryError {
  return new DeliveryError('refused', 'Teams answered the question who is in a team with something else.', { retryable: true });
}
