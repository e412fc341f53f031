import { describe, expect, it } from '@jest/globals';
import { identifying } from '../understand/damage.ts';
import { moreEnglishPastes, moreJapanesePastes } from '../understand/pastes-blind.ts';
import { englishPastes } from '../understand/pastes-en.ts';
import { japanesePastes } from '../understand/pastes-ja.ts';
import { playerAt } from './moments.ts';
import { DAY, Player } from './play.ts';

const pastes = [...englishPastes, ...japanesePastes, ...moreEnglishPastes, ...moreJapanesePastes];

/** Whom a text names that is stored. */
function namedIn(player: Player): readonly string[] {
  const stored = JSON.stringify([player.person, player.intake, player.last]).toLowerCase();
  return identifying.filter((word) => stored.includes(word.toLowerCase()) || stored.includes(word.toLowerCase().replaceAll('\\', '\\\\')));
}

describe('pasted output', () => {
  it('leaves no name and no number in what is stored of a conversation', () => {
    const named = pastes.flatMap(([what, text]) => {
      const player = new Player();
      player.say('OneDrive 0x8004de40');
      player.edit(player.say(text), `${text}\nWindows 10`);
      return namedIn(player).length === 0 ? [] : [what];
    });

    expect(named).toEqual([]);
  });

  it('leaves none in a message that waits, either', () => {
    const named = pastes.flatMap(([what, text]) => {
      const player = playerAt('in a question');
      player.at += DAY;
      player.say(text);
      return namedIn(player).length === 0 ? [] : [what];
    });

    expect(named).toEqual([]);
  });

  it('says the same when it has waited', () => {
    const player = playerAt('in a question');
    player.at += DAY;
    player.say(englishPastes[0]?.[1] ?? '');

    player.tap({ do: 'continue' });

    expect(player.values('join')).toEqual(['hybrid']);
    expect(player.values('device-auth')).toEqual(['success']);
    expect(player.intake?.facts.join?.source).toEqual({ kind: 'pasted', line: 'AzureAdJoined : YES' });
  });
});
