/** A fifth set of English messages, in classes that a set nobody had mended for showed to be missing; one message a line as in `free-en.ts`. Labelled before Kiku had read them, and used for mending since. */
export const freeEnglishFifth = `
teams for windows says caa20003 => os=windows product=teams code=0xcaa20003
the outlook for windows app is stuck at trying to connect => os=windows product=outlook symptom=cannot-connect
OneDrive client for Windows, error 0x8004de80 => os=windows product=onedrive code=0x8004de80
I earlier wrote Windows 11, that was wrong, the machine runs Windows 10 => os=windows-10
I said Windows 10 in my first mail but it is Windows 11 => os=windows-11
my mistake: I told you Windows 7, winver shows Windows 8.1 => os=windows-8.1
not sure if it is windows 10 or windows 11 => os=unknown
I don't know whether this is windows 7 or 8 => os=unknown
no idea if this thing has win10 or win11. Teams won't sign in => os=unknown product=teams symptom=cannot-connect
don't tell me to upgrade to Windows 11 please, we are on Windows 10 => os=windows-10
Windows 8 here. We can't move to Windows 11 because of the scanner software => os=windows-8
Before we switch to Windows 11 next year I want OneDrive fixed on Windows 10 => product=onedrive os=windows-10
I had to upgrade to Windows 11 last week and since then OneDrive won't connect => os=windows-11 changed=update product=onedrive symptom=cannot-connect
my colleague has windows 10 and there it works => -
on my coworker's windows 11 laptop everything works, on mine nothing does => affected=only-me
OneDrive works on my boss's Mac. On my Windows 10 PC it can't connect. => product=onedrive os=windows-10,macos symptom=cannot-connect
winver: 19045.4170, onedrive 0x8004de85 => os=windows-10 product=onedrive code=0x8004de85
Version 22000.318 according to winver => os=windows-11
winver tells me OS build 26100.2033 => os=windows-11
Office version 16731.20234 and Teams is blank => product=teams
Inventory tag 22631, Outlook is down => product=outlook
my excel sheet on OneDrive won't open => product=onedrive symptom=cannot-open-file
A Word document stored in SharePoint cannot be opened => product=sharepoint symptom=cannot-open-file
Here at the office Teams won't sign me in => network=office product=teams symptom=cannot-connect
I'm in the office and OneDrive can't connect => network=office product=onedrive symptom=cannot-connect
in our office nothing works with sharepoint => product=sharepoint network=office
excel wants to sign in again and again => product=office symptom=sign-in-loop
Visio asks for activation every day => product=office
OneNote wants me to sign in every morning => product=office symptom=sign-in-loop
powerpoint prompts to log in over and over => product=office symptom=sign-in-loop
Outlook fails with 0x8004de40.⏎⏎Anna Berg⏎SharePoint Consultant => product=outlook code=0x8004de40
Teams shows caa50021⏎--⏎Tom Hill⏎Microsoft 365 and SharePoint Administrator => product=teams code=0xcaa50021
my live outlook.com inbox says there is no storage left => product=outlook symptom=storage
all other apps on this PC are online, just OneDrive can't connect => internet=works product=onedrive symptom=cannot-connect
Every website I try opens => internet=works
all web pages load, Outlook does not connect => internet=works product=outlook symptom=cannot-connect
Netflix streams and Google opens, so the line is fine => internet=works
I can watch YouTube and read the news, only Teams won't connect => internet=works product=teams symptom=cannot-connect
Not one website loads and OneDrive can't connect => internet=fails product=onedrive symptom=cannot-connect
In Internet Options the box for TLS 1.2 was not ticked => tls=1.2-off
The entry "Use TLS 1.2" is greyed out and unticked => tls=1.2-off
TLS 1.2 has been switched off by a policy of ours => tls=1.2-off
a group policy disables TLS 1.2 on our PCs => tls=1.2-off affected=others
someone turned off TLS 1.2 via GPO yesterday => tls=1.2-off changed=policy
we switched off TLS 1.0 through group policy last night and OneDrive died => changed=policy product=onedrive
the admins locked the firewall down via Intune policy on Monday => changed=policy device=managed
Our web proxy makes everybody log in => proxy=authenticated
the proxy forces users to sign in with their AD account => proxy=authenticated
The proxy here wants all of us to authenticate before anything loads => proxy=authenticated
you must log in at the proxy first => proxy=authenticated
Internet goes through a proxy and it asks nobody for a login => proxy=open
Get-TlsCipherSuite lists the ECDHE_RSA GCM suites => ciphers=ok
the cipher suites look fine => ciphers=ok
we checked, ECDHE_RSA with AES GCM is in the list => ciphers=ok
ciphers are ok, I see four ECDHE_RSA GCM suites => ciphers=ok
not a single ECDHE_RSA GCM suite in the list => ciphers=missing
It happens only with my account, the rest of the department can work => affected=only-me
just for me, the others in the team get in => affected=only-me
only on my side, everyone else on the team can open it => affected=only-me
happens for one user only, her name is Kim => affected=only-me
Everybody in the office except me can sign in => affected=only-me
the error shows for our users when they start Outlook => affected=others product=outlook
whenever my users open SharePoint they see AADSTS50105 => affected=others product=sharepoint code=aadsts50105
I rang three times and no one could help me. OneDrive can't connect. => product=onedrive symptom=cannot-connect
nobody could tell me why Teams is blank => product=teams
no one can explain the error 0x8004de40 to me => code=0x8004de40
The PC is school property => device=managed
this notebook is property of my employer => device=managed
It runs the standard company image => device=managed
it's a domain laptop => device=managed
The teachers' tablets belong to the school => device=managed
A laptop from the firm and a PC that's mine. The laptop can't connect, the PC is fine. => device=managed symptom=cannot-connect
It works on my private laptop, not on the company laptop => device=managed
My work PC is fine, my private PC can't sign in => device=personal symptom=cannot-connect
rights: administrator / os: Windows 10 => rights=admin os=windows-10
Rights = local administrator, Outlook => rights=admin product=outlook
rights: standard user. OneDrive 0x8004de88 => rights=no-admin product=onedrive code=0x8004de88
permissions: no admin => rights=no-admin
I'm in the local Administrators group => rights=admin
OneDrive stopped connecting, I don't know what has changed => product=onedrive symptom=cannot-connect changed=unknown
can't say if anything was changed before => changed=unknown
no clue whether there was an update => changed=unknown
It used to work, not sure what's different now => changed=unknown
the last Windows update was three months ago => -
I changed my password a year ago => -
we updated to Windows 11 two years ago, Outlook can't connect since today => os=windows-11 product=outlook symptom=cannot-connect
got this laptop new in 2021 => -
years ago we migrated to another tenant => -
Small update on my ticket: the code is 0x8004de90 => code=0x8004de90
any update on this? OneDrive still can't connect => product=onedrive symptom=cannot-connect
Update from my side: still caa50021 in Teams => product=teams code=0xcaa50021
update to yesterday's mail, it is Windows 10 => os=windows-10
Update: now it also fails in Outlook => product=outlook
I normally work from home. Outlook has 0x8004de40 => product=outlook code=0x8004de40
working from home is our default here => -
I mostly sit in the office => -
my home folder in OneDrive does not sync => product=onedrive symptom=sync-pending
Windows 11 Home, I'm at home today => os=windows-11 network=elsewhere
DefaultSecureProtocols is set to 2688 => default-secure-protocols=0xa80
the DefaultSecureProtocols key already says 0xA00 => default-secure-protocols=0xa00
regedit gives DefaultSecureProtocols as 2048 decimal => default-secure-protocols=0x800
DefaultSecureProtocols in the registry is 0x00000AA0 here => default-secure-protocols=0xaa0
I could not find DefaultSecureProtocols in the registry => default-secure-protocols=absent
`;

