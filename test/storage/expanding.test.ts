import { describe, expect, it } from '@jest/globals';
import { readMigrations } from '../../src/storage/migrations.ts';

/**
 * What would stop a version that is still running while the next one brings its schema. What is to go is first read by nobody, for one release; then
 * it is let go with a line `-- nobody reads it since VERSION` above the statement.
 */
const CONTRACTING: readonly (readonly [string, RegExp])[] = [
  ['takes a table away', /\bdrop (?:table|schema|view)\b/],
  ['takes a column away', /\bdrop column\b/],
  ['gives another name', /\brename\b/],
  ['changes a type', /\balter column \w+ (?:set data )?type\b/],
  ['wants what an older version leaves out', /\bset not null\b|\balter column \w+ drop default\b/],
  ['has a column that an older version does not fill', /\badd column (?!.*\bdefault\b).*\bnot null\b/],
  ['refuses what was right before', /\badd (?:constraint \w+ )?(?:check|unique|foreign key|primary key)\b|\badd constraint\b/],
];
const AGREED = /^-- nobody reads it since \d+\.\d+\.\d+$/m;

describe('a migration', () => {
  it('leaves a schema that the version before it can go on working with', async () => {
    const migrations = await readMigrations();

    expect(migrations.length).toBeGreaterThan(7);
    expect(migrations.flatMap(({ name, text }) => contracting(text).map((why) => `${name} ${why}`))).toEqual([]);
  });

  it.each<[string, string, readonly string[]]>([
    ['adds a table', 'create table kiku.a (b text not null);', []],
    ['adds a column that may be empty', 'alter table kiku.a add column b text;', []],
    ['adds a column with a default', "alter table kiku.a add column b text not null default '';", []],
    ['adds a column that must be filled', 'alter table kiku.a add column b text not null;', ['has a column that an older version does not fill']],
    ['takes a column away', 'alter table kiku.a\n  drop column b;', ['takes a column away']],
    ['takes a column away that nobody reads', '-- nobody reads it since 1.4.0\nalter table kiku.a drop column b;', []],
    [
      'takes two away, one of which is read',
      '-- nobody reads it since 1.4.0\nalter table kiku.a drop column b;\ndrop table kiku.c;',
      ['takes a table away'],
    ],
    ['renames', 'alter table kiku.a rename column b to c;', ['gives another name']],
    ['tells of dropping in words', '-- drop table kiku.a would be wrong\nselect 1;', []],
  ])('that %s is seen as what it is', (_name, text, found) => {
    expect(contracting(text)).toEqual(found);
  });
});

function contracting(text: string): readonly string[] {
  return text.split(';').flatMap((statement) => {
    if (AGREED.test(statement)) return [];
    const bare = statement.replaceAll(/--.*$/gm, '').replaceAll(/\s+/g, ' ').toLowerCase();
    return CONTRACTING.filter(([, pattern]) => pattern.test(bare)).map(([why]) => why);
  });
}
