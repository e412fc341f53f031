import { describe, expect, it } from '@jest/globals';
import type { Transition } from '../../src/advisories/transitions.ts';
import type { Advisory } from '../../src/advisory.ts';
import { createRenderer } from '../../src/cards/render.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Language } from '../../src/ports.ts';
import type { View } from '../../src/views.ts';
import { cardOf, nodesIn, tapsOf, textsOf } from './look.ts';
import { advisory, now } from './views.ts';

const knowledge = loadKnowledge(`${import.meta.dirname}/../../knowledge`);
const renderer = createRenderer(knowledge, `${import.meta.dirname}/../../cards`, { defaultTimeZone: 'Asia/Tokyo' });
const LATER: Advisory = { ...advisory, id: 'OD900001' };
const RESOLVED: Advisory = { ...LATER, isResolved: true, status: 'serviceRestored', endAt: now - 60_000, nextUpdate: null };

type AlertView = Extract<View, { kind: 'alert' }>;

function show(change: Partial<AlertView> = {}, language: Language = 'en') {
  const of = { fanOut: 1, edition: 1 };
  return renderer.render(
    { kind: 'alert', of, advisory: LATER, transitions: ['new'], reason: 'affected', sentence: null, at: now, timeZone: 'Asia/Tokyo', ...change },
    language,
  );
}

const dos = (message: ReturnType<typeof show>) => tapsOf(message).map((tap) => tap.do);
const seen = (message: ReturnType<typeof show>) => [...textsOf(message), ...rows(message)].join('\n');
const rows = (message: ReturnType<typeof show>) =>
  nodesIn(cardOf(message), (node) => node.type === 'FactSet').flatMap((set) =>
    Array.isArray(set.facts) ? set.facts.map((row) => `${Object(row).title}: ${Object(row).value}`) : [],
  );

describe.each(['en', 'ja'] as const)('an alert, in %s', (language) => {
  it('says in the notification which advisory it is, and what changed', () => {
    const summaries = (['new', 'status', 'became-incident', 'resolved', 'reopened', 'changed'] as const).map((transition: Transition) => {
      const message = show({ transitions: [transition] }, language);
      return message.kind === 'card' ? message.summary : '';
    });

    for (const summary of summaries) expect(summary).toMatch(/^OD900001: Some users may be unable/);
    expect(new Set(summaries).size).toBe(6);
  });

  it('quotes Microsoft as it wrote, in a frame of the reader', () => {
    const text = seen(show({}, language));

    expect(text).toContain(LATER.title);
    expect(text).toContain('Current status: We have found');
    expect(/[ぁ-ん]/.test(text)).toBe(language === 'ja');
  });

  it('says why this person gets it', () => {
    const why = (['affected', 'follows', 'informed'] as const).map((reason) => seen(show({ reason }, language)));

    expect(new Set(why).size).toBe(3);
  });
});

describe('an alert', () => {
  it("of Microsoft's fault offers no step", () => {
    expect(dos(show())).toEqual(['disown', 'mute', 'mute', 'my-alerts']);
  });

  it('that customers answer shows the step', () => {
    expect(dos(show({ advisory }))).toEqual(['steps', 'disown', 'mute', 'mute', 'my-alerts']);
  });

  it('of what is over offers nothing that is past', () => {
    expect(dos(show({ advisory: RESOLVED, transitions: ['resolved'] }))).toEqual(['mute', 'mute', 'my-alerts']);
    expect(rows(show({ advisory: RESOLVED, transitions: ['resolved'] })).join('\n')).not.toMatch(/Next update/);
  });

  it('cannot be not the problem of somebody who only follows', () => {
    expect(dos(show({ reason: 'follows' }))).not.toContain('disown');
  });

  it('mutes the advisory, and the service by the name that Service Health has for it', () => {
    const [one, service] = tapsOf(show()).filter((tap) => tap.do === 'mute');

    expect(one).toMatchObject({ on: true, advisory: LATER.id });
    expect(service).toMatchObject({ on: true, service: 'OneDrive for Business' });
  });

  it('has the day with every time, in the zone of the reader, else in the usual one', () => {
    expect(rows(show())).toEqual(
      expect.arrayContaining([expect.stringMatching(/Began: 22 Nov.*08:12/), expect.stringMatching(/Next update: 22 Nov.*11:30/)]),
    );
    expect(rows(show({ timeZone: 'Europe/London' }))).toEqual(expect.arrayContaining([expect.stringMatching(/Began: 21 Nov.*23:12/)]));
    expect(rows(show({ timeZone: '' }))).toEqual(rows(show()));
  });

  it('adds what the helpdesk says, with who says it, as plain text', () => {
    const text = seen(show({ sentence: { text: 'The **web** works. [here](https://evil.example)', by: 'Mori' } }));

    expect(text).toContain('Mori');
    expect(text).toContain('The \\*\\*web\\*\\* works. \\[here\\]');
  });

  it('leaves out an end before its beginning', () => {
    expect(rows(show({ advisory: { ...RESOLVED, endAt: 0 } })).join()).not.toMatch(/Ended|1970/);
  });

  it('is short, whatever Microsoft writes', () => {
    const long = { ...LATER, title: 'word '.repeat(500), text: '<b>x</b> '.repeat(30_000) };

    expect(JSON.stringify(cardOf(show({ advisory: long }))).length).toBeLessThan(6_000);
  });

  it('that nobody has a status, kind or service name for is shown as it came', () => {
    const text = seen(show({ advisory: { ...LATER, status: 'brandNew', classification: 'warning', services: ['Power BI'] } }));

    expect(text).toMatch(/brandNew[\s\S]*warning/);
    expect(text).toContain('Power BI');
  });
});

