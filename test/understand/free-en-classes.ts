/** English messages in classes that a set nobody had mended for showed to be missing, five of each; one a line as in `free-en.ts`. Labelled before Kiku had read them, and used for mending since. */
export const classesEnglish = `
four of my colleagues get 8004de40 in OneDrive too => affected=others product=onedrive code=0x8004de40
Outlook is stuck at Trying to connect, this affects roughly thirty users => product=outlook symptom=cannot-connect affected=others
Teams says CAA50021 for five of our users since Monday => product=teams code=0xcaa50021 affected=others
We have about 25 people who can't sign in to Outlook => product=outlook symptom=cannot-connect affected=others
two more colleagues told me their OneDrive has the same error => product=onedrive affected=others
both my work account and my private account fail on this laptop, OneDrive 0x8004de40 => affected=several-accounts product=onedrive code=0x8004de40
OneDrive won't connect. Neither my work account nor my personal one gets in on this PC => product=onedrive symptom=cannot-connect affected=several-accounts
tried it with my work account and with my personal account on this computer, both get 8004de40 => affected=several-accounts code=0x8004de40
my business account and my personal account both fail in Teams on this pc => affected=several-accounts product=teams
Two accounts on this machine, mine and a test one, both get 0x8004de88 in OneDrive => affected=several-accounts product=onedrive code=0x8004de88
Outlook shows a code, no idea which => product=outlook code=unknown
there was some error code but I forgot which => code=unknown
OneDrive won't sign in, gave me a code, can't remember what it was => product=onedrive symptom=cannot-connect code=unknown
Teams shows a code, didn't write it down => product=teams code=unknown
it flashed up a number, a code I think, no clue which one => code=unknown
my teams wont load today => product=teams
my teams is just a white screen => product=teams
my teams keeps asking me to sign in => product=teams symptom=sign-in-loop
two of my teams are on holiday => -
our teams in Leeds use the other printer => -
Is it correct that Outlook 2013 needs a registry setting for TLS 1.2? => product=outlook symptom=tls-question
Is it true OneDrive stops without TLS 1.2? => product=onedrive symptom=tls-question
We still run Outlook 2010 on Windows 7. Is a registry change for TLS 1.2 necessary? => product=outlook os=windows-7 symptom=tls-question
Has Outlook 2016 on Windows 8 to be changed for TLS 1.2? => product=outlook os=windows-8 symptom=tls-question
For OneDrive on Windows 7, what do I have to set so it uses TLS 1.2? => product=onedrive os=windows-7 symptom=tls-question
> Is it Windows 10 or Windows 11?⏎It's 11. => os=windows-11
> Which version of Windows do you have?⏎> 10 or 11?⏎⏎10, and the OneDrive code is 0x8004de85 => os=windows-10 product=onedrive code=0x8004de85
> Do you have Windows 7, 8 or 10?⏎it's 10⏎> Are you at home or in the office?⏎office => os=windows-10 network=office
> Is this a company laptop?⏎No, I bought it myself⏎> Which Windows, 10 or 11?⏎11 => device=personal os=windows-11
> How many people are affected, 10 or 11?⏎It's 10 => -
FW: OneDrive⏎⏎> OneDrive can't connect, code 0x8004de40⏎> I am at home⏎> Ben => product=onedrive symptom=cannot-connect code=0x8004de40 network=elsewhere
user reports:⏎> my Outlook keeps asking for my password⏎> Windows 11 => product=outlook symptom=sign-in-loop os=windows-11
Hi, see below, can you help him?⏎⏎> Teams gives me CAA50021 on Windows 10 => product=teams code=0xcaa50021 os=windows-10
Forwarding this from Anna in sales:⏎> OneDrive says 8004de88, I'm in the office⏎Thanks => product=onedrive code=0x8004de88 network=office
Thanks, that did not help, Teams is still down.⏎> Does OneDrive fail too?⏎> Are you on Windows 10? => product=teams
Outlook won't connect, the browser version neither => product=outlook symptom=cannot-connect web=fails
Teams gives CAA50021, web version as well => product=teams code=0xcaa50021 web=fails
OneDrive can't sign in and the browser one can't either => product=onedrive symptom=cannot-connect web=fails
OneDrive won't sync, in the browser too => product=onedrive symptom=sync-pending web=fails
Outlook works, browser version too => product=outlook web=works
I think it's Windows 11, perhaps Pro => os=windows-11
windows 10 i think, maybe home edition => os=windows-10
It's Windows 10, possibly the Enterprise one. OneDrive 8004de40 => os=windows-10 product=onedrive code=0x8004de40
maybe windows 10 enterprise => -
it's Windows 11, might be Pro or Home => os=windows-11
on the phone it's fine, OneDrive on the PC says 8004de40 => product=onedrive code=0x8004de40
OneDrive is fine on my iphone, only the laptop fails => os=ios product=onedrive
works on the phone, onedrive on windows 10 doesn't connect => os=windows-10 product=onedrive symptom=cannot-connect
With my Android phone everything is fine, Teams on the laptop says CAA50021 => os=android product=teams code=0xcaa50021
OneDrive on my phone it works, PC not. 0x8004de88 => product=onedrive code=0x8004de88
everything I have is also on a USB drive, so reset OneDrive if you must => files=safe product=onedrive
all my files are backed up on an external disk as well => files=safe
I copied everything in OneDrive to a USB stick => files=safe product=onedrive
there is a second copy of all my files on the server => files=safe
not everything is on the USB drive => -
Our school hands out laptops and mine gets OneDrive 0x8004de40 => device=managed product=onedrive code=0x8004de40
the university gave us laptops, Outlook on mine won't connect => device=managed product=outlook symptom=cannot-connect
laptop on loan from my employer, Teams CAA50021 => device=managed product=teams code=0xcaa50021
The laptop was issued by my company => device=managed
my school lends me a tablet with Windows 11 => device=managed os=windows-11
Windows 7 Home Premium, without a service pack => os=windows-7-rtm
it is Windows 7, no service pack installed. OneDrive fails with 8004de40 => os=windows-7-rtm product=onedrive code=0x8004de40
Windows 7 Professional 64 bit, no SP1 => os=windows-7-rtm
there's no service pack on this Windows 7 => os=windows-7-rtm
Windows 7 Professional with service pack 1 => os=windows-7-sp1
OneDrive gives 8004de40 since our tenant migration last week => product=onedrive code=0x8004de40 changed=account
since we moved to the new tenant Outlook won't connect => changed=account product=outlook symptom=cannot-connect
Teams CAA20003 after my account was moved to another tenant => product=teams code=0xcaa20003 changed=account
Our company was merged and we got new addresses, now Outlook asks for the password all the time => product=outlook symptom=sign-in-loop changed=account
My user name changed yesterday, since then OneDrive can't sign in => product=onedrive symptom=cannot-connect changed=account
Get-TlsCipherSuite lists no ECDHE suites => ciphers=missing
there is not a single ECDHE_RSA suite in the list => ciphers=missing
the cipher suites OneDrive needs are missing on this PC => ciphers=missing product=onedrive
none of the ECDHE ciphers are there anymore => ciphers=missing
the required cipher suites are all there => ciphers=ok
onedrive cant conect anymore => product=onedrive symptom=cannot-connect
outlook wont connct to the server => product=outlook symptom=cannot-connect
teams cant cnnect, CAA50021 => product=teams symptom=cannot-connect code=0xcaa50021
onedrive can not conenct on my laptop => product=onedrive symptom=cannot-connect
outlok doesnt conect since monday => product=outlook symptom=cannot-connect
`;
