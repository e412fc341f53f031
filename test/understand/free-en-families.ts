/** English messages, a few for each family of wordings that blind sets showed to be missing; one a line as in `free-en.ts`. */
export const familiesEnglish = `
my od is stuck on processing changes => product=onedrive symptom=sync-pending
can't get onto OneDrive any more => product=onedrive symptom=cannot-connect
Teams refuses to accept my login => product=teams symptom=cannot-connect
SharePoint says no permission when I open the HR folder => product=sharepoint symptom=no-access
my OneDrive allowance is used up => product=onedrive symptom=storage
no sync since lunch, OneDrive on the tower => product=onedrive symptom=sync-pending
the workbook lies in OneDrive, I double click, nothing happens => product=onedrive symptom=cannot-open-file
Outlook: I type my pw and it wants it again and again => product=outlook symptom=sign-in-loop
OneDrive cannot establish a connection => product=onedrive symptom=cannot-connect
same on my business login and on my private one => affected=several-accounts
Everyone else in the team is happily working, it is me alone => affected=only-me
the man opposite me doesn't have the error => affected=only-me
my mate at the next desk gets the same message => affected=others-same-network
my colleague who sits behind me has it too => affected=others-same-network
the entire design team is affected => affected=others
Teams kicks us all out with CAA20003 => product=teams code=0xcaa20003 affected=others
maybe the others have it too, I haven't asked => affected=unknown
working from my sister's flat => network=elsewhere
I stayed home today => network=elsewhere
user is in London office => network=office
on the train with VPN activated => network=vpn
a web page of OneDrive is broken as well => web=fails product=onedrive
I thought the browser version worked but it doesn't => web=fails
through Firefox all my folders are there => web=works
my PC doesn't open a single website => internet=fails
the news sites come up at once => internet=works
the company paid for it, so IT manages it => device=managed
my Dell from work => device=managed
the tablet is looked after by the school => device=managed
he bought the laptop himself => device=personal
they took away my admin rights => rights=no-admin
Windows 11, local admin, no proxy => os=windows-11 rights=admin proxy=none
the proxy doesn't ask for any password => proxy=open
our proxy uses Kerberos auth => proxy=authenticated
I uninstalled Bitdefender because it was scanning HTTPS => inspection=no
nobody changed anything on this PC => changed=nothing
my password was about to expire, so I picked a new one => changed=password
our admin did something with the group policies, since then OneDrive is offline => changed=policy product=onedrive symptom=cannot-connect
they gave me a loaner, OneDrive says it cannot connect => device=managed changed=new-device product=onedrive symptom=cannot-connect
my e-mail address is a different one now => changed=account
our company switched VPN vendors => changed=vpn
the laptop was deleted in the Entra portal by accident => device-auth=disabled
without any ECDHE_RSA entries in the list => ciphers=missing
OneDrive has plenty of room => product=onedrive space=free
two macs and a pc, all with AADSTS50105 => os=macos code=aadsts50105
we run it on a 2012 box => os=server-2012
OneDrive shows an error starting with 0x8004, I can't recall the rest => product=onedrive code=unknown
the caller isn't sure about the code => code=unknown
I guess it is Windows 10 => os=windows-10
it's my own PC - well, no, the company paid for it => device=managed
onedrive's on strike, can't get through to the server => product=onedrive symptom=cannot-connect
OneDrive hasn't been able to connect since lunch => product=onedrive symptom=cannot-connect
my OneDrive is at its limit => product=onedrive symptom=storage
every attempt to sync fails => symptom=sync-pending
the tablet syncs, my PC doesn't => symptom=sync-pending
nobody on floor 4 gets into SharePoint => affected=others-same-network product=sharepoint
every machine in the plant has it => affected=others-same-network
I share an office with Kim and we both have it => affected=others-same-network
access denied for the entire HR department => symptom=no-access affected=others
my notebook belongs to the institute => device=managed
it is my mum's laptop => device=personal
on the laptop, my own one => device=personal
I lose my admin rights next to nothing works => rights=no-admin
Squid without auth => proxy=open
the firewall does DNS-layer filtering => filter=yes
these files are nowhere else => files=online-only
no alterations were made => changed=nothing
after the monthly reboot nothing in OneDrive would upload => changed=update product=onedrive symptom=sync-pending
IT moved my mailbox last night => changed=account
my login was altered => changed=account
OneDrive licence missing => product=onedrive licence=missing
a scanner that only talks TLS 1.0 => old-servers=yes
not sure which network this is => network=unknown
Windows 10 - strike that, it's 11 => os=windows-11
my colleague had 0x8004de40, mine is 0x8004de44 => code=0x8004de44
the report says "TLS 1.2 is disabled" => tls=1.2-off
I told you the browser works, today it doesn't => web=fails
IT gave everyone new Surfaces, mine arrived yesterday => changed=new-device
OneDrive is not just slow, every site is dead => product=onedrive internet=fails
my workbook lies on SharePoint, it just spins, won't open => product=sharepoint symptom=cannot-open-file
Outlook is refusing to establish contact with the server => product=outlook symptom=cannot-connect
I'm requested to enter my credentials anew each morning => symptom=sign-in-loop
none of my colleagues is affected => affected=only-me
I'm staying with friends and use their guest wifi => network=elsewhere
through the browser there is an empty page => web=fails
all four of us in the Oslo office have it => affected=others-same-network
everyone in the warehouse is hit => affected=others-same-network
I'm sitting inside the building => network=office
the setup doesn't get any further => symptom=setting-up
IT pushed a patch on Sunday => changed=update
everyone got a new address last week => changed=account
Forticlient: I installed it yesterday => changed=vpn
OneDrive makes copies of every file => product=onedrive symptom=conflict
I doubt I have admin rights => rights=no-admin
no idea if the browser version works => web=unknown
it is 0x8004de90, I typed 0x8004de99 before => code=0x8004de90
my boss can't either => affected=others
a proxy without authentification => proxy=open
we have one proxy for all that requires no password => proxy=open
the pc was lent to me by the school => device=managed
I may not install software => rights=no-admin
a red window flashed and was gone, the code was too fast => code=unknown
the TLS 1.2 deadline, what do I have to do => symptom=tls-question
not just OneDrive, Outlook too => product=onedrive
OneDrive 0x8004de44... sorry, just looked again, it's 0x8004de42 => product=onedrive code=0x8004de42
Teams: CAA20003, or was it CAA20004? No, 20004 => product=teams code=0xcaa20004
my code is CAA20003, or was it CAA20004? No, CAA20004 => code=0xcaa20004
OneDrive gives 0x8004de40 on one PC. Sorry for writing late, it is 0x8004de90 on the other => product=onedrive code=0x8004de40 code=0x8004de90
a colleague asked me to report 0x8004de40 => code=0x8004de40
0x8004de40 in OneDrive. Wait, on the other PC it is 0x8004de90 => product=onedrive code=0x8004de40 code=0x8004de90
nobody else changed the password, only me => changed=password affected=only-me
do you need the request ID of 0x8004de40? I don't have it => code=0x8004de40
can you help with 0x8004de40? My boss just asked for the slides => code=0x8004de40
Outlook cannot connect on Windows 7. Enabled REG_DWORD 0x1 is all I find. => product=outlook symptom=cannot-connect os=windows-7
DefaultSecureProtocols REG_DWORD 0xa00 is there, Outlook still can't connect => product=outlook default-secure-protocols=0xa00 symptom=cannot-connect
Outlook can't connect. netsh says Direct access (no proxy server). => product=outlook symptom=cannot-connect proxy=none
HCW ends with: The SSL connection could not be established, see inner exception. => product=exchange-hybrid symptom=hcw-ssl
I never changed my password, but IT rolled out a new policy => changed=policy
they installed the Windows updates on Monday => changed=update
at home OneDrive fails => product=onedrive network=elsewhere
the login window pops straight back => symptom=sign-in-loop
Office can't be activated on this laptop => product=office
our proxy is an open one => proxy=open
Get-TlsCipherSuite on the server lists TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 => ciphers=ok
Did I say Teams? I meant OneDrive => product=onedrive
`;

