import { describe, expect, it } from '@jest/globals';
import { Player } from './play.ts';

describe('a question about TLS', () => {
  it.each(['TLS 1.2 とは', 'TLS 1.2 とは何ですか', 'what is TLS 1.2?', 'What is TLS?'])('"%s" is answered at once', (text) => {
    const player = new Player();

    player.say(text);

    expect(player.answer).toEqual(['faq what-is-tls']);
    expect(player.intake).toBeNull();
  });

  it.each([
    'How do I enable TLS 1.2?',
    'I have a question about TLS 1.2',
    'TLS 1.2を有効にする方法',
    'TLS 1.2 について聞きたい',
    'TLS 1.2 の対応は必要ですか',
  ])('"%s" is asked for the app, not for an error code', (text) => {
    const player = new Player();

    player.say(text);

    expect(player.answer).toEqual(['[question product]']);
  });

  it.each(['outlook', 'onedrive', 'teams', 'sharepoint', 'unknown', 'other'])('is answered by the system, whatever the app is: %s', (product) => {
    const player = new Player();
    player.say('How do I enable TLS 1.2?');

    player.tap({ do: 'answer', fact: 'product', value: product });
    expect(player.answer).toEqual(['[question os]']);
    player.tap({ do: 'answer', fact: 'os', value: 'windows-11' });

    expect(player.answer).toEqual(['[step check-program-connects]']);
  });

  it.each(['OneDrive 0x8004de40 on Windows 11', 'Outlook cannot connect'])('after "%s" is answered, and the trouble stays the trouble', (trouble) => {
    const player = new Player();
    player.say(trouble);
    const [before, waits] = [player.intake, player.answer.at(-1)];

    player.say('How do I enable TLS 1.2?');

    expect(player.answer).toEqual(['faq what-is-tls', waits]);
    expect(player.intake).toBe(before);
  });

  it('with a code is a trouble', () => {
    const player = new Player();

    player.say('OneDrive says 0x8004de40, do I need TLS 1.2?');

    expect(player.answer).toEqual(['[question os]']);
  });
});
