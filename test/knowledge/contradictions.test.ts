import { describe, expect, it } from '@jest/globals';
import type { Audience } from '../../src/triage/playbook.ts';
import { valuesIn } from '../understand/lexicon.ts';
import { adviceFor, commandsOf, type Given, idsOf, knowledge } from './advice.ts';

/** Where the documents contradict each other or have aged, C1 to C33: what Kiku follows instead, pinned. */

/** The step or answer that says so on its card, and the documents that it names. */
const told: readonly (readonly [string, string, readonly string[]])[] = [
  ['C1', 'set-default-secure-protocols', ['003', '004']],
  ['C1', 'set-only-tls-1.2', ['003', '004']],
  ['C1', 'allow-old-servers-too', ['003', '004', 'ms:tls-deprecation']],
  ['C1', 'q04-value', ['003', '004']],
  ['C2', 'install-kb3140245', ['001', '004', 'ms:kb3140245']],
  ['C2', 'q02-old-windows', ['001', '004', 'ms:kb3140245']],
  ['C3', 'tick-tls-1.2', ['001', '002', '003', 'ms:tls-deprecation']],
  ['C4', 'check-tls-policy', ['001', '003']],
  ['C5', 'list-cipher-suites', ['001', 'ms:diffie-hellman-ciphers']],
  ['C5', 'enable-cipher-suites', ['001', 'ms:diffie-hellman-ciphers']],
  ['C5', 'disable-dhe', ['001', 'ms:diffie-hellman-ciphers']],
  ['C6', 'reset-network-stack', ['002', 'ms:connection-issue-sign-in']],
  ['C7', 'rescue-files', ['002', 'ms:per-machine']],
  ['C7', 'unlink-onedrive', ['002', 'ms:error-0x8004de80']],
  ['C7', 'reset-after-download', ['002', 'ms:error-0x8007016a']],
  ['C7', 'files-safe', ['002', 'ms:files-on-demand']],
  ['C8', 'reset-onedrive', ['001', '002']],
  ['C9', 'rejoin-hybrid', ['001', '002', 'ms:device-faq']],
  ['C9', 'recover-entra', ['001', '002', 'ms:device-faq']],
  ['C10', 'reset-onedrive', ['002', 'ms:error-0x8004de85']],
  ['C11', 'install-kb3140245', ['001', '004']],
  ['C11', 'q15-order', ['004', 'ms:tls-deprecation', 'ms:kb3140245']],
  ['C12', 'enable-schannel-tls-1.2', ['001', '003', '004', 'ms:kb3140245']],
  ['C13', 'enable-schannel-tls-1.2', ['004', 'ms:tls-registry-settings']],
  ['C13', 'enable-schannel-on-server', ['004', 'ms:tls-registry-settings']],
  ['C13', 'q08-schannel', ['004', 'ms:tls-registry-settings']],
  ['C14', 'verify-winhttp-files', ['004', 'ms:kb3140245']],
  ['C14', 'verify-installed-update', ['004', 'ms:kb3140245']],
  ['C14', 'q13-check-kb', ['004', 'ms:kb3140245']],
  ['C15', 'q12-rollup', ['004', 'ms:kb3140245']],
  ['C16', 'q01-when', ['004', 'ms:tls-deprecation']],
  ['C16', 'q05-effects', ['004', 'ms:tls-deprecation']],
  ['C17', 'out-of-support', ['000', '004']],
  ['C17', 'office-out-of-support', ['000', '004']],
  ['C18', 'update-outlook-mac', ['004', 'ms:tls-deprecation']],
  ['C18', 'q18-mac', ['004', 'ms:tls-deprecation']],
  ['C18', 'q20-web', ['004', 'ms:tls-deprecation']],
  ['C18', 'q22-windows-10-mobile', ['004', 'ms:tls-deprecation']],
  ['C20', 'use-work-account', ['002', 'ms:error-0x8004de85']],
  ['C20', 'check-licence', ['002', 'ms:error-0x8004deef']],
  ['C20', 'finish-setup-on-web', ['002', 'ms:setting-up']],
  ['C20', 'licence-and-registration', ['002', 'ms:activation-error-0xcaa50021']],
  ['C21', 'test-without-proxy', ['002', 'ms:network-principles']],
  ['C21', 'antivirus', ['002', 'ms:network-principles']],
  ['C22', 'exempt-microsoft-365', ['002', 'ms:network-principles']],
  ['C22', 'let-sign-in-pass', ['ms:activation-error-0xcaa50021', 'ms:connection-issue-sign-in']],
  ['C23', 'remove-cached-credentials', ['002', 'ms:connection-issue-sign-in']],
  ['C23', 'remove-office-credentials', ['002', 'ms:activation-error-0xcaa50021']],
  ['C25', 'came-back', ['002', 'ms:device-faq']],
  ['C26', 'update-onedrive', ['002', 'ms:sync-client-update']],
  ['C29', 'reset-onedrive', ['002', 'ms:per-machine']],
  ['C30', 'trace-connection', ['003', 'ms:netsh-winhttp']],
  ['C31', 'run-current-wizard', ['003', 'ms:remote-powershell-retired']],
  ['C32', 'check-old-cipher-policy', ['001', 'ms:cipher-suites-windows']],
  ['C33', 'fix-cipher-policy', ['001', 'ms:manage-tls']],
];

