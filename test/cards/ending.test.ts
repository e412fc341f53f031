import { describe, expect, it } from '@jest/globals';
import { createRenderer } from '../../src/cards/render.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { View } from '../../src/views.ts';
import { textsOf } from './look.ts';
import { facts, place } from './views.ts';

const knowledge = loadKnowledge(`${import.meta.dirname}/../../knowledge`);
const renderer = createRenderer(knowledge, `${import.meta.dirname}/../../cards`, { defaultTimeZone: 'UTC' });

type Handover = Extract<View, { kind: 'handover' }>;

function handedOver(more: Partial<Handover>): readonly string[] {
  return textsOf(renderer.render({ kind: 'handover', place, facts, tried: [], forHelpdesk: [], advisories: [], contact: null, ...more }, 'en'));
}

function lineOf(texts: readonly string[], step: string): number {
  const title = knowledge.steps.get(step)?.title.en ?? step;
  return texts.findIndex((text) => text.includes(title));
}

describe('a case that is handed over', () => {
  it('tells what was tried in the order in which it was shown', () => {
    const texts = handedOver({
      tried: [
        { step: 'tick-tls-1.2', outcome: 'failing' },
        { step: 'out-of-support', outcome: 'worked' },
      ],
    });

    expect(lineOf(texts, 'out-of-support')).toBeGreaterThan(-1);
    expect(lineOf(texts, 'out-of-support')).toBeLessThan(lineOf(texts, 'tick-tls-1.2'));
  });

  it('never says of a step that only leads on that it worked', () => {
    const texts = handedOver({ tried: [{ step: 'out-of-support', outcome: 'worked' }] });

    const own = knowledge.steps.get('out-of-support')?.labels?.worked.en ?? '';
    expect(texts[lineOf(texts, 'out-of-support')]).toContain(own);
    expect(own).not.toBe('');
  });

  it('is no case while nothing is known: nothing is said to be below, and the way to the helpdesk stays', () => {
    const nothing = handedOver({ facts: {}, contact: 'helpdesk@example.com' });

    expect(nothing.filter((text) => text.startsWith('•'))).toEqual([]);
    expect(nothing.some((text) => text.includes('helpdesk@example.com'))).toBe(true);
    expect(nothing).toHaveLength(3);
  });
});
