import { describe, expect, it } from '@jest/globals';
import { asksFor } from '../../src/helpdesk/asks.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Facts } from '../../src/triage/facts.ts';
import { content, newCase } from '../storage/cases.ts';

const knowledge = loadKnowledge('knowledge');
const asks = (facts: Record<string, string>, tried: (typeof content)['tried'] = []) => {
  const known: Facts = Object.fromEntries(Object.entries(facts).map(([fact, value]) => [fact, { values: [value], source: { kind: 'tapped' } }]));
  return asksFor(newCase({ content: { ...content, facts: known, tried } }), knowledge);
};

describe('what an agent can ask the employee', () => {
  it('is what is not known, not exact, or not known to them', () => {
    const open = asks({ os: 'windows', web: 'works', internet: 'unknown' });

    expect(open).toEqual(expect.arrayContaining(['os', 'internet', 'code', 'network']));
    expect(open).not.toContain('web');
  });

  it('is only what has a question', () => {
    for (const fact of asks({})) expect(knowledge.facts.get(fact)?.question).not.toBeNull();
  });

  it('begins with what can change the advice', () => {
    const open = asks({ code: '0x8004de40', product: 'onedrive', os: 'windows-11' });

    expect(open.indexOf('web')).toBeLessThan(open.indexOf('symptom'));
  });
});
