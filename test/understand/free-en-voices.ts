/** More voices of English, one message a line as in `free-en.ts`: long and short, with forms, boasts, corrections and asides. Labelled before Kiku had read them, and used for mending since. */
export const voicesEnglish = `
Hello IT, this is Maria from accounting. Since I came back from holiday on Monday OneDrive shows a grey cloud with a line through it and won't log me in. My laptop is the Lenovo you gave me, it runs Windows 11. => product=onedrive symptom=cannot-connect device=managed os=windows-11
Nobody on our floor can get into SharePoint at the moment. => affected=others-same-network product=sharepoint
OneDrive: 0x8004de40 // OS: Win11 23H2 // network: office LAN // VPN: no // proxy: yes, with login => product=onedrive code=0x8004de40 os=windows-11 network=office proxy=authenticated
Device: private MacBook. App: Outlook. Problem: keeps asking for password. => device=personal os=macos product=outlook symptom=sign-in-loop
I've been fighting with this for two hours. Teams throws CAA50021 whenever I try to log on, and yes I already rebooted. Windows 10. => product=teams code=0xcaa50021 os=windows-10
my husband's laptop has the same problem on our home wifi so it's not just mine => affected=others network=elsewhere
It started the day after they migrated us to the new tenant. => changed=account
The problem appeared right after Tuesday's Windows updates were installed. => changed=update
I got married and HR changed my name, since then OneDrive complains about the wrong account => changed=account product=onedrive
IT swapped out my old notebook last Friday => changed=new-device
As far as I'm aware, nothing was changed on this PC before it began. => changed=nothing
Password was changed two days ago. => changed=password
I had to pick a new password last week because the old one expired => changed=password
our admins pushed a GPO on Thursday which hardens TLS => changed=policy
I recently put Mullvad VPN on this computer and then removed it again => changed=vpn
I can open my files at office.com without any trouble => web=works
onedrive.live.com gives me a blank page in every browser => web=fails product=onedrive
When I go through Edge everything is there, it's only the sync client that refuses => web=works
neither the app nor the browser version lets me in => web=fails
other web pages load just fine => internet=works
I can browse the web normally => internet=works
there's no internet connection whatsoever on this machine => internet=fails
I'm sitting in the Munich office, plugged into the docking station => network=office
I'm connected by cable to the company network => network=office
I am working from my kitchen table, no VPN => network=elsewhere
currently tethering off my phone on a train => network=elsewhere
dialled in with GlobalProtect => network=vpn
it only happens while I'm connected through the company VPN => network=vpn
as soon as I disconnect from the VPN it syncs => network=vpn
only my account has this, the guy at the next desk works without problems => affected=only-me
my desk neighbour has exactly the same message => affected=others-same-network
Twelve colleagues in the Hamburg branch reported the same error this morning => affected=others-same-network
four tickets so far from different sites => affected=others
I tried a colleague's account on my machine and it fails as well => affected=several-accounts
this is a school iPad and I'm a student => device=managed os=ios
it's my own computer, the company has nothing to do with it => device=personal
I don't have the rights to install anything, every time an admin prompt appears => rights=no-admin
I have full administrative privileges on this box => rights=admin
I am an ordinary user without elevated rights => rights=no-admin
We have a proxy here but it doesn't ask for credentials => proxy=open
our proxy uses NTLM authentication => proxy=authenticated
All our traffic goes out through a Squid proxy => proxy=present
no proxy is configured => proxy=none
the company runs SSL interception with Palo Alto => inspection=yes
Kaspersky is scanning encrypted connections on this PC => inspection=yes
there is no https scanning on our firewall => inspection=no
I'm using NextDNS on my router to block ads => filter=yes
there are some lines in my hosts file pointing to 0.0.0.0 => filter=yes
I turned off my ad blocker, no change => filter=no
All of my documents are already backed up to an external disk => files=safe
Some of my spreadsheets exist nowhere but in the cloud => files=online-only
there are still around 40 photos which have not been uploaded => files=pending-upload
the machine is hybrid joined to Azure AD => join=hybrid
It's joined to the domain contoso.local only => join=domain
the PC isn't joined to anything => join=none
It's enrolled in Intune and Entra joined => device=managed join=entra
I log in with my school account => account=work
it's the free OneDrive that came with my hotmail address => product=onedrive account=personal
OneDrive has been saying "Setting up your OneDrive" for three days now => product=onedrive symptom=setting-up setting-up-for=over-24-hours
Files refuse to synchronise, the icon shows two blue arrows turning all day => symptom=sync-pending
my changes don't appear on the other computer => symptom=sync-pending
I get "Access Denied" as soon as I open the HR site in SharePoint => symptom=no-access product=sharepoint
it tells me I need permission to view this folder => symptom=no-access
my OneDrive is full, 1 TB used => product=onedrive symptom=storage
Every document shows up twice with my computer name appended => symptom=conflict
Word documents on SharePoint refuse to open => symptom=cannot-open-file product=sharepoint
when I double-click an Excel file in my OneDrive folder nothing opens => product=onedrive symptom=cannot-open-file
HCW aborts: "The request was aborted: Could not create SSL/TLS secure channel" => product=exchange-hybrid symptom=hcw-ssl exchange-error=secure-channel
Will Outlook 2010 still work when TLS 1.0 is turned off? => product=outlook symptom=tls-question
how can I enable TLS 1.2 on Windows 7 SP1? => os=windows-7-sp1 symptom=tls-question
Every morning Teams throws me out and I have to log in again => product=teams symptom=sign-in-loop
Outlook won't stop prompting me for credentials => product=outlook symptom=sign-in-loop
it logs me out as soon as I close the window => symptom=sign-in-loop
i can't get logged in to my one drive app anymore, android phone => symptom=cannot-connect product=onedrive os=android
the error reads: 0x80070194 the cloud file provider exited unexpectedly => code=0x80070194 symptom=cannot-open-file
There isn't any error number on the screen => code=none
no number, just a red cross => code=none
I couldn't tell you which Windows version this is => os=unknown
Not sure whether my colleagues have it too => affected=unknown
I have no clue if I'm an administrator => rights=unknown
haven't tried the web version => web=unknown
we run a mix of windows 10 and windows 11 machines, all of them fail => os=windows-10,windows-11 affected=others
`;

