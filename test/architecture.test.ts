import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { expectPart } from './kept-part.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PAGE = join(ROOT, 'docs/architecture.md');
const [BEGINS, ENDS] = ['<!-- rooms: written by test/architecture.test.ts -->', '<!-- /rooms -->'];
/** They know every folder, by what they are for. */
const NOT_DRAWN: ReadonlySet<string> = new Set(['cli']);

const page = readFileSync(PAGE, 'utf8');
const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

describe('docs/architecture.md', () => {
  it('draws which folder imports which (what was stale has been written anew: look at it and keep it)', () => {
    expectPart(PAGE, [BEGINS, ENDS], `${BEGINS}\n${picture()}\n${ENDS}`);
  });

  it('says of every folder what it is for', () => {
    const told = [...page.matchAll(/^\| `([a-z]+)` \|/gm)].map(([, name]) => name);
    expect(folders.filter((name) => !told.includes(name))).toEqual([...NOT_DRAWN]);
    expect(told.filter((name) => name !== undefined && !folders.includes(name))).toEqual([]);
  });

  it('names only files that are there', () => {
    const named = [...page.matchAll(/`((?:[\w-]+\/)*[\w.-]+\.(?:ts|cjs|json|yaml))`/g)].map(([, name = '']) => name);
    const inPictures = [...page.matchAll(/\[(alerts|advisories|src)\/([a-z]+)/g)].map(([, room = '', name = '']) =>
      room === 'src' ? `src/${name}` : `src/${room}/${name}.ts`,
    );
    expect(named.length).toBeGreaterThan(10);
    expect([...named, ...inPictures].filter((name) => !isThere(name))).toEqual([]);
  });
});

function isThere(name: string): boolean {
  return existsSync(join(ROOT, name)) || globSync(`{src,test,knowledge}/**/${name}`, { cwd: ROOT }).length > 0;
}

/** An arrow for each pair of folders of which a file of one imports a file of the other; two that import one another share one. */
function picture(): string {
  const pairs = new Set(folders.filter((name) => !NOT_DRAWN.has(name)).flatMap((from) => importedBy(from).map((to) => `${from} ${to}`)));
  const arrows = [...pairs].sort().flatMap((pair) => {
    const [from = '', to = ''] = pair.split(' ');
    if (!pairs.has(`${to} ${from}`)) return [`  ${drawn(from)} --> ${drawn(to)}`];
    return from < to ? [`  ${drawn(from)} <--> ${drawn(to)}`] : [];
  });
  return ['```mermaid', 'flowchart TB', ...arrows, '```'].join('\n');
}

function importedBy(folder: string): readonly string[] {
  const files = globSync('**/*.ts', { cwd: join(ROOT, 'src', folder) }).map((file) => join(folder, file));
  const found = files.flatMap((file) =>
    [...readFileSync(join(ROOT, 'src', file), 'utf8').matchAll(/ from '(\.{1,2}\/[^']+)'/g)].map(([, path = '']) => {
      const [room = '', ...rest] = normalize(join(dirname(file), path)).split('/');
      return rest.length === 0 ? folder : room;
    }),
  );
  return [...new Set(found)].filter((room) => room !== folder);
}

/** `graph` is a word of the notation's own. */
function drawn(folder: string): string {
  return folder === 'graph' ? 'graph_[graph]' : folder;
}
