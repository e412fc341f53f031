/** Where a chat may break a number, and what stands before the rest of it. */
const TORN = '(?:[ \\t]{0,4}\\r?\\n[ \\t>|]{0,40})?';
const torn = (word: string) => Array.from(word).join(TORN);

/** Fields whose value, whatever it is, points to a person, a device or an organisation. */
const NAMED = [
  'Device Name|DomainName|TenantName|WorkplaceTenantName|User Identity|User ?Email|Executing Account Name|HostNameUpdated|AdSessionDN',
  'Host Name|Registered Owner|Registered Organization|Logon Server|Primary Dns Suffix|DNS Suffix Search List|Connection-specific DNS Suffix|Default Server|Computer Name|User Name|InstalledBy',
  'ホスト名|登録されている所有者|登録されている組織|ログオン サーバー|プライマリ DNS サフィックス|DNS サフィックス検索一覧|接続固有の DNS サフィックス|デバイス名|コンピューター名|ユーザー名',
  'Proxy Server\\(s\\)|Bypass List|プロキシ サーバー|バイパス一覧|InternetWebProxy',
  'WindowsRegisteredOwner|WindowsRegisteredOrganization|CsDNSHostName|CsDomain|CsName|CsCaption|CsUserName|CsPrimaryOwnerName|PSComputerName|OsRegisteredUser|OsOrganization|LogonServer|OsCSName',
  'COMPUTERNAME|USERNAME|USERDOMAIN|USERDNSDOMAIN|UserPrincipalName|User Principal Name|Full Name|Display Name|Login Name|Sign-in name|SamAccountName|Registered User|Hostname|System Name|Machine Name|Workgroup|Organi[sz]ation Name|Company Name',
  'ユーザー プリンシパル名|ユーザー ID|ユーザーID|サインイン名|ログイン名|表示名|氏名|お名前|フル ネーム|PC名|PC 名|端末名|コンピュータ名|NetBIOS 名|ワークグループ|システム名|マシン名|組織名|会社名',
]
  .flatMap((names) => names.split('|'))
  // A chat breaks Japanese words anywhere.
  .map((name) => (/\p{Lo}/u.test(name) ? torn(name) : name))
  .join('|');

/** Fields whose value is a number; a chat may have broken it. */
const NUMBERED =
  'DeviceId|TenantId|DomainId|Thumbprint|KeyContainerId|NgcKeyId|WorkplaceDeviceId|WorkplaceThumbprint|WorkplaceTenantId|Correlation ID|Request Id|Device ID|Product ID|WindowsProductId|Serial Number(?: \\(system\\))?|OsSerialNumber|Hardware UUID|Physical Address|MAC Address|MAC アドレス|SerialNumber|BiosSeralNumber|BiosSerialNumber|IdentifyingNumber|Service Tag|Asset Tag|UUID|Object ID|User ID|Session ID|Activity ID|要求 ID|関連付け ID|相関 ID|セッション ID|テナント ID|製造番号|DHCPv6 IAID|DHCPv6 Client DUID|デバイス ID|プロダクト ID|シリアル番号|物理アドレス|DHCPv6 クライアント DUID';

/** Where the next field begins, should all stand in one line: what is behind them is evidence and stays. */
const NEXT =
  '\\s(?:AzureAdJoined|EnterpriseJoined|DomainJoined|WorkplaceJoined|DeviceAuthStatus|AzureAdPrt|Server Error|Client ErrorCode|OS Name|OS Version|OS 名|OS バージョン|OsName|OsVersion|OsBuildNumber|WindowsProductName|Edition|Version|エディション|バージョン|OS build|OS ビルド|Bypass List|バイパス一覧|Device Name|Device Details|Thumbprint|DeviceId|TenantId|登録されている組織|プロダクト ID|Registered Organization|Product ID|最初のインストール日付|Original Install Date)';
