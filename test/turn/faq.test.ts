import { beforeEach, describe, expect, it } from '@jest/globals';
import { MINUTE, Player } from './play.ts';

let player: Player;
beforeEach(() => {
  player = new Player();
});

/** Up to the question for the web version. */
function toQuestion(): void {
  player.say('OneDrive 0x8004de40, Windows 11');
}

/** Up to the first step. */
function toStep(): void {
  player.say('OneDrive 0x8004de40, Windows 11, I am at home, the web version works, only me');
}

describe('a question', () => {
  it('is answered before anything else was said, and opens no intake', () => {
    player.say('What is DefaultSecureProtocols?');

    expect(player.answer).toEqual(['faq q03-what-is-it']);
    expect(player.intake).toBeNull();
  });

  it('is answered in the middle of a question, which is then asked again', () => {
    toQuestion();
    const { intake } = player;

    player.say('Does WSUS deliver KB3140245?');

    expect(player.answer).toEqual(['faq q09-wsus', '[question web]']);
    expect(player.intake).toBe(intake);
  });

  it('is answered at a step, which is then shown again', () => {
    toStep();
    const { intake } = player;

    player.say('Will this delete my files?');

    expect(player.answer).toEqual(['faq files-safe', '[step restart-onedrive]']);
    expect(player.intake).toBe(intake);
  });

  it.each([
    ['still failing. Is this a virus?', 'failing'],
    ['it worked, will I lose files?', 'worked'],
  ])('waits when the message says how the step went: %s', (text, outcome) => {
    toStep();

    player.say(text);

    expect(player.intake?.outcomes).toMatchObject({ 'restart-onedrive': outcome });
    expect(player.answer.join()).not.toContain('faq');
  });

  it('waits when the message answers what was asked', () => {
    toQuestion();

    player.say('It opens. Is this a virus?');

    expect(player.values('web')).toEqual(['works']);
  });

  it('waits when the message tells of trouble', () => {
    player.say('OneDrive says 0x8004de40, is this a virus?');

    expect(player.values('code')).toEqual(['0x8004de40']);
    expect(player.answer.join()).not.toContain('faq');
  });

  it('may name the code that is known', () => {
    toQuestion();

    player.say('Is 0x8004de40 a virus?');

    expect(player.answer).toEqual(['faq virus', '[question web]']);
  });

  it('may be about another system than the one in trouble', () => {
    toQuestion();

    player.say('Can Windows 8 do TLS 1.2?');

    expect(player.answer).toEqual(['faq q02-old-windows', '[question web]']);
    expect(player.values('os')).toEqual(['windows-11']);
  });

  it('is answered after the trouble was solved, and opens nothing', () => {
    toStep();
    player.tap({ do: 'outcome', step: 'restart-onedrive', outcome: 'worked' });

    player.say('Why does the browser work when the app does not?');

    expect(player.answer).toEqual(['faq web-not-app']);
    expect(player.intake?.state).toBe('solved');
  });

  it('is answered while a message waits to be placed, and that goes on waiting', () => {
    toQuestion();
    player.say('now it says 0x8004de88');

    player.say('Is this a virus?');

    expect(player.answer).toEqual(['faq virus', '[continue or new: code]']);
    expect(player.person.held).toHaveLength(1);
  });

  it('is answered a day later without being asked where it belongs', () => {
    toQuestion();
    player.at += 26 * 60 * MINUTE;

    player.say('What is DefaultSecureProtocols?');

    expect(player.answer).toEqual(['faq q03-what-is-it', '[question web]']);
  });

  it('states nothing, so that editing it takes nothing back', () => {
    toQuestion();
    const id = player.say('Can Windows 8 do TLS 1.2?');

    player.edit(id, 'Can Windows 8 do TLS 1.2 at all?');

    expect(player.values('os')).toEqual(['windows-11']);
    expect(player.answer).toEqual([]);
  });

  it('about a known thing that none of the answers is for certain is offered as a choice', () => {
    player.say('What about DefaultSecureProtocols on a Friday?');

    expect(player.answer[0]?.split(', ')).toHaveLength(3);
    expect(player.intake).toBeNull();
  });

  it('that fits several is offered as a choice', () => {
    player.say('Where do I create DefaultSecureProtocols and which value should DefaultSecureProtocols have?');

    expect(player.answer).toHaveLength(1);
    expect(player.answer[0]?.replace('faq ', '').split(', ').toSorted()).toEqual(['q04-value', 'q06-where']);
  });
});

describe('pasted output', () => {
  it('is no question', () => {
    toQuestion();

    player.say('    DefaultSecureProtocols    REG_DWORD    0xa00');

    expect(player.answer.join()).not.toContain('faq');
  });
});

describe('the list of all questions', () => {
  it.each(['faq', 'FAQ', 'よくある質問', 'show all questions'])('is shown on "%s", and then what waits', (text) => {
    toQuestion();

    player.say(text);

    expect(player.answer).toEqual(['faq page 0', '[question web]']);
  });

  it('turns its page, and becomes an answer, in the place of its card', () => {
    toQuestion();
    const { intake } = player;

    player.tap({ do: 'faq', page: 1 });
    expect(player.last?.tapped).toEqual({ kind: 'faq-list', page: 1 });
    player.tap({ do: 'faq', faq: 'q04-value' });

    expect(player.last?.tapped).toEqual({ kind: 'faq-answer', faq: 'q04-value' });
    expect(player.answer).toEqual([]);
    expect(player.intake).toBe(intake);
  });

  it('is posted with what waits where a card cannot be replaced', () => {
    toQuestion();

    player.do({ kind: 'tap', data: { do: 'faq', faq: 'q04-value' }, isInPlace: false });

    expect(player.answer).toEqual(['faq q04-value', '[question web]']);
  });

  it('is what a tap on a question shows that is there no more', () => {
    player.tap({ do: 'faq', faq: 'gone' });

    expect(player.last?.tapped).toEqual({ kind: 'faq-list', page: 0 });
  });

  it.each([{ page: -1 }, { page: 'x' }, { faq: 7 }, { faq: 'a\u0000b' }])('refuses a tap that is none: %j', (data) => {
    player.tap({ do: 'faq', ...data });

    expect(player.toast).toBe('note.nonsense-tap');
  });
});
