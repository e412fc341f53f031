import { describe, expect, it } from '@jest/globals';
import type { Case } from '../../src/case-ports.ts';
import { DAY, faultAt, Player } from './play.ts';

const TROUBLE = 'OneDrive 0x8004de40 Windows 11';

/** Somebody in a tenant whose helpdesk has a channel, in the middle of a trip. */
function inTrouble(text = TROUBLE): Player {
  const player = new Player();
  player.hasHelpdesk = true;
  player.say(text);
  return player;
}

function handedOver(): Player {
  const player = inTrouble();
  player.say('talk to a person');
  return player;
}

/** What the helpdesk does to the case. */
function agent(player: Player, change: Partial<Case>): void {
  if (player.case === null) throw new Error('There is no case.');
  player.case = { ...player.case, revision: player.case.revision + 1, touchedAt: player.at + 1, ...change };
}

const resolved = { state: 'resolved', outcome: 'I reset your sign-in.' } as const;
const closed = { state: 'closed' } as const;
const handedBack = { state: 'resolved', outcome: null } as const;

const texts = (player: Player) => player.said.map(({ text }) => text);

const own = (player: Player, act: string) => player.tap({ do: 'own-case', case: player.case?.id ?? '', act });

describe('handing over', () => {
  it.each(['talk to a person', 'person', '担当者', '担当者に相談したい'])('in words opens a case at once: "%s"', (text) => {
    const player = inTrouble();

    player.say(text);

    expect(player.answer).toEqual([`own-case ${player.case?.id}`]);
    expect(player.intake?.state).toBe('handed-over');
    expect(player.person.case).toBe(player.case?.id);
    expect(player.case).toMatchObject({ state: 'waiting-helpdesk', content: { problem: 'onedrive-connectivity', facts: { os: {} } } });
  });

  it('by a tap shows first what goes along; the trip goes on where something else is written', () => {
    const player = inTrouble();
    player.tap({ do: 'person' });
    expect([player.answer, player.case, player.intake?.state]).toEqual([['[offer]'], null, 'open']);

    player.say('it works in the browser');

    expect(player.values('web')).toEqual(['works']);
    expect(player.case).toBeNull();
  });

  it('leaves out what was unticked', () => {
    const player = inTrouble('OneDrive 0x8004de40 Windows 11, my own PC');
    player.tap({ do: 'person' });

    player.tap({ do: 'send', along: 'code,product,symptom' });

    expect(Object.keys(player.case?.content.facts ?? {})).not.toContain('os');
    expect(player.case?.content.leftOut).toEqual(expect.arrayContaining(['os', 'device']));
    expect(player.case?.content.words).toEqual([]);
    expect(JSON.stringify(player.case?.content)).not.toMatch(/windows 11/i);
    expect(player.answer).toEqual([`own-case ${player.case?.id}`]);
  });

  it('tells the helpdesk which kinds were left out, and of none that there was nothing of', () => {
    const player = inTrouble();
    player.tap({ do: 'person' });

    player.tap({ do: 'send', along: 'code,product,symptom,os' });

    expect(player.case?.content.leftOut).toEqual(['*words']);
  });

  it('sends everything where the client says nothing of ticks, and from the card of a stop', () => {
    const player = inTrouble('OneDrive 0x8004de40, Windows 11, no website opens at all');
    for (let count = 0; count < 20 && !player.answer.at(-1)?.startsWith('[stop'); count += 1) {
      const post = player.last?.posts.at(-1)?.view;
      if (post?.kind === 'question') player.tap({ do: 'answer', fact: post.fact, value: 'unknown' });
      else if (post?.kind === 'step') player.tap({ do: 'outcome', step: post.step, outcome: 'failing' });
    }

    player.tap({ do: 'send' });

    expect(player.case?.content).toMatchObject({ leftOut: [], stop: expect.any(String) });
    expect(player.settled).toBe('settled.sent');
  });

  it('opens one case however often it is sent', () => {
    const player = inTrouble();
    player.tap({ do: 'person' });
    const place = { intake: player.intake?.id, revision: player.intake?.revision };
    player.tap({ do: 'send' });
    const { case: first } = player;

    player.tap({ do: 'send', ...place });
    player.tap({ do: 'person' });

    expect(player.case).toBe(first);
    expect(player.answer).toEqual([`own-case ${first?.id}`]);
  });

  it('keeps the words of a message that asks for a person in many', () => {
    const player = inTrouble();

    player.say('I want to talk to a person because my presentation begins in ten minutes');

    expect(texts(player)).toEqual(['I want to talk to a person because my presentation begins in ten minutes']);
  });

  it('tells the helpdesk every message as it was written, but for identifiers and words for Kiku alone', () => {
    const player = inTrouble();
    player.say('help');
    player.say('kim.lee@contoso.example says that the lift is broken');

    player.say('person');

    expect(player.case?.content.words).toEqual([TROUBLE, expect.stringContaining('says that the lift is broken')]);
    expect(JSON.stringify(player.case?.content)).not.toContain('kim.lee');
  });

  it('without anything known opens a case all the same', () => {
    const player = new Player();
    player.hasHelpdesk = true;

    player.tap({ do: 'person' });

    expect(player.case?.state).toBe('waiting-helpdesk');
  });

  it('without a channel is as it was: the case in words, to be passed on', () => {
    const player = inTrouble();
    player.hasHelpdesk = false;

    player.tap({ do: 'person' });

    expect([player.answer, player.case]).toEqual([['handover'], null]);
  });
});