const SPACE = '(?:[ \\t\\u3000\\u00a0>|]|&nbsp;)';
/** Japanese words stand right before a name. */
const BEGIN = '(?<![A-Za-z0-9])';
/** A chat may break the line before or behind it. */
const BREAK = `(?:\\r?\\n${SPACE}{0,20})?`;
const COLON = `(?:${SPACE}|\\.){0,80}${BREAK}[:：=]${SPACE}{0,60}`;

const HEX = '[0-9a-f]';
const hex = (digits: number) => `${HEX}(?:${TORN}${HEX}){${digits - 1}}`;

/** What stands in one part of a path. */
const IN_PATH = '[^\\\\/:*?"<>|\\r\\n]';
const GAP = '(?: |[ \\t]{0,4}\\r?\\n[ \\t>|]{0,40})';
const OCTET = '(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})';

/** Names of Microsoft's own servers point to nobody, and are evidence. */
const OURS =
  '(?![\\w.-]{0,120}(?:microsoft|microsoftonline|live|office|office365|outlook|onedrive|sharepoint|windows|msauth|msftauth|sfx|1drv|svc)\\.(?:com|net|ms)(?![\\w-]))';
const HOST = '[\\p{L}\\p{N}_-]{1,63}(?:\\.[\\p{L}\\p{N}_-]{1,63}){1,6}';

