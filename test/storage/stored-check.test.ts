import { describe, expect, it } from '@jest/globals';
import { parseLoaded } from '../../src/storage/loaded-row.ts';

const stored = (more: object) => {
  const intake = { id: 'i', revision: 3, state: 'open', facts: {}, ...more };
  return parseLoaded({ revision: 1, person: null, intake, is_seen: false, answer: null }).intake?.check;
};

describe('how it stands with the check, in an intake that is stored', () => {
  it.each([
    ['by a version that had none', {}, { state: 'none' }],
    ['when it was offered', { check: { state: 'offered', under: 'web' } }, { state: 'offered', under: 'web' }],
    ['when it is wanted', { check: { state: 'wanted' } }, { state: 'wanted' }],
    ['by a version that knows more', { check: { state: 'planned' } }, { state: 'none' }],
  ])('%s, is read', (_when, more, check) => {
    expect(stored(more)).toEqual(check);
  });
});
