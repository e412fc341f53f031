/** A sixth set of Japanese messages: every fact in wordings that none of the sets before has; the word lists were mended with it. One a line, as in `free-ja.ts`. */
export const freeJapaneseSixth = `
会議中にTeamsが固まりました。PCは会社のやつで、Windowsは11のはずです => product=teams device=managed os=windows-11
多分win11だと思いますがOneDriveの同期ができません => os=windows-11 product=onedrive symptom=sync-pending
OneDriveでエラー、コードは「0x8004de 40」、Win 10 => product=onedrive code=0x8004de40 os=windows-10
コード八桁が 8004DE40 でした => code=0x8004de40
エラー番号は0x8004-DE40とあります => code=0x8004de40
0 x 8 0 0 4 d e 4 0 と表示 => code=0x8004de40
エラーは8004 de90です。OneDrive => code=0x8004de90 product=onedrive
OneDrive(0x8004de88)、端末はMac。 => product=onedrive code=0x8004de88 os=macos
CAA50021が出ます => code=0xcaa50021
コードらしいものは見当たらず、接続できないとだけ => code=none symptom=cannot-connect
コード番号は控え忘れました => code=unknown
エラーコードをメモし損ねてわかりません => code=unknown
ログインしても、すぐまたログインしろと言われるの繰り返しです。Outlook => product=outlook symptom=sign-in-loop
認証アプリで承認しても承認画面に戻されてしまいます => symptom=sign-in-loop
Teamsが1分おきにサインアウトします => product=teams symptom=sign-in-loop
サインインの画面から抜け出せない。OneDriveです => product=onedrive symptom=sign-in-loop
ExcelのライセンスではなくOneDriveの話です。つながりません => product=onedrive symptom=cannot-connect
Officeは普通に使えますがOneDriveだけだめです => product=onedrive
Office自体は問題ないのですがSharePointに入れない => product=sharepoint
PowerPointは開けるんだけどOutlookがだめ => product=outlook
Officeのライセンス認証ができない => product=office
WordもExcelもサインインを求められ続ける => product=office symptom=sign-in-loop
昨日PCが新しいのに変わりました。会社のPCです。OneDriveにつながらない => changed=new-device device=managed product=onedrive symptom=cannot-connect
リース切れでパソコンを交換したばかりです => changed=new-device
先週からMacに乗り換えました。OneDriveが同期しません => changed=new-device os=macos product=onedrive symptom=sync-pending
スマホを機種変してからOutlookのメールが見られない => changed=new-device product=outlook
パスワードは昨日変えたばかりです => changed=password
3日前にパスワードの期限が来て更新しました => changed=password
特に設定は触ってないです => changed=nothing
VPNのソフトが先週新しくなりました => changed=vpn
部署異動でアカウントが変わりました => changed=account
社内のセキュリティ強化でTLS1.0が使えなくなりました => changed=policy
Windowsの更新のあとからOneDriveが動かない => changed=update product=onedrive
TLS 1.2にチェックは入ってました => tls=1.2-on
TLS1.2の欄、チェック入っていますね => tls=1.2-on
TLS 1.2だけチェックが付いていました => tls=1.2-on
TLS 1.2のチェックを外してしまっています => tls=1.2-off
TLS1.2のところに印がありませんでした => tls=1.2-off
暗号スイートの一覧にECDHE_RSAのGCMはちゃんとありました => ciphers=ok
GCM付きのECDHE_RSAスイートが見つかりません => ciphers=missing
プロキシ?聞いたことないです => proxy=unknown
プロキシがどうなっているかは私ではわかりません => proxy=unknown
プロキシは通らず直接インターネットに出ます => proxy=none
プロキシ設定の画面は全部オフでした => proxy=none
プロキシを通りますがパスワードは聞かれません => proxy=open
プロキシに毎回ユーザー名とパスワードを入れます => proxy=authenticated
会社のプロキシサーバーを通しています => proxy=present
HTTPSの中身は見ていないと情シスに言われました => inspection=no
うちのセキュリティソフトはHTTPSをスキャンしています => inspection=yes
ウイルスバスターのHTTPSスキャンは無効にしてあります => inspection=no
SSL復号の有無は不明 => inspection=unknown
アドブロックは使ってません => filter=no
Pi-holeを家で動かしています => filter=yes network=elsewhere
AdGuardは昨日アンインストールしました => filter=no
広告ブロッカー入りのブラウザです => filter=yes
hostsは触ったことがありません => filter=no
DNSフィルターがあるかは聞いたことがないのでわかりません => filter=unknown
Web版OneDriveに入ろうとしても真っ白です => product=onedrive web=fails
ブラウザからアクセスしても同じエラー => web=fails
ブラウザで見ても結果は同じでした。SharePointです => web=fails product=sharepoint
ブラウザからだとすんなり入れました => web=works
ブラウザでは試していません => web=unknown
Web版というのが何か知らないです => web=unknown
Edgeで開くとOneDriveの中身は全部見えます => web=works product=onedrive
Yahooとかは普通に見れてます => internet=works
インターネットは生きています。OneDriveだけです => internet=works product=onedrive
ネットがそもそも繋がっていませんでした => internet=fails symptom=cannot-connect
どのサイトを開いてもタイムアウトします => internet=fails
社外に出ていて、スマホのテザリングです => network=elsewhere
今日は出社していて有線LANです => network=office
自宅からVPNを張っています => network=vpn
VPNを切った状態、自宅です => network=elsewhere
私以外は大丈夫と聞いています => affected=only-me
うちの課では私ひとりだけです => affected=only-me
後ろの席の人にも同じエラーが出てます => affected=others-same-network
他の拠点からも同じ問い合わせが来ています => affected=others
上司は問題なく使えているそうです => -
妻のスマホでは普通に見られます => -
他の人のことはわかりません => affected=unknown
別アカウントで入り直しても同じです => affected=several-accounts
Windows7のSP1なしです => os=windows-7-rtm
Windows7でサービスパック1を入れてあります => os=windows-7-sp1
Windows 7ですがサービスパックの有無はわかりません => os=windows-7
バージョンは6.1.7600と出ました => os=windows-7-rtm
winverだと 10.0.22631 です => os=windows-11
Windows Server 2019でHCWが進みません => os=server-2019 product=exchange-hybrid symptom=cannot-connect
PCはAzure ADに参加させています => join=entra
ドメイン参加のPCです => join=domain
Entra IDには登録だけしてあります => join=registered
ドメインとEntraの両方に入っています => join=hybrid
参加しているかどうかも分かりません、デバイスの件 => join=unknown
管理者権限は持ってません => rights=no-admin
自分が管理者です、このPCの => rights=admin
管理者かどうかは不明です => rights=unknown
会社のPCではなく私物です => device=personal
ファイルは全部クラウドにもあります => files=safe
未送信のファイルが3つ残っています => files=pending-upload
全部オンライン専用になっています => files=online-only
アップロードできていないファイルがあるかは分かりません => files=unknown
共有ファイルにアクセス権がないと出ます => symptom=no-access
OneDriveの容量がパンパンです => product=onedrive symptom=storage
同じファイルがPC名付きで二つできます。OneDrive => product=onedrive symptom=conflict
仕事用のアカウントで使っています => account=work
個人のMicrosoftアカウントです、OneDriveに入れない => account=personal product=onedrive
Microsoft 365の請求書が届きません => -
Officeの購入方法を教えてください => -
社内のプリンターにつながりません => -
PCの電源が入りません => -
Windows 10のサポートはいつまでですか => os=windows-10
ブラウザのお気に入りを移したい => -
Windows 11へのアップグレードはいつできますか => os=windows-11
Excelの関数を教えてほしい => -
Teamsの会議を録画したい => -
下記のユーザーの件、ご確認ください。⏎⏎-----Original Message-----⏎From: 経理部 山田⏎> Teamsにサインインできません。⏎> PCはWindows 11です。⏎⏎--⏎情報システム課 VPN担当 => product=teams symptom=cannot-connect os=windows-11
ありがとうございます。Windows 10でした。⏎⏎-----Original Message-----⏎From: Kiku⏎> OneDriveに接続できませんか。Windows 11ですか。 => os=windows-10
`;

