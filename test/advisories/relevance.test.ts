import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { relevance } from '../../src/advisories/relevance.ts';
import type { Facts } from '../../src/triage/facts.ts';
import { issue, NOW, ROWS, type Row, sample } from './labelled.ts';
import { CONCERNING, NEAR_MISSES } from './titles.ts';
import { topics } from './topics.ts';

const known = (facts: Readonly<Record<string, string>>): Facts =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { values: [value], source: { kind: 'given' as const } }]));
const gradeOf = (row: Row) => relevance(row.advisory, { facts: known(row.facts), problem: row.problem, at: NOW }, topics);
const trouble = (facts: Readonly<Record<string, string>>) => ({ facts: known(facts), problem: 'onedrive-connectivity', at: NOW });

describe('relevance', () => {
  it.each(ROWS.map((row) => [row.title, row] as const))('%s', (_, row) => {
    expect(gradeOf(row)?.grade ?? null).toBe(row.expected);
  });

  it('is precise when it says likely, near misses included', () => {
    const person = trouble({ code: '0x8004de40', product: 'onedrive', os: 'windows-10', web: 'works' });
    const isLikely = (service: string, title: string) => relevance(issue(service, title), person, topics)?.grade === 'likely';
    const saidOf = (titles: typeof CONCERNING) =>
      Object.entries(titles).flatMap(([service, all]) => all.map((title) => ({ title, isSaid: isLikely(service, title) })));
    const rows = ROWS.map((row) => ({ title: row.title, isSaid: gradeOf(row)?.grade === 'likely', isRight: row.expected === 'likely' }));
    const all = [
      ...rows,
      ...saidOf(CONCERNING).map((one) => ({ ...one, isRight: true })),
      ...saidOf(NEAR_MISSES).map((one) => ({ ...one, isRight: false })),
    ];

    const said = all.filter((one) => one.isSaid);
    const right = said.filter((one) => one.isRight);
    const wanted = all.filter((one) => one.isRight);

    console.info(`likely: precision ${right.length}/${said.length}, recall ${right.length}/${wanted.length}, of ${all.length} rows`);
    expect(right.length / said.length).toBeGreaterThanOrEqual(0.95);
    expect(right.length / wanted.length).toBeGreaterThanOrEqual(0.85);
  });

  it('of OD255960 is the customer’s move, points to the steps, and says why', () => {
    const found = relevance(sample('OD255960'), trouble({ code: '0x8004de40', product: 'onedrive', os: 'windows-7-sp1' }), topics);

    expect(found).toEqual({
      grade: 'likely',
      remedy: 'customer',
      steps: ['install-kb3140245', 'set-default-secure-protocols', 'enable-schannel-tls-1.2', 'tick-tls-1.2'],
      reasons: [
        'reason.known-advisory',
        'reason.names-code',
        'reason.same-service',
        'reason.topic-words',
        'reason.your-os',
        'reason.started-before',
        'reason.still-open',
      ],
      against: [],
    });
  });

  it('of a fault of Microsoft’s points to no step', () => {
    const found = relevance(sample('OD900001'), trouble({ os: 'windows-10', affected: 'others', web: 'fails' }), topics);

    expect(found).toMatchObject({ grade: 'likely', remedy: 'microsoft', steps: [] });
    expect(found?.reasons).toEqual(expect.arrayContaining(['reason.others-too', 'reason.web-fails-too']));
  });

  it.each([
    ['an old Windows', 'windows-7-sp1', 'likely'],
    ['a current one', 'windows-11', undefined],
  ])('of the end of TLS 1.0 for Outlook on %s', (_, os, grade) => {
    const advisory = issue('Exchange Online', "Users with TLS 1.0 or 1.1 can't connect to Exchange Online");
    const found = relevance(advisory, { facts: known({ product: 'outlook', os }), problem: 'outlook-tls', at: NOW }, topics);

    expect(found?.grade).toBe(grade);
    expect(found?.remedy ?? 'customer').toBe('customer');
  });

  it.each([
    ['Windows', 'possible'],
    ['macOS', undefined],
    ['iOS devices', undefined],
  ])('of %s is not put to somebody whose OS is not known, unless it is a PC’s', (system, grade) => {
    const found = relevance(issue('OneDrive for Business', `Users on ${system} may be unable to sign in to OneDrive`), trouble({}), topics);

    expect(found?.grade).toBe(grade);
  });

  it('does not hang on the tense of the title', () => {
    const said = issue('OneDrive for Business', 'Users may have been unable to sign in to OneDrive for Business', { isResolved: true });

    expect(relevance(said, trouble({ os: 'windows-10' }), topics)?.grade).toBe('background');
  });

  it('looks at the affected device, which is named first', () => {
    const facts = { os: { values: ['windows-10', 'windows-7-sp1'], source: { kind: 'given' as const } } };

    expect(relevance(sample('OD255960'), { facts, problem: 'onedrive-connectivity', at: NOW }, topics)).toBeNull();
  });

  it('gives only reasons that have words in both languages', () => {
    const phrases = parse(readFileSync(new URL('../../knowledge/phrases-advisories.yaml', import.meta.url), 'utf8')) as Record<string, unknown>;

    for (const reason of new Set(ROWS.flatMap((row) => gradeOf(row)?.reasons ?? []))) {
      expect(phrases[reason]).toEqual({ en: expect.any(String), ja: expect.any(String) });
    }
  });
});
