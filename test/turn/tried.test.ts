import { describe, expect, it } from '@jest/globals';
import { playerAt, TROUBLE } from './moments.ts';
import { Player } from './play.ts';

describe('what somebody has tried before', () => {
  it.each([
    `I already restarted OneDrive. ${TROUBLE}`,
    'OneDriveは再起動しましたが 0x8004de40 が出ます。Windows 11、自宅です。Web 版は使えます。ほかの人は大丈夫です',
  ])('is left out, and Kiku says so: %s', (text) => {
    const player = new Player();

    player.say(text);

    expect(player.answer).toEqual(['note.tried', '[step time-and-updates]']);
    expect(player.last?.posts[0]?.view).toMatchObject({ with: { steps: expect.stringMatching(/OneDrive/) } });
  });

  it('adds up, and is said once', () => {
    const player = new Player();
    player.say('I already restarted OneDrive, 0x8004de40 on Windows 11');
    expect(player.answer).toEqual(['note.tried', '[question web]']);

    player.say('I also reset OneDrive');
    player.say('the web version works');

    expect(player.values('tried')).toEqual(['restart-onedrive', 'reset-onedrive']);
    expect(player.answer).toEqual(['[question network]']);
  });

  it('is told to whoever takes over', () => {
    const player = new Player();
    player.say(`I already restarted OneDrive. ${TROUBLE}`);

    player.say('talk to a person');

    expect(player.last?.posts.at(-1)?.view).toMatchObject({ kind: 'handover', facts: { tried: { values: ['restart-onedrive'] } } });
  });

  it('is asked how it went, when it is the step that waits', () => {
    const player = playerAt('at a step');

    player.say('I already restarted OneDrive');

    expect(player.answer).toEqual(['note.unsure-step', '[step restart-onedrive]']);
  });

  it.each(['I restarted OneDrive and it still fails', 'OneDriveは再起動しましたが、まだ直りません'])(
    'is that step\'s outcome, when it is said: "%s"',
    (text) => {
      const player = playerAt('at a step');

      player.say(text);

      expect(player.intake?.outcomes['restart-onedrive']).toBe('failing');
      expect(player.answer).toEqual(['[step time-and-updates]']);
    },
  );

  it.each(['I have not restarted OneDrive', 'Should I restart OneDrive?', 'I restarted my PC', 'OneDrive を再起動したいです'])(
    '"%s" tells of nothing that was done',
    (text) => {
      const player = new Player();

      player.say(`${text}. ${TROUBLE}`);

      expect(player.answer.at(-1)).toBe('[step restart-onedrive]');
    },
  );
});
