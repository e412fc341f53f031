import { lines } from './damage.ts';
import { dsregcmd, HYBRID, POOR_SUITES, regValue, SUITES, schannel, suiteList, suiteTable } from './outputs-device.ts';
import { netConnection, nslookup, winhttp } from './outputs-network.ts';
import { attrib, broker, hotfix, wmicVersion } from './outputs-windows.ts';

/** What a command that Kiku shows may print, in either language, and the facts that this states. */
export type Shown = readonly [output: string, facts: Readonly<Record<string, string>>];

const NOT_FOUND = {
  en: 'ERROR: The system was unable to find the specified registry key or value.',
  ja: 'エラー: 指定されたレジストリ キーまたは値が見つかりませんでした。',
};
const SIGN_IN = lines('', 'HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\Common\\SignIn', '    SignInOptions    REG_DWORD    0x3');
const NAMES = ['login.microsoftonline.com', 'login.live.com', 'oneclient.sfx.ms', 'g.live.com'];

const protocols = (wow: boolean): readonly Shown[] => [
  [regValue('0xa00', wow), { 'default-secure-protocols': '0xa00' }],
  [NOT_FOUND.en, { 'default-secure-protocols': 'absent' }],
  [NOT_FOUND.ja, { 'default-secure-protocols': 'absent' }],
];
const nothing = (...outputs: readonly string[]): readonly Shown[] => outputs.map((output) => [output, {}]);
const hosts: readonly Shown[] = [
  ['127.0.0.1 oneclient.sfx.ms', { filter: 'yes' }],
  ['0.0.0.0   login.live.com   # OneDrive off', { filter: 'yes' }],
  ['# 0.0.0.0 onedrive.live.com', {}],
  ['', {}],
];

