import type { Labelled } from './messages.ts';

/** Messages in Japanese as people at work write them. */
export const japanese: readonly Labelled[] = [
  {
    text: 'OneDriveに接続できません。0x8004de40 会社のノートPC',
    facts: { product: 'onedrive', code: ['0x8004de40'], device: 'managed', symptom: 'cannot-connect' },
  },
  {
    text: '自宅からVPNで接続しています。OneDriveで０ｘ８００４ＤＥ４０と表示されます。Windows 10です。',
    facts: { network: 'vpn', product: 'onedrive', code: ['0x8004de40'], os: ['windows-10'] },
  },
  { text: 'ブラウザでは問題なく開けますが、アプリだけエラーになります。Win11', facts: { web: 'works', os: ['windows-11'] } },
  { text: 'Web版も使えません。ほかのサイトは見られます。', facts: { web: 'fails', internet: 'works' } },
  { text: 'エラーコードは出ていません。OneDriveの同期が終わりません。', facts: { code: ['none'], product: 'onedrive', symptom: 'sync-pending' } },
  { text: '私だけです。同僚は普通に使えています。', facts: { affected: 'only-me' } },
  {
    text: '社内の全員がOneDriveにつながらないと言っています',
    facts: { affected: 'others-same-network', product: 'onedrive', symptom: 'cannot-connect' },
  },
  {
    text: 'パスワードを変更してからOutlookが何度もパスワードを聞いてきます',
    facts: { changed: 'password', product: 'outlook', symptom: 'sign-in-loop' },
  },
  {
    text: 'Windows7 SP1のPCでOneDriveに接続するときに問題が発生しました。と出ます',
    facts: { os: ['windows-7-sp1'], product: 'onedrive', symptom: 'cannot-connect' },
  },
  { text: '社外です。プロキシは使っていません。管理者権限はありません。', facts: { network: 'elsewhere', proxy: 'none', rights: 'no-admin' } },
  {
    text: 'Teamsで「CAA50021」が出てサインインできない。スマホのAndroidでは使えます。',
    facts: { product: 'teams', code: ['0xcaa50021'], os: ['android'] },
  },
  { text: '個人のパソコンです。Windows 10 Home、エラーは0x8004de8aです。', facts: { device: 'personal', os: ['windows-10'], code: ['0x8004de8a'] } },
  { text: 'Windows 10ではなく11です', facts: { os: ['windows-11'] } },
  {
    text: 'Windows10からWindows11にアップグレードしたらOneDriveが起動しません',
    facts: { os: ['windows-11'], changed: 'update', product: 'onedrive' },
  },
  { text: 'プリンターから印刷できません', facts: {} },
  { text: '今日のお昼は何ですか', facts: {} },
  { text: '会議室の予約方法を教えてください', facts: {} },
  { text: 'Macは大丈夫ですが、Windows 11のノートPCで0x8004de40になります', facts: { os: ['windows-11', 'macos'], code: ['0x8004de40'] } },
  { text: '新しいPCに替えたところ、OneDriveでエラー 0x8004deef', facts: { changed: 'new-device', product: 'onedrive', code: ['0x8004deef'] } },
  {
    text: 'ハイブリッド構成ウィザードで「SSL ライブラリで内部エラーが発生しました」と出ます。Windows Server 2012です',
    facts: { product: 'exchange-hybrid', symptom: 'hcw-ssl', os: ['server-2012'], 'exchange-error': 'ssl-library' },
  },
  { text: '会社のアカウントでサインインするとAADSTS50020になります', facts: { account: 'work', code: ['aadsts50020'] } },
  {
    text: '認証プロキシを使っています。複数のユーザーがOneDriveに接続できません。',
    facts: { proxy: 'authenticated', affected: 'others', product: 'onedrive', symptom: 'cannot-connect' },
  },
  {
    text: 'テレワーク中です。Outlookがサーバーにつながりません。ネットは使えます。',
    facts: { network: 'elsewhere', product: 'outlook', symptom: 'cannot-connect', internet: 'works' },
  },
  { text: 'OneDriveの容量がいっぱいです', facts: { product: 'onedrive', symptom: 'storage' } },
  { text: 'SharePointのサイトで「アクセス権がありません」と言われます', facts: { product: 'sharepoint', symptom: 'no-access' } },
  { text: 'TLS 1.2にチェックが入っていますが直りません。サーバー2019です', facts: { tls: '1.2-on', os: ['server-2019'] } },
  { text: 'VPNは使っていません。自宅のWi-Fiです。', facts: { network: 'elsewhere' } },
  {
    text: 'VPNソフトをアンインストールしてからOneDriveがだめです。エラーコードはわかりません',
    facts: { changed: 'vpn', product: 'onedrive', code: ['unknown'] },
  },
  { text: '何もしていないのに急にワンドライブに入れなくなりました', facts: { changed: 'nothing', product: 'onedrive' } },
  {
    text: 'iPhoneのOutlookは問題ありません。パソコン(Windows11)のOutlookだけ接続できません',
    facts: { os: ['windows-11', 'ios'], product: 'outlook', symptom: 'cannot-connect' },
  },
  {
    text: 'まだアップロードされていないファイルがあります。OneDrive 0x8004de40',
    facts: { files: 'pending-upload', product: 'onedrive', code: ['0x8004de40'] },
  },
  { text: 'Windows Updateのあとから、エラー8004de40が出るようになりました', facts: { changed: 'update', code: ['0x8004de40'] } },
  { text: '社内ネットワークにつないでいます。管理者権限があります。', facts: { network: 'office', rights: 'admin' } },
  { text: 'フロア全員です。会社支給のパソコンでWindows 10', facts: { affected: 'others-same-network', device: 'managed', os: ['windows-10'] } },
  { text: 'OneDriveを準備していますと出たまま1時間たちます', facts: { product: 'onedrive', symptom: 'setting-up' } },
  { text: 'ExcelなどのOfficeアプリでライセンス認証できない。コードはCAA20004', facts: { product: 'office', code: ['0xcaa20004'] } },
  {
    text: '個人用アカウントのOneDriveです。別のアカウントでも同じエラーになります',
    facts: { account: 'personal', product: 'onedrive', affected: 'several-accounts' },
  },
  { text: 'Exchange OnlineのTLS 1.0廃止でOutlook 2010は対応が必要ですか', facts: { product: 'outlook', symptom: 'tls-question' } },
  {
    text: '出張先のホテルからです。macOSのOneDriveで0x8004DE88',
    facts: { network: 'elsewhere', os: ['macos'], product: 'onedrive', code: ['0x8004de88'] },
  },
  { text: 'インターネット自体つながらないです', facts: { internet: 'fails', symptom: 'cannot-connect' } },
  { text: 'SSLインスペクションをしています。Windows Server 2022とWindows 11で発生', facts: { inspection: 'yes', os: ['server-2022', 'windows-11'] } },
  { text: 'ファイルが開けません。エラー 0x8007016A', facts: { symptom: 'cannot-open-file', code: ['0x8007016a'] } },
  {
    text: 'OneDriveアプリが起動するとすぐエラー 0x8004de90 になります。ブラウザ版は見れてます',
    facts: { product: 'onedrive', code: ['0x8004de90'], web: 'works' },
  },
  {
    text: '在宅勤務で会社貸与のThinkPadを使っています(Win10 22H2)。ワンドライブに繋がらず困っています',
    facts: { network: 'elsewhere', device: 'managed', os: ['windows-10'], product: 'onedrive', symptom: 'cannot-connect' },
  },
  { text: '隣の人も同じエラーです。社内LANに有線で接続しています', facts: { affected: 'others-same-network', network: 'office' } },
  { text: '部署の何人かがOutlookでパスワードを繰り返し求められています', facts: { affected: 'others', product: 'outlook', symptom: 'sign-in-loop' } },
  {
    text: '先週末にPCを入れ替えました。OneDriveのサインインで0x8004deefが出ます',
    facts: { changed: 'new-device', product: 'onedrive', code: ['0x8004deef'] },
  },
  { text: 'Windows Server 2008 R2のサーバーでHCWを実行するとエラーになります', facts: { os: ['server-2008-r2'], product: 'exchange-hybrid' } },
  { text: '管理者権限なし、プロキシあり(認証必要)', facts: { rights: 'no-admin', proxy: 'authenticated' } },
  {
    text: 'Macで利用しています。ウェブ版OneDriveは開けるのにアプリが「接続できません」',
    facts: { os: ['macos'], web: 'works', product: 'onedrive', symptom: 'cannot-connect' },
  },
  { text: '社内でも自宅でも同じ症状です。私のPCだけです', facts: { affected: 'only-me' } },
  { text: '経費精算システムにログインできません', facts: {} },
  {
    text: 'エラー番号は特に出ていません。ずっと同期中のままです。Windows11 Home、個人のPC',
    facts: { code: ['none'], symptom: 'sync-pending', os: ['windows-11'], device: 'personal' },
  },
  { text: 'CAA5004Bと出てTeamsに入れません。昨日パスワードを変えました', facts: { code: ['0xcaa5004b'], product: 'teams', changed: 'password' } },
  { text: 'スマホのOneDriveは普通に開きます。PCの方がダメです。', facts: { product: 'onedrive' } },
  { text: 'Word、Excelが「ライセンスのない製品」と表示されます。Win10です', facts: { product: 'office', os: ['windows-10'] } },
  {
    text: 'ホテルのWi-Fiですが、他のサイトは普通に見えます。OneDriveだけ繋がりません',
    facts: { network: 'elsewhere', internet: 'works', product: 'onedrive', symptom: 'cannot-connect' },
  },
  { text: 'カスペルスキーのHTTPSスキャンを有効にしています', facts: { inspection: 'yes' } },
  { text: 'Windows 8.1とWindows 10の両方で0x8004de40', facts: { os: ['windows-8.1', 'windows-10'], code: ['0x8004de40'] } },
  { text: '駐車場の申請はどこですか', facts: {} },
  { text: 'VPNを切るとOneDriveが使えます。VPN接続時だけ0x8004de40', facts: { network: 'vpn', product: 'onedrive', code: ['0x8004de40'] } },
  { text: 'さっきWindowsの更新をしたらOneDriveにサインインできなくなりました', facts: { changed: 'update', product: 'onedrive' } },
  {
    text: 'OneDriveが「サインインできません」0x8004DE40 と表示、社用PC(Windows 11 Pro)、社内LAN接続',
    facts: { product: 'onedrive', code: ['0x8004de40'], device: 'managed', os: ['windows-11'], network: 'office' },
  },
  {
    text: 'エラーコード「0x8004de40」が消えない。OSはウィンドウズ10。家のパソコン',
    facts: { code: ['0x8004de40'], os: ['windows-10'], device: 'personal' },
  },
  {
    text: '昨日までは使えていましたが、今朝からOutlookがサーバーに接続できません。全社的に発生しています',
    facts: { product: 'outlook', symptom: 'cannot-connect', affected: 'others' },
  },
  { text: '再起動しても直りません。ブラウザからは入れます。私以外は問題ないようです', facts: { web: 'works', affected: 'only-me' } },
  { text: 'ノートPCが会社のドメインに参加しています。Win10 21H2', facts: { join: 'domain', os: ['windows-10'] } },
  { text: 'プロキシは無いはずです。VPNもつないでいません', facts: { proxy: 'none' } },
  { text: 'アカウントが個人用か会社用かわかりません', facts: { account: 'unknown' } },
  {
    text: 'クラウドのみのファイルが多いので消えないか心配です。OneDriveのリセットはしたくない',
    facts: { files: 'online-only', product: 'onedrive' },
  },
  { text: 'Teamsは問題ないのですが、OneDriveが0x8004de90です', facts: { product: 'onedrive', code: ['0x8004de90'] } },
  { text: 'iPadでもPC(Windows 11)でもOutlookに接続できない', facts: { os: ['ios', 'windows-11'], product: 'outlook', symptom: 'cannot-connect' } },
  { text: '有給の申請方法を教えて', facts: {} },
  {
    text: 'TLS1.0と1.1を無効にしてからWindows 7のOutlookがつながらなくなりました',
    facts: { changed: 'policy', os: ['windows-7'], product: 'outlook', symptom: 'cannot-connect' },
  },
];
