import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { CodeContent, FactContent, FaqContent, Knowledge, StepContent, ValueContent } from '../../src/knowledge/content.ts';
import type { Text } from '../../src/ports.ts';

const FOLDER = `${import.meta.dirname}/../../knowledge`;

/** Knowledge small enough to be seen at once, with the real phrases: what a card does must not hang on what an author changes. */
export function smallKnowledge(steps: readonly StepContent[] = [restart, leave]): Knowledge {
  return {
    facts: new Map([code, os, web, tried].map((fact) => [fact.name, fact])),
    codes: new Map([['0x8004de40', reached]]),
    sources: new Map([['000', { id: '000', title: both('Error guide (2026)'), date: '2026-01-15', url: 'https://example.com/guide(1)' }]]),
    problems: new Map(),
    steps: new Map(steps.map((step) => [step.id, step])),
    stops: new Map(['wait', 'escalate'].map((id) => [id, { id, title: both(`Stop ${id}`), body: both('Why it ends.'), sources: ['000'] }])),
    topics: [],
    diagnostics: new Map(),
    faq: new Map([...'abcdefghij'].map((id) => [id, { ...question, id }])),
    safety: [],
    places: new Map(),
    phrases: new Map([...realPhrases(), ['reason.service', both('Same service.')], ['reason.time', both('It began shortly before.')]]),
    vocabulary: new Map(),
    playbooks: { problems: new Map(), steps: new Map() },
  };
}

export function both(text: string): Text {
  return { en: text, ja: `日本語 ${text}` };
}

/** A question with everything that it can have. */
const question: FaqContent = {
  id: 'a',
  question: both('Where is it?'),
  answer: both('There.\n\nOr elsewhere.'),
  facts: [{ label: both('Place'), value: both('HKEY_LOCAL_MACHINE\\SOFTWARE') }],
  departs: both('The guide (000) says otherwise.'),
  sources: ['000'],
};

/** A step that anybody may take, with one long command. */
export const restart: StepContent = {
  id: 'restart',
  risk: 'R1',
  audience: 'employee',
  when: null,
  guard: null,
  learns: null,
  title: both('Restart OneDrive'),
  why: both('A fresh start asks for a new sign-in.'),
  actions: [both('Close it.'), both('Start it again.')],
  commands: [
    { shell: 'run', text: '%localappdata%\\Microsoft\\OneDrive\\onedrive.exe /reset "two words" [x] *y* $'.concat('{z}'), note: both('64-bit') },
  ],
  needsAdmin: false,
  checks: [],
  verify: both('The icon turns blue.'),
  undo: both('Start it again.'),
  isUndoable: true,
  notWhere: null,
  departs: null,
  labels: null,
  sources: ['000'],
};

/** A step that only IT takes, with everything a step can have. */
export const leave: StepContent = {
  ...restart,
  id: 'leave',
  risk: 'R3',
  title: both('Leave and rejoin'),
  needsAdmin: true,
  commands: [
    { shell: 'cmd', text: 'dsregcmd /leave', note: null },
    { shell: 'powershell', text: 'Get-Item "HKLM:\\SOFTWARE\\Microsoft"\nGet-Date', note: null },
  ],
  checks: [both('A restore point exists.')],
  undo: null,
  isUndoable: false,
  notWhere: both('Outside the office.'),
  departs: both('The guide says otherwise.'),
  labels: { worked: both('It opens'), failing: both('It does not') },
};

const reached: CodeContent = {
  code: '0x8004de40',
  grade: 'A',
  told: { meaning: both('It could not reach the sign-in service.'), owner: 'network', fix: both('Start it again.') },
  alike: [],
  sources: ['000'],
};

const code: FactContent = {
  ...fact('code', [value('none', true)]),
  isList: true,
  match: 'any',
  pattern: '^0x[0-9a-f]{8}$',
};

const os: FactContent = {
  ...fact('os', [
    ...['windows-11', 'windows-10', 'macos', 'ios', 'android'].map((name) => value(name, true)),
    ...['windows-7-sp1', 'windows-7-rtm', 'linux'].map((name) => value(name, false)),
    { ...value('windows-7', false), isOffered: false },
  ]),
  isList: true,
  imprecise: new Map([
    ['windows-7', ['windows-7-sp1', 'windows-7-rtm']],
    ['windows', ['windows-11', 'windows-10', 'windows-7-sp1', 'windows-7-rtm']],
  ]),
};

const web: FactContent = fact('web', [value('works', true), value('fails', true)]);

const tried: FactContent = { ...fact('tried', []), question: null, isList: true, match: 'any' };

function fact(name: string, values: readonly ValueContent[]): FactContent {
  const question = { ask: both(`What about ${name}?`), why: both('It matters.'), again: both(`Which ${name} exactly?`) };
  return { name, isList: false, match: 'first', evidence: 'person', imprecise: new Map(), title: both(name), question, values, pattern: null };
}

function value(name: string, isMain: boolean): ValueContent {
  return { value: name, label: both(name), short: both(name), isMain, isOffered: true };
}

function realPhrases(): readonly (readonly [string, Text])[] {
  const files = readdirSync(FOLDER).filter((name) => /^phrases.*\.yaml$/.test(name));
  return files.flatMap((name) => Object.entries(parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Record<string, Text>));
}
