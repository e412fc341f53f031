import type { GraphAnswer, GraphSeen, PermissionSeen } from '../doctor-ports.ts';
import { type Finding, type FindingId, found } from './finding.ts';

/** What the sign-in and Graph amount to. `hasRead`: Service Health was read before, so a permission that lacks now was there. */
export function examineGraph({ token, permissions }: GraphSeen, hasRead: boolean): readonly Finding[] {
  switch (token) {
    case 'refused':
      return [found('token-refused')];
    case 'silent':
      return [found('token-silent')];
    case 'granted':
      return [found('token-ok'), ...permissions.map((one) => examinePermission(one, hasRead))];
  }
}

function examinePermission(seen: PermissionSeen, hasRead: boolean): Finding {
  return found(idOf(seen, hasRead), { permission: seen.name });
}

/** What other troubles of Graph are called; they say nothing of the permission. */
const TROUBLES: Readonly<Record<Exclude<GraphAnswer, 'answered' | 'forbidden' | 'not-asked'>, FindingId>> = {
  unauthorised: 'graph-refuses',
  throttled: 'graph-throttles',
  waiting: 'graph-throttles',
  failing: 'graph-fails',
  silent: 'graph-silent',
  'not-there': 'graph-not-there',
  odd: 'graph-odd',
};

function idOf({ isOptional, isGranted, answer }: PermissionSeen, hasRead: boolean): FindingId {
  if (answer === 'answered') return 'permission-ok';
  const isRefused = answer === 'forbidden' || answer === 'not-asked';
  if (isGranted === false && isOptional) return 'permission-optional';
  if (isGranted === false) return hasRead ? 'permission-lost' : 'permission-missing';
  if (!isRefused) return TROUBLES[answer];
  if (isGranted === null) return isOptional ? 'permission-optional' : 'permission-missing';
  return isOptional ? 'permission-idle' : 'permission-refused';
}
