import { damaged, lines } from './damage.ts';
import * as device from './outputs-device.ts';
import * as network from './outputs-network.ts';
import * as windows from './outputs-windows.ts';

const { crlf, flat, html, spaces, stripped, wrapped } = damaged;
const out = { ...device, ...network, ...windows };

/** A paste and the facts it states. Written before the first run. */
export type Paste = readonly [what: string, text: string, facts: Readonly<Record<string, string>>];

const direct = out.winhttp.en.direct;
const named = out.winhttp.en.named;
const notFound = 'ERROR: The system was unable to find the specified registry key or value.';
const noPrt: readonly [string, string] = ['invalid_grant', 'AADSTS50155: Device authentication failed for this user.'];

/** Sixty, as they come from Windows in English. */
export const englishPastes: readonly Paste[] = [
  ['dsregcmd hybrid, whole', out.dsregcmd(out.HYBRID, { auth: 'SUCCESS' }), { join: 'hybrid', 'device-auth': 'success' }],
  ['dsregcmd Entra, CRLF', crlf(out.dsregcmd(out.ENTRA, { auth: 'SUCCESS' })), { join: 'entra', 'device-auth': 'success' }],
  ['dsregcmd domain only, stripped', stripped(out.dsregcmd(out.DOMAIN)), { join: 'domain' }],
  ['dsregcmd registered, in one line', flat(out.dsregcmd(out.REGISTERED)), { join: 'registered' }],
  ['dsregcmd nothing joined', out.dsregcmd(out.ALONE), { join: 'none' }],
  [
    'dsregcmd disabled, wrapped',
    wrapped(stripped(out.dsregcmd(out.ENTRA, { auth: 'FAILED. Device is either disabled or deleted' })), 40),
    { join: 'entra', 'device-auth': 'disabled' },
  ],
  ['dsregcmd FAILED. ERROR says nothing', out.dsregcmd(out.ENTRA, { auth: 'FAILED. ERROR' }), { join: 'entra' }],
  [
    'dsregcmd with a sign-in error',
    out.dsregcmd(out.ENTRA, { auth: 'SUCCESS', prt: false, server: noPrt }),
    { join: 'entra', 'device-auth': 'success', code: 'aadsts50155' },
  ],
  ['dsregcmd without its beginning', lines(...out.dsregcmd(out.HYBRID, { auth: 'SUCCESS' }).split('\n').slice(9)), { 'device-auth': 'success' }],
  ['dsregcmd cut before WorkplaceJoined', lines(...out.dsregcmd(out.DOMAIN).split('\n').slice(0, 10)), {}],
  [
    'dsregcmd in a sentence',
    'He sent me this: AzureAdJoined : YES, DomainJoined : YES, DeviceAuthStatus : SUCCESS - what now?',
    { join: 'hybrid', 'device-auth': 'success' },
  ],
  ['dsregcmd, HTML from a mail', html(`C:\\Users\\kondo.e>dsregcmd /status\n${out.dsregcmd(out.REGISTERED)}`), { join: 'registered' }],
  [
    'dsregcmd with words around',
    `OneDrive on her laptop says 0x8004de40. Output:\n${crlf(out.dsregcmd(out.HYBRID, { auth: 'SUCCESS' }))}\nCan somebody look?`,
    { product: 'onedrive', code: '0x8004de40', join: 'hybrid', 'device-auth': 'success' },
  ],
  ['winhttp direct', direct, { proxy: 'none' }],
  ['winhttp direct, one line', `netsh winhttp show proxy gives: ${flat(direct)}`, { proxy: 'none' }],
  ['winhttp direct, wrapped', 'Current WinHTTP proxy\nsettings:\nDirect access (no proxy\nserver).', { proxy: 'none' }],
  ['winhttp named, prompt', `PS C:\\WINDOWS\\system32> netsh winhttp show proxy\n${named}\nPS C:\\WINDOWS\\system32>`, { proxy: 'present' }],
  ['winhttp named, spaces only', spaces(named), { proxy: 'present' }],
  ['advproxy empty', out.advproxy('', '', false), { proxy: 'none' }],
  ['advproxy detects by itself', out.advproxy('', '', true), {}],
  ['advproxy named', out.advproxy('http=proxy01.fabrikam.example:8080', '', false), { proxy: 'present' }],
  ['advproxy with a script, HTML', html(out.advproxy('', 'http://pac.fabrikam.example/proxy.pac', false)), { proxy: 'present' }],
  [
    'protocols in both keys',
    `C:\\>${out.regQuery(false)}\n${out.regValue('0xa00')}\nC:\\>${out.regQuery(true)}\n${out.regValue('0xa00', true)}`,
    { 'default-secure-protocols': '0xa00' },
  ],
  ['protocols absent', `C:\\Windows\\system32>${out.regQuery(false)}\n${notFound}\n`, { 'default-secure-protocols': 'absent' }],
  ['protocols absent, wrapped', wrapped(`C:\\>${out.regQuery(true)}\n\n${notFound}`, 50), { 'default-secure-protocols': 'absent' }],
  [
    'protocols in one key of two',
    `${out.regQuery(false)}\n${out.regValue('0x800')}\n${out.regQuery(true)}\n${notFound}`,
    { 'default-secure-protocols': '0x800' },
  ],
  ['protocols, stripped, CRLF', crlf(stripped(out.regValue('0x00000a80'))), { 'default-secure-protocols': '0xa80' }],
  [
    'protocols of PowerShell',
    lines(
      '',
      'DefaultSecureProtocols : 2560',
      'PSPath                 : Microsoft.PowerShell.Core\\Registry::HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp',
      'PSChildName            : WinHttp',
    ),
    { 'default-secure-protocols': '0xa00' },
  ],
  [
    'something else is absent',
    `C:\\>reg query "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings" /v AutoConfigURL\n\n${notFound}`,
    {},
  ],
  [
    'a proxy script in the registry',
    'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\n    AutoConfigURL    REG_SZ    http://pac.fabrikam.example/proxy.pac',
    { proxy: 'present' },
  ],
  ['Schannel off', out.schannel('0x0', '0x1'), { tls: '1.2-off' }],
  ['Schannel on', crlf(out.schannel('0x1', '0x0')), { tls: '1.2-on' }],
  ['Schannel of the server side only', out.schannel('0x0', '0x1', 'Server'), {}],
  ['suites in a table', out.suiteTable(out.SUITES), { ciphers: 'ok' }],
  ['suites in a list', `PS C:\\> Get-TlsCipherSuite\n\n${out.suiteList(out.SUITES)}`, { ciphers: 'ok' }],
  ['poor suites in a list, CRLF', crlf(out.suiteList(out.POOR_SUITES)), { ciphers: 'missing' }],
  ['poor suites, names only', lines('Name', '----', ...out.POOR_SUITES), { ciphers: 'missing' }],
  ['poor suites, cut', lines('PS C:\\> Get-TlsCipherSuite | ft Name', 'Name', '----', 'TLS_AES_256_GCM_SHA384', '...'), {}],
  ['suites in one line', `here: ${flat(lines(...out.SUITES))}`, { ciphers: 'ok' }],
  ['ver', 'C:\\Users\\kondo.e>ver\n\nMicrosoft Windows [Version 10.0.22631.4460]', { os: 'windows-11' }],
  [
    'winver of Windows 7',
    'Microsoft Windows\nVersion 6.1 (Build 7601: Service Pack 1)\nCopyright © 2009 Microsoft Corporation. All rights reserved.',
    { os: 'windows-7-sp1' },
  ],
  [
    'winver of Windows Server',
    'Microsoft Windows Server\nVersion 1809 (OS Build 17763.5329)\n© 2018 Microsoft Corporation. All rights reserved.',
    { os: 'server-2019' },
  ],
  ['systeminfo Windows 11', out.systeminfo.en('Microsoft Windows 11 Pro', '10.0.26100 N/A Build 26100'), { os: 'windows-11' }],
  ['systeminfo Windows 8.1, stripped', stripped(out.systeminfo.en('Microsoft Windows 8.1 Pro', '6.3.9600 N/A Build 9600')), { os: 'windows-8.1' }],
  [
    'systeminfo Server 2008 R2',
    crlf(out.systeminfo.en('Microsoft Windows Server 2008 R2 Enterprise', '6.1.7601 Service Pack 1 Build 7601')),
    { os: 'server-2008-r2' },
  ],
  [
    'systeminfo, cut after the name',
    lines(...out.systeminfo.en('Microsoft Windows 10 Enterprise', '10.0.19045 N/A Build 19045').split('\n').slice(0, 3)),
    { os: 'windows-10' },
  ],
  [
    'Get-ComputerInfo of Windows 11 that calls itself 10',
    out.computerInfo('Windows 10 Pro', 'Microsoft Windows 11 Pro', '10.0.22631'),
    { os: 'windows-11' },
  ],
  [
    'Get-ComputerInfo of a server',
    out.computerInfo('Windows Server 2022 Datacenter', 'Microsoft Windows Server 2022 Datacenter', '10.0.20348'),
    { os: 'server-2022' },
  ],
  ['OSVersion', out.osVersion('10.0.19045.0'), { os: 'windows-10' }],
  ['OSVersion of Windows 7', out.osVersion('6.1.7601.65536', 'Service Pack 1'), { os: 'windows-7-sp1' }],
  ['Settings, About', out.about.en('Windows 11 Enterprise', '23H2', '22631.3155'), { os: 'windows-11' }],
  ['sw_vers', 'emi@MacBook-Air ~ % sw_vers\nProductName:\t\tmacOS\nProductVersion:\t\t14.6.1\nBuildVersion:\t\t23G93', { os: 'macos' }],
  ['file versions', `${out.versionInfo('webio.dll', '6.1.7601.23375')}${out.versionInfo('winhttp.dll', '6.1.7601.23375')}`, {}],
  ['hotfix', `PS C:\\> Get-HotFix -Id KB3140245\n${out.hotfix}`, {}],
  ['ipconfig', `C:\\>ipconfig /all\n${out.ipconfig.en}`, {}],
  ['nslookup blocked', `C:\\>nslookup login.live.com\n${out.nslookup.en('login.live.com', '::', '0.0.0.0')}`, { filter: 'yes' }],
  ['nslookup answered', out.nslookup.en('oneclient.sfx.ms', '2600:1413::1', '23.54.6.9'), {}],
  ['connection test failed', out.netConnection('g.live.com', '13.107.42.12', false), {}],
  ['curl stopped by a proxy', crlf(out.curl.denied), { proxy: 'authenticated' }],
  [
    'curl through an inspection',
    out.curl.issuer('C=US; ST=California; O=Zscaler Inc.; OU=Zscaler Inc.; CN=Zscaler Intermediate Root CA (zscaler.net)'),
    { inspection: 'yes' },
  ],
  ['hosts lines', lines('# ads', '0.0.0.0 ad.doubleclick.net', '0.0.0.0 oneclient.sfx.ms', '# 0.0.0.0 login.live.com'), { filter: 'yes' }],
  [
    'several at once',
    `${named}\n${out.regValue('0xa00')}\n${out.osVersion('10.0.19045.0')}`,
    { proxy: 'present', 'default-secure-protocols': '0xa00', os: 'windows-10' },
  ],
];