/** By the command, as it stands in `knowledge/steps`. */
export const shownOutputs: Readonly<Record<string, readonly Shown[]>> = {
  'Get-TlsCipherSuite': [
    [suiteTable(SUITES), { ciphers: 'ok' }],
    [suiteList(SUITES), { ciphers: 'ok' }],
    [suiteList(POOR_SUITES), { ciphers: 'missing' }],
  ],
  'gpresult /h report.html': nothing(
    '',
    'ERROR: Access Denied.',
    'エラー: アクセスが拒否されました。',
    'INFO: The user "FABRIKAM\\kondo.e" does not have RSOP data.',
    '情報: ユーザー "FABRIKAM\\kondo.e" には RSOP データがありません。',
  ),
  'dsregcmd /status': [[dsregcmd(HYBRID, { auth: 'SUCCESS' }), { join: 'hybrid', 'device-auth': 'success' }]],
  'reg query "HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2" /s': [
    [schannel('0x0', '0x1'), { tls: '1.2-off' }],
    [schannel('0x1', '0x0'), { tls: '1.2-on' }],
    [NOT_FOUND.en, {}],
    [NOT_FOUND.ja, {}],
  ],
  'netsh winhttp show proxy': [
    [winhttp.en.direct, { proxy: 'none' }],
    [winhttp.en.named, { proxy: 'present' }],
    [winhttp.ja.direct, { proxy: 'none' }],
    [winhttp.ja.named, { proxy: 'present' }],
  ],
  'Get-ExchangeServer | fl InternetWebProxy': [
    ['InternetWebProxy : http://proxy01.fabrikam.example:8080/', { proxy: 'present' }],
    ['InternetWebProxy :', {}],
  ],
  'attrib "%OneDriveCommercial%\\*"': nothing(
    attrib,
    'File not found - C:\\Users\\kondo.e\\OneDrive - Fabrikam Trading\\*',
    'ファイルが見つかりません - C:\\Users\\kondo.e\\OneDrive - Fabrikam Trading\\*',
  ),
  'attrib "%OneDriveConsumer%\\*"': nothing(
    attrib.replaceAll('OneDrive - Fabrikam Trading', 'OneDrive'),
    'Path not found - C:\\%OneDriveConsumer%',
    'パスが見つかりません - C:\\%OneDriveConsumer%',
  ),
  'findstr /i "microsoftonline msauth msftauth live.com onedrive 1drv sfx.ms sharepoint" "%SystemRoot%\\System32\\drivers\\etc\\hosts"': hosts,
  'grep -iE "microsoftonline|msauth|msftauth|live\\.com|onedrive|1drv|sfx\\.ms|sharepoint" /etc/hosts': hosts,
  'nslookup example.com': nothing(
    nslookup.en('example.com', '23.215.0.136', '23.215.0.138'),
    nslookup.ja('example.com', '23.215.0.136'),
    "*** UnKnown can't find example.com: No response from server",
    'DNS request timed out.\n    timeout was 2 seconds.\nServer:  UnKnown\nAddress:  192.168.44.17',
    '*** UnKnown が example.com を見つけられません: No response from server',
  ),
  ...Object.fromEntries(
    NAMES.map((name) => [
      `nslookup ${name}`,
      [
        [nslookup.en(name, '0.0.0.0'), { filter: 'yes' }],
        [nslookup.ja(name, '::', '0.0.0.0'), { filter: 'yes' }],
        ...nothing(nslookup.en(name, '2603:1006:2000::8', '20.190.151.7'), nslookup.ja(name, '13.107.42.12')),
      ] as const,
    ]),
  ),
  ...Object.fromEntries(
    NAMES.map((name) => [
      `Test-NetConnection -ComputerName ${name} -Port 443`,
      [
        [netConnection(name, '127.0.0.1', false), { filter: 'yes' }],
        ...nothing(
          netConnection(name, '20.190.151.7', true),
          `WARNING: TCP connect to (20.190.151.7 : 443) failed\n${netConnection(name, '20.190.151.7', false)}`,
          `警告: Name resolution of ${name} failed\n${netConnection(name, '', false)}`,
        ),
      ] as const,
    ]),
  ),
  'Get-AppxPackage Microsoft.AAD.BrokerPlugin': nothing(broker, ''),
  'wmic datafile where name="C:\\\\Windows\\\\System32\\\\Webio.dll" get Version': nothing(
    wmicVersion('6.1.7601.23375'),
    'No Instance(s) Available.',
    '利用できるインスタンスがありません。',
  ),
  'wmic datafile where name="C:\\\\Windows\\\\System32\\\\Winhttp.dll" get Version': nothing(wmicVersion('6.2.9200.21797')),
  'Get-HotFix -Id KB3140245': nothing(
    hotfix,
    "Get-HotFix : Cannot find the requested hotfix on the 'localhost' computer. Verify the input and run the command again.\nAt line:1 char:1\n+ Get-HotFix -Id KB3140245\n+ ~~~~~~~~~~~~~~~~~~~~~~~~\n    + CategoryInfo          : ObjectNotFound: (:) [Get-HotFix], ArgumentException\n    + FullyQualifiedErrorId : GetHotFixNoEntriesFound,Microsoft.PowerShell.Commands.GetHotFixCommand",
    "Get-HotFix : 'localhost' コンピューターで要求された修正プログラムが見つかりません。入力を検証し、コマンドを再実行してください。\n発生場所 行:1 文字:1\n+ Get-HotFix -Id KB3140245",
  ),
  'reg query "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp" /v DefaultSecureProtocols': protocols(false),
  'reg query "HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp" /v DefaultSecureProtocols':
    protocols(true),
  'reg query "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings" /v AutoConfigURL': [
    [
      'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\n    AutoConfigURL    REG_SZ    file://C:/proxy.pac',
      { proxy: 'present' },
    ],
    [NOT_FOUND.en, {}],
    [NOT_FOUND.ja, {}],
  ],
  'reg query "HKCU\\Software\\Microsoft\\Office\\16.0\\Common\\SignIn" /v SignInOptions': nothing(SIGN_IN, NOT_FOUND.en, NOT_FOUND.ja),
  'reg query "HKCU\\Software\\Policies\\Microsoft\\Office\\16.0\\Common\\SignIn" /v SignInOptions': nothing(
    SIGN_IN.replace('Software', 'Software\\Policies'),
    NOT_FOUND.en,
    NOT_FOUND.ja,
  ),
};
