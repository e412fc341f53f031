import { describe, expect, it } from '@jest/globals';
import { playerAt } from './moments.ts';
import { faultAt, Player } from './play.ts';

describe('"OK" and "done"', () => {
  it.each(['ok', 'done', '了解です', '試しました'])('"%s" at a step asks how it went, and changes nothing', (words) => {
    const player = playerAt('at a step');
    const before = player.intake;

    player.say(words);

    expect(player.answer).toEqual(['note.unsure-step', '[step restart-onedrive]']);
    expect(player.intake).toBe(before);
  });

  it.each([['after it was solved'], ['after it was handed over'], ['before anything']])('%s, end the talk', (moment) => {
    const player = playerAt(moment);

    player.say('ok');

    expect(player.answer).toEqual(['note.thanks']);
  });
});

describe('trouble that is over', () => {
  it.each(['after it was handed over', 'before anything'])('%s, nothing more is asked', (moment) => {
    const player = playerAt(moment);

    player.say('it works now');

    expect(player.answer).toEqual(['note.thanks']);
  });

  it('after it was solved, nothing more is asked either', () => {
    const player = playerAt('after it was solved');

    player.say('great, it works');

    expect(player.answer).toEqual(['note.thanks']);
  });

  it('while a question waits that the words do not answer, the intake ends as solved', () => {
    const player = new Player();
    player.say('OneDrive 0x8004de40');

    player.say('直りました');

    expect(player.answer).toEqual(['solved']);
    expect(player.intake?.state).toBe('solved');
  });
});

describe('what is not understood', () => {
  it('at a stop shows where the person is', () => {
    const player = playerAt('at a stop');

    player.say('the moon is made of cheese');

    expect(player.answer).toEqual(['note.puzzled-stop', '[stop upgrade]']);
  });

  it('before an advisory points to what Microsoft said', () => {
    const player = playerAt('at a step');
    player.shelf = { advisories: [faultAt(player.at)], readAt: player.at, isFailing: false };
    player.say('still failing');

    player.say('when will it be over?');

    expect(player.answer[0]).toBe('note.puzzled-advisory');
  });
});

describe('a mistyped code', () => {
  it('that nobody knows is put right by naming the right one', () => {
    const player = new Player();
    player.say('OneDrive says 0x8004de1c');
    expect(player.answer).toContain('[stop unknown-code]');

    player.say('no, I meant 0x8004de40');

    expect(player.answer).toEqual(['note.several-codes', '[question os]']);
    expect(player.values('code')).toEqual(['0x8004de1c', '0x8004de40']);
  });

  it('a code that nobody knows after one that is known may be other trouble', () => {
    const player = playerAt('in a question');

    player.say('0x80070005');

    expect(player.answer).toEqual(['[continue or new: code]']);
  });
});
