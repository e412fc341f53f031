import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { type Advice, advise } from '../../src/triage/advise.ts';
import type { Audience } from '../../src/triage/playbook.ts';
import type { Fault } from '../../src/triage/situation.ts';
import { KNOWLEDGE } from './spoilt-knowledge.ts';

const knowledge = loadKnowledge(KNOWLEDGE);
type Given = Readonly<Record<string, string>>;

function adviceFor(given: Given, audience: Audience = 'employee', faults: readonly Fault[] = []): Advice {
  const facts = Object.entries({ code: '0x8004de40', ...given }).map(([name, value]) => [
    name,
    { values: [value], source: { kind: 'given' as const } },
  ]);
  const { vocabulary, playbooks } = knowledge;
  return advise({
    vocabulary,
    playbooks,
    facts: Object.fromEntries(facts),
    outcomes: {},
    askedAgain: [],
    audience,
    faults,
    withdrawn: [],
    isFinal: true,
  });
}

const idsOf = (advice: Advice): readonly string[] => advice.steps.map((step) => step.id);
const commandsOf = (advice: Advice): readonly string[] =>
  idsOf(advice).flatMap((id) => (knowledge.steps.get(id)?.commands ?? []).map((command) => command.text));

const win11 = { os: 'windows-11', web: 'works' };
const office = { ...win11, network: 'office', affected: 'only-me' };
const win7 = { os: 'windows-7-sp1', web: 'works' };
const mine = { device: 'personal', rights: 'admin' };
const microsoft: readonly Fault[] = [{ advisory: 'OD1', remedy: 'microsoft' }];
const customer: readonly Fault[] = [{ advisory: 'OD255960', remedy: 'customer' }];

