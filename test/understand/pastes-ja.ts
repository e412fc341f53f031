import { damaged, lines } from './damage.ts';
import * as device from './outputs-device.ts';
import * as network from './outputs-network.ts';
import * as windows from './outputs-windows.ts';
import type { Paste } from './pastes-en.ts';

const { crlf, flat, html, spaces, stripped, wrapped } = damaged;
const out = { ...device, ...network, ...windows };
const { direct, named } = out.winhttp.ja;
const notFound = 'エラー: 指定されたレジストリ キーまたは値が見つかりませんでした。';

/** Sixty, as they come from Windows in Japanese. Written before the first run. */
export const japanesePastes: readonly Paste[] = [
  [
    'dsregcmd ハイブリッド',
    `dsregcmd /status の結果です。\n${out.dsregcmd(out.HYBRID, { auth: 'SUCCESS' })}`,
    { join: 'hybrid', 'device-auth': 'success' },
  ],
  ['dsregcmd Entra、字下げなし', stripped(out.dsregcmd(out.ENTRA, { auth: 'SUCCESS' })), { join: 'entra', 'device-auth': 'success' }],
  ['dsregcmd 登録、CRLF', crlf(out.dsregcmd(out.REGISTERED)), { join: 'registered' }],
  ['dsregcmd ドメインのみ、1 行', flat(out.dsregcmd(out.DOMAIN)), { join: 'domain' }],
  ['dsregcmd なし', out.dsregcmd(out.ALONE), { join: 'none' }],
  [
    'dsregcmd 無効、折り返し',
    wrapped(out.dsregcmd(out.HYBRID, { auth: 'FAILED. Device is either disabled or deleted' }), 44),
    { join: 'hybrid', 'device-auth': 'disabled' },
  ],
  [
    'dsregcmd サーバー エラー',
    crlf(
      out.dsregcmd(out.HYBRID, {
        auth: 'SUCCESS',
        prt: false,
        server: ['invalid_grant', 'AADSTS50126: Error validating credentials due to invalid username or password.'],
      }),
    ),
    { join: 'hybrid', 'device-auth': 'success', code: 'aadsts50126' },
  ],
  ['dsregcmd 途中から', lines(...out.dsregcmd(out.ENTRA, { auth: 'SUCCESS' }).split('\n').slice(11)), { 'device-auth': 'success' }],
  ['dsregcmd 途中まで', lines(...out.dsregcmd(out.REGISTERED).split('\n').slice(0, 9)), {}],
  ['dsregcmd 文中', 'AzureAdJoined が NO、DomainJoined が YES、WorkplaceJoined が NO でした。', { join: 'domain' }],
  ['dsregcmd 全角', 'AzureAdJoined : ＹＥＳ\nDomainJoined : ＮＯ', { join: 'entra' }],
  [
    'dsregcmd と本文',
    `Outlook が 0xCAA50021 で認証できません。\n${html(out.dsregcmd(out.ENTRA, { auth: 'SUCCESS' }))}\nよろしくお願いします。`,
    { product: 'outlook', code: '0xcaa50021', join: 'entra', 'device-auth': 'success' },
  ],
  ['winhttp 直接', direct, { proxy: 'none' }],
  ['winhttp 直接、1 行', `実行結果は「${flat(direct)}」でした`, { proxy: 'none' }],
  ['winhttp 直接、半角カナ', '現在の WinHTTP ﾌﾟﾛｷｼ設定:\n\n    直接ｱｸｾｽ (ﾌﾟﾛｷｼ ｻｰﾊﾞｰなし)｡', { proxy: 'none' }],
  ['winhttp 直接、折り返し', '現在の WinHTTP プロキシ設定:\n直接アクセス (プロキシ\nサーバーなし)。', { proxy: 'none' }],
  ['winhttp プロキシあり', `C:\\Users\\kondo.e>netsh winhttp show proxy\n${named}\nC:\\Users\\kondo.e>`, { proxy: 'present' }],
  ['winhttp プロキシあり、空白', spaces(crlf(named)), { proxy: 'present' }],
  ['advproxy 空', out.advproxy('', '', false, '現在の WinHTTP の詳細プロキシ設定:'), { proxy: 'none' }],
  ['advproxy 自動検出', out.advproxy('', '', true, '現在の WinHTTP の詳細プロキシ設定:'), {}],
  [
    'advproxy プロキシあり',
    crlf(out.advproxy('proxy01.fabrikam.example:8080', '', false, '現在の WinHTTP の詳細プロキシ設定:')),
    { proxy: 'present' },
  ],
  [
    'プロトコル 両方',
    `${out.regQuery(false)}\n${out.regValue('0xa80')}\n${out.regQuery(true)}\n${out.regValue('0xa80', true)}`,
    { 'default-secure-protocols': '0xa80' },
  ],
  ['プロトコルなし', `C:\\>${out.regQuery(false)}\n\n${notFound}`, { 'default-secure-protocols': 'absent' }],
  [
    'プロトコルなし、両方',
    `C:\\>${out.regQuery(false)}\n${notFound}\n\nC:\\>${out.regQuery(true)}\n${notFound}`,
    { 'default-secure-protocols': 'absent' },
  ],
  [
    'プロトコルなし、折り返し',
    `C:\\>${wrapped(out.regQuery(false), 40)}\nエラー: 指定されたレジストリ キーまたは値が\n見つかりませんでした。`,
    { 'default-secure-protocols': 'absent' },
  ],
  ['プロトコル 大文字', 'DefaultSecureProtocols    REG_DWORD    0x00000A00', { 'default-secure-protocols': '0xa00' }],
  ['プロトコル 文中', `値は DefaultSecureProtocols REG_DWORD 0x800 になっていました`, { 'default-secure-protocols': '0x800' }],
  ['別の値がない', `C:\\>reg query "HKCU\\Software\\Microsoft\\Office\\16.0\\Common\\SignIn" /v SignInOptions\n\n${notFound}`, {}],
  ['サインインの値', 'HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\Common\\SignIn\n    SignInOptions    REG_DWORD    0x3', {}],
  ['Schannel 無効', stripped(out.schannel('0x0', '0x1')), { tls: '1.2-off' }],
  ['Schannel 有効', out.schannel('0xffffffff', '0x0'), { tls: '1.2-on' }],
  ['スイート 表', `PS C:\\Users\\kondo.e> Get-TlsCipherSuite\n\n${out.suiteTable(out.SUITES)}`, { ciphers: 'ok' }],
  ['スイート 一覧', crlf(out.suiteList(out.SUITES)), { ciphers: 'ok' }],
  ['スイート 不足', out.suiteTable(out.POOR_SUITES), { ciphers: 'missing' }],
  ['スイート 不足、一覧、字下げなし', spaces(out.suiteList(out.POOR_SUITES)), { ciphers: 'missing' }],
  ['スイート 1 つ', 'Name : TLS_RSA_WITH_AES_128_CBC_SHA', {}],
  ['ver', 'Microsoft Windows [Version 10.0.19045.5131]\n(c) Microsoft Corporation. All rights reserved.', { os: 'windows-10' }],
  ['ver Windows 7', 'Microsoft Windows [Version 6.1.7601]\nCopyright (c) 2009 Microsoft Corporation. All rights reserved.', { os: 'windows-7-sp1' }],
  ['winver', 'Windows 10 Pro\nバージョン 22H2 (OS ビルド 19045.5131)\n© Microsoft Corporation. All rights reserved.', { os: 'windows-10' }],
  [
    'winver Windows 8.1',
    'Microsoft Windows\nバージョン 6.3 (ビルド 9600)\n© 2013 Microsoft Corporation. All rights reserved.',
    { os: 'windows-8.1' },
  ],
  ['winver 24H2', 'バージョン 24H2 (OS ビルド 26100.2314)', { os: 'windows-11' }],
  ['systeminfo Windows 10', crlf(out.systeminfo.ja('Microsoft Windows 10 Pro', '10.0.19045 N/A ビルド 19045')), { os: 'windows-10' }],
  ['systeminfo Windows 7', out.systeminfo.ja('Microsoft Windows 7 Professional ', '6.1.7601 Service Pack 1 ビルド 7601'), { os: 'windows-7-sp1' }],
  [
    'systeminfo Server 2012',
    stripped(out.systeminfo.ja('Microsoft Windows Server 2012 Standard', '6.2.9200 N/A ビルド 9200')),
    { os: 'server-2012' },
  ],
  [
    'systeminfo 途中まで',
    lines(...out.systeminfo.ja('Microsoft Windows 11 Pro', '10.0.22631 N/A ビルド 22631').split('\n').slice(1, 3)),
    { os: 'windows-11' },
  ],
  ['systeminfo 後半のみ', lines(...out.systeminfo.ja('x', 'y').split('\n').slice(18)), {}],
  ['Get-ComputerInfo', out.computerInfo('Windows 10 Pro', 'Microsoft Windows 11 Pro', '10.0.26100'), { os: 'windows-11' }],
  ['OSVersion', crlf(out.osVersion('6.3.9600.0')), { os: 'windows-8.1' }],
  ['設定のバージョン情報', out.about.ja('Windows 11 Pro', '23H2', '22631.4460'), { os: 'windows-11' }],
  ['設定のバージョン情報、空白', spaces(out.about.ja('Windows 10 Enterprise', '22H2', '19045.4894')), { os: 'windows-10' }],
  ['sw_vers', 'ProductName: macOS\nProductVersion: 15.1\nBuildVersion: 24B83', { os: 'macos' }],
  ['ファイルのバージョン', `wmic datafile where name="C:\\\\Windows\\\\System32\\\\Webio.dll" get Version\n${out.wmicVersion('6.1.7601.18000')}`, {}],
  [
    '更新プログラムなし',
    "Get-HotFix : 'localhost' コンピューターで要求された修正プログラムが見つかりません。 入力を検証し、コマンドを再実行してください。\n発生場所 行:1 文字:1\n+ Get-HotFix -Id KB3140245\n+ ~~~~~~~~~~~~~~~~~~~~~~~~\n    + CategoryInfo          : ObjectNotFound: (:) [Get-HotFix], ArgumentException",
    {},
  ],
  ['ipconfig', out.ipconfig.ja, {}],
  ['nslookup 遮断', out.nslookup.ja('oneclient.sfx.ms', '127.0.0.1'), { filter: 'yes' }],
  [
    'nslookup 正常',
    `C:\\>nslookup login.microsoftonline.com\n${out.nslookup.ja('www.tm.a.prd.aadg.trafficmanager.net', '20.190.151.7', '20.190.151.9')}`,
    {},
  ],
  ['接続テスト 失敗', `警告: TCP connect to (13.107.42.12 : 443) failed\n${out.netConnection('g.live.com', '13.107.42.12', false)}`, {}],
  [
    'プロキシ認証',
    'Invoke-WebRequest : リモート サーバーがエラーを返しました: (407) プロキシ認証が必要です\n発生場所 行:1 文字:1\n+ Invoke-WebRequest https://login.microsoftonline.com\n+ ~~~~~~~~~~~~~~~~~~~',
    { proxy: 'authenticated' },
  ],
  [
    '証明書',
    '発行先\n共通名 (CN)\tlogin.microsoftonline.com\n発行元\n共通名 (CN)\tNetskope Inspection CA\n組織 (O)\tNetskope',
    { inspection: 'yes' },
  ],
  ['hosts', '127.0.0.1 login.microsoftonline.com\n127.0.0.1 localhost', { filter: 'yes' }],
  ['属性', `C:\\>attrib "%OneDriveCommercial%\\*"\n${out.attrib}`, {}],
  [
    '複数',
    `${crlf(direct)}\n${out.dsregcmd(out.ENTRA, { auth: 'SUCCESS' })}\n${out.suiteList(out.SUITES)}`,
    { proxy: 'none', join: 'entra', 'device-auth': 'success', ciphers: 'ok' },
  ],
];
