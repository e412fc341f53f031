import { describe, expect, it } from '@jest/globals';
import { playerAt } from './moments.ts';
import { Player } from './play.ts';

const TEN = 'OneDrive 0x8004de40, Windows 10';
const OUTPUT_11 = 'Microsoft Windows [Version 10.0.22631.4317]';
const OUTPUT_10 = 'Microsoft Windows [Version 10.0.19045.5011]';
const DIRECT = 'Direct access (no proxy server).';
const BY_PROXY = 'Proxy Server(s) :  proxy.example.com:8080';

function playerWho(...texts: readonly string[]): Player {
  const player = new Player();
  for (const text of texts) player.say(text);
  return player;
}

const os = (player: Player) => [player.values('os')[0], player.intake?.facts.os?.source.kind];

describe('output that contradicts what was said', () => {
  it('counts at once, is asked about, and the answer is stored with its source', () => {
    const player = playerWho(TEN, OUTPUT_11);
    expect(player.answer).toEqual(['[which os: windows-10 or windows-11]']);
    expect(os(player)).toEqual(['windows-11', 'pasted']);

    player.tap({ do: 'answer', fact: 'os', value: 'windows-10' });

    expect(os(player)).toEqual(['windows-10', 'tapped']);
    expect(player.answer).toEqual(['[question web]']);
  });

  it.each([
    ['the output is right', 'windows-11', ['windows-11', 'pasted']],
    ['nobody knows', 'unknown', ['windows-11', 'pasted']],
    ['it is something third', 'windows-8.1', ['windows-8.1', 'tapped']],
  ])('leads on when %s', (_what, value, stands) => {
    const player = playerWho(TEN, OUTPUT_11);

    player.tap({ do: 'answer', fact: 'os', value });

    expect(os(player)).toEqual(stands);
    expect(player.answer.join()).not.toContain('which');
  });

  it.each([
    ['Windows 10', ['windows-10', 'written']],
    ['10', ['windows-10', 'written']],
    ['11 です', ['windows-11', 'pasted']],
    ["I don't know", ['windows-11', 'pasted']],
  ])('is settled by the words "%s"', (words, stands) => {
    const player = playerWho(TEN, OUTPUT_11, words);

    expect(os(player)).toEqual(stands);
    expect(player.answer).toEqual(['[question web]']);
  });

  it('is asked about once: who goes on is not asked again, nor who pastes it again', () => {
    const player = playerWho(TEN, OUTPUT_11, 'the web version works');
    expect(player.answer).toEqual(['[question network]']);

    player.say(OUTPUT_11);
    expect(player.answer).toEqual(['[question network]']);
    player.say('Windows 10');

    expect(player.answer).toEqual(['[question network]']);
    expect(os(player)).toEqual(['windows-11', 'pasted']);
  });

  it('does not overturn what the person decided', () => {
    const player = playerWho(TEN, OUTPUT_11);
    player.tap({ do: 'answer', fact: 'os', value: 'windows-10' });

    player.say(OUTPUT_11);

    expect(os(player)).toEqual(['windows-10', 'tapped']);
    expect(player.answer).toEqual(['[question web]']);
  });

  it('at a step is asked about, and then the step waits again', () => {
    const player = playerWho('OneDrive 0x8004de40, Windows 10, at home, the web version works, only me');
    const step = player.answer.at(-1);

    player.say(OUTPUT_11);
    expect(player.answer).toEqual(['[which os: windows-10 or windows-11]']);
    player.tap({ do: 'answer', fact: 'os', value: 'windows-11' });

    expect(player.answer).toEqual([step]);
  });

  it('in the very message that says it, is asked about too', () => {
    expect(playerWho(`OneDrive 0x8004de40 on my Windows 10 laptop\n\n${OUTPUT_11}`).answer).toEqual(['[which os: windows-10 or windows-11]']);
  });

  it('in a message that says everything begins no step that nobody has seen', () => {
    const player = playerWho(`OneDrive 0x8004de40 on Windows 8, at home, the web version works, only me\n\n${OUTPUT_11}`);
    expect(player.answer).toEqual(['[which os: windows-8 or windows-11]']);

    expect(player.intake?.outcomes).toEqual({});
  });

  it('in two facts is asked about one after the other', () => {
    const player = playerWho(`${TEN}, we have no proxy`, `${OUTPUT_11}\n${BY_PROXY}`);
    expect(player.answer).toEqual(['[which os: windows-10 or windows-11]']);

    player.tap({ do: 'answer', fact: 'os', value: 'windows-11' });
    expect(player.answer).toEqual(['[which proxy: none or present]']);
    player.tap({ do: 'answer', fact: 'proxy', value: 'none' });

    expect(player.values('proxy')).toEqual(['none']);
    expect(player.answer).toEqual(['[question web]']);
  });
});

