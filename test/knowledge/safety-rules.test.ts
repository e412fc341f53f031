import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { compileSafety } from '../../src/knowledge/compile-safety.ts';
import type { FactContent, SafetyRule } from '../../src/knowledge/content.ts';
import { faultList } from '../../src/knowledge/faults.ts';
import { inOneLine } from '../../src/knowledge/knowledge-fault.ts';
import type { Known } from '../../src/knowledge/known.ts';
import { pagesIn } from '../../src/knowledge/page.ts';
import { readEntries } from '../../src/knowledge/read-shape.ts';
import { safetyShape } from '../../src/knowledge/safety-shape.ts';

const SOUND = `network-reset:
  because: It cannot be taken back but by a restore point.
  sources: ['002']
  over: both
  pattern: 'netsh winsock reset(?: catalog)?'
  leastRisk: R3
  audience: helpdesk
  elevated: true
  needs: { os: [windows-11, windows-10] }
  after: 'ipconfig /all'
  confirms: [restore point]
  examples:
    catches: [netsh winsock reset, netsh winsock reset catalog]
    passes: [netsh winsock show catalog]
`;

describe('the safety rules', () => {
  it('are read with everything they say', () => {
    const { rules, lines } = read(SOUND);

    expect(lines).toEqual([]);
    expect(rules[0]).toMatchObject({
      id: 'network-reset',
      isForbidden: false,
      isNarrowing: false,
      leastRisk: 'R3',
      audience: 'helpdesk',
      elevated: true,
      asUser: false,
      needs: { kind: 'is', fact: 'os', values: ['windows-11', 'windows-10'] },
      unless: null,
      shells: [],
    });
    expect(rules[0]?.after?.test('ipconfig /all')).toBe(true);
    expect(rules[0]?.confirms[0]?.test('A restore point exists')).toBe(true);
  });

  it('cover a command whole, so that nothing can be hung on to it', () => {
    const rule = read(SOUND).rules[0];

    expect(rule?.command?.test('NETSH winsock reset')).toBe(true);
    expect(rule?.command?.test('netsh winsock reset & del x')).toBe(false);
    expect(rule?.command?.test('echo netsh winsock reset')).toBe(false);
  });

  it.each([
    ['an action', SOUND.replace('over: both', 'over: actions'), (rule: SafetyRule) => rule.action?.en],
    [
      'what is forbidden',
      "f:\n  because: It must never appear anywhere.\n  sources: ['002']\n  over: commands\n  pattern: netsh winsock reset\n  forbidden: true\n  examples: { catches: [netsh winsock reset], passes: [netsh] }\n",
      (rule: SafetyRule) => rule.command,
    ],
    ['a family of commands', SOUND.replace('over: both', 'over: commands\n  narrows: true'), (rule: SafetyRule) => rule.command],
  ])('find %s anywhere in a line', (_name, text, patternOf) => {
    const { rules, lines } = read(text);
    const [rule] = rules;

    expect(lines).toEqual([]);
    expect(rule === undefined ? null : patternOf(rule)?.test('Then run netsh winsock reset & restart.')).toBe(true);
  });

  it('look at an action in each language with its own pattern', () => {
    const { rules, lines } = read(
      SOUND.replace('over: both', 'over: actions')
        .replace(/pattern: .*/, "pattern: { en: '\\breset\\b', ja: リセット }")
        .replace('netsh winsock reset catalog', 'リセットします。'),
    );

    expect(lines).toEqual([]);
    expect(rules[0]?.action?.en.test('Reset it.')).toBe(true);
    expect(rules[0]?.action?.en.test('リセットします。')).toBe(false);
    expect(rules[0]?.action?.ja.test('リセットします。')).toBe(true);
  });
});

