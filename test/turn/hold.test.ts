import { describe, expect, it } from '@jest/globals';
import { playerAt, TROUBLE } from './moments.ts';
import { DAY, type Player } from './play.ts';

/** In a question since yesterday. */
function nextDay(): Player {
  const player = playerAt('in a question');
  player.at += DAY;
  return player;
}

describe('a message a day later', () => {
  it.each([['hello'], ['it opens'], ['OneDrive 0x8004de40 Windows 10'], ['the moon is made of cheese'], ["I'm on my phone because the PC is off"]])(
    '"%s" is kept, and Kiku asks where it belongs',
    (text) => {
      const player = nextDay();
      const before = player.intake;

      player.say(text);

      expect(player.answer).toEqual(['[continue or new: day]']);
      expect(player.person.held.map((one) => one.text)).toEqual([text]);
      expect(player.intake).toBe(before);
    },
  );

  it('on "continue" it is the answer that it would have been', () => {
    const player = nextDay();
    player.say('it opens');

    player.tap({ do: 'continue' });

    expect(player.values('web')).toEqual(['works']);
    expect(player.answer).toEqual(['[question network]']);
    expect(player.settled).toBe('settled.continued');
    expect(player.person.held).toEqual([]);
  });

  it('on "continue" it is the outcome of the step that waited', () => {
    const player = playerAt('at a step');
    player.at += DAY;
    player.say('still failing');

    player.say('continue');

    expect(player.intake?.outcomes['restart-onedrive']).toBe('failing');
    expect(player.answer).toEqual(['[step time-and-updates]']);
  });

  it('on "new" it begins a new intake, and nothing of the old is in it', () => {
    const player = nextDay();
    player.say('OneDrive 0x8004de40 on my Mac');

    player.tap({ do: 'new' });

    expect(player.values('os')).toEqual(['macos']);
    expect(player.values('web')).toEqual([]);
    expect(player.settled).toBe('settled.new');
  });

  it.each([
    ['continue', 'question network'],
    ['new', 'question os'],
  ])('two that arrive while it is asked are both kept, in their order: "%s"', (choice, then) => {
    const player = nextDay();
    player.say('0x8004de40');
    player.say('the web version works');

    player.tap({ do: choice });

    expect(player.values('web')).toEqual(['works']);
    expect(player.answer).toEqual([`[${then}]`]);
  });

  it.each([
    ['continue', 'i1'],
    ['続けます', 'i1'],
    ['the same problem', 'i1'],
    ['new', 'i3'],
    ['別の問題です', 'i3'],
    ['start over', 'i3'],
  ])('the question is answered in words too: "%s"', (words, intake) => {
    const player = nextDay();
    player.say('hello');

    player.say(words);

    expect(player.intake?.id).toBe(intake);
    expect(player.person.held).toEqual([]);
  });

  it('tapping something old instead loses nothing and asks again', () => {
    const player = nextDay();
    const before = player.intake;
    player.say('the web version works');

    player.tap({ do: 'answer', fact: 'web', value: 'fails' });

    expect(player.toast).toBe('note.stale');
    expect(player.answer).toEqual(['[continue or new: day]']);
    expect(player.intake).toBe(before);
    expect(player.person.held).toHaveLength(1);
  });

  it('tapping the very card that waits since yesterday simply answers it', () => {
    const player = nextDay();

    player.tap({ do: 'answer', fact: 'web', value: 'works' });

    expect(player.answer).toEqual(['[question network]']);
  });

  it('a tap on "Start" does not throw the old intake away', () => {
    const player = nextDay();

    player.tap({ do: 'start' });
    expect(player.answer).toEqual(['[continue or new: day]']);
    player.tap({ do: 'continue' });

    expect(player.intake?.id).toBe('i1');
    expect(player.answer).toEqual(['[question web]']);
  });

  it('asking for a person hands over the old intake with what waits', () => {
    const player = nextDay();
    player.say('0x8004de88, Windows 10');

    player.say('let me talk to a person');

    expect(player.intake?.id).toBe('i1');
    expect(player.values('code')).toEqual(['0x8004de40', '0x8004de88']);
    expect(player.answer.at(-1)).toBe('handover');
  });

  it('is asked about only when a whole day has passed', () => {
    const player = playerAt('in a question');
    player.at += DAY - 60_000;

    player.say('it opens');

    expect(player.answer).toEqual(['[question network]']);
  });

  it('keeps no address and no name of a person while it waits', () => {
    const player = nextDay();

    player.say('robin.doe@example.com cannot sign in, C:\\Users\\robin\\OneDrive');

    expect(JSON.stringify(player.person)).not.toMatch(/robin/i);
  });

  it('keeps no more than it can read, however much comes', () => {
    const player = nextDay();
    for (let count = 0; count < 5; count += 1) player.say('OneDrive '.repeat(2_000));

    expect(JSON.stringify(player.person).length).toBeLessThan(40_000);
    player.tap({ do: 'continue' });
    expect(player.intake?.id).toBe('i1');
  });
});

