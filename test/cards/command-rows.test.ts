import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { commandRows } from '../../src/cards/command-rows.ts';

describe('a command on a narrow screen', () => {
  it('is the same command when its parts are typed as the card says', () => {
    const line = fc.string({ unit: fc.constantFrom(...'ab\\/: "%='.split('')), minLength: 29, maxLength: 90 });
    fc.assert(
      fc.property(line, (text) => {
        const { parts } = commandRows(text, true);
        const typed = parts.reduce((before, part) => before + (['', '1'].includes(part.mark.trim()) ? '' : ' ') + part.text, '');

        expect(typed).toBe(text);
      }),
    );
  });

  it('is broken so that a path fits', () => {
    const { parts } = commandRows('%localappdata%\\Microsoft\\OneDrive\\onedrive.exe /reset', true);

    expect(parts.map((part) => [part.mark.trim(), part.text])).toEqual([
      ['1', '%localappdata%\\Microsoft\\'],
      ['', 'OneDrive\\onedrive.exe'],
      ['2', '/reset'],
    ]);
  });

  it('begins every line with 1, so that one sees where a line begins', () => {
    const { parts } = commandRows('Get-ItemProperty HKLM:\\SOFTWARE\nGet-Date', true);

    expect(parts.map((part) => part.mark.trim())).toEqual(['1', '2', '1']);
  });

  it('stays whole where it is short', () => {
    expect(commandRows('dsregcmd /leave', true)).toEqual({ plain: [{ text: 'dsregcmd /leave' }], exact: [], parts: [] });
  });
});

describe('a command on the PC', () => {
  it('stands line by line, a blank one too', () => {
    expect(commandRows('a\n\nb', false).plain.map((line) => line.text)).toEqual(['a', '\u00a0', 'b']);
  });

  it('stands where no Markdown is read when one of its lines would be touched', () => {
    expect(commandRows('dir\necho *a*', false)).toEqual({ plain: [], exact: [{ text: 'dir' }, { text: 'echo *a*' }], parts: [] });
  });
});
