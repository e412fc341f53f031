import { type Announcement, DAY, type GraphIssue, HOUR, iso, MINUTE, post, postText, prose, SYNTHETIC } from './announcements.ts';

/** `begun` and `changed` (and `ended`) in hours before now. */
interface Outline {
  readonly id: string;
  readonly service: string;
  readonly feature: string;
  readonly classification: 'advisory' | 'incident';
  readonly status: string;
  readonly title: string;
  readonly impact: string;
  readonly begun: number;
  readonly changed: number;
  readonly ended?: number;
  readonly current: string;
}

const OUTLINES: readonly Outline[] = [
  {
    id: 'EX900101',
    service: 'Exchange Online',
    feature: 'E-Mail timely delivery',
    classification: 'incident',
    status: 'serviceDegradation',
    title: 'Users may see long delays when sending email to outside recipients',
    impact: 'Messages to recipients outside the organization may arrive up to an hour late.',
    begun: 3,
    changed: 0.5,
    current: 'A queue in the mail transport has grown too long. We are spreading its load over more servers.',
  },
  {
    id: 'EX900102',
    service: 'Exchange Online',
    feature: 'E-Mail and calendar access',
    classification: 'advisory',
    status: 'serviceRestored',
    title: "Users couldn't sign in to Outlook on the web",
    impact: 'Users may have been asked to sign in to Outlook on the web again and again.',
    begun: 52,
    changed: 46,
    ended: 47,
    current: 'We took back a change of the authentication component and saw sign-ins recover.',
  },
  {
    id: 'TM900103',
    service: 'Microsoft Teams',
    feature: 'Teams Components',
    classification: 'advisory',
    status: 'investigating',
    title: 'Users may be unable to join meetings with background effects',
    impact: 'Users who join a Microsoft Teams meeting with a background effect may see a black picture.',
    begun: 1.5,
    changed: 1,
    current: 'We are looking at client logs to find the cause.',
  },
  {
    id: 'TM900104',
    service: 'Microsoft Teams',
    feature: 'Files',
    classification: 'advisory',
    status: 'serviceDegradation',
    title: 'Users may be unable to attach OneDrive files in Microsoft Teams chats',
    impact: 'The file picker in chats may stay empty. Files are safe and open in OneDrive.',
    begun: 6,
    changed: 2,
    current: 'A fix is being deployed and has reached half of the affected environment.',
  },
  {
    id: 'SP900105',
    service: 'SharePoint Online',
    feature: 'Search',
    classification: 'advisory',
    status: 'serviceDegradation',
    title: 'Some users see incomplete search results in SharePoint sites',
    impact: 'Documents that were added in the last two days may be missing from search results.',
    begun: 30,
    changed: 4,
    current: 'We are rebuilding a part of the index.',
  },
  {
    id: 'SP900106',
    service: 'SharePoint Online',
    feature: 'SharePoint Features',
    classification: 'incident',
    status: 'postIncidentReviewPublished',
    title: 'Users may have been unable to access SharePoint Online and OneDrive',
    impact: 'Users may have seen the error 503 when opening sites and may have been unable to connect to OneDrive.',
    begun: 170,
    changed: 60,
    ended: 166,
    current: 'A post-incident report has been published.',
  },
  {
    id: 'OD900107',
    service: 'OneDrive for Business',
    feature: 'OneDrive for Business',
    classification: 'advisory',
    status: 'extendedRecovery',
    title: 'Storage numbers in the OneDrive admin center are out of date',
    impact: "Admins may see yesterday's storage usage in the OneDrive admin center.",
    begun: 60,
    changed: 12,
    current: 'The job that counts storage has fallen behind and is catching up.',
  },
  {
    id: 'OD900108',
    service: 'OneDrive for Business',
    feature: 'OneDrive for Business',
    classification: 'advisory',
    status: 'serviceRestored',
    title: 'Some users were unable to sign in to the OneDrive app',
    impact: 'Users may have been unable to sign in to OneDrive for Business with the desktop app.',
    begun: 200,
    changed: 196,
    ended: 197,
    current: 'We restarted the affected part of the sign-in infrastructure. This is the final update for the event.',
  },
  {
    id: 'OD900109',
    service: 'OneDrive for Business',
    feature: 'OneDrive for Business',
    classification: 'advisory',
    status: 'serviceDegradation',
    title: 'Users of the OneDrive app on macOS may be unable to sync files',
    impact: 'Files may be unable to sync on macOS after the latest system update. Other platforms are not affected.',
    begun: 20,
    changed: 5,
    current: 'A corrected version of the app is being tested.',
  },
  {
    id: 'MO900110',
    service: 'Microsoft 365 suite',
    feature: 'Portal',
    classification: 'advisory',
    status: 'serviceDegradation',
    title: 'Admins may be unable to open the billing page of the Microsoft 365 admin center',
    impact: 'Admins may see an empty page when they open invoices.',
    begun: 9,
    changed: 3,
    current: 'We are correcting a setting of the page.',
  },
  {
    id: 'PB900111',
    service: 'Power BI',
    feature: 'PowerBI.com',
    classification: 'incident',
    status: 'serviceRestored',
    title: 'Users were unable to refresh reports in Power BI',
    impact: 'Scheduled refreshes may have failed.',
    begun: 28,
    changed: 22,
    ended: 23,
    current: 'We raised the capacity of the affected cluster.',
  },
  {
    id: 'IN900112',
    service: 'Microsoft Intune',
    feature: 'Microsoft Intune',
    classification: 'advisory',
    status: 'extendedRecovery',
    title: 'Some iOS devices show as not compliant',
    impact: 'Admins may see iOS devices as not compliant for up to a day.',
    begun: 75,
    changed: 20,
    current: 'Devices are being evaluated again in batches.',
  },
  {
    id: 'FM900113',
    service: 'Microsoft Forms',
    feature: 'Service',
    classification: 'incident',
    status: 'falsePositive',
    title: 'Users may have been unable to open Microsoft Forms',
    impact: 'Users may have seen an error when opening a form.',
    begun: 13,
    changed: 12,
    ended: 12.5,
    current: 'The service was healthy. The cause lay with an internet provider.',
  },
];