describe('another code', () => {
  it('is kept with its message until the person says where it belongs', () => {
    const player = playerAt('in a question');

    player.say('now it says 0x8004de88, I am in the office');

    expect(player.answer).toEqual(['[continue or new: code]']);
    expect(player.values('code')).toEqual(['0x8004de40']);
  });

  it('stands beside the first when it is the same trouble', () => {
    const player = playerAt('while Kiku asks where a message belongs');

    player.tap({ do: 'continue' });

    expect(player.values('code')).toEqual(['0x8004de40', '0x8004de88']);
    expect(player.answer).toEqual(['note.several-codes', '[question web]']);
  });

  it('stands alone when it is another trouble', () => {
    const player = playerAt('while Kiku asks where a message belongs');

    player.tap({ do: 'new' });

    expect(player.values('code')).toEqual(['0x8004de88']);
    expect(player.values('os')).toEqual([]);
  });

  it('a message without a code meanwhile waits with it', () => {
    const player = playerAt('while Kiku asks where a message belongs');

    player.say('the web version works');
    player.tap({ do: 'new' });

    expect(player.values('code')).toEqual(['0x8004de88']);
    expect(player.values('web')).toEqual(['works']);
  });

  it('is simply the answer when the code is being changed', () => {
    const player = playerAt('in a question');
    player.tap({ do: 'change', fact: 'code' });

    player.say('0x8004de88');

    expect(player.values('code')).toEqual(['0x8004de88']);
    expect(player.answer).toEqual(['[question web]']);
  });

  it('edited away while it waits, the message is taken in at once', () => {
    const player = playerAt('in a question');
    const id = player.say('now it says 0x8004de88, I am in the office');

    player.edit(id, 'it still says 0x8004de40, I am in the office');

    expect(player.values('network')).toEqual(['office']);
    expect(player.person.held).toEqual([]);
    expect(player.answer).toEqual(['[question web]']);
  });
});

describe('after the end', () => {
  it.each([
    ['after it was solved', 'solved'],
    ['after it was handed over', 'handed-over'],
  ])('%s, the same again is asked about', (moment, reason) => {
    const player = playerAt(moment);

    player.say('OneDrive cannot connect again, 0x8004de40');

    expect(player.answer).toEqual([`[continue or new: ${reason}]`]);
  });

  it('"still failing" after it was solved takes it up again with what is known', () => {
    const player = playerAt('after it was solved');
    player.say('it is still not working');
    expect(player.answer).toEqual(['[continue or new: solved]']);

    player.say('same problem');

    expect(player.intake?.state).toBe('open');
    expect(player.answer).toEqual(['[step time-and-updates]']);
  });

  it.each([
    ['another code', 'after it was solved', 'OneDrive 0x80070005'],
    ['a day later', 'after it was solved', TROUBLE],
    ['a day later', 'after it was handed over', TROUBLE],
  ])('%s begins anew without asking (%s)', (when, moment, text) => {
    const player = playerAt(moment);
    if (when === 'a day later') player.at += DAY;
    const before = player.intake?.id;

    player.say(text);

    expect(player.intake?.id).not.toBe(before);
    expect(player.intake?.state).toBe('open');
  });

  it('a card of the intake that has ended changes nothing any more', () => {
    for (const moment of ['after it was solved', 'after it was handed over']) {
      for (const tap of [
        { do: 'outcome', step: 'restart-onedrive', outcome: 'failing' },
        { do: 'answer', fact: 'web', value: 'fails' },
        { do: 'phone', on: true },
      ]) {
        const player = playerAt(moment);
        const before = player.intake;

        player.tap(tap);

        expect(player.intake).toBe(before);
        expect(player.answer).toEqual(['note.nothing-open']);
      }
    }
  });

  it('asking for a person twice shows the same case again', () => {
    const player = playerAt('after it was handed over');
    const before = player.intake;

    player.tap({ do: 'person' });

    expect(player.answer).toEqual(['note.already-handed-over', 'handover']);
    expect(player.intake).toBe(before);
  });
});

describe('messages that waited and begin a new intake', () => {
  /** Two that contradict each other, while Kiku asks where they belong. */
  const CASES: Readonly<Record<string, readonly [string, string]>> = {
    English: ['now it says 0x8004de88 on my Windows 10 laptop', 'it runs Windows 11'],
    Japanese: ['今度は 0x8004de88 が Windows 10 で出ます', 'Windows 11 の PC です'],
  };

  it.each(Object.entries(CASES))('in %s are asked about once where they contradict each other', (_language, [first, second]) => {
    const player = playerAt('in a question');
    player.say(first);
    player.say(second);

    player.tap({ do: 'new' });
    expect(player.answer).toEqual(['[which os: windows-10 or windows-11]']);
    player.tap({ do: 'answer', fact: 'os', value: 'windows-11' });

    expect(player.values('os')).toEqual(['windows-11']);
    expect(player.answer).toEqual(['[question web]']);
    player.say('I said it is Windows 10');
    expect(player.answer).toEqual(['[question web]']);
  });

  it('answer no question that was not asked', () => {
    const player = playerAt('in a question');
    player.say('now it says 0x8004de88 on Windows 10');
    player.say('the web version works, I am at the office');

    player.tap({ do: 'new' });

    expect(player.values('web')).toEqual(['works']);
    expect(player.values('code')).toEqual(['0x8004de88']);
    expect(player.answer).toEqual(['[question affected]']);
  });

  it('keep every code', () => {
    const player = playerAt('in a question');
    player.say('now it says 0x8004de88 on Windows 10');
    player.say('and 0x80070005');

    player.tap({ do: 'new' });

    expect(player.values('code')).toEqual(['0x8004de88', '0x80070005']);
    expect(player.answer).toEqual(['note.several-codes', '[question web]']);
  });
});
