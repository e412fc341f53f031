import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');
const home = mkdtempSync(join(tmpdir(), 'kiku-author-'));
const own = join(home, 'our-knowledge');
afterAll(() => rmSync(home, { recursive: true }));

/** One thing that the page has its reader do: write a file, or run lines and see what they print. */
type Doing =
  | { readonly kind: 'file'; readonly file: string; readonly text: string }
  | { readonly kind: 'run'; readonly lines: string; readonly seen: readonly string[] };

/** The code blocks of the page, in order. A file's name stands bold above its text; what is seen stands below what is run. */
function doings(page: string): readonly Doing[] {
  const blocks = [...page.matchAll(/(?:^\*\*`([^`]+)`\*\*\n\n)?^```(\w+)\n(.*?)^```$/gms)].map(([, file, kind, text = '']) => ({ file, kind, text }));
  return blocks.flatMap(({ file, kind, text }, index): readonly Doing[] => {
    const next = blocks[index + 1];
    if (kind === 'yaml' && file !== undefined) return [{ kind: 'file', file, text }];
    if (kind === 'sh') return [{ kind: 'run', lines: text, seen: next?.kind === 'text' ? next.text.trimEnd().split('\n') : [] }];
    if (kind === 'text') return [];
    throw new Error(`The page has a block of ${kind} that nobody is told what to do with:\n${text}`);
  });
}

/** Runs lines as somebody does who has the terminal of this page open. */
function run(lines: string): Promise<string> {
  const env = { ...process.env, HOME: home, KNOWLEDGE_DIR: own };
  const child = spawn('bash', ['-c', lines], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(printed));
  });
}

/** A promised line; `…` stands for whatever is not promised. */
function pattern(line: string): RegExp {
  return new RegExp(
    `^${line
      .split('…')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    'm',
  );
}

it('docs/authoring.md, followed to the letter, comes to what it promises', async () => {
  const all = doings(readFileSync(join(ROOT, 'docs/authoring.md'), 'utf8'));

  for (const doing of all) {
    if (doing.kind === 'file') {
      mkdirSync(dirname(join(own, doing.file)), { recursive: true });
      writeFileSync(join(own, doing.file), doing.text);
      continue;
    }
    const printed = await run(doing.lines);
    for (const line of doing.seen) expect(printed).toMatch(pattern(line));
  }

  expect(all.filter(({ kind }) => kind === 'file')).toHaveLength(10);
  expect(all.filter((doing) => doing.kind === 'run' && doing.seen.length > 0)).toHaveLength(4);
}, 180_000);
