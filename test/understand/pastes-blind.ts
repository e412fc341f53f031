import { damaged, lines } from './damage.ts';
import * as device from './outputs-device.ts';
import * as network from './outputs-network.ts';
import * as windows from './outputs-windows.ts';
import type { Paste } from './pastes-en.ts';

const { crlf, flat, html, spaces, stripped, wrapped } = damaged;
const out = { ...device, ...network, ...windows };

/** The second thirty in English: written and labelled after the first sixty were mended, and before they were read. */
export const moreEnglishPastes: readonly Paste[] = [
  ['code fence', `\`\`\`\n${out.dsregcmd(out.HYBRID)}\n\`\`\``, { join: 'hybrid' }],
  ['only the lines that matter', 'AzureAdJoined : NO\nWorkplaceJoined : NO\nDomainJoined : NO', { join: 'none' }],
  ['equals signs', 'AzureAdJoined=YES; DomainJoined=NO; AzureAdPrt=NO', { join: 'entra' }],
  [
    'deleted device in a sentence',
    'dsregcmd says "DeviceAuthStatus : FAILED. Device is either disabled or deleted" since this morning',
    { 'device-auth': 'disabled' },
  ],
  [
    'sign-in error wrapped',
    wrapped(
      stripped(
        out.dsregcmd(out.HYBRID, { auth: 'SUCCESS', server: ['invalid_grant', 'AADSTS50034: The user account does not exist in the directory.'] }),
      ),
      36,
    ),
    { join: 'hybrid', 'device-auth': 'success', code: 'aadsts50034' },
  ],
  [
    'registration that failed',
    lines(
      '| Diagnostic Data |',
      'Diagnostics Reference : www.microsoft.com/aadjerrors',
      'User Context : SYSTEM',
      'AD Connectivity Test : PASS',
      'AD Configuration Test : FAIL [0x80070002]',
      'Previous Registration : 2026-11-19 08:00:12.000 UTC',
      'Error Phase : discover',
      'Client ErrorCode : 0x801c001d',
    ),
    { code: '0x801c001d' },
  ],
  ['chat with names and times', `[9:41 AM] Emi Kondo\nhere you go\n\n${stripped(out.winhttp.en.named)}\n[9:42 AM] Tom\nthanks`, { proxy: 'present' }],
  ['both proxies in one message', `netsh winhttp show proxy\n${out.winhttp.en.direct}\nReg:\n    ProxyEnable    REG_DWORD    0x0`, { proxy: 'none' }],
  [
    'Internet Options on',
    'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\n    ProxyEnable    REG_DWORD    0x1\n    ProxyServer    REG_SZ    proxy01.fabrikam.example:8080',
    { proxy: 'present' },
  ],
  ['advproxy in one line', flat(out.advproxy('', '', false)), { proxy: 'none' }],
  ['Exchange without a proxy', 'InternetWebProxy :\n\nInternetWebProxy :', {}],
  [
    'exported key',
    'Windows Registry Editor Version 5.00\n\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp]\n"DefaultSecureProtocols"=dword:00000a00',
    { 'default-secure-protocols': '0xa00' },
  ],
  ['two values that differ', `${out.regValue('0xa00')}\n${out.regValue('0xa80', true)}`, {}],
  [
    'property that is not there',
    'Get-ItemProperty : Property DefaultSecureProtocols does not exist at path HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet\nSettings\\WinHttp.\nAt line:1 char:1',
    { 'default-secure-protocols': 'absent' },
  ],
  ['Schannel, one line', flat(out.schannel('0x0', '0x1')), { tls: '1.2-off' }],
  [
    'Schannel without values',
    `C:\\>reg query "HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2" /s\nERROR: The system was unable to find the specified registry key or value.`,
    {},
  ],
  [
    'suites with a cut column',
    lines('KeyType Certificate Name', '0 RSA TLS_RSA_WITH_AES_256_CB...', '0 RSA TLS_RSA_WITH_AES_128_CB...', '0 RSA TLS_ECDHE_RSA_WITH_AE...'),
    {},
  ],
  ['suites with commas', `Functions REG_SZ ${out.POOR_SUITES.join(',')}`, { ciphers: 'missing' }],
  ['a suite in a question', 'Should TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 be on the list? Ours starts with TLS_RSA.', {}],
  ['CIM', 'Caption     : Microsoft Windows 11 Enterprise\nVersion     : 10.0.26100\nBuildNumber : 26100', { os: 'windows-11' }],
  [
    'wmic os',
    'C:\\>wmic os get caption,version\nCaption                          Version\nMicrosoft Windows 10 Enterprise  10.0.19045',
    { os: 'windows-10' },
  ],
  [
    'winver in the middle',
    'winver says Version 22H2 (OS Build 19045.4291), is that too old for OneDrive?',
    { os: 'windows-10', product: 'onedrive' },
  ],
  ['Server 2016', spaces(out.systeminfo.en('Microsoft Windows Server 2016 Datacenter', '10.0.14393 N/A Build 14393')), { os: 'server-2016' }],
  ['systeminfo, the second half', lines(...out.systeminfo.en('x', 'y').split('\n').slice(16)), {}],
  ['About in one line', flat(out.about.en('Windows 10 Pro', '22H2', '19045.4412')), { os: 'windows-10' }],
  ['Mac, old', 'ProductName:\tMac OS X\nProductVersion:\t10.15.7\nBuildVersion:\t19H15', { os: 'macos' }],
  ['ping to nowhere', 'Pinging g.live.com [127.0.0.1] with 32 bytes of data:\nReply from 127.0.0.1: bytes=32 time<1ms TTL=128', { filter: 'yes' }],
  [
    'nslookup of a name that is not there',
    "Server:  DC07.corp.fabrikam.example\nAddress:  192.168.44.17\n\n*** DC07.corp.fabrikam.example can't find onedrive-test.fabrikam.example: Non-existent domain",
    {},
  ],
  [
    '.NET error',
    html(
      'Invoke-WebRequest : The remote server returned an error: (407) Proxy Authentication Required.\nAt line:1 char:1\n+ Invoke-WebRequest https://login.microsoftonline.com -UseBasicParsing',
    ),
    { proxy: 'authenticated' },
  ],
  [
    'openssl',
    crlf(
      'Certificate chain\n 0 s:CN = stamp2.login.microsoftonline.com\n   i:C = US, O = Fortinet, OU = Certificate Authority, CN = FG100ETK18001234\n',
    ),
    { inspection: 'yes' },
  ],
  [
    'certificate of Microsoft',
    'Issued To\nCommon Name (CN)\tstamp2.login.microsoftonline.com\nIssued By\nCommon Name (CN)\tDigiCert SHA2 Secure Server CA\nOrganization (O)\tDigiCert Inc',
    {},
  ],
];

