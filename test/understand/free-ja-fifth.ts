/** A fifth set of Japanese messages: classes of wording that a second blind set showed to be missing, written anew; the word lists were mended with them. One a line, as in `free-ja.ts`. */
export const freeJapaneseFifth = `
OneDriveに繋がりません。OSは11かもしれません => product=onedrive symptom=cannot-connect os=windows-11
winは11です。OneDriveの同期が止まってます => os=windows-11 product=onedrive symptom=sync-pending
OneDriveのエラー0x8004de40。ウィンドウズはたぶん10 => product=onedrive code=0x8004de40 os=windows-10
Teamsが開けない。Windowsのバージョンは10だったかも => product=teams os=windows-10
OutlookがPOPで受信できません。おそらくWindows 11です => product=outlook os=windows-11 mail-program=pop-imap
SharePointにつながらない、機種は古くてWindowsは8.1です => product=sharepoint symptom=cannot-connect os=windows-8.1
Windowsかどうかもわからないです、OneDriveが動きません => product=onedrive
たぶんプロキシありだと思うけどOneDriveがつながらない => product=onedrive symptom=cannot-connect
パスワードを打っても打っても同じ画面になります。OneDriveです => symptom=sign-in-loop product=onedrive
Teamsのログイン画面が閉じても閉じても出てくる => product=teams symptom=sign-in-loop
認証してもまた最初からやり直しになる、エンドレス状態。OneDrive => symptom=sign-in-loop product=onedrive
Outlookのパスワード入力が無限に続きます => product=outlook symptom=sign-in-loop
サインインし終わったと思うとまたサインイン。この繰り返しです => symptom=sign-in-loop
資格情報の窓が消しても消しても出ます => symptom=sign-in-loop
再起動しても再起動しても同期が終わらない。OneDriveです => product=onedrive symptom=sync-pending
Wordで開くとOneDriveの文書が開けません。ブラウザなら見られます => symptom=cannot-open-file product=onedrive web=works
エクセルからOneDrive上のブックを開けない => product=onedrive symptom=cannot-open-file
PowerPointでSharePointの資料が開けません => product=sharepoint symptom=cannot-open-file
Excelアプリだと、OneDriveに置いたファイルが開けないです => product=onedrive symptom=cannot-open-file
OneDriveにあるExcelがデスクトップ版で開かない => product=onedrive symptom=cannot-open-file
ExcelもOneDriveもサインインできません => product=office symptom=cannot-connect
先月、会社のノートPCを最新の機種に入れ替えました。Teamsに入れません => device=managed changed=new-device product=teams
PCを別の新しいモデルに交換してからOneDriveがつながらない => changed=new-device product=onedrive symptom=cannot-connect
端末を新機種へ更新したあと、OneDriveのセットアップが終わらない => changed=new-device product=onedrive symptom=setting-up
パソコンを新しいやつに替えました。OneDriveがだめ => changed=new-device product=onedrive
新しいノートを支給されました。初日からOneDriveに接続できません => changed=new-device product=onedrive symptom=cannot-connect
PCを再起動しました。OneDriveはまだつながりません => product=onedrive symptom=cannot-connect
パスワードの入力欄を新しい画面に変えてほしい => -
WindowsのTeamsがつながらない => os=windows product=teams symptom=cannot-connect
Windows版OneDriveの同期が止まる => os=windows product=onedrive symptom=sync-pending
ウィンドウズのアウトルックで送受信できない => os=windows product=outlook
Windows用のOneDriveアプリで0x8004de88 => os=windows product=onedrive code=0x8004de88
会社のWindowsでOneDriveにサインインできない => os=windows product=onedrive symptom=cannot-connect device=managed
Windowsの資格情報マネージャーは触っていません。OneDriveがだめ => product=onedrive
TLS 1.2のチェックボックスはONでした => tls=1.2-on
インターネットオプションのTLS1.2、オンになっています => tls=1.2-on
TLS 1.2の項目はチェック済みです。それでもOneDriveがつながらない => tls=1.2-on product=onedrive symptom=cannot-connect
「TLS 1.2の使用」はオンのままです => tls=1.2-on
TLS1.2の設定は有効でした。OneDriveは0x8004de40 => tls=1.2-on product=onedrive code=0x8004de40
TLS 1.2のチェックはオフです => tls=1.2-off
TLS1.2のチェックボックスはオフになっていました => tls=1.2-off
TLS 1.2をオンにすれば直りますか => symptom=tls-question
一覧にTLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256がありました => ciphers=ok
TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384が含まれています。Windows 11 => ciphers=ok os=windows-11
暗号スイートにはTLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256が入っていました => ciphers=ok
ECDHE_RSAのGCMは両方とも一覧に載っています => ciphers=ok
Get-TlsCipherSuiteの結果、ECDHE_RSA_WITH_AES_256_GCM_SHA384 を確認できました => ciphers=ok
TLS_ECDHE_RSA系のGCMスイートが一つも出てきません => ciphers=missing
TLS_RSA_WITH_AES_256_CBC_SHAは一覧にありました => -
TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384しかありませんでした => -
プロキシに関してはさっぱりです => proxy=unknown
プロキシのことはよくわかりません。自宅です => proxy=unknown network=elsewhere
会社がプロキシを使っているかは把握していません => proxy=unknown
プロキシうんぬんは情シス任せなので知りません => proxy=unknown
プロキシの設定があるかどうか、私にはわかりかねます => proxy=unknown
SSLの検査をしているかは聞いてみないとわからないです => inspection=unknown
HTTPS通信の復号については不明です => inspection=unknown
TLSインスペクションの有無はちょっとわかりません => inspection=unknown
広告ブロックやDNSフィルターについてはわかりません => filter=unknown
フィルタリングソフトが入っているかは不明です => filter=unknown
hostsファイルを誰かがいじったかどうかは知りません => filter=unknown
プロキシはないです。あとのことはわかりません => proxy=none
SSLインスペクション(HTTPS復号)は実施していません => inspection=no
TLSの復号(中身の検査)はやっていないです => inspection=no
通信の復号などは一切しておりません => inspection=no
SSL検査の類は導入していません => inspection=no
HTTPSスキャン機能は切ってあります => inspection=no
SSLインスペクション(復号)をしています => inspection=yes
プロキシは置いていません。直接出ています => proxy=none
うちはプロキシのない環境です => proxy=none
プロキシなんてものはありません => proxy=none
hostsで広告サイトを遮断してます => filter=yes
hostsファイルに広告ドメインをいくつも書いてあります => filter=yes
PCのhostsを使って余計なサイトをブロックしています => filter=yes
DNSで広告を弾く設定にしています => filter=yes
広告を消すアプリを入れています => filter=yes
hostsファイルは初期状態のままです => filter=no
広告ブロック系は何も入れてません => filter=no
hostsファイルって何ですか => -
同じLANにいる隣の席の人もOneDriveが使えないそうです => affected=others-same-network product=onedrive
同じネットワークの同僚もOutlookに接続できません => affected=others-same-network product=outlook symptom=cannot-connect
同じWiFiの後輩もSharePointにアクセスできないらしい => affected=others-same-network product=sharepoint
同じ無線につないでいる上司もTeamsに入れません => affected=others-same-network product=teams
同じ回線を使っている同僚も同じエラーです => affected=others-same-network
隣の席の人は使えているそうです。OneDriveです => product=onedrive
同僚のPCでは問題なく動いています。私のはOneDriveが0x8004de40 => product=onedrive code=0x8004de40
上司の端末は大丈夫みたいです。Teamsがつながらない => product=teams symptom=cannot-connect
友人のパソコンだとOneDriveは普通に使えます => product=onedrive
隣の人のMacでは開けます => -
他の人はみんな使えてます。OneDrive 0x8004de40 => affected=only-me product=onedrive code=0x8004de40
私だけつながらないみたいです => affected=only-me symptom=cannot-connect
ブラウザのOutlookもデスクトップのOutlookも両方開けません => web=fails product=outlook
アプリもWeb版も、いずれもOneDriveにつながらない => web=fails product=onedrive symptom=cannot-connect
OneDrive、アプリでもブラウザでも、どちらでもエラーになる => product=onedrive web=fails
Web版のSharePointもアプリも、両方ともアクセスできないです => web=fails product=sharepoint
ブラウザで開こうがアプリで開こうがTeamsはだめ => product=teams web=fails
ブラウザ版もアプリ版もどちらも問題なく使えます。Outlookです => web=works product=outlook
Windows 10とWindows 11が混在しています。OneDriveの同期ができない => os=windows-10,windows-11 product=onedrive symptom=sync-pending
Windows 10で仕事しています。OneDriveの件です => os=windows-10 product=onedrive
Windows 11が動作しているPCです。OneDriveに接続できません => os=windows-11 product=onedrive symptom=cannot-connect
Windows 10で作業していたらOneDriveが切断されました => os=windows-10 product=onedrive symptom=cannot-connect
Windows 11を使用しておりますがTeamsがつながりません => os=windows-11 product=teams symptom=cannot-connect
先週Windows 11にしてからOneDriveに接続できない => os=windows-11 changed=update product=onedrive symptom=cannot-connect
Windows 7でSP1はまだ入れてません => os=windows-7-rtm
Windows7、サービスパックは当たってないです => os=windows-7-rtm
Windows 7の無印です。SP1ではありません => os=windows-7-rtm
Win7ですがService Pack 1は未インストールです => os=windows-7-rtm
Windows 7 Professional、SPを適用していない状態です => os=windows-7-rtm
Windows 7にSP1を当てました => os=windows-7-sp1
Windows 7のSP1は適用済みです => os=windows-7-sp1
Windows7 無印、OneDriveで0x8004de40 => os=windows-7-rtm product=onedrive code=0x8004de40
Azure ADに参加はしていますがハイブリッドなのかは不明です => join=joined
Entra参加済みだけどハイブリッド参加かどうかまでは知りません => join=joined
参加はしていますが、種類はわかりません => join=joined
参加済みです。EntraなのかADなのかは分かりません => join=joined
デバイスは参加状態ですが、ハイブリッドかEntraのみかは不明 => join=joined
Entra IDに参加しています => join=entra
Entraに参加しているかどうかは分かりません => join=unknown
ハイブリッド参加です。Windows 11 => join=hybrid os=windows-11
セキュリティパッチが当たった次の日からOneDriveがつながりません => changed=update product=onedrive symptom=cannot-connect
今朝、更新が自動で入ってからTeamsに接続できない => changed=update product=teams symptom=cannot-connect
Windows Updateの次の日からOneDriveが灰色 => changed=update product=onedrive
昨夜の更新プログラムのインストール以来、Outlookがつながりません => changed=update product=outlook symptom=cannot-connect
OneDriveの更新が終わらない => product=onedrive
更新プログラムはまだ当てていません => -
パソコンのビルドは22631.3155です => os=windows-11
OSビルドが19045.3803でした => os=windows-10
ビルド番号は 22000.194 でした。OneDriveがつながらない => os=windows-11 product=onedrive symptom=cannot-connect
バージョン情報を見たらOSビルド 26100.1742 => os=windows-11
PCのビルド番号:18363 => os=windows-10
Officeのビルドは16731.20234です => -
Office 365の料金プランを教えてください => -
Microsoft 365の領収書はどこで見られますか => -
M365の契約更新はどこからできますか => -
Office 365の管理画面で請求先を変えたい => -
Office 365の使い方講座はありますか => -
Office 365にサインインできません => product=office symptom=cannot-connect
HCWでoutlook.office365.comへの接続に失敗し、SSL ライブラリで内部エラーが発生しました => product=exchange-hybrid symptom=hcw-ssl
ハイブリッド構成ウィザードがoutlook.office365.comとの通信でSSLエラーになります => product=exchange-hybrid symptom=hcw-ssl
HCW実行中、outlook.office365.comに接続する際にSSLの内部エラー => product=exchange-hybrid symptom=hcw-ssl
HCWのログに「outlook.office365.com」接続時のTLSエラーが残っています => product=exchange-hybrid symptom=hcw-ssl
ハイブリッド構成ウィザードの途中でoutlook.office365.comへ接続できずSSLエラー => product=exchange-hybrid symptom=hcw-ssl
outlook.office.comをブラウザで開けません => web=fails product=outlook
`;
