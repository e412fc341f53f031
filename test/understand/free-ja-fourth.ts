/** A fourth set of Japanese messages: the classes of wording that a blind set showed to be missing, written anew; the word lists were mended with them. One a line, as in `free-ja.ts`. */
export const freeJapaneseFourth = `
同僚の Windows 11 では問題ありません。自分の Windows 10 だけ OneDrive が同期しません => os=windows-10,windows-11 affected=only-me product=onedrive symptom=sync-pending
プロキシ経由です。認証なし => proxy=open
自宅、Win11、私物PC、OneDriveで0x8004de40 => network=elsewhere os=windows-11 device=personal product=onedrive code=0x8004de40
TLS 1.2 とは何ですか => symptom=tls-question
TLS1.0の廃止っていつからですか => symptom=tls-question
TLS 1.3は使えないの? => symptom=tls-question
昨日まで使えてたのに、今日出社したらOneDriveに「接続できません」と出るようになりました。0x8004DE40です。 => network=office product=onedrive symptom=cannot-connect code=0x8004de40
【緊急】営業3課、全員OneDriveに接続不可。社内LAN。 => affected=others product=onedrive symptom=cannot-connect network=office
ワンドライブがどうやっても開かない。マックです => product=onedrive os=macos
お世話になっております。弊社社員のPC(Windows 10 Pro)にてOneDriveのサインインができず、エラーコード0x8004de88が表示されております。ブラウザからは問題なく利用できるとのことです。 => os=windows-10 product=onedrive symptom=cannot-connect code=0x8004de88 web=works
ブラウザだといけるんですけど、アプリがダメで。 => web=works
ブラウザでもアプリでも開けない => web=fails
OneDriveのWeb版は開くことができました => product=onedrive web=works
Yahooも開かないのでネット自体死んでるかも => internet=fails
YouTubeは見られるのでネットは生きてます => internet=works
他のサイトは全部開けます => internet=works
Wi-Fiは繋がってるけどOneDriveだけ無理 => internet=works product=onedrive
今はホテルから繋いでいます => network=elsewhere
在宅でVPN接続してます => network=vpn
VPNは切ってます、家からです => network=elsewhere
VPN未接続、自宅回線 => network=elsewhere
会社の席から有線で繋いでます => network=office
本社ビルの無線です => network=office
大学の研究室からアクセスしています => network=office
出張先のお客様のゲストWi-Fi => network=elsewhere
自分以外にも2人同じ症状の人がいます => affected=others
うちの部署だけっぽいです。5人ほど => affected=others
同じ部屋の全員です => affected=others-same-network
他の社員からは申告がないので、この人だけだと思います => affected=only-me
ほかの人には起きていません => affected=only-me
会社アカウントでも個人アカウントでも入れない => affected=several-accounts
別のアカウントに切り替えても同じエラー => affected=several-accounts
会社から貸し出されているノートPCです => device=managed
自作PCです => device=personal
学校から配られたSurface => device=managed
社給のThinkPad => device=managed
BYODのMacBook Proです => device=personal os=macos
管理者パスワードを聞かれるけど知りません => rights=no-admin
管理者として実行できます => rights=admin
管理権限がないのでインストールできません => rights=no-admin
Administrator権限はもらってます => rights=admin
自分は一般ユーザーなので設定変更できません => rights=no-admin
プロキシの設定はオフです => proxy=none
プロキシは自動検出になってます => -
プロキシサーバーを通していますが、ID・パスワードは聞かれません => proxy=open
PACファイルでプロキシを配ってます => proxy=present
BlueCoatの認証プロキシ環境です => proxy=authenticated
うちはPalo AltoでSSL復号をしています => inspection=yes
FortiGateのディープインスペクションが有効 => inspection=yes
ノートンがHTTPSをスキャンする設定になってます => inspection=yes
SSL可視化装置は入っていません => inspection=no
hostsファイルに何か書かれていた => filter=yes
Pi-hole使ってます => filter=yes
広告ブロックは入れていません => filter=no
ファイルは全部バックアップ済みです => files=safe
アップロードが終わってないファイルが20個ほどあります => files=pending-upload
オンライン専用のファイルばかりです => files=online-only
パスワードの期限が切れて昨日変更しました => changed=password
今月パスワード変えたばかり => changed=password
AnyConnectを入れてからおかしい => changed=vpn
今朝Windowsの更新が入ってからです => changed=update
24H2に上げてからOneDriveが繋がりません => changed=update os=windows-11 product=onedrive symptom=cannot-connect
先週GPOが変わりました => changed=policy
条件付きアクセスを変更した後からです => changed=policy
PCが新しくなってからサインインできません => changed=new-device symptom=cannot-connect
リース交換でPCが入れ替わりました => changed=new-device
異動でアカウントが変わりました => changed=account
合併でテナントが移行されました => changed=account
特に設定は変えていません => changed=nothing
何もいじってないんですが突然つながらなくなりました => changed=nothing symptom=cannot-connect
Entra IDに参加している端末です => join=entra
Azure ADに登録されてる個人PC => join=registered device=personal
ドメイン参加PC => join=domain
ワークグループのPCです => join=none
TLS1.2はオンになってました => tls=1.2-on
TLS1.2を使用するのチェックを入れても変わりません => tls=1.2-on
TLS 1.2が無効になっています => tls=1.2-off
OneDriveの同期マークがずっとくるくるしてます => product=onedrive symptom=sync-pending
「変更を探しています」から進まない => symptom=sync-pending
ファイルが同期されず、他のPCに反映されません => symptom=sync-pending
OneDriveのアップロードが全く進まない => product=onedrive symptom=sync-pending
Outlookのパスワード画面が何度も => product=outlook symptom=sign-in-loop
Teamsが勝手にサインアウトされる、1日に3回くらい => product=teams symptom=sign-in-loop
サインインしてもすぐサインイン画面に戻される => symptom=sign-in-loop
認証アプリの承認を毎回求められます => symptom=sign-in-loop
SharePointサイトの閲覧権限がないと言われます => product=sharepoint symptom=no-access
フォルダーを開こうとしたら「アクセスが拒否されました」 => symptom=no-access
容量を超過しましたと赤い帯が出る => symptom=storage
OneDriveが満杯 => product=onedrive symptom=storage
5GBしかなくて足りません、OneDriveの容量 => product=onedrive symptom=storage
ファイル名の後ろにPC名が付いたコピーができる => symptom=conflict
WordのファイルをOneDriveから開こうとすると開けません => product=onedrive symptom=cannot-open-file
PDFが開けない、エラー0x80070185 => symptom=cannot-open-file code=0x80070185
「OneDriveをセットアップしています」で固まってる => product=onedrive symptom=setting-up
HCWが証明書エラーで止まります => product=exchange-hybrid symptom=hcw-ssl
ハイブリッドウィザードでSSLのエラー => product=exchange-hybrid symptom=hcw-ssl
Exchangeの受信コネクタでTLSエラー => product=exchange-hybrid
Excelでライセンス認証ができない => product=office
Officeが「ライセンスのない製品」 => product=office
エクセルを立ち上げるとサインインを何度も求められる => product=office symptom=sign-in-loop
すいません、いま客先なんですけどOneDrive入ろうとすると0x8004de40って出ちゃって。Win11のノートです => network=elsewhere product=onedrive code=0x8004de40 os=windows-11
至急！TeamsもOutlookもサインインできない。CAA50021。会社のMac => product=teams symptom=cannot-connect code=0xcaa50021 device=managed os=macos
ユーザー様より、OneDriveが「同期の保留中」のまま3日間進まないとのお問い合わせです。Windows 10 22H2、社給PC。Web版は正常。 => product=onedrive symptom=sync-pending os=windows-10 device=managed web=works
いまさらですが、TLS1.2って何ですか？ => symptom=tls-question
ワンドライブの雲に赤いバツがついてます => product=onedrive
PC：Windows 11 Pro、回線：社内LAN、症状：OneDriveに接続できない、コード：0x8004de88、Web版：OK => os=windows-11 network=office product=onedrive symptom=cannot-connect code=0x8004de88 web=works
機種：Surface（社給）／OS：Win10／アプリ：Teams／エラー：CAA20003 => device=managed os=windows-10 product=teams code=0xcaa20003
OneDriveにログインしようとしたら「サインイン中に問題が発生しました」ってなる => product=onedrive
家では普通にOneDrive使えてるのに会社来たら繋がらん => product=onedrive symptom=cannot-connect network=office
会社では使えますが自宅からだとOneDriveに接続できません => product=onedrive symptom=cannot-connect network=elsewhere
部長のPCだけOneDriveが同期しません => product=onedrive symptom=sync-pending
うちの課で自分だけOutlookに繋がらないです => product=outlook symptom=cannot-connect affected=only-me
隣の人は普通に使えてるみたいです。自分のところだけかも => affected=only-me
さっき聞いたら隣の席の鈴木さんも同じとのこと => affected=others-same-network
支店の人間ほぼ全員がOneDriveに入れません => affected=others product=onedrive
生徒30人のiPadでOneDriveにサインインできません => affected=others os=ios product=onedrive symptom=cannot-connect
プロキシ使ってるか分かんないです => proxy=unknown
プロキシの設定はいじってません => -
プロキシ？なにそれ、わかりません => proxy=unknown
プロキシサーバー(認証あり)を経由しています => proxy=authenticated
社内ネットワークはプロキシ必須です => proxy=present network=office
ESETのSSL/TLSプロトコルフィルタリングを無効にしました => -
ウイルスバスターがHTTPSの通信をチェックしてるかも => -
SSLインスペクションの対象からMicrosoft 365は除外済みです => -
hostsは触ってません。広告ブロックもなし => filter=no
管理者権限は持っていますが、会社の規定で使えません => rights=admin
管理者の人に頼まないとインストールできません => rights=no-admin
自分がローカル管理者です => rights=admin
父から借りた個人のパソコンでWindows 10 => device=personal os=windows-10
大学の貸与iPadです => device=managed os=ios
会社の標準PC(Windows 11)なのでたぶんIntuneで管理されてます => device=managed os=windows-11
Intuneに登録済みの端末です => device=managed
プライベートのMacから会社アカウントで入ろうとしています => device=personal os=macos account=work
個人契約のMicrosoft 365でOneDrive使ってます => account=personal product=onedrive
会社のMicrosoftアカウントで入っています => account=work
学校のメールアドレスでサインインしています => account=work
@outlook.jpのアカウントです => account=personal
OneDriveのファイルはクラウドにも手元にもあるので消えても大丈夫 => product=onedrive files=safe
まだクラウドに上がっていない写真が数十枚あります => files=pending-upload
デスクトップのファイル、全部雲マークなんですけどリセットして平気？ => files=online-only
バックアップは取ってません => -
パスワードは変えてません => -
月曜にパスワードをリセットしてもらってからTeamsに入れないです => changed=password product=teams
先週、情シスの指示でVPNのソフトを新しくしました => changed=vpn
FortiClientで繋いでいる間だけOutlookがつながりません => network=vpn product=outlook symptom=cannot-connect
昨夜の自動更新のあと再起動したらOneDriveが動かなくなりました => changed=update product=onedrive
Win11にアップグレードした直後からです => changed=update os=windows-11
セキュリティ強化でTLS1.0と1.1を切りました => changed=policy
情シスがGPOで暗号化スイートを変更しました => changed=policy
昨日PCが新しいのに替わりました => changed=new-device
結婚して苗字が変わりアカウント名も変更されました => changed=account
何かを変更した覚えはありません => changed=nothing
特別なことは何もしていません => changed=nothing
ドメイン参加しているPCです、社内です => join=domain network=office
Entra参加か登録かは分かりません => join=unknown
dsregcmdではAzureAdJoined : YES、DomainJoined : NOでした => join=entra
TLS1.2のチェックは最初から入ってました => tls=1.2-on
インターネットオプションのTLS1.2、チェック外れてました => tls=1.2-off
TLS1.2をオンにしたのに変わりません => tls=1.2-on
TLS1.2にしてくださいと情シスに言われたけど、どうやるの？ => symptom=tls-question
Windows 7でOutlook 2013を使っています。TLS 1.2の対応はどうすればいいですか => os=windows-7 product=outlook symptom=tls-question
KB3140245はまだ必要ですか？サーバーは2012です => symptom=tls-question os=server-2012
OneDriveの同期がずっとぐるぐるしてて終わる気配なし => product=onedrive symptom=sync-pending
ファイルが同期されてない。緑のチェックにならない => symptom=sync-pending
OneDriveがアップロード中のまま固まってる => product=onedrive symptom=sync-pending
OneDriveにサインインしても一瞬で戻される、ループ状態 => product=onedrive symptom=sign-in-loop
Outlookが資格情報を延々求めてくる。Win11 => product=outlook symptom=sign-in-loop os=windows-11
Teamsが起動のたびにパスワード入力を要求してきます => product=teams symptom=sign-in-loop
Excel起動するとサインインの画面がしつこく出てきます => product=office symptom=sign-in-loop
SharePointのページを開くと「アクセスが拒否されました」になる => product=sharepoint symptom=no-access
人事のサイトに入ろうとしたら権限がありませんと言われた、SharePoint => product=sharepoint symptom=no-access
OneDriveの容量オーバーで新しいファイルが上がらない => product=onedrive symptom=storage
「ストレージの上限に達しています」と表示されました => symptom=storage
OneDriveが「アカウントが凍結されています」 => product=onedrive symptom=storage
「競合するコピー」ってのが増えて困ってます、OneDrive => symptom=conflict product=onedrive
OneDriveのExcelファイル、ダブルクリックしても開かない => product=onedrive symptom=cannot-open-file
クラウドのファイルを開くと0x80070185になる => code=0x80070185
新人のPCでOneDriveが「セットアップしています」から動かない => product=onedrive symptom=setting-up
ハイブリッド構成ウィザード、証明書の検証でSSLエラー。2019です => product=exchange-hybrid symptom=hcw-ssl
エラーコードとかは何も出ないです、ただ繋がらないだけ => code=none symptom=cannot-connect
コード見る前に消えちゃいました => -
エラー番号メモし忘れて不明です => code=unknown
ブラウザで見ると中身全部あります => web=works
Edgeで開いてもだめ、Chromeもだめ => web=fails
ブラウザ版は試してません => web=unknown
ほかのサイトは開けるのでネットはOKかと => internet=works
Galaxyのスマホです。Teamsに入れない => os=android product=teams
Windows11ホームです => os=windows-11
パソコンはMacBook Air (M2)です => os=macos
Windows 8.1からWindows 11に買い替えました => os=windows-11 changed=new-device
サーバーはWindows Server 2019、クライアントはWin10 => os=server-2019,windows-10
7です、SP1は入ってます => -
コピー機が壊れた => -
Slackにログインできません => -
社内ポータルが開けない => -
OneDriveって何ですか => product=onedrive
会議資料のPDFを送ってください => -
VPNの証明書が切れてます => -
Teamsの会議を17時に変更お願いします => -
パスワードの有効期限を教えて => -
`;
