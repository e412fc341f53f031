import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { append, KNOWLEDGE, linesAfter, type Spoiling, swap } from './spoilt-knowledge.ts';

const PROBLEM = 'problems/onedrive-connectivity.yaml';

const CONTRACT =
  'code symptom product os account web internet network affected device rights proxy inspection filter files changed join device-auth tls ciphers default-secure-protocols tried'.split(
    ' ',
  );

describe('the knowledge', () => {
  it('loads without a fault', () => {
    expect(linesAfter()).toEqual([]);
  });

  it('has exactly the facts and values of the contract', () => {
    const { facts } = loadKnowledge(KNOWLEDGE);

    expect(Object.fromEntries([...facts].map(([name, fact]) => [name, fact.values.map((value) => value.value).toSorted()]))).toMatchObject({
      web: ['fails', 'works'],
      network: ['elsewhere', 'office', 'vpn'],
      affected: ['only-me', 'others', 'others-same-network', 'several-accounts'],
      proxy: ['authenticated', 'none', 'open', 'present'],
      files: ['online-only', 'pending-upload', 'safe'],
      changed: ['account', 'new-device', 'nothing', 'password', 'policy', 'update', 'vpn'],
      join: ['domain', 'entra', 'hybrid', 'joined', 'none', 'registered'],
      inspection: ['no', 'yes'],
      tls: ['1.2-off', '1.2-on'],
    });
    // More facts may be added; these stay.
    expect([...facts.keys()]).toEqual(expect.arrayContaining(CONTRACT));
    expect(facts.get('os')?.values).toHaveLength(21);
  });

  it('cannot be changed, deep inside and in its maps', () => {
    const knowledge = loadKnowledge(KNOWLEDGE);
    const step = knowledge.steps.get('restart-onedrive');

    expect(() => Object.assign(step?.title ?? {}, { en: 'x' })).toThrow(TypeError);
    expect(() => (knowledge.steps as Map<string, unknown>).set('x', {})).toThrow(TypeError);
    expect(() => (knowledge.playbooks.problems as Map<string, unknown>).clear()).toThrow(TypeError);
  });
});

const LONELY = `lonely:
  risk: R1
  audience: employee
  title: { both: X }
  why: { both: X }
  actions: [{ both: X }]
  verify: { both: X }
  undo: { both: X }
  sources: ['002']`;

