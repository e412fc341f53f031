import { describe, expect, it } from '@jest/globals';
import { presentCase } from '../../src/cards/present-case.ts';
import { wordsIn } from '../../src/cards/words.ts';
import type { Case } from '../../src/case-ports.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { aCase } from './case-views.ts';

const knowledge = loadKnowledge('knowledge');
const words = wordsIn(knowledge, 'en');

/** The card of a case as an agent sees it. */
function cardOf(one: Case): Readonly<Record<string, unknown>> {
  return presentCase({ kind: 'case-card', case: one, isPrivate: false, steps: [], onCall: null }, words, 'UTC').data;
}

describe('the card of a case', () => {
  it('names the kinds of what was left out, each in words', () => {
    const content = { ...aCase.content, leftOut: ['*tried', '*words', '*advisories', 'network'] };
    const labels = ['label.tried', 'case.words', 'label.case-advisories'].map((key) => knowledge.phrases.get(key)?.en ?? '-');
    const network = knowledge.facts.get('network')?.title.en ?? '-';

    const sections = JSON.stringify(cardOf({ ...aCase, content }).sections);

    expect(sections).toContain([...labels, network].join(', '));
    expect(sections).not.toMatch(/\*(?:tried|words|advisories)/);
  });
});
