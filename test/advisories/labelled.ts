import type { Advisory } from '../../src/advisory.ts';
import { parseIssue, parseMessage } from '../../src/graph/parse-announcement.ts';
import { Board } from '../../src/local/graph/board.ts';

export const NOW = Date.parse('2026-11-22T09:00:00Z');
const HOUR = 3_600_000;

/** Every sample as Kiku reads it, the sample fault switched on. */
function readSamples(): ReadonlyMap<string, Advisory> {
  const board = new Board(() => NOW, null);
  board.change('OD900001', { isOn: true });
  const read = board.list().map((entry) => (entry.kind === 'issue' ? parseIssue(entry.value) : parseMessage(entry.value)));
  return new Map(read.flatMap((advisory) => (advisory === null ? [] : [[advisory.id, advisory] as const])));
}

const samples = readSamples();

export function sample(id: string, change: Partial<Advisory> = {}): Advisory {
  const found = samples.get(id);
  if (found === undefined) throw new Error(`There is no sample ${id}.`);
  return { ...found, ...change };
}

/** An open issue of Microsoft's that began an hour ago, in words of the usual form. */
export function issue(service: string, title: string, change: Partial<Advisory> = {}): Advisory {
  return {
    id: 'OD800001',
    kind: 'issue',
    services: [service],
    title,
    impact: title,
    feature: null,
    classification: 'advisory',
    status: 'serviceDegradation',
    isResolved: false,
    startAt: NOW - HOUR,
    endAt: null,
    updatedAt: NOW - HOUR / 2,
    nextUpdate: null,
    text: `Title: ${title}`,
    ...change,
  };
}

type Label = 'likely' | 'possible' | 'background' | null;
type Given = Readonly<Record<string, string>>;

/** What is true of it by the judgement of a person who reads both; `facts` are those of somebody with OneDrive 0x8004de40. */
export interface Row {
  readonly title: string;
  readonly advisory: Advisory;
  readonly facts: Given;
  readonly problem: string | null;
  readonly expected: Label;
}

const OD = 'OneDrive for Business';
const SP = 'SharePoint Online';
const ID = 'Identity Service';
const SUITE = 'Microsoft 365 suite';
const W10 = { code: '0x8004de40', product: 'onedrive', os: 'windows-10', web: 'works' };
const W7 = { ...W10, os: 'windows-7-sp1' };
const MAC = { ...W10, os: 'macos' };
const PROBLEM = 'onedrive-connectivity';

const row = (title: string, advisory: Advisory, facts: Given, expected: Label, problem: string | null = PROBLEM): Row => ({
  title,
  advisory,
  facts,
  problem,
  expected,
});

