import { type Announcement, DAY, type GraphIssue, type GraphMessage, HOUR, iso, MINUTE, post, postText, prose, SYNTHETIC } from './announcements.ts';

/** The sample fault of Microsoft's that can be switched on and off. */
export const SIGN_IN_FAULT = 'OD900001';

const TLS_ARTICLE = 'https://learn.microsoft.com/sharepoint/troubleshoot/administration/authentication-errors-tls12-support';
const PREPARE_ARTICLE = 'https://learn.microsoft.com/purview/prepare-tls-1.2-in-office-365';

/** The announcements that matter for OneDrive 0x8004de40, with their dates moved to now. The sentences are ours. */
export function oneDriveSamples(now: number): readonly Announcement[] {
  return [
    { kind: 'issue', isOn: true, isSample: true, value: tlsAdvisory(now) },
    { kind: 'message', isOn: true, isSample: true, value: tlsMessage(now) },
    { kind: 'issue', isOn: false, isSample: true, value: signInFault(now) },
  ];
}

/** OneDrive sign-in down on Microsoft's side, begun forty minutes before `now`. */
export function signInFault(now: number): GraphIssue {
  const title = "Some users can't sign in to OneDrive for Business and see error 0x8004de40";
  const impact = 'Users may be unable to sign in to OneDrive for Business with the desktop or mobile app. OneDrive in a browser works.';
  return {
    id: SIGN_IN_FAULT,
    title,
    service: 'OneDrive for Business',
    impactDescription: impact,
    feature: 'OneDrive for Business',
    featureGroup: 'OneDrive for Business',
    classification: 'incident',
    origin: 'microsoft',
    status: 'serviceDegradation',
    isResolved: false,
    highImpact: null,
    startDateTime: iso(now - 40 * MINUTE),
    endDateTime: null,
    lastModifiedDateTime: iso(now - 10 * MINUTE),
    details: SYNTHETIC,
    posts: [
      post(
        now - 30 * MINUTE,
        postText(title, {
          'User impact': impact,
          'Current status': "We're looking into reports of failed sign-ins and will provide another update within 30 minutes.",
        }),
      ),
      post(
        now - 10 * MINUTE,
        postText(title, {
          'User impact': impact,
          'More info': 'Settings on the device play no part in this. Users can open their files in a browser until it is over.',
          'Current status':
            'A part of the sign-in infrastructure for OneDrive turns requests away since a change of ours. We are taking that change back.',
          'Scope of impact': 'Any user who signs in to OneDrive for Business with an app may be affected.',
          'Start time': prose(now - 40 * MINUTE),
          'Next update by': prose(now + 80 * MINUTE),
        }),
      ),
    ],
  };
}

function tlsAdvisory(now: number): GraphIssue {
  const title = "Users on Windows 7 or 8 with TLS 1.0 or 1.1 can't connect to OneDrive for Business and see error 0x8004de40";
  const impact = "Users can't connect to OneDrive for Business and see the error code 0x8004de40.";
  return {
    id: 'OD255960',
    title,
    service: 'OneDrive for Business',
    impactDescription: impact,
    feature: 'OneDrive for Business',
    featureGroup: 'OneDrive for Business',
    classification: 'advisory',
    origin: 'microsoft',
    status: 'extendedRecovery',
    isResolved: false,
    highImpact: null,
    startDateTime: iso(now - 2 * DAY),
    endDateTime: null,
    lastModifiedDateTime: iso(now - 9 * HOUR),
    details: SYNTHETIC,
    posts: [
      post(
        now - 9 * HOUR,
        postText(title, {
          'User impact': impact,
          'More info': 'MC240160 tells about the enforcement of TLS 1.2 for OneDrive for Business, and how to keep this from coming back.',
          'Current status': `Reports and our telemetry agree: this follows from the enforcement of TLS 1.2 that MC240160 and <a href="${PREPARE_ARTICLE}">an article</a> announced. Whoever still uses TLS 1.0 or 1.1 can do what <a href="${TLS_ARTICLE}">our documentation of this error</a> says.`,
          'Scope of impact': 'Organizations with users on Windows 7 or 8 who connect to OneDrive for Business with TLS 1.0 or 1.1.',
          'Next update by': prose(now + 39 * HOUR),
        }),
      ),
    ],
  };
}

function tlsMessage(now: number): GraphMessage {
  return {
    id: 'MC240160',
    title: 'OneDrive and SharePoint will require TLS 1.2',
    services: ['SharePoint Online', 'OneDrive for Business'],
    category: 'preventOrFixIssue',
    severity: 'high',
    tags: ['User impact', 'Admin impact'],
    isMajorChange: true,
    actionRequiredByDateTime: iso(now - 2 * DAY),
    expiryDateTime: null,
    hasAttachments: false,
    viewPoint: null,
    startDateTime: iso(now - 90 * DAY),
    endDateTime: iso(now + 90 * DAY),
    lastModifiedDateTime: iso(now - 90 * DAY),
    details: [...SYNTHETIC, { name: 'ExternalLink', value: TLS_ARTICLE }],
    body: {
      contentType: 'html',
      content: `<p>(sample) Connections to OneDrive and SharePoint will be accepted with TLS&nbsp;1.2 or later only.</p><p><b>How this affects you:</b>\n</p><p>Windows 8, Windows 7 SP1 and older clients without TLS 1.2 stop connecting, with error 0x8004de40 or &quot;The underlying connection was closed&quot;.</p><p><b>What to do:</b>\n</p><p>Enable TLS 1.2 on these PCs: update KB 3140245 and a registry value. See <a href="${TLS_ARTICLE}" target="_blank">the article on this error</a>.</p>`,
    },
  };
}
