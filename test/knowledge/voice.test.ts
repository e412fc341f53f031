import { describe, expect, it } from '@jest/globals';
import { checkLanguages } from '../../src/knowledge/check-languages.ts';
import { checkVoice } from '../../src/knowledge/check-voice.ts';
import { checkWords, glossaryOf } from '../../src/knowledge/glossary.ts';
import { type Page, readPage } from '../../src/knowledge/page.ts';
import { readWith } from './own-folder.ts';
import { KNOWLEDGE } from './spoilt-knowledge.ts';

const glossary = glossaryOf([pageOf(readPage(KNOWLEDGE, 'glossary.yaml', unexpected))], unexpected);

function pageOf(page: Page | null): Page {
  if (page === null) throw new Error('There is no glossary.');
  return page;
}

function unexpected(...fault: readonly unknown[]): never {
  throw new Error(`The glossary has a fault: ${JSON.stringify(fault)}`);
}

/** What is said of a body with these words: `en:…`, `ja:…`. */
function faultsOf(en: string, ja: string, name = 'body'): readonly string[] {
  const page: Page = { file: 'stops/x.yaml', value: { x: { [name]: { en, ja } } }, isBroken: false, lineOf: () => 1 };
  const faults: string[] = [];
  const report = (_page: Page, path: readonly PropertyKey[], wrong: string): void => void faults.push(`${String(path.at(-1))}: ${wrong}`);
  checkLanguages(page, false, glossary, report);
  checkWords(page, glossary, report);
  checkVoice(page, false, report);
  return faults;
}

const FINE = 'これで十分です。';

describe('words', () => {
  it.each([
    ['log in', 'Log in again.', FINE, /^en: .*"log in".*"sign in"/],
    ['login', 'The login fails.', FINE, /^en: .*"login"/],
    ['ログイン', 'Sign in again.', 'もう一度ログインしてください。', /^ja: .*"ログイン".*"サインイン"/],
    ['Azure AD', 'It is in Azure AD.', FINE, /^en: .*"Azure AD".*"Microsoft Entra"/],
    ['Azure AD in Japanese', 'It is in Microsoft Entra.', 'Azure AD で確認します。', /^ja: .*"Azure AD"/],
    ['勧告', 'There is an advisory.', '勧告があります。', /^ja: .*"勧告".*"アドバイザリ"/],
    ['admin', 'Ask an admin.', FINE, /^en: .*"admin".*"administrator"/],
    ['help desk', 'Ask the help desk.', FINE, /^en: .*"help desk".*"helpdesk"/],
    ['タスクバー', 'Look at the taskbar.', 'タスクバーを見てください。', /^ja: .*"タスク バー"/],
  ])('are not those that the glossary has another one for: %s', (_name, en, ja, expected) => {
    expect(faultsOf(en, ja)).toEqual([expect.stringMatching(expected)]);
  });

  it.each([
    ['an address', 'Open login.microsoftonline.com.', 'login.microsoftonline.com を開いてください。'],
    ['what a program shows', 'It says AzureAdJoined : YES.', '「AzureAdJoined : YES」と表示されます。'],
    ['a part of another word', 'The administrator reads the blogin file.', FINE],
  ])('may be part of what is shown word for word: %s', (_name, en, ja) => {
    expect(faultsOf(en, ja)).toEqual([]);
  });

  it('of an organisation may be others than ours', () => {
    const term = `terms:
  coffee:
    meaning: { en: What the machine makes., ja: 機械で作る飲み物です。 }
    use: { en: coffee, ja: コーヒー }
    not: { en: [java], ja: [珈琲] }
`;
    const stop = 'sign-in: { title: { en: Java is out, ja: 珈琲がありません }, body: { en: Tea., ja: 紅茶です。 }, sources: [] }';

    expect(
      readWith({ 'glossary.yaml': term, 'stops/x.yaml': stop }).lines.filter((line) => /^OWN\/stops\/x.yaml:1: .*(coffee|コーヒー)/.test(line)),
    ).toHaveLength(2);
  });
});

describe('Japanese', () => {
  it.each([
    ['a sentence', 'This is not the Japanese text at all.'],
    ['a sentence behind a Japanese one', 'OneDrive を開きます。Then wait for the icon.'],
    ['a few small words', 'OneDrive is down です。'],
  ])('has no English in it: %s', (_name, ja) => {
    expect(faultsOf('Fine.', ja)).toContainEqual(expect.stringMatching(/^ja: there is English/));
  });

  it.each([
    ['names of products', 'Microsoft 365 Apps for enterprise と OneDrive for Business を使います。'],
    ['what a program shows', '「Could not create SSL/TLS secure channel」と表示されます。'],
    ['commands and paths', 'dsregcmd /status と %localappdata%\\Microsoft\\OneDrive\\onedrive.exe /reset を実行します。'],
    ['settings', 'AzureAdJoined、DomainJoined、WorkplaceJoined の値を確認します。'],
    ['names in capitals', 'Windows Server 2012 R2 と TLS 1.2 が必要です。'],
  ])('may have what is called so in English: %s', (_name, ja) => {
    expect(faultsOf('Fine.', ja)).toEqual([]);
  });

  it.each(['再起動する。', 'ファイルを開く', 'これは原因だ。', '確認しました。その後、削除する。'])('ends politely, unlike: %s', (ja) => {
    expect(faultsOf('Fine.', ja)).toEqual([expect.stringMatching(/^ja: .*politely/)]);
  });

  it.each(['再起動してください。', '開けます (Windows の場合)。', '接続できませんでした。', 'どちらですか。', '「すべて削除」を選びます。値: 0xa00'])(
    'may end so: %s',
    (ja) => {
      expect(faultsOf('Fine.', ja)).toEqual([]);
    },
  );

  it('may be short where it is a title, a label or something to be ticked', () => {
    for (const name of ['title', 'label', 'checks']) expect(faultsOf('Fine', 'OneDrive を再起動する', name)).toEqual([]);
  });
});

describe('English', () => {
  it('has no Japanese in it', () => {
    expect(faultsOf('Choose 設定.', FINE)).toEqual([expect.stringMatching(/^en: there is Japanese/)]);
  });

  it('says please once', () => {
    expect(faultsOf('Please wait. Please do nothing.', FINE)).toEqual([expect.stringMatching(/^en: .*"please" more than once/)]);
    expect(faultsOf('Please wait.', FINE)).toEqual([]);
  });
});

it.each([
  ['an exclamation mark', 'It works!', FINE, 'en'],
  ['a wide exclamation mark', 'It works.', 'できました！', 'ja'],
  ['an emoji', 'It works 🎉', FINE, 'en'],
])('there is not %s', (_name, en, ja, language) => {
  expect(faultsOf(en, ja)).toContainEqual(expect.stringMatching(new RegExp(`^${language}: there is an (exclamation|emoji)`)));
});
