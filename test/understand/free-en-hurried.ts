/** Thirty English messages of employees in a hurry; one a line as in `free-en.ts`. Labelled before Kiku had read them, and used for mending since. */
export const hurriedEnglish = `
Morning! OneDrive says it can't connect, 0x8004de40 again. Win 11, work laptop, sitting in the office. The browser one loads fine. => product=onedrive symptom=cannot-connect code=0x8004de40 os=windows-11 device=managed network=office web=works
quick one before my meeting: teams wont let me in, CAA20003, only on my pc => product=teams symptom=cannot-connect code=0xcaa20003 affected=only-me
outlook stuck on trying to connect, webmail ok, im at home on wifi => product=outlook symptom=cannot-connect web=works network=elsewhere
Since the update last night OneDrive sits at sync pending for hundreds of files, no error shown => product=onedrive symptom=sync-pending changed=update code=none
Pls help, 8004de88 on onedrive, we use a pi-hole at home => product=onedrive code=0x8004de88 filter=yes network=elsewhere
my password changed on monday and now outlook asks for it every five minutes => product=outlook symptom=sign-in-loop changed=password
can't open a spreadsheet in sharepoint, says I don't have access. my colleague can open it => product=sharepoint symptom=no-access affected=only-me
Teams is white on my laptop, works on my iphone => product=teams os=ios
OneDrive full? It says I have used all my storage and nothing uploads => product=onedrive symptom=storage
hi, got a brand new laptop yesterday (Windows 11, company), onedrive cant sign in 0x8004de85 => product=onedrive symptom=cannot-connect code=0x8004de85 os=windows-11 device=managed changed=new-device
The whole floor can't get into Outlook since 9. => product=outlook symptom=cannot-connect affected=others-same-network
do I need to do something about TLS 1.2 on windows 7? outlook 2016 => product=outlook os=windows-7 symptom=tls-question
onedrive 8004de40. home = fails, office = works. vpn off => product=onedrive code=0x8004de40 network=elsewhere
I have two copies of every file with my computer name in it, OneDrive keeps making them => product=onedrive symptom=conflict
Forgot to say: no VPN, no proxy that I know of, and I'm not an admin => proxy=none rights=no-admin
same error for my boss and the intern, both on their own laptops => affected=others
OneDrive "Setting up your OneDrive" since yesterday morning. New joiner. => product=onedrive symptom=setting-up setting-up-for=over-24-hours
could you unlock the printer on 3rd floor => -
It's my own macbook, teams keeps signing me out, safari works => product=teams symptom=sign-in-loop device=personal os=macos web=works
Error code 0x8004de40 - sorry, 0x8004de44. OneDrive desktop app, Windows 10 22H2. => product=onedrive code=0x8004de44 os=windows-10
We put in Zscaler last Thursday, since then OneDrive 0x8004de40 for everybody. => product=onedrive code=0x8004de40 affected=others changed=policy
Can I reset OneDrive? All my files are in the cloud already, nothing waiting. => product=onedrive files=safe
I'm at a customer site today on their guest wifi and outlook won't connect. normal web pages are ok => product=outlook symptom=cannot-connect network=elsewhere internet=works
got code CAA5004B in Teams, no clue what it means, running late for a call => product=teams code=0xcaa5004b
Colleague told me to write here. Teams. Something with a code, didn't note it. => product=teams code=unknown
excel file on onedrive says "locked for editing" by me?? => product=onedrive symptom=cannot-open-file
IT changed the firewall policy on Friday and now no one in our team can connect Outlook => product=outlook symptom=cannot-connect changed=policy affected=others
the sharepoint site gives me access denied in chrome and edge both, personal laptop => product=sharepoint symptom=no-access device=personal web=fails
not urgent: which OneDrive version do I need for Windows 8.1? => product=onedrive os=windows-8.1
Teams CAA70004, proxy wants user name and password, on VPN from my hotel => product=teams code=0xcaa70004 proxy=authenticated network=vpn
`;
