import { describe, expect, it } from '@jest/globals';
import { troubleOf } from '../../src/advisories/trouble.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Facts } from '../../src/triage/facts.ts';
import { NOW } from './labelled.ts';

const { playbooks } = loadKnowledge(`${import.meta.dirname}/../../knowledge`);
const known = (facts: Readonly<Record<string, string>>): Facts =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { values: [value], source: { kind: 'given' as const } }]));

describe('troubleOf', () => {
  it.each([
    ['the product that a code is of', { code: '0x8004de40' }, ['onedrive']],
    ['that of the code, whatever product was named', { code: '0x8004de40', product: 'outlook' }, ['onedrive']],
    ['the one that was named, of several', { code: '0xcaa82ee2', product: 'teams' }, ['teams']],
    ['all that a code may be of', { code: '0xcaa82ee2' }, ['onedrive', 'office', 'teams', 'outlook', 'sharepoint']],
    ['none, when the code is of all', { code: 'aadsts53003' }, []],
    ['the one that was named, without a problem', { product: 'teams' }, ['teams']],
  ])('knows %s', (_, facts, products) => {
    expect(troubleOf(known(facts), NOW, playbooks).products).toEqual(products);
  });

  it('is worked out once for the same facts, at whatever time', () => {
    const facts = known({ code: '0x8004de40' });

    const [earlier, later] = [troubleOf(facts, NOW, playbooks), troubleOf(facts, NOW + 1, playbooks)];

    expect([earlier.at, later.at]).toEqual([NOW, NOW + 1]);
    expect(later.products).toBe(earlier.products);
  });
});
