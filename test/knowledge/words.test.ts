import { describe, expect, it } from '@jest/globals';
import { placeholders, say } from '../../src/knowledge/words.ts';

const text = { en: 'Step {number}: {title}', ja: '手順 {number}: {title}' };

describe('say', () => {
  it('fills in the arguments', () => {
    expect(say(text, 'ja', { number: '2', title: '{number}' })).toBe('手順 2: {number}');
  });

  it('throws when an argument is missing', () => {
    expect(() => say(text, 'en', { number: '2' })).toThrow('title');
  });

  it('knows its arguments', () => {
    expect(placeholders('{b} {a} {b} {0}')).toEqual(['a', 'b']);
  });
});
