import type { ToldStep } from './outside-advice.ts';
import { finder, first, isOf, isTrue, lines, MODERN, never, onCommand, type Rule, rank, SEVEN, WINDOWS, WINHTTP } from './outside-rule.ts';

const READS =
  /^(get-|test-|find-|reg query|reg export|netsh (winhttp|wlan|int\w* \w*|interface \w*) show|netsh trace|gpresult|dsregcmd \/status|ipconfig( \/all|\/displaydns)?$|ping |nslookup |tracert |wmic .* get |winver|systeminfo|whoami|klist$|type |dir |more |findstr |attrib [^+-]*$|resolve-|scutil --(proxy|dns)|networksetup -get|w32tm \/query|eventvwr|manage-bde -status|tpmtool getdeviceinformation|cat |ls |grep |\(get-|\[|certutil -verify|msinfo32|control update|ms-settings:windowsupdate|inetcpl\.cpl|curl|select-string|sc query)/i;

export const reads = finder(READS);

/** Section 6, and what sections 2.2 to 5 say of commands. */
export const commandRules: readonly Rule[] = [
  {
    name: 'no command without the exact Windows, and on a Mac only what a Mac has',
    from: 'branches 2.1, 4',
    faults: (asked, told) => {
      if (isOf(asked, 'os', ...WINDOWS)) return [];
      const foreign = isOf(asked, 'os', 'macos')
        ? /^(?!\/|scutil|networksetup|open |defaults |sudo |~|killall|dscacheutil|cat |ls |grep |nslookup )/
        : /^/;
      return lines(told).flatMap(({ step, text }) => isTrue(!foreign.test(text), `${step.id}: \`${text}\` on ${first(asked, 'os')}`));
    },
  },
  onCommand('dsregcmd is for IT and current Windows', 'branches Q3, 2.2 step 11, 2.5', /dsregcmd/i, (asked, step) => ({
    'the helpdesk': asked.audience === 'helpdesk' && step.audience === 'helpdesk',
    'Windows 10 or Server 2016 and later': isOf(asked, 'os', ...MODERN),
    'no personal account, which has no device trust': !isOf(asked, 'account', 'personal'),
  })),
  onCommand('/leave', 'branches C-9, 2.5', /dsregcmd.*\/leave/i, (asked, step) => ({
    'a hybrid join': isOf(asked, 'join', 'hybrid'),
    'the office network': isOf(asked, 'network', 'office'),
    'a device that Entra accepts': isOf(asked, 'device-auth', 'success'),
    R3: step.risk === 'R3',
  })),
  onCommand('/forcerecovery', 'branches 2.2 step 11, 2.5', /dsregcmd.*\/forcerecovery/i, (asked, step) => ({
    'an Entra join': isOf(asked, 'join', 'entra'),
    'the office network': isOf(asked, 'network', 'office'),
    'a device that Entra accepts': isOf(asked, 'device-auth', 'success'),
    'R2 or R3': rank(step) >= 2,
  })),
  never('never /join by hand', 'branches 2.5, C9', /dsregcmd.*\/join|psexec/i),
  never('no old TLS, no SSL', 'branches C3, C5', /tls 1\.[01]\b|ssl [23]\.0|tls_(dhe|rsa)_|securityprotocol.*(tls11|ssl3|'tls')/i),
  onCommand('cipher cmdlets', 'branches C-5, C32', /tlsciphersuite/i, (asked, step, text) => ({
    'Windows 10 or Server 2016 and later': isOf(asked, 'os', ...MODERN),
    'R2 and the helpdesk when it changes something': /^get-/i.test(text) || (rank(step) >= 2 && asked.audience === 'helpdesk'),
  })),
  onCommand('Enable-TlsCipherSuite', 'branches C-5, C5, C33', /enable-tlsciphersuite/i, (asked, _step, text) => ({
    'one of the two suites of Azure Front Door, at its place':
      /^Enable-TlsCipherSuite -Name "?TLS_ECDHE_RSA_WITH_AES_(256_GCM_SHA384"? -Position 0|128_GCM_SHA256"? -Position 1)$/.test(text),
    'suites that are known to be missing': isOf(asked, 'ciphers', 'missing'),
  })),
  onCommand(
    'DefaultSecureProtocols is written only where it has an effect',
    'branches 2.4, C-7, C1',
    /reg add .*defaultsecureprotocols/i,
    (asked, step, text) => ({
      'Windows 7 SP1, Server 2008 R2 SP1 or Server 2012': isOf(asked, 'os', ...WINHTTP),
      '0x800, 0xA00 or 0xA80': /\/t REG_DWORD \/d 0x(800|A00|A80)\b/i.test(text),
      'an identified TLS 1.0 server for 0xA80': !/0xA80/i.test(text) || isOf(asked, 'old-servers', 'yes'),
      'the exact key': /"HKLM\\SOFTWARE\\(Wow6432Node\\)?Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp"/i.test(text),
      'both keys in one step': [false, true].every((is32) => step.commands.some((one) => /^reg add/i.test(one) && /wow6432node/i.test(one) === is32)),
      R2: step.risk === 'R2',
    }),
  ),
  onCommand(
    'Schannel',
    'branches 2.4, 5 (4: do not add values), C12, C13',
    /(reg add|set-itemproperty|new-itemproperty).*schannel.*tls 1\.2/i,
    (asked, step, text) => ({
      'Windows 7 SP1 or Server 2008 R2 SP1, or a mail server':
        isOf(asked, 'os', ...SEVEN) || isOf(asked, 'exchange-error', 'mail-flow', 'connection-closed'),
      'Enabled 1 and DisabledByDefault 0': /(\/v Enabled .*\/d (0x)?1\b)|(\/v DisabledByDefault .*\/d (0x)?0\b)/i.test(text),
      R2: step.risk === 'R2',
    }),
  ),
  onCommand('version numbers of 6.1 files', 'branches 2.4, C14', /webio\.dll|winhttp\.dll/i, (asked) => ({
    'Windows 7 SP1 or Server 2008 R2': isOf(asked, 'os', ...SEVEN),
  })),
  onCommand('network reset', 'branches C-4, 2.2 step 6', /netsh (winsock|int(erface)? ip(v4)?) reset/i, (asked, step) => ({
    'the helpdesk': asked.audience === 'helpdesk',
    R3: step.risk === 'R3',
    'an administrator': isOf(asked, 'rights', 'admin'),
    'no VPN': isOf(asked, 'network', 'office', 'elsewhere'),
  })),
  onCommand('OneDrive reset', 'branches C-2, C29', /onedrive(\.exe)?"? \/reset|resetonedrive/i, (asked, step) => ({
    'the web works': isOf(asked, 'web', 'works'),
    'files that are safe': isOf(asked, 'files', 'safe'),
    'all three places on Windows': isOf(asked, 'os', 'macos') || step.commands.filter((one) => /\/reset/i.test(one)).length >= 3,
  })),
  onCommand('uninstalling OneDrive', 'branches C-12', /onedrivesetup.*\/uninstall|winget uninstall|get-package.*uninstall/i, (asked) => ({
    'the web works': isOf(asked, 'web', 'works'),
    'files that are safe': isOf(asked, 'files', 'safe'),
  })),
  onCommand('saved credentials', 'branches C-3, C23', /cmdkey|credentialmanager|keymgr/i, (asked) => ({
    'the web works': isOf(asked, 'web', 'works'),
  })),
  onCommand(
    'identity data',
    'branches C-10',
    /(reg delete|remove-item|rmdir|rd |del |rename-item|ren |move ).*(common\\identity|oneauth|identitycache|brokerplugin|\\ngc)/i,
    (asked, step) => ({
      'R3 and the helpdesk': step.risk === 'R3' && asked.audience === 'helpdesk',
    }),
  ),
  onCommand('disk and TPM', 'branches C-10', /chkdsk .*\/[rf]|clear-tpm|tpm\.msc|tpmtool clear/i, (asked, step) => ({
    'R3 and the helpdesk': step.risk === 'R3' && asked.audience === 'helpdesk',
  })),
  onCommand(
    'proxy settings',
    'branches 2.2 step 4, C-11, C21',
    /netsh winhttp (set|reset|import)|set-itemproperty.*proxyenable|reg add.*proxyenable/i,
    (asked, step) => ({
      'R2 and the helpdesk': rank(step) >= 2 && asked.audience === 'helpdesk',
    }),
  ),
  onCommand('old tracing', 'branches 5 (8), C30', /netsh winhttp set tracing/i, (asked) => ({
    'an old Windows': isOf(asked, 'os', ...WINHTTP, 'windows-8.1', 'server-2012-r2'),
  })),
  onCommand('DHE is switched off, and only on Server 2012', 'branches 2.4, C5', /diffie-hellman/i, (asked, step, text) => ({
    'Server 2012': isOf(asked, 'os', 'server-2012'),
    'R2 and the helpdesk': step.risk === 'R2' && asked.audience === 'helpdesk',
    'to be off': /\/v Enabled \/t REG_DWORD \/d 0\b/i.test(text) || /^reg (query|export|delete)/i.test(text),
  })),
  onCommand(
    'DefaultSecureProtocols is taken away only where none is needed',
    'branches 2.4 (8.1 and 2012 R2), C1',
    /reg delete .*defaultsecureprotocols/i,
    (asked, step) => ({
      'a Windows that needs no value': isOf(asked, 'os', 'windows-8.1', 'server-2012-r2', ...MODERN),
      'R2 and the helpdesk': step.risk === 'R2' && asked.audience === 'helpdesk',
    }),
  ),
  onCommand(
    'saved identities go only while signing in works',
    'branches C-3, C-10, C23',
    /reg delete .*common\\identity|add-appxpackage .*brokerplugin/i,
    (asked, step) => ({
      'the web works': isOf(asked, 'web', 'works'),
      'R2 or R3, and the helpdesk': rank(step) >= 2 && asked.audience === 'helpdesk',
    }),
  ),
  onCommand('files are fetched only while the cloud is there', 'branches C7, verified 7', /attrib .*[+]p/i, (asked) => ({
    'the web works': isOf(asked, 'web', 'works'),
    'Windows 10 or Server 2019 and later, which have Files On-Demand': isOf(asked, 'os', ...MODERN) && !isOf(asked, 'os', 'server-2016'),
  })),
  onCommand('what came with Windows 10', 'verified 6.1, 6.2', /\\uev\\|appxpackage/i, (asked) => ({
    'Windows 10 or Server 2016 and later': isOf(asked, 'os', ...MODERN),
  })),
  never(
    'nothing that lowers protection',
    'branches C-11, verified 6.2',
    /set-mppreference|advfirewall.* off|enableadal|disableadal|disableaadwam|executionpolicy bypass|\biex\b|invoke-expression|set-executionpolicy|smb1|uac|enablelua/i,
  ),
  never('registry files are not imported', 'branches C-7, F075', /^(reg import|regedit \/s|regedit\.exe \/s)/i),
  onCommand('KB4019276 only on Server 2008', 'branches 2.4', /4019276/, (asked) => ({ 'Server 2008': isOf(asked, 'os', 'server-2008') })),
  onCommand('KB3140245 only where it exists', 'branches 2.4, C2', /3140245/, (asked) => ({ 'an OS that has it': isOf(asked, 'os', ...WINHTTP) })),
  onCommand(
    'the registry of the machine is R2',
    'branches 6',
    /^(reg (add|delete) "?(hklm|hkey_local)|(set|new|remove)-item(property)? .*hklm)/i,
    (_asked, step) => ({ 'R2 or R3': rank(step) >= 2 }),
  ),
  {
    name: 'the registry is saved before it is changed',
    from: 'branches C-7, 2.4 (1), F075',
    faults: (_asked, told) => {
      const all = lines(told).map(({ step, text }) => ({
        step,
        text,
        key: /"?((hklm|hkcu|hkey_[a-z_]+)\\[^"]*?)"?( \/|$| ")/i.exec(text)?.[1]?.toLowerCase() ?? '',
      }));
      return all.flatMap(({ step, text, key }, at) => {
        if (!/^reg (add|delete)/i.test(text)) return [];
        const saved = all.slice(0, at).some((one) => /^reg export/i.test(one.text) && one.key !== '' && `${key}\\`.startsWith(`${one.key}\\`));
        return isTrue(saved, `${step.id}: \`${text}\` without an export before it`);
      });
    },
  },
  {
    name: 'what changes something comes after what it needs',
    from: 'branches 2.4 (order), C-4, C-5, C-7',
    faults: (_asked, told) => {
      const all = lines(told);
      const after = (change: RegExp, before: (step: ToldStep, text: string) => boolean, what: string) => {
        const at = all.findIndex(({ text }) => change.test(text));
        if (at < 0) return [];
        const stepAt = all[at]?.at ?? 0;
        const isBefore =
          all.slice(0, at).some(({ step, text }) => before(step, text)) || told.steps.slice(0, stepAt).some((step) => before(step, ''));
        return isTrue(isBefore, `${all[at]?.text} without ${what} before it`);
      };
      return [
        ...after(/^enable-tlsciphersuite/i, (_step, text) => /^get-tlsciphersuite/i.test(text), 'Get-TlsCipherSuite'),
        ...after(/^reg add .*defaultsecureprotocols/i, (step) => /KB3140245/.test(step.title), 'KB3140245'),
        ...after(/^reg delete .*defaultsecureprotocols/i, (_step, text) => /^reg query .*defaultsecureprotocols/i.test(text), 'a look at the value'),
        ...after(/^netsh (winsock|int ip) reset/i, (_step, text) => /^ipconfig \/all/i.test(text), 'ipconfig /all'),
        ...after(/dsregcmd.*\/(leave|forcerecovery)/i, (_step, text) => /dsregcmd \/status/i.test(text), 'dsregcmd /status'),
      ];
    },
  },
  {
    name: 'what only reads, only reads',
    from: 'branches, risk classes',
    faults: (_asked, told) => lines(told).flatMap(({ step, text }) => isTrue(step.risk !== 'R0' || reads(text), `${step.id} (R0): \`${text}\``)),
  },
  {
    name: 'commands are exact text',
    from: 'facts E (lost backslashes), contracts',
    faults: (_asked, told) =>
      lines(told).flatMap(({ step, text }) =>
        isTrue(
          text.trim() === text && text !== '' && /^[\x20-\x7e]+$/.test(text) && !/LOCAL_MACHINESOFT|[“”‘’…]/.test(text),
          `${step.id}: \`${text}\` is not exact`,
        ),
      ),
  },
];