describe('words that contradict output', () => {
  it.each(['Windows 10', 'no, it is Windows 10', 'いいえ、Windows 10 です'])('"%s" is asked about, and the output stands until then', (words) => {
    const player = playerWho('OneDrive 0x8004de40', OUTPUT_11, words);

    expect(player.answer).toEqual(['[which os: windows-11 or windows-10]']);
    expect(os(player)).toEqual(['windows-11', 'pasted']);
  });

  it('as a tap are asked about once, and then a tap counts', () => {
    const player = playerWho('OneDrive 0x8004de40', OUTPUT_11);
    player.tap({ do: 'change', fact: 'os' });
    player.tap({ do: 'answer', fact: 'os', value: 'windows-10' });
    expect(player.answer).toEqual(['[which os: windows-11 or windows-10]']);
    expect(os(player)).toEqual(['windows-11', 'pasted']);

    player.say('the web version works');
    player.tap({ do: 'change', fact: 'os' });
    player.tap({ do: 'answer', fact: 'os', value: 'windows-10' });

    expect(os(player)).toEqual(['windows-10', 'tapped']);
    expect(player.answer.join()).not.toContain('which');
  });
});

describe('words that contradict words', () => {
  it.each([
    'no, it is Windows 11',
    'sorry, it is Windows 11',
    'not 10, 11',
    'actually it is Windows 11',
    '違います、11です',
    '10ではなく11です',
    'いいえ、Windows 11 です',
  ])('"%s" corrects what was said', (words) => {
    const player = playerWho(TEN, words);

    expect(os(player)).toEqual(['windows-11', 'written']);
    expect(player.answer).toEqual(['[question web]']);
  });

  it.each(['No, but on my iPhone it works', 'no, it still fails, also on my Mac', 'いいえ、iPhone では使えます'])(
    '"%s" takes nothing back',
    (words) => {
      const player = playerWho(TEN, words);

      expect(os(player)).toEqual(['windows-10', 'written']);
    },
  );

  it('of another device are asked about', () => {
    expect(playerWho(TEN, 'I have Windows 11 here').answer).toEqual(['[which os: windows-10 or windows-11]']);
  });

  it.each([
    ['web', 'the web version works', 'the web version does not work', 'fails'],
    ['network', 'I am in the office', 'now I am at home', 'elsewhere'],
    ['affected', 'only me', 'others in the office have it too', 'others-same-network'],
  ])('of what the person knows best simply count (%s)', (fact, first, second, value) => {
    const player = playerWho(`${TEN}, ${first}`, second);

    expect(player.values(fact)).toEqual([value]);
    expect(player.answer.join()).not.toContain('which');
  });
});

describe('no contradiction', () => {
  it('is a newer output of what is set on the device', () => {
    const player = playerWho(TEN, DIRECT, BY_PROXY);

    expect(player.values('proxy')).toEqual(['present']);
    expect(player.answer.join()).not.toContain('which');
  });

  it('is two outputs of one system', () => {
    expect(playerWho('OneDrive 0x8004de40', OUTPUT_10, OUTPUT_10).answer).toEqual(['[question web]']);
  });

  it('is saying less exactly what is known', () => {
    const player = playerWho(TEN, 'my windows laptop');

    expect(player.values('os')).toEqual(['windows-10']);
  });

  it('keeps the outcome of a step from being heard', () => {
    const player = playerWho('OneDrive 0x8004de40, Windows 10, at home, the web version works, only me');

    player.say('still failing on my windows laptop');

    expect(player.settled).toBe('restart-onedrive: failing');
  });
});

describe('an edit', () => {
  it('corrects what a message said, and is no contradiction', () => {
    const player = new Player();
    const id = player.say(TEN);

    player.edit(id, 'OneDrive 0x8004de40, Windows 11');

    expect(player.answer).toEqual(['note.edited', '[question web]']);
    expect(os(player)).toEqual(['windows-11', 'written']);
  });

  it('against an output is asked about', () => {
    const player = new Player();
    const id = player.say('OneDrive 0x8004de40, Windows 11');
    player.say(OUTPUT_11);

    player.edit(id, 'OneDrive 0x8004de40, Windows 10');

    expect(player.answer).toEqual(['note.edited', '[which os: windows-11 or windows-10]']);
  });
});

describe('an answer of a trip that has ended', () => {
  it.each(['after it was solved', 'after it was handed over'])('is changed with one tap, and the trip is taken up again: %s', (moment) => {
    const player = playerAt(moment);
    const { id } = player.intake ?? never();

    player.tap({ do: 'change', fact: 'web' });

    expect(player.answer).toEqual(['[question web]']);
    expect(player.intake).toMatchObject({ id, state: 'open' });
    player.tap({ do: 'answer', fact: 'web', value: 'fails' });
    expect(player.values('web')).toEqual(['fails']);
    expect(player.values('os')).toEqual(['windows-11']);
    expect(player.intake?.state).toBe('open');
  });

  it('is not changed while a message waits to be placed', () => {
    const player = playerAt('after it was solved');
    player.say('Windows 10, the web version fails');
    const before = player.intake;

    player.tap({ do: 'change', fact: 'web' });

    expect(player.intake).toBe(before);
    expect(player.toast).toBe('note.old-card');
  });
});

function never(): never {
  throw new Error('There is no intake.');
}
