import { describe, expect, it } from '@jest/globals';
import { createRenderer } from '../../src/cards/render.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Language } from '../../src/ports.ts';
import type { Facts } from '../../src/triage/facts.ts';
import type { View } from '../../src/views.ts';
import { cardOf, nodesIn, tapsOf, textsOf } from './look.ts';
import { place } from './views.ts';

const knowledge = loadKnowledge(`${import.meta.dirname}/../../knowledge`);
const renderer = createRenderer(knowledge, `${import.meta.dirname}/../../cards`, { defaultTimeZone: 'UTC' });

const given = (...codes: readonly string[]): Facts => ({ code: { values: codes, source: { kind: 'given' } } });

function stopOf(facts: Facts, language: Language = 'en') {
  return renderer.render({ kind: 'stop', place, stop: { id: 'unknown-code', kind: 'escalate', advisory: null }, facts, tried: [] }, language);
}

function readBack(written: string, codes: readonly string[], language: Language = 'en') {
  const view: View = {
    kind: 'question',
    place,
    fact: 'code',
    isAgain: false,
    facts: {},
    explain: null,
    isPuzzled: false,
    readBack: { written, codes },
  };
  return renderer.render(view, language);
}

describe('a code without a way of its own', () => {
  it.each(['en', 'ja'] as const)('is explained where it ends, with first fix, source and date (%s)', (language) => {
    const told = knowledge.codes.get('0x80072efd')?.told;

    const texts = textsOf(stopOf(given('0x80072efd'), language)).join('\n');

    expect(texts).toContain(told?.meaning[language]);
    expect(texts).toContain(told?.fix?.[language]);
    expect(texts).toContain('(2024-11-25)');
    expect(texts).not.toContain(knowledge.stops.get('unknown-code')?.body[language]);
  });

  it.each(['0x8004de42', '0x80070006'])('of which nothing can be said, such as %s, is not explained', (code) => {
    expect(textsOf(stopOf(given(code))).join('\n')).toContain(knowledge.stops.get('unknown-code')?.body.en);
  });

  it('is not explained beside a sign-in code that decides and is not known', () => {
    expect(textsOf(stopOf(given('0x80072efd', 'aadsts99999'))).join('\n')).toContain(knowledge.stops.get('unknown-code')?.body.en);
  });

  it('is named to the helpdesk with what is known of it', () => {
    const facts = given('0x8004de40', '0x8004de42', '0x80070006');
    const handover = renderer.render({ kind: 'handover', place, facts, tried: [], forHelpdesk: [], advisories: [], contact: null }, 'en');

    const texts = textsOf(handover).join('\n');
    expect(texts).toMatch(/• 0x8004de40 .*sign-in service/);
    expect(texts).toMatch(/0x8004de42: not documented by Microsoft/);
    expect(texts).toMatch(/0x80070006: not known/);
  });
});

describe('a code that is read back', () => {
  it('has a button for each that it may be, and nothing else but to type it or not to know it', () => {
    const taps = tapsOf(readBack('0x8004de40', ['0x8004de40', '0x8004de90']));

    expect(taps.map((tap) => (tap.do === 'answer' ? (tap.value ?? 'typed') : tap.do))).toEqual(['typed', '0x8004de40', '0x8004de90', 'unknown']);
  });

  it.each([
    ['en', 'Is it 0x8004de40 or 0x8004de90?'],
    ['ja', '0x8004de40 または 0x8004de90'],
  ] as const)('is asked about in words (%s)', (language, words) => {
    expect(textsOf(readBack('0x8004de40', ['0x8004de40', '0x8004de90'], language)).join('\n')).toContain(words);
  });

  it('can be insisted on, though nobody knows it', () => {
    const message = readBack('0x8004de50', ['0x8004de40', '0x8004de80', '0x8004de90', '0x8004de50']);
    const actions = nodesIn(cardOf(message), (node) => node.type === 'Action.Execute');

    expect(actions).toHaveLength(6);
    expect(tapsOf(message)).toContainEqual({ do: 'answer', ...place, fact: 'code', value: '0x8004de50' });
    expect(textsOf(message).join('\n')).not.toMatch(/mean[^?]*0x8004de50/);
  });
});
