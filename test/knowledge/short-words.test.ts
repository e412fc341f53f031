import { describe, expect, it } from '@jest/globals';
import type { Text } from '../../src/ports.ts';
import { knowledge } from './advice.ts';

// Teams cuts a longer button off on a phone.
const BUTTON = { en: 28, ja: 24 };
const TITLE = 64;
const ACTIONS = 5;
const ACTION = 250;
const ENDING = 360;

/** What a program prints, word for word, and what only the helpdesk is asked. */
const SHOWN_BY_A_PROGRAM = ['FAILED. Device is either disabled or deleted'];

const steps = [...knowledge.steps.values()];
const stops = [...knowledge.stops.values()];

const buttons: readonly Text[] = [
  ...steps.flatMap(({ labels }) => (labels === null ? [] : [labels.worked, labels.failing])),
  ...[...knowledge.facts.values()].flatMap((fact) => fact.values.filter((value) => value.isMain).map((value) => value.label)),
  ...[...knowledge.phrases].flatMap(([key, text]) => (key.startsWith('button.') ? [text] : [])),
];

describe('words that must be short', () => {
  it.each(['en', 'ja'] as const)('buttons, in %s', (language) => {
    const long = buttons.map((text) => text[language]).filter((label) => label.length > BUTTON[language]);

    expect(long.filter((label) => !SHOWN_BY_A_PROGRAM.includes(label))).toEqual([]);
  });

  it('titles, which stand alone in a list of what was tried', () => {
    expect([...steps, ...stops].map(({ title }) => title.en).filter((title) => title.length > TITLE)).toEqual([]);
  });

  it('steps: a few actions, each read at a glance', () => {
    expect(steps.filter(({ actions }) => actions.length > ACTIONS).map(({ id }) => id)).toEqual([]);
    expect(steps.flatMap(({ actions }) => actions.map((action) => action.en)).filter((action) => action.length > ACTION)).toEqual([]);
  });

  it('endings', () => {
    expect(stops.map(({ body }) => body.en).filter((body) => body.length > ENDING)).toEqual([]);
  });

  it('no two steps or endings of one problem have the same title', () => {
    const twice = [...knowledge.playbooks.problems.values()].flatMap(({ id, branches }) =>
      ['steps', 'stops'].flatMap((kind) => {
        const ids = [...new Set(branches.flatMap((branch) => (kind === 'steps' ? branch.steps : branch.stops.map((stop) => stop.id))))];
        const titles = ids.map((one) => (kind === 'steps' ? knowledge.steps : knowledge.stops).get(one)?.title.en);
        return titles.filter((title, at) => titles.indexOf(title) !== at).map((title) => `${id}: ${title}`);
      }),
    );

    expect(twice).toEqual([]);
  });
});
