import { describe, expect, it } from '@jest/globals';
import { placeWord, wantedLanguage } from '../../src/helpdesk/words.ts';

describe('what is said of the helpdesk’s channels', () => {
  it.each([
    ['helpdesk here', 'here'],
    ['Help desk here!', 'here'],
    ['ヘルプデスクはここ', 'here'],
    ['ここをヘルプデスクにして', 'here'],
    ['helpdesk backup here', 'backup'],
    ['helpdesk here too', 'backup'],
    ['ヘルプデスクの予備はここ', 'backup'],
    ['ヘルプデスクはここも', 'backup'],
    ['helpdesk not here', 'not-here'],
    ['ヘルプデスクはここではない', 'not-here'],
    ['ここのヘルプデスクを解除して', 'not-here'],
    ['helpdesk no backup', 'no-backup'],
    ['ヘルプデスクの予備を解除', 'no-backup'],
    ['helpdesk here in Japanese', 'here'],
    ['ヘルプデスクはここ、英語で', 'here'],
    ['ヘルプデスクの予備はここ 日本語で', 'backup'],
    ['helpdesk in Japanese', 'language'],
    ['ヘルプデスクを英語で', 'language'],
    ['helpdesk in French', 'other-language'],
    ['ヘルプデスクをフランス語で', 'other-language'],
    ['ヘルプデスクを中国語にしてください', 'other-language'],
    ['helpdesk', 'which'],
    ['Where is the helpdesk?', 'which'],
    ['ヘルプデスクはどこですか?', 'which'],
  ])('%s', (said, word) => {
    expect(placeWord(said)).toBe(word);
  });

  it.each([
    'helpdesk please call me',
    'is the helpdesk here?',
    'I was told helpdesk here',
    'ヘルプデスクに相談したい',
    'ヘルプデスクはここにありますか',
    'helpdesk in Tokyo',
    'where is the helpdesk in Japanese',
    'ヘルプデスクは日本語で話せますか',
    'ヘルプデスクに英語で相談したい',
    '',
  ])('nothing: %s', (said) => {
    expect(placeWord(said)).toBeNull();
  });
});

describe('the language of a channel', () => {
  it.each([
    ['helpdesk here', 'en'],
    ['ヘルプデスクはここ', 'ja'],
    ['ここをヘルプデスクにして', 'ja'],
    ['Helpdesk here, in Japanese.', 'ja'],
    ['helpdesk backup here in English', 'en'],
    ['ヘルプデスクはここ、英語で', 'en'],
    ['helpdesk in Japanese', 'ja'],
    ['Help desk speaks English', 'en'],
    ['helpdesk in 日本語', 'ja'],
    ['ヘルプデスクを英語で', 'en'],
    ['ヘルプデスクは英語', 'en'],
    ['ヘルプデスクを日本語にしてください。', 'ja'],
    ['ヘルプデスクを日本語に切り替えて', 'ja'],
    ['ヘルプデスクの言語は英語', 'en'],
    ['ヘルプデスク English', 'en'],
  ])('%s', (said, language) => {
    expect(placeWord(said)).not.toBeNull();
    expect(wantedLanguage(said)).toBe(language);
  });
});
