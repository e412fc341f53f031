import { describe, expect, it } from '@jest/globals';
import type { Advisory } from '../../src/advisory.ts';
import { createRenderer } from '../../src/cards/render.ts';
import type { View } from '../../src/views.ts';
import { cardOf, nodesIn, tapsOf, textsOf } from './look.ts';
import { restart, smallKnowledge } from './small-knowledge.ts';
import { advisory, now, place } from './views.ts';

const renderer = createRenderer(smallKnowledge(), `${import.meta.dirname}/../../cards`, { defaultTimeZone: 'Asia/Tokyo' });

function show(changed: Partial<Advisory> = {}, more: Partial<Extract<View, { kind: 'advisory' }>> = {}) {
  const view: View = {
    kind: 'advisory',
    place,
    advisory: { ...advisory, ...changed },
    relevance: { grade: 'likely', reasons: ['reason.service', 'reason.time'], against: [], remedy: 'microsoft', steps: [] },
    isBlocking: true,
    isFollowed: false,
    freshness: { readAt: now - 180_000, now, isFailing: false },
    timeZone: 'Asia/Tokyo',
    ...more,
  };
  return renderer.render(view, 'en');
}

function rowsOf(message: ReturnType<typeof show>): readonly unknown[] {
  return nodesIn(cardOf(message), (node) => node.type === 'FactSet').flatMap((set) => (Array.isArray(set.facts) ? set.facts : []));
}

describe('an advisory', () => {
  it("that is a fault of Microsoft's waits for the person: harmless steps, news of it, not mine, or a person", () => {
    expect(tapsOf(show()).map((tap) => tap.do)).toEqual(['go-on', 'follow', 'not-mine', 'person']);
  });

  it('that does not block can only be followed or put aside', () => {
    expect(tapsOf(show({}, { isBlocking: false })).map((tap) => tap.do)).toEqual(['follow', 'not-mine']);
  });

  it('that customers answer names the steps that do', () => {
    const relevance = { grade: 'likely', reasons: [], against: [], remedy: 'customer', steps: ['restart', 'gone'] } as const;

    expect(textsOf(show({}, { relevance, isBlocking: false }))).toContain(restart.title.en);
  });

  it('says when, in the time of the reader, and what Microsoft promises in the same', () => {
    const values = rowsOf(show()).map((row) => Object(row).value);

    expect(values).toEqual(
      expect.arrayContaining([expect.stringMatching(/^08:12/), expect.stringMatching(/^09:42/), expect.stringMatching(/^11:30/)]),
    );
  });

  it('quotes a promise that names no moment', () => {
    expect(rowsOf(show({ nextUpdate: 'We will *say* more.' })).map((row) => Object(row).value)).toContain('We will \\*say\\* more.');
  });

  it('shows a status it does not know as it came', () => {
    expect(rowsOf(show({ status: 'brandNew' })).some((row) => String(Object(row).value).includes('brandNew'))).toBe(true);
  });

  it('cannot bring in a link, nor more than is read', () => {
    const texts = textsOf(show({ title: '[click](https://evil.example)', text: `[a](https://evil.example)\n\n${'word '.repeat(5000)}` }));

    expect(texts.join('\n')).not.toMatch(/(?<!\\)\]\(/);
    expect(texts.join('').length).toBeLessThan(2000);
  });

  it('cuts between characters, also where there are no spaces', () => {
    const texts = textsOf(show({ text: '𠮷'.repeat(3000) }));

    expect(texts.find((text) => text.startsWith('𠮷'))).toMatch(/^𠮷+…$/u);
  });

  it('stands without a text, a service and a promise', () => {
    expect(() => show({ text: '', services: [], nextUpdate: null, kind: 'message' })).not.toThrow();
  });

  it("is shown in the default time zone when the client's is not known", () => {
    expect(rowsOf(show({}, { timeZone: 'Nowhere' }))).toEqual(rowsOf(show()));
  });

  it('says that Service Health could not be read', () => {
    const fresh = textsOf(show());

    expect(textsOf(show({}, { freshness: { readAt: now - 3_600_000, now, isFailing: true } })).filter((text) => !fresh.includes(text))).toHaveLength(
      1,
    );
  });
});