const FAULTS: readonly (readonly [string, string, string, RegExp])[] = [
  ['no reason', '  because: It cannot be taken back but by a restore point.\n', '', /:1: "network-reset because" is missing; /],
  [
    'a pattern that cannot be read',
    "'netsh winsock reset(?: catalog)?'",
    "'netsh (winsock'",
    /:5: this is not a regular expression \(.*\); correct it/,
  ],
  ['a pattern that matches everything', "'netsh winsock reset(?: catalog)?'", "'.*'", /:5: the pattern of "network-reset" matches everything; /],
  ['a check that cannot be read', 'confirms: [restore point]', "confirms: ['(restore']", /:11: this is not a regular expression/],
  [
    'an unknown fact',
    'needs: { os: [windows-11, windows-10] }',
    'needs: { sos: [windows-11] }',
    /:9: there is no fact "sos" \(did you mean "os"\?\); /,
  ],
  ['a value outside the list', '[windows-11, windows-10]', '[windows-12]', /:9: the fact "os" has no value "windows-12"/],
  ['an unknown that opens', '[windows-11, windows-10]', '[windows-11, unknown]', /:9: a guard may not be opened by "unknown"/],
  ['a "not"', 'needs: { os: [windows-11, windows-10] }', 'needs: { not: { os: [windows-11] } }', /:9: a guard may not contain "not"/],
  ['a source that does not exist', "sources: ['002']", "sources: ['009']", /:3: there is no source "009"/],
  ['no OS', 'needs: { os: [windows-11, windows-10] }\n', 'needs: { web: [works] }\n', /does not say on which OS; add needs/],
  ['no least risk', '  leastRisk: R3\n', '', /says no least risk; add leastRisk/],
  ['a rule that forbids and says more', '  leastRisk: R3\n', '  leastRisk: R3\n  forbidden: true\n', /forbids, and says "leastRisk" too; /],
  ['a rule for two people', '  elevated: true\n', '  elevated: true\n  asUser: true\n', /is for the user and for the administrator/],
  [
    'an example that is not caught',
    'netsh winsock reset catalog]',
    'netsh int ip reset]',
    /:13: the rule "network-reset" does not catch its example "netsh int ip reset"; /,
  ],
  [
    'an example that does not pass',
    'passes: [netsh winsock show catalog]',
    'passes: [netsh winsock reset]',
    /:14: .* catches "netsh winsock reset", which it should let pass; /,
  ],
  ['no examples', SOUND.slice(SOUND.indexOf('  examples:')), '', /"network-reset examples" is missing/],
  [
    'two patterns over commands',
    "'netsh winsock reset(?: catalog)?'",
    '{ en: netsh winsock reset, ja: netsh winsock reset }',
    /has a pattern for each language over commands; /,
  ],
  ['a misspelt key', 'leastRisk: R3', 'leastrisk: R3', /"leastrisk" is not known here \(did you mean "leastRisk"\?\)/],
  ['an id with capitals', 'network-reset:', 'Network Reset:', /"Network Reset" is not a rule id/],
];

describe('the loader refuses a safety rule with', () => {
  it.each(FAULTS)('%s', (_name, from, to, said) => {
    const spoilt = SOUND.replace(from, () => to);

    expect(spoilt).not.toBe(SOUND);
    expect(read(spoilt).lines).toEqual(expect.arrayContaining([expect.stringMatching(said)]));
  });
});

/** The rules of a page with this text, and the faults of it in lines. */
function read(text: string): { readonly rules: readonly SafetyRule[]; readonly lines: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'kiku-safety-'));
  try {
    mkdirSync(join(folder, 'safety'));
    writeFileSync(join(folder, 'safety/rules.yaml'), text);
    const { report, note, sorted } = faultList();
    const entries = pagesIn(folder, 'safety', /\.yaml$/, note).flatMap((page) => readEntries(safetyShape, page, report));
    return { rules: compileSafety(entries, KNOWN, report, report), lines: sorted().map(inOneLine) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function fact(name: string, ...values: readonly string[]): FactContent {
  const words = { en: name, ja: name };
  const each = values.map((value) => ({ value, label: words, short: words, isMain: true, isOffered: true }));
  return { name, isList: false, match: 'first', evidence: 'person', imprecise: new Map(), title: words, question: null, values: each, pattern: null };
}

const KNOWN: Known = {
  facts: new Map([
    ['os', fact('os', 'windows-11', 'windows-10', 'macos')],
    ['web', fact('web', 'works', 'fails')],
  ]),
  groups: new Map(),
  steps: new Set(),
  stops: new Set(),
  sources: new Set(['002']),
  problems: new Set(),
};
