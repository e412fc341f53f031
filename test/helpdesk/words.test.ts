import { describe, expect, it } from '@jest/globals';
import { placeWord } from '../../src/helpdesk/words.ts';

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
    '',
  ])('nothing: %s', (said) => {
    expect(placeWord(said)).toBeNull();
  });
});
