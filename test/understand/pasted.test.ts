import { describe, expect, it } from '@jest/globals';
import { maskIdentifiers } from '../../src/understand/mask.ts';
import { read } from './lexicon.ts';

const facts = (text: string) => Object.fromEntries(Object.entries(read(text).facts).map(([name, known]) => [name, known.values.join()]));

describe('pasted output', () => {
  it.each([
    ['Microsoft Windows [Version 10.0.19045.3803]\n(c) Microsoft Corporation. All rights reserved.\n\nC:\\Users\\anna>', { os: 'windows-10' }],
    ['Microsoft Windows [Version 10.0.26100.1]', { os: 'windows-11' }],
    ['Microsoft Windows\nVersion 23H2 (OS Build 22631.2861)\n© Microsoft Corporation. All rights reserved.', { os: 'windows-11' }],
    ['バージョン 22H2 (OS ビルド 19045.3803)', { os: 'windows-10' }],
    [
      'Host Name:      PC-17\nOS Name:        Microsoft Windows 7 Professional\nOS Version:     6.1.7601 Service Pack 1 Build 7601\nDomain:   office.example',
      { os: 'windows-7-sp1' },
    ],
    ['OS 名:                 Microsoft Windows 11 Pro\nOS バージョン:         10.0.22631 N/A ビルド 22631', { os: 'windows-11' }],
    ['OS Name:        Microsoft Windows Server 2012 R2 Standard\nOS Version:     6.3.9600 N/A Build 9600', { os: 'server-2012-r2' }],
    ['Current WinHTTP proxy settings:\n\n    Direct access (no proxy server).', { proxy: 'none' }],
    ['現在の WinHTTP プロキシ設定:\n\n    直接アクセス (プロキシ サーバーなし)。', { proxy: 'none' }],
    ['Current WinHTTP proxy settings:\n    Proxy Server(s) :  proxy.example:8080\n    Bypass List     :  (none)', { proxy: 'present' }],
    ['AzureAdJoined : YES\nEnterpriseJoined : NO\nDomainJoined : YES', { join: 'hybrid' }],
    [
      '             AzureAdJoined : YES\n              DomainJoined : NO\n          DeviceAuthStatus : SUCCESS',
      { join: 'entra', 'device-auth': 'success' },
    ],
    ['AzureAdJoined : NO\nDomainJoined : NO\nWorkplaceJoined : YES', { join: 'registered' }],
    ['AzureAdJoined : NO\nDomainJoined : YES\nWorkplaceJoined : NO', { join: 'domain' }],
    ['AzureAdJoined : NO\nDomainJoined : NO\nWorkplaceJoined : NO', { join: 'none' }],
    ['AzureAdJoined : NO\nDomainJoined : YES', {}],
    ['AzureAdJoined : YES', {}],
    ['DeviceAuthStatus : FAILED. Device is either disabled or deleted', { 'device-auth': 'disabled' }],
    ['    DefaultSecureProtocols    REG_DWORD    0xa00', { 'default-secure-protocols': '0xa00' }],
    ['    DefaultSecureProtocols    REG_DWORD    0x00000A80', { 'default-secure-protocols': '0xa80' }],
    [
      'C:\\>reg query "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp" /v DefaultSecureProtocols\nERROR: The system was unable to find the specified registry key or value.',
      { 'default-secure-protocols': 'absent' },
    ],
    ['TLS_AES_256_GCM_SHA384\nTLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256\nTLS_RSA_WITH_AES_128_CBC_SHA', { ciphers: 'ok' }],
    ['TLS_RSA_WITH_AES_256_CBC_SHA\nTLS_RSA_WITH_AES_128_CBC_SHA\nTLS_RSA_WITH_3DES_EDE_CBC_SHA', { ciphers: 'missing' }],
    ['TLS_RSA_WITH_AES_256_CBC_SHA', {}],
    ['Major  Minor  Build  Revision\n-----  -----  -----  --------\n10     0      22631  0', { os: 'windows-11' }],
    ['    CurrentBuild    REG_SZ    19045', { os: 'windows-10' }],
    [
      '現在の WinHTTP 高度なプロキシ設定:\n\n{\n    "Proxy": "",\n    "ProxyBypass": "",\n    "AutoconfigUrl": "",\n    "AutoDetect": false\n}',
      { proxy: 'none' },
    ],
    ['Invoke-WebRequest: Response status code does not indicate success: 407 (Proxy Authentication Required).', { proxy: 'authenticated' }],
    ['curl: (56) Received HTTP code 407 from proxy after CONNECT', { proxy: 'authenticated' }],
    ['curl: (35) schannel: next InitializeSecurityContext failed: SEC_E_ILLEGAL_MESSAGE (0x80090326)', {}],
    [
      'Name            Type TTL Section IPAddress\n----            ---- --- ------- ---------\nlogin.live.com  A    60  Answer  0.0.0.0',
      { filter: 'yes' },
    ],
    ['login.live.com has address 127.0.0.1', { filter: 'yes' }],
    ['127.0.0.1 localhost\n0.0.0.0 ads.example.com', {}],
    ['Default Server:  login.microsoftonline.com\nAddress:  127.0.0.1', {}],
    ['DeviceAuthStatus : FAILED. ERROR', {}],
    ['The server is a Windows Server 2012.\nMicrosoft Windows [Version 6.2.9200]', { os: 'server-2012' }],
    ['発行先\n  共通名 (CN)  *.sharepoint.com\n発行元\n  共通名 (CN)  Microsoft Azure RSA TLS Issuing CA 03', {}],
    ['Client ErrorCode : 0x0', {}],
    [
      'reg add "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp" /v DefaultSecureProtocols /t REG_DWORD /d 0xA00 /f',
      {},
    ],
  ])('reads %j', (text, expected) => {
    expect(facts(text)).toEqual(expected);
  });

  it('still reads what the person wrote around it', () => {
    expect(facts('OneDrive gives 0x8004de40, here is the output\nAzureAdJoined : YES\nDomainJoined : NO')).toEqual({
      code: '0x8004de40',
      product: 'onedrive',
      join: 'entra',
    });
  });

  it('puts a sign-in error beside the code that the person wrote', () => {
    expect(facts('OneDrive 0x8004de40\nServer Error Description : AADSTS50155: Device authentication failed')).toEqual({
      code: '0x8004de40,aadsts50155',
      product: 'onedrive',
    });
  });

  it.each([
    ['Product: OneDrive\nOS: Windows 11\nError: 0x8004de40', { product: 'onedrive', os: 'windows-11', code: '0x8004de40' }],
    ['Version: Windows 10 22H2', { os: 'windows-10' }],
    ['Description: OneDrive asks for the password again and again', { product: 'onedrive', symptom: 'sign-in-loop' }],
  ])('does not take a form that the person filled in for output: %j', (text, expected) => {
    expect(facts(text)).toMatchObject(expected);
  });

  it('names the line as the source', () => {
    expect(read('  DeviceAuthStatus : SUCCESS').facts['device-auth']?.source).toEqual({ kind: 'pasted', line: 'DeviceAuthStatus : SUCCESS' });
  });
});

