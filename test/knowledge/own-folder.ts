import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inOneLine, KnowledgeFaults } from '../../src/knowledge/knowledge-fault.ts';
import { type Read, readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { KNOWLEDGE } from './spoilt-knowledge.ts';

/** Files of an organisation's own folder, by their paths in it. */
export type OwnFiles = Readonly<Record<string, string | Buffer>>;

/** A problem of an organisation's own, with everything it needs. */
export const COFFEE: OwnFiles = {
  'codes/coffee.yaml': `
'0x00c0ffee':
  grade: B
  owner: device
  meaning: { en: 0x00c0ffee means there is no more coffee., ja: 0x00c0ffee は、コーヒーがないときのエラーです。 }
  sources: [house]
`,
  'sources.yaml': "house: { title: { en: House rules, ja: 社内の手引き }, date: '2026' }",
  'steps/coffee.yaml': `
fill-up:
  risk: R1
  audience: employee
  when: { beans: [none] }
  title: { en: Fill up, ja: 豆を補充する }
  why: { en: Without beans there is no coffee., ja: 豆がないと、コーヒーはできません。 }
  actions:
    - { en: 'Take beans from {org.cupboard}.', ja: '{org.cupboard}から豆を取ります。' }
  verify: { en: The light is green., ja: ランプが緑色になります。 }
  undo: { en: Take them out again., ja: 豆を取り出します。 }
  sources: [house]
`,
  'stops/coffee.yaml': `
no-coffee:
  title: { en: Somebody looks at the machine, ja: 担当者が確認します }
  body: { en: 'Tea is in {org.cupboard}.', ja: '紅茶は{org.cupboard}にあります。' }
  sources: [house]
`,
  'organisation.yaml': 'cupboard: { en: the cupboard, ja: 戸棚 }',
  'facts.yaml': `
beans:
  title: { en: Beans, ja: 豆 }
  match: first
  question:
    ask: { en: Are there beans?, ja: 豆は残っていますか。 }
    why: { en: The machine does not say., ja: 本体には表示されません。 }
  values:
    some: { label: { en: There are some, ja: 残っている }, main: true }
    none: { label: { en: There are none, ja: 残っていない }, main: true }
`,
  'spellings.yaml': `
lists:
  works: ['brews']
facts:
  beans:
    several: first
    whenNegated: null
    values:
      none: ['(no|out of) beans', '豆がない']
`,
  'problems/coffee.yaml': `
id: coffee
title: { en: No coffee, ja: コーヒーが出ない }
codes: ['0x00c0ffee']
symptoms: []
products: []
opening: []
questions:
  - { fact: beans }
branches:
  - id: all
    steps: [fill-up]
    stops:
      - { id: no-coffee, kind: escalate }
paths:
  - title: No beans
    because: Without beans the machine can do nothing (house).
    audience: employee
    facts: { code: ['0x00c0ffee'], beans: none }
    steps: [fill-up]
    stop: no-coffee
`,
};

/** A folder with these files; whoever asks for it takes it away again. */
export function ownFolder(files: OwnFiles): string {
  const folder = mkdtempSync(join(tmpdir(), 'kiku-own-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

/** What is read with these files laid over the real knowledge: all of it, or the faults with the folder's name taken off theirs. */
export function readWith(files: OwnFiles): { readonly read: Read | null; readonly lines: readonly string[] } {
  const own = ownFolder(files);
  try {
    return { read: readKnowledge({ ours: KNOWLEDGE, own }), lines: [] };
  } catch (error) {
    if (!(error instanceof KnowledgeFaults)) throw error;
    return { read: null, lines: error.faults.map((fault) => inOneLine(fault).replaceAll(own, 'OWN')) };
  } finally {
    rmSync(own, { recursive: true });
  }
}