describe('the question when it is over', () => {
  const question = (language: Language) =>
    renderer.render(
      {
        kind: 'alert-question',
        of: { fanOut: 1, edition: 1 },
        place: { intake: 'i1', revision: 0 },
        advisory: RESOLVED,
        sentence: null,
        at: now,
        timeZone: 'Asia/Tokyo',
      },
      language,
    );

  it('asks about one intake', () => {
    expect(tapsOf(question('en'))).toEqual([
      { do: 'works-again', advisory: 'OD900001', about: 'i1', answer: 'yes' },
      { do: 'works-again', advisory: 'OD900001', about: 'i1', answer: 'no' },
    ]);
  });

  it.each(['en', 'ja'] as const)('is asked in the notification already, in %s', (language) => {
    const message = question(language);

    expect(message.kind === 'card' ? message.summary : '').toMatch(language === 'en' ? /^OD900001 is over/ : /^OD900001 は/);
    expect(textsOf(message).join()).toContain('09:59');
  });
});

describe('the list of what is open', () => {
  const rowsOf = (count: number) =>
    Array.from({ length: count }, () => ({ advisory: LATER, nearness: 'other' as const, isFollowed: false, isMuted: false, isServiceMuted: false }));
  const list = (count: number, page = 0, services: readonly string[] | null = null) =>
    renderer.render(
      { kind: 'health', rows: rowsOf(count), page, services, freshness: { readAt: now, now, isFailing: false }, timeZone: 'Asia/Tokyo' },
      'en',
    );

  it.each([
    [6, 0, 6, []],
    [7, 0, 6, [1]],
    [7, 1, 1, [0]],
    [7, 9, 6, [1]],
    [0, 0, 0, []],
  ])('of %i, page %i, shows %i, and %j is next', (count, page, shown, next) => {
    const taps = tapsOf(list(count, page));

    expect(taps.filter((tap) => tap.do === 'follow')).toHaveLength(shown);
    expect(taps.flatMap((tap) => (tap.do === 'health' ? [tap.page] : []))).toEqual(next);
  });

  it('keeps to one service over its pages', () => {
    expect(tapsOf(list(7, 0, ['Microsoft Teams']))).toContainEqual({ do: 'health', page: 1, of: 'Microsoft Teams' });
  });

  it("leads to the admin center of another cloud where that is Microsoft's", () => {
    const view = {
      kind: 'health',
      rows: rowsOf(1),
      page: 0,
      services: null,
      freshness: { readAt: now, now, isFailing: false },
      timeZone: 'UTC',
    } as const;

    const message = renderer.render({ ...view, adminCenter: 'https://portal.apps.mil/adminportal/home' }, 'en');

    expect(JSON.stringify(message)).toContain('https://portal.apps.mil/adminportal/home#/servicehealth/:/alerts/OD900001');
    expect(JSON.stringify(message)).not.toContain('admin.microsoft.com');
  });

  it('has the links for administrators', () => {
    expect(seen(list(1))).toContain('[OD900001](https://admin.microsoft.com/Adminportal/Home#/servicehealth/:/alerts/OD900001)');
    expect(nodesIn(cardOf(list(1)), (node) => node.type === 'Action.OpenUrl')).toHaveLength(1);
  });
});