/** The same classes in other words, written after the rules for them, and what the rules must leave alone. Labelled before Kiku had read them. */
export const freeEnglishSixth = `
I can't tell you the Windows version, Teams shows caa50024 => os=unknown product=teams code=0xcaa50024
Which Windows? No clue. OneDrive is disconnected. => os=unknown product=onedrive symptom=cannot-connect
some kind of Windows, I never looked => os=windows
a Windows laptop, I didn't look at the version => os=windows
Excel for Windows wants a login every morning => os=windows product=office symptom=sign-in-loop
my neighbour has a Mac and his OneDrive is fine, mine (Windows 11) can't connect => os=windows-11,macos product=onedrive symptom=cannot-connect
Strange: Sarah's Windows 10 PC connects, my Windows 11 one doesn't. => os=windows-11,windows-10
The photo in my OneDrive can't be opened, iPhone 14 => product=onedrive symptom=cannot-open-file os=ios
Can't open PDFs that sit in a SharePoint library, Windows 10 => product=sharepoint symptom=cannot-open-file os=windows-10
I save from Word to OneDrive and it never uploads => product=onedrive symptom=sync-pending
Teams works, Outlook does not connect => product=outlook symptom=cannot-connect
Outlook opens fine, it's OneDrive that won't sign in => product=onedrive symptom=cannot-connect
The SharePoint app on my iPad says access denied => product=sharepoint os=ios symptom=no-access
Word opens, but signing in to it fails => product=office symptom=cannot-connect
I am in the office today and everything but Outlook works => network=office product=outlook
Other internet pages come up without delay => internet=works
Amazon and my bank open as always => internet=works
the internet as such is fine => internet=works
I can google things, so I am online => internet=works
Even google.com does not load => internet=fails
no page at all comes up in Chrome => internet=fails
TLS 1.2 was disabled by our hardening team on Tuesday => tls=1.2-off
Somebody unticked TLS 1.2, I ticked it again => tls=1.2-on
our GPO switches off TLS 1.2 => tls=1.2-off
TLS 1.0 was disabled, TLS 1.2 is enabled => tls=1.2-on
the setting is greyed out, "some settings are managed by your administrator" => -
a new security policy came in on Monday => changed=policy
IT rolled out stricter policies over the weekend => changed=policy
Our policy forbids USB sticks => -
The proxy is set by GPO => proxy=present
Proxy pops up a window for user name and password => proxy=authenticated
you have to sign in to the proxy with your Windows account => proxy=authenticated
The proxy needs credentials, NTLM => proxy=authenticated
We have a proxy, no password needed => proxy=open
we have a proxy but I don't know if it wants a password => proxy=present
I see ECDHE_RSA suites with GCM at the top of the list => ciphers=ok
both required ciphers are present => ciphers=ok
There are no ECDHE_RSA GCM suites on this server => ciphers=missing
Only I have this problem in our group => affected=only-me
Everyone else is fine => affected=only-me
I'm the odd one out, nobody else has trouble => affected=only-me
all my colleagues are affected as well => affected=others
our helpdesk gets many calls about it => affected=others
Can somebody help me please? => -
people told me to call you => -
Could one of your colleagues call me back? => -
I asked my colleagues and none of them knows => -
nobody has called me back => -
The machine is in Intune => device=managed
laptop was imaged by corporate IT => device=managed
It's a BYOD tablet => device=personal
this is my daughter's PC => device=personal
My PC is domain joined => join=domain
I work as a local admin on the machine => rights=admin
Admin rights: yes, local => rights=admin
I'm no administrator => rights=no-admin
IT has to type the admin password for me => rights=no-admin
I don't know if I have admin rights => rights=unknown
Nobody told me about any change, no idea => changed=unknown
I can't remember changing anything => -
Whether something was changed I do not know => changed=unknown
Maybe there was an update, I am not sure => -
There was an update yesterday => changed=update
since this morning's update it fails => changed=update
After the update two weeks ago OneDrive stopped syncing => changed=update product=onedrive symptom=sync-pending
I got the new laptop last Friday => changed=new-device
The PC was reinstalled in 2022 => -
long ago we had another VPN => -
Please update me by mail => -
Please keep the ticket updated => -
thanks for the update => -
Update OneDrive? => product=onedrive
I'm on my way home => -
back home now, still the same error => network=elsewhere
I live in Windows 11 Home, haha => os=windows-11
at my parents' house this week => network=elsewhere
in the office it works, at home it doesn't => network=elsewhere
DefaultSecureProtocols = 2560 => default-secure-protocols=0xa00
DefaultSecureProtocols: 0x800, should it be 0xA00? => default-secure-protocols=0x800
DefaultSecureProtocols on 12 servers is missing => default-secure-protocols=absent
we set DefaultSecureProtocols in 2016 => -
The registry has no value called DefaultSecureProtocols => default-secure-protocols=absent
No VPN, no proxy, home wifi => proxy=none network=elsewhere
`;