/** What is given, who reads it, what stops it; then steps that must be there in this order, and steps that must not. */
const table: readonly (readonly [string, Given, Audience, string, readonly string[], readonly string[], (readonly Fault[])?])[] = [
  [
    'connection down comes before everything',
    { os: 'windows-8', internet: 'fails', affected: 'others' },
    'employee',
    'escalate',
    ['check-connection'],
    ['restart-onedrive'],
  ],
  ['connection down holds during a fault', { os: 'windows-11', internet: 'fails' }, 'employee', 'escalate', ['check-connection'], [], microsoft],
  ['others come before an upgrade', { os: 'windows-8', affected: 'others-same-network' }, 'employee', 'escalate', [], ['restart-onedrive']],
  ['others left imprecise count as the same network', { ...win11, affected: 'others' }, 'employee', 'escalate', [], ['restart-onedrive']],
  ['others hold during a fault', { ...win11, affected: 'others' }, 'employee', 'escalate', [], [], microsoft],
  [
    'the helpdesk looks at the network',
    { ...win11, affected: 'others' },
    'helpdesk',
    'escalate',
    ['check-network-path', 'read-proxy', 'exempt-microsoft-365'],
    ['restart-onedrive'],
  ],
  ['no network command on a Mac', { os: 'macos', affected: 'others' }, 'helpdesk', 'escalate', ['exempt-microsoft-365'], ['read-proxy']],
  ['Windows 7 without SP1 has no path', { os: 'windows-7-rtm', ...mine }, 'helpdesk', 'upgrade', [], ['install-kb3140245']],
  ['Windows 8 has no path', { os: 'windows-8', web: 'works', ...mine }, 'employee', 'upgrade', [], ['install-kb3140245']],
  ['Server 2008 has no path', { os: 'server-2008' }, 'helpdesk', 'upgrade', [], ['install-kb3140245']],
  ['no path holds during a fault', { os: 'server-2008' }, 'helpdesk', 'upgrade', [], [], microsoft],
  ['an iPhone uses the web', { os: 'ios' }, 'employee', 'web', ['update-mobile-app'], ['restart-onedrive']],
  ['Android uses the web', { os: 'android', ...mine }, 'helpdesk', 'web', ['update-mobile-app'], []],
  ['Linux uses the web', { os: 'linux' }, 'employee', 'web', [], ['restart-onedrive', 'update-mobile-app']],
  ['Windows 10 Mobile uses the web', { os: 'windows-10-mobile' }, 'employee', 'web', [], ['update-mobile-app']],
  ['a fault comes before the web', { os: 'ios' }, 'employee', 'wait', [], [], microsoft],
  [
    'web fails: the account',
    { os: 'windows-11', web: 'fails', internet: 'works' },
    'employee',
    'escalate',
    ['sign-in-on-web'],
    ['tick-tls-1.2', 'reset-onedrive'],
  ],
  [
    'web fails on Windows 7: the account too',
    { os: 'windows-7-sp1', web: 'fails', ...mine },
    'employee',
    'escalate',
    ['sign-in-on-web'],
    ['install-kb3140245'],
  ],
  [
    'web not known: only what needs no sign-in',
    { os: 'windows-11', affected: 'only-me', files: 'safe' },
    'employee',
    'escalate',
    ['test-web', 'restart-onedrive', 'tick-tls-1.2'],
    ['remove-cached-credentials', 'reset-onedrive', 'reinstall-onedrive'],
  ],
  [
    'web not known, at the helpdesk: nothing deep',
    { os: 'windows-11', network: 'office', join: 'hybrid', ciphers: 'missing', rights: 'admin', changed: 'vpn' },
    'helpdesk',
    'escalate',
    ['test-web', 'list-cipher-suites', 'read-device-state'],
    ['rejoin-hybrid', 'enable-cipher-suites', 'reset-network-stack'],
  ],
  [
    'TLS is ticked only where it is not on',
    { ...win11, tls: '1.2-on' },
    'employee',
    'escalate',
    ['restart-onedrive', 'time-and-updates'],
    ['tick-tls-1.2'],
  ],
  [
    'the proxy is tried on an own PC outside',
    { ...win11, network: 'elsewhere', device: 'personal' },
    'employee',
    'escalate',
    ['tick-tls-1.2', 'test-without-proxy'],
    [],
  ],
  ['never on a managed PC', { ...win11, network: 'elsewhere', device: 'managed' }, 'helpdesk', 'escalate', [], ['test-without-proxy']],
  ['never in the office', { ...win11, network: 'office', device: 'personal' }, 'employee', 'escalate', [], ['test-without-proxy']],
  ['never through VPN', { ...win11, network: 'vpn', device: 'personal' }, 'employee', 'escalate', [], ['test-without-proxy']],
  ['unknown network opens nothing', { ...win11, network: 'unknown', device: 'personal' }, 'employee', 'escalate', [], ['test-without-proxy']],
  ['a new password: saved sign-ins', { ...win11, changed: 'password' }, 'employee', 'escalate', ['remove-cached-credentials'], []],
  ['nobody changed anything: no saved sign-ins', { ...win11, changed: 'nothing' }, 'employee', 'escalate', [], ['remove-cached-credentials']],
  [
    'files not uploaded: rescue, no reset',
    { ...win11, files: 'pending-upload' },
    'employee',
    'escalate',
    ['rescue-files'],
    ['reset-onedrive', 'reinstall-onedrive'],
  ],
  [
    'files unknown: rescue, no reset',
    { ...win11, files: 'unknown' },
    'helpdesk',
    'escalate',
    ['rescue-files'],
    ['reset-onedrive', 'reinstall-onedrive'],
  ],
  [
    'files safe: reset, and reinstall last',
    { ...win11, files: 'safe' },
    'employee',
    'escalate',
    ['restart-onedrive', 'reset-onedrive', 'update-onedrive', 'reinstall-onedrive'],
    ['rescue-files'],
  ],
  [
    'VPN changed: the helpdesk resets the network',
    { ...office, rights: 'admin', changed: 'vpn' },
    'helpdesk',
    'escalate',
    ['remove-cached-credentials', 'reset-network-stack'],
    [],
  ],
  ['VPN changed: the employee never', { ...office, ...mine, changed: 'vpn' }, 'employee', 'escalate', [], ['reset-network-stack']],
  ['not while VPN is on', { ...win11, network: 'vpn', rights: 'admin', changed: 'vpn' }, 'helpdesk', 'escalate', [], ['reset-network-stack']],
  [
    'hybrid in the office',
    { ...office, join: 'hybrid' },
    'helpdesk',
    'escalate',
    ['read-device-state', 'rejoin-hybrid'],
    ['recover-entra', 'reconnect-registered'],
  ],
  ['hybrid at home', { ...win11, network: 'elsewhere', join: 'hybrid' }, 'helpdesk', 'escalate', ['read-device-state'], ['rejoin-hybrid']],
  ['Entra joined', { ...office, join: 'entra' }, 'helpdesk', 'escalate', ['recover-entra'], ['rejoin-hybrid']],
  [
    'joined, kind not stated',
    { ...office, join: 'joined' },
    'helpdesk',
    'escalate',
    ['read-device-state'],
    ['recover-entra', 'rejoin-hybrid', 'reconnect-registered'],
  ],
  ['device disabled', { ...office, join: 'hybrid', 'device-auth': 'disabled' }, 'helpdesk', 'escalate', ['reenable-device'], ['rejoin-hybrid']],
  ['not joined at all', { ...office, join: 'none' }, 'helpdesk', 'escalate', [], ['read-device-state']],
  [
    'cipher suites missing',
    { ...office, ciphers: 'missing' },
    'helpdesk',
    'escalate',
    ['list-cipher-suites', 'enable-cipher-suites', 'fix-cipher-policy'],
    [],
  ],
  ['cipher suites in order', { ...office, ciphers: 'ok' }, 'helpdesk', 'escalate', [], ['list-cipher-suites', 'enable-cipher-suites']],
  [
    'an own Windows 7 SP1',
    { ...win7, ...mine },
    'employee',
    'escalate',
    ['out-of-support', 'back-up-winhttp-keys', 'install-kb3140245', 'set-default-secure-protocols', 'enable-schannel-tls-1.2'],
    [],
  ],
  [
    'a managed Windows 7 SP1',
    { ...win7, device: 'managed', rights: 'admin' },
    'employee',
    'escalate',
    ['out-of-support', 'tick-tls-1.2'],
    ['install-kb3140245', 'set-default-secure-protocols'],
  ],
  [
    'an own Windows 7 SP1 without rights',
    { ...win7, device: 'personal', rights: 'no-admin' },
    'employee',
    'escalate',
    ['out-of-support'],
    ['install-kb3140245'],
  ],
  [
    'Windows 7 with nothing said of the service pack',
    { os: 'windows-7', web: 'works', ...mine },
    'employee',
    'escalate',
    ['restart-onedrive'],
    ['install-kb3140245', 'tick-tls-1.2'],
  ],
  [
    'a value that holds TLS 1.2 stays',
    { os: 'server-2012', web: 'works', 'default-secure-protocols': '0xaa0' },
    'helpdesk',
    'escalate',
    ['install-kb3140245'],
    ['set-default-secure-protocols', 'enable-schannel-tls-1.2'],
  ],
  [
    'a value without TLS 1.2 is replaced',
    { os: 'server-2012', web: 'works', 'default-secure-protocols': '0xa0' },
    'helpdesk',
    'escalate',
    ['set-default-secure-protocols', 'verify-installed-update', 'disable-dhe'],
    ['verify-winhttp-files'],
  ],
  [
    'Windows 8.1: a policy only',
    { os: 'windows-8.1', web: 'works', ...mine },
    'helpdesk',
    'escalate',
    ['check-tls-policy'],
    ['set-default-secure-protocols', 'install-kb3140245', 'enable-cipher-suites'],
  ],
  [
    'a Mac',
    { os: 'macos', web: 'works', ...mine },
    'helpdesk',
    'escalate',
    ['restart-onedrive', 'check-mac-proxy', 'update-onedrive-mac'],
    ['tick-tls-1.2', 'reset-onedrive'],
  ],
  [
    'a fault of Microsoft leaves R2 and R3 out',
    { ...office, join: 'hybrid', ciphers: 'missing' },
    'helpdesk',
    'wait',
    ['restart-onedrive', 'list-cipher-suites'],
    ['rejoin-hybrid', 'enable-cipher-suites'],
    microsoft,
  ],
  ['an advisory for customers withholds nothing', { ...win7, ...mine }, 'employee', 'escalate', ['install-kb3140245'], [], customer],
];

