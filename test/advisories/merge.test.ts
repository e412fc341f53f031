import { describe, expect, it } from '@jest/globals';
import { merge, type Received } from '../../src/advisories/merge.ts';
import type { Advisory } from '../../src/advisory.ts';
import { NOW } from '../graph/local-graph.ts';
import { issue, message } from './samples.ts';
import { DAY, HOUR } from './syncing.ts';

/** What a reading makes of `received` on a shelf with `known`. */
function merged(known: readonly Advisory[], received: readonly Advisory[], changes: Partial<Received> = {}) {
  const state = { revision: 1, watermark: NOW - HOUR, reconciledAt: null, isFailing: false };
  const { advisories, gone, changes: told } = merge({ state, known, received, gone: [], watermark: NOW, now: NOW, ...changes });
  return {
    kept: advisories.map(({ id, title }) => [id, title]),
    gone,
    told: told.map(({ advisory, transitions }) => [advisory.id, ...transitions]),
  };
}

const at = (updatedAt: number, changes: Partial<Advisory> = {}) => issue('OD1', { updatedAt, title: `at ${updatedAt - NOW}`, ...changes });

describe('what was received', () => {
  it('twice counts as last changed, in whichever order', () => {
    expect(merged([], [at(NOW - 5), at(NOW - 9)]).kept).toEqual([['OD1', 'at -5']]);
    expect(merged([], [at(NOW - 9), at(NOW - 5)]).kept).toEqual([['OD1', 'at -5']]);
  });

  it('twice with the same stamp counts as last received', () => {
    expect(merged([], [at(NOW - 5), at(NOW - 5, { title: 'later' })]).kept).toEqual([['OD1', 'later']]);
  });

  it('from a copy that lags behind takes nothing back', () => {
    expect(merged([at(NOW - 5, { isResolved: true })], [at(NOW - 9)])).toEqual({ kept: [], gone: [], told: [] });
  });

  it('puts right what was stamped with the future', () => {
    expect(merged([at(NOW + 9 * DAY)], [at(NOW - 5, { status: 'restoringService', title: `at ${9 * DAY}` })]).told).toEqual([['OD1', 'status']]);
  });

  it('and is the same is not written again, whatever the order of its members', () => {
    const known = issue('OD1');
    const shuffled = JSON.parse(JSON.stringify(known, Object.keys(known).reverse())) as Advisory;

    expect(merged([shuffled], [known])).toEqual({ kept: [], gone: [], told: [] });
  });

  it('and differs in what is not told is kept all the same', () => {
    expect(merged([issue('OD1')], [issue('OD1', { text: 'A new post.' })])).toEqual({ kept: [['OD1', issue('OD1').title]], gone: [], told: [] });
  });

  it('is not told in the first reading', () => {
    const state = { revision: 0, watermark: null, reconciledAt: null, isFailing: false };

    expect(merged([], [issue('OD1')], { state })).toEqual({ kept: [['OD1', issue('OD1').title]], gone: [], told: [] });
  });
});

describe('age', () => {
  it.each<[string, Advisory, boolean]>([
    ['a closed issue of 89 days', at(NOW - 89 * DAY, { isResolved: true }), true],
    ['a closed issue of 91 days', at(NOW - 91 * DAY, { isResolved: true }), false],
    ['an open issue of 900 days', at(NOW - 900 * DAY), true],
    ['a message of 399 days', message('MC1', { updatedAt: NOW - 399 * DAY }), true],
    ['a message of 401 days', message('MC1', { updatedAt: NOW - 401 * DAY }), false],
  ])('of %s', (_, advisory, stays) => {
    expect(merged([advisory], []).gone).toEqual(stays ? [] : [advisory.id]);
    expect(merged([], [advisory]).kept).toHaveLength(stays ? 1 : 0);
  });

  it('counts from the newest that was read, so that a clock far ahead clears nothing away', () => {
    expect(merged([at(NOW - 5, { isResolved: true })], [], { now: NOW + 900 * DAY }).gone).toEqual([]);
  });

  it('keeps nothing from being told that was known', () => {
    const before = at(NOW - 95 * DAY);

    expect(merged([before], [{ ...before, isResolved: true }])).toEqual({ kept: [], gone: ['OD1'], told: [['OD1', 'resolved']] });
  });

  it('keeps what is old and was never known from being told each time it is read', () => {
    expect(merged([], [message('MC1', { updatedAt: NOW - 500 * DAY })])).toEqual({ kept: [], gone: [], told: [] });
  });
});

describe('one that cannot be seen any more', () => {
  it('goes, and is over for those who were told', () => {
    expect(merged([issue('OD1'), issue('OD2')], [], { gone: ['OD1'] })).toEqual({ kept: [], gone: ['OD1'], told: [['OD1', 'resolved']] });
  });

  it('stays when it came after all', () => {
    expect(merged([issue('OD1')], [issue('OD1')], { gone: ['OD1'] })).toEqual({ kept: [], gone: [], told: [] });
  });
});
