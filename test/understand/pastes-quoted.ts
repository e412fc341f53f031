import { damaged, lines } from './damage.ts';
import * as device from './outputs-device.ts';
import * as network from './outputs-network.ts';
import * as windows from './outputs-windows.ts';
import type { Paste } from './pastes-en.ts';

const { stripped, wrapped } = damaged;
const out = { ...device, ...network, ...windows };
const quoted = (text: string, mark = '> ') =>
  text
    .split('\n')
    .map((line) => `${mark}${line}`)
    .join('\n');

/** Output that somebody quotes or passes on, and the rest of what the third blind set and our own attacks found missing. */
export const quotedPastes: readonly Paste[] = [
  [
    'quoted, with own words',
    `this is what my colleague got\n${quoted(out.dsregcmd(out.ENTRA, { auth: 'SUCCESS' }))}`,
    { join: 'entra', 'device-auth': 'success' },
  ],
  ['quoted and nothing else', quoted(out.winhttp.en.direct), { proxy: 'none' }],
  ['quoted twice', quoted(quoted(stripped(out.dsregcmd(out.REGISTERED)))), { join: 'registered' }],
  ['quoted with bars', `What does it mean?\n${quoted('AzureAdJoined : NO\nDomainJoined : YES\nWorkplaceJoined : NO', '| ')}`, { join: 'domain' }],
  ['quoted with >>', `see below\n${quoted(out.regValue('0xa80'), '>> ')}`, { 'default-secure-protocols': '0xa80' }],
  ['引用', `同僚の結果です。\n${quoted(out.winhttp.ja.named, '＞ ')}`, { proxy: 'present' }],
  [
    'the command in own words, its answer quoted',
    'reg query "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp" /v DefaultSecureProtocols\n> ERROR: The system was unable to find the specified registry key or value.',
    { 'default-secure-protocols': 'absent' },
  ],
  ['quoted words beside output', 'mine says\nMicrosoft Windows [Version 10.0.22631.4602]\n> are you on Windows 7 and the VPN?', { os: 'windows-11' }],
  ['a forwarded mail', `FYI\n-----Original Message-----\nFrom: Emi Kondo\nI use Windows 7\n\n${out.winhttp.en.direct}`, { proxy: 'none' }],
  ['dialog quoted whole', quoted('Microsoft OneDrive\nError code: 0x8004de88\n[Try again]'), { product: 'onedrive', code: '0x8004de88' }],
  [
    'dialog quoted with own words',
    'what is this?\n> Sign-in error\n> Error Code: 53003\nThe mail below it said:\n> Try it on Windows 8',
    { code: 'aadsts53003' },
  ],
  [
    'Conditional Access',
    lines(
      'You cannot access this right now',
      'Your sign-in was successful but does not meet the criteria to access this resource.',
      'Error Code: 53003',
      'Request Id: 5f1c2d3e-0b4a-4c6d-8e9f-a1b2c3d4e5f6',
      'Correlation Id: c0ffee00-1234-4abc-9def-001122334455',
      'Timestamp: 2026-11-20T08:11:02.991Z',
    ),
    { code: 'aadsts53003' },
  ],
  [
    'Conditional Access in one line',
    'You cannot access this right now Error Code: 530003 Request Id: 5f1c2d3e-0b4a-4c6d-8e9f-a1b2c3d4e5f6',
    { code: 'aadsts530003' },
  ],
  [
    '条件付きアクセス',
    'エラー コード: 53003\n要求 ID: 5f1c2d3e-0b4a-4c6d-8e9f-a1b2c3d4e5f6\n関連付け ID: 7aa31b02-91d4-4f0e-bb3c-0d5e6f708192',
    { code: 'aadsts53003' },
  ],
  ['a number below its heading', 'Something went wrong\n135011', { code: 'aadsts135011' }],
  ['見出しの下の番号', '問題が発生しました\n135011', { code: 'aadsts135011' }],
  [
    'a device that was disabled',
    'Your organization has disabled this device.\nTo fix this, contact your system administrator and provide the error code 135011.',
    { code: 'aadsts135011' },
  ],
  ['another number below it', 'Something went wrong\n[1001]', {}],
  ['the number of an installation', 'Something went wrong\nError code: 30088-4', {}],
  ['registration, more information', 'Additional problem information:\nServer error code: 801c03f3', { code: '0x801c03f3' }],
  ['attrib at 36 columns', wrapped(out.attrib, 36), {}],
  ['attrib at 60 columns', wrapped(out.attrib, 60), {}],
  ['a server by its role', 'OS Version:                10.0.17763 N/A Build 17763\nOS Configuration:          Member Server', { os: 'server-2019' }],
  [
    'サーバーの構成',
    'OS バージョン:         10.0.14393 N/A ビルド 14393\nOS 構成:               プライマリ ドメイン コントローラー',
    { os: 'server-2016' },
  ],
  [
    'a workstation by its role',
    'OS Version:                10.0.17763 N/A Build 17763\nOS Configuration:          Member Workstation',
    { os: 'windows-10' },
  ],
  ['a server as the person says', 'ver on our Exchange server:\nMicrosoft Windows [Version 10.0.26100.1742]', { os: 'server-2025' }],
  ['a bare version of a server', '10.0.20348', { os: 'server-2022' }],
  ['value by its name', 'PS C:\\> (Get-ItemProperty $key).DefaultSecureProtocols\n2688', { 'default-secure-protocols': '0xa80' }],
  ['value in a table', 'DefaultSecureProtocols\n----------------------\n                  2560', { 'default-secure-protocols': '0xa00' }],
  [
    'TLS 1.2 off in an exported key',
    '[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client]\n"Enabled"=dword:00000000\n"DisabledByDefault"=dword:00000001',
    { tls: '1.2-off' },
  ],
  [
    'TLS 1.2 on, as PowerShell lists it',
    'DisabledByDefault : 0\nEnabled           : 1\nPSPath            : Microsoft.PowerShell.Core\\Registry::HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client',
    { tls: '1.2-on' },
  ],
  ['ping から 127.0.0.1', 'login.live.com に ping を送信しています [127.0.0.1] 32 バイトのデータ:', { filter: 'yes' }],
  [
    'the build of the hardware layer',
    'WindowsProductName         : Windows 10 Pro\nOsHardwareAbstractionLayer : 10.0.22621.2506',
    { os: 'windows-11' },
  ],
  [
    'the short name of Test-NetConnection',
    'tnc login.microsoftonline.com -port 443\n\nComputerName     : login.microsoftonline.com\nTcpTestSucceeded : True',
    {},
  ],
  ['a server that is only asked whether it is there', 'test-netconnection outlook.office.com -port 443\nTcpTestSucceeded : True', {}],
];
