/** Fields whose value, whatever it is, points to a person, a device or an organisation. */
const NAMED = [
  'Device Name|DomainName|TenantName|WorkplaceTenantName|User Identity|User ?Email|Executing Account Name|HostNameUpdated|AdSessionDN',
  'Host Name|Registered Owner|Registered Organization|Logon Server|Primary Dns Suffix|DNS Suffix Search List|Connection-specific DNS Suffix|Default Server|Computer Name|User Name|InstalledBy',
  'ホスト名|登録されている所有者|登録されている組織|ログオン サーバー|プライマリ DNS サフィックス|DNS サフィックス検索一覧|接続固有の DNS サフィックス|デバイス名|コンピューター名|ユーザー名',
  'Proxy Server\\(s\\)|Bypass List|プロキシ サーバー|バイパス一覧|InternetWebProxy',
  'WindowsRegisteredOwner|WindowsRegisteredOrganization|CsDNSHostName|CsDomain|CsName|CsCaption|CsUserName|CsPrimaryOwnerName|PSComputerName|OsRegisteredUser|OsOrganization|LogonServer|OsCSName',
  'COMPUTERNAME|USERNAME|USERDOMAIN|USERDNSDOMAIN',
].join('|');

/** Fields whose value is a number; a chat may have broken it. */
const NUMBERED =
  'DeviceId|TenantId|DomainId|Thumbprint|KeyContainerId|NgcKeyId|WorkplaceDeviceId|WorkplaceThumbprint|WorkplaceTenantId|Correlation ID|Request Id|Device ID|Product ID|WindowsProductId|Serial Number(?: \\(system\\))?|OsSerialNumber|Hardware UUID|Physical Address|DHCPv6 IAID|DHCPv6 Client DUID|デバイス ID|プロダクト ID|シリアル番号|物理アドレス|DHCPv6 クライアント DUID';

/** Where the next field begins, should all stand in one line: what is behind them is evidence and stays. */
const NEXT =
  '\\s(?:AzureAdJoined|EnterpriseJoined|DomainJoined|WorkplaceJoined|DeviceAuthStatus|AzureAdPrt|Server Error|Client ErrorCode|OS Name|OS Version|OS 名|OS バージョン|OsName|OsVersion|OsBuildNumber|WindowsProductName|Edition|Version|エディション|バージョン|OS build|OS ビルド|Bypass List|バイパス一覧|Device Name|Device Details|Thumbprint|DeviceId|TenantId)';
const SPACE = '(?:[ \\t\\u3000\\u00a0>|]|&nbsp;)';
/** Japanese words stand right before a name. */
const BEGIN = '(?<![A-Za-z0-9])';
/** A chat may break the line before or behind it. */
const BREAK = `(?:\\r?\\n${SPACE}{0,20})?`;
const COLON = `(?:${SPACE}|\\.){0,80}${BREAK}[:：=]${SPACE}{0,60}`;

const HEX = '[0-9a-f]';
const OCTET = '(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})';

/** Names of Microsoft's own servers point to nobody, and are evidence. */
const OURS =
  '(?![\\w.-]{0,120}(?:microsoft|microsoftonline|live|office|office365|outlook|onedrive|sharepoint|windows|msauth|msftauth|sfx|1drv|svc)\\.(?:com|net|ms)(?![\\w-]))';
const HOST = '[\\p{L}\\p{N}_-]{1,63}(?:\\.[\\p{L}\\p{N}_-]{1,63}){1,6}';

