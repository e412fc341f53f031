import { describe, expect, it } from '@jest/globals';
import { filesByName, filesIn, withFiles } from '../../src/helpdesk/files-in-words.ts';
import { spokenText } from '../../src/teams/spoken.ts';

const picture = { name: 'error.png', kind: 'picture', url: 'https://smba.example/v3/1', contentType: '' } as const;
const file = { name: 'a].xlsx', kind: 'file', url: '', contentType: '' } as const;
const TYPED = ['![error.png](https://smba.trafficmanager.net/v3/attachments/of-somebody-else)', '[a](https://contoso.example/a.xlsx)'];
/** As it comes out of an activity. */
const said = (text: string) => spokenText(text, { id: 'bot', name: 'Kiku' }, []);

describe('what was sent along with a message', () => {
  it('is found in it again, and the words without it', () => {
    expect(filesIn(withFiles('this is it', [picture, file]))).toEqual({ text: 'this is it', files: [picture, { ...file, name: 'a .xlsx' }] });
  });

  it.each([...TYPED, ...TYPED.map((text) => `\u001e${text}`)])('is never what somebody typed: %j', (typed) => {
    const words = filesIn(withFiles(said(typed), []));

    expect(words).toEqual({ text: typed.replace('\u001e', ''), files: [] });
  });

  it('is told by its name where only words are told', () => {
    expect(filesByName(withFiles('look', [picture]))).toBe('look [error.png]');
  });
});