describe('while a person has the case', () => {
  it.each(['it works', 'Windows 10', '0x8004de40', 'hello', 'thanks', 'what is TLS?', '🙂', 'yes', 'diagnose', "I'm back at my PC", 'ありがとう'])(
    'Kiku is silent and passes on: "%s"',
    (text) => {
      const player = handedOver();
      agent(player, { assignee: { id: 'a', name: 'Mori' } });

      player.say(text);

      expect([player.answer, texts(player)]).toEqual([[], [text]]);
    },
  );

  it('only the first message is answered: it was passed on', () => {
    const player = handedOver();

    player.say('my number is 123');
    const first = player.answer;
    player.say('and I am in room 4');

    expect([first, player.answer]).toEqual([['own-case.passed-on'], []]);
    expect(texts(player)).toEqual(['my number is 123', 'and I am in room 4']);
  });

  it.each([
    ['help', 'help'],
    ['status', 'health'],
    ['alerts', 'my-alerts'],
    ['language', 'language'],
    ['faq', 'faq page 0'],
  ])('obeys the command "%s"', (text, shown) => {
    const player = handedOver();

    player.say(text);

    expect([player.answer[0], texts(player)]).toEqual([shown, []]);
  });

  it('what a command printed goes into it with its identifiers masked; what a person wrote goes as it is', () => {
    const player = handedOver();
    const output = 'AzureAdJoined : YES\nDomainJoined : NO\nDeviceId : 5f0c2c1e-93b1-4f0e-a1d7-0c5f6f1f8a21\nDeviceAuthStatus : SUCCESS';

    player.say('call me at 555-0142, room 4');
    player.say(`here it is\n${output}`);

    expect(texts(player)).toContain('call me at 555-0142, room 4');
    expect(texts(player).at(-1)).toContain('DeviceAuthStatus : SUCCESS');
    expect(texts(player).join()).not.toContain('5f0c2c1e');
  });

  it('edits and deletions of what stands in the case are made there', () => {
    const player = handedOver();
    const [first, second] = [player.say('room 4'), player.say('call me')];

    player.edit(first, 'room 5');
    player.do({ kind: 'unsay', of: second });

    expect([texts(player), player.answer]).toEqual([['room 5', ''], []]);
  });

  it('what was written before and is edited now is said anew', () => {
    const player = new Player();
    player.hasHelpdesk = true;
    const id = player.say(TROUBLE);
    player.say('person');

    player.edit(id, 'OneDrive 0x8004de40 Windows 10');

    expect(texts(player)).toEqual(['OneDrive 0x8004de40 Windows 10']);
  });

  it('pictures and files go into it', () => {
    const player = handedOver();
    const picture = { name: 'error.png', kind: 'picture', url: 'https://smba.example/v3/1', contentType: 'image/png' } as const;

    player.do({ kind: 'files', text: 'this is it', files: [picture, { name: 'a].xlsx', kind: 'file', url: '', contentType: '' }] });

    expect(texts(player)).toEqual(['this is it\n\n\u001e![error.png](https://smba.example/v3/1)\n\n\u001e[a .xlsx]()']);
  });

  it('its steps and answers cannot be changed under the hands of the helpdesk', () => {
    const player = handedOver();
    const { intake } = player;

    player.tap({ do: 'change', fact: 'os' });

    expect([player.toast, player.answer, player.intake]).toEqual(['own-case.has-person', [`own-case ${player.case?.id}`], intake]);
  });
});