/** A second set, from other people: tickets, forms and answers. */
export const voicesEnglishLater = `
hiya, got kicked out of teams this mornin and cant get back in. says CAA50021. im on the works laptop (win11) sat at home => product=teams code=0xcaa50021 device=managed os=windows-11 network=elsewhere symptom=cannot-connect
Good afternoon. I am writing on behalf of Mr. Tanaka, whose OneDrive client has been displaying error 0x8004de40 since yesterday afternoon. He uses a company-issued Windows 10 notebook in our Osaka office. => product=onedrive code=0x8004de40 os=windows-10 device=managed network=office
URGENT!!! outlook dead, 15 people in same room, can not work!!! => product=outlook affected=others-same-network
the onedrive icon is gone grey and when i click sign in it spins for a minute and then says unable to connect => product=onedrive symptom=cannot-connect
Priority: high⏎Summary: OneDrive fails to connect⏎Error: 0x8004DE88⏎OS: Windows 10 Enterprise 22H2⏎Location: home office⏎VPN: not connected⏎Affected users: 1 => product=onedrive symptom=cannot-connect code=0x8004de88 os=windows-10 network=elsewhere affected=only-me
Customer called: cannot sync sharepoint library, 3 other people in her department have same issue. Windows 11. Web works fine. => symptom=sync-pending product=sharepoint affected=others os=windows-11 web=works
so i did the windows update thing last night like it told me to and now onedrive is all broken, 0x8004de40 it says, im not very technical sorry => changed=update product=onedrive code=0x8004de40
My Mac says OneDrive isn't connected, everything else on the internet works fine => os=macos product=onedrive symptom=cannot-connect internet=works
Is there an outage? Nobody in our company can access SharePoint. => affected=others product=sharepoint
We have the same error code 0x8004de40 on all machines since we disabled TLS 1.0 and 1.1 by group policy. Server 2012 R2 terminal servers. => code=0x8004de40 affected=others changed=policy os=server-2012-r2
outlook asking for password constantly since i changed it yesterday. outlook on the web is ok. => product=outlook symptom=sign-in-loop changed=password web=works
I can get to my files in Chrome but the OneDrive app on my PC won't let me sign in => web=works product=onedrive symptom=cannot-connect
Is my personal OneDrive account affected by the TLS change too? => product=onedrive account=personal symptom=tls-question
I'm behind a corporate proxy that requires authentication, OneDrive never connects. Windows 11 Enterprise, domain-joined. => proxy=authenticated product=onedrive symptom=cannot-connect os=windows-11 join=domain
it's Windows 7, no idea whether SP1 is installed => os=windows-7
Teams on Server 2019 RDS: CAA70004 for all users => product=teams os=server-2019 code=0xcaa70004 affected=others
I reset my MFA and now get AADSTS50076 in Outlook on my iPhone => code=aadsts50076 product=outlook os=ios
no admin rights here sadly, the pc belongs to the university => rights=no-admin device=managed
I'm the administrator of this PC and it's my private one => rights=admin device=personal
Just me as far as I can tell. My teammates in the same office have no issues. => affected=only-me
I was moved to a different department and my account got renamed, now error 0x8004de8a => changed=account code=0x8004de8a
We replaced the firewall with a Fortinet that does deep SSL inspection last week => inspection=yes
our antivirus (ESET) checks https traffic => inspection=yes
It doesn't matter which network I use, office or home, it fails => -
on guest wifi it works, on the office wifi it doesn't. onedrive => network=office product=onedrive
From home it works perfectly, only in the office I get 0x8004de40 => network=office code=0x8004de40
At first I thought it was Windows 10 but winver says Windows 11 => os=windows-11
My laptop runs Windows 11, my tablet is Android; only the laptop has the issue. => os=windows-11,android
OneDrive on the Mac works. On the Windows 10 desktop it says 0x8004de40. => product=onedrive os=windows-10,macos code=0x8004de40
sync is paused and wont resume, red x on 200 files => symptom=sync-pending
the upload is stuck at 12 of 300 files, those are not in the cloud yet so careful => symptom=sync-pending files=pending-upload
everything important is on the server anyway, feel free to reset onedrive => files=safe product=onedrive
half my files are cloud only and i need them => files=online-only
My storage quota in OneDrive has been exceeded although I have 1 TB => product=onedrive symptom=storage
OneDrive account frozen, red banner => product=onedrive symptom=storage
Excel keeps creating copies with conflict in the name => symptom=conflict product=office
Clicking a file in OneDrive gives "The cloud file provider is not running" 0x8007016A => product=onedrive symptom=cannot-open-file code=0x8007016a
I receive "You don't have permission to access this site" in SharePoint since this morning => symptom=no-access product=sharepoint
new joiner, day one, OneDrive wizard hangs on "Setting up" => product=onedrive symptom=setting-up
Does TLS 1.2 need to be enabled on Windows Server 2008 R2 for the HCW? => os=server-2008-r2 symptom=tls-question product=exchange-hybrid
How do we find out whether Outlook 2013 uses TLS 1.2? => product=outlook symptom=tls-question
HCW 8078 error SSL library internal error exchange 2016 CU23 => product=exchange-hybrid symptom=hcw-ssl exchange-error=ssl-library
Word says unlicensed product and wants me to activate, win 10 => product=office os=windows-10
ping works, browser works, only the onedrive client doesnt => product=onedrive web=works
can't open onedrive.com either, page just times out => web=fails product=onedrive
I have internet but no office apps connect => internet=works symptom=cannot-connect product=office
wifi is connected but no page loads => internet=fails
At the moment I'm in the train using my phone as hotspot => network=elsewhere
connected over Cisco AnyConnect from my home office => network=vpn
VPN makes no difference, same at home and in the office => -
I think it's a managed device because it has Company Portal on it => device=managed
Laptop was provided by my university, Windows 11 Education. => device=managed os=windows-11
nothing shows up in the error, no number or code => code=none
Error code (copied): 0x8004DE40 => code=0x8004de40
it was 8004de something, cant remember => -
Error 50126 when signing into Teams => product=teams
my code is AADSTS500011 => code=aadsts500011
No I haven't changed anything. => changed=nothing
Nope, no proxy, no filter, nothing. => proxy=none filter=no
I don't know what a proxy is => proxy=unknown
we use pac file, no login needed => proxy=open
DNS filtering by Cisco Umbrella is in place => filter=yes
hosts file is unmodified => filter=no
dsregcmd shows AzureAdJoined YES and DomainJoined YES => join=hybrid
my account is a school account from the university => account=work
it's my private outlook.com account => account=personal
I'll be on holiday till Monday, please close my ticket => -
The lift in the office is broken => -
Can you order me a new laptop please => -
thanks, works now! => -
who is responsible for the coffee machine on floor 2 => -
Could somebody install Visio on my work PC? => -
My keyboard is broken, the letter E doesn't work => -
our teams are moving to another building next month => -
I forgot my windows password => -
`;

