import { describe, expect, it } from '@jest/globals';
import { playerAt } from './moments.ts';

const ELSEWHERE = [
  'I forgot my password',
  'the printer is broken',
  'my VPN drops all the time',
  'what is for lunch?',
  'are you human',
  'who made you?',
  'パスワードを忘れました',
  'プリンターが動きません',
  '人間ですか',
  '使えないボットだな',
  '今日の天気はどうですか',
];

describe('what is about something else', () => {
  it.each(ELSEWHERE)('"%s" answers no question, is no outcome, and calls nobody', (text) => {
    for (const [moment, waits] of [
      ['in a question', '[question web]'],
      ['at a step', '[step restart-onedrive]'],
    ] as const) {
      const player = playerAt(moment);
      const before = player.intake;

      player.say(text);

      expect(player.answer).toEqual(['not-mine', waits]);
      expect(player.intake).toBe(before);
    }
  });

  it.each([
    ['still failing, also with the VPN off', { outcomes: { 'restart-onedrive': 'failing' } }],
    ['the VPN client was restarted too, it worked', { state: 'solved' }],
  ])('beside an outcome leaves the outcome: "%s"', (text, intake) => {
    const player = playerAt('at a step');

    player.say(text);

    expect(player.intake).toMatchObject(intake);
  });
});

describe('who does not understand Kiku', () => {
  it.each(['I do not understand', "I don't understand this", 'what do you mean?', '意味がわかりません', 'どういう意味ですか'])(
    '"%s" is no answer and no outcome',
    (text) => {
      const question = playerAt('in a question');
      const step = playerAt('at a step');

      question.say(text);
      step.say(text);

      expect(question.answer).toEqual(['[question web puzzled]']);
      expect(step.answer).toEqual(['note.unsure-step', '[step restart-onedrive]']);
    },
  );

  it.each(['ok cool', 'okay great', 'fine, got it'])('"%s" at a step is not its success', (text) => {
    const player = playerAt('at a step');

    player.say(text);

    expect(player.answer).toEqual(['note.unsure-step', '[step restart-onedrive]']);
  });
});
