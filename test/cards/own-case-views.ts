import type { View } from '../../src/views.ts';
import { aCase } from './case-views.ts';

const now = aCase.createdAt;
const place = { intake: aCase.intake, revision: 7, slot: 'slot' };
const ownCase = { kind: 'own-case', case: aCase, opensAt: null, hasWeb: true, now, timeZone: 'Asia/Tokyo' } as const;
const event = { kind: 'case-event', to: 'employee', by: 'Mori [x](y)', what: '', case: aCase } as const;
const empty = { ...aCase.content, facts: {}, tried: [], advisories: [], words: [] };

/** What an employee sees of a case of their own. */
export const ownCaseViews: readonly View[] = [
  { kind: 'offer', place, content: aCase.content },
  { kind: 'offer', place, content: empty },
  ownCase,
  { ...ownCase, opensAt: now + 60_000, timeZone: 'Nowhere' },
  { ...ownCase, case: { ...aCase, content: empty, respondedAt: now } },
  { kind: 'whom', case: aCase },
  { kind: 'whom', case: { ...aCase, state: 'closed' } },
  { kind: 'whom', case: { ...aCase, state: 'resolved', outcome: 'It works.' } },
  { ...event, event: 'resolve', case: { ...aCase, state: 'resolved', outcome: `I *reset* [it](https://evil.example).\n\n${'word '.repeat(300)}` } },
  { ...event, event: 'hand-back' },
  { ...event, event: 'close' },
  ...['os', 'code', 'web'].map((fact): View => {
    const asked = { case: aCase.id, by: 'Mori [x](y)' };
    const { problem, facts } = aCase.content;
    return { kind: 'question', place: { intake: '', revision: 0 }, fact, problem, isAgain: true, facts, explain: null, isPuzzled: false, asked };
  }),
];