describe('the way through OneDrive that cannot connect', () => {
  it.each(table)('%s', (_name, given, audience, stop, there, absent, faults = []) => {
    const advice = adviceFor(given, audience, faults);

    expect(advice.stop?.kind).toBe(stop);
    expect(idsOf(advice).filter((id) => there.includes(id))).toEqual(there);
    expect(idsOf(advice).filter((id) => absent.includes(id))).toEqual([]);
  });

  it.each<readonly [string, Given, readonly string[]]>([
    ['the opening ones first', { code: 'none', product: 'onedrive' }, ['os', 'web', 'network']],
    ['the version of an imprecise Windows', { os: 'windows' }, ['os', 'web', 'network']],
    ['nothing where there is no path', { os: 'windows-8' }, []],
    ['nothing on a phone', { os: 'ios' }, []],
    ['other sites only when the web fails', { os: 'windows-11', web: 'fails' }, ['internet', 'affected']],
    ['files only, when nothing else can change the way', { ...office }, ['files']],
    ['whose PC and which rights, where a step hangs on them', { ...win7, affected: 'only-me' }, ['device', 'rights']],
    ['no rights on a managed PC', { ...win7, affected: 'only-me', device: 'managed' }, []],
  ])('asks %s', (_name, given, asked) => {
    expect(adviceFor(given).asks.slice(0, Math.max(asked.length, 0) || undefined)).toEqual(asked);
  });

  it('asks at most five questions before the first step', () => {
    const beforeFirst = ['code', 'os', 'web', 'network', 'affected', 'internet'];

    for (const os of knowledge.facts.get('os')?.values ?? [])
      expect(adviceFor({ os: os.value, web: 'works' }).asks.filter((fact) => beforeFirst.includes(fact)).length).toBeLessThanOrEqual(3);
  });
});

