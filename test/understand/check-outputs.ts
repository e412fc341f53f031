/** What the blocks of knowledge/diagnostics.yaml print, on Windows in English and in Japanese and on a Mac. Names and numbers are invented. */

const lines = (...all: readonly string[]) => all.join('\n');

const PROXY = {
  en: {
    title: 'Current WinHTTP proxy settings:',
    direct: '    Direct access (no proxy server).',
    missing: 'ERROR: The system was unable to find the specified registry key or value.',
  },
  ja: {
    title: '現在の WinHTTP プロキシ設定:',
    direct: '    直接アクセス (プロキシ サーバーなし)。',
    missing: 'エラー: 指定されたレジストリ キーまたは値が見つかりませんでした。',
  },
} as const;

const NAMED = {
  en: lines('    Proxy Server(s) :  proxy01.fabrikam.example:8080', '    Bypass List     :  <local>'),
  ja: lines('    プロキシ サーバー:   proxy01.fabrikam.example:8080', '    バイパス一覧     :   <local>'),
} as const;

const lookup = {
  en: (name: string, address: string) =>
    lines(
      'Server:  DC07.corp.fabrikam.example',
      'Address:  192.168.44.17',
      '',
      'Non-authoritative answer:',
      `Name:    ${name}`,
      `Address:  ${address}`,
      '',
    ),
  ja: (name: string, address: string) =>
    lines('サーバー:  DC07.corp.fabrikam.example', 'Address:  192.168.44.17', '', '権限のない回答:', `名前:    ${name}`, `Address:  ${address}`, ''),
} as const;

/** How the device of somebody is. */
export interface Device {
  readonly name: string;
  readonly version: string;
  readonly isAdministrator: boolean;
  readonly isInDomain: boolean;
  readonly join?: readonly [entra: string, domain: string, workplace: string];
  readonly isDisabled?: boolean;
  readonly hasProxy?: boolean;
  readonly protocols?: string;
  readonly suites?: readonly string[];
  readonly isOffline?: boolean;
  readonly live?: string;
  readonly hosts?: string;
}

export const MODERN: Device = {
  name: 'Microsoft Windows 10 Pro',
  version: '10.0.19045',
  isAdministrator: false,
  isInDomain: true,
  join: ['YES', 'YES', 'NO'],
  suites: ['TLS_AES_256_GCM_SHA384', 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', 'TLS_RSA_WITH_AES_256_CBC_SHA'],
};

export const OLDER: Device = { name: 'Microsoft Windows 7 Professional ', version: '6.1.7601', isAdministrator: true, isInDomain: false };

/** The output of a block on Windows, as it is when the windows does not repeat the commands. */
export function windowsOutput(language: 'en' | 'ja', device: Device): string {
  const words = PROXY[language];
  const value =
    device.protocols === undefined
      ? words.missing
      : lines(
          '',
          'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp',
          `    DefaultSecureProtocols    REG_DWORD    ${device.protocols}`,
          '',
        );
  const [entra, domain, workplace] = device.join ?? [];
  const status = device.isDisabled === true ? 'FAILED. Device is either disabled or deleted' : 'SUCCESS';
  const joined = [
    '--- Join',
    `             AzureAdJoined : ${entra}`,
    `              DomainJoined : ${domain}`,
    ...(entra === 'YES' ? [`          DeviceAuthStatus : ${status}`] : []),
    `           WorkplaceJoined : ${workplace}`,
  ];
  const offline = lines(
    'Exception calling "GetResponse" with "0" argument(s): "Unable to connect to the remote server"',
    'At line:1 char:1',
    '+ "Kiku other sites: " + [int][Net.WebRequest]::Create("http://example.com" ...',
    '    + CategoryInfo          : NotSpecified: (:) [], MethodInvocationException',
    '    + FullyQualifiedErrorId : WebException',
  );
  return lines(
    '--- Windows',
    `OS Name: ${device.name}`,
    `OS Version: ${device.version}`,
    `Kiku administrator: ${device.isAdministrator ? 'True' : 'False'}`,
    `Kiku domain: ${device.isInDomain ? 'True' : 'False'}`,
    ...(device.join === undefined ? [] : joined),
    '--- Proxy',
    '',
    words.title,
    '',
    device.hasProxy === true ? NAMED[language] : words.direct,
    '',
    '--- reg query /v DefaultSecureProtocols',
    value,
    ...(device.suites === undefined ? [] : ['--- Cipher suites', ...device.suites]),
    '--- Network',
    device.isOffline === true ? offline : 'Kiku other sites: 200',
    lookup[language]('login.microsoftonline.com', '20.190.151.7'),
    lookup[language]('g.live.com', device.live ?? '13.107.42.12'),
    '--- Hosts',
    ...(device.hosts === undefined ? [] : [device.hosts]),
    '--- OneDrive',
    '24.201.1006.0005',
    '--- End',
  );
}

/** The same as the window shows it when every line is typed at its prompt. */
export function withPrompts(output: string): string {
  const typed = output.split('\n').flatMap((line) => (line.startsWith('--- ') ? [`PS C:\\> '${line}'`, line] : [line]));
  return lines(
    'Windows PowerShell',
    'Copyright (C) Microsoft Corporation. All rights reserved.',
    '',
    'PS C:\\Users\\kondo.e> cd \\',
    ...typed,
    'PS C:\\>',
  );
}

export const MAC_OUTPUT = lines(
  '--- Mac',
  'ProductName:\t\tmacOS',
  'ProductVersion:\t\t14.6.1',
  'BuildVersion:\t\t23G93',
  'Enrolled via DEP: No',
  'MDM enrollment: Yes (User Approved)',
  'MDM server: https://mdm.fabrikam.example/mdm',
  '--- Proxy',
  '<dictionary> {',
  '  HTTPEnable : 0',
  '  HTTPSEnable : 0',
  '  ProxyAutoConfigEnable : 0',
  '}',
  '--- Network',
  'Kiku other sites: 200',
  'Server:\t\t192.168.44.17',
  'Address:\t192.168.44.17#53',
  '',
  'Non-authoritative answer:',
  'Name:\tlogin.microsoftonline.com',
  'Address: 20.190.151.7',
  '',
  'Connection to login.microsoftonline.com port 443 [tcp/https] succeeded!',
  '--- Hosts',
  '--- End',
);
