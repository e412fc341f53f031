import { describe, expect, it } from '@jest/globals';
import type { Audience } from '../../src/triage/playbook.ts';
import { adviceFor, commandsOf, type Given, idsOf, knowledge } from './advice.ts';

const win11 = { os: 'windows-11', web: 'works', affected: 'only-me', account: 'work' };
const ACCOUNT_CODES = ['0x8004de80', '0x8004de86', '0x8004de85', '0x8004de8a', '0x8004deef', '0x8004dec5'];
const CODES = [...ACCOUNT_CODES, '0x8004de90', '0x8004def7', '0x8004def4', '0x8004e4d0'];
const IDENTITY = ['clear-office-identity', 'rename-identity-folders'];
const NEW_SETUP = ['unlink-onedrive', 'reset-onedrive', 'reinstall-onedrive'];

/** Every command of every step that a problem names anywhere. */
function allCommandsOf(problem: string): readonly string[] {
  const steps = knowledge.problems.get(problem)?.branches.flatMap((branch) => branch.steps) ?? [];
  return steps.flatMap((id) => knowledge.steps.get(id)?.commands ?? []).map(({ text }) => text);
}

describe('a OneDrive account that is refused', () => {
  it.each(['0x8004deef', '0x8004dec5', '0x8004de80'])('has its licence looked up before any saved identity is cleared (%s)', (code) => {
    const ids = idsOf(adviceFor({ ...win11, code }, 'helpdesk'));

    expect(ids).toEqual(expect.arrayContaining(['check-licence', ...IDENTITY]));
    expect(ids.indexOf('check-licence')).toBeLessThan(ids.indexOf('clear-office-identity'));
    expect(ids.indexOf('clear-office-identity')).toBeLessThan(ids.indexOf('rename-identity-folders'));
  });

  it('has the registry key saved in the line before it is deleted', () => {
    const commands = knowledge.steps.get('clear-office-identity')?.commands.map(({ text }) => text) ?? [];

    expect(commands.map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual(['reg export', 'reg delete']);
  });

  it.each<readonly [string, Given]>([
    ['a personal account', { account: 'personal' }],
    ['a missing licence', { licence: 'missing' }],
    ['a browser that fails too', { web: 'fails' }],
    ['a browser that nobody has tried', { web: 'unknown' }],
    ['a Mac', { os: 'macos' }],
    ['Windows 7', { os: 'windows-7-sp1' }],
  ])('keeps its saved identities with %s', (_, given) => {
    const ids = ACCOUNT_CODES.flatMap((code) => idsOf(adviceFor({ ...win11, code, ...given }, 'helpdesk')));

    expect(ids.filter((id) => IDENTITY.includes(id))).toEqual([]);
  });

  it.each<readonly [string, Given, Audience]>([
    ['0x8004deef', { code: '0x8004deef' }, 'helpdesk'],
    ['no code', { code: 'none', product: 'onedrive', symptom: 'no-access' }, 'helpdesk'],
    ['0x8004dec5', { code: '0x8004dec5' }, 'helpdesk'],
    ['an account that was moved', { code: '0x8004de80', changed: 'account' }, 'employee'],
  ])('is not set up anew for %s', (_, given, audience) => {
    expect(idsOf(adviceFor({ ...win11, files: 'safe', ...given }, audience)).filter((id) => NEW_SETUP.includes(id))).toEqual([]);
  });

  it('touches neither the network nor the join of the device', () => {
    expect(allCommandsOf('onedrive-account').filter((text) => /dsregcmd|netsh|inetcpl|ipconfig|Tls/i.test(text))).toEqual([]);
  });
});

describe('OneDrive problems of the account, the set-up, the storage and the names', () => {
  it.each(CODES)('set nothing up anew while files are not safe or the browser is not known to work (%s)', (code) => {
    const risky: readonly Given[] = [{ files: 'pending-upload' }, { files: 'online-only' }, { files: 'unknown' }, { files: 'safe', web: 'unknown' }];

    const ids = risky.flatMap((given) => (['employee', 'helpdesk'] as const).flatMap((who) => idsOf(adviceFor({ ...win11, code, ...given }, who))));

    expect(ids.filter((id) => NEW_SETUP.includes(id))).toEqual([]);
  });

  it.each(CODES)('show no command on a Mac or a phone (%s)', (code) => {
    const commands = ['macos', 'ios', 'android'].flatMap((os) => commandsOf(adviceFor({ ...win11, files: 'safe', code, os }, 'helpdesk')));

    expect(commands).toEqual([]);
  });

  it.each(['onedrive-provisioning', 'onedrive-user-id'])('have no command at all where nothing on the device helps (%s)', (problem) => {
    expect(knowledge.problems.has(problem)).toBe(true);
    expect(allCommandsOf(problem)).toEqual([]);
  });

  it('take a licence away only after a day of setting up, and only where one is assigned', () => {
    const waiting = { code: '0x8004de90', os: 'windows-11', web: 'fails', affected: 'only-me' };
    const shown = (given: Given) => idsOf(adviceFor({ ...waiting, ...given }, 'helpdesk')).includes('readd-licence');

    expect(shown({ 'setting-up-for': 'over-24-hours', licence: 'assigned' })).toBe(true);
    expect(shown({ 'setting-up-for': 'over-24-hours' })).toBe(false);
    expect(shown({ 'setting-up-for': 'under-24-hours', licence: 'assigned' })).toBe(false);
    expect(shown({ licence: 'assigned' })).toBe(false);
  });

  it('make room and set nothing up anew where the storage is full', () => {
    const ids = idsOf(adviceFor({ ...win11, files: 'safe', code: '0x8004def7', space: 'full' }));

    expect(ids).toContain('free-up-space');
    expect(ids.filter((id) => NEW_SETUP.includes(id))).toEqual([]);
  });
});
