import { describe, expect, it } from '@jest/globals';
import { playerAt } from './moments.ts';
import { DAY, Player } from './play.ts';

describe('an edited message', () => {
  it('corrects what it said, and the rest stands', () => {
    const player = new Player();
    const id = player.say('OneDrive 0x8004de40 Windows 11');
    player.tap({ do: 'answer', fact: 'web', value: 'works' });

    player.edit(id, 'OneDrive 0x8004de40 Windows 10');

    expect(player.values('os')).toEqual(['windows-10']);
    expect(player.values('web')).toEqual(['works']);
    expect(player.answer).toEqual(['note.edited', '[question network]']);
  });

  it('counts each time it is edited', () => {
    const player = new Player();
    const id = player.say('OneDrive 0x8004de40 Windows 11');

    player.edit(id, 'OneDrive 0x8004de40 Windows 10');
    player.edit(id, 'OneDrive 0x8004de40 Windows 11');

    expect(player.values('os')).toEqual(['windows-11']);
  });

  it('that says nothing new is passed over in silence', () => {
    const player = new Player();
    const id = player.say('onedrive 0x8004de40 windows 11');
    const before = player.intake;

    player.edit(id, 'OneDrive, 0x8004de40, Windows 11!');

    expect([player.answer, player.settled, player.intake]).toEqual([[], null, before]);
  });

  it('does not undo what was tapped since', () => {
    const player = new Player();
    const id = player.say('OneDrive 0x8004de40 Windows 11');
    player.tap({ do: 'change', fact: 'os' });
    player.tap({ do: 'answer', fact: 'os', value: 'windows-10' });

    player.edit(id, 'OneDrive 0x8004de40 Windows 11, the web version works');

    expect(player.values('os')).toEqual(['windows-10']);
    expect(player.values('web')).toEqual(['works']);
  });

  it('is read as the answer to the question that stood there when it was written', () => {
    const player = playerAt('in a question');
    const id = player.say('it opens');
    expect(player.values('web')).toEqual(['works']);

    player.edit(id, 'it does not open');

    expect(player.values('web')).toEqual(['fails']);
  });

  it('may correct the code', () => {
    const player = new Player();
    const id = player.say('OneDrive 0x8004de40 Windows 11');

    player.edit(id, 'OneDrive 0x8004de88 Windows 11');

    expect(player.values('code')).toEqual(['0x8004de88']);
    expect(player.answer).toEqual(['note.edited', '[question web]']);
  });

  it('that was not understood before is read now', () => {
    const player = new Player();
    const id = player.say('oendrvie eror');

    player.edit(id, 'OneDrive 0x8004de40');

    expect(player.answer).toEqual(['[question os]']);
  });

  it('a day later is still a correction', () => {
    const player = new Player();
    const id = player.say('OneDrive 0x8004de40 Windows 11');
    player.at += DAY;

    player.edit(id, 'OneDrive 0x8004de40 Windows 10');

    expect(player.values('os')).toEqual(['windows-10']);
  });

  it.each([
    ['of an earlier intake', (player: Player) => player.say('restart')],
    ['of a solved intake', (player: Player) => ['at home, web works, only me', 'it worked'].map((text) => player.say(text))],
    ['of an intake that was handed over', (player: Player) => player.say('talk to a person')],
  ])('%s disturbs nothing', (_name, then) => {
    const player = new Player();
    const id = player.say('OneDrive 0x8004de40 Windows 11');
    then(player);
    const [person, intake] = [player.person, player.intake];

    player.edit(id, 'OneDrive 0x8004de40 Windows 10');

    expect(player.answer).toEqual([]);
    expect([player.person, player.intake]).toEqual([person, intake]);
  });

  it('commands nothing', () => {
    const player = new Player();
    const id = player.say('OneDrive 0x8004de40 Windows 11');

    player.edit(id, 'talk to a person');

    expect(player.answer).toEqual([]);
    expect(player.intake?.state).toBe('open');
  });

  it('that waits is replaced by its new words', () => {
    const player = playerAt('in a question');
    const id = player.say('now 0x8004de88');

    player.edit(id, 'now 0x8004de88, on a Mac');
    player.tap({ do: 'new' });

    expect(player.values('os')).toEqual(['macos']);
  });

  it('of a message that Kiku never saw says nothing', () => {
    const player = playerAt('in a question');
    const before = player.intake;

    player.edit('unheard', 'Windows 10');

    expect([player.answer, player.intake]).toEqual([[], before]);
  });
});
