/** Names of fields that only a command prints, in lower case: a line that begins with one and a colon is output. */
export const FIELDS: ReadonlySet<string> = new Set(
  [
    // dsregcmd /status
    'AzureAdJoined, EnterpriseJoined, DomainJoined, DomainName, Device Name, DeviceId, Thumbprint, DeviceCertificateValidity, KeyContainerId, KeyProvider, TpmProtected',
    'DeviceAuthStatus, TenantName, TenantId, Idp, AuthCodeUrl, AccessTokenUrl, MdmUrl, MdmTouUrl, MdmComplianceUrl, SettingsUrl, JoinSrvVersion, JoinSrvUrl, JoinSrvId',
    'KeySrvVersion, KeySrvUrl, KeySrvId, WebAuthNSrvVersion, WebAuthNSrvUrl, WebAuthNSrvId, DeviceManagementSrvVer, DeviceManagementSrvUrl, DeviceManagementSrvId',
    'NgcSet, NgcKeyId, CanReset, WorkplaceJoined, WorkAccountCount, WamDefaultSet, WamDefaultAuthority, WamDefaultId, WamDefaultGUID, AzureAdPrt, AzureAdPrtUpdateTime',
    'AzureAdPrtExpiryTime, AzureAdPrtAuthority, EnterprisePrt, EnterprisePrtAuthority, OnPremTgt, CloudTgt, KerbTopLevelNames, AcquirePrtDiagnostics, Previous Prt Attempt',
    'Attempt Status, User Identity, Credential Type, Correlation ID, Endpoint URI, HTTP Method, HTTP Error, HTTP Status, Server Error Code, Server Error Description',
    'AadRecoveryEnabled, Executing Account Name, KeySignTest, DisplayNameUpdated, OsVersionUpdated, HostNameUpdated, Last HostName Update, Diagnostics Reference',
    'User Context, Client Time, AD Connectivity Test, AD Configuration Test, DRS Discovery Test, DRS Connectivity Test, Token acquisition Test, Fallback to Sync-Join',
    'Previous Registration, Registration Type, Error Phase, Client ErrorCode, Server ErrorCode, Server ErrorSubCode, Server Operation, Https Status, Request Id',
    'IsDeviceJoined, IsUserAzureAD, PolicyEnabled, PostLogonEnabled, DeviceEligible, SessionIsNotRemote, CertEnrollment, PreReqResult, WorkplaceDeviceId, WorkplaceThumbprint',
    'WorkplaceIdp, WorkplaceTenantId, WorkplaceTenantName, WorkplaceMdmUrl, WorkplaceSettingsUrl, Access Type, Current Status',
    // netsh winhttp
    'Current WinHTTP proxy settings, Current WinHTTP advanced proxy settings, Proxy Server(s), Bypass List, "Proxy", "ProxyBypass", "AutoconfigUrl", "AutoDetect"',
    '現在の WinHTTP プロキシ設定, 現在の WinHTTP の詳細プロキシ設定, バイパス一覧, バイパス リスト, InternetWebProxy',
    // systeminfo
    'Host Name, OS Manufacturer, OS Configuration, OS Build Type, Registered Owner, Registered Organization, Product ID, Original Install Date',
    'System Boot Time, System Manufacturer, System Model, System Type, Processor(s), BIOS Version, Windows Directory, System Directory, Boot Device, System Locale, Input Locale',
    'Total Physical Memory, Available Physical Memory, Virtual Memory, Page File Location(s), Logon Server, Hotfix(s), Network Card(s), Hyper-V Requirements',
    'Connection Name, DHCP Enabled, DHCP Server, IP address(es), Virtualization-based security, Secure Boot',
    'ホスト名, OS 製造元, OS 構成, OS ビルドの種類, 登録されている所有者, 登録されている組織, プロダクト ID, 最初のインストール日付, システム起動時間, システム製造元',
    'システム モデル, システムの種類, プロセッサ, BIOS バージョン, Windows ディレクトリ, システム ディレクトリ, 起動デバイス, システム ロケール, 入力ロケール, 物理メモリの合計',
    '利用できる物理メモリ, 仮想メモリ, ページ ファイルの場所, ログオン サーバー, ホットフィックス, ネットワーク カード, Hyper-V の要件, 接続名, DHCP が有効, DHCP サーバー, IP アドレス',
    // ipconfig /all
    'Primary Dns Suffix, Node Type, IP Routing Enabled, WINS Proxy Enabled, DNS Suffix Search List, Connection-specific DNS Suffix, Physical Address, Autoconfiguration Enabled',
    'Link-local IPv6 Address, IPv6 Address, Temporary IPv6 Address, IPv4 Address, Subnet Mask, Lease Obtained, Lease Expires, Default Gateway, DHCPv6 IAID, DHCPv6 Client DUID',
    'DNS Servers, NetBIOS over Tcpip, Media State, プライマリ DNS サフィックス, ノード タイプ, IP ルーティング有効, WINS プロキシ有効, DNS サフィックス検索一覧, 接続固有の DNS サフィックス',
    '物理アドレス, DHCP 有効, 自動構成有効, リンクローカル IPv6 アドレス, IPv6 アドレス, 一時 IPv6 アドレス, IPv4 アドレス, サブネット マスク, リース取得, リースの有効期限, デフォルト ゲートウェイ',
    'DHCPv6 クライアント DUID, DNS サーバー, NetBIOS over TCP/IP, メディアの状態',
    // nslookup, Test-NetConnection
    'Default Server, Addresses, Aliases, ComputerName, RemoteAddress, RemotePort, InterfaceAlias, SourceAddress, PingSucceeded, PingReplyDetails (RTT), TcpTestSucceeded',
    'NameResolutionResults, NetRoute (NextHop)',
    // Get-TlsCipherSuite
    'KeyType, MaximumExchangeLength, MinimumExchangeLength, HashLength, CipherBlockLength, CipherLength, BaseCipherSuite, CipherSuite',
    // Get-ComputerInfo and other lists of PowerShell
    'WindowsBuildLabEx, WindowsCurrentVersion, WindowsEditionId, WindowsInstallationType, WindowsProductId, WindowsProductName, WindowsRegisteredOrganization',
    'WindowsRegisteredOwner, WindowsSystemRoot, WindowsVersion, CsCaption, CsDNSHostName, CsDomain, CsManufacturer, CsModel, CsName, CsUserName, OsName, OsType, OsVersion',
    'OsBuildNumber, OsHotFixes, OsArchitecture, OsLanguage, PSPath, PSParentPath, PSChildName, PSDrive, PSProvider, DefaultSecureProtocols, PackageFullName, ResourceId',
    'InstallLocation, IsFramework, PackageFamilyName, PublisherId, IsResourcePackage, IsBundle, IsDevelopmentMode, NonRemovable, SignatureKind, Dependencies, IsPartiallyStaged',
    'CategoryInfo, FullyQualifiedErrorId, ProductVersion, FileVersion, FileVersionRaw, ProductVersionRaw, FileDescription, InternalName, OriginalFilename, InstalledOn, InstalledBy, HotFixID',
    // attrib, sw_vers, certutil and browsers
    'ProductName, BuildVersion, Issuer, Issued By, Issued To, Serial Number, 発行者, 発行先, 発行元',
  ].flatMap((names) => names.toLowerCase().split(', ')),
);

/** Names of fields that people use too: output only right behind or before a line that is. */
export const SHARED_FIELDS: ReadonlySet<string> = new Set(
  [
    'OS Name, OS Version, Name, Version, Status, Description, Domain, Server, Address, Time Zone, Publisher, Architecture, Certificate, Exchange, Hash, Cipher, Protocols, Source, Edition, Experience, Path, Caption, State, Subject',
    'OS 名, OS バージョン, プロキシ サーバー, サーバー, 名前, タイム ゾーン, アドレス, ドメイン, 説明, 状態, バージョン, エディション, エクスペリエンス',
  ].flatMap((names) => names.toLowerCase().split(', ')),
);
