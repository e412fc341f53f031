import type { Reply } from '../teams/http.ts';
import { graphError } from './answers.ts';

/** A team as Graph tells of it. */
export interface GraphTeam {
  /** The id of its group. */
  readonly group: string;
  readonly members: () => readonly { readonly userId: string; readonly name: string; readonly isOwner: boolean }[];
}

/** `GET /teams/{group}/members`. A team that has not consented is refused like one that is not there. */
export function teamMembers(path: string, teams: readonly GraphTeam[], at: number): Reply {
  const [, group] = /^\/v1\.0\/teams\/([^/]+)\/members$/.exec(path) ?? [];
  if (group === undefined) return graphError(404, 'ResourceNotFound', 'Resource not found.', at);
  const team = teams.find((one) => one.group === group);
  if (team === undefined) return graphError(403, 'Forbidden', 'Missing role permissions on the request.', at);
  const value = team.members().map(({ userId, name, isOwner }) => ({
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    id: Buffer.from(`${group}/${userId}`).toString('base64url'),
    roles: isOwner ? ['owner'] : [],
    displayName: name,
    userId,
  }));
  return { status: 200, body: { value } };
}