const cases: readonly (readonly [string, Spoiling, string | RegExp])[] = [
  [
    'a tab',
    swap('stops/onedrive-connectivity.yaml', '  title: { en: The connection', '\ttitle: { en: The connection'),
    /^stops\/onedrive-connectivity\.yaml:4: .*tab; use spaces$/,
  ],
  ['a key that stands twice', append('codes/onedrive.yaml', "'0x8004de40': {}"), /^codes\/onedrive\.yaml:\d+: "'0x8004de40'" stands here twice; /],
  [
    'YAML that cannot be read',
    append('codes/onedrive.yaml', 'x: [1, 2'),
    /^codes\/onedrive\.yaml:\d+: this is not readable YAML .*; look at the indentation/,
  ],
  [
    'a text cut by a comma',
    swap('stops/onedrive-connectivity.yaml', 'title: { en: It is the network', 'title: { en: It is the network, alas'),
    /stops\/onedrive-connectivity\.yaml:\d+: .*alas.*; /,
  ],
  [
    'a missing language',
    swap('stops/onedrive-connectivity.yaml', ', ja: ネットワーク側の問題です', ''),
    /the Japanese text \(ja\) is missing; write it$/,
  ],
  [
    'a misspelt key',
    swap('steps/everyday.yaml', '  verify: { en: The icon', '  verfy: { en: The icon'),
    /"verfy" is not known here \(did you mean "verify"\?\); /,
  ],
  [
    'a step without verify',
    swap('steps/everyday.yaml', '  verify: { en: The icon', '  verfy: { en: The icon'),
    /"restart-onedrive verify" is missing; add it$/,
  ],
  ['a risk that does not exist', swap('steps/everyday.yaml', 'risk: R1', 'risk: R5'), /is "R5"; write one of R0, R1, R2, R3$/],
  ['an unknown fact', swap(PROBLEM, '{ fact: web,', '{ fact: webb,'), /there is no fact "webb" \(did you mean "web"\?\); /],
  [
    'an unknown value',
    swap(PROBLEM, 'when: { web: [fails] }', 'when: { web: [fail] }'),
    /the fact "web" has no value "fail" \(did you mean "fails"\?\); /,
  ],
  ['an unknown group of values', swap(PROBLEM, 'when: { os: modern }', 'when: { os: moderm }'), /no group "moderm" \(did you mean "modern"\?\); /],
  [
    'an unknown step',
    swap(PROBLEM, '- reset-onedrive\n', '- reset-onedriv\n'),
    /there is no step "reset-onedriv" \(did you mean "reset-onedrive"\?\); /,
  ],
  ['an unknown source', swap('steps/everyday.yaml', "sources: ['002']", "sources: ['022']"), /there is no source "022" \(did you mean "002"\?\); /],
  [
    'an unknown stop',
    swap(PROBLEM, '{ id: upgrade, kind: upgrade }', '{ id: upgrad, kind: upgrade }'),
    /there is no stop "upgrad" \(did you mean "upgrade"\?\); /,
  ],
  [
    'a guard on an undefined fact',
    swap('steps/everyday.yaml', 'guard: { os: modern, web: [works] }', 'guard: { os: modern, webb: [works] }'),
    /^steps\/everyday\.yaml:\d+: there is no fact "webb" \(did you mean "web"\?\); /,
  ],
  [
    'a stop that two files have',
    append('stops/own.yaml', 'connection-down:\n  title: { both: X }\n  body: { both: X }\n  sources: []'),
    /^stops\/own\.yaml:\d+: the stop "connection-down" is in stops\/onedrive-connectivity\.yaml:\d+ already; /,
  ],
  [
    'a guard with not',
    swap('steps/everyday.yaml', 'guard: { os: modern, web: [works] }', 'guard: { not: { web: [fails] } }'),
    /a guard may not contain "not"; /,
  ],
  [
    'a guard with unknown',
    swap('steps/everyday.yaml', 'guard: { os: modern, web: [works] }', 'guard: { os: modern, web: [unknown] }'),
    /may not be opened by "unknown"; /,
  ],
  [
    'R3 for the employee',
    swap('steps/network.yaml', 'risk: R3\n  audience: helpdesk', 'risk: R3\n  audience: employee'),
    /is R3 and for the employee; /,
  ],
  [
    'R2 without undo',
    swap('steps/device-trust.yaml', '  undo: { en: Disable the device again., ja: デバイスを再び無効にします。 }\n', ''),
    /is R2 and has no "undo"; /,
  ],
  [
    'a command without a guard',
    swap('steps/everyday.yaml', '  guard: { os: windows-with-a-path }\n', ''),
    /"tick-tls-1.2" has commands and no guard; /,
  ],
  [
    'a look without what it learns',
    swap('steps/device-trust.yaml', '  learns: { worked: {}, failing: {} }\n', ''),
    /only looks \(R0\) but has no "learns"/,
  ],
  [
    'a last stop with a condition',
    swap(PROBLEM, '{ id: older-windows, kind: escalate }', '{ id: older-windows, kind: escalate, when: { web: [works] } }'),
    /the last stop \("older-windows"\) has a condition/,
  ],
  [
    'a last branch with a condition',
    swap(PROBLEM, '  - id: unknown-device\n', '  - id: unknown-device\n    when: { web: [works] }\n'),
    /the last branch \("unknown-device"\) has a condition/,
  ],
  [
    'a circle of askIf',
    swap(PROBLEM, '{ fact: web, askIf: { not: { os: no-remedy } } }', '{ fact: web, askIf: { internet: [works] } }'),
    /whether to ask "web" hangs on itself \(web → internet → web\); /,
  ],
  [
    'a question without words',
    swap(PROBLEM, '{ fact: rights }', '{ fact: rights }\n  - { fact: tried }'),
    /"tried" is asked here but has no question; /,
  ],
  [
    'a worked path that goes another way',
    swap(PROBLEM, 'steps: [check-connection]\n    stop:', 'steps: []\n    stop:'),
    /the path "Nothing opens from this device" goes check-connection, not without a step; /,
  ],
  ['a worked path that ends elsewhere', swap(PROBLEM, 'stop: connection-down', 'stop: sign-in'), /ends at connection-down, not at sign-in; /],
  ['a path without because', swap(PROBLEM, '    because: Without any', '    becouse: Without any'), /because.* is missing|because.*missing; /],
  ['a step on no worked path', append('steps/network.yaml', LONELY), /^steps\/network\.yaml:\d+: the step "lonely" is on no worked path; /],
  [
    'a stop on no worked path',
    append('stops/onedrive-connectivity.yaml', 'lonely:\n  title: { both: X }\n  body: { both: X }\n  sources: []'),
    /the stop "lonely" is on no worked path; /,
  ],
  [
    'an English sentence in Japanese',
    swap('stops/onedrive-connectivity.yaml', 'ja: Windows 本体の問題です', 'ja: Something is wrong with windows here'),
    /there is English in the Japanese text/,
  ],
  [
    'Japanese in an English text',
    swap('stops/onedrive-connectivity.yaml', 'en: The cause is Windows itself', 'en: 本体の問題'),
    /there is Japanese in the English text; /,
  ],
  [
    'an argument in one language only',
    swap('phrases.yaml', "{ en: 'Step {number}: {title}'", "{ en: 'Step {count}: {title}'"),
    /only one language has \{count\}, \{number\}; /,
  ],
  [
    'an argument where none is filled in',
    swap(
      'stops/onedrive-connectivity.yaml',
      '{ en: It is the network, ja: ネットワーク側の問題です }',
      "{ en: 'It is {name}', ja: '{name} の問題です' }",
    ),
    /\{name\} will not be filled in here; /,
  ],
  [
    'a phrase that two files have',
    append('phrases-cards.yaml', 'button.worked: { both: X }'),
    /the phrase "button.worked" is in phrases.yaml:\d+ already; |the phrase "button.worked" is in phrases-cards/,
  ],
  [
    'a topic with an unknown step',
    swap('advisory-topics.yaml', 'steps: [install-kb3140245', 'steps: [install-kb314'),
    /there is no step "install-kb314"/,
  ],
  [
    'a source that nothing stands on',
    append('sources.yaml', 'ms:unread: { title: { en: Unread, ja: 未読の文書 }, date: 2026-01 }'),
    /^sources\.yaml:\d+: nothing stands on the source "ms:unread"; /,
  ],
  [
    'a place of a fact of the documents that is gone',
    swap('trace.yaml', "at: ['answer virus']", "at: ['answer viruses']"),
    /^trace\.yaml:\d+: there is no answer "viruses" \(did you mean "virus"\?\); /,
  ],
  ['a departure that names one document', swap('steps/onedrive-app.yaml', '(ms:per-machine).\n', '.\n'), /names fewer than two sources; /],
  ['a curly quote in a command', swap('steps/everyday.yaml', 'text: inetcpl.cpl', 'text: “inetcpl.cpl”'), /a curly quote/],
  [
    'a file over 1 MB',
    { file: 'codes/onedrive.yaml', change: (text) => `${text}\n# ${'x'.repeat(1_000_001)}\n` },
    /^codes\/onedrive\.yaml:1: the file has \d+ bytes, more than 1 MB; /,
  ],
  [
    'a file that is not UTF-8',
    { file: 'codes/onedrive.yaml', change: () => Buffer.from([0x61, 0x3a, 0x20, 0xff, 0xfe]) },
    /^codes\/onedrive\.yaml:1: the file is not UTF-8; /,
  ],
  ['a file that is no map', { file: 'codes/onedrive.yaml', change: () => '- a\n- b\n' }, /^codes\/onedrive\.yaml:1: the file is not a map; /],
];

