import { describe, expect, it } from '@jest/globals';
import { playerAt, TROUBLE } from './moments.ts';
import { faultAt, MINUTE, Player } from './play.ts';

const FAULT = 'OD900001';

function duringFault(): Player {
  const player = new Player();
  player.shelf = { ...player.shelf, advisories: [faultAt(player.at)] };
  return player;
}

describe("an open fault of Microsoft's", () => {
  it('stands across the way before the first step', () => {
    const player = duringFault();

    player.say(TROUBLE);

    expect(player.answer).toEqual([`[fault ${FAULT}]`]);
  });

  it.each([
    ['by tap', (player: Player) => player.tap({ do: 'go-on', advisory: FAULT })],
    ['in words', (player: Player) => player.say('go on anyway')],
    ['in Japanese', (player: Player) => player.say('それでも続ける')],
  ])('gone past %s leaves the harmless steps, then the stop that names it', (_how, goOn) => {
    const player = duringFault();
    player.say(TROUBLE);

    goOn(player);

    expect(player.settled).toBe(`${FAULT}: passed`);
    const shown: string[] = [];
    for (let count = 0; count < 20 && player.answer.at(-1)?.startsWith('[step'); count += 1) {
      const step = player.answer.at(-1)?.slice('[step '.length, -1) ?? '';
      shown.push(step);
      player.tap({ do: 'outcome', step, outcome: 'failing' });
      while (player.answer.at(-1)?.startsWith('[question')) player.say("I don't know");
    }
    expect(shown[0]).toBe('restart-onedrive');
    expect(player.answer).toEqual(['[stop wait]']);
    expect(player.last?.posts.at(-1)?.view).toMatchObject({ stop: { kind: 'wait', advisory: FAULT } });
  });

  it.each([
    ['by tap', (player: Player) => player.tap({ do: 'not-mine', advisory: FAULT })],
    ['in words', (player: Player) => player.say('this is not my problem')],
    ['in Japanese', (player: Player) => player.say('関係ありません')],
  ])('that is not this person’s, said %s, is never spoken of again', (_how, dismiss) => {
    const player = duringFault();
    player.say(TROUBLE);

    dismiss(player);

    expect(player.settled).toBe(`${FAULT}: dismissed`);
    expect(player.answer).toEqual(['[step restart-onedrive]']);
    expect(player.intake?.dismissed).toEqual([FAULT]);
  });

  it.each(["I don't know", 'よくわかりません'])('"%s" is answered, and it goes on standing there', (words) => {
    const player = duringFault();
    player.say(TROUBLE);

    player.say(words);

    expect(player.answer).toEqual(['note.unsure-advisory', `[fault ${FAULT}]`]);
  });

  it('that ends lets the way go on, also for whoever waits at its stop', () => {
    const player = duringFault();
    player.say(TROUBLE);
    player.shelf = { ...player.shelf, advisories: [] };

    player.say('is it over?');

    expect(player.answer.at(-1)).toBe('[step restart-onedrive]');
    expect(player.intake?.outcomes).toEqual({ 'restart-onedrive': 'begun' });
  });

  it('that begins later comes after the step that was begun', () => {
    const player = playerAt('at a step');
    player.shelf = { ...player.shelf, advisories: [faultAt(player.at)] };

    player.say('hello');
    expect(player.answer).toEqual(['[step restart-onedrive]']);
    player.say('still failing');

    expect(player.answer).toEqual([`[fault ${FAULT}]`]);
  });
});

describe('when Service Health could never be read', () => {
  it('Kiku says so once, before the first step', () => {
    const player = new Player();
    player.shelf = { advisories: [], readAt: null, isFailing: true };

    player.say('OneDrive 0x8004de40 Windows 11, at home, web works');
    expect(player.answer).toEqual(['[question affected]']);
    player.say('only me');
    expect(player.answer).toEqual(['note.data-none', '[step restart-onedrive]']);
    player.say('still failing');

    expect(player.answer).toEqual(['[step time-and-updates]']);
  });

  it('and does not where it makes no difference', () => {
    const player = new Player();
    player.shelf = { advisories: [], readAt: null, isFailing: true };

    player.say('OneDrive 0x80070006');

    expect(player.answer).toEqual(['note.unknown-code', '[stop unknown-code]']);
  });
});

it('the age of what was last read is shown with it', () => {
  const player = duringFault();
  player.shelf = { ...player.shelf, readAt: player.at - 90 * MINUTE, isFailing: true };

  player.say(TROUBLE);

  expect(player.last?.posts[0]?.view).toMatchObject({ freshness: { readAt: player.at - 91 * MINUTE, now: player.at, isFailing: true } });
});
