import { describe, expect, it } from '@jest/globals';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { decidePairs, measure } from './blind.ts';

const knowledge = loadKnowledge(`${import.meta.dirname}/../../knowledge`);
const SETS = ['blind-one', 'blind-two', 'blind-three', 'blind-four', 'probes'];
const pairs = decidePairs(SETS, knowledge);
const ofService = Map.groupBy(pairs, ({ advisory }) => advisory.services[0] ?? '');
const PRECISION = 0.95;
const RECALL = 0.95;

describe('the labelled sets', () => {
  it.each(SETS)('%s: likely is right, and most of what is likely is found', (set) => {
    const found = measure(pairs.filter((pair) => pair.set === set));

    console.info(`${set}: ${found.told}`);
    expect(found.precision).toBeGreaterThanOrEqual(PRECISION);
    expect(found.recall).toBeGreaterThanOrEqual(RECALL);
  });

  it.each([...ofService].filter(([, some]) => some.filter(({ label }) => label === 'likely').length >= 10))(
    '%s: likely is right for its people too',
    (_, some) => {
      const found = measure(some);

      expect(found.precision).toBeGreaterThanOrEqual(0.9);
      expect(found.recall).toBeGreaterThanOrEqual(0.9);
    },
  );

  it('reach every problem and every service that people use', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(600);
    expect([...ofService.keys()].length).toBeGreaterThanOrEqual(10);
  });

  it('tell nobody of what is not to be told at all', () => {
    const told = pairs.filter((pair) => pair.label === 'never' && pair.told !== null);

    expect(told.map(({ advisory, person }) => `${person}: ${advisory.title}`)).toEqual([]);
  });

  it('give only reasons that have words, and likely only when nothing speaks against it', () => {
    for (const { told } of pairs) {
      expect((told?.reasons ?? []).filter((reason) => !knowledge.phrases.has(reason))).toEqual([]);
      expect(told === null || (told.grade === 'likely') === (told.against.length === 0)).toBe(true);
      expect(told === null || told.against.every((reason) => told.reasons.includes(reason))).toBe(true);
    }
  });
});
