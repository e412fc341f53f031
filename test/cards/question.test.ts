import { describe, expect, it } from '@jest/globals';
import { createRenderer } from '../../src/cards/render.ts';
import type { Facts } from '../../src/triage/facts.ts';
import type { View } from '../../src/views.ts';
import { cardOf, nodesIn, tapsOf, textsOf } from './look.ts';
import { smallKnowledge } from './small-knowledge.ts';
import { facts, place } from './views.ts';

const renderer = createRenderer(smallKnowledge(), `${import.meta.dirname}/../../cards`, { defaultTimeZone: 'UTC' });

function ask(fact: string, more: Partial<Extract<View, { kind: 'question' }>> = {}) {
  return renderer.render({ kind: 'question', place, fact, isAgain: false, facts: {}, explain: null, isPuzzled: false, ...more }, 'en');
}

function answersOf(message: ReturnType<typeof ask>) {
  return tapsOf(message).flatMap((tap) => (tap.do === 'answer' ? [tap.value ?? null] : []));
}

function listOf(message: ReturnType<typeof ask>) {
  return nodesIn(cardOf(message), (node) => 'value' in node && 'title' in node).map((node) => node.value);
}

const known = (value: string): Facts => ({ os: { values: [value], source: { kind: 'given' } } });

describe('a question', () => {
  it('has its answers as buttons and always "I don\'t know"', () => {
    expect(answersOf(ask('web'))).toEqual(['works', 'fails', 'unknown']);
  });

  it('has four buttons for the likely answers and a list for the rest', () => {
    const message = ask('os');

    expect(answersOf(message)).toEqual(['windows-11', 'windows-10', 'macos', 'ios', null, 'unknown']);
    expect(listOf(message)).toEqual(['android', 'windows-7-sp1', 'windows-7-rtm', 'linux']);
  });

  it('asked again, offers only what the inexact answer may stand for', () => {
    expect(answersOf(ask('os', { isAgain: true, facts: known('windows-7') }))).toEqual(['windows-7-sp1', 'windows-7-rtm', 'unknown']);
  });

  it('asked again about a value that may stand for many, has a list too', () => {
    const message = ask('os', { isAgain: true, facts: known('windows') });

    expect(answersOf(message)).toEqual(['windows-11', 'windows-10', null, 'unknown']);
    expect(listOf(message)).toEqual(['windows-7-sp1', 'windows-7-rtm']);
  });

  it('about a code takes text, and only the button for it sends the text', () => {
    const message = ask('code');
    const inputs = nodesIn(cardOf(message), (node) => node.type === 'Input.Text');
    const sending = nodesIn(cardOf(message), (node) => node.associatedInputs === 'auto');

    expect(inputs.map((input) => input.id)).toEqual(['choice']);
    expect(sending.map((action) => action.data)).toEqual([{ do: 'answer', ...place, fact: 'code' }]);
    expect(answersOf(message)).toEqual([null, 'none', 'unknown']);
  });

  it('reads back what was understood, with a way to change it', () => {
    const message = ask('web', { facts });

    expect(textsOf(message).join('')).toMatch(/onedrive.*0x8004de40|0x8004de40.*onedrive/);
    expect(tapsOf(message)).toContainEqual({ do: 'change', ...place });
  });

  it('reads nothing back when nothing was understood', () => {
    expect(tapsOf(ask('web', { facts: { os: { values: ['unknown'], source: { kind: 'tapped' } } } })).some((tap) => tap.do === 'change')).toBe(false);
  });

  it('explains a code that it knows, and is silent about one that it does not', () => {
    const plain = textsOf(ask('web')).length;

    expect(textsOf(ask('web', { explain: '0x8004de40' }))).toHaveLength(plain + 1);
    expect(textsOf(ask('web', { explain: '0x80070005' }))).toHaveLength(plain);
  });

  it('fails when the knowledge has no question for the fact', () => {
    expect(() => ask('tried')).toThrow(/"tried"/);
    expect(() => ask('weather')).toThrow(/"weather"/);
  });
});
