import { describe, expect, it } from '@jest/globals';
import { DAY, Player } from './play.ts';

function playerWho(...texts: readonly string[]): Player {
  const player = new Player();
  for (const text of texts) player.say(text);
  return player;
}

describe('a code in doubt', () => {
  it.each([
    ['a short form of a code that has a double', 'OneDrive says de40', ['0x8004de40', '0x8004de90']],
    ['the other of the two', 'OneDrive DE90', ['0x8004de90', '0x8004de40']],
    ['one of three', 'it says deef', ['0x8004deef', '0x8004def4', '0x8004def7']],
    ['a short form without a double', 'it says dec5', ['0x8004dec5']],
    ['the letter O in a code that has a double', 'OneDrive Ox8oo4de4O', ['0x8004de40', '0x8004de90']],
    ['a missing last digit', 'OneDrive 0x8004de4', ['0x8004de40']],
    ['a digit too many', 'OneDrive 0x8004de400', ['0x8004de40']],
    ['a zero too many in the middle', 'OneDrive 0x80004de40', ['0x8004de40']],
    ['two digits exchanged', 'OneDrive 0x8004dfe7', ['0x8004def7']],
    ['a wrong digit', 'OneDrive 0x8004de41', ['0x8004de40']],
    ['a wrong digit beside three', 'OneDrive 0x8004de50', ['0x8004de40', '0x8004de80', '0x8004de90']],
    ['a sign-in code with a digit missing', 'Teams CAA5002', ['0xcaa50021']],
    ['a sign-in code with a wrong digit', 'Teams CAA70005', ['0xcaa70004', '0xcaa70007']],
    ['a bare number in a text about signing in', 'error 50126 when I sign in', ['aadsts50126']],
    ['a bare number of Windows', 'OneDrive shows 8007016a', ['0x8007016a']],
  ])('is read back: %s', (_what, text, candidates) => {
    const player = playerWho(text);

    const view = player.last?.posts.at(-1)?.view;
    expect(view).toMatchObject({ kind: 'question', fact: 'code', readBack: { codes: expect.arrayContaining(candidates) } });
    expect(view?.kind === 'question' && view.readBack?.codes[0]).toBe(candidates[0]);
    expect(player.values('code')).toEqual([]);
  });

  it.each([
    ['known, and written out', '0x8004de40', ['0x8004de40']],
    ['known, as a number', '-2147164608', ['0x8004de40']],
    ['known to exist, though nothing is known of it', '0x8004de42', ['0x8004de42']],
    ['known, beside one that is not', '0x8004de41 and 0x8004de40', ['0x8004de41', '0x8004de40']],
    ['far from every other', '0x8004de1c', ['0x8004de1c']],
    ['one of the many of Windows', '0x80070006', ['0x80070006']],
    ['one of the many of Entra', 'AADSTS50054', ['aadsts50054']],
  ])('is not one that is %s', (_what, text, codes) => {
    expect(playerWho(`OneDrive says ${text}`).values('code')).toEqual(codes);
  });

  it.each(['see de41.html', 'meet me in room 50126', 'call 80070005', 'the decade'])('is nothing in "%s"', (text) => {
    const view = playerWho(`OneDrive does not connect, ${text}`).last?.posts.at(-1)?.view;

    expect(view?.kind === 'question' ? view.readBack : undefined).toBeUndefined();
  });

  it('keeps what else the message says', () => {
    const player = playerWho('OneDrive on Windows 10 says 0x8004de41');

    expect([player.values('os'), player.values('product'), player.values('code')]).toEqual([['windows-10'], ['onedrive'], []]);
  });

  it.each([
    ['tapped', (player: Player) => player.tap({ do: 'answer', fact: 'code', value: '0x8004de90' }), '0x8004de90'],
    ['tapped as it was written', (player: Player) => player.tap({ do: 'answer', fact: 'code', value: '0x8004de40' }), '0x8004de40'],
    ['written out', (player: Player) => player.say('0x8004de90'), '0x8004de90'],
    ['written short once more', (player: Player) => player.say('de40'), '0x8004de40'],
  ])('counts when it is %s', (_how, confirm, code) => {
    const player = playerWho('de40');

    confirm(player);

    expect(player.values('code')).toEqual([code]);
  });

  it.each([
    ['tapped', (player: Player) => player.tap({ do: 'answer', fact: 'code', value: '0x8004de41' })],
    ['written once more', (player: Player) => player.say('it really is 0x8004de41')],
  ])('that nobody knows counts when it is %s', (_how, insist) => {
    const player = playerWho('OneDrive says 0x8004de41');

    insist(player);

    expect(player.values('code')).toEqual(['0x8004de41']);
    expect(player.answer).toEqual(['note.unknown-code', '[stop unknown-code]']);
  });

  it.each([
    ['it says dec5', 'yes', '0x8004dec5'],
    ['dec5 と出ます', 'はい', '0x8004dec5'],
    ['OneDrive says 0x8004de41', 'yes', '0x8004de40'],
  ])('"%s" with one candidate is confirmed by "%s"', (text, yes, code) => {
    expect(playerWho(text, yes).values('code')).toEqual([code]);
  });

  it('with two candidates is not confirmed by a yes', () => {
    expect(playerWho('de40', 'yes').values('code')).toEqual([]);
  });

  it.each(['yes', 'banana', 'windows 11'])('is asked about with the same two after "%s"', (text) => {
    const view = playerWho('OneDrive says de40', text).last?.posts.at(-1)?.view;

    expect(view).toMatchObject({ kind: 'question', fact: 'code', readBack: { codes: ['0x8004de40', '0x8004de90'] } });
  });

  it('is asked for anew where the person had said that there is none', () => {
    const player = playerWho('OneDrive cannot connect, there is no error code');

    player.say('now it says de40');

    expect(player.answer).toEqual(['[question code 0x8004de40 0x8004de90]']);
  });

  it('at a step is read back in a sentence, and the step stays', () => {
    const player = playerWho('OneDrive 0x8004de40, Windows 11, at home, web version works, only me');
    const step = player.answer.at(-1);

    player.say('now it says de90');

    expect(player.answer).toEqual(['note.read-back-alike', step]);
    expect(player.values('code')).toEqual(['0x8004de40']);
  });

  it.each([
    ['new', 'new', []],
    ['the same trouble', 'continue', ['0x8004de40']],
  ])('in a message that waited is read back when it is placed: %s', (_what, choice, codes) => {
    const player = playerWho('OneDrive 0x8004de40, Windows 11, at home, web version works, only me');
    player.at += 2 * DAY;
    player.say('OneDrive says de90');
    expect(player.answer).toEqual(['[continue or new: day]']);

    player.tap({ do: choice });

    expect(player.answer.join()).toMatch(choice === 'new' ? /^.question code 0x8004de90 0x8004de40.$/ : /^note.read-back-alike,/);
    expect(player.values('code')).toEqual(codes);
    expect(player.person.held).toEqual([]);
  });

  it('of an earlier trouble is read back anew in another', () => {
    const player = playerWho('de40', 'restart', 'de40');

    expect(player.answer).toEqual(['[question code 0x8004de40 0x8004de90]']);
  });

  it('of the wrong length and near no other is asked for as it stands there', () => {
    expect(playerWho('OneDrive 0x8004de').last?.posts.at(-1)?.view).toMatchObject({ readBack: { written: '0x8004de', codes: [] } });
  });
});

describe('a code that leads to no problem', () => {
  it('is explained on the card that ends there, without a word that it is not known', () => {
    const player = playerWho('Office says 0x80072efd');

    expect(player.answer).toEqual(['[stop unknown-code]']);
  });

  it('and of which Microsoft says nothing is told as such', () => {
    expect(playerWho('OneDrive says 0x8004de42').answer).toEqual(['note.undocumented-code', '[stop unknown-code]']);
  });

  it('is explained where it stands beside one that nobody knows', () => {
    const player = playerWho('Office says 0x80072efd and 0x80070006');

    expect(player.last?.posts[0]?.view).toMatchObject({ phrase: 'note.several-codes', with: { code: '0x80072efd' } });
  });
});
