import { describe, expect, it } from '@jest/globals';
import type { Advisory } from '../../src/advisory.ts';
import { playerAt, TROUBLE } from './moments.ts';
import { DAY, faultAt, Player } from './play.ts';

const FAULT = 'OD900001';

function withAdvisories(player: Player, ...advisories: readonly Advisory[]): Player {
  player.shelf = { ...player.shelf, advisories };
  return player;
}

function duringFault(): Player {
  const player = new Player();
  return withAdvisories(player, faultAt(player.at));
}

const other = (id: string, change: Partial<Advisory> = {}): Advisory => ({
  ...faultAt(0),
  id,
  services: ['Microsoft Teams'],
  title: 'Some users cannot see pictures in Teams chats',
  impact: 'Users may be unable to see pictures.',
  text: '',
  ...change,
});

function listed(player: Player): readonly string[] {
  const view = player.last?.posts.map((post) => post.view).find((one) => one.kind === 'health') ?? player.last?.tapped;
  return view?.kind === 'health' ? view.rows.map((row) => `${row.nearness} ${row.advisory.id}`) : [];
}

describe('every turn', () => {
  it('keeps language and time zone, and which advisories were shown as they were then', () => {
    const player = duringFault();
    player.say(TROUBLE);

    expect(player.person).toMatchObject({ spoken: 'en', timeZone: 'Europe/London', told: { [FAULT]: player.shelf.advisories[0]?.updatedAt } });
    player.do({ kind: 'text', text: '日本語' }, { timeZone: null, locales: [] });
    expect(player.person).toMatchObject({ spoken: 'ja', timeZone: 'Europe/London' });
  });

  it('remembers fifty of them: what was shown now, and of the rest those that changed last', () => {
    const player = duringFault();
    player.person = { ...player.person, told: Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`EX${index}`, 2e12 + index])) };
    player.say(TROUBLE);

    expect(Object.keys(player.person.told)).toHaveLength(50);
    expect(player.person.told).toHaveProperty(FAULT);
    expect(player.person.told).not.toHaveProperty('EX0');
  });
});

describe('follow, mute and their opposites', () => {
  it.each([
    ['follow OneDrive', 'note.followed', { follows: ['OneDrive for Business', 'Microsoft OneDrive', 'OneDrive'] }],
    ['please follow Exchange Online', 'note.followed', { follows: ['Exchange Online', 'Exchange', 'Outlook'] }],
    ['OneDrive をフォロー', 'note.followed', { follows: ['OneDrive for Business', 'Microsoft OneDrive', 'OneDrive'] }],
    ['ワンドライブをフォローして', 'note.followed', { follows: ['OneDrive for Business', 'Microsoft OneDrive', 'OneDrive'] }],
    ['tell me about od255960', 'note.followed', { follows: ['OD255960'] }],
    ['mute OD255960', 'note.muted', { mutedAdvisories: ['OD255960'] }],
    ['OD255960 はもういい', 'note.muted', { mutedAdvisories: ['OD255960'] }],
    ['ＯＤ２５５９６０ の通知を止めてください', 'note.muted', { mutedAdvisories: ['OD255960'] }],
    ['no more alerts about Teams', 'note.muted', { mutedServices: ['Microsoft Teams', 'Teams'] }],
    ['Teams の通知を止めて', 'note.muted', { mutedServices: ['Microsoft Teams', 'Teams'] }],
    ['unmute OD255960', 'note.unmuted', {}],
    ['OD255960 の通知を再開', 'note.unmuted', {}],
    ['stop alerts', 'note.stopped', { mutedServices: ['*'] }],
    ['通知を止めて', 'note.stopped', { mutedServices: ['*'] }],
    ['resume alerts', 'note.resumed', {}],
    ['unfollow SharePoint', 'note.dont-follow', {}],
    ['alerts', 'my-alerts', {}],
    ['お知らせ設定', 'my-alerts', {}],
    ['follow', 'my-alerts', {}],
  ])('"%s" is %s', (text, answer, change) => {
    const player = new Player();
    player.say(text);

    expect(player.answer).toEqual([answer]);
    expect(player.person.alerts).toMatchObject({ follows: [], mutedServices: [], mutedAdvisories: [], ...change });
    expect(player.intake).toBeNull();
  });

  it.each([
    'I cannot follow the steps for OneDrive',
    'OneDrive stopped',
    'Teams のメッセージが届かない',
    'OneDrive does not work',
    'the status bar of OneDrive is red',
  ])('"%s" is none of these', (text) => {
    const player = new Player();
    player.say(text);

    expect(player.person.alerts).toEqual(new Player().person.alerts);
    expect(player.answer).not.toContain('health');
  });

  it('leaves what waits for an answer as it is', () => {
    const player = playerAt('at a step');
    const { intake, person } = player;

    player.say('follow OneDrive');
    player.tap({ do: 'mute', on: true, advisory: FAULT });
    player.tap({ do: 'wish', quiet: 'none' });

    expect(player.intake).toBe(intake);
    expect(player.person.openSlot).toBe(person.openSlot);
  });

  it('from a list shows the list as it is now', () => {
    const player = duringFault();
    player.tap({ do: 'follow', on: true, advisory: FAULT, in: 'health', page: 0 });

    expect(player.last?.tapped).toMatchObject({ kind: 'health', rows: [{ isFollowed: true, isMuted: false }] });
    player.tap({ do: 'mute', on: true, advisory: FAULT, in: 'health', page: 0 });
    expect(player.last?.tapped).toMatchObject({ kind: 'health', rows: [{ isFollowed: false, isMuted: true }] });
    player.tap({ do: 'mute', on: false, advisory: FAULT, in: 'my-alerts' });
    expect(player.last?.tapped).toMatchObject({ kind: 'my-alerts', wishes: { mutedAdvisories: [] } });
  });

  it('on an alert can be undone', () => {
    const player = new Player();
    player.tap({ do: 'mute', on: true, service: 'OneDrive for Business' });

    const { tapped } = player.last ?? {};
    expect(tapped).toMatchObject({ kind: 'settled-alert', undo: { do: 'mute', on: false } });
    player.tap(tapped?.kind === 'settled-alert' ? { ...tapped.undo } : {});
    expect(player.person.alerts.mutedServices).toEqual([]);
  });

  it.each([
    { do: 'mute', on: true },
    { do: 'follow', on: 'perhaps', advisory: FAULT },
    { do: 'works-again', advisory: FAULT, answer: 'yes' },
  ])('%j changes nothing', (tap) => {
    const player = new Player();
    player.tap(tap);

    expect(player.toast).toBe('note.nonsense-tap');
    expect(player.person.alerts).toEqual(new Player().person.alerts);
  });
});

