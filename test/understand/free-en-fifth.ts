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
