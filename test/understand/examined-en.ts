import type { Labelled } from './messages.ts';

/** Messages in English, written and labelled before Kiku had read any of them; four labels were corrected after, and the word lists were mended with them. */
export const examinedEnglish: readonly Labelled[] = [
  {
    text: 'onedrive stoped working this mornig, 0x8004de40, its my own Windows 7 SP1 PC and im admin on it',
    facts: { code: ['0x8004de40'], product: 'onedrive', os: ['windows-7-sp1'], device: 'personal', rights: 'admin' },
  },
  {
    text: 'Only I have it, everybody else in the team is fine. OneDrive on Win 11 says 0x8004de88',
    facts: { affected: 'only-me', product: 'onedrive', os: ['windows-11'], code: ['0x8004de88'] },
  },
  {
    text: 'It happens only when VPN is connected. OneDrive, Windows 10, company laptop, code 8004de40.',
    facts: { network: 'vpn', product: 'onedrive', os: ['windows-10'], device: 'managed', code: ['0x8004de40'] },
  },
  {
    text: 'Not on VPN, just sitting at home with my private laptop (windows 11 home). OneDrive cant connect',
    facts: { network: 'elsewhere', device: 'personal', os: ['windows-11'], product: 'onedrive', symptom: 'cannot-connect' },
  },
  {
    text: 'There was a problem connecting to OneDrive. Check your Internet connection, and then try again. (Error code: 0x8004de40)',
    facts: { product: 'onedrive', symptom: 'cannot-connect', code: ['0x8004de40'] },
  },
  {
    text: 'Login was either interrupted or unsuccessful. Please try logging in again. (Error Code: 0x8004de40)',
    facts: { symptom: 'cannot-connect', code: ['0x8004de40'] },
  },
  { text: "We can't sign into your account, please try again later 0x8004de88", facts: { symptom: 'cannot-connect', code: ['0x8004de88'] } },
  {
    text: 'no error number, onedrive just sits there "sync pending" with the blue arrows since monday',
    facts: { code: ['none'], product: 'onedrive', symptom: 'sync-pending' },
  },
  {
    text: "I don't know which windows it is. OneDrive gives me 0x8004de40 and onedrive.com opens fine in Edge",
    facts: { os: ['unknown'], product: 'onedrive', code: ['0x8004de40'], web: 'works' },
  },
  {
    text: 'Whole floor is down, nobody in the Leeds office can get OneDrive to connect, 0x8004de40',
    facts: { affected: 'others-same-network', product: 'onedrive', symptom: 'cannot-connect', code: ['0x8004de40'] },
  },
  {
    text: 'my collegue next to me has the exact same error, we are both plugged in at the office. 0x8004DE40',
    facts: { affected: 'others-same-network', network: 'office', code: ['0x8004de40'] },
  },
  { text: 'Two other people also get 8004de40 but they work from other places', facts: { affected: 'others', code: ['0x8004de40'] } },
  {
    text: "it's happening for both my work account and my personal account on the same PC, onedrive 0x8004de40",
    facts: { affected: 'several-accounts', product: 'onedrive', code: ['0x8004de40'] },
  },
  { text: 'sorry, I meant Windows 11 not Windows 10', facts: { os: ['windows-11'] } },
  { text: "Correction: I'm not in the office today, I'm working from home.", facts: { network: 'elsewhere' } },
  {
    text: "it's a windows 10... no wait, windows 11. OneDrive error 0x8004de40",
    facts: { os: ['windows-11'], product: 'onedrive', code: ['0x8004de40'] },
  },
  {
    text: 'Changed my pasword on friday and since then onedrive asks me to sign in over and over',
    facts: { changed: 'password', product: 'onedrive', symptom: 'sign-in-loop' },
  },
  {
    text: 'We uninstalled the old Cisco VPN client yesterday, now OneDrive says 0x8004de40 on my Windows 10 work laptop',
    facts: { changed: 'vpn', product: 'onedrive', code: ['0x8004de40'], os: ['windows-10'], device: 'managed' },
  },
  {
    text: 'Since the windows update last night OneDrive wont connect. Nothing else changed.',
    facts: { changed: 'update', product: 'onedrive', symptom: 'cannot-connect' },
  },
  {
    text: 'nothing has changed as far as i know. mac, onedrive, cant connect, browser version works',
    facts: { changed: 'nothing', os: ['macos'], product: 'onedrive', symptom: 'cannot-connect', web: 'works' },
  },
  {
    text: 'I got a new laptop last week and OneDrive has never connected on it: 0x8004de40, Windows 11 Pro, Entra joined',
    facts: { symptom: 'cannot-connect', changed: 'new-device', product: 'onedrive', code: ['0x8004de40'], os: ['windows-11'], join: 'entra' },
  },
  { text: 'I do not have admin rights on this machine.', facts: { rights: 'no-admin' } },
  {
    text: "I'm local admin here, so I can change whatever. Server 2012, OneDrive, 0x8004de40",
    facts: { rights: 'admin', os: ['server-2012'], product: 'onedrive', code: ['0x8004de40'] },
  },
  {
    text: 'The web version doesnt load either, but google and the news sites open ok. onedrive 0x8004de40 win10',
    facts: { web: 'fails', internet: 'works', product: 'onedrive', code: ['0x8004de40'], os: ['windows-10'] },
  },
  {
    text: 'no internet at all, cant open any website, onedrive says 0x8004de40',
    facts: { internet: 'fails', product: 'onedrive', code: ['0x8004de40'] },
  },
  { text: 'Everything is in the cloud, I have nothing waiting to upload and I have a backup of all my files', facts: { files: 'safe' } },
  { text: 'Some files have the cloud icon, I never downloaded them', facts: { files: 'online-only' } },
  { text: "I have about 30 documents that haven't uploaded yet, please don't delete them", facts: { files: 'pending-upload' } },
  {
    text: 'dsregcmd /status\nAzureAdJoined : YES\nEnterpriseJoined : NO\nDomainJoined : YES\nDeviceAuthStatus : SUCCESS',
    facts: { join: 'hybrid', 'device-auth': 'success' },
  },
  {
    text: 'AzureAdJoined : NO\n          EnterpriseJoined : NO\n              DomainJoined : NO\n             WorkplaceJoined : YES',
    facts: { join: 'registered' },
  },
  { text: 'DeviceAuthStatus : FAILED. Device is either disabled or deleted', facts: { 'device-auth': 'disabled' } },
  {
    text: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp\n    DefaultSecureProtocols    REG_DWORD    0xa00',
    facts: { 'default-secure-protocols': '0xa00' },
  },
  {
    text: 'ERROR: The system was unable to find the specified registry key or value.\nC:\\>reg query "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp" /v DefaultSecureProtocols',
    facts: { 'default-secure-protocols': 'absent' },
  },
  { text: 'Microsoft Windows [Version 10.0.22631.4317]\n(c) Microsoft Corporation. All rights reserved.', facts: { os: ['windows-11'] } },
  { text: 'Microsoft Windows [Version 6.1.7601]', facts: { os: ['windows-7-sp1'] } },
  {
    text: 'OS Name:                   Microsoft Windows 10 Enterprise\nOS Version:                10.0.19045 N/A Build 19045',
    facts: { os: ['windows-10'] },
  },
  { text: 'Current WinHTTP proxy settings:\n    Direct access (no proxy server).', facts: { proxy: 'none' } },
  { text: 'Current WinHTTP proxy settings:\n    Proxy Server(s) :  proxy.contoso.com:8080', facts: { proxy: 'present' } },
  {
    text: 'our proxy wants a username and password before anything goes out, onedrive 0x8004de40, win 10',
    facts: { proxy: 'authenticated', product: 'onedrive', code: ['0x8004de40'], os: ['windows-10'] },
  },
  {
    text: 'We have Zscaler doing SSL inspection on all traffic. OneDrive clients fail with 0x8004de88',
    facts: { inspection: 'yes', product: 'onedrive', code: ['0x8004de88'] },
  },
  { text: "there's no proxy here and no ssl inspection", facts: { proxy: 'none', inspection: 'no' } },
  {
    text: 'I run Pi-hole at home, could that be why onedrive cant connect?',
    facts: { filter: 'yes', network: 'elsewhere', product: 'onedrive', symptom: 'cannot-connect' },
  },
  { text: 'Use TLS 1.2 is ticked in internet options already, still 0x8004de40', facts: { tls: '1.2-on', code: ['0x8004de40'] } },
  { text: 'TLS 1.2 box was NOT ticked on this windows 8.1 pc', facts: { tls: '1.2-off', os: ['windows-8.1'] } },
  {
    text: "I've already restarted onedrive and reset it, no luck. 0x8004de40 on Windows 11",
    facts: { product: 'onedrive', tried: ['restart-onedrive', 'reset-onedrive'], code: ['0x8004de40'], os: ['windows-11'] },
  },
  {
    text: 'iPhone 14, OneDrive app says it cant connect, on my macbook it works',
    facts: { os: ['ios', 'macos'], product: 'onedrive', symptom: 'cannot-connect' },
  },
  {
    text: 'my android phone wont open OneDrive files but on the PC with windows 10 everything is ok',
    facts: { os: ['android', 'windows-10'], product: 'onedrive', symptom: 'cannot-open-file' },
  },
  {
    text: "Outlook on Windows 7 without service pack can't connect anymore",
    facts: { product: 'outlook', os: ['windows-7-rtm'], symptom: 'cannot-connect' },
  },
  { text: 'Teams shows AADSTS50076 when I log in from my personal pc', facts: { product: 'teams', code: ['aadsts50076'], device: 'personal' } },
  { text: 'Word says Something went wrong [CAA50021] every time i sign in', facts: { product: 'office', code: ['0xcaa50021'] } },
  { text: 'Setting up... has been on the OneDrive web page for 2 days for our new starter', facts: { symptom: 'setting-up', product: 'onedrive' } },
  {
    text: "You don't have access to this service. For help, contact your IT department. 0x8004deef",
    facts: { symptom: 'no-access', code: ['0x8004deef'] },
  },
  {
    text: 'OneDrive is full and it says my account is suspended, code 0x8004def7',
    facts: { product: 'onedrive', symptom: 'storage', code: ['0x8004def7'] },
  },
  { text: 'Which value do I put in DefaultSecureProtocols on server 2008 r2?', facts: { os: ['server-2008-r2'], symptom: 'tls-question' } },
  { text: 'can someone fix the coffee machine on 3rd floor pls', facts: {} },
  { text: 'Book me a meeting room for tuesday at 10 please', facts: {} },
  {
    text: 'IT moved us to a new tenant over the weekend, onedrive now: 0x8004de40',
    facts: { changed: 'account', product: 'onedrive', code: ['0x8004de40'] },
  },
  {
    text: 'they pushed a new group policy on monday, hardening stuff, and now my onedrive cant connect',
    facts: { changed: 'policy', product: 'onedrive', symptom: 'cannot-connect' },
  },
  {
    text: "Laptop belongs to the school, I'm using my school account. OneDrive 0x8004de40. In Chrome it works.",
    facts: { device: 'managed', account: 'work', product: 'onedrive', code: ['0x8004de40'], web: 'works' },
  },
  {
    text: "It's my private onedrive (outlook.com address), Windows 10 home, not a work one. 0x8004de40",
    facts: { account: 'personal', product: 'onedrive', os: ['windows-10'], code: ['0x8004de40'] },
  },
];
