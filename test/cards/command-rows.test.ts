import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { commandRows } from '../../src/cards/command-rows.ts';

describe('a command on a narrow screen', () => {
  it('is the same command when its rows are typed as the card says', () => {
    const line = fc.string({ unit: fc.constantFrom(...'ab\\/: "%='.split('')), minLength: 1, maxLength: 90 });
    fc.assert(
      fc.property(line, (text) => {
        const typed = commandRows(text, true).reduce((before, row) => before + (row.mark === '' || row.mark === '1' ? '' : ' ') + row.text, '');

        expect(typed).toBe(text);
      }),
    );
  });

  it('is broken so that a path fits', () => {
    const rows = commandRows('%localappdata%\\Microsoft\\OneDrive\\onedrive.exe /reset', true);

    expect(rows.map((row) => [row.mark, row.text])).toEqual([
      ['1', '%localappdata%\\Microsoft\\'],
      ['', 'OneDrive\\onedrive.exe'],
      ['2', '/reset'],
    ]);
  });

  it('stays whole where it is short, and everywhere else', () => {
    expect(commandRows('dsregcmd /leave', true)).toEqual([{ text: 'dsregcmd /leave', isPart: false, mark: '', isPlain: true }]);
    expect(commandRows('a\n\nb', false).map((row) => row.text)).toEqual(['a', '\u00a0', 'b']);
  });
});
