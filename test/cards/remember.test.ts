import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { remembering } from '../../src/cards/remember.ts';
import { createRenderer, type Renderer } from '../../src/cards/render.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { View } from '../../src/views.ts';
import { advisory, now } from './views.ts';

const folder = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const renderer = createRenderer(loadKnowledge(folder('knowledge')), folder('cards'), { defaultTimeZone: 'UTC' });
const facts = { os: { values: ['windows-11'], source: { kind: 'written' as const, words: 'my 11' } } };

const VIEWS: readonly View[] = [
  { kind: 'question', place: { intake: 'i1', revision: 3, slot: 's1' }, fact: 'web', isAgain: false, facts, explain: null, isPuzzled: false },
  { kind: 'question', place: { intake: 'i2', revision: 12 }, fact: 'web', isAgain: false, facts, explain: null, isPuzzled: false },
  { kind: 'question', place: { intake: 'i2', revision: 12, slot: 's2' }, fact: 'web', isAgain: false, facts, explain: '0x8004de40', isPuzzled: true },
  { kind: 'step', place: { intake: 'i3', revision: 5, slot: 's3' }, step: 'tick-tls-1.2', number: 3, isWindUp: false, onPhone: false, facts },
  { kind: 'step', place: { intake: 'i3', revision: 5, slot: 's3' }, step: 'tick-tls-1.2', number: 3, isWindUp: true, onPhone: true, facts: {} },
  { kind: 'settled-question', place: { intake: 'i4', revision: 1 }, fact: 'os', values: ['windows-11'] },
  { kind: 'settled-step', place: { intake: 'i4', revision: 1 }, step: 'tick-tls-1.2', outcome: 'failing' },
  {
    kind: 'alert-question',
    of: { fanOut: 1, edition: 1 },
    place: { intake: 'i5', revision: 0 },
    advisory,
    sentence: null,
    at: now,
    timeZone: 'Asia/Tokyo',
  },
];

describe('a renderer that remembers', () => {
  it.each(VIEWS.flatMap((view) => (['en', 'ja'] as const).map((language) => [view.kind, language, view] as const)))(
    'gives the same %s card in %s as one that does not, the first time and later in another place',
    (_kind, language, view) => {
      const remembers = remembering(renderer);
      const elsewhere: View = 'place' in view ? { ...view, place: { ...view.place, intake: 'another', revision: 77 } } : view;

      expect(remembers.render(view, language)).toEqual(renderer.render(view, language));
      expect(remembers.render(elsewhere, language)).toEqual(renderer.render(elsewhere, language));
    },
  );

  it('tells what was written, which is read back, from what was tapped', () => {
    const remembers = remembering(renderer);
    const [written] = VIEWS;
    if (written?.kind !== 'question') throw new Error('The first view is a question.');
    const tapped: View = { ...written, facts: { os: { values: ['windows-11'], source: { kind: 'tapped' } } } };

    remembers.render(written, 'en');

    expect(remembers.render(tapped, 'en')).toEqual(renderer.render(tapped, 'en'));
  });

  it('renders once what differs in its place only', () => {
    let count = 0;
    const counting: Renderer = {
      render: (view, language) => {
        count += 1;
        return renderer.render(view, language);
      },
    };
    const remembers = remembering(counting);

    for (let revision = 0; revision < 5; revision += 1) {
      remembers.render({ kind: 'settled-question', place: { intake: 'i', revision }, fact: 'os', values: ['windows-11'] }, 'en');
    }

    expect(count).toBe(1);
  });
});
