import { z } from 'zod';
import type { GraphClient } from './client.ts';
import { GraphFailure } from './graph-failure.ts';

/** An Entra object id. A guest of the channel has none, and is in no group. */
const OBJECT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** A filter on members is one of Graph's advanced queries, which want this and `$count`. */
const ADVANCED = { ConsistencyLevel: 'eventual' };

const members = z.object({ value: z.array(z.object({ id: z.string() })), '@odata.nextLink': z.string().nullish() });

/**
 * Whether somebody is in a group, or in a group inside it; needs `GroupMember.Read.All`. Throws `GraphFailure`.
 * https://learn.microsoft.com/graph/api/group-list-transitivemembers
 */
export async function isInGroup(client: GraphClient, group: string, person: string, signal: AbortSignal): Promise<boolean> {
  if (!OBJECT_ID.test(person)) return false;
  const path = `/groups/${encodeURIComponent(group)}/transitiveMembers?$filter=id eq '${person}'&$count=true&$select=id`;
  const answer = members.safeParse(await client.get(path, ADVANCED, signal));
  if (!answer.success) throw new GraphFailure('bad-answer', 'Microsoft Graph answered with something that is not a list.', { retryable: false });
  if (answer.data.value.some(({ id }) => id.toLowerCase() === person.toLowerCase())) return true;
  // One person is asked for: a second page means that all were given, and the others were not looked at.
  if (answer.data['@odata.nextLink'] != null) throw new GraphFailure('bad-answer', 'Microsoft Graph did not take a filter.', { retryable: false });
  return false;
}
