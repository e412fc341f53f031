import { describe, expect, it } from '@jest/globals';
import { parseLoaded } from '../../src/storage/loaded-row.ts';

const stored = (more: object) => {
  const intake = { id: 'i', revision: 3, state: 'open', facts: {}, ...more };
  return parseLoaded({ revision: 1, person: null, intake, is_seen: false, answer: null }).intake;
};

const said = { values: ['windows-10'], source: { kind: 'written', words: 'w10', isDeliberate: true } };
const shown = { values: ['windows-11'], source: { kind: 'pasted', line: 'OS Name: Microsoft Windows 11 Pro' } };

describe('what was said twice and differently, in an intake that is stored', () => {
  it.each([
    ['by a version that asked about none', {}, []],
    [
      'while it is asked about',
      { contradictions: [{ fact: 'os', earlier: said, later: shown, isOver: false }] },
      [{ fact: 'os', earlier: said, later: shown, isOver: false }],
    ],
    ['in a form that nobody knows', { contradictions: [{ fact: 'os', sides: [said, shown] }] }, []],
  ])('%s, is read', (_when, more, contradictions) => {
    expect(stored(more)?.contradictions).toEqual(contradictions);
  });

  it('keeps how deliberate words were, and words that an older version stored', () => {
    const old = { values: ['windows-7'], source: { kind: 'written', words: 'win7' } };

    expect(stored({ facts: { os: said } })?.facts).toEqual({ os: said });
    expect(stored({ facts: { os: old } })?.facts).toEqual({ os: old });
  });
});