describe('bad knowledge', () => {
  it.each(cases)('says in one line: %s', (_name, spoiling, expected) => {
    const lines = linesAfter(spoiling);

    expect(lines.filter((line) => new RegExp(expected).test(line))).toHaveLength(1);
    for (const line of lines) expect(line).toMatch(/^[a-z0-9./-]+:\d+: [^\n]+; [^\n]+$/);
  });

  it('says everything at once', () => {
    const lines = linesAfter(
      swap('stops/onedrive-connectivity.yaml', ', ja: ネットワーク側の問題です', ''),
      swap('steps/network.yaml', 'risk: R3\n  audience: helpdesk', 'risk: R3\n  audience: employee'),
      swap(PROBLEM, '{ fact: web,', '{ fact: webb,'),
      append('codes/onedrive.yaml', "'0x8004de40': {}"),
    );

    for (const file of ['stops/onedrive-connectivity.yaml', 'steps/network.yaml', PROBLEM, 'codes/onedrive.yaml'])
      expect(lines.some((line) => line.startsWith(`${file}:`))).toBe(true);
  });

  it('names the line where the fault stands', () => {
    const line =
      readFileSync(join(KNOWLEDGE, PROBLEM), 'utf8')
        .split('\n')
        .findIndex((text) => text.includes('when: { web: [fails] }')) + 1;

    expect(linesAfter(swap(PROBLEM, 'when: { web: [fails] }', 'when: { web: [fail] }'))[0]).toMatch(new RegExp(`^${PROBLEM}:${line}: `));
  });

  it('names a file that is missing', () => {
    expect(() => loadKnowledge(join(KNOWLEDGE, 'steps'))).toThrow(/^facts\.yaml:1: the file is missing; /);
  });
});
