/** Advisories as Graph tells them, one for each thing that they may mean to a person whose OneDrive cannot connect. */
const open = {
  id: 'OD700001',
  service: 'OneDrive for Business',
  title: "Users can't sign in to OneDrive for Business",
  impactDescription: 'Users are unable to sign in to OneDrive for Business with the desktop client.',
  feature: 'OneDrive for Business',
  classification: 'incident',
  status: 'serviceDegradation',
  isResolved: false,
  startDateTime: '2026-11-22T10:00:00Z',
  endDateTime: null,
  lastModifiedDateTime: '2026-11-22T11:00:00Z',
  posts: [],
};

export const advisories = {
  open: [open],
  closed: [{ ...open, isResolved: true, status: 'serviceRestored', endDateTime: '2026-11-22T11:30:00Z' }],
  unrelated: [
    {
      ...open,
      id: 'YA700002',
      service: 'Viva Engage',
      title: 'Users see old posts in Viva Engage',
      impactDescription: 'Posts are late.',
      feature: 'Feed',
    },
  ],
  OD255960: [
    {
      ...open,
      id: 'OD255960',
      title: "Users on Windows 7/8 Service Pack 1 with TLS 1.0/1.1 can't connect to OneDrive for Business and receive error 0x8004de40",
      impactDescription: 'Users are unable to connect to OneDrive for Business and receive error code 0x8004de40.',
      classification: 'advisory',
      status: 'extendedRecovery',
    },
  ],
} as const;
