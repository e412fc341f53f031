import { describe, expect, it } from '@jest/globals';
import { MOMENTS, playerAt } from './moments.ts';

const cases = Object.entries(MOMENTS).map(([moment, { waits }]) => [moment, waits] as const);

describe.each(cases)('%s', (moment, waits) => {
  const waiting = waits === null ? [] : [`[${waits}]`];

  it('is what waits', () => {
    const player = playerAt(moment);

    expect(player.answer.filter((one) => one.startsWith('['))).toEqual(waiting);
  });

  it.each(['restart', '最初から'])('"%s" begins anew', (words) => {
    const player = playerAt(moment);
    const before = player.intake?.id;

    player.say(words);

    expect(player.intake?.id).not.toBe(before);
    expect(player.intake?.state).toBe('open');
    expect(player.answer).toEqual([moment.startsWith('while') ? '[question os]' : '[question code]']);
  });

  it.each(['help', 'ヘルプ'])('"%s" tells what Kiku can do and leaves what waits', (words) => {
    const player = playerAt(moment);
    const before = player.intake;

    player.say(words);

    expect(player.answer).toEqual(['help']);
    expect(player.settled).toBeNull();
    expect(player.intake).toBe(before);
  });

  it.each([
    ['speak English', 'en'],
    ['日本語で', 'ja'],
  ])('"%s" is the language from then on, and what waits is shown in it', (words, language) => {
    const player = playerAt(moment);
    const [before, held] = [player.intake, player.person.held];

    player.say(words);

    expect(player.person.language).toBe(language);
    expect(player.answer).toEqual(['language.set', ...waiting]);
    expect([player.intake, player.person.held]).toEqual([before, held]);
  });

  it.each(['language', '言語'])('"%s" asks which', (words) => {
    const player = playerAt(moment);

    player.say(words);

    expect(player.answer).toEqual(['language']);
  });

  it.each(['I want to talk to a person', '担当者に相談したい'])('"%s" hands everything over', (words) => {
    const player = playerAt(moment);

    player.say(words);

    expect(player.intake?.state).toBe('handed-over');
    expect(player.answer.at(-1)).toBe('handover');
    expect(player.person.held).toEqual([]);
  });

  it.each([
    ['an empty message', ''],
    ['emoji alone', '👍🎉'],
    ['control characters alone', '\u0007\u001b\u0000'],
  ])('%s is answered and changes nothing', (_name, text) => {
    const player = playerAt(moment);
    const [before, held] = [player.intake, player.person.held];

    player.say(text);

    expect(player.answer).toEqual(['note.empty', ...waiting]);
    expect([player.intake, player.person.held]).toEqual([before, held]);
  });

  it('a thank you is answered with one line', () => {
    const player = playerAt(moment);

    player.say('thank you');

    expect(player.answer).toEqual(['note.thanks']);
    expect(player.settled).toBeNull();
  });

  it('says what it can do when it does not understand, the second time with a person, and forgets that when it does again', () => {
    const player = playerAt(moment);

    player.say('the moon is made of cheese');
    const first = player.answer;
    player.say('flibbertigibbet');
    const second = player.answer;
    player.say('help');
    player.say('flibbertigibbet');

    expect(first.join()).toContain('puzzled');
    expect(first.join()).not.toContain('again');
    expect(second).toEqual(['puzzled again', ...waiting]);
    expect(player.answer).toEqual(first);
  });

  it.each([
    ['what is no tap at all', null],
    ['a text', 'answer'],
    ['a list', [{ do: 'start' }]],
    ['an unknown action', { do: 'explode' }],
    ['prototype keys', JSON.parse('{"__proto__":{"do":"start"},"constructor":{"do":"start"}}')],
    ['a fact by the name of a prototype key', { do: 'answer', fact: 'constructor', value: 'works' }],
    ['a step by the name of a prototype key', { do: 'wrong', step: 'constructor' }],
    ['a fact that does not exist', { do: 'answer', fact: 'mood', value: 'fine' }],
    ['a change of what was never said', { do: 'change', fact: 'toString' }],
    ['a step that does not exist', { do: 'outcome', step: 'dance', outcome: 'worked' }],
    ['the commands of a step that is not shown', { do: 'as-text', step: 'rejoin-hybrid' }],
    ['the commands of a step that does not exist', { do: 'as-text', step: 'dance' }],
    ['an advisory that was never shown', { do: 'not-mine', advisory: 'XX1' }],
    ['going past an advisory that does not stand there', { do: 'go-on', advisory: 'XX1' }],
    ['a card from last month', { do: 'answer', intake: 'old', revision: 3, fact: 'web', value: 'works' }],
    ['a person asked for on a card from last month', { do: 'person', intake: 'old', revision: 3 }],
    ['a new start on a card from last month', { do: 'new', intake: 'old', revision: 3 }],
    ['a new start on a stale card', { do: 'new', revision: 77 }],
  ])('a tap with %s changes nothing and shows where the person is', (_name, data) => {
    const player = playerAt(moment);
    const [before, held] = [player.intake, player.person.held];

    if (typeof data === 'object' && !Array.isArray(data) && data !== null) player.tap(data);
    else player.do({ kind: 'tap', data, isInPlace: true });

    expect([player.intake, player.person.held]).toEqual([before, held]);
    expect(player.intake).toBe(before);
    expect(player.toast).toMatch(/^note\./);
    expect(player.answer).toEqual(waits === null ? ['note.nothing-open'] : waiting);
    expect(player.last?.reports).toEqual([]);
  });

  it.each(['channel', 'group'] as const)('in a %s it only offers to go on in private', (kind) => {
    const player = playerAt(moment);
    const before = [player.person, player.intake];

    for (const what of [
      { kind: 'text', text: 'OneDrive 0x8004de40' },
      { kind: 'tap', data: { do: 'start' }, isInPlace: false },
    ] as const) {
      player.do(what, { conversation: { id: 'x', kind, team: null } });

      expect(player.answer).toEqual(['private']);
      expect([player.person, player.intake]).toEqual(before);
    }
  });
});