describe('masking', () => {
  it.each([
    ['anna.b@example.co.jp wrote', '[email] wrote'],
    ['DeviceId : 0f8fad5b-d9cb-469f-a165-70867728950e', 'DeviceId : [id]'],
    ['Thumbprint : 9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B', 'Thumbprint : [thumbprint]'],
    ['from 192.168.0.17', 'from [address]'],
    ['at fe80::1ff:fe23:4567:890a now', 'at [address] now'],
    ['C:\\Users\\anna\\OneDrive', 'C:\\Users\\[name]\\OneDrive'],
    ['C:\\Users\\anna>nslookup contoso-my.sharepoint.com', 'C:\\Users\\[name]>nslookup [name].sharepoint.com'],
    ['RSOP data for CORP\\anna on PC-17 : Logging Mode', 'RSOP data for [name] on [name] : Logging Mode'],
    ['anna@MacBook-Air ~ % sw_vers', '[name] ~ % sw_vers'],
    ['Serial Number (system): C02XK1ZTJG5J', 'Serial Number (system): [id]'],
    ['Name:    login.live.com\\nAddress:  0.0.0.0', 'Name:    login.live.com\\nAddress:  0.0.0.0'],
    ['Server: Exchange 2016 on Windows Server 2012 R2', 'Server: Exchange 2016 on Windows Server 2012 R2'],
    ['HKLM\\SOFTWARE\\Microsoft', 'HKLM\\SOFTWARE\\Microsoft'],
    ['S-1-5-21-3623811015-3361044348-30300820-1013', '[id]'],
    ['0x8004de40 on 10.0.19045 at 10:15:30', '0x8004de40 on 10.0.19045 at 10:15:30'],
  ])('turns %j into %j', (text, masked) => {
    expect(maskIdentifiers(text)).toBe(masked);
  });
});
