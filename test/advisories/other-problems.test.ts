import { describe, expect, it } from '@jest/globals';
import { relevance } from '../../src/advisories/relevance.ts';
import type { Facts } from '../../src/triage/facts.ts';
import { issue, NOW } from './labelled.ts';
import { CONCERNING, NEAR_MISSES } from './titles.ts';
import { topics } from './topics.ts';

const W11 = { os: 'windows-11', affected: 'only-me' };
const known = (facts: Readonly<Record<string, string>>): Facts =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { values: [value], source: { kind: 'given' as const } }]));
const gradeOf = (service: string, title: string, problem: string, facts: Readonly<Record<string, string>>) =>
  relevance(issue(service, title), { facts: known({ ...W11, ...facts }), problem, at: NOW }, topics)?.grade ?? null;

const identity = (titles: typeof CONCERNING) =>
  ['Identity Service', 'Microsoft 365 suite'].flatMap((service) => (titles[service] ?? []).map((title) => ({ service, title })));

/** Labelled by reading: the service, the title, the problem and facts of the person, and how near it is. */
const ROWS: readonly (readonly [string, string, string, Readonly<Record<string, string>>, string | null])[] = [
  ['Identity Service', 'Users may be unable to sign in to Microsoft 365 services', 'office-sign-in', { code: '0xcaa82ee2' }, 'likely'],
  [
    'Identity Service',
    'Users may receive unexpected sign-in prompts in Microsoft 365 desktop apps',
    'office-sign-in',
    { product: 'outlook' },
    'likely',
  ],
  ['Microsoft 365 suite', 'Some users are unable to sign in to Microsoft 365', 'office-sign-in', { product: 'teams' }, 'likely'],
  ['Identity Service', 'Users may be unable to sign in using Windows Hello for Business', 'office-sign-in', { product: 'office' }, 'possible'],
  ['Microsoft Teams', 'Users may be unable to sign in to Teams', 'office-sign-in', { product: 'teams' }, 'likely'],
  ['Microsoft Teams', 'Users may be unable to change their Teams background', 'office-sign-in', { product: 'teams' }, null],
  ['Microsoft 365 suite', 'Users may be unable to activate Microsoft 365 Apps', 'office-sign-in', { product: 'office' }, 'likely'],
  ['Microsoft 365 suite', 'Users may be unable to activate Microsoft 365 Apps', 'office-sign-in', { product: 'teams' }, null],
  ['OneDrive for Business', 'Users may be unable to sign in to OneDrive for Business', 'office-sign-in', { product: 'teams' }, null],
  ['Microsoft Entra', 'Conditional Access may block sign-ins for some users', 'entra-device', { code: 'aadsts53003' }, 'likely'],
  ['Microsoft Entra', "Admins can't configure sign-in risk policies", 'entra-device', { code: 'aadsts53003' }, null],
  ['Identity Service', 'Users may be unable to sign in to Microsoft 365 services', 'entra-device', { code: 'aadsts53000' }, null],
  ['Identity Service', 'Users may be unable to sign in to Microsoft 365 services', 'entra-account', { code: 'aadsts50126' }, null],
  ['Microsoft Entra', 'Conditional Access may block sign-ins for some users', 'entra-account', { code: 'aadsts50053' }, null],
  ['Exchange Online', 'Users may be unable to connect to Exchange Online', 'outlook-tls', { product: 'outlook' }, 'likely'],
  ['Exchange Online', 'Users may see delays when sending email', 'outlook-tls', { product: 'outlook' }, null],
  ['OneDrive for Business', 'Users may be unable to sync files with the OneDrive app', 'onedrive-sync-pending', { product: 'onedrive' }, 'likely'],
  ['OneDrive for Business', 'Users may be unable to sign in to OneDrive for Business', 'onedrive-sync-pending', { product: 'onedrive' }, null],
  ['OneDrive for Business', 'Users may be unable to sync files with the OneDrive app', 'onedrive-storage', { product: 'onedrive' }, null],
  ['SharePoint Online', 'Users may be unable to access SharePoint Online sites', 'onedrive-user-id', { product: 'sharepoint' }, 'likely'],
];

describe('relevance to problems other than the connection', () => {
  it.each(ROWS)('%s: %s (%s)', (service, title, problem, facts, expected) => {
    expect(gradeOf(service, title, problem, facts)).toBe(expected);
  });

  it('is likely for a sign-in that fails in every program when Microsoft says so, and hardly ever beside it', () => {
    const isLikely = ({ service, title }: { service: string; title: string }) =>
      gradeOf(service, title, 'office-sign-in', { product: 'teams' }) === 'likely';
    const right = identity(CONCERNING).filter(isLikely).length;
    const wrong = identity(NEAR_MISSES).filter(isLikely).length;

    expect(right / identity(CONCERNING).length).toBeGreaterThanOrEqual(0.85);
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.95);
  });

  it('is never likely for a wrong password or a locked account, whatever is open', () => {
    const titles = Object.entries({ ...CONCERNING, ...NEAR_MISSES }).flatMap(([service, all]) => all.map((title) => ({ service, title })));

    expect(titles.filter(({ service, title }) => gradeOf(service, title, 'entra-account', { code: 'aadsts50126' }) !== null)).toEqual([]);
  });
});