/** Realistic announcements that have nothing to do with OneDrive sign-in, or no longer. */
export function otherSamples(now: number): readonly Announcement[] {
  return [...OUTLINES.map((outline) => issueOf(outline, now)), plannedMessage(now)];
}

function issueOf(outline: Outline, now: number): Announcement {
  const { id, title, service, feature, classification, status, impact } = outline;
  const isResolved = outline.ended !== undefined;
  const changedAt = now - outline.changed * HOUR;
  const text = postText(title, {
    'User impact': impact,
    [isResolved ? 'Final status' : 'Current status']: outline.current,
    ...(isResolved ? { 'Next steps': 'This is the final update for the event.' } : { 'Next update by': prose(changedAt + 12 * HOUR) }),
  });
  const value: GraphIssue = {
    id,
    title,
    service,
    impactDescription: impact,
    feature,
    featureGroup: feature,
    classification,
    origin: 'microsoft',
    status,
    isResolved,
    highImpact: null,
    startDateTime: iso(now - outline.begun * HOUR),
    endDateTime: outline.ended === undefined ? null : iso(now - outline.ended * HOUR),
    lastModifiedDateTime: iso(changedAt),
    details: SYNTHETIC,
    posts: [post(now - outline.begun * HOUR + 20 * MINUTE, postText(title, { 'User impact': impact })), post(changedAt, text)],
  };
  return { kind: 'issue', isOn: true, isSample: true, value };
}

function plannedMessage(now: number): Announcement {
  return {
    kind: 'message',
    isOn: true,
    isSample: true,
    value: {
      id: 'MC900201',
      title: 'OneDrive: a new look for the sign in window',
      services: ['OneDrive for Business'],
      category: 'stayInformed',
      severity: 'normal',
      tags: ['New feature', 'User impact'],
      isMajorChange: false,
      actionRequiredByDateTime: null,
      expiryDateTime: null,
      hasAttachments: false,
      viewPoint: null,
      startDateTime: iso(now - 6 * DAY),
      endDateTime: iso(now + 60 * DAY),
      lastModifiedDateTime: iso(now - 6 * DAY),
      details: [...SYNTHETIC, { name: 'Summary', value: 'The window in which users sign in to OneDrive gets a new look. Nothing needs to be done.' }],
      body: {
        contentType: 'html',
        content: '<p>(sample) The window in which users sign in to OneDrive gets a new look.</p><p>Nothing needs to be done.</p>',
      },
    },
  };
}
