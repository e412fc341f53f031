/** What the locales of the conversations speak. */
export const LANGUAGE = { 'en-GB': 'en', 'ja-JP': 'ja' } as const;

/** One conversation: what is written first, what is answered, and what has to come of it. `firstStep` is `null` where no step is for an employee. */
export interface Family {
  readonly problem: string;
  readonly locale: keyof typeof LANGUAGE;
  readonly says: string;
  readonly answers?: Readonly<Record<string, string>>;
  /** Steps that go well, though they repair nothing; every other one still fails. */
  readonly opens?: readonly string[];
  readonly firstStep: string | null;
  readonly stop: string;
}

/** One short conversation of each family of problems, and of the ends that no family has to itself. */
export const FAMILIES: readonly Family[] = [
  {
    problem: 'onedrive-connectivity',
    locale: 'ja-JP',
    says: '自宅の Windows 11 で OneDrive に 0x8004de40 と出ます。会社の PC です。ブラウザーでは使えます',
    answers: { affected: 'only-me', files: 'pending-upload' },
    firstStep: 'restart-onedrive',
    stop: 'steps-exhausted',
  },
  {
    problem: 'onedrive-account',
    locale: 'en-GB',
    says: 'onedrive 8004deef win 11',
    answers: { web: 'works', account: 'work' },
    firstStep: 'use-work-account',
    stop: 'account-at-it',
  },
  {
    problem: 'onedrive-provisioning',
    locale: 'ja-JP',
    says: '0x8004de90',
    answers: { os: 'windows-11', web: 'works' },
    firstStep: 'finish-setup-on-web',
    stop: 'setup-at-it',
  },
  {
    problem: 'onedrive-storage',
    locale: 'en-GB',
    says: '0x8004def7 on windows 10',
    answers: { web: 'works', account: 'work' },
    firstStep: 'check-storage',
    stop: 'storage-at-it',
  },
  {
    problem: 'onedrive-conflict',
    locale: 'ja-JP',
    says: 'Windows 11 で 0x8004def4 が出ます',
    answers: { web: 'works' },
    firstStep: 'restart-onedrive',
    stop: 'conflict-at-it',
  },
  {
    problem: 'onedrive-user-id',
    locale: 'en-GB',
    says: '0x8004e4d0',
    answers: { os: 'windows-11', affected: 'only-me' },
    firstStep: null,
    stop: 'user-id-at-it',
  },
  {
    problem: 'files-on-demand',
    locale: 'ja-JP',
    says: 'ファイルを開くと 0x8007016A',
    answers: { os: 'windows-11', web: 'works' },
    firstStep: 'restart-onedrive',
    stop: 'files-at-it',
  },
  {
    problem: 'onedrive-sync-pending',
    locale: 'en-GB',
    says: 'onedrive is stuck on sync pending, windows 11, no code',
    answers: { web: 'works', changed: 'nothing' },
    firstStep: 'restart-onedrive',
    stop: 'sync-at-it',
  },
  {
    problem: 'office-sign-in',
    locale: 'en-GB',
    says: 'CAA50021 when I open Word on Windows 11',
    answers: { web: 'works' },
    firstStep: 'restart-office',
    stop: 'sign-in-exhausted',
  },
  {
    problem: 'office-sign-in on the way',
    locale: 'ja-JP',
    says: 'Teams に CAA70007 と出ます。Windows 10 です',
    answers: { web: 'works' },
    firstStep: 'restart-office',
    stop: 'sign-in-connection',
  },
  { problem: 'entra-account', locale: 'ja-JP', says: 'AADSTS50126', firstStep: 'check-name-and-password', stop: 'password-turned-down' },
  { problem: 'entra-device', locale: 'en-GB', says: 'AADSTS53003 in Teams', firstStep: null, stop: 'policy-blocks-sign-in' },
  {
    problem: 'outlook-tls',
    locale: 'en-GB',
    says: "Outlook on Windows 7 can't connect, no code",
    answers: { os: 'windows-7-sp1', web: 'works', affected: 'only-me' },
    opens: ['office-out-of-support'],
    firstStep: 'office-out-of-support',
    stop: 'outlook-older-windows',
  },
  {
    problem: 'outlook-tls on a phone',
    locale: 'ja-JP',
    says: 'iPhone の Outlook がつながらない。コードはありません',
    answers: { 'mail-program': 'outlook', web: 'works' },
    firstStep: 'update-outlook-app',
    stop: 'outlook-on-the-web',
  },
  {
    problem: 'exchange-hybrid-ssl',
    locale: 'ja-JP',
    says: 'ハイブリッド構成ウィザードで SSL エラーになります。コードはありません',
    firstStep: null,
    stop: 'exchange-admin',
  },
  {
    problem: 'a network that fails for all',
    locale: 'ja-JP',
    says: 'Windows 11 の OneDrive で 0x8004de40。同じネットワークの同僚も同じです',
    answers: { web: 'works', network: 'office' },
    firstStep: null,
    stop: 'others-same-network',
  },
  { problem: 'a Windows that no step helps', locale: 'en-GB', says: 'OneDrive 0x8004de40 on Windows 8', firstStep: null, stop: 'upgrade' },
  {
    problem: 'no connection at all',
    locale: 'en-GB',
    says: 'OneDrive 0x8004de40, Windows 11, no website opens at all',
    firstStep: 'check-connection',
    stop: 'connection-down',
  },
  { problem: 'a code that nobody knows', locale: 'ja-JP', says: 'OneDrive で 0x80131500 と出ます', firstStep: null, stop: 'unknown-code' },
];
