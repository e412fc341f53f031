/**
 * Messages in English as employees and the colleagues of the helpdesk write them in Teams, written and labelled before Kiku had read any of them.
 * One a line: the text (⏎ for a new line), then what it states. `-` is nothing.
 */
export const freeEnglish = `
hey onedrive isnt connecting since this morning 0x8004de40 w10 21h1 => product=onedrive symptom=cannot-connect code=0x8004de40 os=windows-10
OneDrive red X on every file, code 8004DE88, macbook air => product=onedrive code=0x8004de88 os=macos
its a Window Server 2016 box, onedrive on it cant sign in => os=server-2016 product=onedrive symptom=cannot-connect
windows 10, no sorry 11. onedrive 0x8004de40 => os=windows-11 product=onedrive code=0x8004de40
im on win11 home at my parents place, onedrive keeps failing with 0x8004 de40, no proxy here => os=windows-11 network=elsewhere product=onedrive code=0x8004de40 proxy=none
not on VPN atm and not behind a proxy. onedrive still says it cant connect => proxy=none product=onedrive symptom=cannot-connect
onedrive works on my phone, not on the PC => product=onedrive
Works on my iPhone but not on my Win 11 laptop, OneDrive, code is 0x8004de40 => os=windows-11,ios product=onedrive code=0x8004de40
maybe its the proxy? onedrive wont connect => product=onedrive symptom=cannot-connect
I think its windows 10 but im not sure. Onedrive 0x8004de40 => product=onedrive code=0x8004de40
probably an update thing. outlook cant connect => product=outlook symptom=cannot-connect
my colleague next to me has it too, onedrive 0x8004de88, both in the office => affected=others-same-network product=onedrive code=0x8004de88 network=office
just me, everyone else on the team is ok => affected=only-me
changed my password yesterday and now teams gives CAA50021 => changed=password product=teams code=0xcaa50021
after last nights update onedrive says error 0x8004DE40 on my work pc => changed=update product=onedrive code=0x8004de40 device=managed
new laptop, first login, onedrive is still setting up after 2 days => changed=new-device product=onedrive symptom=setting-up setting-up-for=over-24-hours
Azure AD Connect is throwing errors on our sync box again => -
we just bought Office 365 licences, how do I assign them => -
company laptop, sitting in a starbucks, onedrive cannot connect => device=managed network=elsewhere product=onedrive symptom=cannot-connect
is it because of my adguard? onedrive 0x8004de40 at home => filter=yes product=onedrive code=0x8004de40 network=elsewhere
edited my hosts file last year to block ads, onedrive cant reach the server => filter=yes product=onedrive symptom=cannot-connect
zscaler is inspecting everything here, onedrive drops with 0x8004de40 => inspection=yes product=onedrive code=0x8004de40
network team confirmed they do https inspection on the firewall. OneDrive for Business clients fail => inspection=yes product=onedrive account=work
no TLS inspection, no proxy, plain fibre line at home, own PC => inspection=no proxy=none network=elsewhere device=personal
onedrive says my storage is full but i only have 3 gb in there => product=onedrive symptom=storage
You're out of storage space - OneDrive popup, cant save anything => product=onedrive symptom=storage
my onedrive got frozen, it says account frozen => product=onedrive symptom=storage
sharepoint library says storage quota exceeded when uploading => product=sharepoint symptom=storage
OneDrive stuck on processing changes since tuesday, win 10, office network => product=onedrive symptom=sync-pending os=windows-10 network=office
the blue arrows never stop, onedrive is syncing forever => product=onedrive symptom=sync-pending
files in the sharepoint folder arent syncing to my explorer anymore => product=sharepoint symptom=sync-pending
sync pending on all my files, some are not uploaded yet so pls be careful => symptom=sync-pending files=pending-upload
OneDrive just says Setting up... and nothing happens => product=onedrive symptom=setting-up
We're setting up your OneDrive - has been there for a week for our new hire => product=onedrive symptom=setting-up setting-up-for=over-24-hours
0x8004de90 onedrive not provisioned? user started yesterday, licence is assigned => code=0x8004de90 product=onedrive licence=assigned
outlook signs me out every day, really annoying => product=outlook symptom=sign-in-loop
teams keeps asking for the authenticator every single time i open it => product=teams symptom=sign-in-loop
word and excel ask me to sign in every time i start them => product=office symptom=sign-in-loop
Outlook password prompt keeps popping up, webmail works fine => product=outlook symptom=sign-in-loop web=works
outlook shows need password at the bottom and i click it and nothing => product=outlook symptom=sign-in-loop
sharepoint asks me to log in over and over in the sync client => product=sharepoint symptom=sign-in-loop
Excel says another account from your organization is already signed in on this computer => product=office symptom=cannot-connect
AADSTS50126 when i log into teams on my android => code=aadsts50126 product=teams os=android
getting AADSTS 53003 on my own laptop from home, on company vpn its fine => code=aadsts53003 device=personal network=elsewhere
aadsts50058 - what is that? => code=aadsts50058
My account is locked: AADSTS50053 => code=aadsts50053
Error AADSTS700016 onedrive admin consent => code=aadsts700016 product=onedrive
conditional access blocks me, AADSTS53000, device not compliant. W11 intune laptop => code=aadsts53000 os=windows-11 device=managed
AADSTS135011 device used during authentication is disabled => code=aadsts135011
office says 0x80090016 keyset does not exist after motherboard swap, win 11 => code=0x80090016 os=windows-11
CAA20004 teams, hybrid joined win10 => code=0xcaa20004 product=teams join=hybrid os=windows-10
error 0xCAA70007 in the office apps, IT disabled tls 1.0 via gpo last week => code=0xcaa70007 product=office changed=policy
0xcaa82ee7 teams, internet is ok, google loads => code=0xcaa82ee7 product=teams internet=works
0xCAA5 0021 it says, outlook 2019 => code=0xcaa50021 product=outlook
OneDrive error is O x 8OO4DE4O (its hard to read) => product=onedrive code=0x8004de40
i get minus 2147164608 or was it -2147164608 in the log, onedrive => product=onedrive code=0x8004de40
the url says ...errorcode%3D0x8004de85%26 onedrive => code=0x8004de85 product=onedrive
error code:0x8004deefYou don't have access to this service => code=0x8004deef symptom=no-access
Onedrive code de40 i think, something with de => product=onedrive
no code, it just says you dont have access to this service. OneDrive => code=none symptom=no-access product=onedrive
it doesnt show any error code, onedrive simply closes => code=none product=onedrive
SharePoint: Sorry, you don't have access to this page. Was fine last week => product=sharepoint symptom=no-access
access denied on the team site but my boss can open it => symptom=no-access
User was deleted and recreated, now sharepoint denies them: 0x8004e4d0 => changed=account product=sharepoint code=0x8004e4d0
my upn changed when i got married, onedrive 0x8004de85 since => changed=account product=onedrive code=0x8004de85
after the tenant migration everyones onedrive shows 0x8004de8a => changed=account affected=others product=onedrive code=0x8004de8a
conflicting copies all over my onedrive, report-PC1.docx report-PC2.docx => symptom=conflict product=onedrive
OneDrive 0x8004def4 two folders with the same name => product=onedrive code=0x8004def4
sharepoint: upload conflict - every excel I save has a conflict => product=sharepoint symptom=conflict
cannot open my files, they have the cloud icon, error 0x8007016A the cloud file provider is not running => symptom=cannot-open-file files=online-only code=0x8007016a
pdf in onedrive wont open, 0x80071129 the tag present in the reparse point buffer is invalid => product=onedrive code=0x80071129 symptom=cannot-open-file
0x80070005 when copying from onedrive to usb => code=0x80070005 product=onedrive
documents in onedrive won't open on my new surface => product=onedrive symptom=cannot-open-file changed=new-device
HCW error: The request was aborted could not create SSL/TLS secure channel, exchange 2016 on server 2012 r2 => product=exchange-hybrid symptom=hcw-ssl exchange-error=secure-channel os=server-2012-r2
hybrid configuration wizard fails with internal error in the SSL library => product=exchange-hybrid symptom=hcw-ssl exchange-error=ssl-library
HCW stuck at gathering configuration information on ws2016 => product=exchange-hybrid symptom=cannot-connect os=server-2016
our send connector to O365 says TLS negotiation failed with error SocketError => product=exchange-hybrid symptom=cannot-connect exchange-error=mail-flow
we use the latest HCW and still get The underlying connection was closed => product=exchange-hybrid wizard=current symptom=cannot-connect exchange-error=connection-closed
is outlook 2013 on windows 7 ok with TLS 1.2? => product=outlook os=windows-7 symptom=tls-question
do we still need KB3140245 on the 2012 servers => symptom=tls-question
what value for DefaultSecureProtocols on win 7 sp1 => os=windows-7-sp1 symptom=tls-question
does sharepoint online still accept tls 1.1 => product=sharepoint symptom=tls-question
Is TLS 1.2 on by default in Windows Server 2019? => os=server-2019 symptom=tls-question
tls 1.2 was unticked in internet options, i ticked it, onedrive still dead => product=onedrive tls=1.2-on
Use TLS 1.2 is off on this win 8.1 pc and i cant change it, greyed out => tls=1.2-off os=windows-8.1
outlook on win 7 (no SP) stopped connecting => product=outlook os=windows-7-rtm symptom=cannot-connect
The scanner sends mail over pop3/imap and fails since they switched off tls 1.0 => product=outlook mail-program=pop-imap
mail on my ipad (the built-in app) cant get mail, outlook on the PC is fine => os=ios mail-program=built-in product=outlook
pc is azure ad joined, not in the domain => join=entra
workgroup pc, onedrive personal => join=none product=onedrive account=personal
domain joined laptop win10 22h2, onedrive sso doesnt work => join=domain os=windows-10 product=onedrive
this laptop is just entra registered (byod) => join=registered device=personal
im local admin on it => rights=admin
i dont have admin rights, IT does => rights=no-admin
company-managed surface, no admin => device=managed rights=no-admin
its my private laptop but my work account => device=personal account=work
onedrive.com opens fine, just the app doesnt => web=works product=onedrive
Web version gives the same error => web=fails
cant even open onedrive in edge or chrome, other sites load fine => web=fails product=onedrive internet=works
nothing loads at all, no internet => internet=fails
whole office is down, nobody can get into outlook or teams => affected=others-same-network product=outlook
3 users in marketing report 0x8004de40, all home office => affected=others code=0x8004de40 network=elsewhere
Two accounts on the same pc, both fail with 0x8004de40 => affected=several-accounts code=0x8004de40
When I switch on the VPN onedrive dies, without vpn it works => network=vpn product=onedrive
installed NordVPN last week, since then onedrive cant connect => changed=vpn product=onedrive symptom=cannot-connect
removed the old fortinet vpn client and onedrive broke => changed=vpn product=onedrive
nothing changed on my side, teams just says we couldn't connect => changed=nothing product=teams symptom=cannot-connect
they enforced a new security policy monday and now outlook wont connect => changed=policy product=outlook symptom=cannot-connect
corporate proxy asks for username and pw, onedrive 0x8004de40 => proxy=authenticated product=onedrive code=0x8004de40
we go through a proxy but without login => proxy=open
dont know if theres a proxy => proxy=unknown
everything is backed up, u can reset it => files=safe
i have files that only exist in the cloud, dont touch those => files=online-only
I tried onedrive reset and restart, same 0x8004de40, Windows 11 24H2 => product=onedrive code=0x8004de40 os=windows-11
Hi team,⏎OneDrive gives me 0x8004de40 on my laptop.⏎Thanks⏎--⏎Anna Berg | Microsoft Teams Rooms Lead | Contoso Office Berlin => product=onedrive code=0x8004de40
see below, same for me⏎> OneDrive says 0x8004de88 on my Mac, I am at home => -
forgot to say im at work today⏎On Mon, 3 Nov 2026 at 10:02, Helpdesk <help@contoso.example> wrote:⏎Are you on Windows 10 and VPN? => network=office
ubuntu 24, can i get onedrive working there, browser works => os=linux product=onedrive web=works
ticket 48211: user reports Outlook disconnected, Win10 22H2, VPN on, proxy none, only this user => product=outlook symptom=cannot-connect os=windows-10 network=vpn proxy=none affected=only-me
caller on win 8, onedrive, no error shown, school account => os=windows-8 product=onedrive code=none account=work
`;