/** The second thirty in Japanese. */
export const moreJapanesePastes: readonly Paste[] = [
  ['コード ブロック', `\`\`\`\n${crlf(out.dsregcmd(out.ENTRA, { auth: 'SUCCESS' }))}\n\`\`\`\n以上です`, { join: 'entra', 'device-auth': 'success' }],
  ['必要な行だけ', '・AzureAdJoined : NO\n・DomainJoined : NO\n・WorkplaceJoined : YES', { join: 'registered' }],
  ['コロンは全角', 'AzureAdJoined：YES\nDomainJoined：YES', { join: 'hybrid' }],
  ['無効と文', 'DeviceAuthStatus は FAILED. Device is either disabled or deleted になっています。', { 'device-auth': 'disabled' }],
  [
    'サインイン エラー 折り返し',
    wrapped(
      out.dsregcmd(out.ENTRA, {
        auth: 'SUCCESS',
        server: [
          'interaction_required',
          'AADSTS50076: Due to a configuration change made by your administrator, you must use multi-factor authentication.',
        ],
      }),
      52,
    ),
    { join: 'entra', 'device-auth': 'success', code: 'aadsts50076' },
  ],
  ['PRT のみ', 'AzureAdPrt : NO\nAzureAdPrtAuthority :\nEnterprisePrt : NO', {}],
  [
    'チャットの履歴',
    `近藤恵美 9:41\nnetsh winhttp show proxy の結果を貼ります\n${stripped(out.winhttp.ja.direct)}\n鈴木 9:43\n確認します`,
    { proxy: 'none' },
  ],
  ['プロキシあり 1 行', `WinHTTP は ${flat(out.winhttp.ja.named)} と出ました`, { proxy: 'present' }],
  [
    'HTML',
    html(`PS C:\\> netsh winhttp show advproxy\n${out.advproxy('proxy01.fabrikam.example:3128', '', false, '現在の WinHTTP の詳細プロキシ設定:')}`),
    { proxy: 'present' },
  ],
  [
    '自動構成スクリプトなし',
    'C:\\>reg query "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings" /v AutoConfigURL\n\n\nエラー: 指定されたレジストリ キーまたは値が見つかりませんでした。',
    {},
  ],
  ['Exchange のプロキシ', 'InternetWebProxy : http://proxy01.fabrikam.example:8080/', { proxy: 'present' }],
  ['書き出したキー', '"DefaultSecureProtocols"=dword:00000800', { 'default-secure-protocols': '0x800' }],
  [
    'PowerShell 値なし',
    'Get-ItemProperty : プロパティ DefaultSecureProtocols は、パス HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp に存在しません。',
    { 'default-secure-protocols': 'absent' },
  ],
  [
    '片方のみ',
    `C:\\>${out.regQuery(false)}\n${out.regValue('0xa00')}\nC:\\>${out.regQuery(true)}\n\nエラー: 指定されたレジストリ キーまたは値が見つかりませんでした。`,
    { 'default-secure-protocols': '0xa00' },
  ],
  ['終了のみ', '検索の完了: 0 件一致しました。', {}],
  ['Schannel 折り返し', wrapped(out.schannel('0x1', '0x0'), 48), { tls: '1.2-on' }],
  ['スイート 名前だけ', `Name\n----\n${out.SUITES.join('\n')}`, { ciphers: 'ok' }],
  ['スイート 質問', 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 がないとつながりませんか', {}],
  ['スイート HTML', html(out.suiteTable(out.POOR_SUITES)), { ciphers: 'missing' }],
  ['CIM', crlf('Caption : Microsoft Windows 10 Pro\nVersion : 10.0.19045'), { os: 'windows-10' }],
  ['winver 文中', 'winver では バージョン 23H2 (OS ビルド 22631.3880) です。', { os: 'windows-11' }],
  ['winver サーバー', 'Microsoft Windows Server\nバージョン 21H2 (OS ビルド 20348.2582)', { os: 'server-2022' }],
  ['systeminfo 1 行', flat(out.systeminfo.ja('Microsoft Windows 10 Enterprise', '10.0.19044 N/A ビルド 19044')), { os: 'windows-10' }],
  ['バージョン情報 改行', out.about.ja('Windows 11 Pro', '24H2', '26100.4061').replaceAll('\t', '\n'), { os: 'windows-11' }],
  ['ping', 'login.live.com [0.0.0.0]に ping を送信しています 32 バイトのデータ:\n転送に失敗しました。一般エラーです。', { filter: 'yes' }],
  ['nslookup 見つからない', '*** DC07.corp.fabrikam.example が intranet.fabrikam.example を見つけられません: Non-existent domain', {}],
  ['更新プログラム', `PS C:\\Windows\\system32> Get-HotFix -Id KB3140245\n${stripped(out.hotfix)}`, {}],
  ['ファイルのバージョン', stripped(`${out.versionInfo('Winhttp.dll', '6.1.7601.24000')}`), {}],
  [
    '証明書 FortiGate',
    '発行者: CN=FortiGate CA, OU=Certificate Authority, O=Fortinet\nサブジェクト: CN=login.microsoftonline.com',
    { inspection: 'yes' },
  ],
  [
    '接続を閉じられた',
    'Invoke-WebRequest : 接続が切断されました: 送信時に、予期しないエラーが発生しました。。\n発生場所 行:1 文字:1\n+ Invoke-WebRequest https://oneclient.sfx.ms\n    + FullyQualifiedErrorId : WebCmdletWebResponseException,Microsoft.PowerShell.Commands.InvokeWebRequestCommand',
    {},
  ],
];
