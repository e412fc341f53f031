import { describe, expect, it } from '@jest/globals';
import { TEXT_RULES, TEXT_RULES_WHILE_HELD } from '../../src/turn/text-rules.ts';
import { playerAt } from './moments.ts';
import { DAY, MINUTE, type Player } from './play.ts';

/** Why of two neighbours the first decides; with a message that is both, where there can be one. */
interface Neighbours {
  readonly first: string;
  readonly second: string;
  readonly because: string;
  readonly both?: { readonly at: string; readonly text: string; readonly isNextDay?: true };
}

const IN_ORDER: readonly Neighbours[] = [
  { first: 'wish', second: 'command', because: 'what is followed or muted is named beside the word, which alone opens the card of all of it' },
  {
    first: 'command',
    second: 'faq',
    because: 'whoever asks for a person wants no answer of the list',
    both: { at: 'before anything', text: 'What does KB3140245 do? I want to talk to a person about it' },
  },
  { first: 'faq', second: 'solved', because: 'who says that it is solved, and nothing else, asks nothing' },
  {
    first: 'solved',
    second: 'thanks',
    because: 'what is solved ends the trip; a thank you alone leaves it open',
    both: { at: 'in a question', text: 'solved' },
  },
  {
    first: 'thanks',
    second: 'hold',
    because: 'a thank you belongs to no trouble, so nobody is asked to which, however late it comes',
    both: { at: 'in a question', text: 'thank you', isNextDay: true },
  },
  {
    first: 'hold',
    second: 'phone',
    because: 'what comes a day later may be about another trouble, also when it is written on a phone',
    both: { at: 'in a question', text: "I'm on my phone because the PC is off", isNextDay: true },
  },
  { first: 'phone', second: 'outcome', because: 'where somebody writes is not how a step went: with it no outcome is read' },
  { first: 'outcome', second: 'mistyped code', because: 'a code counts as mistyped only before anything was tried' },
  {
    first: 'mistyped code',
    second: 'claimed step',
    because: 'a code counts as mistyped only before anything was tried',
  },
  {
    first: 'claimed step',
    second: 'facts',
    because: 'whoever has done the step that waits is asked how it went, beside what else they say',
    both: { at: 'at a step', text: 'I already restarted OneDrive' },
  },
  { first: 'facts', second: 'empty', because: 'what says something has letters' },
  { first: 'empty', second: 'advisory', because: 'what answers an advisory has letters' },
  { first: 'advisory', second: 'unsure at a step', because: 'nobody is at an advisory and at a step' },
  {
    first: 'unsure at a step',
    second: 'code in doubt',
    because: 'the step waits; its outcome is asked for before a code that may be one',
    both: { at: 'at a step', text: 'not sure, de90?' },
  },
  { first: 'code in doubt', second: 'greeting', because: 'a greeting says nothing else, so it has no code' },
  { first: 'greeting', second: 'not mine', because: 'a message is one kind of small talk' },
  {
    first: 'not mine',
    second: 'trouble',
    because: 'a printer that fails is no trouble that questions could settle; who names it says more than that something is wrong',
  },
  {
    first: 'trouble',
    second: 'puzzled',
    because: 'whoever only says that something is wrong is asked what, not told that it was not understood',
    both: { at: 'before anything', text: 'it does not work' },
  },
];

const WHILE_HELD: readonly Neighbours[] = [
  ...IN_ORDER.slice(0, 2),
  { first: 'faq', second: 'thanks', because: 'a thank you says nothing else, so it asks nothing' },
  { first: 'thanks', second: 'hold', because: 'a thank you has no facts' },
  {
    first: 'hold',
    second: 'the old trouble',
    because: 'more of a trouble waits with the rest, so that nothing is told to the wrong one',
    both: { at: 'while Kiku asks where a message belongs', text: 'yes, on my phone it works too' },
  },
  { first: 'the old trouble', second: 'a new trouble', because: 'it is one answer' },
  { first: 'a new trouble', second: 'empty', because: 'an answer has letters' },
  {
    first: 'empty',
    second: 'puzzled',
    because: 'what has no letter was not misunderstood',
    both: { at: 'while Kiku asks where a message belongs', text: '🙈' },
  },
];

function arriveAt(at: string, isNextDay = false): Player {
  const player = playerAt(at === 'at an unknown code' ? 'before anything' : at);
  if (at === 'at an unknown code') player.say('OneDrive 0x80070006');
  if (isNextDay) player.at += DAY + MINUTE;
  return player;
}

describe.each([
  ['a message', TEXT_RULES, IN_ORDER],
  ['a message while others wait', TEXT_RULES_WHILE_HELD, WHILE_HELD],
] as const)('of the rules for %s', (_when, rules, neighbours) => {
  it('each two neighbours have a reason for their order', () => {
    const names = rules.map((rule) => rule.name);

    expect(neighbours.map(({ first, second }) => [first, second])).toEqual(names.slice(1).map((name, index) => [names[index], name]));
  });

  const both = neighbours.flatMap((pair) => (pair.both === undefined ? [] : [{ ...pair, ...pair.both }]));
  it.each(both)('"$first" decides before "$second": $because', ({ first, second, at, text, isNextDay }) => {
    const player = arriveAt(at, isNextDay);

    const fitting = player.rulesFor(text);

    expect(fitting).toContain(second);
    expect(fitting.indexOf(first)).toBe(fitting.indexOf(second) - 1);
  });

  it('the last fits whatever is written', () => {
    expect(arriveAt('before anything').rulesFor('flibbertigibbet').at(-1)).toBe('puzzled');
    expect(rules.at(-1)?.name).toBe('puzzled');
  });
});