describe('the card of wishes', () => {
  it('is saved, and stays there as it is now', () => {
    const player = new Player();
    player.tap({ do: 'wish', follows: 'onedrive', quiet: 'own', from: '21:00', to: '07:00', incidents: 'true' });

    expect(player.person.alerts).toMatchObject({ quiet: { from: 1260, to: 420 }, incidentsPass: true });
    expect(player.last?.tapped).toMatchObject({ kind: 'my-alerts', notice: 'my-alerts.saved', wishes: player.person.alerts });
  });

  it('that cannot be read says so', () => {
    const player = new Player();
    player.tap({ do: 'wish', quiet: 'own', from: 'soon', to: '07:00', follows: 'onedrive' });

    expect(player.toast).toBe('my-alerts.bad-hours');
    expect(player.person.alerts).toEqual(new Player().person.alerts);
  });
});

describe('what is open', () => {
  it('is everything for somebody who has told nothing', () => {
    const player = withAdvisories(duringFault(), faultAt(0), other('TM100001'), other('TM100002', { isResolved: true }));
    player.say('status');

    expect(listed(player)).toEqual([`other ${FAULT}`, 'other TM100001']);
    expect(player.last?.posts[0]?.view).toMatchObject({ services: null });
  });

  it('is what the trouble may depend on, the likely first', () => {
    const player = new Player();
    withAdvisories(player, other('TM100001'), other('SP100001', { services: ['SharePoint Online'] }), faultAt(player.at));
    player.say(TROUBLE);
    player.say('障害情報');

    expect(listed(player)).toEqual([`likely ${FAULT}`, 'other SP100001']);
    expect(player.answer.at(-1)).toBe(`[fault ${FAULT}]`);
  });

  it('is of followed services too', () => {
    const player = withAdvisories(new Player(), other('TM100001'), other('SP100001', { services: ['SharePoint Online'] }));
    player.say('follow Teams');
    player.say('サービス状況');

    expect(listed(player)).toEqual(['other TM100001']);
  });

  it.each(['status of Teams', 'Teams の状況', 'outages at Teams', 'TM100001 の状況'])('"%s" is of that alone', (text) => {
    const player = withAdvisories(new Player(), faultAt(0), other('TM100001'));
    player.say(text);

    expect(listed(player)).toEqual(['other TM100001']);
  });

  it('says how old it is, and that it cannot be read', () => {
    const player = new Player();
    player.shelf = { advisories: [], readAt: 5, isFailing: true };
    player.say('status');

    expect(player.last?.posts[0]?.view).toMatchObject({ freshness: { readAt: 5, now: player.at, isFailing: true } });
  });
});

