/**
 * Messages in Japanese as employees and the colleagues of the helpdesk write them in Teams, written and labelled before Kiku had read any of them;
 * three labels were corrected after. One a line: the text (⏎ for a new line), then what it states. `-` is nothing.
 */
export const freeJapanese = `
OneDriveに0x8004de40と出て同期できません。会社PCです => product=onedrive code=0x8004de40 symptom=sync-pending device=managed
ﾜﾝﾄﾞﾗｲﾌﾞがつながらない　ｗｉｎ１１ => product=onedrive symptom=cannot-connect os=windows-11
OneDrive繋がりません。社内LANで有線です。エラーは８００４ｄｅ４０ => product=onedrive symptom=cannot-connect network=office code=0x8004de40
今日テレワークなんですけど、OneDriveが「接続できません」って出ます => network=elsewhere product=onedrive symptom=cannot-connect
VPNは使っていません。自宅の光です。OneDriveだけ入れません => network=elsewhere product=onedrive
10ではなく11です => os=windows-11
すいませんWin10って書きましたが11でした => os=windows-11
スマホでは使えるのにPCではだめです。OneDriveです => product=onedrive
iPhoneのOneDriveは普通に見れるのに、会社のノートPC(Win11)だと0x8004de88 => os=windows-11,ios product=onedrive device=managed code=0x8004de88
他の人も同じみたいです。OneDriveが朝からつながりません => affected=others product=onedrive symptom=cannot-connect
自分だけです。周りは普通に使えてます。 => affected=only-me
パスワードを変えたあとからOneDriveにサインインできなくなった => changed=password product=onedrive symptom=cannot-connect
再起動しても変わらず、0x8004de40のままです => code=0x8004de40
管理者権限がないので入れられません => rights=no-admin
Windows10、11混在で、どちらもOneDriveがつながりません => os=windows-10,windows-11 product=onedrive symptom=cannot-connect
課のみんなOneDrive落ちてるっぽいです。オフィスの有線LANです => affected=others product=onedrive network=office
プロキシ経由です。認証なしのやつです => proxy=open
社内はプロキシ認証があるんですが関係ありますか？OneDriveが繋がらなくて => proxy=authenticated product=onedrive symptom=cannot-connect
ウイルス対策ソフト(ESET)がHTTPSをスキャンしてるみたいです。OneDrive 0x8004de40 => inspection=yes product=onedrive code=0x8004de40
広告ブロッカー入れてます。家のPCです。OneDriveが0x8004de40で繋がらない => filter=yes device=personal product=onedrive code=0x8004de40 symptom=cannot-connect
Edgeで開くとOneDrive普通に見れました => web=works product=onedrive
ブラウザ版もダメでした。ヤフーとかは見れます => web=fails internet=works
Webのほうは使えてます。デスクトップアプリのほうだけ接続エラーです => web=works symptom=cannot-connect
ネットは普通につながってます => internet=works
ネットが全然だめで、どのサイトも開きません => internet=fails
エラー番号は特に出てないです。OneDriveの雲マークがグレーのままです => code=none product=onedrive
エラーコード控え忘れました、わからないです => code=unknown
0ｘ8004DE4O（最後オーかも）です => code=0x8004de40
OneDrive エラー -2147164608 => product=onedrive code=0x8004de40
たぶんWindows 10だと思うんですが自信ないです => -
プロキシを使っているかもしれません => -
VPNのせいかもしれないです。OneDriveが固まります => product=onedrive
MacBookのOneDriveでサインイン画面がずっと出てきます => os=macos product=onedrive symptom=sign-in-loop
Outlookが一日に何度もサインインを求めてくる => product=outlook symptom=sign-in-loop
アウトルックがパスワード入れても入れてもまた聞いてくるんだけど => product=outlook symptom=sign-in-loop
Teamsを立ち上げるとCAA50021。社用スマホのAndroidのTeamsは普通 => product=teams code=0xcaa50021 os=android
Teamsにログインできません。エラーコード：caa20004　会社貸与PC => product=teams symptom=cannot-connect code=0xcaa20004 device=managed
Excel開くたびにサインインしてくださいと出ます。Officeのライセンスはあります => product=office symptom=sign-in-loop
Officeのサインインが何回やっても最初の画面に戻る　Windows11 => product=office symptom=sign-in-loop os=windows-11
AADSTS50105 と出てOneDriveに入れません => code=aadsts50105 product=onedrive
AADSTS７００１６ってなんですか => code=aadsts70016
会社アカウントでログインするとAADSTS53003で弾かれます。自宅から私物PCです => account=work code=aadsts53003 network=elsewhere device=personal
SharePointで「このサイトへのアクセス権がありません」。0x8004de85も出てた => product=sharepoint symptom=no-access code=0x8004de85
sharepointのライブラリが同期されなくて、ずっと保留中のままです => product=sharepoint symptom=sync-pending
OneDriveの同期が止まってます。昨日から「変更を処理しています」です => product=onedrive symptom=sync-pending
同期が止まる。緑のチェックが付かない。OneDriveです => symptom=sync-pending product=onedrive
OneDrive、緑のチェックは付いてるのにファイルが開けないです => product=onedrive symptom=cannot-open-file
雲のマークのファイルをダブルクリックすると0x8007016aで開けません => files=online-only code=0x8007016a symptom=cannot-open-file
クラウド ファイル プロバイダーが実行されていません、というメッセージが出ました => symptom=cannot-open-file
OneDriveが準備中のまま進みません。新入社員です => product=onedrive symptom=setting-up
「OneDriveをセットアップしています」が3日続いてます => product=onedrive symptom=setting-up setting-up-for=over-24-hours
OneDriveの容量がいっぱいで保存できないです => product=onedrive symptom=storage
容量が足りませんって出てOneDriveが止まりました。0x8004def7 => symptom=storage product=onedrive code=0x8004def7
OneDriveで競合してるファイルがどんどん増えます => product=onedrive symptom=conflict
Sharepointの共有ファイル、編集が競合しましたと毎回出る => product=sharepoint symptom=conflict
0x8004deefが出ます。IT部門からはライセンス付いてると言われました => code=0x8004deef licence=assigned
テナント移行後OneDriveが0x8004de85になる人が続出 => changed=account product=onedrive code=0x8004de85 affected=others
ハイブリッド構成ウィザードでSSLのエラーが出て止まります。サーバーは2016です => product=exchange-hybrid symptom=hcw-ssl os=server-2016
HCW実行中、構成情報の収集のところで失敗 => product=exchange-hybrid symptom=cannot-connect
Exchangeハイブリッド環境で送信コネクタがTLSネゴシエーションに失敗しています。WS2019 => product=exchange-hybrid os=server-2019
TLS 1.2にしないとOutlook使えなくなると聞きました。何かする必要ありますか？ => product=outlook symptom=tls-question
Outlook 2010はTLS1.2対応してますか => product=outlook symptom=tls-question
うちの2008R2でもTLS 1.2いけますか？ => os=server-2008-r2 symptom=tls-question
DefaultSecureProtocolsは0xA00でいいの？ => symptom=tls-question
Win7 SP1のOutlookが急につながらなくなりました。レジストリは未設定です => os=windows-7-sp1 product=outlook symptom=cannot-connect
POPで受信してる古い複合機が先週から接続失敗します => product=outlook symptom=cannot-connect mail-program=pop-imap
ウィンドウズ８のＰＣでOutlookがつながりません => os=windows-8 product=outlook symptom=cannot-connect
ｗｉｎ８．１です => os=windows-8.1
Windows Server 2012 R2でOneDrive 0x8004de40、サーバーの管理者です => os=server-2012-r2 product=onedrive code=0x8004de40 rights=admin
Azure AD Connectが失敗するんですが => -
PCはAzure AD参加です。ドメインには入ってません => join=entra
ハイブリッド参加しているPCで CAA50021 => join=hybrid code=0xcaa50021
Office 365の契約更新の件、総務に確認中です => -
TLS1.2のチェック、入ってました。それでもOneDriveつながりません => tls=1.2-on product=onedrive symptom=cannot-connect
インターネットオプション見たらTLS 1.2のチェック外れてた => tls=1.2-off
昨日のWindows Update後からOneDriveにつながりません => changed=update product=onedrive symptom=cannot-connect
先週PC入れ替えたらOneDriveが「サインインできません」 => changed=new-device product=onedrive symptom=cannot-connect
VPNクライアントをGlobalProtectに入れ替えてから0x8004de40 => changed=vpn code=0x8004de40
GPOでTLS1.0切ったあとから古い端末のOutlookが繋がらん => changed=policy product=outlook symptom=cannot-connect
特に何も変えてないのに今朝から0x8004de40です => changed=nothing code=0x8004de40
VPN張ってるときだけOneDriveが接続エラーになります => network=vpn product=onedrive symptom=cannot-connect
カフェのWi-Fiです。会社支給のSurface、OneDrive 0x8004DE40 => network=elsewhere device=managed product=onedrive code=0x8004de40
出社してます。同じ島の3人ともOneDriveつながりません => network=office affected=others-same-network product=onedrive symptom=cannot-connect
隣の席の人もなるって言ってます => affected=others-same-network
拠点全体でOneDriveに接続不可です => affected=others-same-network product=onedrive symptom=cannot-connect
ユーザー5名からOneDriveにつながらないと問い合わせあり。全員Windows 11です => affected=others product=onedrive symptom=cannot-connect os=windows-11
別の会社アカウントで試しても同じエラーでした。0x8004de40 => affected=several-accounts account=work code=0x8004de40
個人のMicrosoftアカウントのほうのOneDriveです => account=personal product=onedrive
まだ上がってないファイルがあるのでリセットは避けたいです。OneDrive => files=pending-upload product=onedrive
大事なデータは全部バックアップ取ってあります => files=safe
ipadのTeamsがつながらないです、PC(win10)は問題なし => os=ios,windows-10 product=teams symptom=cannot-connect
お疲れ様です。⏎OneDriveがつながらなくて困ってます。⏎よろしくお願いします。⏎-----------⏎営業部 田中 => product=onedrive symptom=cannot-connect
コード出ました、0x8004de90です⏎> Windows 11をお使いですか？ブラウザでは開けますか？ => code=0x8004de90
下記の件、よろしくお願いします。⏎-----Original Message-----⏎差出人: 山田 <yamada@example.co.jp>⏎OneDriveが0x8004de40 Windows 7です => product=onedrive code=0x8004de40 os=windows-7
転送します⏎From: 佐藤⏎Sent: Monday⏎Subject: Outlookが起動しない => -
Outlookが切断されましたのまま戻りません。社外からです => product=outlook symptom=cannot-connect network=elsewhere
Outlook、右下が「パスワードが必要」になってて押しても何も出ない => product=outlook symptom=sign-in-loop
組織の別のアカウントが既にこのコンピューターにサインインしています、とWordで出ます => product=office symptom=cannot-connect
チームズが真っ白。在宅、私物Mac => product=teams network=elsewhere device=personal os=macos
OneDriveがサインイン→パスワード→またサインイン、のループです。W10 22H2 => product=onedrive symptom=sign-in-loop os=windows-10
同機が終わらない ワンドライブ => symptom=sync-pending product=onedrive
OneDriveに接続出来無いです。windows１１ pro => product=onedrive symptom=cannot-connect os=windows-11
OneDriveサインイン出来ん。社用パソコン、家から => product=onedrive symptom=cannot-connect device=managed network=elsewhere
ビルド22631のノートです。OneDriveが起動してもすぐ落ちます => os=windows-11 product=onedrive
ver叩いたら 10.0.19045 でした => os=windows-10
OSはバージョンまで分かりませんがWindowsです。 => os=windows
使っているのがWin10か11かわからないです => os=windows
Linux(Ubuntu)からSharePointのWeb版が開けないです => os=linux product=sharepoint web=fails
問合せです。利用者はWindows 10 Home、個人所有、OneDriveのエラー0x8004de69 => os=windows-10 device=personal product=onedrive code=0x8004de69
OneDrive 8004deb4 と 8004de40 が交互に出る => product=onedrive code=0x8004deb4,0x8004de40
0x8004de40じゃなくて0x8004de44でした => code=0x8004de44
学校のパソコンから大学のアカウントでOneDriveに入れないです => device=managed account=work product=onedrive
テザリングだと繋がるのに社内Wi-Fiだと0x8004de40 => network=office code=0x8004de40
会社では使えるのに家だとOneDriveがつながらない => network=elsewhere product=onedrive symptom=cannot-connect
Intune管理の端末です。準拠してませんと出てTeamsに入れません => device=managed product=teams
デバイスが無効になっているようで、サインインできません => symptom=cannot-connect
dsregcmdで見たらDeviceAuthStatusがSUCCESSでした => device-auth=success
ADドメイン参加のみのPCです => join=domain
DNSフィルター(NextDNS)入れてます => filter=yes
うちはZscalerでSSL復号してます。OneDriveだけつながらないです => inspection=yes product=onedrive symptom=cannot-connect
SSLインスペクションはしていません、プロキシもなしです => inspection=no proxy=none
共有フォルダ(SharePoint)の同期で「アクセスが拒否されました」 => product=sharepoint symptom=no-access
`;