describe('a new trouble beside an open case', () => {
  function beside(): Player {
    const player = handedOver();
    player.say('restart');
    return player;
  }

  it('runs there; the case stays', () => {
    const player = beside();
    player.say('OneDrive 0x8004de88');
    player.say('Windows 10');

    expect(player.values('os')).toEqual(['windows-10']);
    expect([player.case?.state, texts(player)]).toEqual(['waiting-helpdesk', []]);
  });

  it('what answers nothing is asked about, and then not again', () => {
    const player = beside();
    player.say('my number is 123');
    expect(player.answer).toEqual([`[whom ${player.case?.id}]`]);
    player.say('call me there');

    own(player, 'tell');
    expect(texts(player)).toEqual(['my number is 123', 'call me there']);
    expect(player.answer.at(-1)).toBe('[question code]');
    player.say('I am in room 4');

    expect(texts(player).at(-1)).toBe('I am in room 4');
    expect(player.answer).toEqual([]);
  });

  it('another code while only the case is there is asked about once', () => {
    const player = handedOver();
    player.say('now it says 0x80070005');
    expect(player.answer).toEqual([`[whom ${player.case?.id}]`]);

    player.say('to the helpdesk');
    expect(texts(player)).toEqual(['now it says 0x80070005']);
    player.say('0x80070005 again');

    expect(texts(player)).toEqual(['now it says 0x80070005', '0x80070005 again']);
  });

  it('or begins a trip of its own with what was written', () => {
    const player = handedOver();
    player.say('now it says 0x80070005');

    own(player, 'new');

    expect(player.values('code')).toEqual(['0x80070005']);
    expect([player.intake?.state, player.case?.state, texts(player)]).toEqual(['open', 'waiting-helpdesk', []]);
  });

  it('that needs a person too is added to the case', () => {
    const player = beside();
    player.say('OneDrive 0x80070005');

    player.say('person');

    expect(player.answer).toEqual(['own-case.added']);
    expect(texts(player).join()).toContain('0x80070005');
  });
});

