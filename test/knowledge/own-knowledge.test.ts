import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { understand } from '../../src/understand/understand.ts';
import { COFFEE, type OwnFiles, readWith } from './own-folder.ts';
import { KNOWLEDGE } from './spoilt-knowledge.ts';

const ours = readKnowledge({ ours: KNOWLEDGE, own: null }).knowledge;

/** An entry of one of our files, as it stands there. */
function entryOf(file: string, id: string): string {
  const text = readFileSync(join(KNOWLEDGE, file), 'utf8');
  const found = new RegExp(`^${id}:.*\\n(?:[ #].*\\n|\\n)*`, 'm').exec(text);
  if (found === null) throw new Error(`${file} has no "${id}".`);
  return found[0];
}

describe('a folder of an organisation', () => {
  it('adds a problem with everything it needs, in words that are understood', () => {
    const { read, lines } = readWith(COFFEE);

    expect(lines).toEqual([]);
    expect(read?.knowledge.problems.get('coffee')?.paths).toHaveLength(1);
    expect(read?.knowledge.problems.size).toBe(ours.problems.size + 1);
    expect(read?.knowledge.stops.get('no-coffee')?.body).toEqual({ en: 'Tea is in the cupboard.', ja: '紅茶は戸棚にあります。' });
    if (read === null) throw new Error('Nothing was read.');
    expect(understand('We are out of beans, error 0x00C0FFEE', read.lexicon, {}).facts).toMatchObject({
      code: { values: ['0x00c0ffee'] },
      beans: { values: ['none'] },
    });
  });

  it('says one of our steps, stops and phrases differently, and the rest stays', () => {
    const step = entryOf('steps/everyday.yaml', 'restart-onedrive').replace(/title: \{.*\}/, 'title: { en: Start it again, ja: 起動し直す }');
    const { read, lines } = readWith({
      'steps/ours.yaml': step,
      'phrases-ours.yaml': 'button.worked: { en: Yes that did it, ja: 直りました }',
    });

    expect(lines).toEqual([]);
    expect(read?.knowledge.steps.get('restart-onedrive')?.title.en).toBe('Start it again');
    expect(read?.knowledge.steps.size).toBe(ours.steps.size);
    expect(read?.knowledge.phrases.get('button.worked')?.ja).toBe('直りました');
  });

  it('puts its own words into our texts', () => {
    const { read } = readWith({ 'organisation.yaml': 'portal: { en: our portal, ja: 社内ポータル }' });

    expect(JSON.stringify(read?.knowledge.steps.get('test-web')?.actions)).toContain('社内ポータル');
    expect(JSON.stringify([...(read?.knowledge.steps.values() ?? [])])).not.toContain('{org.');
  });

  it('replaces one of our problems whole, and our steps need no path of its', () => {
    const problem = String(COFFEE['problems/coffee.yaml']).replace('id: coffee', 'id: onedrive-connectivity');
    const { read, lines } = readWith({ ...COFFEE, 'problems/coffee.yaml': problem });

    // What else refers to our problem is right to miss it: its steps are there still.
    expect(lines).toEqual([]);
    expect(read?.knowledge.problems.get('onedrive-connectivity')?.title.en).toBe('No coffee');
  });

  it('keeps the place of a fact that is said anew', () => {
    const fact = entryOf('facts.yaml', 'web').replace(/title: \{.*\}/, 'title: { en: In the browser, ja: ブラウザー }');
    const { read, lines } = readWith({ 'facts.yaml': fact });

    expect(lines).toEqual([]);
    expect([...(read?.knowledge.facts.keys() ?? [])]).toEqual([...ours.facts.keys()]);
    expect(read?.knowledge.facts.get('web')?.title.en).toBe('In the browser');
  });
});

const text = (file: string): string => String(COFFEE[file]);
const changed = (file: string, from: string, to: string): OwnFiles => {
  if (!text(file).includes(from)) throw new Error(`${file} does not have "${from}", so the test spoils nothing.`);
  return { ...COFFEE, [file]: text(file).replace(from, () => to) };
};

