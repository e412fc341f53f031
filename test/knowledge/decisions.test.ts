import { describe, expect, it } from '@jest/globals';
import type { Audience } from '../../src/triage/playbook.ts';
import type { Fault } from '../../src/triage/situation.ts';
import { adviceFor, type Given, idsOf, knowledge } from './advice.ts';

const win11 = { os: 'windows-11', web: 'works' };
const office = { ...win11, network: 'office', affected: 'only-me' };
const win7 = { os: 'windows-7-sp1', web: 'works' };
const mine = { device: 'personal', rights: 'admin' };
const microsoft: readonly Fault[] = [{ advisory: 'OD1', remedy: 'microsoft' }];
const customer: readonly Fault[] = [{ advisory: 'OD255960', remedy: 'customer' }];

/** What is given, who reads it, what stops it; then steps that must be there in this order, and steps that must not. */
const table: readonly (readonly [string, Given, Audience, string, readonly string[], readonly string[], (readonly Fault[])?])[] = [
  [
    'connection down comes before everything',
    { os: 'windows-8', internet: 'fails', affected: 'others' },
    'employee',
    'escalate',
    ['check-connection'],
    ['restart-onedrive'],
  ],
  ['connection down holds during a fault', { os: 'windows-11', internet: 'fails' }, 'employee', 'escalate', ['check-connection'], [], microsoft],
  ['others come before an upgrade', { os: 'windows-8', affected: 'others-same-network' }, 'employee', 'escalate', [], ['restart-onedrive']],
  ['others left imprecise count as the same network', { ...win11, affected: 'others' }, 'employee', 'escalate', [], ['restart-onedrive']],
  ['others hold during a fault', { ...win11, affected: 'others' }, 'employee', 'escalate', [], [], microsoft],
  [
    'the helpdesk looks at the network',
    { ...win11, affected: 'others' },
    'helpdesk',
    'escalate',
    ['check-network-path', 'read-proxy', 'exempt-microsoft-365'],
    ['restart-onedrive'],
  ],
  ['no network command on a Mac', { os: 'macos', affected: 'others' }, 'helpdesk', 'escalate', ['exempt-microsoft-365'], ['read-proxy']],
  ['Windows 7 without SP1 has no path', { os: 'windows-7-rtm', ...mine }, 'helpdesk', 'upgrade', [], ['install-kb3140245']],
  ['Windows 8 has no path', { os: 'windows-8', web: 'works', ...mine }, 'employee', 'upgrade', [], ['install-kb3140245']],
  ['Server 2008 has no path', { os: 'server-2008' }, 'helpdesk', 'upgrade', [], ['install-kb3140245']],
  ['no path holds during a fault', { os: 'server-2008' }, 'helpdesk', 'upgrade', [], [], microsoft],
  ['an iPhone uses the web', { os: 'ios' }, 'employee', 'web', ['update-mobile-app'], ['restart-onedrive']],
  ['Android uses the web', { os: 'android', ...mine }, 'helpdesk', 'web', ['update-mobile-app'], []],
  ['Linux uses the web', { os: 'linux' }, 'employee', 'web', [], ['restart-onedrive', 'update-mobile-app']],
  ['Windows 10 Mobile uses the web', { os: 'windows-10-mobile' }, 'employee', 'web', [], ['update-mobile-app']],
  ['a fault comes before the web', { os: 'ios' }, 'employee', 'wait', [], [], microsoft],
  [
    'web fails: the account',
    { os: 'windows-11', web: 'fails', internet: 'works' },
    'employee',
    'escalate',
    ['sign-in-on-web'],
    ['tick-tls-1.2', 'reset-onedrive'],
  ],
  [
    'web fails on Windows 7: the account too',
    { os: 'windows-7-sp1', web: 'fails', ...mine },
    'employee',
    'escalate',
    ['sign-in-on-web'],
    ['install-kb3140245'],
  ],
  [
    'web not known: only what needs no sign-in',
    { os: 'windows-11', affected: 'only-me', files: 'safe' },
    'employee',
    'escalate',
    ['test-web', 'restart-onedrive', 'tick-tls-1.2'],
    ['remove-cached-credentials', 'reset-onedrive', 'reinstall-onedrive'],
  ],
  [
    'web not known, at the helpdesk: nothing deep',
    { os: 'windows-11', network: 'office', join: 'hybrid', ciphers: 'missing', rights: 'admin', changed: 'vpn' },
    'helpdesk',
    'escalate',
    ['test-web', 'list-cipher-suites', 'read-device-state'],
    ['rejoin-hybrid', 'enable-cipher-suites', 'reset-network-stack'],
  ],
  [
    'TLS is ticked only where it is not on',
    { ...win11, tls: '1.2-on' },
    'employee',
    'escalate',
    ['restart-onedrive', 'time-and-updates'],
    ['tick-tls-1.2'],
  ],
  [
    'the proxy is tried on an own PC outside',
    { ...win11, network: 'elsewhere', device: 'personal' },
    'employee',
    'escalate',
    ['tick-tls-1.2', 'test-without-proxy'],
    [],
  ],
  ['never on a managed PC', { ...win11, network: 'elsewhere', device: 'managed' }, 'helpdesk', 'escalate', [], ['test-without-proxy']],
  ['never in the office', { ...win11, network: 'office', device: 'personal' }, 'employee', 'escalate', [], ['test-without-proxy']],
  ['never through VPN', { ...win11, network: 'vpn', device: 'personal' }, 'employee', 'escalate', [], ['test-without-proxy']],
  ['unknown network opens nothing', { ...win11, network: 'unknown', device: 'personal' }, 'employee', 'escalate', [], ['test-without-proxy']],
  ['a new password: saved sign-ins', { ...win11, changed: 'password' }, 'employee', 'escalate', ['remove-cached-credentials'], []],
  ['nobody changed anything: no saved sign-ins', { ...win11, changed: 'nothing' }, 'employee', 'escalate', [], ['remove-cached-credentials']],
  [
    'files not uploaded: rescue, no reset',
    { ...win11, files: 'pending-upload' },
    'employee',
    'escalate',
    ['rescue-files'],
    ['reset-onedrive', 'reinstall-onedrive'],
  ],
  [
    'files unknown: rescue, no reset',
    { ...win11, files: 'unknown' },
    'helpdesk',
    'escalate',
    ['rescue-files'],
    ['reset-onedrive', 'reinstall-onedrive'],
  ],
  [
    'files safe: reset, and reinstall last',
    { ...win11, files: 'safe' },
    'employee',
    'escalate',
    ['restart-onedrive', 'reset-onedrive', 'update-onedrive', 'reinstall-onedrive'],
    ['rescue-files'],
  ],
  [
    'VPN changed: the helpdesk resets the network',
    { ...office, rights: 'admin', changed: 'vpn' },
    'helpdesk',
    'escalate',
    ['remove-cached-credentials', 'reset-network-stack'],
    [],
  ],
  ['VPN changed: the employee never', { ...office, ...mine, changed: 'vpn' }, 'employee', 'escalate', [], ['reset-network-stack']],
  ['not while VPN is on', { ...win11, network: 'vpn', rights: 'admin', changed: 'vpn' }, 'helpdesk', 'escalate', [], ['reset-network-stack']],
  [
    'hybrid in the office',
    { ...office, join: 'hybrid', 'device-auth': 'success' },
    'helpdesk',
    'escalate',
    ['read-device-state', 'rejoin-hybrid'],
    ['recover-entra', 'reconnect-registered'],
  ],
  [
    'hybrid, before DeviceAuthStatus is known: only a look',
    { ...office, join: 'hybrid' },
    'helpdesk',
    'escalate',
    ['read-device-state'],
    ['rejoin-hybrid', 'recover-entra'],
  ],
  ['hybrid at home', { ...win11, network: 'elsewhere', join: 'hybrid' }, 'helpdesk', 'escalate', ['read-device-state'], ['rejoin-hybrid']],
  [
    'Entra joined',
    { ...office, join: 'entra', 'device-auth': 'success' },
    'helpdesk',
    'escalate',
    ['recover-entra'],
    ['rejoin-hybrid', 'enrol-anew'],
  ],
  ['Entra joined, before DeviceAuthStatus is known', { ...office, join: 'entra' }, 'helpdesk', 'escalate', ['read-device-state'], ['recover-entra']],
  [
    'a new Entra joined PC: enrolled once more, after the recovery',
    { ...office, join: 'entra', 'device-auth': 'success', changed: 'new-device', files: 'safe' },
    'helpdesk',
    'escalate',
    ['recover-entra', 'enrol-anew'],
    ['rejoin-hybrid'],
  ],
  [
    'an own filter at home: paused and opened, before Windows is changed',
    { ...win11, network: 'elsewhere', device: 'personal', filter: 'yes' },
    'employee',
    'escalate',
    ['restart-onedrive', 'pause-own-filter', 'allow-names', 'tick-tls-1.2'],
    ['look-at-hosts', 'exempt-microsoft-365', 'clear-hosts-lines'],
  ],
  [
    'a filter in the office belongs to IT',
    { ...win11, network: 'office', device: 'personal', filter: 'yes' },
    'helpdesk',
    'escalate',
    ['exempt-microsoft-365'],
    ['pause-own-filter', 'allow-names'],
  ],
  [
    'a filter on a managed PC is not paused, wherever it is',
    { ...win11, network: 'elsewhere', device: 'managed', filter: 'yes' },
    'helpdesk',
    'escalate',
    ['exempt-microsoft-365'],
    ['pause-own-filter', 'allow-names'],
  ],
  [
    'only Microsoft fails: names are looked up before anybody changes anything',
    { os: 'windows-10', web: 'fails', internet: 'works' },
    'employee',
    'escalate',
    ['sign-in-on-web', 'look-at-hosts', 'resolve-names'],
    ['pause-own-filter', 'clear-hosts-lines'],
  ],
  [
    'only Microsoft fails on a Mac: the same in Terminal',
    { os: 'macos', web: 'fails', internet: 'works' },
    'employee',
    'escalate',
    ['look-at-hosts-mac', 'resolve-names-mac'],
    ['look-at-hosts', 'clear-dns-cache'],
  ],
  [
    'joined, kind not stated',
    { ...office, join: 'joined' },
    'helpdesk',
    'escalate',
    ['read-device-state'],
    ['recover-entra', 'rejoin-hybrid', 'reconnect-registered'],
  ],
  ['device disabled', { ...office, join: 'hybrid', 'device-auth': 'disabled' }, 'helpdesk', 'escalate', ['reenable-device'], ['rejoin-hybrid']],
  ['not joined at all', { ...office, join: 'none' }, 'helpdesk', 'escalate', [], ['read-device-state']],
  [
    'cipher suites missing',
    { ...office, ciphers: 'missing' },
    'helpdesk',
    'escalate',
    ['list-cipher-suites', 'enable-cipher-suites', 'fix-cipher-policy'],
    [],
  ],
  ['cipher suites in order', { ...office, ciphers: 'ok' }, 'helpdesk', 'escalate', [], ['list-cipher-suites', 'enable-cipher-suites']],
  [
    'an own Windows 7 SP1',
    { ...win7, ...mine },
    'employee',
    'escalate',
    ['out-of-support', 'back-up-winhttp-keys', 'install-kb3140245', 'set-default-secure-protocols', 'enable-schannel-tls-1.2'],
    [],
  ],
  [
    'a managed Windows 7 SP1',
    { ...win7, device: 'managed', rights: 'admin' },
    'employee',
    'escalate',
    ['out-of-support', 'tick-tls-1.2'],
    ['install-kb3140245', 'set-default-secure-protocols'],
  ],
  [
    'an own Windows 7 SP1 without rights',
    { ...win7, device: 'personal', rights: 'no-admin' },
    'employee',
    'escalate',
    ['out-of-support'],
    ['install-kb3140245'],
  ],
  [
    'Windows 7 with nothing said of the service pack',
    { os: 'windows-7', web: 'works', ...mine },
    'employee',
    'escalate',
    ['restart-onedrive'],
    ['install-kb3140245', 'tick-tls-1.2'],
  ],
  [
    'a value that holds TLS 1.2 stays',
    { os: 'server-2012', web: 'works', 'default-secure-protocols': '0xaa0' },
    'helpdesk',
    'escalate',
    ['install-kb3140245'],
    ['set-default-secure-protocols', 'enable-schannel-tls-1.2'],
  ],
  [
    'a value without TLS 1.2 is replaced',
    { os: 'server-2012', web: 'works', 'default-secure-protocols': '0xa0' },
    'helpdesk',
    'escalate',
    ['set-default-secure-protocols', 'verify-installed-update', 'disable-dhe'],
    ['verify-winhttp-files'],
  ],
  [
    'Windows 8.1: a policy only',
    { os: 'windows-8.1', web: 'works', ...mine },
    'helpdesk',
    'escalate',
    ['check-tls-policy'],
    ['set-default-secure-protocols', 'install-kb3140245', 'enable-cipher-suites'],
  ],
  [
    'Windows 8.1 without the value: nothing is taken away',
    { os: 'windows-8.1', web: 'works', 'default-secure-protocols': 'absent' },
    'helpdesk',
    'escalate',
    ['check-tls-policy'],
    ['correct-tls-policy'],
  ],
  [
    'many PCs with Windows 7 SP1: update and value by policy, for the helpdesk',
    win7,
    'helpdesk',
    'escalate',
    ['deliver-kb3140245', 'deploy-default-secure-protocols', 'check-old-cipher-policy'],
    ['list-cipher-suites'],
  ],
  [
    'a Mac',
    { os: 'macos', web: 'works', ...mine },
    'helpdesk',
    'escalate',
    ['restart-onedrive', 'check-mac-proxy', 'update-onedrive-mac'],
    ['tick-tls-1.2', 'reset-onedrive'],
  ],
  [
    'a fault of Microsoft leaves R2 and R3 out',
    { ...office, join: 'hybrid', ciphers: 'missing' },
    'helpdesk',
    'wait',
    ['restart-onedrive', 'list-cipher-suites'],
    ['rejoin-hybrid', 'enable-cipher-suites'],
    microsoft,
  ],
  ['an advisory for customers withholds nothing', { ...win7, ...mine }, 'employee', 'escalate', ['install-kb3140245'], [], customer],
];

