import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { drawProblem } from '../../src/knowledge/draw.ts';
import { playbookPages } from '../../src/knowledge/playbook-page.ts';
import { knowledge } from './advice.ts';

const FOLDER = join(import.meta.dirname, '../../docs/playbooks');

const ID = '[a-z0-9]+';
const LABEL = '"[^"\\n]+"';
/** The only forms of lines that we write; Mermaid reads each of them. */
const FORMS = [
  /^flowchart TD$/,
  new RegExp(`^ {2}(?<node>${ID})\\(\\[${LABEL}\\]\\)$`),
  new RegExp(`^ {2}(?<from>${ID}) -->\\|(?:first|yes|no)\\| (?<node>${ID})(?:\\{${LABEL}\\}|\\[${LABEL}\\]|\\(\\[${LABEL}\\]\\))$`),
  new RegExp(`^ {2}(?<from>${ID}) --> (?<node>${ID})(?:\\[${LABEL}\\]|\\(\\[${LABEL}\\]\\))$`),
];

/** What is wrong with a drawing, a line each. */
function mistakesIn(drawing: string): readonly string[] {
  const nodes = new Set<string>();
  return drawing
    .trimEnd()
    .split('\n')
    .flatMap((line, index) => {
      const found = FORMS.map((form) => form.exec(line)).find((match) => match !== null);
      if (found === undefined || found === null) return [`${line} has none of our forms`];
      const { node, from } = found.groups ?? {};
      const isStrange = [
        (index === 0) !== (line === 'flowchart TD') ? `${line} stands in the wrong place` : '',
        node !== undefined && nodes.has(node) ? `${node} is there twice` : '',
        from !== undefined && !nodes.has(from) ? `${from} is not there` : '',
        /#(?!35;|quot;)/.test(line) ? `${line} begins an entity` : '',
        node === 'end' ? 'end is a word of Mermaid' : '',
      ].filter((mistake) => mistake !== '');
      if (node !== undefined) nodes.add(node);
      return isStrange;
    });
}

describe('the drawings', () => {
  it.each([...knowledge.problems.keys()])('of %s can be read by Mermaid', (id) => {
    const problem = knowledge.problems.get(id);
    const drawing = problem === undefined ? '' : drawProblem(problem, knowledge);

    expect(mistakesIn(drawing)).toEqual([]);
    for (const branch of problem?.branches ?? []) for (const step of branch.steps) expect(drawing).toContain(` ${step}`);
  });

  it.each([
    ['a quote in a label', 'flowchart TD\n  start(["a "b" c"])'],
    ['a node that is there twice', 'flowchart TD\n  start(["a"])\n  start --> start["b"]'],
    ['an arrow from nowhere', 'flowchart TD\n  start(["a"])\n  b1 --> b2["b"]'],
    ['no quotes', 'flowchart TD\n  start([a])'],
    ['another beginning', '  start(["a"])'],
  ])('would not pass with %s', (_name, drawing) => {
    expect(mistakesIn(drawing)).not.toEqual([]);
  });
});

it('docs/playbooks shows the knowledge as it is (what was stale has been written anew: look at it and keep it)', () => {
  const wanted = playbookPages(knowledge);
  mkdirSync(FOLDER, { recursive: true });
  const there = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));

  const left = there.filter((name) => !wanted.has(name));
  const stale = [...wanted].filter(([name, text]) => !there.includes(name) || readFileSync(join(FOLDER, name), 'utf8') !== text);
  for (const name of left) rmSync(join(FOLDER, name));
  for (const [name, text] of stale) writeFileSync(join(FOLDER, name), text);

  expect({ stale: stale.map(([name]) => name), left }).toEqual({ stale: [], left: [] });
});