/** A seventh set, written after the sixth was read, to see what was still missing; the word lists were mended with it too. */
export const freeJapaneseSeventh = `
OneDriveの調子が悪いです。PCはたしかWindows 11だったと思います => product=onedrive os=windows-11
うちのはWindowsの10です。Teamsに入れない => os=windows-10 product=teams
OSの種類、Windows 11。エラー0x8004de8a => os=windows-11 code=0x8004de8a
iPhoneのTeamsアプリが開かない => os=ios product=teams
Macで使っているOneDriveの同期が終わらない => os=macos product=onedrive symptom=sync-pending
Win7のSP1入りです => os=windows-7-sp1
Windows 7でサービスパックなしの素の状態です => os=windows-7-rtm
サービスパックを当てる前のWindows 7です => os=windows-7-rtm
8004DE44というのが出ます、先頭は0xです => code=0x8004de44
エラーコードは「0X8004DE40」(ゼロエックス) => code=0x8004de40
OneDriveに変な番号0x80070005が出る => product=onedrive code=0x80070005
番号は出ずに「サインインできません」だけです => code=none symptom=cannot-connect
Teamsを立ち上げるごとにパスワードを要求されます => product=teams symptom=sign-in-loop
サインインが済んだはずなのにまたサインインを促されます => symptom=sign-in-loop
Outlookが朝から資格情報を求めるウィンドウを出し続けます => product=outlook symptom=sign-in-loop
ログイン→また同じログイン画面、の堂々巡り => symptom=sign-in-loop
Wordは問題ないがTeamsに接続できない => product=teams symptom=cannot-connect
SharePointに置いてあるExcelが開けません => product=sharepoint symptom=cannot-open-file
OutlookもTeamsも使えますが、OneDriveのみ接続エラー => product=onedrive symptom=cannot-connect
新しく届いたパソコンでOneDriveが設定中のままです => changed=new-device product=onedrive symptom=setting-up
今週から代替機を使っています。OneDriveにサインインできない => changed=new-device product=onedrive symptom=cannot-connect
PCが壊れて別のPCになりました => changed=new-device
転職してきたばかりで、会社から渡されたPCです => device=managed
パスワード変更の直後からOutlookがつながらない => changed=password product=outlook symptom=cannot-connect
名字が変わってメールアドレスも新しくなりました => changed=account
昨日のWindows Updateが終わってからTeamsが立ち上がらない => changed=update product=teams
再起動したら更新が始まって、それ以降OneDriveがつながりません => changed=update product=onedrive symptom=cannot-connect
更新はしていません。何も変えていません => changed=nothing
情シスがTLSの設定をGPOで変更したそうです => changed=policy
TLS1.2は有効になっていることを確認しました => tls=1.2-on
「TLS 1.2の使用」にチェックあり、OneDriveは駄目 => tls=1.2-on product=onedrive
TLS1.2のチェック、入っていなかったです => tls=1.2-off
TLS 1.2は使用しない設定でした => tls=1.2-off
TLS1.2って必要なんですか => symptom=tls-question
ECDHE_RSAの暗号スイートが有効になっています(GCM) => ciphers=ok
TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384は有効です => ciphers=ok
ECDHE_RSAのGCMスイートはどちらも無効化されていました => ciphers=missing
プロキシの有無を聞かれても私には判断できません => proxy=unknown
プロキシサーバーの設定は空欄になっています => proxy=none
プロキシを使わない設定です => proxy=none
プロキシがありますがログインは求められません => proxy=open
社内はプロキシを通らないと外に出られません => proxy=present
認証のかかるプロキシ経由です => proxy=authenticated
SSL復号は対象外にしてもらっています => inspection=no
FortiGateでSSLインスペクションをかけています => inspection=yes
通信の検査をしているのかどうか分からない => inspection=unknown
ESETのSSLフィルタリングはオフです => inspection=no
広告ブロックの拡張を無効にしても変わりません => filter=no
uBlock Originを使っています => filter=yes
DNSはNextDNSに向けています => filter=yes
フィルター系のソフトは一切使っていません => filter=no
ブラウザではログインできてファイルも見えます => web=works
Web版にも繋がらないです、OneDrive => web=fails product=onedrive symptom=cannot-connect
Chromeで開いてもサインインできません => web=fails symptom=cannot-connect
Web版はまだ見ていません => web=unknown
ブラウザ版とアプリ版で症状が同じ => web=fails
ネットサーフィンは問題なくできます => internet=works
Wi-Fiのマークはついていて、検索もできます => internet=works
回線が落ちていて何も見られません => internet=fails
出張先のホテルでつないでます => network=elsewhere
オフィスのデスクから有線接続です => network=office
VPNに入った状態で試しています => network=vpn
VPNなしで家のWi-Fiです => network=elsewhere
営業部の全員がOneDriveに入れません => affected=others product=onedrive
同じ部屋の3人ともだめです => affected=others-same-network
他に困っている人はいないようです => affected=only-me
私個人だけの問題のようです => affected=only-me
隣の席の山本さんは使えているとのこと => -
ほかの人がどうかは聞いていません => affected=unknown
同じPCの別のアカウントでもOneDriveに入れません => affected=several-accounts product=onedrive
家のPCで、自分で買ったものです => device=personal
管理者のパスワードは情シスしか知りません => -
管理者アカウントでログインしています => rights=admin
Azure AD参加済みです => join=entra
ワークグループのPCです => join=none
参加済みかどうかは情シスに聞かないと => -
参加はしていると聞いていますがハイブリッドかは知らない => join=joined
未アップロードのファイルはありません => files=safe
まだ上がっていない写真があります => files=pending-upload
ファイルは別のHDDにコピー済みです => files=safe
職場のアカウントです。個人のではありません => account=work
OneDriveの保存容量が上限に達しました => product=onedrive symptom=storage
「アクセスが拒否されました」と出てSharePointに入れない => symptom=no-access product=sharepoint
Exchange 2013のHCWでSSLエラー => product=exchange-hybrid symptom=hcw-ssl
OneDriveのファイルが緑のチェックにならない => product=onedrive
新しいモニターが欲しいです => -
ダウンロードしたPDFの印刷方法を教えてください => -
勤怠システムにログインできません => -
パソコンの動作が重いです => -
電話会議の番号を教えてください => -
`;
