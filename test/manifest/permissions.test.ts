import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { TEAM_PERMISSIONS } from '../../src/manifest/check.ts';

const ROOT = join(import.meta.dirname, '../..');
/** What stands in for the cloud uses nothing, and the list itself proves nothing. */
const USING = globSync('src/**/*.ts', { cwd: ROOT }).filter((file) => !/^src\/(?:local|manifest)\//.test(file));
const NAMED = /\b(?:[A-Z][A-Za-z]+\.)+[A-Z][A-Za-z]+\.Group\b/g;

describe('the permissions that a team is asked for', () => {
  it('are those that the program says it needs, where it uses them', () => {
    const named = new Set(USING.flatMap((file) => readFileSync(join(ROOT, file), 'utf8').match(NAMED) ?? []));

    expect([...named].toSorted()).toEqual(Object.keys(TEAM_PERMISSIONS).toSorted());
  });
});
