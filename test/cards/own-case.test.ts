import { describe, expect, it } from '@jest/globals';
import { presentOffer, presentOwnCase, presentOwnEvent } from '../../src/cards/present-own-case.ts';
import { createRenderer } from '../../src/cards/render.ts';
import { wordsIn } from '../../src/cards/words.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { aCase } from './case-views.ts';
import { ownCaseViews } from './own-case-views.ts';

const knowledge = loadKnowledge('knowledge');
const renderer = createRenderer(knowledge, 'cards', { defaultTimeZone: 'UTC' });
const words = wordsIn(knowledge, 'en');
const place = { intake: 'i', revision: 3 };

describe('what goes along', () => {
  it('is all ticked, each answer apart, what was tried, written and read of advisories each as a whole', () => {
    const { data } = presentOffer({ kind: 'offer', place, content: aCase.content }, words);

    expect(data).toMatchObject({ along: [{ value: 'code,os,web,*tried,*words,*advisories' }] });
  });

  it('has no list where nothing goes along', () => {
    const content = { ...aCase.content, facts: {}, tried: [], words: [], advisories: [] };

    expect(presentOffer({ kind: 'offer', place, content }, words).data.along).toEqual([]);
  });
});

describe('the card of an own case', () => {
  const view = { kind: 'own-case', case: aCase, opensAt: null, hasWeb: true, now: aCase.createdAt, timeZone: 'UTC' } as const;
  const textsOf = (change: object) => JSON.stringify(presentOwnCase({ ...view, ...change }, words, 'UTC').data.texts);

  it('says when to expect an answer, as long as nobody has answered', () => {
    expect(textsOf({})).toContain('13:00');
    expect(textsOf({ case: { ...aCase, respondedAt: 1 } })).not.toContain('13:00');
  });

  it('names the web version only while nobody is at the helpdesk', () => {
    const web = knowledge.phrases.get('own-case.web')?.en ?? '-';

    expect([textsOf({}).includes(web), textsOf({ opensAt: view.now + 1 }).includes(web)]).toEqual([false, true]);
  });
});

it('an outcome stands there as it was written, line by line, and can make no link', () => {
  const one = { ...aCase, state: 'resolved', outcome: 'First.\nSee [this](https://evil.example) at https://contoso.example/vpn' } as const;
  const { data } = presentOwnEvent({ kind: 'case-event', to: 'employee', event: 'resolve', by: 'Mori', what: '', case: one }, words);

  expect(data.texts).toEqual([expect.stringContaining('Mori'), 'First.', expect.not.stringMatching(/\[this\]\(/), expect.any(String)]);
  expect(JSON.stringify(data.texts)).toContain('at https://contoso.example/vpn');
});

it.each(['en', 'ja'] as const)('every one can be sent, in %s', (language) => {
  for (const view of ownCaseViews) expect(renderer.render(view, language)).toMatchObject({ kind: 'card' });
});