/** Messages that state nothing for any playbook. */
export const freeNothing = `
お昼何食べます？
プリンタが紙詰まりです
3階の複合機からスキャンが送れない
ありがとうございました！助かりました
了解です
お疲れさまです
おはようございます。今日もよろしくお願いします
有休って何日残ってますか
年末年始の休みはいつからですか
夏季休暇の申請ってどこからですか
会議室Aのモニターが映りません
パスワード忘れました
パスワードの変更方法を教えてください
VPNの申請方法を教えてください
VPNの設定手順書ありますか
名刺を発注したいのですが
経費精算の締め日いつでしたっけ
マウスの電池ありますか
キーボードに水をこぼしました
内線の番号教えてください
あなたはボットですか
中の人いますか
意味わからん
違います
ちょっと待ってください
さっきの件どうなりましたか
電話してもいいですか
社員証をなくしました
駐車場の契約をしたい
今日の天気は？
`;

/** A second set, written and labelled when the first had been mended and before Kiku had read any of these. */
export const freeJapaneseAgain = `
すみません、OneDriveが急に開けなくなって「0x8004de40」と出ます…どうすればいいですか => product=onedrive code=0x8004de40
OneDriveにサインインしようとすると接続エラー。会社から借りてるWindows11のノートで、いまは実家からです => product=onedrive symptom=cannot-connect device=managed os=windows-11 network=elsewhere
うちの部署、昨日からOneDriveに繋がらない人が何人もいます => product=onedrive symptom=cannot-connect affected=others
ｴﾗｰｺｰﾄﾞ0x8004DE88 ｳｨﾝﾄﾞｳｽﾞ10 => code=0x8004de88 os=windows-10
Win10→Win11にしてからOneDriveの調子が悪いです => os=windows-11 changed=update product=onedrive
ノートはWin11で問題ないけど、デスクトップのWin10のほうでOneDriveが同期しないです => os=windows-10,windows-11 product=onedrive symptom=sync-pending
間違えました、Windows 10じゃなくて11のほうです => os=windows-11
先ほどのは訂正で、社内ではなく在宅です => network=elsewhere
VPNはつないでないです。会社の有線LANです。0x8004de40 => network=office code=0x8004de40
VPNをオンにするとつながらなくて、オフにすると普通に使えます => network=vpn symptom=cannot-connect
ブラウザからならSharePoint見れます。エクスプローラーの同期だけおかしい => web=works product=sharepoint
Edgeでもだめ、他のサイトはOKです => web=fails internet=works
インターネット自体は問題なく使えています。Outlookだけサーバーに接続できません => internet=works product=outlook symptom=cannot-connect
同期マークがくるくる回ったまま終わらないです。ワンドライブ => symptom=sync-pending product=onedrive
「同期を保留しています」から動かない onedrive => symptom=sync-pending product=onedrive
OneDriveに雲マークが付いたファイルが開けません => product=onedrive files=online-only symptom=cannot-open-file
SharePointのExcelがエクスプローラーから開けません。ファイルを開こうとすると「クラウド ファイル プロバイダーが実行されていません」 => product=sharepoint symptom=cannot-open-file
OneDriveの準備をしています、のまま丸一日 => product=onedrive symptom=setting-up setting-up-for=over-24-hours
OneDriveの空き容量がないと言われて保存できません => product=onedrive symptom=storage
競合しているコピーが大量にできました。OneDriveです => symptom=conflict product=onedrive
「お使いのアカウントにはアクセス権がありません」とSharePointで出ました => product=sharepoint symptom=no-access
0x8004def4と出てOneDriveに入れないと利用者から連絡 => code=0x8004def4 product=onedrive
Teamsに何度サインインしても元の画面に戻される。エラー CAA5004B => product=teams symptom=sign-in-loop code=0xcaa5004b
朝からTeamsに入れません。caa70007 スマホは平気です => product=teams code=0xcaa70007
Outlook開くと毎回パスワード聞かれるんだけど、自分だけ？ => product=outlook symptom=sign-in-loop
PowerPointでサインインを求められ続けます。会社PC、Win10 => product=office symptom=sign-in-loop device=managed os=windows-10
M365アプリにサインインできません。AADSTS50058 => product=office symptom=cannot-connect code=aadsts50058
AADSTS530003で入れないです。私物のiPadです => code=aadsts530003 os=ios device=personal
プロキシはありません。SSL検査もしてないです => proxy=none inspection=no
社内プロキシ、認証つきです => proxy=authenticated
うちはプロキシ経由ですが認証は不要です => proxy=open
自宅のルーターでDNSフィルタリングしてます。OneDrive 0x8004de40 => filter=yes product=onedrive code=0x8004de40 network=elsewhere
カスペルスキーがHTTPS通信を検査する設定です => inspection=yes
管理者権限、持ってないです。 => rights=no-admin
自分のPCなので管理者権限はあります => rights=admin
個人で買ったPCです。アカウントは会社のものです => device=personal account=work
パスワード変更してからOutlookが「切断」になってます => changed=password product=outlook symptom=cannot-connect
OneDriveリセットしたいけど、まだ同期できてないファイルがあります => product=onedrive files=pending-upload
データは別のHDDにバックアップ済みなので大丈夫です => files=safe
ハイブリッド構成ウィザードが構成情報の収集で止まる。Exchange 2013 / Windows Server 2012 R2 => product=exchange-hybrid symptom=cannot-connect os=server-2012-r2
HCWで「SSL ライブラリで内部エラーが発生しました」。2012です => product=exchange-hybrid symptom=hcw-ssl exchange-error=ssl-library
Exchangeオンプレのメールボックスがあるハイブリッド環境で、TLS1.2の対応って必要ですか => product=exchange-hybrid symptom=tls-question
Windows 7でもTLS 1.2って有効にできますか？Outlook 2016です => os=windows-7 symptom=tls-question product=outlook
TLS 1.2のチェックは入っています。Win8.1 => tls=1.2-on os=windows-8.1
TLS1.0を無効化した翌日からOutlookが接続できないと複数ユーザーから申告 => changed=policy product=outlook symptom=cannot-connect affected=others
たぶん会社支給のPCだと思いますけど、OneDriveがつながりません => product=onedrive symptom=cannot-connect
もしかしてプロキシのせいですかね？ OneDrive 0x8004de40 => product=onedrive code=0x8004de40
エラーコードは表示されてないです。Macです => code=none os=macos
エラーは消えてしまって覚えてません。OneDriveです => product=onedrive
承知しました。OneDriveは再起動しても同じで、コードも0x8004de40のままです⏎⏎> お使いの PC は Windows 11 でしょうか。⏎> VPN は使っていますか。 => product=onedrive code=0x8004de40
よろしくお願いします。OneDriveの件、0x8004de8aでした。⏎==================⏎株式会社サンプル 情報システム部⏎TEL:03-0000-0000⏎Windows 11 移行推進中 => product=onedrive code=0x8004de8a
テナントが変わったタイミングでOneDriveの同期ができなくなりました => changed=account product=onedrive symptom=sync-pending
Azure AD Connectの更新ってどうすれば => -
Office 365のE3で契約してます => -
複合機からメール送信できません => -
勤怠システムにログインできない => -
VPNが切れます => -
スマホのパスワード忘れた => -
夏休みっていつからでしたっけ => -
ありがとうございます、後でやってみます => -
`;
