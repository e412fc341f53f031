import { describe, expect, it } from '@jest/globals';
import { playerAt, TROUBLE } from './moments.ts';
import { Player } from './play.ts';

describe('several facts in one message', () => {
  it.each([
    ['OneDrive 0x8004de40', 'question os'],
    ['OneDrive 0x8004de40 Windows 11', 'question web'],
    ['OneDrive 0x8004de40 Windows 11, web version works', 'question network'],
    [TROUBLE, 'step restart-onedrive'],
    ['Windows 11 の OneDrive で 0x8004de40。Web 版は使えます。自宅です。ほかの人は大丈夫です', 'step restart-onedrive'],
  ])('"%s" leads straight to %s', (text, waits) => {
    const player = new Player();

    player.say(text);

    expect(player.answer).toEqual([`[${waits}]`]);
  });
});

describe('"I don\'t know"', () => {
  it.each([
    ['by tap', (player: Player, fact: string) => player.tap({ do: 'answer', fact, value: 'unknown' })],
    ['in English', (player: Player) => player.say("I don't know")],
    ['in Japanese', (player: Player) => player.say('わかりません')],
  ])('%s is taken as the answer to every question, and leads to an end', (_how, answer) => {
    const player = new Player();
    player.say('OneDrive');
    const asked: string[] = [];

    for (let count = 0; count < 20; count += 1) {
      const [, fact] = /^\[question (\S+)\]$/.exec(player.answer.at(-1) ?? '') ?? [];
      if (fact === undefined) break;
      asked.push(fact);
      answer(player, fact);
      expect(player.values(fact)).toEqual(['unknown']);
    }

    expect(asked.slice(0, 3)).toEqual(['code', 'os', 'web']);
    expect(new Set(asked).size).toBe(asked.length);
    expect(player.answer.at(-1)).toMatch(/^\[(?:step|stop) /);
  });

  it.each(["I don't know", 'わかりません', 'not sure'])('"%s" at a step says how to tell, and changes nothing', (words) => {
    const player = playerAt('at a step');
    const before = player.intake;

    player.say(words);

    expect(player.answer).toEqual(['note.unsure-step', '[step restart-onedrive]']);
    expect(player.intake).toBe(before);
  });
});

describe('at a step', () => {
  it.each([
    ['it worked', 'solved'],
    ['解決しました', 'solved'],
    ['OneDrive works now', 'solved'],
    ['still failing', '[step time-and-updates]'],
    ['まだ直りません', '[step time-and-updates]'],
    ['still 0x8004de40', '[step time-and-updates]'],
    ["I can't do this", '[step time-and-updates]'],
    ['the web version works', '[step restart-onedrive]'],
    ['I am at home', '[step restart-onedrive]'],
  ])('"%s" leads to %s', (words, then) => {
    const player = playerAt('at a step');

    player.say(words);

    expect(player.answer).toEqual([then]);
  });
});

describe('commands among facts', () => {
  it('a person asked for gets what the same message said', () => {
    const player = new Player();

    player.say('OneDrive 0x8004de40 on Windows 11, please let me talk to a person');

    expect(player.intake?.state).toBe('handed-over');
    expect(player.values('os')).toEqual(['windows-11']);
  });

  it.each([
    ["I'm on my phone because the PC is broken, OneDrive 0x8004de40 Windows 11", 'question web'],
    ['スマホから書いています。Windows 11 の OneDrive で 0x8004de40 が出ます', 'question web'],
  ])('"%s" is both taken in', (text, waits) => {
    const player = new Player();

    player.say(text);

    expect(player.intake?.onPhone).toBe(true);
    expect(player.answer).toEqual(['note.on-phone', `[${waits}]`]);
  });

  it('whoever is back at the PC sees the steps for the PC', () => {
    const player = playerAt('at a step');
    player.tap({ do: 'phone', on: true });
    expect(player.last?.posts.at(-1)?.view).toMatchObject({ kind: 'step', onPhone: true });

    player.say('I am back at my PC');

    expect(player.last?.posts.at(-1)?.view).toMatchObject({ kind: 'step', onPhone: false });
  });
});

describe('codes', () => {
  it.each([
    ['0x8004de40 and 0x8004de88 and 0x80070006', 'note.several-codes', '0x8004de40'],
    ['0x80070006, then 0x8004de88', 'note.several-codes', '0x8004de88'],
  ])('of several in "%s" Kiku says which it goes on with', (text, said, code) => {
    const player = new Player();

    player.say(`OneDrive on Windows 11: ${text}`);

    expect(player.answer).toEqual([said, '[question web]']);
    expect(player.last?.posts[0]?.view).toMatchObject({ with: { code } });
    expect(player.last?.posts[1]?.view).toMatchObject({ explain: code });
  });

  it.each([['0x80070006'], ['0x8004de1c'], ['AADSTS99999'], ['0xcaa11111']])('%s is read, and honestly not known', (code) => {
    const player = new Player();

    player.say(`OneDrive says ${code}`);

    expect(player.answer).toEqual(['note.unknown-code', '[stop unknown-code]']);
    expect(player.last?.posts[0]?.view).toMatchObject({ with: { code: code.toLowerCase() } });
  });

  it.each([
    ['de40', '[question code 0x8004de40 0x8004de90]'],
    ['OneDrive error DE40', '[question code 0x8004de40 0x8004de90]'],
  ])('"%s" is read back and counts only when it is confirmed', (text, waits) => {
    const player = new Player();
    player.say(text);
    expect(player.answer).toEqual([waits]);
    expect(player.values('code')).toEqual([]);

    player.tap({ do: 'answer', fact: 'code', value: '0x8004de40' });

    expect(player.values('code')).toEqual(['0x8004de40']);
    expect(player.answer).toEqual(['[question os]']);
  });

  it('typed into the card they are read in every spelling', () => {
    const player = new Player();
    player.say('OneDrive');

    player.tap({ do: 'answer', fact: 'code', choice: ' 8004DE40 ' });

    expect(player.values('code')).toEqual(['0x8004de40']);
  });

  it.each([
    ['de40', '[question code 0x8004de40 0x8004de90]'],
    ['cheese', '[question code puzzled]'],
  ])('"%s" typed into the card is answered in the chat', (choice, waits) => {
    const player = new Player();
    player.say('OneDrive');

    player.tap({ do: 'answer', fact: 'code', choice });

    expect(player.answer).toEqual([waits]);
  });

  it.each([{ choice: '' }, {}])('a card sent without an answer (%j) stays as it is', (sent) => {
    const player = new Player();
    player.say('OneDrive');

    player.tap({ do: 'answer', fact: 'code', ...sent });

    expect([player.answer, player.settled, player.toast]).toEqual([[], null, 'note.no-choice']);
  });
});

describe('changing an answer', () => {
  it('asks for that one only, and the others stand', () => {
    const player = playerAt('at a step');

    player.tap({ do: 'change', fact: 'network' });
    expect(player.answer).toEqual(['[question network]']);
    player.tap({ do: 'answer', fact: 'network', value: 'office' });

    expect(player.values('network')).toEqual(['office']);
    expect(player.values('web')).toEqual(['works']);
    expect(player.answer).toEqual(['[step restart-onedrive]']);
  });

  it('a repeated tap on "change" changes nothing more', () => {
    const player = playerAt('at a step');
    player.tap({ do: 'change', fact: 'network' });
    const before = player.intake;

    player.tap({ do: 'change', fact: 'network' });

    expect(player.intake).toBe(before);
  });
});

describe('a wrong advice', () => {
  it('is reported for a step that was shown, and the way goes on', () => {
    const player = playerAt('at a step');

    player.tap({ do: 'wrong', step: 'restart-onedrive' });

    expect(player.last?.reports).toEqual([{ step: 'restart-onedrive', problem: 'onedrive-connectivity', intake: player.intake?.id }]);
    expect(player.answer).toEqual(['note.reported']);
  });

  it('is not reported for a step that this person never saw', () => {
    const player = playerAt('at a step');

    player.tap({ do: 'wrong', step: 'rejoin-hybrid' });

    expect(player.last?.reports).toEqual([]);
  });
});

describe('files', () => {
  it.each([
    ['', ['note.files']],
    ['OneDrive 0x8004de40', ['note.files', '[question os]']],
  ])('with the text "%s" are answered, and the text is read', (text, answer) => {
    const player = new Player();

    player.do({ kind: 'files', text });

    expect(player.answer).toEqual(answer);
  });
});

describe('long texts', () => {
  it.each([
    ['30 KB', 30_000, false],
    ['200 KB', 200_000, true],
  ])('%s are read as far as Kiku reads, and it says so when that is not all', (_size, length, isCut) => {
    const player = new Player();

    player.say(`OneDrive 0x8004de40 Windows 11 ${'x '.repeat(length)}`.slice(0, length));

    expect(player.answer).toEqual([...(isCut ? ['note.too-long'] : []), '[question web]']);
  });
});
