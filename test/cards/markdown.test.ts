import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { escapeMarkdown, fenced, isUntouchedByMarkdown, plainLine, withoutMarkdown } from '../../src/cards/markdown.ts';

const markdown = markdownIt({ linkify: true });
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
const nasty = fc.string({
  unit: fc.constantFrom(...'[]()*_`~<>|\\!#-+=1. \n\t&;:/@ax日本'.split(''), 'https://', 'www.', '<at>', '</at>', '${', '&lt;'),
});

describe('foreign text', () => {
  it('shows as it was written and makes no markup of its own', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const html = markdown.render(escapeMarkdown(text)).replace(/<\/?p>|[\n\u2060]/g, '');

        expect(html).toBe(markdown.utils.escapeHtml(plainLine(text)));
      }),
    );
  });

  it.each([
    ['a link', '[free laptops](https://evil.example)'],
    ['a bare address', 'https://evil.example/x'],
    ['a mention', '<at>Everyone</at>'],
    ['emphasis', '*a* __b__ ~~c~~'],
    ['code', '`rm`'],
    ['a heading', '# Big'],
    ['a list', '1. one'],
  ])('cannot bring in %s', (_, text) => {
    expect(markdown.render(escapeMarkdown(text))).toMatch(/^<p>[^<]*<\/p>\n$/);
    expect(escapeMarkdown(text)).not.toMatch(/<at>/);
  });

  it('loses marks that would turn the direction of writing', () => {
    expect(plainLine('a\u202eb\u0007c\r\nd')).toBe('abc d');
  });
});

describe('a command', () => {
  it('is shown in a text block only where Markdown leaves it alone', () => {
    const commandLike = fc.string({
      unit: fc.constantFrom(...'[]()*_`~<>\\!#-+=1. %"\'$&;:/{}|@abcREG\u00a0'.split(''), '\\\\', 'C:\\', 'https://'),
    });
    fc.assert(
      fc.property(commandLike, (text) => {
        fc.pre(text.trim() !== '' && isUntouchedByMarkdown(text));

        expect(markdown.render(text)).toBe(`<p>${markdown.utils.escapeHtml(text)}</p>\n`);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['%localappdata%\\Microsoft\\OneDrive\\onedrive.exe /reset', 'dsregcmd /leave', '"C:\\Program Files (x86)\\a.exe" /reset'])(
    'such as %s can stand in a text block',
    (text) => {
      expect(isUntouchedByMarkdown(text)).toBe(true);
    },
  );

  it('cannot close its own fence', () => {
    const text = 'a\n```\nb\n````\n';

    expect(markdown.parse(fenced(text), {}).map((token) => [token.type, token.content])).toEqual([['fence', `${text}\n`]]);
  });
});

it('a notification has no marks of Markdown', () => {
  expect(withoutMarkdown('**Does** *it* [work](https://example.com) \\[here\\]?')).toBe('Does it work [here]?');
});