/** Patterns and what stands in their place: groups are kept. An address that leads nowhere points to nobody, and is evidence. */
export const MASKS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`(?<!${HEX})(?:${HEX}{64}|${HEX}{40})(?!${HEX})`, 'gi'), '[thumbprint]'],
  [new RegExp(`(?<!${HEX})(?:${HEX}{2}[ :]){19}${HEX}{2}(?!${HEX})`, 'gi'), '[thumbprint]'],
  [
    new RegExp(
      `${BEGIN}(${NUMBERED})(${COLON}(?:\\r?\\n${SPACE}{0,20})?)(?!\\[)[\\p{L}\\p{N}-]{4,64}(?:${SPACE}{0,8}\\r?\\n${SPACE}{0,20}${HEX}{1,40}(?=\\s))?`,
      'giu',
    ),
    '$1$2[id]',
  ],
  [new RegExp(`${BEGIN}(${NAMED})(${COLON})(?!\\[|\\(|なし)((?:(?!${NEXT})[^\\r\\n]){1,200})`, 'giu'), '$1$2[name]'],
  [
    new RegExp(`${BEGIN}(${NAMED})(${COLON}\\r?\\n${SPACE}{0,20})(?![\\p{L}\\p{N} ()-]{1,40}:|\\[|\\()((?:(?!${NEXT})[^\\r\\n]){1,200})`, 'giu'),
    '$1$2[name]',
  ],
  [
    new RegExp(`${BEGIN}(Server|サーバー|Domain|ドメイン)(${COLON}${BREAK})[\\p{L}\\p{N}_-]{1,63}(?:\\.[\\p{L}\\p{N}_-]{1,63}){1,6}`, 'giu'),
    '$1$2[name]',
  ],
  [new RegExp(`${BEGIN}(Domain|ドメイン)(${COLON})[A-Z0-9][A-Z0-9-]{1,14}(?![\\p{L}\\p{N}])`, 'gu'), '$1$2[name]'],
  [
    /(?<![\p{L}\p{N}])(Device name|Device ID|Product ID|デバイス名|デバイス ID|プロダクト ID)([ \t]{1,20})(?!\[|is |は)[\p{L}\p{N}][\p{L}\p{N}_.-]{2,63}/giu,
    '$1$2[name]',
  ],
  [/^([ \t]{0,20}(?:Device name|デバイス名)[ \t]{0,20}\r?\n[ \t]{0,20})[\p{L}\p{N}_-]{2,63}(?=[ \t]{0,20}\r?$)/gimu, '$1[name]'],
  [/("(?:Proxy|ProxyBypass|AutoconfigUrl)"\s{0,4}:\s{0,4}")[^"]{1,300}"/gi, '$1[name]"'],
  [/(REG_(?:EXPAND_)?SZ\s{1,20})((?:https?|file):\/\/)[^\s[]{1,300}/gi, '$1$2[name]'],
  [/((?:https?_proxy|all_proxy) ?==?\s?'?(?:https?:\/\/)?)[^\s'[]{1,200}/gi, '$1[name]'],
  [
    new RegExp(`((?:Connected to|resolve proxy:|Host|Proxy|can't find)\\s|${BEGIN}(?:Name|名前)${COLON}| が )${OURS}${HOST}(?=[ :\\r\\n]|$)`, 'giu'),
    '$1[name]',
  ],
  [/(\*\*\*\s)[\w.-]{1,120}(?=\s(?:can't|が))/g, '$1[name]'],
  [/((?:ProxyServer|ProxyOverride)\s{1,20}REG_SZ\s{1,20})[^\s[]{1,300}/gi, '$1[name]'],
  [/(RSOP data for )\S{1,80}( on )[\w.-]{1,63}/gi, '$1[name]$2[name]'],
  // who wrote, in what is copied from a chat
  [/^(\[[0-9][0-9:/., -]{2,20}(?:[AP]M)?\] ?)[^\r\n:[]{1,60}(?=:|\r?$)/gimu, '$1[name]'],
  [/^[ \t]{0,8}\p{L}[\p{L} .]{1,30}(?= [0-9]{1,2}:[0-9]{2}(?: [AP]M)?\r?$)/gmu, '[name]'],
  // the machine in a table of Get-HotFix, and who installed it
  [/(^[ \t]{0,20}|[ \t](?![a-z-]{1,20} ))[A-Z0-9][A-Z0-9-]{1,62}(?=[ \t]{1,20}(?:Security Update|Update|Hotfix)[ \t]{1,20}KB[0-9])/gim, '$1[name]'],
  [/(?<![\\\w:.%-])(?:[A-Z0-9][A-Z0-9-]{1,14}|AzureAD)\\[A-Za-z][\w.-]{0,40}(?![\\\w])/g, '[name]'],
  [/^[ \t]{0,20}[\w-]{1,15}\\[\w.-]{1,40}[ \t]{0,20}$/gm, '[name]'],
  [/(?<![:\w\\])\\\\[\w.-]{1,63}/g, '\\\\[name]'],
  [/(?<![\w-])(?:DESKTOP|LAPTOP|WIN)-[A-Z0-9]{5,12}(?![\w-])/gi, '[name]'],
  [/^(\S{0,40}\) ?)?[\w.-]{1,40}@[\w.-]{1,60}(?=[ :]\S{1,60} ?[%$#](?: |$))/gm, '[name]'],
  [/(?<![\w.%+-])[\w.%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/gi, '[email]'],
  [new RegExp(`(?<!${HEX})${HEX}{8}-${HEX}{4}-${HEX}{4}-${HEX}{4}-${HEX}{12}(?!${HEX})`, 'gi'), '[id]'],
  [/(?<![\w-])S-1-[0-9]{1,3}(?:-[0-9]{1,12}){1,14}/g, '[id]'],
  [/(?<![\w-])[0-9]{5}-[0-9]{5}-[0-9]{5}-[A-Z0-9]{5}(?![\w-])/g, '[id]'],
  [new RegExp(`(?<!${HEX})(?:${HEX}{2}[:-]){5}${HEX}{2}(?![0-9a-f:-])`, 'gi'), '[address]'],
  [new RegExp(`(?<![0-9.])(?!0\\.0\\.0\\.0(?![0-9])|127\\.)(?:${OCTET}\\.){3}${OCTET}(?![0-9.])`, 'g'), '[address]'],
  [new RegExp(`(?<![0-9a-f:])(?:${HEX}{1,4}:){7}${HEX}{1,4}(?![0-9a-f:])`, 'gi'), '[address]'],
  [new RegExp(`(?<![0-9a-f:])(?:${HEX}{1,4}:){1,6}:(?:${HEX}{1,4}:){0,5}${HEX}{1,4}(?![0-9a-f:])`, 'gi'), '[address]'],
  [/([a-z]:\\users\\)[^\\/:*?"<>|\r\n]{1,64}/gi, '$1[name]'],
  [/(OneDrive - )(?!\[)[^\\/:*?"<>|\r\n]{1,64}(?=\\)/g, '$1[name]'],
  [/(\/(?:Users|home)\/)[^\\/:*?"<>|\s]{1,64}/g, '$1[name]'],
  [/(?<![\w.-])[a-z0-9-]{1,63}(?=(?:-my)?\.(?:sharepoint|onmicrosoft)\.(?:com|us|de|cn)(?![\w-]))/gi, '[name]'],
  [/(?<![\w.@-])(?:[a-z0-9-]{1,63}\.){1,6}(?:local|lan|internal|intra|corp)(?![\w.-])/gi, '[name]'],
];