/** Labelled by reading, not by running. */
export const ROWS: readonly Row[] = [
  row('the sign-in fault, Windows 10', sample('OD900001'), W10, 'likely'),
  row('the sign-in fault, Mac', sample('OD900001'), MAC, 'likely'),
  row('the sign-in fault, phone', sample('OD900001'), { ...W10, os: 'ios' }, 'likely'),
  row('the sign-in fault, Windows 7', sample('OD900001'), W7, 'likely'),
  row('the sign-in fault, no OS known', sample('OD900001'), { code: '0x8004de40', product: 'onedrive' }, 'possible'),
  row('the sign-in fault, no code', sample('OD900001'), { product: 'onedrive', code: 'none', os: 'windows-11' }, 'likely'),
  row('the sign-in fault, another code of the family', sample('OD900001'), { ...W10, code: '0x8004de88' }, 'possible'),
  row('the sign-in fault, connection down', sample('OD900001'), { ...W10, web: 'fails', internet: 'fails' }, 'possible'),
  row('the sign-in fault, personal account', sample('OD900001'), { ...W10, account: 'personal' }, 'possible'),
  row('the sign-in fault, somebody with a printer', sample('OD900001'), {}, null, null),
  row('the sign-in fault, somebody with Outlook', sample('OD900001'), { product: 'outlook', os: 'windows-10' }, null, null),
  row('the sign-in fault, another problem', sample('OD900001'), { product: 'onedrive', symptom: 'storage' }, null, 'onedrive-storage'),
  row(
    'the sign-in fault, resolved',
    sample('OD900001', { isResolved: true, endAt: NOW - HOUR, title: "Some users couldn't sign in to OneDrive for Business" }),
    W10,
    'background',
  ),
  row('the sign-in fault, announced for tomorrow', sample('OD900001', { startAt: NOW + 24 * HOUR }), W10, 'possible'),
  row('the sign-in fault, noticed before Microsoft says it began', sample('OD900001', { startAt: NOW + HOUR / 2 }), W10, 'likely'),

  row('OD255960, Windows 7 SP1', sample('OD255960'), W7, 'likely'),
  row('OD255960, Windows 7, service pack not stated', sample('OD255960'), { ...W7, os: 'windows-7' }, 'likely'),
  row('OD255960, Windows 8', sample('OD255960'), { ...W7, os: 'windows-8' }, 'likely'),
  row('OD255960, Server 2012', sample('OD255960'), { ...W7, os: 'server-2012' }, 'likely'),
  row('OD255960, Windows 8.1', sample('OD255960'), { ...W7, os: 'windows-8.1' }, null),
  row('OD255960, Windows 10', sample('OD255960'), W10, null),
  row('OD255960, Mac', sample('OD255960'), MAC, null),
  row('OD255960, OS not known', sample('OD255960'), { ...W10, os: 'unknown' }, 'possible'),
  row('OD255960, Windows, version not stated', sample('OD255960'), { ...W10, os: 'windows' }, 'possible'),
  row('OD255960, resolved', sample('OD255960', { isResolved: true }), W7, 'background'),
  row('OD255960, somebody with Outlook', sample('OD255960'), { product: 'outlook', os: 'windows-7-sp1' }, null, null),
  row('MC240160, Windows 7 SP1', sample('MC240160'), W7, 'likely'),
  row('MC240160, Windows 11', sample('MC240160'), { ...W10, os: 'windows-11' }, null),
  row('MC240160, expired', sample('MC240160', { endAt: NOW - HOUR }), W7, 'background'),
  row('MC240160, years old', sample('MC240160', { updatedAt: NOW - 5 * 365 * 24 * HOUR }), W7, 'background'),
  row('the TLS advisory under another id, Windows 10', issue(OD, "Users with TLS 1.0 or 1.1 can't connect to OneDrive for Business"), W10, null),
  row(
    'the TLS advisory under another id, Windows 8',
    issue(OD, "Users with TLS 1.0 or 1.1 can't connect to OneDrive for Business"),
    { ...W10, os: 'windows-8' },
    'likely',
  ),

  row('mail delay', sample('EX900101'), W10, null),
  row('Outlook on the web sign-in, resolved', sample('EX900102'), W10, null),
  row('Teams backgrounds', sample('TM900103'), W10, null),
  row('OneDrive files in Teams chats', sample('TM900104'), W10, null),
  row('SharePoint search', sample('SP900105'), W10, null),
  row('SharePoint and OneDrive outage of last week', sample('SP900106'), W10, 'background'),
  row('storage numbers for admins', sample('OD900107'), W10, null),
  row('an old OneDrive sign-in fault', sample('OD900108'), W10, 'background'),
  row('OneDrive on macOS, Windows 10', sample('OD900109'), W10, null),
  row('OneDrive on macOS, Mac', sample('OD900109'), MAC, 'likely'),
  row('billing page for admins', sample('MO900110'), W10, null),
  row('Power BI', sample('PB900111'), W10, null),
  row('Intune on iOS', sample('IN900112'), { ...W10, os: 'ios' }, null),
  row('Forms, false positive', sample('FM900113'), W10, null),
  row('a new sign-in window announced', sample('MC900201'), W10, null),

  row('OneDrive sync fails', issue(OD, 'Users may be unable to sync files with the OneDrive app'), W10, 'likely'),
  row(
    'OneDrive unavailable',
    issue(OD, 'OneDrive is unavailable for some users', { status: 'serviceInterruption', classification: 'incident' }),
    W10,
    'likely',
  ),
  row(
    'OneDrive down, told in other words',
    issue(OD, 'Users may see errors', { status: 'serviceInterruption', classification: 'incident' }),
    W10,
    'possible',
  ),
  row('OneDrive slow to share', issue(OD, 'Users may be unable to share folders in OneDrive'), W10, null),
  row(
    'sharing trouble that mentions sign-in far below',
    issue(OD, 'Users may be unable to share folders', { text: 'Users can sign in as before.' }),
    W10,
    'possible',
  ),
  row('another OneDrive code', issue(OD, 'Users may be unable to sign in to OneDrive and see error 0x8004def7'), W10, 'possible'),
  row('OneDrive in the Outlook picker', issue(OD, 'Users may be unable to connect to OneDrive from Outlook'), W10, 'possible'),
  row('OneDrive in a browser only', issue(OD, 'Users may be unable to sign in to OneDrive in a web browser'), W10, 'possible'),
  row(
    'OneDrive in a browser only, web fails',
    issue(OD, 'Users may be unable to sign in to OneDrive in a web browser'),
    { ...W10, web: 'fails' },
    'likely',
  ),
  row('admins and OneDrive sign-in policy', issue(OD, 'Admins may be unable to change the sign in policy of OneDrive'), W10, 'possible'),
  row('Android only', issue(OD, 'Users of the OneDrive app for Android may be unable to sign in'), W10, null),
  row('Windows 11 only', issue(OD, 'Users on Windows 11 may be unable to sign in to OneDrive'), W10, null),
  row('Windows 10 and 11', issue(OD, 'Users on Windows 10 and 11 may be unable to sign in to OneDrive'), W10, 'likely'),
  row(
    'Windows, Mac named as healthy',
    issue(OD, 'Users may be unable to sign in to OneDrive', { impact: 'Users on Windows are affected. The app for macOS is not affected.' }),
    MAC,
    null,
  ),
  row(
    'scope names macOS',
    issue(OD, 'Users may be unable to sign in to OneDrive', { text: 'Scope of impact: Users on macOS.\n\nNext update by: soon' }),
    W10,
    null,
  ),
  row('identity down', issue(ID, 'Users may be unable to sign in to Microsoft 365 services'), W10, 'likely'),
  row('identity, Power BI only', issue(ID, 'Users may be unable to sign in to Power BI'), W10, 'possible'),
  row('identity, late sign-in logs', issue(ID, 'Sign-in logs may be delayed in the Microsoft Entra portal'), W10, 'possible'),
  row('identity, password reset page', issue(ID, 'Users may be unable to open the self-service password reset page'), W10, null),
  row('suite sign-in', issue(SUITE, 'Some users are unable to sign in to multiple Microsoft 365 apps'), W10, 'likely'),
  row('suite, admin center sign-in', issue(SUITE, "Admins can't sign in to the Microsoft 365 admin center"), W10, 'possible'),
  row('suite, Copilot', issue(SUITE, 'Users may be unable to get answers from Copilot'), W10, null),
  row('SharePoint and OneDrive down now', issue(SP, 'Users may be unable to access SharePoint Online and OneDrive for Business'), W10, 'likely'),
  row('SharePoint lists', issue(SP, 'Users may be unable to edit SharePoint list views'), W10, null),
  row('SharePoint, sync client', issue(SP, 'Users may be unable to sync libraries with the OneDrive sync client'), W10, 'likely'),
  row('SharePoint, Excel sync', issue(SP, 'Users may be unable to sync SharePoint lists in Excel'), W10, 'possible'),
  row('a service in other letters', issue('onedrive FOR business', 'Users may be unable to sign in to OneDrive'), W10, 'likely'),
  row(
    'identity, somebody with Teams and no playbook',
    issue(ID, 'Users may be unable to sign in to Microsoft 365 services'),
    { product: 'teams' },
    'possible',
    null,
  ),
];