/** Messages that state nothing for any playbook. */
export const freeNothingEnglish = `
anyone up for lunch at 12?
printer on the 2nd floor has a paper jam
printer wont connect to my pc
thanks!! that fixed it
ok thx, will try later
merry christmas everybody
im on holiday from 22 dec, back on 7 jan
who do i ask about parental leave
the coffee machine says error 10
good morning :)
can you unlock my SAP account
how do i book a meeting room
is the office open on friday?
we need 10 new mice and 2 keyboards
meeting moved to 11, room 8
my phone screen is cracked
the projector in room 7 is broken
where do i find the travel policy
please order a docking station for me
who are you
are u a robot
lol
nvm
i'll be in the office tomorrow
my badge doesnt open the door
how do I change the language of the keyboard
can i have a second monitor at home
the parking app doesnt work
did you see the mail from HR about teams day
whats the wifi password for guests
`;

/** A second set, written and labelled after the word lists had been mended with the first, and before Kiku had read any of it. */
export const freeEnglishLater = `
morning, one drive wont log on. code reads 0x8004DE40. Lenovo thinkpad from work, windows 11 pro 23h2 => product=onedrive symptom=cannot-connect code=0x8004de40 device=managed os=windows-11
cant get onedrive to connect on the hotel wifi, vpn is off => product=onedrive symptom=cannot-connect network=elsewhere
i have 2 pcs, the win 10 one is ok but the win 11 one shows 8004de88 in onedrive => os=windows-11,windows-10 code=0x8004de88 product=onedrive
OneDrive was fine until I set a new password on monday, now it wants my credentials again and again => product=onedrive changed=password symptom=sign-in-loop
Teams on the iPad says CAA70004, on the laptop no problem => product=teams os=ios code=0xcaa70004
Exchange hybrid: HCW gives "could not create SSL/TLS secure channel" on a 2012 R2 box => product=exchange-hybrid symptom=hcw-ssl exchange-error=secure-channel os=server-2012-r2
I thought it was the VPN but no, I'm not using any. At home, plain wifi. Onedrive cannot connect => network=elsewhere product=onedrive symptom=cannot-connect
Could be our firewall, might be the proxy, no idea. Outlook can't connect since noon => product=outlook symptom=cannot-connect
its my daughters school laptop, onedrive wont sync her homework, no error code => device=managed product=onedrive symptom=sync-pending code=none
my boss and two others have this as well, sharepoint says access denied => affected=others product=sharepoint symptom=no-access
everyone on the 4th floor lost teams, all on the same wifi => affected=others-same-network product=teams
I am the only one with this problem, win10, office lan => affected=only-me os=windows-10 network=office
Both my private and my work account fail in OneDrive on this machine => affected=several-accounts product=onedrive
OneDrive 0x8004de85 after HR changed my last name and email address => product=onedrive code=0x8004de85 changed=account
since the laptop got replaced on thursday word asks me to activate and sign in each time => changed=new-device product=office symptom=sign-in-loop
we have sophos with https scanning on, onedrive drops => inspection=yes product=onedrive
is there a list of urls to exempt from ssl inspection? => -
browser works, desktop app doesnt. no code. mac sonoma, onedrive => web=works code=none os=macos product=onedrive
SharePoint library stuck at "sync pending" for 3 days, a few files not uploaded => product=sharepoint symptom=sync-pending files=pending-upload
excel file from onedrive cannot be opened, 0x8007016A => product=onedrive symptom=cannot-open-file code=0x8007016a
says "You're running out of storage" but I deleted half of it. onedrive for business => symptom=storage product=onedrive account=work
Onedrive frozen account warning, personal one, 5gb plan => product=onedrive symptom=storage account=personal
getting a ton of duplicate files with my pc name, sync conflicts. onedrive => symptom=conflict product=onedrive
OneDrive still setting up since last week, licence got removed and re-added => product=onedrive symptom=setting-up setting-up-for=over-24-hours
AADSTS50020 user account from identity provider does not exist in tenant, teams => code=aadsts50020 product=teams
login error aadsts 700082 refresh token expired in outlook on android => code=aadsts700082 product=outlook os=android
Error: AADSTS530032 on company win11 device at home => code=aadsts530032 device=managed os=windows-11 network=elsewhere
tpm error 80090016 on sign in to office apps => code=0x80090016 product=office
code caa82ee2, teams, request timed out, other sites work => code=0xcaa82ee2 product=teams internet=works
OneDrive: 0x8004 DE 40 (copied from my phone screenshot) => product=onedrive code=0x8004de40
errorCode=-2147164536 from the onedrive log => product=onedrive code=0x8004de88
not de40, its 0x8004de90 => code=0x8004de90
0x8004DE69 on W2K16 terminal server => code=0x8004de69 os=server-2016
will my win7 outlook 2016 die when tls 1.1 goes away? => os=windows-7 product=outlook symptom=tls-question
do I have to install KB3140245 on windows 8.1? => os=windows-8.1 symptom=tls-question
how do I check whether TLS 1.2 is on in Internet options => symptom=tls-question
the TLS 1.2 box is ticked here. still no onedrive => tls=1.2-on product=onedrive
smtp from our ERP fails: must issue a STARTTLS command first, hybrid exchange 2019 => product=exchange-hybrid symptom=cannot-connect exchange-error=mail-flow
scanner uses imap and stopped working => product=outlook mail-program=pop-imap
the stock mail app on my samsung phone cant log in => product=outlook os=android mail-program=built-in symptom=cannot-connect
hybrid joined, domain controller reachable, CAA50021 in Teams after password reset => join=hybrid code=0xcaa50021 product=teams changed=password
the pc is entra joined and managed by intune => join=entra device=managed
I'm no admin here, ask IT please => rights=no-admin
got local admin rights, windows 10 ltsc => rights=admin os=windows-10
proxy needs no password. network is fine => proxy=open
we dont use any proxy and there is no ssl inspection either => proxy=none inspection=no
dns filter from nextdns is active, could that block onedrive? => filter=yes product=onedrive
no ad blocker, no pihole, nothing like that => filter=no
docs are all backed up on a usb stick => files=safe
most of my files are online-only, im scared to lose them => files=online-only
all my files have been uploaded, nothing pending => files=safe
Updated to 24H2 last night, outlook disconnected since => changed=update os=windows-11 product=outlook symptom=cannot-connect
We had a new conditional access policy yesterday, teams users get AADSTS53003 => changed=policy product=teams affected=others code=aadsts53003
uninstalled anyconnect, now onedrive fails to connect, wifi at home is good => changed=vpn product=onedrive symptom=cannot-connect network=elsewhere internet=works
Hi⏎still not working, 0x8004de40, ubuntu in the browser is ok⏎Kind regards⏎Tom⏎Sent from my iPhone => code=0x8004de40 os=linux web=works
> which windows do you have?⏎windows seven with sp1 => os=windows-7-sp1
thanks that did it, onedrive is back => product=onedrive
the teams meeting at 10 was moved => -
new colleague starts monday, needs laptop and badge => -
can IT install Office 365 on the new laptop in room 10? => -
`;

