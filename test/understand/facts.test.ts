import { describe, expect, it } from '@jest/globals';
import { read, valuesIn } from './lexicon.ts';

const STATED: readonly (readonly [fact: string, value: string, texts: readonly string[]])[] = [
  ['product', 'onedrive', ['One Drive is stuck', 'ワンドライブ', 'Teams is fine but OneDrive fails']],
  ['product', 'outlook', ['outlook 2016', 'アウトルックが開きません']],
  ['product', 'teams', ['Microsoft Teams', 'teams wont start']],
  ['product', 'office', ['Excel and Word want a licence', 'Officeアプリにサインインできません', 'Office 365 activation fails']],
  ['product', 'exchange-hybrid', ['HCW fails', 'the hybrid agent setup fails', 'ハイブリッド構成ウィザード']],
  [
    'web',
    'works',
    [
      'the browser works',
      'web version is fine',
      'works in Edge',
      'I can open it in the browser',
      'ブラウザでは開けます',
      'Web版は使えます',
      'ウェブからはアクセスできます',
    ],
  ],
  [
    'web',
    'fails',
    [
      "the browser doesn't work either",
      'it fails in the web app too',
      'also not working in Chrome',
      'ブラウザでも開けません',
      'Web版もだめです',
      'ブラウザーもエラーになります',
    ],
  ],
  ['internet', 'works', ['internet is fine', 'other websites open', 'ほかのサイトは見られます', 'ネットは使えます']],
  ['internet', 'fails', ['the internet is down', 'I have no internet', 'インターネットにつながりません']],
  [
    'network',
    'office',
    [
      "I'm in the office",
      'on the company network',
      '社内です',
      '会社にいます',
      '出社しています',
      'オフィスからです',
      '会社だとつながりません',
      '本社にいます',
    ],
  ],
  ['network', 'vpn', ['connected through VPN', 'at home, on the company VPN', 'VPN接続中です', '自宅からVPNでつないでいます']],
  [
    'network',
    'elsewhere',
    [
      'working from home',
      'in a hotel',
      'not in the office',
      '自宅です',
      'テレワーク中',
      '社外から',
      '出張先のホテルです',
      'フルリモートで働いてます',
      '社内からだとOK、自宅からだとNG',
    ],
  ],
  [
    'affected',
    'only-me',
    ['only me', "I'm the only one", 'my colleagues are fine', '私だけです', '同僚も問題なく使えています', 'ほかの人は問題なく使えています'],
  ],
  ['affected', 'others-same-network', ['everyone in the office has it', 'the whole floor', '社内の全員です', '同じネットワークの人も使えません']],
  ['affected', 'others', ['several users report it', 'our users cannot sign in', '複数のユーザーです', '同僚も同じです', 'みんな使えません']],
  ['affected', 'several-accounts', ['both accounts fail', '別のアカウントでも同じエラーです']],
  ['device', 'managed', ['my work laptop', 'company PC', '会社のPC', '会社支給のノートパソコン', 'managed device', 'Intuneです']],
  ['device', 'personal', ['my personal laptop', 'home PC', '個人のパソコン', '私物のPC']],
  ['rights', 'admin', ['I have admin rights', 'I am a local administrator', '管理者権限があります']],
  [
    'rights',
    'no-admin',
    [
      "I don't have admin rights",
      'no administrator access',
      "I'm not an admin",
      '管理者権限がありません',
      '管理者ではありません',
      '管理者アカウントは持ってません',
      'admin権限なし',
      '一般ユーザーです',
    ],
  ],
  [
    'proxy',
    'none',
    ['no proxy', 'we do not use a proxy', 'without a proxy', 'プロキシは使っていません', 'プロキシなし', 'proxyなし', 'プロキシは設定されていません'],
  ],
  ['proxy', 'present', ['behind a proxy', 'we use a corporate proxy', 'プロキシを使っています', 'プロキシ経由です']],
  [
    'proxy',
    'authenticated',
    [
      'an authenticated proxy',
      'the proxy asks for a password',
      '認証プロキシ',
      'プロキシに認証が必要です',
      'プロキシのIDとパスワード聞かれます',
      '社内プロキシ、認証つきです',
    ],
  ],
  ['proxy', 'open', ['an unauthenticated proxy', 'a proxy without authentication', '認証なしのプロキシ']],
  ['inspection', 'yes', ['SSL inspection is on', 'HTTPS scanning', 'SSLインスペクション']],
  ['inspection', 'no', ['no TLS inspection']],
  ['filter', 'yes', ['Pi-hole', 'an ad blocker', '広告ブロックを入れています']],
  ['account', 'work', ['my work account', 'school account', '会社のアカウント', 'OneDrive for Business']],
  ['account', 'personal', ['a personal account', '個人アカウント']],
  ['changed', 'nothing', ['nothing has changed', 'I did not change anything', '何も変えていません']],
  ['changed', 'password', ['I changed my password', 'after a password reset', 'パスワードを変更しました']],
  ['changed', 'vpn', ['I uninstalled the VPN client', 'VPNソフトを入れました', 'VPNソフト変えました']],
  ['changed', 'update', ['since the last update', 'アップデートしてから', 'upgraded to Windows 11']],
  ['changed', 'policy', ['the group policy was changed', 'GPOを変更しました']],
  ['changed', 'new-device', ['a new laptop', '新しいPCです', '新PCです', 'PC入れ替えたら']],
  ['changed', 'account', ['our tenant was migrated', 'アカウントを作り直しました', 'my UPN changed', 'テナント移行']],
  ['files', 'safe', ['all my files are backed up', 'バックアップ済みです', '未同期のファイルはありません', '全部クラウドに上がってます']],
  ['files', 'online-only', ['they are online-only files', 'クラウドのみのファイルがあります']],
  ['files', 'pending-upload', ['some files are not uploaded yet', '未アップロードのファイルがあります']],
  ['join', 'hybrid', ['the PC is hybrid joined', 'ハイブリッド参加です']],
  ['join', 'entra', ['Azure AD joined', 'Entraに参加しています']],
  ['join', 'domain', ['domain-joined', 'ドメインに参加しています']],
  ['tls', '1.2-on', ['TLS 1.2 is ticked', 'TLS 1.2にチェックが入っています']],
  ['tls', '1.2-off', ['TLS 1.2 is not ticked', 'TLS 1.2は無効です']],
  [
    'symptom',
    'cannot-connect',
    [
      'There was a problem connecting to OneDrive. Check your Internet connection, and then try again.',
      'OneDriveに接続するときに問題が発生しました。インターネット接続を確認し、もう一度やり直してください。',
      'Login was either interrupted or unsuccessful. Please try logging in again.',
      'Users are unable to connect to OneDrive for Business',
      'つながりません',
    ],
  ],
  ['symptom', 'sign-in-loop', ['it keeps asking for my password', 'sign-in loop', '何度もサインインを求められます', 'パスワードを何度も聞かれます']],
  [
    'symptom',
    'sync-pending',
    ['sync pending', 'still processing changes', '同期が終わりません', '変更を処理しています', '同期が昨日から全然進んでない', '同期が止まる'],
  ],
  ['symptom', 'setting-up', ["We're setting up your OneDrive"]],
  ['symptom', 'no-access', ["you don't have access to this site", 'アクセス権がありません']],
  ['symptom', 'storage', ['storage is full', '容量不足です', '容量が100%です', 'OneDrive満杯']],
  ['symptom', 'conflict', ['a sync conflict', '競合が発生しました']],
  ['symptom', 'cannot-open-file', ["I can't open the file", 'ファイルが開けません']],
  [
    'symptom',
    'hcw-ssl',
    [
      'Encountered an internal error in the SSL library.',
      'SSL ライブラリで内部エラーが発生しました。',
      'the HCW stops with an SSL error',
      'ハイブリッド構成ウィザードで SSL エラーが出ます',
    ],
  ],
  ['symptom', 'tls-question', ['Do we need TLS 1.2 for Outlook?', 'TLS 1.2の対応は必要ですか', 'need I change anything on my PC for TLS 1.2?']],
  [
    'product',
    'exchange-hybrid',
    [
      'Connecting to remote server outlook.office365.com failed: Encountered an internal error in the SSL library.',
      'リモート サーバーへの接続 outlook.office365.com、宛先コンピューター (outlook.office365.com:443) で SSL ライブラリで内部エラーが発生しました。',
      'Send connector: TLS negotiation failed with error SocketError',
      '送信コネクタのエラー',
    ],
  ],
  ['exchange-error', 'secure-channel', ['The request was aborted: Could not create SSL/TLS secure channel']],
  ['exchange-error', 'mail-flow', ['421 4.4.2 Connection dropped due to SocketError', '451 5.7.3 Must issue a STARTTLS command first']],
  ['exchange-error', 'connection-closed', ['The underlying connection was closed', '基になる接続が閉じられました']],
  ['wizard', 'current', ['we ran the latest HCW', '最新のハイブリッド構成ウィザードで試しました']],
  ['mail-program', 'built-in', ['the mail app on my iPhone', '標準のメールアプリで見ています']],
  ['mail-program', 'pop-imap', ['our scanner reads mail over IMAP', '複合機から IMAP で受信します']],
];

