import { describe, expect, it } from '@jest/globals';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { adviceFor } from './advice.ts';
import { append, KNOWLEDGE, linesAfter, type Spoiling, swap } from './spoilt-knowledge.ts';

const FILE = 'codes/onedrive.yaml';
const knowledge = loadKnowledge(KNOWLEDGE);
const codes = [...knowledge.codes.values()];
const told = codes.filter((code) => code.grade !== 'C');

describe('the error codes', () => {
  it('are at least ninety of which something can be said', () => {
    expect(told.length).toBeGreaterThanOrEqual(90);
  });

  it('have a source with a date, each', () => {
    expect(codes.filter((code) => !code.sources.every((id) => knowledge.sources.get(id)?.date !== undefined))).toEqual([]);
  });

  it('of grade C have neither words nor a problem', () => {
    const listed = [...knowledge.problems.values()].flatMap((problem) => problem.codes);

    expect(codes.filter((code) => code.grade === 'C' && (code.told !== null || listed.includes(code.code)))).toEqual([]);
  });

  it.each([
    '0x8004de42',
    '0x8004de44',
    '0x80048823',
    '0x8004de96',
    '0x8004dea3',
    '0x8004def0',
    '0x8004def1',
    '0x8004def5',
    '0x8004ded2',
    '0x8004e4f1',
  ])('%s is known to exist, and nothing is said of it', (code) => {
    expect(knowledge.codes.get(code)).toMatchObject({ grade: 'C', told: null });
  });

  it('of which Microsoft has published nothing say so', () => {
    const { told: words, grade, sources } = knowledge.codes.get('0x8004de90') ?? {};

    expect([grade, sources]).toEqual(['B', ['002', 'ms:setting-up']]);
    expect(words?.meaning.en).toMatch(/Microsoft has published no/);
    expect(words?.meaning.ja).toMatch(/Microsoft から公表されていません/);
  });

  it('name themselves in what is said of them', () => {
    const name = (code: string) => code.replace(/^0xcaa/, 'caa');
    const silent = told.filter(({ code, told: words }) =>
      Object.values(words?.meaning ?? {}).some((text) => !text.toLowerCase().includes(name(code))),
    );

    expect(silent.map(({ code }) => code)).toEqual([]);
  });

  it('give an employee nothing that only IT may do', () => {
    const fixes = told.flatMap(({ told: words }) => Object.values(words?.fix ?? {}));

    expect(fixes.filter((fix) => /dsregcmd|netsh|reg add|regedit|chkdsk|\/reset|psexec|registry|レジストリ|unlink|リンク解除/i.test(fix))).toEqual(
      [],
    );
  });

  it.each([
    ['0x8004de40', ['0x8004de90']],
    ['0x8004de90', ['0x8004de40']],
    ['0x8004de88', ['0x8004de85', '0x8004de8a']],
    ['0x8004de8a', ['0x8004de85', '0x8004de88']],
    ['0x8004def7', ['0x8004deef']],
  ])('%s is easily taken for %j', (code, alike) => {
    expect([...(knowledge.codes.get(code)?.alike ?? [])].toSorted()).toEqual(alike);
  });

  it.each(['0x8004de42', '0x80072efd'])('%s leads to no problem, and to a person', (code) => {
    const advice = adviceFor({ code, product: 'onedrive', symptom: 'cannot-connect', os: 'windows-11' });

    expect([advice.problem, advice.steps, advice.stop?.kind]).toEqual([null, [], 'escalate']);
  });
});

const entry = (code: string, more: string) => append(FILE, `'${code}':\n${more.replace(/^/gm, '  ')}`);
const whole = "owner: network\nmeaning: { en: It is so., ja: そうです。 }\nfix: { en: Wait., ja: お待ちください。 }\nsources: ['001']";

const cases: readonly (readonly [string, Spoiling, RegExp])[] = [
  ['a code in capitals', entry('0x8004DE41', `grade: A\n${whole}`), /"0x8004DE41" is not written as Kiku writes codes; write '0x8004de41'$/],
  ['a code without 0x', entry('caa20005', `grade: A\n${whole}`), /"caa20005" is not written .*; write '0xcaa20005'$/],
  ['a code that is none', entry('oops', `grade: A\n${whole}`), /"oops" is not written .*; write 0x and eight small hexadecimal digits/],
  ['a grade that does not exist', entry('0x8004de41', `grade: D\n${whole}`), /is "D"; write one of A, B, C$/],
  ['an owner that does not exist', entry('0x8004de41', `grade: A\n${whole.replace('network', 'printer')}`), /is "printer"; write one of person/],
  ['no meaning', entry('0x8004de41', "grade: A\nowner: network\nsources: ['001']"), /0x8004de41 is of grade A and has no "meaning"/],
  [
    'neither a problem nor a fix',
    entry('0x8004de41', `grade: A\n${whole.replace(/fix.*\n/, '')}`),
    /0x8004de41 leads to no problem and has no "fix"/,
  ],
  ['grade A on the word of others', entry('0x8004de41', `grade: A\n${whole.replace('001', '002')}`), /names no document of Microsoft's/],
  ['grade C with a meaning', entry('0x8004de41', `grade: C\n${whole}`), /grade C and has "meaning", which is never shown/],
  ['a source that does not exist', entry('0x8004de41', `grade: A\n${whole.replace("'001'", 'ms:nowhere')}`), /there is no source "ms:nowhere"/],
  ['alike to a code that does not exist', swap(FILE, "alike: ['0x8004de90']", "alike: ['0x8004de91']"), /there is no code "0x8004de91"/],
  [
    'a problem with a code that stands nowhere',
    swap('problems/onedrive-connectivity.yaml', "'0x8004de88'", "'0x8004de89'"),
    /the code 0x8004de89 stands in no file in codes\/ \(did you mean "0x8004de8/,
  ],
  [
    'a problem with a code of grade C',
    swap('problems/onedrive-connectivity.yaml', "'0x8004de88'", "'0x8004de42'"),
    /the code 0x8004de42 is of grade C, so it may lead to no problem/,
  ],
];

describe('a faulty code', () => {
  it.each(cases)('%s is told in a line', (_what, spoiling, expected) => {
    expect(linesAfter(spoiling)).toContainEqual(expect.stringMatching(expected));
  });
});
