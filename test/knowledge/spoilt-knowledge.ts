import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inOneLine, KnowledgeFaults } from '../../src/knowledge/knowledge-fault.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { loadSpellings } from '../../src/knowledge/spellings.ts';

export const KNOWLEDGE = join(import.meta.dirname, '../../knowledge');

/** One thing done to a file of a copy of the real knowledge. */
export interface Spoiling {
  readonly file: string;
  readonly change: (text: string) => string | Buffer;
}

/** Replaces `from`, which must be there, by `to`. */
export function swap(file: string, from: string, to: string): Spoiling {
  return {
    file,
    change: (text) => {
      if (!text.includes(from)) throw new Error(`${file} does not have "${from}", so the test spoils nothing.`);
      return text.replace(from, () => to);
    },
  };
}

export function append(file: string, more: string): Spoiling {
  return { file, change: (text) => `${text}\n${more}\n` };
}

/** The lines that loading a spoilt copy of the real knowledge gives; empty when it loads. */
export function linesAfter(...spoilings: readonly Spoiling[]): readonly string[] {
  return linesOf(loadKnowledge, spoilings);
}

/** The same for reading its words. */
export function wordLinesAfter(...spoilings: readonly Spoiling[]): readonly string[] {
  return linesOf(loadSpellings, spoilings);
}

function linesOf(load: (folder: string) => unknown, spoilings: readonly Spoiling[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'kiku-knowledge-'));
  try {
    cpSync(KNOWLEDGE, folder, { recursive: true });
    for (const { file, change } of spoilings) writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
    load(folder);
    return [];
  } catch (error) {
    if (error instanceof KnowledgeFaults) return error.faults.map(inOneLine);
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
