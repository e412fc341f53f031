import { lines } from './damage.ts';

const named = (title: string, server: string, bypass: string) =>
  lines('', title, '', `    ${server}  proxy01.fabrikam.example:8080`, `    ${bypass}  *.corp.fabrikam.example;<local>`, '');
const TITLES = { en: 'Current WinHTTP proxy settings:', ja: '現在の WinHTTP プロキシ設定:' };

export const winhttp = {
  en: {
    direct: lines('', TITLES.en, '', '    Direct access (no proxy server).', ''),
    named: named(TITLES.en, 'Proxy Server(s) :', 'Bypass List     :'),
  },
  ja: {
    direct: lines('', TITLES.ja, '', '    直接アクセス (プロキシ サーバーなし)。', ''),
    named: named(TITLES.ja, 'プロキシ サーバー: ', 'バイパス一覧     : '),
  },
};
export const advproxy = (proxy: string, script: string, isDetected: boolean, title = 'Current WinHTTP advanced proxy settings:') =>
  lines(
    '',
    title,
    '',
    '{',
    `    "Proxy": "${proxy}",`,
    '    "ProxyBypass": "<local>",',
    `    "AutoconfigUrl": "${script}",`,
    `    "AutoDetect": ${isDetected}`,
    '}',
    '',
  );

export const ipconfig = {
  en: `
Windows IP Configuration

   Host Name . . . . . . . . . . . . : PC-A0917
   Primary Dns Suffix  . . . . . . . : corp.fabrikam.example
   Node Type . . . . . . . . . . . . : Hybrid
   WINS Proxy Enabled. . . . . . . . : No
   DNS Suffix Search List. . . . . . : corp.fabrikam.example

Ethernet adapter Office VPN:

   Connection-specific DNS Suffix  . : corp.fabrikam.example
   Description . . . . . . . . . . . : Cisco AnyConnect Virtual Miniport Adapter for Windows x64
   Physical Address. . . . . . . . . : 3C-52-82-1F-AA-07
   DHCP Enabled. . . . . . . . . . . : No
   Link-local IPv6 Address . . . . . : fe80::9d2:44ff:fe10:7a01%14(Preferred)
   IPv4 Address. . . . . . . . . . . : 10.20.30.41(Preferred)
   Default Gateway . . . . . . . . . :
   DNS Servers . . . . . . . . . . . : 192.168.44.17
                                       2001:db8:77:1::9
   NetBIOS over Tcpip. . . . . . . . : Enabled`,
  ja: `
Windows IP 構成

   ホスト名 . . . . . . . . . . . . . .: PC-A0917
   プライマリ DNS サフィックス . . . . .: corp.fabrikam.example
   ノード タイプ . . . . . . . . . . . .: ハイブリッド
   WINS プロキシ有効 . . . . . . . . . .: いいえ
   DNS サフィックス検索一覧. . . . . . .: corp.fabrikam.example

イーサネット アダプター 社内VPN:

   接続固有の DNS サフィックス . . . . .: corp.fabrikam.example
   説明. . . . . . . . . . . . . . . . .: Cisco AnyConnect Virtual Miniport Adapter for Windows x64
   物理アドレス. . . . . . . . . . . . .: 3C-52-82-1F-AA-07
   DHCP 有効 . . . . . . . . . . . . . .: いいえ
   リンクローカル IPv6 アドレス. . . . .: fe80::9d2:44ff:fe10:7a01%14(優先)
   IPv4 アドレス . . . . . . . . . . . .: 10.20.30.41(優先)
   デフォルト ゲートウェイ . . . . . . .:
   DNS サーバー. . . . . . . . . . . . .: 192.168.44.17
                                          2001:db8:77:1::9
   NetBIOS over TCP/IP . . . . . . . . .: 有効`,
};

const looked = (server: string, answer: string, name: string, answers: readonly string[]) =>
  lines(
    `${server}:  DC07.corp.fabrikam.example`,
    'Address:  192.168.44.17',
    '',
    answer,
    name,
    `${answers.length > 1 ? 'Addresses' : 'Address'}:  ${answers[0]}`,
    ...answers.slice(1).map((one) => `          ${one}`),
    '',
  );
export const nslookup = {
  en: (name: string, ...answers: readonly string[]) => looked('Server', 'Non-authoritative answer:', `Name:    ${name}`, answers),
  ja: (name: string, ...answers: readonly string[]) => looked('サーバー', '権限のない回答:', `名前:    ${name}`, answers),
};

export const netConnection = (name: string, address: string, isOpen: boolean) =>
  lines(
    '',
    `ComputerName     : ${name}`,
    `RemoteAddress    : ${address}`,
    'RemotePort       : 443',
    'InterfaceAlias   : Office VPN',
    'SourceAddress    : 10.20.30.41',
    ...(isOpen ? [] : ['PingSucceeded    : False']),
    `TcpTestSucceeded : ${isOpen ? 'True' : 'False'}`,
    '',
  );

export const curl = {
  issuer: (issuer: string) => `* Host login.microsoftonline.com:443 was resolved.
*   Trying 20.190.151.7:443...
* Connected to login.microsoftonline.com (20.190.151.7) port 443
* SSL connection using TLSv1.2 / ECDHE-RSA-AES256-GCM-SHA384
* Server certificate:
*  subject: CN=stamp2.login.microsoftonline.com
*  start date: Jan 12 00:00:00 2026 GMT
*  issuer: ${issuer}
*  SSL certificate verify ok.
> HEAD / HTTP/1.1
> Host: login.microsoftonline.com
< HTTP/1.1 302 Found`,
  denied: `* Uses proxy env variable https_proxy == 'http://proxy01.fabrikam.example:8080'
*   Trying 10.20.30.41:8080...
* Connected to proxy01.fabrikam.example (10.20.30.41) port 8080
* CONNECT tunnel: HTTP/1.1 negotiated
> CONNECT login.microsoftonline.com:443 HTTP/1.1
< HTTP/1.1 407 Proxy Authentication Required
< Proxy-Authenticate: NTLM
* CONNECT tunnel failed, response 407
curl: (56) CONNECT tunnel failed, response 407`,
};
