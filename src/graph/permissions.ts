import type { Permission } from '../doctor-ports.ts';

/** What Kiku may be granted in any tenant, and a reading that needs just that. */
export const PERMISSIONS: readonly Permission[] = [
  { name: 'ServiceHealth.Read.All', isOptional: false, path: '/admin/serviceAnnouncement/issues?$top=1' },
  { name: 'ServiceMessage.Read.All', isOptional: false, path: '/admin/serviceAnnouncement/messages?$top=1' },
  { name: 'User.Read.All', isOptional: true, path: '/users?$top=1&$select=id' },
  { name: 'DeviceManagementManagedDevices.Read.All', isOptional: true, path: '/deviceManagement/managedDevices?$top=1&$select=id' },
];

/** The same where a group of employees is named (`null`: none is): without the permission for it nobody new is let in. */
export function permissionsFor(group: string | null): readonly Permission[] {
  if (group === null) return PERMISSIONS;
  return [
    ...PERMISSIONS,
    { name: 'GroupMember.Read.All', isOptional: false, path: `/groups/${encodeURIComponent(group)}/transitiveMembers?$top=1&$select=id` },
  ];
}