/** A third set, written and labelled after both had been used, and before Kiku had read any of it. */
export const freeEnglishLast = `
hello, my onedrive is red crossed and the app says unable to sign in. 0x8004de40. Dell from the company, W11 => product=onedrive symptom=cannot-connect code=0x8004de40 device=managed os=windows-11
OneDrive does not connect at home but in the office it does. win10 => product=onedrive symptom=cannot-connect network=elsewhere os=windows-10
with vpn on it fails, with vpn off it works. 8004de88 => network=vpn code=0x8004de88
mac mini m2, teams asks for my password several times a day => os=macos product=teams symptom=sign-in-loop
On my android tablet outlook is ok but my win 11 laptop shows CAA20003 => os=windows-11,android product=outlook code=0xcaa20003
Hi, Windows 8.1 Pro here, admin rights yes, own computer. OneDrive code 0x8004DE40 => os=windows-8.1 rights=admin device=personal product=onedrive code=0x8004de40
it is a domain joined windows 7 pro sp1 machine, outlook 2013 will not connect => join=domain os=windows-7-sp1 product=outlook symptom=cannot-connect
sorry wrong code, it was 0x8004de90 not 0x8004de40 => code=0x8004de90
does anybody else have trouble with sharepoint today? i get no permission to the project site => product=sharepoint symptom=no-access
We are 12 people and nobody can open onedrive, same building => affected=others-same-network product=onedrive
only affects my account, colleagues are fine => affected=only-me
user swapped pc on friday, since then onedrive wont log in => changed=new-device product=onedrive symptom=cannot-connect
three of our pcs, all server 2019, cant sign in to onedrive => affected=others os=server-2019 product=onedrive symptom=cannot-connect
password was reset by helpdesk, outlook now prompts every few minutes => changed=password product=outlook symptom=sign-in-loop
sync of a sharepoint library hangs at processing changes, 3 files waiting to upload => product=sharepoint symptom=sync-pending files=pending-upload
There's a cloud symbol on some files and they cant be opened on the train => files=online-only symptom=cannot-open-file network=elsewhere
onedrive personal, storage almost full warning => product=onedrive account=personal symptom=storage
my onedrive for business says it is over quota => product=onedrive account=work symptom=storage
0x80070005 access is denied when moving files in onedrive => code=0x80070005 symptom=no-access product=onedrive
we have a transparent proxy, firewall does not inspect TLS => proxy=open inspection=no
is a proxy the reason? I dont know if we have one => proxy=unknown
Netskope client is installed and decrypts https => inspection=yes
ublock and adguard are running in my browser, onedrive.com does not open => filter=yes product=onedrive web=fails
I can reach youtube and google, but not onedrive in the browser => internet=works product=onedrive web=fails
office.com opens and my files are there, only the sync app fails => web=works
not sure what windows I have => os=unknown
windows 10 i think, or 11 => os=windows
no error number is shown. teams just spins => code=none product=teams
setting up your OneDrive has been showing for an hour, new employee => symptom=setting-up product=onedrive setting-up-for=under-24-hours
HCW fails on exchange 2013 with an internal error in the SSL library => product=exchange-hybrid symptom=hcw-ssl exchange-error=ssl-library
old hybrid configuration wizard from 2020, stops at gathering configuration information => product=exchange-hybrid wizard=old symptom=cannot-connect
Is there anything to do for TLS 1.2 on Server 2012 R2 with Outlook? => symptom=tls-question os=server-2012-r2 product=outlook
which registry keys do i need so that windows 7 speaks TLS 1.2 => os=windows-7 symptom=tls-question
TLS 1.2 is not ticked in inetcpl => tls=1.2-off
our AD connect server complains about tls 1.2 => -
Tenant to tenant migration done, now AADSTS90072 in outlook => changed=account code=aadsts90072 product=outlook
locked out by AADSTS50057, account disabled => code=aadsts50057
AADSTS50158 external security challenge, using my phone with android => code=aadsts50158 os=android
device is registered in entra only, its my private tablet => join=registered device=personal
caa50021 popped up in word after group policy changes => code=0xcaa50021 product=office changed=policy
since the patch on tuesday powerpoint wont sign in => changed=update product=office symptom=cannot-connect
got rid of NordVPN yesterday, now outlook isnt connecting => changed=vpn product=outlook symptom=cannot-connect
nothing was changed. chromebook, onedrive website blank => changed=nothing web=fails product=onedrive
iphone mail app (apple mail) cannot get my mail any more => os=ios mail-program=built-in product=outlook
i'm working from home today, call me if needed => network=elsewhere
who has a spare charger for a macbook => -
the cleaning team was here, thanks => -
teams, please submit your timesheets => -
can you print 10 copies for the 11 o clock => -
the office party is on friday, bring a friend => -
`;

