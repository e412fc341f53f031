import { describe, expect, it } from '@jest/globals';
import { checkTrace } from '../../src/knowledge/check-trace.ts';
import type { Page } from '../../src/knowledge/page.ts';
import type { Traced } from '../../src/knowledge/traced.ts';

const traced: Traced = {
  kinds: new Map([
    ['step', new Set(['restart', 'wait'])],
    ['source', new Set(['001', '002'])],
  ]),
  sources: new Map([
    ['step restart', ['001']],
    ['step wait', ['001', '002']],
  ]),
  departing: new Set(['step wait']),
};
const entry = (more: object) => ({ says: 'A restart may help.', from: ['001'], ...more });
const whole = Object.fromEntries(
  Array.from({ length: 184 }, (_, index) => [`F${String(index + 1).padStart(3, '0')}`, entry({ at: ['step restart'] })]),
);

function faultsOf(value: object): readonly string[] {
  const found: string[] = [];
  const page: Page = { file: 'trace.yaml', value, isBroken: false, lineOf: () => 1 };
  checkTrace(page, traced, (_page, _path, wrong, todo) => found.push(`${wrong}; ${todo}`));
  return found;
}

describe('the trace of the documents', () => {
  it('is sound when every fact has a place that is there', () => {
    expect(faultsOf(whole)).toEqual([]);
  });

  it('may retire a fact with a reason', () => {
    expect(faultsOf({ ...whole, F149: entry({ retired: 'The date has passed; nobody needs it any more.' }) })).toEqual([]);
  });

  it('may name only the step that departs from it', () => {
    expect(faultsOf({ ...whole, F077: entry({ departs: ['step wait'] }) })).toEqual([]);
  });

  it('misses a fact that is left out', () => {
    const { F077: _, ...rest } = whole;

    expect(faultsOf(rest)).toEqual([expect.stringMatching(/^the fact F077 of the documents has no place; /)]);
  });

  it.each([
    ['a fact that is in no document', { F185: entry({ at: ['step restart'] }) }, /no fact "F185"/],
    ['a step that is not there', { F001: entry({ at: ['step restrat'] }) }, /no step "restrat" \(did you mean "restart"\?\)/],
    ['a place of no kind', { F001: entry({ at: ['card restart'] }) }, /"card restart" is no place/],
    ['a document that is not there', { F001: entry({ from: ['009'], at: ['step restart'] }) }, /no source "009"/],
    [
      'a place that stands on another document',
      { F001: { ...entry({ at: ['step restart'] }), from: ['002'] } },
      /"step restart" does not stand on 002/,
    ],
    ['a departure that no card tells', { F001: entry({ departs: ['step restart'] }) }, /"step restart" departs from no document/],
    ['neither a place nor a reason', { F001: entry({}) }, /neither used nor retired/],
    ['a place and a reason', { F001: entry({ at: ['step restart'], retired: 'The date has passed; nobody needs it.' }) }, /or both/],
    ['a reason that is none', { F001: entry({ retired: 'old' }) }, /too short/],
  ])('finds %s', (_name, change, wanted) => {
    expect(faultsOf({ ...whole, ...change }).join('\n')).toMatch(wanted);
  });
});