const win11 = { os: 'windows-11', web: 'works' };
const office = { ...win11, network: 'office', affected: 'only-me', rights: 'admin' };
const joined = { ...office, 'device-auth': 'success' };
const old = (os: string) => ({ os, web: 'works', device: 'personal', rights: 'admin' });
const wizard = (os: string) => ({ code: 'none', product: 'exchange-hybrid', symptom: 'hcw-ssl', 'exchange-error': 'ssl-library', os });

/** What is given and to whom; the steps that come, in this order, and those that do not. */
const decided: readonly (readonly [string, Given, Audience, readonly string[], readonly string[]])[] = [
  ['C2', { os: 'windows-8' }, 'helpdesk', [], ['install-kb3140245', 'set-default-secure-protocols']],
  ['C4', { os: 'windows-8.1', web: 'works' }, 'helpdesk', ['check-tls-policy'], ['set-default-secure-protocols', 'install-kb3140245']],
  ['C6', { ...office, changed: 'vpn', device: 'personal' }, 'employee', [], ['reset-network-stack']],
  ['C7', { ...win11, files: 'online-only' }, 'employee', ['rescue-files'], ['reset-onedrive', 'reinstall-onedrive']],
  [
    'C8',
    { ...joined, join: 'hybrid', files: 'safe', changed: 'password' },
    'helpdesk',
    ['restart-onedrive', 'tick-tls-1.2', 'remove-cached-credentials', 'reset-onedrive', 'list-cipher-suites', 'rejoin-hybrid'],
    ['reset-network-stack', 'unlink-onedrive'],
  ],
  ['C9', { ...joined, join: 'hybrid' }, 'helpdesk', ['rejoin-hybrid'], ['recover-entra']],
  ['C9', { ...joined, join: 'entra' }, 'helpdesk', ['recover-entra'], ['rejoin-hybrid']],
  ['C11', old('windows-7-sp1'), 'employee', ['install-kb3140245', 'set-default-secure-protocols', 'enable-schannel-tls-1.2'], []],
  ['C12', old('server-2012'), 'employee', ['install-kb3140245', 'set-default-secure-protocols'], ['enable-schannel-tls-1.2']],
  ['C14', old('server-2012'), 'helpdesk', ['verify-installed-update'], ['verify-winhttp-files']],
  ['C14', old('server-2008-r2'), 'helpdesk', ['verify-winhttp-files'], ['verify-installed-update']],
  ['C19', { ...joined, join: 'hybrid' }, 'helpdesk', ['read-device-state', 'rejoin-hybrid'], []],
  ['C20', { code: '0x8004de90', os: 'windows-11' }, 'employee', ['finish-setup-on-web'], ['tick-tls-1.2', 'test-without-proxy']],
  ['C20', { code: '0xcaa50021', ...win11 }, 'helpdesk', ['licence-and-registration'], ['check-network-path', 'tick-tls-1.2']],
  ['C21', { ...win11, network: 'elsewhere', device: 'managed', proxy: 'present' }, 'employee', [], ['test-without-proxy']],
  ['C23', { os: 'windows-11', web: 'unknown', changed: 'password' }, 'employee', [], ['remove-cached-credentials']],
  ['C24', { ...win11, affected: 'only-me' }, 'employee', ['remove-cached-credentials'], []],
  ['C24', { ...win11, affected: 'several-accounts' }, 'employee', ['restart-onedrive'], ['remove-cached-credentials']],
  ['C26', { ...win11, files: 'safe' }, 'employee', ['update-onedrive', 'reinstall-onedrive'], []],
  ['C31', wizard('server-2008-r2'), 'helpdesk', ['run-current-wizard', 'set-only-tls-1.2', 'enable-schannel-on-server'], []],
  ['C32', old('windows-8.1'), 'helpdesk', ['check-old-cipher-policy'], ['enable-cipher-suites', 'fix-cipher-policy']],
];