describe('"this is not my problem"', () => {
  it('in the conversation goes on, and no alert of it comes', () => {
    const player = duringFault();
    player.say(TROUBLE);
    player.tap({ do: 'not-mine', advisory: FAULT });

    expect(player.answer).toEqual(['[step restart-onedrive]']);
    expect(player.person.alerts.mutedAdvisories).toEqual([FAULT]);
  });

  it('on an alert that stands across the way goes on too', () => {
    const player = duringFault();
    player.say(TROUBLE);
    player.tap({ do: 'disown', advisory: FAULT });

    expect(player.answer).toEqual(['[step restart-onedrive]']);
    expect(player.person.alerts.mutedAdvisories).toEqual([FAULT]);
  });

  it('on an alert leaves the step that waits, and stands across no step after it', () => {
    const player = playerAt('at a step');
    withAdvisories(player, faultAt(player.at));
    const { openSlot } = player.person;
    player.tap({ do: 'disown', advisory: FAULT });

    expect(player.answer).toEqual([]);
    expect(player.person.openSlot).toBe(openSlot);
    player.tap({ do: 'outcome', step: 'restart-onedrive', outcome: 'failing' });
    expect(player.answer).toEqual(['[step time-and-updates]']);
  });

  it('leaves a case that is with the helpdesk there', () => {
    const player = playerAt('at a step');
    player.say('talk to a person');
    player.tap({ do: 'disown', advisory: FAULT });

    expect(player.intake).toMatchObject({ state: 'handed-over', dismissed: [FAULT] });
  });
});

describe('when it is over: does it work again?', () => {
  const answer = (player: Player, yesOrNo: 'yes' | 'no', about = player.intake?.id ?? '-') =>
    player.tap({ do: 'works-again', advisory: FAULT, about, answer: yesOrNo });

  it('yes ends the intake', () => {
    const player = playerAt('at a step');
    answer(player, 'yes');

    expect(player.intake?.state).toBe('solved');
    expect(player.answer).toEqual(['solved']);
    expect(player.last?.tapped).toMatchObject({ phrase: 'settled.works-again' });
  });

  it('yes ends a case that was handed over', () => {
    const player = playerAt('at a step');
    player.say('talk to a person');
    answer(player, 'yes');

    expect(player.intake?.state).toBe('solved');
  });

  it('no goes on exactly where it stopped', () => {
    const player = duringFault();
    player.say(TROUBLE);
    player.tap({ do: 'go-on', advisory: FAULT });
    const { intake } = player;
    withAdvisories(player);
    answer(player, 'no');

    expect(player.answer).toEqual(['note.works-not', '[step restart-onedrive]']);
    expect(player.intake).toBe(intake);
  });

  it('no lets the way go on where it waited for Microsoft, also days later', () => {
    const player = duringFault();
    player.say(TROUBLE);
    withAdvisories(player);
    player.at += 3 * DAY;
    answer(player, 'no');
    expect(player.answer).toEqual(['note.works-not', '[step restart-onedrive]']);
    player.say('still failing');

    expect(player.answer).toEqual(['[step time-and-updates]']);
  });

  it('no goes past what is on the shelf still', () => {
    const player = duringFault();
    player.say(TROUBLE);
    answer(player, 'no');

    expect(player.answer).toEqual(['note.works-not', '[step restart-onedrive]']);
  });

  it('no says to tell the helpdesk, where the case is theirs', () => {
    const player = playerAt('at a step');
    player.say('talk to a person');
    answer(player, 'no');

    expect(player.answer).toEqual(['note.works-not-person', 'handover']);
    expect(player.intake?.state).toBe('handed-over');
  });

  it.each(['yes', 'no'] as const)('%s of an intake that is another by now, or gone, or solved is told so, and changes nothing', (said) => {
    const nobody = new Player();
    answer(nobody, said, 'gone');
    expect(nobody.toast).toBe('note.works-gone');

    const player = playerAt('at a step');
    const { intake } = player;
    answer(player, said, 'an earlier one');
    expect([player.toast, player.intake]).toEqual(['note.works-gone', intake]);

    player.say('it worked');
    const { intake: solved } = player;
    answer(player, said);
    expect([player.toast, player.answer, player.intake]).toEqual(['note.works-solved', [], solved]);
  });

  it('yes leaves messages that wait to be placed waiting', () => {
    const player = playerAt('at a step');
    player.at += 2 * DAY;
    player.say('Teams 0xCAA50021');
    expect(player.person.held).toHaveLength(1);
    answer(player, 'yes');

    expect(player.intake?.state).toBe('solved');
    expect(player.person.held).toHaveLength(1);
    expect(player.answer.at(-1)).toBe('[continue or new: code]');
  });
});

describe('the steps that answer an advisory', () => {
  it('are where the person is', () => {
    const player = playerAt('at a step');
    player.tap({ do: 'steps', advisory: FAULT });

    expect(player.answer).toEqual(['[step restart-onedrive]']);
  });

  it('begin with its product where nothing is open', () => {
    const player = duringFault();
    player.tap({ do: 'steps', advisory: FAULT });

    expect(player.values('product')).toEqual(['onedrive']);
    expect(player.answer[0]).toMatch(/^\[question/);
  });
});
