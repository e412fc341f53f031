import { describe, expect, it } from '@jest/globals';
import { createRenderer } from '../../src/cards/render.ts';
import { sizeOf } from '../../src/cards/strict.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Contradiction } from '../../src/triage/evidence.ts';
import type { FactSource, KnownFact } from '../../src/triage/facts.ts';
import type { View } from '../../src/views.ts';
import { cardOf, nodesIn, tapsOf, textsOf } from './look.ts';
import { place } from './views.ts';

const knowledge = loadKnowledge(`${import.meta.dirname}/../../knowledge`);
const renderer = createRenderer(knowledge, `${import.meta.dirname}/../../cards`, { defaultTimeZone: 'UTC' });

const known = (value: string, source: FactSource): KnownFact => ({ values: [value], source });
const tapped: FactSource = { kind: 'tapped' };
const pasted: FactSource = { kind: 'pasted', line: 'OS Name: *Windows* [x](http://example.com)' };
const written: FactSource = { kind: 'written', words: 'w' };

function show(fact: string, earlier: KnownFact, later: KnownFact, language: 'en' | 'ja', more: Partial<Extract<View, { kind: 'question' }>> = {}) {
  const contradiction: Contradiction = { fact, earlier, later, isOver: false };
  const facts = { [fact]: later };
  return renderer.render(
    { kind: 'question', place, fact, problem: null, isAgain: false, facts, explain: null, isPuzzled: false, contradiction, ...more },
    language,
  );
}

const answers = (message: ReturnType<typeof show>) => tapsOf(message).flatMap((tap) => (tap.do === 'answer' ? [tap.value ?? null] : []));

describe.each(['en', 'ja'] as const)('two sources that say different things, in %s', (language) => {
  it.each([
    ['a tap and an output', 'os', known('windows-10', tapped), known('windows-11', pasted)],
    ['an output and words', 'os', known('windows-11', pasted), known('windows-10', written)],
    ['words and words', 'os', known('windows-10', written), known('windows-11', written)],
    ['two outputs', 'os', known('windows-10', pasted), known('windows-11', pasted)],
  ])('are both named, %s, with a button for each', (_what, fact, earlier, later) => {
    const message = show(fact, earlier, later, language);

    expect(message.kind === 'card' ? message.summary : '').toMatch(/Windows 10.*Windows 11|Windows 11.*Windows 10/);
    expect(answers(message)).toEqual([earlier.values[0], later.values[0], null, 'unknown']);
  });

  it('name what was said and what the output shows the right way round, whichever came first', () => {
    const first = show('os', known('windows-10', tapped), known('windows-11', pasted), language);
    const second = show('os', known('windows-11', pasted), known('windows-10', tapped), language);

    expect([first, second].map((message) => textsOf(message)[0])).toEqual([textsOf(first)[0], textsOf(first)[0]]);
  });

  it('show the line of the output as it stands there, and can be shown again to whoever was not understood', () => {
    const message = show('os', known('windows-10', tapped), known('windows-11', pasted), language, { isPuzzled: true });

    expect(textsOf(message)[0]).not.toContain('[x](http');
    expect(textsOf(message)[0]).toContain('OS Name');
  });

  it.each([...knowledge.facts.values()].filter(({ match }) => match === 'first').map(({ name, values }) => [name, values] as const))(
    'can be shown of every fact: %s',
    (name, values) => {
      const [one, two] = values;
      if (one === undefined || two === undefined) throw new Error(`"${name}" has fewer than two values.`);

      expect(answers(show(name, known(one.value, written), known(two.value, pasted), language)).slice(0, 2)).toEqual([one.value, two.value]);
    },
  );
});

describe.each(['en', 'ja'] as const)('a case for the helpdesk, in %s', (language) => {
  it('says what was said otherwise', () => {
    const sides = { fact: 'os', earlier: known('windows-10', tapped), later: known('windows-11', pasted) };
    const message = renderer.render(
      {
        kind: 'handover',
        place,
        facts: { os: sides.later },
        contradictions: [{ ...sides, isOver: true }],
        tried: [],
        forHelpdesk: [],
        advisories: [],
        contact: null,
      },
      language,
    );

    expect(textsOf(message).some((text) => /Windows 11 .*Windows 10/.test(text))).toBe(true);
  });
});

describe('what was read', () => {
  const all = Object.fromEntries(
    ['code', 'product', 'os', 'web', 'network', 'device', 'affected', 'changed', 'tls'].map((fact) => [
      fact,
      known(knowledge.facts.get(fact)?.values[0]?.value ?? '0x8004de40', written),
    ]),
  );
  const step = (id: string) => renderer.render({ kind: 'step', place, step: id, number: 1, isWindUp: false, onPhone: false, facts: all }, 'en');
  const links = (message: ReturnType<typeof step>) =>
    nodesIn(cardOf(message), (node) => node.type === 'TextRun' && 'selectAction' in node).map((node) => node.text);

  it('is changed item by item with one tap, and the rest from the list', () => {
    const message = step('restart-onedrive');

    expect(links(message)).toHaveLength(6);
    expect(tapsOf(message).filter((tap) => tap.do === 'change' && tap.fact === 'os')).toHaveLength(1);
    expect(tapsOf(message)).toContainEqual({ do: 'change', ...place });
  });

  it('leaves every step within its size, also when much was read: then only the list', () => {
    const sizes = [...knowledge.steps.keys()].map((id) => sizeOf(cardOf(step(id))));

    expect(Math.max(...sizes)).toBeLessThan(26_000);
    expect(links(step('allow-old-servers-too'))).toEqual([]);
  });

  it('has no link for what nobody asks', () => {
    const message = renderer.render(
      { kind: 'question', place, fact: 'web', isAgain: false, facts: { tls: known('1.2-off', written) }, explain: null, isPuzzled: false },
      'en',
    );

    expect(links(message)).toEqual([]);
    expect(textsOf(message).join()).toContain('TLS 1.2 off');
  });
});
