import { describe, expect, it } from '@jest/globals';
import { playerAt } from './moments.ts';
import { Player } from './play.ts';

/** At a step that only looks. */
function atALook(): Player {
  const player = new Player();
  player.say('OneDrive 0x8004de40, Windows 11, at the office, the web version fails, other websites work, only me');
  return player;
}

const SOLVED = ['solved', 'it is fixed', 'the problem is solved', 'it works again', '解決しました', '自然に直りました', 'おかげさまで直りました'];

describe('whoever says that the trouble is over', () => {
  it.each(SOLVED)('"%s" at a step that only looks ends the intake as solved, by no step', (words) => {
    const player = atALook();
    const position = player.last?.posts.at(-1)?.view;
    expect(position).toMatchObject({ kind: 'step', step: 'sign-in-on-web' });

    player.say(words);

    expect(player.intake?.state).toBe('solved');
    expect(player.last?.posts.map(({ view }) => view)).toMatchObject([{ kind: 'solved', step: null }]);
    expect(player.settled).toBe('settled.solved');
  });

  it.each([[{ do: 'outcome', step: 'sign-in-on-web', outcome: 'worked' }], [{ do: 'outcome', step: 'sign-in-on-web', outcome: 'failing' }]])(
    'a button of such a step keeps its own meaning: %j',
    (tap) => {
      const player = atALook();

      player.tap(tap);

      expect(player.intake?.state).toBe('open');
      expect(player.intake?.outcomes['sign-in-on-web']).toBe(tap.outcome);
    },
  );

  it.each(['it worked', 'that worked', 'できました'])('"%s" there is what was seen, and the way goes on', (words) => {
    const player = atALook();

    player.say(words);

    expect(player.intake?.state).toBe('open');
    expect(player.intake?.outcomes['sign-in-on-web']).toBe('worked');
  });

  it.each(SOLVED)('"%s" at a step that repairs is that step\'s success', (words) => {
    const player = playerAt('at a step');

    player.say(words);

    expect(player.last?.posts.map(({ view }) => view)).toMatchObject([{ kind: 'solved', step: 'restart-onedrive' }]);
  });

  it.each(['in a question', 'at a stop'])('%s ends the intake too', (moment) => {
    for (const words of ['solved', '解決しました']) {
      const player = playerAt(moment);

      player.say(words);

      expect(player.intake?.state).toBe('solved');
      expect(player.answer).toEqual(['solved']);
    }
  });

  it.each(['not solved', 'still not fixed', 'is it solved?', 'how is it fixed?', '解決しません', '直りましたか'])(
    '"%s" says no such thing',
    (words) => {
      const player = atALook();

      player.say(words);

      expect(player.intake?.state).toBe('open');
    },
  );

  it('and then that it is back, is asked whether it is the same, and stands where it was', () => {
    const player = atALook();
    player.say('solved');

    player.say('it is back, still failing');
    player.say('same problem');

    expect(player.intake?.state).toBe('open');
    expect(player.answer).toEqual(['[step sign-in-on-web]']);
  });
});

describe('whoever only says that something is wrong', () => {
  const TROUBLE = [
    "it doesn't work",
    'Help, my computer is broken!',
    'I have a problem',
    'nothing works since this morning',
    'hello, I get an error',
    '動きません',
    'お疲れ様です。パソコンの調子が悪いです',
    '困っています。助けてください',
    'エラーが出ました',
  ];

  it.each(TROUBLE)('"%s" is told what Kiku can do, and asked the first question', (words) => {
    const player = new Player();

    player.say(words);

    expect(player.answer).toEqual(['note.begin', '[question code]']);
    expect(player.intake?.facts).toEqual({});
  });

  it.each(TROUBLE)('"%s" after a handover is asked whether it is the same trouble', (words) => {
    const player = playerAt('after it was handed over');

    player.say(words);

    expect(player.answer).toEqual(['[continue or new: handed-over]']);
  });

  it.each([
    ['the moon is made of cheese', 'puzzled'],
    ['the coffee machine is broken', 'puzzled'],
    ['コーヒーメーカーが壊れました', 'puzzled'],
    ['the printer does not work', 'not-mine'],
    ['hello', 'welcome'],
  ])('"%s" is no trouble of ours', (words, answer) => {
    const player = new Player();

    player.say(words);

    expect(player.answer).toEqual([answer]);
    expect(player.intake).toBeNull();
  });
});
