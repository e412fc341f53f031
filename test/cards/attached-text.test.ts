import { describe, expect, it } from '@jest/globals';
import { attachedText } from '../../src/cards/attached-text.ts';
import { wordsIn } from '../../src/cards/words.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

const knowledge = loadKnowledge(`${import.meta.dirname}/../../knowledge`);

describe.each(['en', 'ja'] as const)('what was not passed on, in %s', (language) => {
  const words = wordsIn(knowledge, language);
  const file = { name: 'log.txt', kind: 'file', url: 'https://contoso.sharepoint.com/a (1).txt', contentType: 'text/plain' } as const;
  const said = (changes: object, why: 'file' | 'too-big' | 'no-picture' | 'unread' | 'untold' = 'file') =>
    attachedText({ kind: 'attached', file: { ...file, ...changes }, why, by: 'Aiko' }, words);

  it('is a file with its name and its link, which nothing in it can close', () => {
    expect(said({})).toContain('log.txt');
    expect(said({})).toContain('](https://contoso.sharepoint.com/a%20%281%29.txt)');
  });

  it.each([[{ url: 'http://contoso.example/x' }], [{ url: '' }], [{ name: '', url: '' }]])('has no link for %j', (changes) => {
    expect(said(changes)).not.toContain('](');
  });

  it('names no link that a file is called after', () => {
    expect(said({ name: '[x](https://evil.example)', url: '' })).not.toMatch(/(?<!\\)\]\(/);
  });

  it.each(['too-big', 'no-picture', 'unread', 'untold'] as const)('says of a picture why: %s', (why) => {
    expect(said({}, why)).toContain('Aiko');
  });
});
