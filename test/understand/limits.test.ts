import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maskIdentifiers } from '../../src/understand/mask.ts';
import { read } from './lexicon.ts';

const SIZE = 30_000;
const seeds = [
  'a',
  ' ',
  '\n',
  ' \n ',
  '0x8004de4',
  '0x8004de40 ',
  'caa',
  '8004de4-',
  'browser works ',
  'not ',
  'no ',
  'windows 10 and ',
  'users ',
  'our users ',
  'ブラウザでは',
  '使えない',
  '> ',
  'a@',
  'a.',
  '1.1.',
  'a:',
  'a : b\n',
  '-1',
  'but ',
  'sorry, it ',
  ',,、',
  '\u200b',
  '😀',
  'TLS_RSA_X\n',
  'c:\\users\\',
];

describe('any text', () => {
  // Some 10 ms each; a pattern that is not linear would need minutes.
  it.each(seeds)('is read without getting stuck, repeated to 30 KB: %j', (seed) => {
    const text = seed.repeat(Math.ceil(SIZE / seed.length));
    const before = performance.now();

    read(text, 'web');
    maskIdentifiers(text);

    expect(performance.now() - before).toBeLessThan(2000);
  });

  it('never throws, and every fact has a value and words from the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(...seeds, 'OneDrive', 'Windows 10', '0x8004de40', 'です', 'AzureAdJoined : YES\n', '社内', 'yes', 'TLS 1.2'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom(null, 'os', 'web', 'code'), (pieces, openFact) => {
        const understanding = read(pieces.join(' '), openFact);

        for (const known of Object.values(understanding.facts)) {
          expect(known.values.length).toBeGreaterThan(0);
          expect(new Set(known.values).size).toBe(known.values.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reads the same whatever the width and case of the letters', () => {
    const wide = (text: string) => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
    for (const text of ['OneDrive 0x8004de40 Windows 10', 'no proxy, at home', 'CAA50021 on a Mac']) {
      const values = (written: string) => Object.entries(read(written).facts).map(([fact, known]) => [fact, known.values]);

      expect(values(wide(text))).toEqual(values(text));
      expect(values(text.toUpperCase())).toEqual(values(text));
    }
  });
});
