import { lines } from './damage.ts';

export const systeminfo = {
  en: (name: string, version: string) => `
Host Name:                     PC-A0917
OS Name:                       ${name}
OS Version:                    ${version}
OS Manufacturer:               Microsoft Corporation
OS Configuration:              Member Workstation
OS Build Type:                 Multiprocessor Free
Registered Owner:              Emi Kondo
Registered Organization:       Fabrikam Trading
Product ID:                    00330-52890-11234-AAOEM
Original Install Date:         1/12/2023, 9:14:51 AM
System Manufacturer:           LENOVO
System Type:                   x64-based PC
Processor(s):                  1 Processor(s) Installed.
                               [01]: Intel64 Family 6 Model 142 Stepping 12 GenuineIntel ~1803 Mhz
Windows Directory:             C:\\Windows
Time Zone:                     (UTC+09:00) Osaka, Sapporo, Tokyo
Domain:                        corp.fabrikam.example
Logon Server:                  \\\\DC07
Hotfix(s):                     2 Hotfix(s) Installed.
                               [01]: KB5034466
                               [02]: KB5011048
Network Card(s):               2 NIC(s) Installed.
                               [01]: Intel(R) Ethernet Connection (6) I219-V
                                     Connection Name: Ethernet
                                     DHCP Enabled:    Yes
                                     IP address(es)
                                     [01]: 192.168.44.17
                               [02]: Fortinet SSL VPN Virtual Ethernet Adapter
                                     Connection Name: Office VPN
                                     Status:          Media disconnected`,
  ja: (name: string, version: string) => `
ホスト名:                   PC-A0917
OS 名:                      ${name}
OS バージョン:              ${version}
OS 製造元:                  Microsoft Corporation
OS 構成:                    メンバー ワークステーション
OS ビルドの種類:            Multiprocessor Free
登録されている所有者:       近藤恵美
登録されている組織:         Fabrikam Trading
プロダクト ID:              00330-52890-11234-AAOEM
最初のインストール日付:     2023/01/12, 9:14:51
システム製造元:             FUJITSU
システムの種類:             x64-based PC
プロセッサ:                 1 プロセッサインストール済みです。
                            [01]: Intel64 Family 6 Model 142 Stepping 12 GenuineIntel ~1803 Mhz
Windows ディレクトリ:       C:\\Windows
タイム ゾーン:              (UTC+09:00) 大阪、札幌、東京
ドメイン:                   corp.fabrikam.example
ログオン サーバー:          \\\\DC07
ホットフィックス:           2 ホットフィックスがインストールされています。
                            [01]: KB5034466
                            [02]: KB5011048
ネットワーク カード:        2 NIC(s) インストール済みです。
                            [01]: Intel(R) Ethernet Connection (6) I219-V
                                  接続名:           イーサネット
                                  DHCP が有効:      はい
                                  IP アドレス
                                  [01]: 192.168.44.17
                            [02]: Fortinet SSL VPN Virtual Ethernet Adapter
                                  接続名:           社内VPN
                                  状態:             メディアは切断されています`,
};

/** `wmic … get Version` and the PowerShell form. */
export const wmicVersion = (version: string) => lines('Version', `${version}  `, '');
export const versionInfo = (file: string, version: string) =>
  lines(
    '',
    'ProductVersion   FileVersion      FileName',
    '--------------   -----------      --------',
    `${version}  ${version}  C:\\Windows\\System32\\${file}`,
    '',
  );

export const hotfix = `
Source        Description      HotFixID      InstalledBy          InstalledOn
------        -----------      --------      -----------          -----------
PC-A0917      Security Update  KB3140245     FABRIKAM\\kondo.e     6/15/2016 12:00:00 AM
`;

export const attrib = `A  S         O    P  C:\\Users\\kondo.e\\OneDrive - Fabrikam Trading\\Budget Windows 10 rollout.xlsx
A            O    U  C:\\Users\\kondo.e\\OneDrive - Fabrikam Trading\\VPN at home.docx
A                 P  C:\\Users\\kondo.e\\OneDrive - Fabrikam Trading\\Teams proxy list.txt`;

export const broker = `
Name              : Microsoft.AAD.BrokerPlugin
Publisher         : CN=Microsoft Windows, O=Microsoft Corporation, L=Redmond, S=Washington, C=US
Architecture      : Neutral
ResourceId        : neutral
Version           : 1000.19041.3636.0
PackageFullName   : Microsoft.AAD.BrokerPlugin_1000.19041.3636.0_neutral_neutral_cw5n1h2txyewy
InstallLocation   : C:\\Windows\\SystemApps\\Microsoft.AAD.BrokerPlugin_cw5n1h2txyewy
IsFramework       : False
PackageFamilyName : Microsoft.AAD.BrokerPlugin_cw5n1h2txyewy
PublisherId       : cw5n1h2txyewy
SignatureKind     : System
Status            : Ok
`;

export const computerInfo = (
  product: string,
  os: string,
  version: string,
) => `WindowsBuildLabEx                                       : 22621.1.amd64fre.ni_release.220506-1250
WindowsCurrentVersion                                   : 6.3
WindowsEditionId                                        : Professional
WindowsProductName                                      : ${product}
WindowsRegisteredOwner                                  : e.kondo@fabrikam.example
CsDNSHostName                                           : PC-A0917
CsDomain                                                : corp.fabrikam.example
CsUserName                                              : FABRIKAM\\kondo.e
OsName                                                  : ${os}
OsType                                                  : WINNT
OsVersion                                               : ${version}
OsBuildNumber                                           : ${version.split('.')[2]}`;

export const osVersion = (version: string, pack = '') =>
  lines(
    '',
    'Platform ServicePack Version      VersionString',
    '-------- ----------- -------      -------------',
    ` Win32NT ${pack.padEnd(11)} ${version} Microsoft Windows NT ${version}${pack === '' ? '' : ` ${pack}`}`,
    '',
  );

export const about = {
  en: (edition: string, version: string, build: string) => `Device name\tPC-A0917
Processor\tIntel(R) Core(TM) i5-8365U CPU @ 1.60GHz   1.90 GHz
Installed RAM\t16.0 GB (15.8 GB usable)
Device ID\t5F1C2D3E-0B4A-4C6D-8E9F-A1B2C3D4E5F6
Product ID\t00330-52890-11234-AAOEM
System type\t64-bit operating system, x64-based processor
Pen and touch\tNo pen or touch input is available for this display

Edition\t${edition}
Version\t${version}
Installed on\t1/12/2023
OS build\t${build}
Experience\tWindows Feature Experience Pack 1000.19053.1000.0`,
  ja: (edition: string, version: string, build: string) => `デバイス名\tPC-A0917
プロセッサ\tIntel(R) Core(TM) i5-8365U CPU @ 1.60GHz   1.90 GHz
実装 RAM\t16.0 GB (15.8 GB 使用可能)
デバイス ID\t5F1C2D3E-0B4A-4C6D-8E9F-A1B2C3D4E5F6
プロダクト ID\t00330-52890-11234-AAOEM
システムの種類\t64 ビット オペレーティング システム、x64 ベース プロセッサ
ペンとタッチ\tこのディスプレイでは、ペン入力とタッチ入力は利用できません

エディション\t${edition}
バージョン\t${version}
インストール日\t2023/01/12
OS ビルド\t${build}
エクスペリエンス\tWindows Feature Experience Pack 1000.19053.1000.0`,
};
