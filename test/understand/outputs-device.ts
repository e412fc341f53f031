import { lines } from './damage.ts';

const yes = (is: boolean) => (is ? 'YES' : 'NO');
const RULE = '+----------------------------------------------------------------------+';
const title = (name: string) => [RULE, `| ${name.padEnd(68)} |`, RULE, ''];

/** `dsregcmd /status`; it prints English everywhere. */
export function dsregcmd(
  state: { readonly entra: boolean; readonly domain: boolean; readonly workplace: boolean },
  more: { readonly auth?: string; readonly prt?: boolean; readonly server?: readonly [string, string] } = {},
): string {
  return lines(
    '',
    ...title('Device State'),
    `             AzureAdJoined : ${yes(state.entra)}`,
    '          EnterpriseJoined : NO',
    `              DomainJoined : ${yes(state.domain)}`,
    ...(state.domain ? ['                DomainName : FABRIKAM'] : []),
    '               Device Name : PC-A0917.corp.fabrikam.example',
    '',
    ...(state.entra ? details(more.auth) : []),
    ...title('User State'),
    '                    NgcSet : NO',
    `           WorkplaceJoined : ${yes(state.workplace)}`,
    '             WamDefaultSet : YES',
    '       WamDefaultAuthority : organizations',
    '',
    ...title('SSO State'),
    `                AzureAdPrt : ${yes(more.prt ?? state.entra)}`,
    ...(more.server === undefined
      ? ['       AzureAdPrtAuthority : https://login.microsoftonline.com/7aa31b02-91d4-4f0e-bb3c-0d5e6f708192']
      : attempt(...more.server)),
    '             EnterprisePrt : NO',
    '',
    ...title('Diagnostic Data'),
    '        AadRecoveryEnabled : NO',
    '    Executing Account Name : FABRIKAM\\kondo.e, e.kondo@fabrikam.example',
    '               KeySignTest : PASSED',
  );
}

function details(auth: string | undefined): readonly string[] {
  return [
    ...title('Device Details'),
    '                  DeviceId : 5f1c2d3e-0b4a-4c6d-8e9f-a1b2c3d4e5f6',
    '                Thumbprint : A94A8FE5CCB19BA61C4C0873D391E987982FBBD3',
    ' DeviceCertificateValidity : [ 2024-03-05 01:12:44.000 UTC -- 2034-03-05 01:42:44.000 UTC ]',
    '            KeyContainerId : c0ffee00-1234-4abc-9def-001122334455',
    '               KeyProvider : Microsoft Platform Crypto Provider',
    '              TpmProtected : YES',
    ...(auth === undefined ? [] : [`          DeviceAuthStatus : ${auth}`]),
    '',
    ...title('Tenant Details'),
    '                TenantName : Fabrikam Trading',
    '                  TenantId : 7aa31b02-91d4-4f0e-bb3c-0d5e6f708192',
    '               AuthCodeUrl : https://login.microsoftonline.com/7aa31b02-91d4-4f0e-bb3c-0d5e6f708192/oauth2/authorize',
    '                    MdmUrl : https://enrollment.manage.microsoft.com/enrollmentserver/discovery.svc',
    '',
  ];
}

function attempt(code: string, description: string): readonly string[] {
  return [
    '     AcquirePrtDiagnostics : PRESENT',
    '      Previous Prt Attempt : 2026-11-20 06:12:09.000 UTC',
    '            Attempt Status : 0xc000006d',
    '             User Identity : e.kondo@fabrikam.example',
    '           Credential Type : Password',
    '            Correlation ID : 5f1c2d3e-0b4a-4c6d-8e9f-a1b2c3d4e5f6',
    `         Server Error Code : ${code}`,
    `  Server Error Description : ${description}`,
  ];
}

export const HYBRID = { entra: true, domain: true, workplace: false };
export const ENTRA = { entra: true, domain: false, workplace: false };
export const DOMAIN = { entra: false, domain: true, workplace: false };
export const REGISTERED = { entra: false, domain: false, workplace: true };
export const ALONE = { entra: false, domain: false, workplace: false };

const WINHTTP = 'Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp';
const SCHANNEL = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2';
export const regQuery = (wow: boolean) => `reg query "HKLM\\SOFTWARE\\${wow ? 'Wow6432Node\\' : ''}${WINHTTP}" /v DefaultSecureProtocols`;
export const regValue = (value: string, wow = false) =>
  lines('', `HKEY_LOCAL_MACHINE\\SOFTWARE\\${wow ? 'Wow6432Node\\' : ''}${WINHTTP}`, `    DefaultSecureProtocols    REG_DWORD    ${value}`, '');
export const schannel = (enabled: string, off: string, side = 'Client') =>
  lines('', SCHANNEL, '', `${SCHANNEL}\\${side}`, `    DisabledByDefault    REG_DWORD    ${off}`, `    Enabled    REG_DWORD    ${enabled}`, '');

export const SUITES = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_AES_128_GCM_SHA256',
  'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
  'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
  'TLS_RSA_WITH_AES_256_CBC_SHA',
];
export const POOR_SUITES = [
  'TLS_RSA_WITH_AES_256_CBC_SHA256',
  'TLS_RSA_WITH_AES_128_CBC_SHA256',
  'TLS_RSA_WITH_AES_256_CBC_SHA',
  'TLS_DHE_RSA_WITH_AES_256_GCM_SHA384',
];
const COLUMNS = [
  'KeyType Certificate MaximumExchangeLength MinimumExchangeLength Exchange HashLength Hash CipherBlockLength CipherLength BaseCipherSuite CipherSuite Cipher Name',
  '------- ----------- --------------------- --------------------- -------- ---------- ---- ----------------- ------------ --------------- ----------- ------ ----',
];
export const suiteTable = (suites: readonly string[]) =>
  lines(
    ...COLUMNS,
    ...suites.map(
      (name) =>
        `0       RSA         65536                 0                     ECDH     0               16                256          49200           49200       AES    ${name}`,
    ),
  );
export const suiteList = (suites: readonly string[]) =>
  lines(
    ...suites.flatMap((name, index) => [
      'KeyType               : 0',
      'Certificate           : RSA',
      'MaximumExchangeLength : 65536',
      'MinimumExchangeLength : 0',
      'Exchange              : ECDH',
      'HashLength            : 0',
      'Hash                  :',
      'CipherBlockLength     : 16',
      `CipherLength          : ${index % 2 === 0 ? 256 : 128}`,
      'BaseCipherSuite       : 49200',
      'CipherSuite           : 49200',
      'Cipher                : AES',
      `Name                  : ${name}`,
      'Protocols             : {771, 65277}',
      '',
    ]),
  );
