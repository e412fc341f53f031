import { describe, expect, it } from '@jest/globals';
import { lineOf } from '../../src/cards/present-doctor.ts';
import { createRenderer } from '../../src/cards/render.ts';
import { wordsIn } from '../../src/cards/words.ts';
import { CARDS_FOLDER } from '../../src/config.ts';
import { type FindingId, found, LEVELS } from '../../src/doctor/finding.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

const knowledge = loadKnowledge('knowledge');
const IDS = Object.keys(LEVELS) as FindingId[];
const ARGS = [...knowledge.phrases]
  .flatMap(([key, { en }]) => (key.startsWith('doctor.') ? [...en.matchAll(/\{(\w+)\}/g)] : []))
  .map(([, name = '']) => name);
const all = (value: string) => Object.fromEntries(ARGS.map((name) => [name, value]));

describe.each(['en', 'ja'] as const)('in %s', (language) => {
  const words = wordsIn(knowledge, language);

  it('every finding has its words, and what to do unless it is fine', () => {
    const silent = IDS.filter((id) => !words.has(`doctor.${id}`) || words.has(`doctor.${id}-do`) !== (LEVELS[id] !== 'ok'));

    expect(silent).toEqual([]);
    for (const id of IDS) expect(lineOf(found(id, all('x')), words)).not.toMatch(/[{}]/);
  });

  it('both languages are given the same', () => {
    const argumentsOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();

    for (const [key, text] of knowledge.phrases)
      if (key.startsWith('doctor.')) expect([key, argumentsOf(text.ja)]).toEqual([key, argumentsOf(text.en)]);
  });

  it('the card tells what is wrong, the worst first, and counts the rest', () => {
    const renderer = createRenderer(knowledge, CARDS_FOLDER, { defaultTimeZone: 'UTC' });
    const findings = [found('versions', all('1')), found('schema-ok'), found('outbox-old', all('9')), found('token-refused')];

    const message = renderer.render({ kind: 'doctor', findings, isUnasked: false }, language);

    const card = JSON.stringify(message);
    expect(message.kind).toBe('card');
    expect(card.indexOf(words.label('doctor.token-refused'))).toBeGreaterThan(-1);
    expect(card.indexOf(words.label('doctor.outbox-old', all('9')))).toBeGreaterThan(card.indexOf(words.label('doctor.token-refused')));
    expect(card).toContain(words.label('doctor.fine', { count: '2' }));
    expect(card).not.toContain(words.label('doctor.schema-ok'));
  });

  it('what is foreign cannot write Markdown or links into the card', () => {
    const renderer = createRenderer(knowledge, CARDS_FOLDER, { defaultTimeZone: 'UTC' });

    const message = renderer.render(
      { kind: 'doctor', findings: [found('knowledge-faulty', { count: '1', first: '[x](https://evil.example)' })], isUnasked: false },
      language,
    );

    expect(JSON.stringify(message.kind === 'card' ? message.card.body : null)).toContain('\\\\[x\\\\]');
  });
});
