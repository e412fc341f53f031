import { describe, expect, it } from '@jest/globals';
import markdownIt from 'markdown-it';
import { createRenderer } from '../../src/cards/render.ts';
import { LARGEST_CARD_BYTES, sizeOf } from '../../src/cards/strict.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Text } from '../../src/ports.ts';
import { cardOf, nodesIn, tapsOf } from './look.ts';
import { everyView, facts, place } from './views.ts';

const knowledge = loadKnowledge(`${import.meta.dirname}/../../knowledge`);
const renderer = createRenderer(knowledge, `${import.meta.dirname}/../../cards`, { defaultTimeZone: 'Asia/Tokyo' });
const views = everyView({
  steps: [...knowledge.steps.keys()],
  questions: [...knowledge.facts.values()].filter((fact) => fact.question !== null).map((fact) => fact.name),
  stops: [...knowledge.stops.keys()],
  faqs: [...knowledge.faq.keys()],
  blocks: [...knowledge.diagnostics.keys()],
  reasons: [...knowledge.phrases.keys()].filter((key) => key.startsWith('reason.')).slice(0, 4),
});
const cards = views.filter((view) => view.kind !== 'note' && view.kind !== 'commands' && view.kind !== 'check' && view.kind !== 'own-data-part');

describe.each(['en', 'ja'] as const)('everything Kiku may show, in %s', (language) => {
  it('is a card or a text that may be sent', () => {
    for (const view of views) expect(() => renderer.render(view, language)).not.toThrow();
  });

  it('sends back only what the turn can read, about the intake it was shown in', () => {
    const taps = cards.flatMap((view) => tapsOf(renderer.render(view, language)));

    expect(taps.length).toBeGreaterThan(cards.length);
    for (const tap of taps) if ('intake' in tap) expect(tap).toMatchObject(place);
  });

  it('has room to spare: the largest step keeps a tenth of what is safe', () => {
    const steps = cards.filter((view) => view.kind === 'step');
    const largest = Math.max(...steps.map((view) => sizeOf(cardOf(renderer.render(view, language)))));

    expect(largest).toBeLessThan(LARGEST_CARD_BYTES * 0.9);
  });

  it('has a notification in one plain line', () => {
    for (const view of cards) {
      const message = renderer.render(view, language);

      expect(message.kind === 'card' ? message.summary : '').toMatch(/^[^\n*]+$/);
    }
  });
});

describe('the commands of every step', () => {
  const commands = [...knowledge.steps.values()].flatMap((step) => step.commands.map((command) => [step.id, command.text] as const));

  it.each(commands)('%s: %s stands on its card to the letter', (id, text) => {
    const shown = nodesIn(
      cardOf(renderer.render({ kind: 'step', place, step: id, number: 1, isWindUp: false, onPhone: false, facts }, 'ja')),
      (node) => node.fontType === 'Monospace',
    );

    expect(shown.map((node) => node.text).join('\n')).toContain(text.replaceAll(/\r?\n\r?\n/g, '\n\u00a0\n'));
  });
});

it.each([...knowledge.problems.values()].map(({ id, codes }) => [id, codes] as const))('%s offers no code of another problem', (problem, codes) => {
  const message = renderer.render(
    { kind: 'question', place, fact: 'code', problem, isAgain: false, facts: {}, explain: null, isPuzzled: false },
    'en',
  );
  const offered = tapsOf(message).flatMap((tap) => (tap.do === 'answer' && tap.value !== undefined ? [tap.value] : []));

  expect([...codes, 'none', 'unknown']).toEqual(expect.arrayContaining(offered));
  expect(offered.slice(-2)).toEqual(['none', 'unknown']);
});

it.each(['outlook', 'teams', 'office'])('%s is offered no code of OneDrive, and no symptom that it cannot have', (product) => {
  const offered = (fact: string) =>
    tapsOf(
      renderer.render(
        {
          kind: 'question',
          place,
          fact,
          problem: null,
          isAgain: false,
          facts: { product: { values: [product], source: { kind: 'given' } } },
          explain: null,
          isPuzzled: false,
        },
        'ja',
      ),
    ).flatMap((tap) => (tap.do === 'answer' && tap.value !== undefined ? [tap.value] : []));

  expect(offered('code').filter((code) => code.startsWith('0x8004'))).toEqual([]);
  expect(offered('symptom')).not.toContain('sync-pending');
});

it('no word of an author is lost to Markdown', () => {
  const markdown = markdownIt();
  const seen = (html: string) => html.replace(/<[^>]*>/g, '').trim();
  const steps = [...knowledge.steps.values()].flatMap((step) => [step.title, step.why, step.verify, ...step.actions, ...step.checks]);
  const stops = [...knowledge.stops.values()].flatMap((stop) => [stop.title, stop.body]);
  const faqs = [...knowledge.faq.values()].flatMap((one) => [
    one.question,
    ...paragraphs(one.answer),
    ...one.facts.flatMap(({ label, value }) => [label, value]),
  ]);

  for (const { en, ja } of [...steps, ...stops, ...faqs, ...knowledge.phrases.values()]) {
    for (const text of [en, ja]) expect(seen(markdown.render(text))).toBe(markdown.utils.escapeHtml(text.replaceAll('\\*', '*').trim()));
  }
});

/** Each paragraph is a text block of its own. */
function paragraphs({ en, ja }: Text): readonly Text[] {
  const [english, japanese] = [en.split(/\n\s*\n/), ja.split(/\n\s*\n/)];
  return english.map((text, index) => ({ en: text, ja: japanese[index] ?? '' }));
}