const NOT_STATED: readonly (readonly [fact: string, texts: readonly string[]])[] = [
  ['product', ['our teams met', 'Azure AD Connect', 'in other words', 'パスワードを忘れた', 'Office hours are 9 to 5', 'the printer']],
  ['join', ['Azure AD Connect stopped', 'PCs connected to Azure AD']],
  [
    'web',
    [
      'Outlook cannot connect to Exchange Online',
      'the remote server outlook.office365.com failed',
      'a web page',
      'I read it on the web',
      'Outlook works',
      'should I use the browser?',
      'check it at onedrive.com',
      'Chromeは使えますか',
    ],
  ],
  [
    'internet',
    [
      'it says no internet connection',
      'check your internet connection',
      'ネットワークエラーが出ます',
      'イントラネットが見れない',
      'インターネット オプションが開けません',
    ],
  ],
  [
    'network',
    [
      'my company PC',
      '会社のPC',
      'VPNは使っていません',
      'VPNに接続できません',
      'テレワークではないです',
      'テレワークの申請方法',
      '家に帰ったら試します',
      'VPN繋いでも繋がなくても同じです',
      'the VPN is not connected',
      'Office 365',
      'home office printer',
      '社内ヘルプデスクに聞きました',
      'remote desktop',
      '専門家に相談しました',
      '社外からのメールが届きません',
    ],
  ],
  [
    'affected',
    ['my PC', 'the user cannot sign in', 'Hi all', 'サインイン済みなのに', '上司にも相談しました', '皆さんお疲れ様です', 'C:\\Users\\anna'],
  ],
  ['device', ['my PC', 'this laptop', '自分のPC']],
  ['rights', ['ask your admin', '管理者に聞いてください']],
  ['proxy', ['the proxy', 'netsh winhttp reset proxy', 'Do we use a proxy?']],
  [
    'changed',
    ['I forgot my password', 'パスワードの変更方法を教えてください', '最新PCを見ました', 'Windows 10にしたい', 'Windows Update', 'nothing works'],
  ],
  ['files', ['my files', 'open the file', 'バックアップは取っていません']],
  [
    'symptom',
    [
      'the screen is blue',
      'こんにちは',
      'printer offline',
      'プリンターにつながらない',
      'Zoomに接続できない',
      'VPNにつながらない',
      'PCにサインインできません',
    ],
  ],
];

