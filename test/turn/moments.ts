import { Player } from './play.ts';

export const TROUBLE = 'OneDrive 0x8004de40, Windows 11, at home, the web version works, only me';

/** Moments of a conversation, each with what waits for an answer then (`null`: nothing). */
export const MOMENTS: Readonly<Record<string, { readonly waits: string | null; readonly arrive: (player: Player) => void }>> = {
  'before anything': { waits: null, arrive: () => undefined },
  'in a question': { waits: 'question web', arrive: (player) => player.say('OneDrive 0x8004de40 Windows 11') },
  'at a step': { waits: 'step restart-onedrive', arrive: (player) => player.say(TROUBLE) },
  'at a stop': { waits: 'stop upgrade', arrive: (player) => player.say('OneDrive 0x8004de40, Windows 8, web works, at home') },
  'while Kiku asks where a message belongs': {
    waits: 'continue or new: code',
    arrive: (player) => {
      player.say('OneDrive 0x8004de40 Windows 11');
      player.say('now it says 0x8004de88');
    },
  },
  'after it was solved': {
    waits: null,
    arrive: (player) => {
      player.say(TROUBLE);
      player.say('it worked');
    },
  },
  'after it was handed over': {
    waits: null,
    arrive: (player) => {
      player.say(TROUBLE);
      player.say('talk to a person');
    },
  },
};

/** Somebody at that moment. */
export function playerAt(moment: string): Player {
  const player = new Player();
  MOMENTS[moment]?.arrive(player);
  return player;
}
