/** A third set of Japanese messages, written and labelled before Kiku had read any of them; one a line, as in `free-ja.ts`. */
export const freeJapaneseThird = `
朝イチからワンドライブが繋がらず困ってます。エラーは0x8004de40、Win11の会社ノートです => product=onedrive symptom=cannot-connect code=0x8004de40 os=windows-11 device=managed
OneDriveにサインインしようとすると「サインインできません」になる。家のWi-Fi => product=onedrive symptom=cannot-connect network=elsewhere
おつかれさまです。OneDriveの同期ができなくなりました。Web版からは普通にファイル見れます => product=onedrive symptom=sync-pending web=works
Macbook AirでOneDriveにログインできません、コードは出てません => os=macos product=onedrive symptom=cannot-connect code=none
会社のWindows10と自宅のMacがあって、つながらないのはWindows10のほうのOneDriveです => os=windows-10,macos product=onedrive symptom=cannot-connect
iPadでは開けるけど、Windows 11のノートだとOneDriveがエラーになる => os=windows-11,ios product=onedrive
VPNなしでも同じでした。今は社内です、OneDrive 0x8004de40 => network=office product=onedrive code=0x8004de40
VPN接続中だけOneDriveの同期が止まります => network=vpn product=onedrive symptom=sync-pending
同じ事務所の人はみんなOneDriveに繋がらないそうです => affected=others-same-network product=onedrive symptom=cannot-connect
他部署の人にも聞いたけど発生してないそうで、私だけです => affected=only-me
ユーザー3名からTeamsにサインインできないと連絡、CAA20002 => affected=others product=teams symptom=cannot-connect code=0xcaa20002
先月パスワードを更新してからTeamsのサインインが無限ループ => changed=password product=teams symptom=sign-in-loop
Outlookの資格情報画面が何回も出てきて仕事になりません。Win10 => product=outlook symptom=sign-in-loop os=windows-10
Outlookが「サーバーに接続できません」で、ブラウザのOutlookは大丈夫 => product=outlook symptom=cannot-connect web=works
Excel起動すると毎回サインインを要求される => product=office symptom=sign-in-loop
Officeアプリのサインインでaadsts50126 => product=office code=aadsts50126
CAA50024と出てサインインできないです。社給PCです => code=0xcaa50024 symptom=cannot-connect device=managed
OneDriveで「アカウントに問題があります」0x8004def5 => product=onedrive code=0x8004def5
SharePointのドキュメントライブラリ、アクセスが拒否されました => product=sharepoint symptom=no-access
SharePointの同期が保留のまま3日 => product=sharepoint symptom=sync-pending
OneDriveの容量が上限に達したとメールが来ました => product=onedrive symptom=storage
OneDriveのストレージ不足で保存できない => product=onedrive symptom=storage
OneDriveが「セットアップしています」から先に進みません => product=onedrive symptom=setting-up
同期の競合が発生しましたと通知が出ます、onedrive => symptom=conflict product=onedrive
雲のアイコンのファイルが開けません => files=online-only symptom=cannot-open-file
エクセルのファイルが開けない、OneDriveに置いてるやつ。0x8007017f => product=onedrive symptom=cannot-open-file code=0x8007017f
プロキシサーバー経由です(認証なし) => proxy=open
プロキシは使ってないと思います => proxy=none
プロキシあるかもしれないです、わかりません => proxy=unknown
情報セキュリティでSSL復号化してます。Zscaler => inspection=yes
SSLインスペクションはやってません => inspection=no
広告ブロックの拡張を入れてます => filter=yes
管理者権限ないんですが大丈夫ですか => rights=no-admin
ローカル管理者権限は付いてます => rights=admin
自分で買ったノートPCで、会社のアカウントを使ってます => device=personal account=work
貸与端末、Windows 11 Pro 23H2、社内Wi-Fi => device=managed os=windows-11 network=office
OS：Windows 10 22H2 ／ 回線：自宅 ／ VPN：なし ／ エラー：0x8004de40 => os=windows-10 network=elsewhere code=0x8004de40
個人のアカウントでも会社のアカウントでもつながりません => affected=several-accounts symptom=cannot-connect
先日のWindowsアップデート以降、OneDriveに接続できません => changed=update product=onedrive symptom=cannot-connect
新しいパソコンにしたらOneDriveで0x8004deef => changed=new-device product=onedrive code=0x8004deef
VPNソフトを削除してからつながらない => changed=vpn symptom=cannot-connect
セキュリティポリシー変更でTLS1.0/1.1が無効化されました。それ以来Outlookがつながりません => changed=policy product=outlook symptom=cannot-connect
何も変えてないはずなのに急に接続できなくなった => changed=nothing symptom=cannot-connect
未アップロードのファイルが残ってます => files=pending-upload
ファイルはクラウドに全部上がっているので問題ないです => files=safe
Windows Server 2012でHCWを実行するとSSLエラー => os=server-2012 product=exchange-hybrid symptom=hcw-ssl
ハイブリッド構成ウィザードが失敗します、Server 2019 => product=exchange-hybrid symptom=cannot-connect os=server-2019
TLS1.2対応について教えてください。Windows 7 SP1とOutlook 2013です => symptom=tls-question os=windows-7-sp1 product=outlook
古いOutlookはTLS 1.2に対応していますか => product=outlook symptom=tls-question
インターネットオプションでTLS1.2にチェックが入っていませんでした => tls=1.2-off
会社のPCですがVPNは使っていなくて自宅です => device=managed network=elsewhere
訂正、Windows 11でした。10ではないです => os=windows-11
たぶん社内LANです => -
Azure AD Connectのサーバーが重い => -
プリンターが印刷できません => -
Zoomにログインできない => -
今日って出社日ですか => -
パスワード変更の仕方がわからない => -
了解しました、試してみます => -
このメッセージは無視してください => -
`;
