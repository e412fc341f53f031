import type { Labelled } from './messages.ts';

/** Messages in Japanese, written and labelled before Kiku had read any of them; one label was corrected after, and the word lists were mended with them. */
export const examinedJapanese: readonly Labelled[] = [
  {
    text: 'OneDriveが急につながらなくなりました。エラーコードは0x8004de40、自分のWindows 7 SP1のパソコンです。管理者権限はあります。',
    facts: { product: 'onedrive', symptom: 'cannot-connect', code: ['0x8004de40'], os: ['windows-7-sp1'], rights: 'admin' },
  },
  {
    text: 'この症状が出ているのは私だけです。ほかのメンバーは問題なく使えています。Windows11、0x8004de88',
    facts: { affected: 'only-me', os: ['windows-11'], code: ['0x8004de88'] },
  },
  {
    text: 'VPNにつないでいるときだけOneDriveがエラーになります。会社支給のノートPC、Windows10です。',
    facts: { network: 'vpn', product: 'onedrive', device: 'managed', os: ['windows-10'] },
  },
  {
    text: 'VPNは使っていません。自宅で私物のパソコン(Windows 11 Home)からです。OneDriveに接続できません',
    facts: { network: 'elsewhere', device: 'personal', os: ['windows-11'], product: 'onedrive', symptom: 'cannot-connect' },
  },
  {
    text: 'OneDriveに接続するときに問題が発生しました。インターネット接続を確認し、もう一度やり直してください。(エラーコード:0x8004de40)',
    facts: { product: 'onedrive', symptom: 'cannot-connect', code: ['0x8004de40'] },
  },
  {
    text: 'OneDrive に接続できませんでした。エラー 8004DE88 って出てます。Web版だと普通に見れます。',
    facts: { product: 'onedrive', symptom: 'cannot-connect', code: ['0x8004de88'], web: 'works' },
  },
  {
    text: 'エラーコードは特に出ていません。OneDriveがずっと「同期の保留中」のままです。',
    facts: { code: ['none'], product: 'onedrive', symptom: 'sync-pending' },
  },
  {
    text: 'ウィンドウズのバージョンはわかりません。OneDriveで0x8004de40が出ます。',
    facts: { os: ['unknown'], product: 'onedrive', code: ['0x8004de40'] },
  },
  {
    text: '同じフロアの人は全員OneDriveにつながらないみたいです。コードは0x8004de40です',
    facts: { affected: 'others-same-network', product: 'onedrive', symptom: 'cannot-connect', code: ['0x8004de40'] },
  },
  {
    text: '隣の席の同僚も同じエラーです。二人とも社内LANです。0x8004DE40',
    facts: { affected: 'others-same-network', network: 'office', code: ['0x8004de40'] },
  },
  { text: 'ほかの人も同じエラーが出ているそうです', facts: { affected: 'others' } },
  {
    text: 'このPCだと会社のアカウントでも個人のアカウントでも同じエラーになります。OneDrive 0x8004de40',
    facts: { affected: 'several-accounts', product: 'onedrive', code: ['0x8004de40'] },
  },
  { text: 'すみません、Windows 10ではなくWindows 11でした。', facts: { os: ['windows-11'] } },
  { text: '訂正です。今日は会社ではなく自宅からです。', facts: { network: 'elsewhere' } },
  {
    text: '金曜にパスワードを変えてから、OneDriveが何度もサインインを求めてきます',
    facts: { changed: 'password', product: 'onedrive', symptom: 'sign-in-loop' },
  },
  {
    text: '昨日VPNソフトをアンインストールしてからOneDriveが0x8004de40になりました。Windows 10の社用PCです',
    facts: { changed: 'vpn', product: 'onedrive', code: ['0x8004de40'], os: ['windows-10'], device: 'managed' },
  },
  { text: '昨夜のWindows Updateの後からOneDriveに接続できません。', facts: { changed: 'update', product: 'onedrive', symptom: 'cannot-connect' } },
  {
    text: '特に何も変えていません。Macです。OneDriveだけつながりません。ブラウザでは開けます。',
    facts: { changed: 'nothing', os: ['macos'], product: 'onedrive', symptom: 'cannot-connect', web: 'works' },
  },
  {
    text: '先週新しいPCに変わってから一度もOneDriveがつながっていません。Windows 11 Pro、0x8004de40',
    facts: { changed: 'new-device', product: 'onedrive', os: ['windows-11'], code: ['0x8004de40'], symptom: 'cannot-connect' },
  },
  { text: '管理者権限がないので設定は変えられません', facts: { rights: 'no-admin' } },
  {
    text: '自分はローカル管理者です。Server 2012でOneDriveが0x8004de40',
    facts: { rights: 'admin', os: ['server-2012'], product: 'onedrive', code: ['0x8004de40'] },
  },
  {
    text: 'Web版も開きません。Yahooとか他のサイトは見れます。OneDrive 0x8004de40 win10',
    facts: { web: 'fails', internet: 'works', product: 'onedrive', code: ['0x8004de40'], os: ['windows-10'] },
  },
  {
    text: 'ネットに全くつながりません。どのサイトも開けないです。OneDriveは0x8004de40',
    facts: { internet: 'fails', product: 'onedrive', code: ['0x8004de40'] },
  },
  { text: 'ファイルは全部バックアップしてあるので消えても大丈夫です', facts: { files: 'safe' } },
  { text: '雲のマークのままのファイルがいくつかあります', facts: { files: 'online-only' } },
  { text: 'まだアップロードされていないファイルが30個くらいあるので消さないでください', facts: { files: 'pending-upload' } },
  { text: 'dsregcmd /status の結果です\nAzureAdJoined : YES\nEnterpriseJoined : NO\nDomainJoined : NO', facts: { join: 'entra' } },
  { text: 'AzureAdJoined : NO\nDomainJoined : YES\nWorkplaceJoined : NO', facts: { join: 'domain' } },
  { text: 'DeviceAuthStatus : FAILED. Device is either disabled or deleted と出ました', facts: { 'device-auth': 'disabled' } },
  { text: '現在の WinHTTP プロキシ設定:\n\n    直接アクセス (プロキシ サーバーなし)。', facts: { proxy: 'none' } },
  {
    text: '現在の WinHTTP プロキシ設定:\n\n    プロキシ サーバー:  proxy.example.co.jp:8080\n    バイパス一覧:  (なし)',
    facts: { proxy: 'present' },
  },
  {
    text: 'エラー: 指定されたレジストリ キーまたは値が見つかりませんでした。\nreg query "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp" /v DefaultSecureProtocols',
    facts: { 'default-secure-protocols': 'absent' },
  },
  { text: 'DefaultSecureProtocols    REG_DWORD    0xa80', facts: { 'default-secure-protocols': '0xa80' } },
  { text: 'OS 名:                  Microsoft Windows 11 Pro\nOS バージョン:          10.0.22631 N/A ビルド 22631', facts: { os: ['windows-11'] } },
  { text: 'Microsoft Windows [Version 6.1.7600]', facts: { os: ['windows-7-rtm'] } },
  {
    text: 'うちの会社はプロキシで毎回ユーザー名とパスワードを入れないと外に出られません。OneDrive 0x8004de40',
    facts: { proxy: 'authenticated', product: 'onedrive', code: ['0x8004de40'] },
  },
  {
    text: '全社でSSLインスペクションをやっています。OneDriveが0x8004de88です',
    facts: { inspection: 'yes', product: 'onedrive', code: ['0x8004de88'] },
  },
  { text: 'プロキシは使っていないです。SSL検査もしていません。', facts: { proxy: 'none', inspection: 'no' } },
  {
    text: '家のルーターで広告ブロックのDNSを使っています。OneDriveがつながらないのはそのせい?',
    facts: { filter: 'yes', network: 'elsewhere', product: 'onedrive', symptom: 'cannot-connect' },
  },
  {
    text: 'インターネットオプションの「TLS 1.2を使用する」には最初からチェックが入っています。それでも0x8004de40',
    facts: { tls: '1.2-on', code: ['0x8004de40'] },
  },
  { text: 'TLS1.2のチェックが外れていました。Windows 8.1です', facts: { tls: '1.2-off', os: ['windows-8.1'] } },
  {
    text: 'OneDriveの再起動とリセットは試しましたがだめでした。Windows 11 0x8004de40',
    facts: { tried: ['restart-onedrive', 'reset-onedrive'], product: 'onedrive', os: ['windows-11'], code: ['0x8004de40'] },
  },
  {
    text: 'iPhoneのOneDriveアプリがつながりません。Macでは問題ないです',
    facts: { os: ['ios', 'macos'], product: 'onedrive', symptom: 'cannot-connect' },
  },
  {
    text: 'アンドロイドのスマホでOneDriveのファイルが開けません。Windows10のPCでは開けます。',
    facts: { os: ['android', 'windows-10'], product: 'onedrive', symptom: 'cannot-open-file' },
  },
  {
    text: 'SPの当たっていないWindows7でOutlookが繋がらなくなりました',
    facts: { os: ['windows-7-rtm'], product: 'outlook', symptom: 'cannot-connect' },
  },
  { text: '個人のPCからTeamsにログインするとAADSTS50076', facts: { device: 'personal', product: 'teams', code: ['aadsts50076'] } },
  { text: 'Wordにサインインするたびに CAA50021 が出ます', facts: { product: 'office', code: ['0xcaa50021'] } },
  { text: '新入社員のOneDriveが2日間「セットアップしています」のままです', facts: { product: 'onedrive', symptom: 'setting-up' } },
  { text: 'このサービスへのアクセス権がありません。0x8004deef', facts: { symptom: 'no-access', code: ['0x8004deef'] } },
  { text: 'OneDriveの容量がいっぱいと言われます 0x8004def7', facts: { product: 'onedrive', symptom: 'storage', code: ['0x8004def7'] } },
  { text: 'Server 2008 R2ではDefaultSecureProtocolsにどの値を入れればいいですか?', facts: { os: ['server-2008-r2'], symptom: 'tls-question' } },
  { text: '３階の自販機が壊れてます', facts: {} },
  { text: '明日の飲み会の場所を教えてください', facts: {} },
  { text: '週末に新しいテナントへ移行してからOneDriveが0x8004de40です', facts: { changed: 'account', product: 'onedrive', code: ['0x8004de40'] } },
  {
    text: '月曜に新しいグループポリシーが適用されてからOneDriveがつながりません',
    facts: { changed: 'policy', product: 'onedrive', symptom: 'cannot-connect' },
  },
  {
    text: '学校のパソコンで、学校のアカウントを使っています。OneDrive 0x8004de40。Chromeでは使えます',
    facts: { device: 'managed', account: 'work', product: 'onedrive', code: ['0x8004de40'], web: 'works' },
  },
  {
    text: '個人用のOneDriveです(仕事用ではありません)。Windows 10 Home。0x8004de40',
    facts: { account: 'personal', product: 'onedrive', os: ['windows-10'], code: ['0x8004de40'] },
  },
  {
    text: '出張先のホテルからです。会社貸与のノート、Windows11。OneDriveだけ繋がらない。ほかのサイトは普通に見れます',
    facts: { network: 'elsewhere', device: 'managed', os: ['windows-11'], product: 'onedrive', symptom: 'cannot-connect', internet: 'works' },
  },
  {
    text: 'テレワーク中で、VPN経由で社内につないでます。onedrive ０ｘ８００４ｄｅ４０',
    facts: { network: 'vpn', product: 'onedrive', code: ['0x8004de40'] },
  },
  {
    text: 'わんどらいぶに入れません。何度パスワードを入れてもまた聞かれます。Win10です。',
    facts: { product: 'onedrive', symptom: 'sign-in-loop', os: ['windows-10'] },
  },
];