/** What looks like one of these families and is none: denied, asked, supposed, wished, somebody else's. */
export const nothingOfFamilies = `
would a different password be better => -
I need a new password for the wifi => -
my password is the same as ever, I have not changed it => -
the company switched offices last year => -
my colleague at the next desk is on holiday => -
does my colleague at the next desk have this too? => -
the entire marketing team will go to the party => -
nobody has touched the coffee machine => -
if the device was deleted from Entra, what happens? => -
was the laptop disabled in the portal? => -
should I get a loaner? => -
does the proxy ask for a password? => -
I'm not at a customer's site => -
turns out it was the printer => -
he gave me a replacement for my mouse => -
is there a local admin on this box => -
my mailbox was moved in 2019 => -
I never got a replacement laptop => -
you have no right to talk to me like that => -
no permission slips today => -
Did somebody change a policy on the firewall? => -
If I get a new laptop next year, who sets it up? => -
Before I change my password I'd like to know => -
my password was never changed => -
the licence was not removed => -
no adjustments needed => -
the notebook doesn't belong to the institute => -
do you know which network we use => -
is SSL inspection on? => -
is the laptop managed by anyone? => -
why is there a proxy? => -
Everyone got a new chair => -
none of my colleagues is in today => -
the update was not installed => -
did you install the update? => -
someone at HQ is on holiday => -
does it make copies of every file? => -
what does 0x8004deb4 mean? A friend asked me, I don't have it => -
is 0x8004de40 a proxy thing? a colleague just asked => -
nobody has changed the password => -
nobody's mailbox is full => -
what does the blue cloud on my files mean? => -
the discussion is an open one => -
my desk in the office cannot be activated => -
Get-TlsCipherSuite shows no TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 => -
`;