describe('facts in both languages', () => {
  it.each(STATED.flatMap(([fact, value, texts]) => texts.map((text) => [fact, value, text] as const)))('%s is %s: %s', (fact, value, text) => {
    expect(valuesIn(text, fact)).toEqual([value]);
  });

  it.each(NOT_STATED.flatMap(([fact, texts]) => texts.map((text) => [fact, text] as const)))('%s is not stated: %s', (fact, text) => {
    expect(valuesIn(text, fact)).toEqual([]);
  });

  it('keeps the very words, short', () => {
    expect(read('Well, my ＰＣ is a Win10 box').facts.os?.source).toEqual({ kind: 'written', words: 'Win10' });
  });

  it('leaves quoted text and signatures alone', () => {
    const mail = 'OneDrive fails\n> try it on Windows 7\nSent from my iPhone';

    expect(read(mail).facts.os).toBeUndefined();
    expect(valuesIn('help please\n-----Original Message-----\nFrom: it@example.com\nWindows 8.1', 'os')).toEqual([]);
  });

  it.each([
    ['the head of a mail without an address', 'よろしくお願いします\n差出人: 佐藤\n送信日時: 月曜\n件名: Windows 7 の件'],
    ['a reply in the way of Gmail', '直りません\n2026年11月20日(金) 10:05 佐藤 <sato@example.jp>:\nWindows 7 の方へ'],
    ['a name card', 'お願いします\n==========\n株式会社 Windows 7 研究所\nTEL 03-0000-0000'],
  ])('leaves alone %s', (_, text) => {
    expect(valuesIn(text, 'os')).toEqual([]);
  });

  it('reads a table that a command printed below a ruled line', () => {
    expect(valuesIn('Caption\n-------\nMicrosoft Windows 11 Pro', 'os')).toEqual(['windows-11']);
  });

  it('reads quoted text when there is nothing else', () => {
    expect(valuesIn('> OneDrive 0x8004de40', 'code')).toEqual(['0x8004de40']);
  });

  it('does not carry a verdict from one thing to the next', () => {
    expect(valuesIn('The browser fails, Teams works', 'web')).toEqual(['fails']);
    expect(valuesIn("OneDrive doesn't open but it works in the browser", 'web')).toEqual(['works']);
    expect(valuesIn('アプリは使えませんが、ブラウザでは使えます', 'web')).toEqual(['works']);
  });

  it.each([
    ['if all my files are backed up, may I reset it?', 'files'],
    ['Is it safe to reset OneDrive?', 'files'],
    ['not sure if I have admin rights', 'rights'],
    ['社内なら使えますか', 'network'],
    ['when I am in the office it works', 'network'],
    ['社内では使えます', 'network'],
    ['プロキシを使っているかもしれません', 'proxy'],
    ['たぶん会社のWi-Fiです', 'network'],
    ['プロキシですか？', 'proxy'],
    ['社内ですか？', 'network'],
    ['管理者権限があるかどうか知りたい', 'rights'],
  ])('does not take what is only supposed for a fact: %s', (text, fact) => {
    expect(valuesIn(text, fact)).not.toContain({ files: 'safe', rights: 'admin', proxy: 'present' }[fact] ?? 'office');
  });

  it('takes what somebody thinks for stated, and a guess of the cause leaves the trouble as it is', () => {
    expect(valuesIn('Windows 10だと思います', 'os')).toEqual(['windows-10']);
    expect(valuesIn('OneDriveが原因かもしれません', 'product')).toEqual(['onedrive']);
  });

  it('follows a correction', () => {
    expect(valuesIn('I am at home, sorry, I am in the office', 'network')).toEqual(['office']);
  });
});

describe('what somebody says of themselves while a question is open', () => {
  it.each([
    ['I am on the phone just now', 'web'],
    ["I'm in a meeting", 'web'],
    ['I am not at my desk', 'filter'],
  ])('%s does not answer about %s', (text, fact) => {
    expect(read(text, fact).facts[fact]).toBeUndefined();
  });

  it.each([
    ['I am', 'rights', 'admin'],
    ["I'm not, no", 'rights', 'no-admin'],
    ['I am using one', 'filter', 'yes'],
  ])('%s answers about %s: %s', (text, fact, value) => {
    expect(read(text, fact).facts[fact]?.values).toEqual([value]);
  });
});
