import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseDocument } from 'yaml';
import { read } from './lexicon.ts';

describe('commands', () => {
  it.each([
    ['restart', { kind: 'restart' }],
    ['Please start over.', { kind: 'restart' }],
    ['最初からやり直したい', { kind: 'restart' }],
    ['最初からお願いします', { kind: 'restart' }],
    ['help', { kind: 'help' }],
    ['使い方を教えてください', { kind: 'help' }],
    ['speak Japanese', { kind: 'language', language: 'ja' }],
    ['日本語で', { kind: 'language', language: 'ja' }],
    ['日本語でお願いします', { kind: 'language', language: 'ja' }],
    ['english please', { kind: 'language', language: 'en' }],
    ['英語でお願いします', { kind: 'language', language: 'en' }],
    ['language', { kind: 'language', language: null }],
    ['言語を変更したい', { kind: 'language', language: null }],
    ['I want to talk to a person', { kind: 'person' }],
    ['担当者と話したいです', { kind: 'person' }],
    ['人と話したい', { kind: 'person' }],
    ["I'm on my phone", { kind: 'phone' }],
    ['スマホから書いています', { kind: 'phone' }],
    ['Please export my data', { kind: 'export' }],
    ['what do you know about me?', { kind: 'export' }],
    ['自分のデータを見せてください', { kind: 'export' }],
    ['forget me', { kind: 'forget' }],
    ['Please delete all my data', { kind: 'forget' }],
    ['私のデータを削除してください', { kind: 'forget' }],
    ["I'm back at my PC", { kind: 'back' }],
    ['PCに戻りました', { kind: 'back' }],
    ['OneDrive fails and I am writing from my phone, 0x8004de40', { kind: 'phone' }],
  ])('hears %s', (text, command) => {
    expect(read(text).command).toEqual(command);
  });

  it.each([
    'I restarted the PC and it still fails',
    'a restart does not help',
    'OneDrive needs help',
    'Outlook speaks English to me but I set Japanese',
    'it works on my phone (4g)',
    '再起動しました',
    'the person next to me has it too',
    '日本語のファイル名が開けません',
    'OneDrive wants to delete my data',
    'reset will delete me from the tenant?',
    'データを削除したら同期が止まりました',
    'forget it',
  ])('takes no command from %s', (text) => {
    expect(read(text).command).toBeNull();
  });
});

describe('what stands on the buttons', () => {
  const facts = parseDocument(readFileSync('knowledge/facts.yaml', 'utf8'), { schema: 'failsafe' }).toJS() as Record<
    string,
    { values?: Record<string, { label?: Record<string, string> }> }
  >;
  const labels = Object.entries(facts).flatMap(([fact, { values = {} }]) =>
    Object.entries(values).flatMap(([value, { label = {} }]) => Object.values(label).map((text) => [text, fact, value] as const)),
  );

  it.each(labels)('may be typed instead: %s (%s: %s)', (text, fact, value) => {
    expect(read(text, fact).facts[fact]?.values).toEqual([value]);
  });
});

