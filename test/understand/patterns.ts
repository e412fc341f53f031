import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';

/** A regular expression of src/understand and the file it stands in. */
export interface Pattern {
  readonly file: string;
  readonly pattern: RegExp;
}

const ROOT = 'src/understand';

/** Every regular expression that is written in the source, and every one that is put together when its file is loaded. */
export async function patternsOfTheReader(): Promise<readonly Pattern[]> {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const found: Pattern[] = [];
  for (const file of files) {
    const tree = parseSync(readFileSync(join(ROOT, file), 'utf8'), { syntax: 'typescript', target: 'es2024' });
    for (const { pattern, flags } of literalsIn(tree)) found.push({ file, pattern: new RegExp(pattern, flags) });
  }
  return [...found, ...(await constructedIn(files))];
}

interface Literal {
  readonly pattern: string;
  readonly flags: string;
}

function literalsIn(node: unknown): readonly Literal[] {
  if (typeof node !== 'object' || node === null) return [];
  const inner = Object.values(node).flatMap(literalsIn);
  if (!('type' in node && node.type === 'RegExpLiteral' && 'pattern' in node && 'flags' in node)) return inner;
  return [{ pattern: String(node.pattern), flags: String(node.flags) }];
}

async function constructedIn(files: readonly string[]): Promise<readonly Pattern[]> {
  const original = globalThis.RegExp;
  const found: Pattern[] = [];
  try {
    for (const file of files) {
      globalThis.RegExp = new Proxy(original, {
        construct: (target, [pattern, flags]: [string, string?]) => {
          const made = new target(pattern, flags);
          found.push({ file, pattern: made });
          return made;
        },
      });
      await import(`../../${ROOT}/${file}`);
    }
  } finally {
    globalThis.RegExp = original;
  }
  return found;
}