const cases: readonly (readonly [string, () => OwnFiles, RegExp])[] = [
  ['a missing language', () => changed('stops/coffee.yaml', ', ja: 担当者が確認します', ''), /^OWN\/stops\/coffee.yaml:3: .*\(ja\) is missing; /],
  [
    'an unknown fact',
    () => changed('problems/coffee.yaml', '{ fact: beans }', '{ fact: beens }'),
    /^OWN\/problems\/coffee.yaml:9: there is no fact "beens" \(did you mean "beans"\?\); /,
  ],
  [
    'a value outside the list',
    () => changed('steps/coffee.yaml', 'beans: [none]', 'beans: [nune]'),
    /^OWN\/steps\/coffee.yaml:5: .* has no value "nune" \(did you mean "none"\?\); /,
  ],
  [
    'a guard on an undefined fact',
    () => changed('steps/coffee.yaml', 'when: {', 'guard: { milk: [yes] }\n  when: {'),
    /^OWN\/steps\/coffee.yaml:5: there is no fact "milk"/,
  ],
  [
    'a duplicate id',
    () => ({ ...COFFEE, 'steps/more.yaml': text('steps/coffee.yaml') }),
    /^OWN\/steps\/more.yaml:2: the step "fill-up" is in \S*coffee.yaml:2 already; /,
  ],
  [
    'a circle',
    () => changed('problems/coffee.yaml', '{ fact: beans }', '{ fact: beans, askIf: { beans: [some] } }'),
    /^OWN\/problems\/coffee.yaml:9: .*hangs on itself/,
  ],
  [
    'a tab for a space',
    () => changed('steps/coffee.yaml', '  risk: R1', '\trisk: R1'),
    /^OWN\/steps\/coffee.yaml:3: the line is indented with a tab; use spaces$/,
  ],
  ['a file of 1 MB', () => ({ ...COFFEE, 'stops/big.yaml': `# ${'x'.repeat(1_000_001)}` }), /^OWN\/stops\/big.yaml:1: .*more than 1 MB; /],
  [
    'a step on no worked path',
    () => changed('problems/coffee.yaml', 'steps: [fill-up]\n    stop:', 'steps: []\n    stop:'),
    /^OWN\/problems\/coffee.yaml:16: the path "No beans" goes fill-up/,
  ],
  [
    'a fact that loses a value of ours',
    () => ({ 'facts.yaml': entryOf('facts.yaml', 'web').replace(/^ {4}fails: .*\n/m, '') }),
    /^OWN\/facts.yaml:\d+: the fact "web" loses "fails" of its values/,
  ],
  [
    'a fact that is compared differently',
    () => ({ 'facts.yaml': entryOf('facts.yaml', 'web').replace('match: first', 'match: any') }),
    /^OWN\/facts.yaml:1: the fact "web" has another "match" than ours/,
  ],
  ['a fact of ours that is nothing', () => ({ 'facts.yaml': 'os:' }), /^OWN\/facts.yaml:1: "os/],
  ['a thing that points to another', () => ({ 'stops/x.yaml': 'a: &a { title: *a }' }), /^OWN\/stops\/x.yaml:1: "\*a" points to another place; /],
  [
    'a phrase that Kiku never says',
    () => ({ 'phrases.yaml': 'button.werked: { en: Good, ja: 直った }' }),
    /^OWN\/phrases.yaml:1: Kiku says no phrase "button.werked" \(did you mean "button.worked"\?\); /,
  ],
  [
    'a phrase with an argument it is not given',
    () => ({ 'phrases.yaml': "solved.title: { en: 'Solved {name}', ja: '{name}は解決しました' }" }),
    /^OWN\/phrases.yaml:1: the phrase "solved.title" is never given \{name\}/,
  ],
  [
    'a word of the organisation that nobody set',
    () => ({ ...COFFEE, 'organisation.yaml': 'cupbord: { en: the cupboard, ja: 戸棚 }' }),
    /^OWN\/stops\/coffee.yaml:4: .*\{org.cupboard\} \(did you mean "cupbord"\?\); /,
  ],
  [
    'a word of the organisation that no text uses',
    () => ({ 'organisation.yaml': 'portale: { both: example.com }' }),
    /^OWN\/organisation.yaml:1: no text uses \{org.portale\} \(did you mean "portal"\?\); /,
  ],
  ['a file nobody reads', () => ({ 'fact.yaml': '' }), /^OWN\/fact.yaml:1: the file "fact.yaml" is not read \(did you mean "facts.yaml"\?\); /],
  ['a folder nobody reads', () => ({ 'step/x.yaml': '' }), /^OWN\/step:1: the folder "step" is not read \(did you mean "steps"\?\); /],
  ['a file of another kind', () => ({ 'steps/x.txt': '' }), /^OWN\/steps\/x.txt:1: only files that end in .yaml are read; /],
  ['a phrase of the spellings that cannot be read', () => changed('spellings.yaml', "'豆がない'", "'豆が(ない'"), /^OWN\/spellings.yaml:9: /],
  [
    'a new fact that does not say how it is read',
    () => changed('spellings.yaml', '    several: first\n', ''),
    /^OWN\/spellings.yaml:5: "beans" is new here/,
  ],
];

describe('a faulty folder of an organisation', () => {
  it.each(cases)('is refused with a line in its own file: %s', (_name, files, expected) => {
    const { lines } = readWith(files());

    expect(lines.filter((line) => expected.test(line))).toHaveLength(1);
    for (const line of lines) expect(line).toMatch(/^OWN\/[a-z./-]+:\d+: [^\n]+; [^\n]+$/);
  });

  it('is refused with everything at once', () => {
    const { lines } = readWith({
      ...COFFEE,
      'fact.yaml': '',
      'codes/coffee.yaml': 'x: [',
      'spellings.yaml': 'nonsense: 1',
      'organisation.yaml': 'a: 1',
    });

    for (const file of ['fact', 'codes/coffee', 'spellings', 'organisation'])
      expect(lines.filter((line) => line.startsWith(`OWN/${file}.yaml:`))).not.toEqual([]);
  });

  it('is one line when it is not there', () => {
    expect(() => readKnowledge({ ours: KNOWLEDGE, own: '/nowhere/at/all' })).toThrow(
      /^\/nowhere\/at\/all:1: KNOWLEDGE_DIR is no folder that is there; [^\n]+$/,
    );
  });
});

it('leaves what editors and people put beside it', () => {
  expect(readWith({ 'README.md': 'x', '.git/config': 'x', 'steps/.x.yaml.swp': 'x', 'steps/x.yaml~': 'x' }).lines).toEqual([]);
});
