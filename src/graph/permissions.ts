import type { Permission } from '../doctor-ports.ts';

/** What Kiku may be granted, and a reading that needs just that. */
export const PERMISSIONS: readonly Permission[] = [
  { name: 'ServiceHealth.Read.All', isOptional: false, path: '/admin/serviceAnnouncement/issues?$top=1' },
  { name: 'ServiceMessage.Read.All', isOptional: false, path: '/admin/serviceAnnouncement/messages?$top=1' },
  { name: 'User.Read.All', isOptional: true, path: '/users?$top=1&$select=id' },
  { name: 'DeviceManagementManagedDevices.Read.All', isOptional: true, path: '/deviceManagement/managedDevices?$top=1&$select=id' },
];