const WINDOWS = /netsh|dsregcmd|ipconfig|inetcpl|reg (add|export|query)|wmic|gpresult|TlsCipherSuite|HotFix|\.exe/;
const MODERN = ['windows-11', 'windows-10', 'server-2025', 'server-2022', 'server-2019', 'server-2016'];
const WITH_KB = ['windows-7-sp1', 'server-2008-r2', 'server-2012'];
const UNSURE = ['macos', 'ios', 'android', 'linux', 'windows-10-mobile', 'windows', 'windows-7', 'unknown'];

describe('whatever is known', () => {
  const anything = fc.record(
    Object.fromEntries(
      [...knowledge.facts.values()]
        .filter((fact) => !['code', 'symptom', 'product', 'tried'].includes(fact.name))
        .map((fact) => [fact.name, fc.constantFrom('unknown', ...fact.values.map((value) => value.value))]),
    ),
    { requiredKeys: [] },
  );
  const audiences = fc.constantFrom<Audience>('employee', 'helpdesk');
  const holds = (rule: (advice: Advice, given: Given, audience: Audience) => void): void =>
    fc.assert(
      fc.property(anything, audiences, (given, audience) => rule(adviceFor(given as Given, audience), given as Given, audience)),
      { numRuns: 1500 },
    );

  it('no Windows command is shown off Windows, or when the version is not known', () => {
    holds((advice, given) => {
      if (given.os === undefined || UNSURE.includes(given.os)) expect(commandsOf(advice).filter((command) => WINDOWS.test(command))).toEqual([]);
    });
  });

  it('R3 is never for the employee, and R2 only on their own PC with administrator rights', () => {
    holds((advice, given, audience) => {
      const risks = advice.steps.map((step) => step.risk);
      if (audience === 'employee') expect(risks).not.toContain('R3');
      if (audience === 'employee' && (given.device !== 'personal' || given.rights !== 'admin')) expect(risks).not.toContain('R2');
    });
  });

  it('leaving is for hybrid joined devices in the office, by the helpdesk', () => {
    holds((advice, given, audience) => {
      const commands = commandsOf(advice).join('\n');
      if (given.join !== 'hybrid' || given.network !== 'office' || audience !== 'helpdesk') expect(commands).not.toContain('/leave');
      if (given.join !== 'entra' || given.network !== 'office' || audience !== 'helpdesk') expect(commands).not.toContain('/forcerecovery');
      expect(commands).not.toContain('/join');
    });
  });

  it('KB3140245 and its value are shown only where they exist, and only in three values', () => {
    holds((advice, given) => {
      const values = commandsOf(advice).flatMap((command) => /DefaultSecureProtocols.*\/d (\S+)/.exec(command)?.[1] ?? []);
      expect(values.filter((value) => !['0x800', '0xA00', '0xA80'].includes(value))).toEqual([]);
      if (!WITH_KB.includes(given.os ?? '')) expect([...values, ...idsOf(advice).filter((id) => id.includes('kb3140245'))]).toEqual([]);
    });
  });

  it('no DHE suite and no old protocol is switched on; cipher cmdlets stay on current Windows', () => {
    holds((advice, given) => {
      const commands = commandsOf(advice).join('\n');
      expect(commands).not.toMatch(/TLS_DHE|TLS 1\.[01]|SSL [23]/);
      if (!MODERN.includes(given.os ?? '')) expect(commands).not.toContain('TlsCipherSuite');
    });
  });

  it('OneDrive is reset only when the web works and the files are safe', () => {
    holds((advice, given) => {
      if (given.web !== 'works' || given.files !== 'safe')
        expect(idsOf(advice).filter((id) => ['reset-onedrive', 'reinstall-onedrive'].includes(id))).toEqual([]);
    });
  });

  it('while nobody knows whether the web works, nothing deep is shown', () => {
    holds((advice, given) => {
      if (given.web !== 'works' && given.web !== 'fails' && !['others', 'others-same-network'].includes(given.affected ?? ''))
        expect(advice.steps.filter((step) => step.risk === 'R2' || step.risk === 'R3')).toEqual([]);
    });
  });

  it('the employee sees nothing that the helpdesk does not, and in the same order', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const mineOnly = idsOf(adviceFor(given as Given));
        expect(idsOf(adviceFor(given as Given, 'helpdesk')).filter((id) => mineOnly.includes(id))).toEqual(mineOnly);
      }),
      { numRuns: 500 },
    );
  });

  it('the employee is never asked what only IT can know', () => {
    holds((advice, _given, audience) => {
      if (audience === 'employee')
        expect(advice.asks.filter((fact) => ['join', 'device-auth', 'ciphers', 'default-secure-protocols'].includes(fact))).toEqual([]);
    });
  });
});
