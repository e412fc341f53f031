import { describe, expect, it } from '@jest/globals';
import { maskIdentifiers } from '../../src/understand/mask.ts';
import { damaged, identifying } from './damage.ts';
import { read } from './lexicon.ts';
import { dsregcmd, HYBRID, SUITES, suiteList, suiteTable } from './outputs-device.ts';
import { moreEnglishPastes, moreJapanesePastes } from './pastes-blind.ts';
import { englishPastes } from './pastes-en.ts';
import { japanesePastes } from './pastes-ja.ts';
import { quotedPastes } from './pastes-quoted.ts';

const sets = [...englishPastes, ...japanesePastes, ...moreEnglishPastes, ...moreJapanesePastes, ...quotedPastes];
const stated = (text: string) => Object.fromEntries(Object.entries(read(text).facts).map(([fact, { values }]) => [fact, values.join()]));
const identifiersIn = (text: string) => identifying.filter((word) => text.toLowerCase().includes(word.toLowerCase()));

describe('what commands print', () => {
  it.each(sets)('states what it states, and nothing else: %s', (_, text, facts) => {
    expect(stated(text)).toEqual(facts);
  });

  it.each([
    ['with the line breaks of Windows', damaged.crlf],
    ['without indentation', damaged.stripped],
    ['with hard spaces', (text: string) => text.replaceAll(' ', '\u00a0')],
    ['with tabs', (text: string) => text.replace(/ {2,}/g, '\t')],
    ['with an empty line after each', (text: string) => text.replaceAll('\n', '\n\n')],
    ['wrapped', (text: string) => (text.includes('&nbsp;') ? text : damaged.wrapped(text, 70))],
    ['with words around it', (text: string) => `Hello, this is what it printed.\n${text}\nWhat does it mean?`],
  ])('says the same %s', (_, damage) => {
    const different = sets.filter(([, text, facts]) => JSON.stringify(sorted(stated(damage(text)))) !== JSON.stringify(sorted(facts)));

    expect(different.map(([what]) => what)).toEqual([]);
  });

  it.each([
    ['join', dsregcmd(HYBRID), 'hybrid'],
    ['ciphers', suiteTable(SUITES), 'ok'],
    ['ciphers', suiteList(SUITES), 'ok'],
  ])('says nothing wrong of %s, wherever it is cut', (fact, text, value) => {
    const ends = Array.from({ length: 60 }, (_, part) => Math.floor((text.length * part) / 60));
    const values = ends.flatMap((end) => [text.slice(0, end), text.slice(end)]).map((part) => stated(part)[fact] ?? value);

    expect(new Set(values)).toEqual(new Set([value]));
  });
});

describe('masked output', () => {
  it.each(sets)('says the same and names nobody: %s', (_, text) => {
    const masked = maskIdentifiers(text);

    expect(identifiersIn(masked)).toEqual([]);
    expect(stated(masked)).toEqual(stated(text));
  });

  it.each([
    ['with the line breaks of Windows', damaged.crlf],
    ['without indentation', damaged.stripped],
    // Where somebody's name ends in a chat without line breaks, nobody can tell.
    ['in one line', (text: string) => (/9:41|From:/.test(text) ? text : damaged.flat(text))],
    ['as HTML', damaged.html],
    ['with hard spaces', (text: string) => text.replaceAll(' ', '\u00a0')],
    ['with tabs', (text: string) => text.replace(/ {2,}/g, '\t')],
    // A name that is itself broken in two cannot be told in a path or in one long line.
    ['wrapped', (text: string) => (/&nbsp;|OneDrive - |.{300}/.test(text) ? text : damaged.wrapped(text, 70))],
    ['in wide letters', (text: string) => text.replace(/[0-9A-Za-z@.]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))],
  ])('names nobody %s', (_, damage) => {
    const naming = sets.filter(([, text]) => identifiersIn(maskIdentifiers(damage(text)).normalize('NFKC')).length > 0);

    expect(naming.map(([what]) => what)).toEqual([]);
  });

  it.each([36, 50, 60, 80])('names nobody, broken at column %d, quoted or not', (width) => {
    const broken = (text: string) => damaged.broken(text, width);
    const named = [broken, (text: string) => damaged.quoted(broken(text))].flatMap((damage) =>
      sets.filter(([, text]) => !text.includes('&nbsp;') && identifiersIn(squeezed(maskIdentifiers(damage(text)))).length > 0),
    );

    expect(named.map(([what]) => what)).toEqual([]);
  });

  it.each(sets)('is all that the facts remember: %s', (_, text) => {
    expect(identifiersIn(JSON.stringify(read(text).facts))).toEqual([]);
  });

  it('is remembered as the line that states it', () => {
    const { facts } = read('Current WinHTTP proxy settings:\n    Proxy Server(s) :  proxy01.fabrikam.example:8080\n');

    expect(facts.proxy).toEqual({ values: ['present'], source: { kind: 'pasted', line: 'Proxy Server(s) : [name]' } });
  });
});

/** Without line breaks and marks of quoting: what a break has torn is still a name. */
function squeezed(text: string): string {
  return text.replace(/[ \t]*\n[> \t]*/g, '');
}

function sorted(facts: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(facts).sort(([left], [right]) => (left < right ? -1 : 1));
}
