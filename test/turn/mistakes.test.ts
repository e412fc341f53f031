import { describe, expect, it } from '@jest/globals';
import { playerAt } from './moments.ts';
import { Player } from './play.ts';

/** Answers as people give them, to the question that stands open. */
describe('an answer in a few words', () => {
  it.each([
    ['OneDrive 0x8004de40 Windows 7', 'no service pack', 'os', 'windows-7-rtm'],
    ['OneDrive 0x8004de40 Windows 7', 'SP1', 'os', 'windows-7-sp1'],
    ['Outlook が接続できません', 'コードはないです', 'code', 'none'],
    ['OneDrive', 'no code', 'code', 'none'],
  ])('after "%s", "%s" is %s: %s', (first, answer, fact, value) => {
    const player = new Player();
    player.say(first);

    player.say(answer);

    expect(player.values(fact)).toEqual([value]);
  });
});

describe('a slip that is corrected', () => {
  it('"it is Windows 10" says nothing of the web version', () => {
    const player = playerAt('in a question');

    player.say('it is Windows 10');

    expect(player.values('web')).toEqual([]);
  });
});

it('whoever has done what the card says is asked how it went', () => {
  const player = playerAt('at a step');

  player.say('あ、再起動はもうやりました');

  expect(player.answer).toEqual(['note.unsure-step', '[step restart-onedrive]']);
});
