import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { inOneLine, KnowledgeFaults } from '../../src/knowledge/knowledge-fault.ts';
import { loadSpellings } from '../../src/knowledge/spellings.ts';

const yaml = readFileSync('knowledge/spellings.yaml', 'utf8');

function faultsOf(text: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'kiku-spellings-'));
  try {
    copyFileSync('knowledge/facts.yaml', join(folder, 'facts.yaml'));
    writeFileSync(join(folder, 'spellings.yaml'), text);
    loadSpellings(folder);
    return [];
  } catch (error) {
    if (error instanceof KnowledgeFaults) return error.faults.map(inOneLine);
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const lineOf = (words: string) => yaml.slice(0, yaml.indexOf(words)).split('\n').length;

describe('the word lists', () => {
  it('are without fault', () => {
    expect(faultsOf(yaml)).toEqual([]);
  });

  it('report every fault with its file and line', () => {
    const broken = yaml.replace("'hcw'", "'(hcw'").replace("'<onedrive>'", "'<onedriev>'");

    const faults = faultsOf(broken);

    expect(faults).toHaveLength(2);
    expect(faults[0]).toContain(`spellings.yaml:${lineOf("'hcw'")}: `);
    expect(faults[1]).toContain(`spellings.yaml:${lineOf("'<onedrive>'")}: `);
  });

  it.each([
    ['a phrase that can be empty', "'hcw'", "'[hcw]'"],
    ['a phrase that stands for too much', "'hcw'", `'${'(a|b|c|d)'.repeat(7)}'`],
    ['a bracket that closes nothing', "'hcw'", "'hcw)'"],
    ['a missing list', '  unknown:\n', '  unknwon:\n'],
    ['a command nobody knows', '  restart:\n', '  reboot:\n'],
    ['a key nobody reads', '    several: none\n', '    sevral: none\n'],
    ['text that is not YAML', 'lists:', 'lists: ['],
  ])('refuse %s', (_, from, to) => {
    expect(yaml).toContain(from);
    expect(faultsOf(yaml.replace(from, to))).not.toEqual([]);
  });
});
