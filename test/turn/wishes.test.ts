import { describe, expect, it } from '@jest/globals';
import type { AlertWishes } from '../../src/alert-wishes.ts';
import { NO_WISHES } from '../../src/turn/scene.ts';
import { filledIn, following, isFollowing, muting } from '../../src/turn/wishes.ts';

const ONEDRIVE = { kind: 'service', name: 'OneDrive for Business' } as const;
const OD = { kind: 'advisory', id: 'OD255960' } as const;
const ALL = { kind: 'service', name: '*' } as const;

describe('following', () => {
  it('a service follows it under every name that Microsoft has for it', () => {
    const wishes = following(NO_WISHES, { kind: 'service', name: 'onedrive' }, true);

    expect(wishes.follows).toEqual(expect.arrayContaining(['OneDrive for Business', 'Microsoft OneDrive']));
    expect(following(wishes, ONEDRIVE, false)).toEqual(NO_WISHES);
  });

  it('twice is following once', () => {
    const once = following(NO_WISHES, OD, true);

    expect(following(once, OD, true)).toEqual(once);
  });

  it('what was muted ends that; muting what was followed ends this', () => {
    const muted = muting(following(NO_WISHES, OD, true), OD, true);

    expect(isFollowing(muted, OD)).toBe(false);
    expect(following(muted, OD, true)).toEqual(following(NO_WISHES, OD, true));
  });

  it('a service that nobody knows is followed by its own name', () => {
    expect(following(NO_WISHES, { kind: 'service', name: 'Power BI' }, true).follows).toEqual(['Power BI']);
  });
});

describe('muting', () => {
  it('everything ends as soon as one thing is wanted again', () => {
    const silent = muting(muting(NO_WISHES, ALL, true), OD, true);

    expect(muting(silent, OD, false)).toEqual(NO_WISHES);
    expect(muting(silent, ALL, false)).toEqual(muting(NO_WISHES, OD, true));
  });

  it('forgets the oldest of very many', () => {
    let wishes: AlertWishes = NO_WISHES;
    for (let count = 0; count < 300; count += 1) wishes = muting(wishes, { kind: 'advisory', id: `OD${10_000 + count}` }, true);

    expect(wishes.mutedAdvisories).toHaveLength(200);
    expect(wishes.mutedAdvisories.at(-1)).toBe('OD10299');
  });
});

describe('the card of wishes, filled in', () => {
  it.each([
    [{ quiet: 'usual' }, { quiet: null }],
    [{ quiet: 'none' }, { quiet: 'none' }],
    [{ quiet: 'none', from: '20:00', to: '07:30' }, { quiet: 'none' }],
    [{ quiet: 'usual', from: '20:00', to: '07:30' }, { quiet: null }],
    [{ quiet: 'usual', from: '22:00', to: '07:30' }, { quiet: { from: 1320, to: 450 } }],
    [{ quiet: 'none', from: '22:00', to: '07:30' }, { quiet: 'none' }],
    [{ quiet: 'own', from: '21:05', to: '6:00' }, { quiet: { from: 1265, to: 360 } }],
    [{ quiet: 'own', from: '21:05:00', to: '０６：００' }, { quiet: { from: 1265, to: 360 } }],
    [{ incidents: 'true' }, { incidentsPass: true }],
    [{ incidents: 'false' }, {}],
    [{ follows: 'teams' }, { follows: ['Microsoft Teams', 'Teams'] }],
    [{ follows: 'Power BI,OD255960,' }, { follows: ['Power BI', 'OD255960'] }],
    [{ follows: '' }, {}],
    [{}, {}],
  ])('%j becomes %j', (filled, change) => {
    expect(filledIn(NO_WISHES, filled)).toEqual({ ...NO_WISHES, ...change });
  });

  it('keeps what was not sent', () => {
    const wishes: AlertWishes = { ...NO_WISHES, follows: ['Power BI'], quiet: 'none', incidentsPass: true };

    expect(filledIn(wishes, {})).toEqual(wishes);
  });

  it.each([
    [{ quiet: 'own' }, 'my-alerts.bad-hours'],
    [{ quiet: 'own', from: '24:00', to: '07:00' }, 'my-alerts.bad-hours'],
    [{ quiet: 'own', from: 'evening', to: '07:00' }, 'my-alerts.bad-hours'],
    [{ quiet: 'own', from: '07:00', to: '07:60' }, 'my-alerts.bad-hours'],
    [{ quiet: 'own', from: '07:00', to: '7:00' }, 'my-alerts.same-hours'],
    [{ follows: Array.from({ length: 61 }, (_, index) => `s${index}`).join() }, 'note.too-many-follows'],
  ])('%j changes nothing and says why', (filled, phrase) => {
    expect(filledIn(NO_WISHES, filled)).toBe(phrase);
  });
});
