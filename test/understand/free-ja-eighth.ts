/** An eighth set of Japanese messages, with the phrases that were added for its causes; what must not be read stands among them. One a line, as in `free-ja.ts`. */
export const freeJapaneseEighth = `
OneDriveにログオンできひん => product=onedrive symptom=cannot-connect
Outlookへの接続がタイムアウトします => product=outlook symptom=cannot-connect
Teamsがつながったり切れたりします => product=teams symptom=cannot-connect
Outlookが「接続を試みています」のままです => product=outlook symptom=cannot-connect
水色の雲のアプリが「設定しています」と出たままです => product=onedrive symptom=setting-up
OneDriveのセットアップがいつまでも続きます => product=onedrive symptom=setting-up
OneDriveのセットアップはずっと前に終わっています => product=onedrive
Outlookのパスワード、いくら打ってもだめ => product=outlook symptom=sign-in-loop
Teamsで認証しても、すぐにまた認証を求められます => product=teams symptom=sign-in-loop
Outlookはサインインの画面ばかり出ます => product=outlook symptom=sign-in-loop
Teamsから、またログアウトされました => product=teams symptom=sign-in-loop
OneDriveの同期がでけへん、というか進まへん => product=onedrive symptom=sync-pending
共有されたリンクが開けません。OneDriveのです => product=onedrive symptom=cannot-open-file
Office 2021のライセンスが認証されません => product=office
10の方のWindowsです => os=windows-10
Windowsの何かは私ではわかりません => os=windows
Windows 10と思ってましたが、調べたら11でした => os=windows-11
Windows 10だと書きましたが誤りで11です => os=windows-11
Windows 10と書いてある端末で0x8004de40が出ます => os=windows-10 code=0x8004de40
コードは8004de40。いや、間違いです、8004de44でした => code=0x8004de44
0x8004de40が出て、違うPCでは0x8004de88です => code=0x8004de40,0x8004de88
エラーの数字？もう思い出せません => code=unknown
エラー番号は0x8004de40です。前のは忘れました => code=0x8004de40
FortiClientを立ち上げた状態で作業中 => network=vpn
FortiClientを立ち上げたほうがいいですか => -
今日は職場です => network=office
会社の無線LANにつないでいます => network=office
会社の無線LANにつないだことはありません => network=elsewhere
家で使っている時は大丈夫で、会社だとOneDriveがつながらない => network=office product=onedrive symptom=cannot-connect
ホテルのWi-Fiでも携帯の回線でも同じでした => network=elsewhere
別のサイトは？→ 開けます => internet=works
インターネットはだいじょうぶです => internet=works
となりの席の先輩のPCでもOneDriveがだめです => affected=others-same-network product=onedrive
隣の席の後輩は問題ないです => -
お客様の担当者からも開けないと言われました => affected=others
お客様から問い合わせがありました => -
係長もだめだそうです => affected=others
共用の端末で、どのアカウントでもOutlookがつながりません => affected=several-accounts product=outlook symptom=cannot-connect device=managed
情シスによって管理されている端末です => device=managed
この端末は会社に管理されているのでしょうか => -
昇格には承認が必要です => rights=no-admin
権限の昇格を申請しました => -
プロキシはありますが、ユーザー名とパスワードは要りません => proxy=open
セキュリティソフトのHTTPSスキャン機能は停止してあります => inspection=no
hostsファイルを見ましたが、余計な記述はありません => filter=no
uBlockはありますが、今は切っています => filter=no
uBlockは今は動いています => filter=yes
設定をいじった覚えはないです => changed=nothing
何か新しく入れたりはしていません => changed=nothing
パスワードを変えた覚えはありません => -
AzureAdJoined は YES、DomainJoined は NO です => join=entra
AzureAdJoined が NO、DomainJoined が YES と出ました => join=domain
ワンドライブは何回も再起動しました => product=onedrive tried=restart-onedrive
OneDriveというか、Teamsのログインができません => product=teams symptom=cannot-connect
Outlookが「オフライン作業」のまま戻りません => product=outlook symptom=cannot-connect
SharePointはログイン不能です => product=sharepoint symptom=cannot-connect
PINの窓が消えたと思うとまた出てくる。Teamsです => product=teams symptom=sign-in-loop
Outlookがひたすらパスワードを求めてきます => product=outlook symptom=sign-in-loop
OneDriveの写真が全然上がっていかない => product=onedrive symptom=sync-pending
SharePointの同期中のフォルダがなかなか終わらない => product=sharepoint symptom=sync-pending
OneDriveの見積.pptxが開きません => product=onedrive symptom=cannot-open-file
閲覧権限がないため資料を開けません。SharePoint => product=sharepoint symptom=no-access
他の研修生は問題なく使えています => affected=only-me
部下のPCだけOneDriveがだめです => affected=only-me product=onedrive
鈴木さんも佐藤さんも同じだそうです => affected=others
鈴木さんも参加する会議です => -
経理課の人だけがOutlookを使えません => affected=others product=outlook
経理課の人だけに共有しています => -
自分だけなのかは、わかりません => affected=unknown
家族で使うPCで、どちらのユーザーでもOneDriveがつながらない => affected=several-accounts product=onedrive symptom=cannot-connect
どちらのユーザーでも大丈夫です => -
二人で使っているパソコンです => -
どのサイトにも飛べません => internet=fails
インターネットは遅いけど使えてます => internet=works
ホテルの回線だとだめで、テザリングだと平気。Outlookです => product=outlook network=elsewhere
VPNで社内に入って作業しています => network=vpn
本社から新しいノートPCが届きました => device=managed changed=new-device
この端末は派遣先の備品です => device=managed
私用の携帯です => device=personal
私用の携帯ではTeamsは使えます。会社のPCがだめです => device=managed product=teams
Administratorsグループのメンバーです => rights=admin
Administratorsグループに入っていません => rights=no-admin
特権IDはもらっていません => rights=no-admin
プロキシ?使ってないです => proxy=none
プロキシを通りますが、最初にユーザー名とパスワードを入力します => proxy=authenticated
OneDriveの通信はSSL復号の対象から外してもらっています => product=onedrive inspection=no
一切いじっていません => changed=nothing
パスワードを変えろと言われて今朝変えたばかりです => changed=password
パスワードを変えろと言われていますが、まだです => -
全社でTLS 1.0を昨日禁止しました => changed=policy
10から11に上げたら、OneDriveがつながらない => os=windows-11 changed=update product=onedrive symptom=cannot-connect
10から11に上げたいです => -
コードは出てこないです => code=none
認証コードが出てこないです => -
エラーコードですか?もうわからないです => code=unknown
DefaultSecureProtocols = 0x00000A00 でした。サーバー2012です => default-secure-protocols=0xa00 os=server-2012
ECDHE_RSA系の暗号が一個もありません => ciphers=missing
アカウントは大学が発行したものです => account=work
Microsoft 365 Familyを使っています => account=personal
OneDriveの再起動なら2回やりました => product=onedrive tried=restart-onedrive
私の部屋から、VPNなしです => network=elsewhere
今カフェなので、OneDriveがつながりません => network=elsewhere product=onedrive symptom=cannot-connect
他に同じ症状の人がいるかは確認していません => affected=unknown
Teamsが落ちると苦情が殺到しています => product=teams affected=others
友人に譲ってもらったノートPCです => device=personal
会社からもらったアカウントです => account=work
会社からもらったパソコンです => device=managed
ハイブリッド構成のPCです => -
プロキシは先月撤去しました => proxy=none
プロキシはやめたほうがいいですか => -
プロキシ経由ですが、認証は求められません => proxy=open
セットアップ スクリプトが指定されていました => proxy=present
HTTPSのデコードをしています => inspection=yes
HTTPSのデコードはしていません => inspection=no
DNSサーバーにブロックリストを設定しています => filter=yes
hostsは消して、今は空です => filter=no
AnyConnectのVPNから別の製品に変わったばかりです => changed=vpn
VPNからOneDriveに切り替えたい => product=onedrive
先週、ファイアウォールのルールを見直しました => changed=policy
セキュリティの設定を変更したいです => -
資料はクラウド側に全部あります => files=safe
数字らしきものは出ましたが、控えていません => code=unknown
ECDHE_RSAのGCMは残っていません => ciphers=missing
AADにもADにも参加しています => join=hybrid
ADには参加していません => join=none
ドメインには参加しています => join=domain
TLS 1.2のDisabledByDefaultは1です => tls=1.2-off
TLS 1.2はEnabled=1です => tls=1.2-on
TLS 1.0と1.1が廃止されると聞きましたが、複合機は大丈夫でしょうか => symptom=tls-question
OneDriveで「空き容量がありません」と出ます => product=onedrive symptom=storage
翌日にはまたパスワードを聞かれます => symptom=sign-in-loop
再起動するとまたサインインできます => -
OneDriveの矢印がずっと回っています => product=onedrive symptom=sync-pending
ワードから、サインインが必要ですと言われます => product=office
onedrive.exe /reset は実行済みです => product=onedrive tried=reset-onedrive
OneDriveを再起動しても同じでした => product=onedrive tried=restart-onedrive
Outlookを再起動したらいいですか => product=outlook
他部署からも同じ連絡がありました => affected=others
他部署からもらった資料です => -
お客様からもらったファイルです => -
仕事用のアカウントも個人のアカウントも、両方だめです => affected=several-accounts
社用PCだと、職場アカウントでも個人アカウントでも0x8004de40になります => device=managed code=0x8004de40 affected=several-accounts
会社からの貸与品です => device=managed
ウイルス対策ソフトが新しくなってから、Teamsの接続ができていません => changed=update product=teams symptom=cannot-connect
セキュリティソフトは更新していません => -
サインインはできていますが、OneDriveの同期が進みません => product=onedrive symptom=sync-pending
エラー番号なし、Outlookです => code=none product=outlook
Teamsで認証しても認証しても最初に戻ります => product=teams symptom=sign-in-loop
HCWで「SSL接続を確立できませんでした」と表示されます => product=exchange-hybrid symptom=hcw-ssl
ハイブリッド構成ウィザードでTLS通信の確立に失敗します => product=exchange-hybrid symptom=hcw-ssl
サーバーへの接続を確立できません。Outlookです => product=outlook symptom=cannot-connect
ハイブリッド構成ウィザードが最後まで進みません => product=exchange-hybrid
HCWが全然進まない => product=exchange-hybrid symptom=cannot-connect
OneDriveの同期が最後まで進みません => product=onedrive symptom=sync-pending
サーバーには管理者でログオンしています => rights=admin
管理者でログオンしていません => rights=no-admin
OneDriveはMacでも動くんでしょうか => product=onedrive
Server 2019でも動くものでしょうか => -
Macでも使えていました => os=macos
オンラインのみのファイルがあるのかは、よく分かりません => files=unknown
オンラインのみのファイルがあります => files=online-only
職場のアカウントか個人のアカウントか、自分では分かりません => account=unknown
個人のアカウントか会社のものか、私には分かりません => account=unknown
OneDriveの空きがもうありません => product=onedrive symptom=storage
会議室の空きがもうないのですが => -
スマホだとOneDriveの資料が開けるのに、会社のパソコンだと開けません => product=onedrive device=managed symptom=cannot-open-file
学校のWindows 11の端末です => device=managed os=windows-11
個人のWindows 10のPCです => device=personal os=windows-10
hostsファイルにトラッカーの一覧を入れています => filter=yes
hostsファイルにリストを入れたほうがいいですか => -
Teamsから失礼いたします。Outlookがつながりません => product=outlook symptom=cannot-connect
SharePointのサイトをOneDriveと同期しています => product=onedrive
SharePointのライブラリが同期できません => product=sharepoint symptom=sync-pending
`;
