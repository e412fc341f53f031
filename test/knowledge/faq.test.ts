import { describe, expect, it } from '@jest/globals';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { KNOWLEDGE, linesAfter, swap, wordLinesAfter } from './spoilt-knowledge.ts';

const { faq } = loadKnowledge(KNOWLEDGE);
const FILE = 'faq/outlook-tls.yaml';

describe('the questions and answers', () => {
  it('have all 23 of the document, in its order', () => {
    const numbered = [...faq.keys()].filter((id) => /^q\d\d-/.test(id));

    expect(numbered.map((id) => Number(id.slice(1, 3)))).toEqual(Array.from({ length: 23 }, (_, index) => index + 1));
    for (const id of numbered) expect(faq.get(id)?.sources).toContain('004');
  });

  it('write every registry path and file with its backslashes', () => {
    const said = JSON.stringify([...faq.values()].flatMap(({ answer, facts }) => [answer, facts]));

    expect(said).not.toMatch(/HKEY_LOCAL_MACHINE(?!\\\\)[A-Z]|SOFTWARE(Microsoft|Wow)|C:Windows|SCHANNELProtocols|SettingsWinHttp/);
    expect(said).toContain('SOFTWARE\\\\Wow6432Node\\\\Microsoft');
  });

  it('never tell anybody to switch TLS 1.0 or SSL 3.0 on, and keep DisabledByDefault the right way round', () => {
    const schannel = faq.get('q08-schannel')?.facts.find(({ label }) => label.en === 'DisabledByDefault')?.value.en ?? '';

    expect(schannel).toMatch(/^0 used/);
    expect(JSON.stringify(faq.get('q04-value')?.facts)).not.toMatch(/0x00000(?:0a0|aa0|0a8|2a0)/i);
  });

  it('say of every old value which Windows it is for', () => {
    for (const id of ['q04-value', 'q06-where', 'q14-deploy'])
      for (const language of ['en', 'ja'] as const) expect(faq.get(id)?.answer[language]).toMatch(/Windows 7 SP1.*Server 2008 R2 SP1.*Server 2012/s);
  });

  it.each([
    ['q01-when', /today|現在/],
    ['q02-old-windows', /Windows 11/],
    ['q12-rollup', /2018/],
    ['q18-mac', /out of support|サポートは終了/],
    ['q22-windows-10-mobile', /has ended|終了/],
  ])('%s tells what is true today', (id, now) => {
    expect(faq.get(id)?.answer.en).toMatch(now);
    expect(faq.get(id)?.answer.ja).toMatch(now);
  });
});

describe('a faulty question', () => {
  it.each([
    ['a command in an answer', swap(FILE, 'Either may come first.', 'Run gpupdate first.'), /has a command \("gpupdate"\)/],
    [
      'a source that is not there',
      swap(FILE, "sources: ['004', ms:tls-deprecation, ms:tls12-support]", "sources: ['004', ms:none]"),
      /no source "ms:none"/,
    ],
    ['a departure that names one side', swap(FILE, '(ms:tls-deprecation), and is over', ', and is over'), /fewer than two of the sources/],
    [
      'one example only',
      swap(FILE, '      - When will Microsoft 365 turn off TLS 1.0?\n      - Without TLS 1.2, do we suddenly lose the connection?\n', ''),
      /at least two examples/,
    ],
    [
      'a missing language',
      swap(FILE, '    ja: SCHANNEL のレジストリを設定すると、どのような影響がありますか。\n', ''),
      /Japanese text \(ja\) is missing/,
    ],
  ])('%s is told with its file', (_, spoiling, line) => {
    const lines = linesAfter(spoiling);

    expect(lines.some((one) => line.test(one) && one.startsWith(FILE))).toBe(true);
  });

  it.each([
    ['an example that finds another question', swap(FILE, 'Should I use 0xa00 or 0xa80?', 'What does DisabledByDefault mean?'), /finds q08-schannel/],
    ['what must not find it and does', swap(FILE, 'en: [WSUS does not sync]', 'en: ["Does WSUS have KB3140245?"]'), /finds this question/],
    ['a trigger that cannot be read', swap(FILE, "- 'wsus ... (<kb>|", "- 'wsus ... (<kb|"), /<kb|list/],
  ])('%s is told with its file', (_, spoiling, line) => {
    const lines = wordLinesAfter(spoiling);

    expect(lines.some((one) => line.test(one) && one.startsWith(FILE))).toBe(true);
  });
});
