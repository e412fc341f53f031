import { describe, expect, it } from '@jest/globals';
import { unwrapped } from '../../src/understand/unwrap.ts';
import { damaged } from './damage.ts';
import { read } from './lexicon.ts';

const dialogs = [
  'There was a problem connecting to OneDrive. Check your Internet connection, and then try again.',
  'Login was either interrupted or unsuccessful. Please try logging in again. (Error Code: 0x8004de40)',
  'Connecting to remote server outlook.office365.com failed with the following error message: The server certificate on the destination computer (outlook.office365.com:443) has the following errors: Encountered an internal error in the SSL library.',
];
const stated = (text: string) => Object.entries(read(text).facts).map(([fact, { values }]) => [fact, values]);

describe('a text that a window has broken', () => {
  it.each(dialogs)('says the same: %s', (text) => {
    for (const width of [36, 60]) expect(stated(damaged.wrapped(text, width))).toEqual(stated(text));
  });

  it('is joined without a space between Japanese', () => {
    const text = 'OneDriveに接続するときに問題が発生しました。インターネット接続を確認し、もう一度やり直してください。';

    expect(unwrapped(damaged.wrapped(text, 20))).toBe(text);
  });

  it.each([
    ['Application: OneDrive\nError code: 0x8004de40\nComputer: work laptop'],
    ["OneDrive doesn't work\nWindows 10\nat home"],
    ['OneDrive に接続できません\nWindows 11 です\n自宅です'],
    ['- the browser works for me\n- the app does not connect\n- only me as far as I know'],
    ['outlook keeps asking for my password\nonedrive works fine'],
  ])('is not what somebody wrote in lines: %j', (text) => {
    expect(unwrapped(text)).toBe(text);
  });
});