describe('the way through OneDrive that cannot connect', () => {
  it.each(table)('%s', (_name, given, audience, stop, there, absent, faults = []) => {
    const advice = adviceFor(given, audience, faults);

    expect(advice.stop?.kind).toBe(stop);
    expect(idsOf(advice).filter((id) => there.includes(id))).toEqual(there);
    expect(idsOf(advice).filter((id) => absent.includes(id))).toEqual([]);
  });

  it.each<readonly [string, Given, readonly string[]]>([
    ['the opening ones first', { code: 'none', product: 'onedrive' }, ['os', 'web', 'network']],
    ['the version of an imprecise Windows', { os: 'windows' }, ['os', 'web', 'network']],
    ['also what waits for another answer, after it', {}, ['os', 'web', 'network', 'internet', 'affected']],
    ['nothing where there is no path', { os: 'windows-8' }, []],
    ['nothing on a phone', { os: 'ios' }, []],
    ['for a filter on an own PC at home', { ...win11, affected: 'only-me', network: 'elsewhere', device: 'personal' }, ['filter']],
    ['not where the device is when the web fails', { os: 'windows-11', web: 'fails', internet: 'works', affected: 'only-me' }, ['filter']],
    ['other sites only when the web fails', { os: 'windows-11', web: 'fails' }, ['internet', 'affected']],
    ['files only, when nothing else can change the way', { ...office }, ['files']],
    ['whose PC and which rights, where a step hangs on them', { ...win7, affected: 'only-me' }, ['device', 'rights']],
    ['no rights on a managed PC', { ...win7, affected: 'only-me', device: 'managed' }, []],
  ])('asks %s', (_name, given, asked) => {
    expect(adviceFor(given).asks.slice(0, Math.max(asked.length, 0) || undefined)).toEqual(asked);
  });

  it('asks at most five questions before the first step', () => {
    const beforeFirst = ['code', 'os', 'web', 'network', 'affected', 'internet'];

    for (const os of knowledge.facts.get('os')?.values ?? [])
      expect(adviceFor({ os: os.value, web: 'works' }).asks.filter((fact) => beforeFirst.includes(fact)).length).toBeLessThanOrEqual(3);
  });
});
