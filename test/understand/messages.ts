/** A message with every fact it states; a list stands for a list fact. */
export interface Labelled {
  readonly text: string;
  readonly facts: Readonly<Record<string, string | readonly string[]>>;
}

/** Messages in English as people at work write them, typos and all. */
export const english: readonly Labelled[] = [
  { text: 'OneDrive says 0x8004de40 on my Windows 10 laptop', facts: { code: ['0x8004de40'], product: 'onedrive', os: ['windows-10'] } },
  {
    text: 'onedrive wont connect 0x8004DE40, w10 company laptop, working from home. web version is fine',
    facts: {
      code: ['0x8004de40'],
      product: 'onedrive',
      os: ['windows-10'],
      device: 'managed',
      network: 'elsewhere',
      web: 'works',
      symptom: 'cannot-connect',
    },
  },
  {
    text: 'Hi, since this morning OneDrive shows error code 8004de88. I can open my files in the browser without any problem.',
    facts: { code: ['0x8004de88'], product: 'onedrive', web: 'works' },
  },
  {
    text: 'Outlook keeps asking me for my password. No error code. Win11.',
    facts: { product: 'outlook', symptom: 'sign-in-loop', code: ['none'], os: ['windows-11'] },
  },
  { text: 'Teams: CAA50021 after I changed my password yesterday', facts: { product: 'teams', code: ['0xcaa50021'], changed: 'password' } },
  {
    text: 'Everyone in our office gets 0x8004de40, Windows 10 and 11. We are behind a proxy.',
    facts: { code: ['0x8004de40'], affected: 'others-same-network', os: ['windows-10', 'windows-11'], proxy: 'present' },
  },
  {
    text: "It's only me, my colleagues have no problem. OneDrive on Windows 11, at the office.",
    facts: { affected: 'only-me', product: 'onedrive', os: ['windows-11'], network: 'office' },
  },
  {
    text: 'We use Windows Server 2012 R2 and the HCW stops with "Encountered an internal error in the SSL library"',
    facts: { os: ['server-2012-r2'], product: 'exchange-hybrid', symptom: 'hcw-ssl', 'exchange-error': 'ssl-library' },
  },
  {
    text: 'My Mac cannot sync OneDrive, error -2147164608',
    facts: { os: ['macos'], product: 'onedrive', code: ['0x8004de40'], symptom: 'sync-pending' },
  },
  { text: 'AADSTS50020 when I sign in to Outlook on my iPhone', facts: { code: ['aadsts50020'], product: 'outlook', os: ['ios'] } },
  { text: 'OneDrive does not open in Chrome either, other websites work', facts: { product: 'onedrive', web: 'fails', internet: 'works' } },
  {
    text: 'windows 7 sp1, onedrive there was a problem connecting to OneDrive',
    facts: { os: ['windows-7-sp1'], product: 'onedrive', symptom: 'cannot-connect' },
  },
  {
    text: 'Sync pending since yesterday on my work PC, all files are backed up',
    facts: { symptom: 'sync-pending', device: 'managed', files: 'safe' },
  },
  { text: 'The printer on the third floor is out of toner', facts: {} },
  { text: "What's for lunch today?", facts: {} },
  { text: 'My teams are arguing about the budget again', facts: {} },
  {
    text: 'I am on VPN and OneDrive reports 0x8004DE85. It is my personal laptop.',
    facts: { network: 'vpn', product: 'onedrive', code: ['0x8004de85'], device: 'personal' },
  },
  { text: "I don't use a proxy. I have admin rights on this machine.", facts: { proxy: 'none', rights: 'admin' } },
  { text: "I don't have admin rights and it's a managed device", facts: { rights: 'no-admin', device: 'managed' } },
  {
    text: 'I got a new laptop and OneDrive says "Setting up your OneDrive" for hours',
    facts: { changed: 'new-device', product: 'onedrive', symptom: 'setting-up' },
  },
  {
    text: 'Word and Excel cannot sign in, error 0xCAA70004, Windows 11 23H2',
    facts: { product: 'office', symptom: 'cannot-connect', code: ['0xcaa70004'], os: ['windows-11'] },
  },
  { text: 'not windows 10, windows 11! onedrive broken', facts: { os: ['windows-11'], product: 'onedrive' } },
  { text: 'The Mac is fine, but the Windows 10 PC shows 0x8004de40', facts: { os: ['windows-10', 'macos'], code: ['0x8004de40'] } },
  { text: 'I upgraded from Windows 10 to Windows 11 and now OneDrive fails', facts: { os: ['windows-11'], product: 'onedrive', changed: 'update' } },
  {
    text: 'We use an authenticated proxy and our users cannot connect to OneDrive',
    facts: { proxy: 'authenticated', affected: 'others', product: 'onedrive', symptom: 'cannot-connect' },
  },
  {
    text: 'Access denied when I open a SharePoint site, internet is fine',
    facts: { symptom: 'no-access', product: 'sharepoint', internet: 'works' },
  },
  { text: 'the wifi is down in the whole building', facts: { internet: 'fails', affected: 'others-same-network' } },
  { text: 'OneDrive is full, it says storage is full. Personal account.', facts: { product: 'onedrive', symptom: 'storage', account: 'personal' } },
  {
    text: 'I uninstalled the VPN client last week, since then 0x8004de40 on Win 10 Pro',
    facts: { changed: 'vpn', code: ['0x8004de40'], os: ['windows-10'] },
  },
  { text: 'OD: error 0x8004 de90 with my work account, I have not tried the web', facts: { code: ['0x8004de90'], account: 'work', web: 'unknown' } },
  { text: 'Do we have to do anything for Outlook before TLS 1.0 is switched off?', facts: { product: 'outlook', symptom: 'tls-question' } },
  { text: 'Sorry, it is not 0x8004de40 but 0x8004de90', facts: { code: ['0x8004de90'] } },
  { text: 'Window Server 2016, OneDrive error 0x80070005', facts: { os: ['server-2016'], product: 'onedrive', code: ['0x80070005'] } },
  { text: 'Azure AD Connect is failing on our sync server', facts: {} },
  { text: 'Neither of my accounts works, both accounts give 0x8004de40 on this pc', facts: { affected: 'several-accounts', code: ['0x8004de40'] } },
  { text: 'TLS 1.2 is ticked and it still fails. Winver says 10.0.19045.', facts: { tls: '1.2-on', os: ['windows-10'] } },
  {
    text: 'Pi-hole runs on my home network and OneDrive cannot connect',
    facts: { filter: 'yes', network: 'elsewhere', product: 'onedrive', symptom: 'cannot-connect' },
  },
  {
    text: 'Our firewall does SSL inspection. Outlook disconnected on 20 machines with Windows 10',
    facts: { inspection: 'yes', product: 'outlook', symptom: 'cannot-connect', affected: 'others', os: ['windows-10'] },
  },
  { text: 'OneDrive error 0x8004de4', facts: { product: 'onedrive' } },
  {
    text: 'After the latest Windows update OneDrive shows 0x8004de40. Some files are not uploaded yet.',
    facts: { changed: 'update', product: 'onedrive', code: ['0x8004de40'], files: 'pending-upload' },
  },
  {
    text: 'Nothing changed. Surface with Windows 11, hotel wifi, outlook cant connect',
    facts: { changed: 'nothing', os: ['windows-11'], network: 'elsewhere', product: 'outlook', symptom: 'cannot-connect' },
  },
  { text: 'Our tenant was migrated last weekend and now I get AADSTS 50020', facts: { code: ['aadsts50020'], changed: 'account' } },
  {
    text: 'I cannot open the file budget.xlsx, cloud file provider is not running 0x8007016a',
    facts: { symptom: 'cannot-open-file', code: ['0x8007016a'] },
  },
  {
    text: 'Works in Edge, fails in the app. OneDrive for Business, Windows 8.1',
    facts: { web: 'works', product: 'onedrive', account: 'work', os: ['windows-8.1'] },
  },
  {
    text: 'Good morning, my onedrive icon has a red cross and says 0x8004DE88, Dell laptop from the company, win 11 pro, I sit in a train',
    facts: { product: 'onedrive', code: ['0x8004de88'], os: ['windows-11'], device: 'managed', network: 'elsewhere' },
  },
  {
    text: 'cant log into onedrive since i reset my pw, the website lets me in no problem',
    facts: { product: 'onedrive', symptom: 'cannot-connect', changed: 'password', web: 'works' },
  },
  {
    text: "Half of accounting can't reach OneDrive right now, all in building 4 on the same network",
    facts: { affected: 'others-same-network', product: 'onedrive', symptom: 'cannot-connect' },
  },
  { text: 'OneDrive error on my iPad, the Windows laptop is ok', facts: { product: 'onedrive', os: ['ios', 'windows'] } },
  {
    text: 'We moved from on-prem exchange and HCW gives SSL error on Server 2016',
    facts: { product: 'exchange-hybrid', symptom: 'hcw-ssl', os: ['server-2016'] },
  },
  { text: '0x8004de40 but only when VPN is connected, without VPN it syncs', facts: { code: ['0x8004de40'], network: 'vpn' } },
  { text: 'Outlook on the web works but desktop Outlook shows CAA2000B', facts: { product: 'outlook', web: 'works', code: ['0xcaa2000b'] } },
  { text: 'Hi! My Excel file says read-only, can somebody unlock it?', facts: {} },
  { text: "No, I am not at the office, I'm at my mother's house", facts: { network: 'elsewhere' } },
  { text: "I'm the admin of this PC and there is no proxy here", facts: { rights: 'admin', proxy: 'none' } },
  { text: 'colleague next to me has the same error 8004de40', facts: { affected: 'others-same-network', code: ['0x8004de40'] } },
  {
    text: "onedrive stuck on 'processing changes' on a brand new Surface",
    facts: { product: 'onedrive', symptom: 'sync-pending', changed: 'new-device' },
  },
  { text: 'It wont sign in, tried chrome and edge, both fail too', facts: { symptom: 'cannot-connect', web: 'fails' } },
  { text: 'My Windows 7 machine (no service pack) shows 0x8004de40', facts: { os: ['windows-7-rtm'], code: ['0x8004de40'] } },
  { text: 'Please reset my SAP password', facts: {} },
  { text: '0x8004de40 W11 24H2 home wifi private pc', facts: { code: ['0x8004de40'], os: ['windows-11'], network: 'elsewhere', device: 'personal' } },
  {
    text: 'GPO hardening rolled out on Monday, since then OneDrive clients fail for all users',
    facts: { changed: 'policy', product: 'onedrive', affected: 'others' },
  },
  {
    text: 'the web page loads but the sync app says there was a problem connecting to OneDrive',
    facts: { product: 'onedrive', symptom: 'cannot-connect' },
  },
  { text: 'Teams keeps prompting me to sign in, nobody else has it', facts: { product: 'teams', symptom: 'sign-in-loop', affected: 'only-me' } },
  { text: 'can you book a meeting room for windows training?', facts: {} },
  {
    text: 'onedrive not syncing on 3 of our laptops, all win10, error 0x8004de40, they are at home over vpn',
    facts: { product: 'onedrive', symptom: 'sync-pending', affected: 'others', os: ['windows-10'], code: ['0x8004de40'], network: 'vpn' },
  },
  { text: "I get 'You don't have access' in SharePoint, works for my coworker", facts: { product: 'sharepoint', symptom: 'no-access' } },
  {
    text: 'Mac user here, OneDrive app wants me to log in over and over, browser is fine, no code',
    facts: { os: ['macos'], product: 'onedrive', symptom: 'sign-in-loop', web: 'works', code: ['none'] },
  },
  { text: 'error CAA 50021 in Outlook after IT replaced my laptop', facts: { code: ['0xcaa50021'], product: 'outlook', changed: 'new-device' } },
  { text: "I'm using a private Chromebook, onedrive.com loads ok", facts: { device: 'personal', web: 'works', product: 'onedrive' } },
  {
    text: '8004de40 on Server 2012, behind a squid proxy that needs a login, IE shows TLS 1.2 enabled',
    facts: { code: ['0x8004de40'], os: ['server-2012'], proxy: 'authenticated', tls: '1.2-on' },
  },
  { text: 'Is it safe to run dsregcmd /leave on a hybrid joined PC?', facts: { join: 'hybrid' } },
  { text: 'Not the web, only the desktop app has the problem with 0x8004de85', facts: { code: ['0x8004de85'] } },
  {
    text: 'Kaspersky with https scanning is installed. My own laptop. OneDrive personal.',
    facts: { inspection: 'yes', device: 'personal', product: 'onedrive', account: 'personal' },
  },
  { text: 'I am travelling, no VPN, Windows 11 ARM, 0x8004DE88', facts: { network: 'elsewhere', os: ['windows-11'], code: ['0x8004de88'] } },
  {
    text: 'can not login teams error code caa70007 please fix asap whole team affected',
    facts: { product: 'teams', symptom: 'cannot-connect', code: ['0xcaa70007'], affected: 'others' },
  },
  { text: 'How do I share a folder with a supplier?', facts: {} },
];