/** What was undone, asked, owned, denied or said of others. */
export const turnsEnglish = `
unticked TLS 1.2, no wait: TLS 1.2 was unticked, I ticked it, onedrive still dead => product=onedrive tls=1.2-on
found TLS 1.2 unticked in internet options, I ticked it and rebooted, same => tls=1.2-on
use TLS 1.2 wasn't ticked so I switched it on => tls=1.2-on
TLS 1.2 was off. I turned it on => tls=1.2-on
had to tick TLS 1.2, it was unticked before => tls=1.2-on
I've ticked TLS 1.2 now, no difference => tls=1.2-on
enabled TLS 1.2 in internet options, still 0x8004de40 => tls=1.2-on code=0x8004de40
TLS 1.2 was ticked but IT unticked it yesterday => tls=1.2-off
ticket 48211: user reports Outlook disconnected, Win10 22H2, VPN on, proxy none, only this user => product=outlook symptom=cannot-connect os=windows-10 network=vpn proxy=none affected=only-me
INC0048 Teams disconnected on W11 => product=teams symptom=cannot-connect os=windows-11
Outlook: disconnected. Win 11 => product=outlook symptom=cannot-connect os=windows-11
is it my adguard? onedrive 0x8004de40 => filter=yes product=onedrive code=0x8004de40
could it be the ad blocker? => -
could my ad blocker be the reason => filter=yes
is it my pihole that blocks it? I am running pihole at home => filter=yes network=elsewhere
is it because of my adguard? onedrive 0x8004de40 at home => filter=yes product=onedrive code=0x8004de40 network=elsewhere
do we have a proxy? outlook cannot connect => product=outlook symptom=cannot-connect
proxy? do we have one? => -
what proxy do you mean, do we have one? => -
teams, please submit your timesheets => -
Teams, please remember the fire drill at 3 => -
No it's windows 11 => os=windows-11
no its the office network => network=office
No I have windows 10 => os=windows-10
there is no proxy => proxy=none
the laptop is joined, no idea to what => join=joined
I enter my password, Outlook wants it again, over and over. It keeps asking for it => product=outlook symptom=sign-in-loop
first it said 0x8004de85, no wait, not de85, it is 0x8004de90 => code=0x8004de90
sometimes I work from home. Teams gives caa20002 => product=teams code=0xcaa20002
Entra Connect no longer syncs users from our domain => -
we're all offline in our team room, same lan. outlook => affected=others-same-network product=outlook
both of us tried three different work accounts on this machine, onedrive 0x8004de88 => affected=several-accounts product=onedrive code=0x8004de88
PowerPoint asks me to sign in, I do, then it asks me to sign in again => product=office symptom=sign-in-loop
error CAA 2 0004 => code=0xcaa20004
Firefox loads every website, only Teams says it can't connect => internet=works product=teams symptom=cannot-connect
I can't connect to the printer in room 4 => -
Get-TlsCipherSuite shows no ECDHE suite => ciphers=missing
there is a proxy, not sure if it needs a password => proxy=present
he isn't an admin on that PC => rights=no-admin
Join type: Entra⏎Proxy: none⏎Admin: no => join=entra proxy=none rights=no-admin
On Tue, 3 Mar 2026 at 09:00, Helpdesk wrote:⏎> Is it Windows 10? Do you use a VPN?⏎No, Windows 11, and I'm in the office. => os=windows-11 network=office
the pc came with Windows 10 and runs Windows 11 now, onedrive cannot connect => os=windows-11 product=onedrive symptom=cannot-connect
Bitdefender is on it, no idea whether it scans https => inspection=unknown
dsregcmd says device auth success => device-auth=success
I have no admin rights => rights=no-admin
`;
