import { describe, expect, it } from '@jest/globals';
import type { Audience } from '../../src/triage/playbook.ts';
import { adviceFor, commandsOf, type Given, idsOf } from './advice.ts';

const provider = { code: '0x8007016a', os: 'windows-11', web: 'works', affected: 'only-me' };
const mark = { code: '0x80071128', os: 'windows-11', web: 'works', affected: 'only-me' };
const denied = { code: '0x80070005', os: 'windows-11', web: 'works', affected: 'only-me' };
const pending = { code: 'none', product: 'onedrive', symptom: 'sync-pending', os: 'windows-11', web: 'works', affected: 'only-me' };
const onlineOnly = { code: 'none', product: 'onedrive', symptom: 'cannot-open-file', os: 'windows-10', web: 'works', affected: 'only-me' };

/** What is given, who reads it; steps that must be there in this order, and steps that must not. */
const table: readonly (readonly [string, Given, Audience, string, readonly string[], readonly string[]])[] = [
  [
    'files only in the cloud are fetched or rescued, and nothing is reset',
    { ...provider, files: 'online-only' },
    'employee',
    'files-at-it',
    ['download-all-files', 'rescue-files'],
    ['reset-after-download', 'reset-onedrive'],
  ],
  [
    'with safe files the reset comes after the download',
    { ...provider, files: 'safe' },
    'employee',
    'files-at-it',
    ['restart-onedrive', 'download-all-files', 'reset-after-download'],
    ['rescue-files'],
  ],
  [
    'while the web fails nothing is downloaded or reset',
    { ...provider, web: 'fails', files: 'safe' },
    'helpdesk',
    'sign-in',
    ['sign-in-on-web'],
    ['download-all-files', 'reset-after-download', 'keep-by-command'],
  ],
  ['an invalid mark is for IT', mark, 'employee', 'drive-check', ['restart-onedrive'], ['repair-volume', 'reset-onedrive']],
  [
    'the helpdesk checks the drive',
    mark,
    'helpdesk',
    'drive-check',
    ['read-file-states', 'repair-volume'],
    ['reset-onedrive', 'reset-after-download'],
  ],
  [
    'access denied: updates first, a new installation last',
    { ...denied, files: 'safe' },
    'employee',
    'files-at-it',
    ['time-and-updates', 'run-onedrive-setup', 'reset-onedrive', 'reinstall-onedrive'],
    ['allow-folder-move'],
  ],
  [
    'access denied: the policy is for the helpdesk',
    { ...denied, files: 'safe' },
    'helpdesk',
    'files-at-it',
    ['allow-folder-move', 'reset-onedrive'],
    [],
  ],
  ['the value for UE-V is for the helpdesk', onlineOnly, 'helpdesk', 'files-at-it', ['apply-explorer-compat-fix'], []],
  [
    'and never for the employee',
    { ...onlineOnly, device: 'personal', rights: 'admin' },
    'employee',
    'files-at-it',
    ['keep-one-file'],
    ['apply-explorer-compat-fix'],
  ],
  [
    'not where the code says something else',
    { ...provider, files: 'safe' },
    'helpdesk',
    'files-at-it',
    ['reset-after-download'],
    ['apply-explorer-compat-fix'],
  ],
  [
    'a sync that waits: look, pause and accounts before anything is set up anew',
    { ...pending, files: 'safe' },
    'employee',
    'sync-at-it',
    ['restart-onedrive', 'look-at-sync-status', 'pause-and-resume', 'match-office-account', 'reset-onedrive', 'unlink-onedrive'],
    ['rescue-files', 'allow-office-sign-in'],
  ],
  [
    'files that wait for upload are copied, and nothing is reset or unlinked',
    { ...pending, files: 'pending-upload' },
    'employee',
    'sync-at-it',
    ['rescue-files', 'remove-cached-credentials'],
    ['reset-onedrive', 'unlink-onedrive'],
  ],
  [
    'after a move of the account nothing is reset, whatever the files',
    { ...pending, changed: 'account', files: 'safe' },
    'helpdesk',
    'moved-account',
    ['look-at-sync-status', 'check-licence', 'rename-identity-folders'],
    ['reset-onedrive', 'unlink-onedrive', 'remove-cached-credentials'],
  ],
  [
    'others wait too: nobody touches the PC',
    { ...pending, affected: 'others' },
    'employee',
    'others-too',
    [],
    ['restart-onedrive', 'reset-onedrive'],
  ],
  [
    'a Mac keeps to its own',
    { ...pending, os: 'macos', files: 'safe' },
    'helpdesk',
    'sync-at-it',
    ['restart-onedrive', 'pause-and-resume', 'update-onedrive-mac'],
    ['reset-onedrive', 'copy-waiting-files'],
  ],
];

describe('files that do not open, copy or sync', () => {
  it.each(table)('%s', (_name, given, audience, stop, there, absent) => {
    const advice = adviceFor(given, audience);

    expect(advice.stop?.id).toBe(stop);
    expect(idsOf(advice).filter((id) => there.includes(id))).toEqual(there);
    expect(idsOf(advice).filter((id) => absent.includes(id))).toEqual([]);
  });

  it('shows no command for Files On-Demand where Windows has none', () => {
    for (const os of ['server-2016', 'server-2012-r2', 'windows-8.1', 'windows-7-sp1', 'macos', 'ios', 'unknown'])
      expect(commandsOf(adviceFor({ ...provider, os, files: 'safe' }, 'helpdesk')).filter((command) => /attrib|\/reset/.test(command))).toEqual([]);
  });
});
