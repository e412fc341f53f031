import { describe, expect, it } from '@jest/globals';
import { maskIdentifiers } from '../../src/understand/mask.ts';
import { identifying } from './damage.ts';
import { read } from './lexicon.ts';
import { englishPastes } from './pastes-en.ts';
import { japanesePastes } from './pastes-ja.ts';

const sets = [...englishPastes, ...japanesePastes];
const valuesOf = (text: string) => Object.fromEntries(Object.entries(read(text).facts).map(([fact, { values }]) => [fact, values.join()]));
const isPrivateIn = (text: string) => identifying.filter((word) => text.toLowerCase().includes(word.toLowerCase()));

describe('what commands print', () => {
  it.each(sets)('states what it states, and nothing else: %s', (_, text, facts) => {
    expect(valuesOf(text)).toEqual(facts);
  });

  it.each(sets)('says the same when it is masked, and names nobody: %s', (_, text) => {
    const masked = maskIdentifiers(text);

    expect(isPrivateIn(masked)).toEqual([]);
    expect(valuesOf(masked)).toEqual(valuesOf(text));
  });

  it.each(sets)('is evidence without names: %s', (_, text) => {
    expect(isPrivateIn(JSON.stringify(read(text).facts))).toEqual([]);
  });

  it('is remembered by the line that states it', () => {
    const { facts } = read('Current WinHTTP proxy settings:\n    Proxy Server(s) :  proxy01.fabrikam.example:8080\n');

    expect(facts.proxy).toEqual({ values: ['present'], source: { kind: 'pasted', line: 'Proxy Server(s) : [name]' } });
  });
});
