import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseSpellings, SpellingsError } from '../../src/knowledge/spellings.ts';

const yaml = readFileSync('knowledge/spellings.yaml', 'utf8');

function faultsOf(text: string): readonly string[] {
  try {
    parseSpellings(text, 'spellings.yaml');
  } catch (error) {
    if (error instanceof SpellingsError) return error.faults;
    throw error;
  }
  return [];
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
    expect(faults[0]).toContain(`spellings.yaml:${lineOf("'hcw'")} `);
    expect(faults[1]).toContain(`spellings.yaml:${lineOf("'<onedrive>'")} `);
  });

  it.each([
    ['a phrase that can be empty', "'hcw'", "'[hcw]'"],
    ['a phrase that stands for too much', "'hcw'", `'${'(a|b|c|d)'.repeat(6)}'`],
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