/** What is given at the helpdesk; what some command must say, and what none may. */
const typed: readonly (readonly [string, Given, readonly RegExp[], readonly RegExp[]])[] = [
  ['C1', old('windows-7-sp1'), [/DefaultSecureProtocols .*0xA00/], [/DefaultSecureProtocols .*\/d (?!0xA00\b)/]],
  ['C1', { ...old('windows-7-sp1'), 'old-servers': 'yes' }, [/DefaultSecureProtocols .*0xA80/], [/DefaultSecureProtocols .*\/d (?!0xA80\b)/]],
  ['C1', wizard('server-2012'), [/DefaultSecureProtocols .*0x800/], [/DefaultSecureProtocols .*\/d (?!0x800\b)/]],
  ['C1', { ...office, ciphers: 'missing' }, [], [/reg add .*DefaultSecureProtocols/]],
  ['C3', win11, [/^inetcpl\.cpl$/], [/TLS 1\.[01]\b/]],
  ['C5', { ...office, ciphers: 'missing' }, [/Enable-TlsCipherSuite .*ECDHE_RSA.*GCM/], [/TLS_DHE/]],
  ['C9', { ...joined, join: 'hybrid' }, [/^dsregcmd \/leave$/], [/dsregcmd \/join/]],
  ['C9', { ...joined, join: 'entra' }, [/^dsregcmd \/forcerecovery$/], [/dsregcmd \/leave/]],
  ['C13', old('windows-7-sp1'), [/TLS 1\.2\\Client" \/v DisabledByDefault .*\/d 0 /], [/DisabledByDefault .*\/d 1 /]],
  ['C27', old('windows-7-sp1'), [/"HKLM\\SOFTWARE\\Microsoft\\.*0xA00/, /"HKLM\\SOFTWARE\\Wow6432Node\\.*0xA00/], []],
  [
    'C29',
    { ...win11, files: 'safe' },
    [/^%localappdata%.*\/reset$/, /^"C:\\Program Files\\.*\/reset$/, /^"C:\\Program Files \(x86\)\\.*\/reset$/],
    [],
  ],
  ['C30', wizard('server-2008-r2'), [/^netsh trace start scenario=InternetClient$/], [/netsh winhttp set tracing/]],
  ['C32', old('windows-8.1'), [], [/TlsCipherSuite/]],
];

describe('where the documents contradict each other', () => {
  it.each(told)('%s: the card of %s names the documents on both sides', (_, id, documents) => {
    const content = knowledge.steps.get(id) ?? knowledge.faq.get(id);

    for (const document of documents) {
      expect(content?.sources).toContain(document);
      expect(content?.departs?.en).toContain(document);
      expect(content?.departs?.ja).toContain(document);
    }
  });

  it.each(decided)('%s: %j at the %s', (_, given, audience, steps, not) => {
    const ids = idsOf(adviceFor(given, audience));

    expect(ids.filter((id) => steps.includes(id))).toEqual(steps);
    expect(ids.filter((id) => not.includes(id))).toEqual([]);
  });

  it.each(typed)('%s: what is typed for %j', (_, given, must, never) => {
    const commands = commandsOf(adviceFor(given, 'helpdesk'));

    for (const pattern of must) expect(commands).toContainEqual(expect.stringMatching(pattern));
    expect(commands.filter((command) => never.some((pattern) => pattern.test(command)))).toEqual([]);
  });

  it('C10: OneDrive is reset as the person and never as an administrator', () => {
    const step = knowledge.steps.get('reset-onedrive');

    expect(step?.needsAdmin).toBe(false);
    expect(step?.commands.map((command) => command.shell)).toEqual(['run', 'run', 'run']);
  });

  it('C19: the browser is tried at the address that fits the account, and proves less than everything', () => {
    const actions = knowledge.steps
      .get('test-web')
      ?.actions.map((action) => action.en)
      .join(' ');

    expect(actions).toContain('onedrive.live.com');
    expect(actions).toContain('office.com');
    expect(knowledge.faq.get('web-not-app')?.sources).toEqual(['002', '000']);
  });

  it('C28: "Windows 7/8 Service Pack 1" is Windows 7 SP1 and Windows 8, and no Windows 8 with a service pack', () => {
    expect(valuesIn('Users on Windows 7/8 Service Pack 1 get 0x8004de40', 'os')).toEqual(['windows-7-sp1', 'windows-8']);
    expect(valuesIn('Windows8 SP1 で OneDrive に接続できません', 'os')).toEqual(['windows-8']);
  });

  it('each of the 33 is pinned', () => {
    const pinned = new Set([...told, ...decided, ...typed].map(([number]) => number).concat('C10', 'C19', 'C28'));

    expect(Array.from({ length: 33 }, (_, at) => `C${at + 1}`).filter((number) => !pinned.has(number))).toEqual([]);
  });
});
