import { z } from 'zod';
import type { GraphClient } from './client.ts';
import { GraphFailure } from './graph-failure.ts';
import { readPages } from './pages.ts';

const member = z.object({ userId: z.string(), roles: z.array(z.string()) });

/**
 * Whether somebody (by Entra object id) owns a team (by the id of its group); `null` when Kiku is not allowed to read its members: the team has not
 * consented to TeamMember.Read.Group, nor the tenant to TeamMember.Read.All.
 */
export async function isTeamOwner(client: GraphClient, group: string, person: string, signal: AbortSignal): Promise<boolean | null> {
  try {
    const members = await readPages(client, `/teams/${encodeURIComponent(group)}/members`, signal);
    return members.some((one) => {
      const read = member.safeParse(one);
      return read.success && read.data.userId === person && read.data.roles.includes('owner');
    });
  } catch (error) {
    if (error instanceof GraphFailure && error.status === 403) return null;
    throw error;
  }
}