/** Patterns and what stands in their place: groups are kept. An address that leads nowhere points to nobody, and is evidence. */
export const MASKS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`(?<!${HEX})(?:${HEX}{64}|${HEX}{40}|(?=${HEX}{12})${hex(40)})(?!${HEX})`, 'gi'), '[thumbprint]'],
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
    new RegExp(
      `${BEGIN}(${NAMED})(${COLON}\\r?\\n${SPACE}{0,20})(?!(?:(?!${NEXT})[\\p{L}\\p{N} ()-]){1,40}:|\\[|\\()((?:(?!${NEXT})[^\\r\\n]){1,200})`,
      'giu',
    ),
    '$1$2[name]',
  ],
  [
    new RegExp(`${BEGIN}(Server|サーバー|Domain|ドメイン)(${COLON}${BREAK})[\\p{L}\\p{N}_-]{1,63}(?:\\.[\\p{L}\\p{N}_-]{1,63}){1,6}`, 'giu'),
    '$1$2[name]',
  ],
  [new RegExp(`${BEGIN}(Domain|ドメイン)(${COLON})[A-Z0-9][A-Z0-9-]{1,14}(?![\\p{L}\\p{N}])`, 'gu'), '$1$2[name]'],
  [
    /(?<![A-Za-z0-9])(Full device name|フル デバイス名|Device name|Device ID|Product ID|デバイス名|デバイス ID|プロダクト ID)([ \t]{1,20})(?!\[|is |は)[\p{L}\p{N}][\p{L}\p{N}_.-]{2,63}/giu,
    '$1$2[name]',
  ],
  [
    new RegExp(
      `${BEGIN}((?:Device name|デバイス名|Full device name|フル デバイス名|ユーザー名|User name)[ \\t]{0,20}\\r?\\n[ \\t>|]{0,20})[\\p{L}\\p{N}_.-]{2,63}(?=[ \\t]{0,20}\\r?$)`,
      'gimu',
    ),
    '$1[name]',
  ],
  [/("(?:Proxy|ProxyBypass|AutoconfigUrl)"\s{0,4}:\s{0,4}")[^"]{1,300}"/gi, '$1[name]"'],
  [/(REG_(?:EXPAND_)?SZ\s{1,20})((?:https?|file):[\s>|]{0,40}\/[\s>|]{0,40}\/)[^\s[]{1,300}/gi, '$1$2[name]'],
  [/((?:https?_proxy|all_proxy) ?==?\s?'?(?:https?:\/\/)?)[^\s'[]{1,200}/gi, '$1[name]'],
  [
    new RegExp(
      `((?:Connected to|resolve proxy:|Host|Proxy|Pinging|Tracing route to|can't\\sfind)\\s|${BEGIN}(?:Name|名前)${COLON}| が )${OURS}${HOST}(?=[ :\\r\\n]|$)`,
      'giu',
    ),
    '$1[name]',
  ],
  [/(\*\*\*\s)[\w.-]{1,120}(?=\s(?:can't|が))/g, '$1[name]'],
  [/((?:ProxyServer|ProxyOverride)\s{1,20}REG_SZ\s{1,20})[^\s[]{1,300}/gi, '$1[name]'],
  [/(RSOP data for )\S{1,80}( on )[\w.-]{1,63}/gi, '$1[name]$2[name]'],
  // who wrote, in what is copied from a chat
  [/((?<![A-Za-z0-9)\]:.] ?)\[[0-9][0-9:/., -]{2,20}(?:[AP]M)?\] ?)[^\r\n:[]{1,60}(?=:|\r?$)/gimu, '$1[name]'],
  [/^[ \t>|]{0,8}\p{L}[\p{L} .]{1,30}(?= [0-9]{1,2}:[0-9]{2}(?: [AP]M)?\r?$)/gmu, '[name]'],
  // the head of a mail, and who signs it
  [/^([ \t>|*]{0,8}(?:From|To|Cc|差出人|送信者|宛先)\*?[:：][ \t]{0,8})(?!\[)[^\r\n0-9]{2,80}(?=\r?$)/gim, '$1[name]'],
  [/((?:regards|sincerely|cheers),?[ \t]{0,4}(?:\r?\n[ \t>|]{0,8}){1,2})[A-Z]\p{L}{1,20}(?: [A-Z]\p{L}{1,20}){0,2}(?=[ \t]{0,4}\r?$)/gmu, '$1[name]'],
  // the machine in a table of Get-HotFix, and who installed it
  [
    /(^[ \t]{0,20}|[ \t](?![a-z-]{1,20} ))[A-Z0-9][A-Z0-9-]{1,62}(?=[ \t]{1,20}(?:Security Update|Update|Hotfix)[ \t]{0,20}\s[ \t>|]{0,20}KB[0-9])/gim,
    '$1[name]',
  ],
  [/(?<![\\\w:.%-])(?:[A-Z0-9][A-Z0-9-]{1,14}|AzureAD)\\[A-Za-z][\w.-]{0,40}(?![\\\w])/g, '[name]'],
  [/^[ \t>|]{0,20}[\w-]{1,15}\\[\w.-]{1,40}[ \t]{0,20}\r?$/gm, '[name]'],
  [/(?<![:\w\\])\\\\(?![?.]\\)[\w.-]{1,63}(?:\\[^\s\\/:*?"<>|]{1,64}){0,8}/g, '\\\\[name]'],
  [/(?<![\w-])(?:DESKTOP|LAPTOP|WIN)-[A-Z0-9]{5,12}(?![\w-])/gi, '[name]'],
  [/^(?:[>|] ?){0,4}(\S{0,40}\) ?)?[\w.-]{1,40}@[\w.-]{1,60}(?=[ :]\S{1,60} ?[%$#](?: |$))/gm, '[name]'],
  [/(?<![\w.%+-])[\w.%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/gi, '[email]'],
  [new RegExp(`(?<!${HEX})${[8, 4, 4, 4, 12].map(hex).join(`${TORN}-${TORN}`)}(?!${HEX})`, 'gi'), '[id]'],
  [/(?<![\w-])S-1-[0-9]{1,3}(?:\s{0,4}-\s{0,4}[0-9]{1,12}){1,14}/g, '[id]'],
  [/(?<![\w-])[0-9]{5}-[0-9]{5}-[0-9]{5}-[A-Z0-9]{5}(?![\w-])/g, '[id]'],
  // keys of Windows and of BitLocker, tokens, passwords in addresses
  [/(?<![\w-])(?:[A-Z0-9]{5}-){4}[A-Z0-9]{5}(?![\w-])/g, '[id]'],
  [/(?<![\w-])(?:[0-9]{6}-){7}[0-9]{6}(?![\w-])/g, '[id]'],
  [/(?<![\w-])eyJ[\w-]{10,2000}(?:\.[\w-]{4,4000}){0,2}/g, '[id]'],
  [/((?:Proxy-)?Authorization: ?(?:Basic|Bearer|NTLM|Negotiate) )[\w+/=.~-]{4,2000}/gi, '$1[id]'],
  [/((?:https?|ftp):\/\/)[^\s/@:[\]]{1,64}:[^\s/@[\]]{1,64}@/gi, '$1[name]@'],
  [/(?<![A-Za-z])(?:CN|OU)=[^,=\r\n]{1,64}(?=,(?:CN|OU|DC)=)/g, '[name]'],
  [/(?<![A-Za-z])DC=[\w-]{1,64}/g, '[name]'],
  [
    /(?<=\s)(UserName|DisplayName|RegisteredOwner|RegisteredOrganization|ComputerName|Hostname|NV Hostname|Domain|DefaultUserName|LastLoggedOnUser|LastLoggedOnDisplayName|SerialNumber|SystemSerialNumber)(\s{1,12}REG_(?:EXPAND_)?SZ\s{1,12})(?!\[)[^\r\n]{1,120}/gi,
    '$1$2[name]',
  ],
  // what whoami and hostname answer
  [
    /((?:>|[$%#] ) ?(?:hostname|whoami(?: \/upn)?|echo %(?:USERNAME|COMPUTERNAME|USERDOMAIN)%|\$env:(?:USERNAME|COMPUTERNAME|USERDOMAIN))[ \t]{0,8}(?:\r?\n[ \t>|]{0,20}){1,2})[^\s[]{2,80}/gi,
    '$1[name]',
  ],
  [new RegExp(`(?<!${HEX})(?:${HEX}{2}${TORN}[:-]${TORN}){5}${HEX}{2}(?![0-9a-f:-])`, 'gi'), '[address]'],
  [new RegExp(`(?<![0-9.])(?!0\\.0\\.0\\.0(?![0-9])|127\\.)(?:${OCTET}${TORN}\\.${TORN}){3}${OCTET}(?![0-9.])`, 'g'), '[address]'],
  [new RegExp(`(?<![0-9a-f:])(?:${HEX}{1,4}${TORN}:${TORN}){7}${HEX}{1,4}(?![0-9a-f:])`, 'gi'), '[address]'],
  [
    new RegExp(`(?<![0-9a-f:])(?:${HEX}{1,4}${TORN}:${TORN}){1,6}:${TORN}(?:${HEX}{1,4}${TORN}:${TORN}){0,5}${HEX}{1,4}(?![0-9a-f:])`, 'gi'),
    '[address]',
  ],
  [
    new RegExp(
      `([a-z]:${TORN}\\\\${TORN}${torn('users')}${TORN}\\\\{1,2}${TORN})(?!\\[)${IN_PATH}{1,64}(?:[ \\t]{0,4}\\r?\\n[ \\t>|]{0,20}(?!HK)${IN_PATH}{1,64}(?=\\\\))?`,
      'gi',
    ),
    '$1[name]',
  ],
  [new RegExp(`(${torn('OneDrive')}${GAP}[-–]${GAP})(?!\\[)${IN_PATH}{1,64}(?:${TORN}${IN_PATH}{1,64})?(?=\\\\)`, 'g'), '$1[name]'],
  [/(\/(?:Users|home)\/)[^\\/:*?"<>|\s]{1,64}/g, '$1[name]'],
  [/(?<![\w.-])[a-z0-9-]{1,63}(?=(?:-my)?\.(?:sharepoint|onmicrosoft)\.(?:com|us|de|cn)(?![\w-]))/gi, '[name]'],
  [/(?<![\w.@-])(?:[a-z0-9-]{1,63}\.){1,6}(?:local|lan|internal|intra|corp)(?![\w.-])/gi, '[name]'],
  // what a sentence names
  [
    /(?<![A-Za-z0-9])((?:user ?name|log ?in|device name|computer name|host ?name|machine name|serial number|serial|service tag|asset tag|ユーザー名|ユーザー ?ID|デバイス名|コンピューター名|ホスト名|PC ?名|端末名|シリアル番号|製造番号)(?: ?is ?| ?は ?|[ \t\u3000]{1,20}|[:：=「] ?))(?=[\w\\]{0,40}[0-9._\\-])(?!\[|0x|REG_)[A-Za-z0-9][\w.\\-]{2,60}/gi,
    '$1[name]',
  ],
  [/((?:ユーザー名|氏名|名前)(?:は|[ \t\u3000]{1,20}|「))\p{Script=Han}{2,6}(?=です|と申し|[。、」\s（(]|$)/gu, '$1[name]'],
  [
    /((?:System Name|User Name|Host Name|システム名|ユーザー名|ホスト名)(?:[ \t]{0,20}\t[ \t]{0,20}| {2,20}))(?!\[)[\p{L}\p{N}][\p{L}\p{N}_.\\-]{1,63}/giu,
    '$1[name]',
  ],
  [
    /((?<![A-Za-z])(?:user(?: account)?|account|tenant|device|computer)|(?:ユーザー|アカウント|テナント|デバイス)(?: アカウント)?)( ?['’「])(?!\[)[^'’」\r\n]{1,80}(?=['’」])/gi,
    '$1$2[name]',
  ],
  [/((?<![A-Za-z])(?:Computer|Machine|PC|Host|端末|コンピューター|パソコン)[:：] ?)[A-Za-z]\w{0,14}-[\w-]{0,14}[0-9][\w-]{0,14}/gi, '$1[name]'],
  [/((?:^|\n)[ \t>|]{0,20}SerialNumber[ \t]{0,40}(?:\r?\n[ \t>|]{0,20}){1,2})[\w-]{4,40}/g, '$1[id]'],
  [/(?<![\w-])[0-9a-f]{32}(?![\w-])/gi, '[id]'],
  [/(?<![\w.])[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}(?![\w.])/gi, '[address]'],
  [/(\scid\s{1,12}REG_SZ\s{1,12})[0-9a-f]{16}/gi, '$1[id]'],
  [/^([ \t>|]{0,8})[\w.-]{1,40}(?=[ \t]{1,30}(?:console|rdp-\S{1,20})[ \t]{1,30}[0-9]{1,4}[ \t])/gim, '$1[name]'],
  [/(?<![\w.%+-])[\w.+-]{1,64}%40[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/gi, '[email]'],
  [/(?<![\w.$-])[\w.$-]{1,64} @ [a-z][a-z0-9-]{0,62}(?:\.[a-z][a-z0-9-]{0,62}){1,8}/gi, '[email]'],
  [/(\/(?:personal|sites|teams)\/)[^/\s?#[]{1,120}/gi, '$1[name]'],
  [/(OneDrive(?: |%20)?[-–](?: |%20)?)[^\\/\s[]{1,64}(?=[\\/])/g, '$1[name]'],
  [/(?<![\w+-])(?:0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}|\+[0-9]{1,3}[ -]?\(?[0-9]{1,4}\)?(?:[ -][0-9]{2,4}){2,3})(?![\w-])/g, '[phone]'],
  // servers of an organisation; two words with a point may be anybody's
  [
    new RegExp(
      `(?<![\\w.@/\\\\=-])(?!www\\.)${OURS}(?:\\*\\.)?[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,5}\\.(?:com|net|org|jp|de|fr|uk|eu|io|edu|gov|example|test)(?![\\w-])`,
      'g',
    ),
    '[name]',
  ],
  // the rest of a name that a chat has broken
  [
    new RegExp(
      `((?:\\[name\\]|${BEGIN}(?:Domain|ドメイン|Server|サーバー)${COLON}[\\w-]{1,63}\\.?|can't\\s{1,4}find| が|${BEGIN}(?:プロキシ|バイパス一覧)[^:]{0,10}:)[ \\t]{0,8}\\r?\\n[ \\t>|]{0,60})(?!0x|[0-9.]{3,20}(?:\\s|$))${OURS}[\\w*-]{0,63}(?:[.\\\\@][\\w-]{1,63}){1,6}`,
      'gi',
    ),
    '$1[name]',
  ],
];
