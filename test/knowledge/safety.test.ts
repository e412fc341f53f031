import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Advice } from '../../src/triage/advise.ts';
import type { Audience } from '../../src/triage/playbook.ts';
import { adviceFor, commandsOf, type Given, idsOf, knowledge } from './advice.ts';

const WINDOWS = /findstr|netsh|dsregcmd|ipconfig|inetcpl|reg (add|export|query)|wmic|gpresult|TlsCipherSuite|HotFix|\.exe/;
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
      if (given['device-auth'] !== 'success') expect(commands).not.toMatch(/\/leave|\/forcerecovery/);
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