describe('an answer to the open question', () => {
  it.each([
    ['yes it works', 'web', 'works'],
    ['はい', 'web', 'works'],
    ['開けます', 'web', 'works'],
    ['no', 'web', 'fails'],
    ["it doesn't", 'web', 'fails'],
    ['いいえ、開けません', 'web', 'fails'],
    ['はい、開けません', 'web', 'fails'],
    ['not working', 'web', 'fails'],
    ['わかりません', 'web', 'unknown'],
    ["I don't know", 'os', 'unknown'],
    ['no idea', 'internet', 'unknown'],
    ['まだ試していません', 'web', 'unknown'],
    ['10', 'os', 'windows-10'],
    ["it's 11", 'os', 'windows-11'],
    ['11です', 'os', 'windows-11'],
    ['社外です', 'network', 'elsewhere'],
    ['会社です', 'network', 'office'],
    ['会社です', 'device', 'managed'],
    ['会社', 'account', 'work'],
    ['home', 'network', 'elsewhere'],
    ['home', 'device', 'personal'],
    ['work', 'account', 'work'],
    ['個人', 'account', 'personal'],
    ['はい', 'rights', 'admin'],
    ['No', 'rights', 'no-admin'],
    ['使っていません', 'proxy', 'none'],
    ['yes', 'proxy', 'present'],
    ['just me', 'affected', 'only-me'],
    ['みんなです', 'affected', 'others'],
    ['nothing', 'changed', 'nothing'],
    ['特にありません', 'changed', 'nothing'],
    ['no', 'code', 'none'],
    ['ありません', 'code', 'none'],
    ['no', 'affected', 'only-me'],
    ['はい、います', 'affected', 'others'],
    ['いいえ', 'files', 'safe'],
    ['No, everything is safe', 'files', 'safe'],
    ['other', 'product', 'other'],
    ['その他', 'product', 'other'],
  ])('%s, asked for %s, means %s', (text, fact, value) => {
    expect(read(text, fact).facts[fact]?.values).toEqual([value]);
  });

  it.each([
    ['yes', 'os'],
    ['no', 'os'],
    ['はい', 'product'],
    ['hello', 'web'],
    ['10', 'web'],
    ['no VPN', 'network'],
    ['VPNなし', 'network'],
    ['The weather is nice', 'network'],
  ])('%s is no answer to %s', (text, fact) => {
    expect(read(text, fact).facts[fact]).toBeUndefined();
  });

  it('means nothing while no question is open', () => {
    expect(read('yes').facts).toEqual({});
    expect(read('10').facts).toEqual({});
    expect(read('わかりません').facts).toEqual({});
  });

  it('gives way to what the text states itself', () => {
    expect(read('no, on my Mac', 'os').facts.os?.values).toEqual(['macos']);
  });

  it('takes in other facts on the way', () => {
    const { facts } = read('yes, and I am at home', 'web');

    expect(facts.web?.values).toEqual(['works']);
    expect(facts.network?.values).toEqual(['elsewhere']);
  });
});

describe('small talk, language and nothing at all', () => {
  it.each([
    ['Hello', 'greeting'],
    ['お疲れ様です', 'greeting'],
    ['Thanks a lot!', 'thanks'],
    ['ありがとうございました', 'thanks'],
    ['hi, thanks', 'thanks'],
    ['Hello, OneDrive fails', null],
    ['Are you a bot?', 'about-kiku'],
    ['am I talking to a real person?', 'about-kiku'],
    ['あなたはボットですか', 'about-kiku'],
    ['中の人いますか', 'about-kiku'],
    ['the printer is jammed', 'elsewhere'],
    ['I forgot my password', 'elsewhere'],
    ["my VPN doesn't connect", 'elsewhere'],
    ['プリンターが紙詰まりです', 'elsewhere'],
    ['パスワードを忘れました', 'elsewhere'],
    ['VPNにつながらない', 'elsewhere'],
    ['有休は何日残っていますか', 'elsewhere'],
    ['OneDrive does not work, and the printer neither', null],
    ['OneDriveとプリンターが使えません', null],
    ['よくわかりません', null],
  ])('%s is %s', (text, kind) => {
    expect(read(text).smallTalk).toBe(kind);
  });

  it.each([
    ['OneDrive does not work', 'en'],
    ['OneDriveが動きません', 'ja'],
    ['社内', 'ja'],
    ['我的系統是Win11', null],
    ['0x8004de40', null],
    ['Windows 10', null],
  ])('%s is written in %s', (text, language) => {
    expect(read(text).language).toBe(language);
  });

  it.each([
    ['', true],
    ['  \n\t', true],
    ['🙂🙂', true],
    ['\u0000\u0007', true],
    ['?!…', true],
    ['a', false],
    ['あ', false],
    ['1', false],
  ])('%j is empty: %s', (text, isEmpty) => {
    expect(read(text).isEmpty).toBe(isEmpty);
  });
});