describe('what becomes of a case', () => {
  it('withdrawn: the helpdesk is told, and the trip is open where it stopped', () => {
    const player = handedOver();

    own(player, 'withdraw');

    expect(player.case?.state).toBe('withdrawn');
    expect(player.answer).toEqual(['own-case.withdrawn', '[question web]']);
    expect([player.intake?.state, player.person.case]).toEqual(['open', null]);
  });

  it.each(['a tap', 'words'])('handed back: the trip goes on exactly where it stopped, by %s', (by) => {
    const player = handedOver();
    agent(player, handedBack);

    if (by === 'a tap') own(player, 'go-on');
    else player.say('it opens in the browser');

    expect(player.intake?.state).toBe('open');
    expect(player.answer).toEqual([by === 'a tap' ? '[question web]' : '[question network]']);
  });

  it('handed back while another trouble is open: that one first, then this one is taken up', () => {
    const player = handedOver();
    const first = player.intake?.id;
    player.say('restart');
    agent(player, handedBack);
    own(player, 'go-on');
    expect([player.toast, player.answer]).toEqual(['own-case.other-first', ['[question code]']]);
    player.tap({ do: 'works-again', advisory: 'OD900001', about: player.intake?.id, answer: 'yes' });

    own(player, 'go-on');

    expect([player.toast, player.person.intake]).toEqual(['own-case.taken-up', first]);
  });

  it.each(['a tap', 'yes it works now', 'はい、解決しました'])('resolved, and it helped: the trip is solved, by %s', (text) => {
    const player = handedOver();
    agent(player, resolved);

    if (text === 'a tap') own(player, 'helped');
    else player.say(text);

    expect([player.intake?.state, player.answer]).toEqual(['solved', ['solved']]);
  });

  it.each(['a tap', 'still failing', 'まだ直りません'])('resolved, and it did not help: the case is open again, by %s', (text) => {
    const player = handedOver();
    agent(player, resolved);

    if (text === 'a tap') own(player, 'not-helped');
    else player.say(text);

    expect(player.case?.state).toBe('waiting-helpdesk');
    expect(texts(player)).toEqual(text === 'a tap' ? [] : [text]);
    player.say('hello?');
    expect(texts(player).at(-1)).toBe('hello?');
  });

  it.each([
    ['resolved', resolved],
    ['closed', closed],
  ])('%s: what is written afterwards waits for the answer: reopen, or new', (_name, change) => {
    const player = handedOver();
    agent(player, change);
    player.say('my colleague Kim (kim@example.com) has an idea');
    expect(player.answer).toEqual([`[whom ${player.case?.id}]`]);
    player.say('and one thing more');

    own(player, 'tell');

    expect(player.case?.state).toBe('waiting-helpdesk');
    expect(texts(player)).toEqual(['my colleague Kim (kim@example.com) has an idea', 'and one thing more']);
  });

  it('what waited and was told is edited where it stands now', () => {
    const player = handedOver();
    agent(player, closed);
    const id = player.say('my colleague Kim has an idea');
    own(player, 'tell');

    player.edit(id, 'my colleague Lee has an idea');

    expect(texts(player)).toEqual(['my colleague Lee has an idea']);
  });

  it('closed: a new trouble leaves it behind', () => {
    const player = handedOver();
    agent(player, closed);
    player.at += 3 * DAY;
    player.say('my OneDrive says 0x80070005');

    player.say('new');
    expect(player.values('code')).toEqual(['0x80070005']);
    player.say('talk to a person');

    expect(player.case?.intake).toBe(player.intake?.id);
    expect(player.case?.content.facts.code?.values).toEqual(['0x80070005']);
  });

  it('thanks after it was resolved needs no question', () => {
    const player = handedOver();
    agent(player, resolved);

    player.say('thank you');

    expect(player.answer).toEqual(['note.thanks']);
  });

  it('a tap that comes too late changes nothing and says so', () => {
    const player = handedOver();
    agent(player, closed);
    const { case: before } = player;

    own(player, 'withdraw');
    own(player, 'helped');

    expect([player.toast, player.case]).toEqual(['own-case.moved-on', before]);
  });
});

describe('when Microsoft says that a fault is over', () => {
  const over = (player: Player, answer: string) =>
    player.tap({ do: 'works-again', advisory: faultAt(player.at).id, about: player.intake?.id, answer });

  it('"it works again" withdraws the case, and says why', () => {
    const player = handedOver();

    over(player, 'yes');

    expect([player.case?.state, player.intake?.state, player.person.case]).toEqual(['withdrawn', 'solved', null]);
    expect(texts(player).join()).toContain(faultAt(player.at).id);
  });

  it('"still not" is told to the helpdesk', () => {
    const player = handedOver();

    over(player, 'no');

    expect([player.case?.state, player.answer]).toEqual(['waiting-helpdesk', ['own-case.told-works-not']]);
    expect(texts(player)).toHaveLength(1);
  });
});
