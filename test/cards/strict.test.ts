import { describe, expect, it } from '@jest/globals';
import { LARGEST_CARD_BYTES, refuseFaults, sizeOf } from '../../src/cards/strict.ts';

const data = { do: 'help' };
const execute = { type: 'Action.Execute', title: 'Help', verb: 'help', data, fallback: { type: 'Action.Submit', title: 'Help', data } };
const input = { type: 'Input.Text', id: 'choice', label: 'Code' };
const picker = {
  ...{ type: 'Input.ChoiceSet', id: 'to', label: 'Give to', choices: [] },
  'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users?scope=currentContext' },
};

function card(...body: readonly unknown[]) {
  return { type: 'AdaptiveCard', version: '1.5', lang: 'ja', body: [{ type: 'TextBlock', text: '手順' }, ...body] };
}

describe('a card that Teams shows as it is meant', () => {
  it('is let through, with inputs, shown cards and six actions', () => {
    const shown = {
      type: 'Action.ShowCard',
      title: 'Other',
      card: { type: 'AdaptiveCard', version: '1.5', body: [{ ...input, id: 'other' }], actions: [execute] },
    };

    expect(() => refuseFaults('good', { ...card(input), actions: [execute, execute, execute, execute, execute, shown] })).not.toThrow();
  });

  it.each(['graph.microsoft.com/users', 'graph.microsoft.com/users?scope=currentContext'])('may let pick one person of %s', (dataset) => {
    expect(() => refuseFaults('good', card({ ...picker, 'choices.data': { type: 'Data.Query', dataset } }))).not.toThrow();
  });

  it('may be as large as the smallest limit, and no larger', () => {
    const room = LARGEST_CARD_BYTES - sizeOf(card({ type: 'TextBlock', text: '' }));
    const filled = (characters: number) => card({ type: 'TextBlock', text: 'あ'.repeat(characters) });

    expect(() => refuseFaults('large', filled(room / 2))).not.toThrow();
    expect(() => refuseFaults('large', filled(room / 2 + 1))).toThrow(/UTF-16/);
  });
});

describe('a card is refused', () => {
  const nested = (node: unknown) => card({ type: 'Container', items: [{ type: 'ColumnSet', columns: [{ type: 'Column', items: [node] }] }] });
  const { fallback: _, ...withoutFallback } = execute;

  it.each([
    [
      'a placeholder left over',
      nested({ type: 'TextBlock', text: 'Hello ${'.concat('name}') }),
      /body\[1\]\.items\[0\]\.columns\[0\]\.items\[0\]\.text/,
    ],
    [
      'a placeholder left over in what an action sends',
      { ...card(), actions: [{ type: 'Action.Submit', title: 'A', data: '${'.concat('data}') }] },
      /actions\[0\]\.data/,
    ],
    ['another version', { ...card(), version: '1.6' }, /1\.6/],
    ['no language', { ...card(), lang: undefined }, /language/],
    ['a language that Kiku does not speak', { ...card(), lang: 'fr' }, /language/],
    ['a root that is no card', { ...card(), type: 'Container' }, /root/],
    ['the same id twice', card({ ...input }, { type: 'Container', items: [{ ...input }] }), /"choice"/],
    [
      'the same id again in a shown card',
      { ...card(input), actions: [{ type: 'Action.ShowCard', title: 'A', card: { type: 'AdaptiveCard', body: [input] } }] },
      /"choice"/,
    ],
    ['an input without a label', nested({ type: 'Input.ChoiceSet', id: 'choice', choices: [] }), /without a label/],
    ['an input with an empty label', card({ ...input, label: ' ' }), /without a label/],
    ['an input without an id', card({ type: 'Input.Text', label: 'Code' }), /without an id/],
    ['seven actions', { ...card(), actions: Array.from({ length: 7 }, () => execute) }, /7 actions/],
    ['seven actions in a set of its own', nested({ type: 'ActionSet', actions: Array.from({ length: 7 }, () => execute) }), /7 actions/],
    ['an Execute without a fallback', { ...card(), actions: [withoutFallback] }, /fallback/],
    [
      'an Execute whose fallback sends something else',
      { ...card(), actions: [{ ...execute, fallback: { ...execute.fallback, data: { do: 'new' } } }] },
      /fallback/,
    ],
    ['an Execute without a fallback under a column', card({ type: 'Column', items: [], selectAction: withoutFallback }), /selectAction/],
    ['an empty text', nested({ type: 'TextBlock', text: '  ' }), /no text/],
    ['a run without text', card({ type: 'RichTextBlock', inlines: [{ type: 'TextRun' }] }), /no text/],
    ['an action without a title', { ...card(), actions: [{ ...execute, title: '' }] }, /without a title/],
    ['a select action that is none', card({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'a', selectAction: '' }] }), /select action/],
    ['a fact without a value', card({ type: 'FactSet', facts: [{ title: 'Status', value: '' }] }), /value/],
    ['an image that is not https', card({ type: 'Image', url: 'http://example.com/a.png' }), /https/],
    ['an image inside the card', card({ type: 'Image', url: 'data:image/png;base64,AA==' }), /https/],
    ['a link that is not https', { ...card(), actions: [{ type: 'Action.OpenUrl', title: 'A', url: 'file:///c:/' }] }, /https/],
    ['an element that phones do not show', nested({ type: 'CodeBlock', codeSnippet: 'dir' }), /CodeBlock/],
    ['a question for choices that is none for people', card({ ...picker, 'choices.data': { type: 'Data.Query', dataset: 'npm' } }), /choices/],
    ['a picker of several people', card({ ...picker, isMultiSelect: true }), /choices/],
    ['a picker with more in its question', card({ ...picker, 'choices.data': { ...picker['choices.data'], count: 5 } }), /choices/],
    ['a picker that is no list', card({ ...picker, type: 'Input.Text' }), /choices/],
    ['a question for people by itself', card(picker['choices.data']), /Data\.Query/],
  ])('with %s, naming the template and the place', (_name, bad, place) => {
    expect(() => refuseFaults('step', bad)).toThrow(place);
    expect(() => refuseFaults('step', bad)).toThrow(/^The card "step" must not be sent\./);
  });
});