/** Once more other words, written after both. Labelled before Kiku had read them. */
export const freeEnglishSeventh = `
Good morning, the desktop in our reception runs Windows 10 and Outlook there can't connect. The one in my own room is Windows 11 and does fine. => os=windows-10,windows-11 product=outlook symptom=cannot-connect
My OneDrive says 0x8004de40, whereas my colleague next door has the same laptop without problems. => product=onedrive code=0x8004de40
Model ThinkPad T14, Windows edition: no idea, OneDrive 0x8004de85 => os=unknown product=onedrive code=0x8004de85
A presentation in Teams can't be opened, Windows 11 => product=teams symptom=cannot-open-file os=windows-11
When I open a spreadsheet from OneDrive it says the file can't be opened => product=onedrive symptom=cannot-open-file
Only the OneDrive app fails, onedrive.com in Edge is fine, the rest of the internet too. => product=onedrive web=works internet=works
Spotify plays, the news sites load, Outlook is dead. => internet=works product=outlook
There's internet, I checked with a few sites. => internet=works
We get out to the internet only through a proxy, which wants our Windows login. => proxy=authenticated
our proxy lets everything through without asking => proxy=open
whether we have a proxy I can't tell => proxy=unknown
TLS 1.2 is off, the box is locked by our admins => tls=1.2-off
Since IT forced the new baseline on us, OneDrive won't connect => changed=policy product=onedrive symptom=cannot-connect
last Thursday the admins disabled old TLS versions by group policy => changed=policy
The checkbox "Use TLS 1.2" isn't ticked on this machine => tls=1.2-off
Ciphers: both GCM ones with ECDHE_RSA are listed => ciphers=ok
No GCM cipher with ECDHE_RSA is offered by this box => ciphers=missing
I'm the only person with this, the rest of finance works. => affected=only-me
just me as far as I can tell => affected=only-me
the whole department sees it => affected=others
Our apprentice has it too => affected=others
The device shows up in Intune as compliant => device=managed
It is a PC with our company's standard image => device=managed
the laptop is mine, I use it for work => device=personal
It's a loaner from the IT desk => device=managed
user has local admin => rights=admin
user is not a local administrator => rights=no-admin
I can install whatever I want on it => rights=admin
Every installation needs somebody from IT => rights=no-admin
What happened before? Nothing that I know of. => changed=nothing
I really don't know what they changed over the weekend => changed=unknown
Was something changed? I couldn't say. => changed=unknown
ever since I have my new password OneDrive keeps asking for it => changed=password product=onedrive symptom=sign-in-loop
Last year's update is installed => -
The laptop was new in spring 2023 => -
Outlook update please: how do I get the newest version? => product=outlook
I'm a home user => -
At home everything is fine, in the office Teams can't connect => network=office product=teams symptom=cannot-connect
I'm in a meeting, write you from home later => -
I am at the Berlin office this week, usually I'm at home => network=office
DefaultSecureProtocols has the value 0xaa0 => default-secure-protocols=0xaa0
There is a DefaultSecureProtocols value and it is 2560 => default-secure-protocols=0xa00
someone deleted DefaultSecureProtocols => default-secure-protocols=absent
our users in Lyon report AADSTS70043 => affected=others code=aadsts70043
`;
