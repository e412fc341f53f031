import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { expandStrictly } from '../../src/cards/expand.ts';
import { present } from '../../src/cards/present.ts';
import { TEMPLATES } from '../../src/cards/presented.ts';
import { parseTemplate } from '../../src/cards/templating.ts';
import { wordsIn } from '../../src/cards/words.ts';
import { smallKnowledge } from './small-knowledge.ts';
import { everyView } from './views.ts';

const FOLDER = `${import.meta.dirname}/../../cards`;

const words = wordsIn(smallKnowledge(), 'en');
const shown = everyView({
  steps: ['restart', 'leave'],
  questions: ['code', 'os', 'web'],
  stops: ['wait', 'escalate'],
  reasons: ['reason.time'],
}).flatMap((view) =>
  view.kind === 'note' ||
  view.kind === 'attached' ||
  view.kind === 'case-said' ||
  view.kind === 'case-history' ||
  view.kind === 'case-event' ||
  view.kind === 'commands' ||
  view.kind === 'check' ||
  view.kind === 'own-data-part'
    ? []
    : [present(view, words, 'UTC')],
);

function read(file: string): Readonly<Record<string, unknown>> {
  const parsed: unknown = JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8'));
  return { ...Object(parsed) };
}

describe('the templates', () => {
  it('are these, each with a sample beside it', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(TEMPLATES.flatMap((name) => [`${name}.sample.json`, `${name}.template.json`]).sort());
  });

  it.each(TEMPLATES)('%s: its sample makes a card that may be sent', (name) => {
    expect(() => expandStrictly(name, parseTemplate(read(`${name}.template.json`)), read(`${name}.sample.json`))).not.toThrow();
  });

  it.each(TEMPLATES)('%s: its sample and everything that is shown with it give it the same things', (name) => {
    const given = shown.filter((one) => one.template === name).map((one) => [...Object.keys(one.data), 'lang', 'fallbackText'].sort());

    expect(given.length).toBeGreaterThan(0);
    for (const keys of given) expect(keys).toEqual(Object.keys(read(`${name}.sample.json`)).sort());
  });

  it.each(TEMPLATES)('%s: holds no words of its own', (name) => {
    const texts = [
      ...readFileSync(`${FOLDER}/${name}.template.json`, 'utf8').matchAll(
        /"(?:text|title|label|placeholder|errorMessage|fallbackText|value)": "([^"]*)"/g,
      ),
    ];

    for (const [, text = ''] of texts) expect(text.replace(/\$\{[^}]*\}/g, '')).not.toMatch(/\p{L}/u);
  });
});
