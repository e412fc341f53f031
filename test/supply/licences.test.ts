import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readThirdParties, thirdPartyPage, unlicensed } from '../../src/supply/third-party.ts';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const all = readThirdParties(JSON.parse(read('package-lock.json')));

it('THIRD-PARTY.md lists what is installed (npm run -s licences writes it anew)', () => {
  expect(read('THIRD-PARTY.md')).toBe(thirdPartyPage(all));
});

it('every licence was looked at, of what runs and of what only builds', () => {
  expect(unlicensed(all)).toEqual([]);
});

describe('a licence', () => {
  const one = (license: string | undefined) => ({
    packages: { '': {}, 'node_modules/a/node_modules/@b/c': { version: '1.0.0', ...(license === undefined ? {} : { license }) } },
  });

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['Apache-2.0 AND MIT', true],
    ['Apache-2.0 AND GPL-2.0', false],
    ['GPL-3.0', false],
    ['UNLICENSED', false],
    ['SEE LICENSE IN LICENSE', false],
    [undefined, false],
  ])('%s: %s', (license, isFine) => {
    const found = readThirdParties(one(license));

    expect(found.map(({ name }) => name)).toEqual(['@b/c']);
    expect(unlicensed(found)).toHaveLength(isFine ? 0 : 1);
  });
});