/** A fourth set, written and labelled after all others had been used, and before Kiku had read any of it. */
export const freeEnglishUnseen = `
OneDrive error 0x8004DE40 since monday, win 11, I'm in the office on cable => product=onedrive code=0x8004de40 os=windows-11 network=office
Hi can somebody help, onedrive cannot connect on my macbook, browser is fine => product=onedrive symptom=cannot-connect os=macos web=works
onedrive asks me to log in every morning, company laptop with windows 10 => product=onedrive symptom=sign-in-loop device=managed os=windows-10
my outlook wont connect, no code, everyone else is fine => product=outlook symptom=cannot-connect code=none affected=only-me
Teams error CAA50021 on a new computer => product=teams code=0xcaa50021 changed=new-device
0x8004de88 over vpn, without it no problem. OneDrive on w10 => code=0x8004de88 network=vpn product=onedrive os=windows-10
several users report that sharepoint does not sync => affected=others product=sharepoint symptom=sync-pending
OneDrive says storage full, personal account => product=onedrive symptom=storage account=personal
The HCW shows an SSL error, exchange 2016, windows server 2012 r2, admin rights => product=exchange-hybrid symptom=hcw-ssl os=server-2012-r2
AADSTS50076 outlook iphone => code=aadsts50076 product=outlook os=ios
we have no proxy. windows 7 sp1. onedrive code 8004de40 => proxy=none os=windows-7-sp1 product=onedrive code=0x8004de40
there is a proxy which asks for a password => proxy=authenticated
changed my password this morning and since then word keeps asking for a sign in => changed=password product=office symptom=sign-in-loop
My laptop is domain joined, I am not an administrator => join=domain rights=no-admin
Does outlook 2016 need TLS 1.2? => product=outlook symptom=tls-question
Which tls version does exchange online use now => symptom=tls-question
setting up your onedrive, stuck since yesterday, new starter => symptom=setting-up product=onedrive setting-up-for=over-24-hours
file in onedrive cannot open, error 0x8007016a => product=onedrive symptom=cannot-open-file code=0x8007016a
You don't have access to this service, code 8004deef => symptom=no-access code=0x8004deef
all documents are backed up, go ahead => files=safe
some documents are still waiting to upload => files=pending-upload
no i am at home, without vpn => network=elsewhere
It's a personal device, not managed by the company => device=personal
I'm not using windows 10 but windows 11 => os=windows-11
win 8.1 pro, one drive red cross, cant sign in => os=windows-8.1 product=onedrive symptom=cannot-connect
the firewall does TLS inspection, could that be it? outlook disconnects => inspection=yes product=outlook
other websites work, onedrive.com does not load => internet=works web=fails product=onedrive
OneDrive used to work until the windows update on sunday => product=onedrive changed=update
user on server 2022 terminal server, onedrive code 0x8004de40, vpn not used => os=server-2022 product=onedrive code=0x8004de40
we moved to a new tenant on saturday, sharepoint says access denied for many users => changed=account product=sharepoint symptom=no-access affected=others
perhaps it is the proxy, i dont know. teams cannot sign in => product=teams symptom=cannot-connect
my pihole is running, onedrive not connecting, own pc => filter=yes product=onedrive symptom=cannot-connect device=personal
IT rolled out a new policy, then office asked to activate, 0x80090016 => changed=policy code=0x80090016 product=office
Thanks, I will try that after lunch => -
please send me the minutes of the meeting => -
what time does the canteen close => -
The outlook for next quarter is good => -
my chair is broken, need a new one => -
windows in the meeting room dont close, its cold => -
happy birthday to the whole team => -
`;
