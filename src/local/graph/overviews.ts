import type { Announcement, GraphIssue } from './announcements.ts';

/** Display names and ids as one real tenant showed them. */
const SERVICES: Readonly<Record<string, string>> = {
  'Exchange Online': 'Exchange',
  'Identity Service': 'OrgLiveID',
  'Microsoft 365 suite': 'OSDPPlatform',
  'SharePoint Online': 'SharePoint',
  'OneDrive for Business': 'OneDriveForBusiness',
  'Microsoft Teams': 'microsoftteams',
  'Microsoft Intune': 'Intune',
  'Power BI': 'PowerBIcom',
  'Microsoft Forms': 'Forms',
  'Microsoft 365 Apps': 'O365Client',
};

/** One `serviceHealth` for each service: the state of its newest open issue, or `serviceOperational`. */
export function overviewsOf(shown: readonly Announcement[], withIssues: boolean): readonly object[] {
  const issues = shown.flatMap((entry) => (entry.kind === 'issue' ? [entry.value] : []));
  return Object.entries(SERVICES).map(([service, id]) => {
    const own = issues.filter((issue) => issue.service === service);
    const open = own.filter((issue) => !issue.isResolved).sort(newestFirst)[0];
    return { service, status: open?.status ?? 'serviceOperational', id, ...(withIssues ? { issues: own } : {}) };
  });
}

function newestFirst(left: GraphIssue, right: GraphIssue): number {
  return Date.parse(right.lastModifiedDateTime) - Date.parse(left.lastModifiedDateTime);
}
