import { describe, expect, it } from '@jest/globals';
import { read } from './lexicon.ts';

describe('how a step went', () => {
  it.each([
    ['改善されませんでした', 'failing'],
    ['再起動いたしましたが、改善されませんでした', 'failing'],
    ['試しましたが直りませんでした', 'failing'],
    ['変わらず', 'failing'],
    ['まだ', 'failing'],
    ['done, still the same', 'failing'],
    ["it's still there", 'failing'],
    ['無理です', 'cannot'],
    ['権限がないためできません', 'cannot'],
    ['その項目が見当たりません', 'cannot'],
    ['cant', 'cannot'],
    ['IT has blocked it', 'cannot'],
    ['無事解決しました', 'solved'],
    ['解決いたしました', 'solved'],
    ['never mind, it works', 'worked'],
  ])('%s: %s', (text, outcome) => {
    expect(read(text, 'outcome').facts).toMatchObject({ outcome: { values: [outcome] } });
  });

  it.each([
    'ok',
    'fine',
    'sure',
    'done',
    'ok done',
    'got it',
    'already tried that',
    'how do I do that?',
    '了解です',
    '試しました',
    'どのように操作すればよろしいでしょうか',
  ])('%s does not say whether it worked', (text) => {
    expect(read(text, 'outcome').facts.outcome?.values).toEqual(['unknown']);
  });

  it.each(['my printer is not working', 'プリンターが動かない'])('%s is about something else', (text) => {
    expect(read(text, 'outcome').facts).toEqual({});
  });

  it('a step that needs rights is no folder without access', () => {
    expect(read('権限がないのでできません', 'outcome').facts.symptom).toBeUndefined();
  });
});

describe('a person is asked for', () => {
  it.each(['担当者お願い', '担当者をお願いします', '担当の方につないでください', '電話で話したい', 'I want a human', 'call the helpdesk'])(
    '%s',
    (text) => {
      expect(read(text).command).toEqual({ kind: 'person' });
    },
  );
});

describe('everyday names', () => {
  it.each(['ワンドラつながらん', 'ﾜﾝﾄﾞﾗｲﾌﾞがﾂﾅｶﾞﾗﾅｲ', 'OneDriveにサインインできません', "can't log in to onedrive"])(
    '%s is OneDrive that cannot connect',
    (text) => {
      expect(read(text).facts).toMatchObject({ product: { values: ['onedrive'] }, symptom: { values: ['cannot-connect'] } });
    },
  );

  it.each(['thx bye', '失礼いたします', '了解です'])('%s ends a talk', (text) => {
    expect(read(text).smallTalk).toBe('thanks');
  });
});
