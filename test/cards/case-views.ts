import type { Case } from '../../src/case-ports.ts';
import type { View } from '../../src/views.ts';

const HOUR = 3_600_000;
const at = Date.UTC(2026, 10, 20, 9, 0);

/** Somebody's case, with something of everything that a case can hold. */
export const aCase: Case = {
  id: 'K7F3QX',
  person: { tenant: 'contoso', id: 'robin', name: 'Robin [x](y)' },
  language: 'en',
  timeZone: 'Europe/London',
  intake: '0190f3a2-7f0e-7c3b-9a51-2f4f3f5d9a10',
  content: {
    problem: null,
    facts: {
      code: { values: ['0x8004de40'], source: { kind: 'written', words: 'error *0x8004de40*' } },
      os: { values: ['windows-10'], source: { kind: 'tapped' } },
      web: { values: ['works'], source: { kind: 'learned', step: 'restart' } },
    },
    contradictions: [
      {
        fact: 'os',
        earlier: { values: ['windows-10'], source: { kind: 'tapped' } },
        later: { values: ['windows-11'], source: { kind: 'pasted', line: 'Microsoft Windows 11' } },
        isOver: true,
      },
    ],
    tried: [{ step: 'restart', outcome: 'failing' }],
    ahead: ['leave', 'a-step-that-is-gone'],
    advisories: [
      { id: 'OD255960', grade: 'likely', isDismissed: true, reasons: ['reason.time', 'reason.that-is-gone'] },
      { id: 'OD900001', grade: 'background', isDismissed: false, reasons: [] },
    ],
    words: ['OneDrive won’t connect', 'word '.repeat(200)],
    leftOut: ['network'],
    stop: 'escalate',
  },
  registered: null,
  asked: null,
  state: 'waiting-helpdesk',
  priority: 'normal',
  assignee: null,
  outcome: null,
  createdAt: at,
  respondBy: at + 4 * HOUR,
  respondedAt: null,
  isReminded: false,
  closesAt: null,
  dueAt: at + 4 * HOUR,
  touchedAt: at,
  revision: 0,
};

const agent = { id: 'priya', name: 'Priya Nair' };
const card = { kind: 'case-card', case: aCase, isPrivate: false, steps: ['restart', 'leave'], asks: ['web', 'os'], onCall: agent } as const;
const registered: Case['registered'] = {
  person: { kind: 'told', jobTitle: 'Accountant *x*', department: '', office: '東京 [x](y)' },
  devices: {
    kind: 'told',
    all: [
      { name: 'LAPTOP_7', model: 'Surface', system: 'Windows 10.0.22631', os: 'windows-11', compliance: 'grace', seenAt: at },
      { name: '', model: '', system: 'Tizen', os: null, compliance: 'unknown', seenAt: null },
    ],
  },
};
const untold: Case['registered'] = { person: { kind: 'untold', why: 'forbidden' }, devices: { kind: 'untold', why: 'silent' } };
const taken: Case = { ...aCase, state: 'waiting-employee', assignee: agent, respondedAt: at + HOUR, closesAt: at + 72 * HOUR };
const empty: Case = {
  ...aCase,
  state: 'closed',
  outcome: '*mended*',
  content: { ...aCase.content, facts: {}, contradictions: [], tried: [], ahead: [], advisories: [], words: [], leftOut: [] },
};

/** What the helpdesk and an employee see of cases. */
export const caseViews: readonly View[] = [
  card,
  { ...card, case: { ...aCase, isReminded: true, language: 'ja' }, isPrivate: true, steps: [], asks: [], onCall: null },
  { ...card, case: taken, onCall: null },
  { ...card, case: { ...taken, registered, asked: 'web' } },
  { ...card, case: { ...taken, registered: untold } },
  { ...card, case: { ...taken, state: 'resolved', outcome: 'Restarted it.' }, isPrivate: true, steps: [], asks: [], onCall: null },
  { ...card, case: { ...empty, person: { ...empty.person, id: '', name: '' } }, isPrivate: true, steps: [], asks: [], onCall: null },
  { ...card, case: empty, isPrivate: true, steps: [], asks: [], onCall: null },
  { kind: 'case-list', what: 'open', cases: [aCase, taken], after: '2.5.K7F3QX', now: at },
  { kind: 'case-list', what: 'mine', cases: [], after: null, now: at },
  { kind: 'case-list', what: 'overdue', cases: Array.from({ length: 10 }, () => aCase), after: null, now: at },
  {
    kind: 'step-reports',
    rows: [
      { step: 'restart', count: 3, at },
      { step: 'gone', count: 1, at },
    ],
    withdrawn: ['leave'],
    now: at,
  },
  { kind: 'step-reports', rows: [], withdrawn: [], now: at },
];

/** What is said of cases as plain messages. */
export const caseTexts: readonly View[] = [
  { kind: 'case-said', from: 'agent', by: 'Priya *x*', text: 'See https://example.com/a_b?c=1 and\n[this](https://evil.example)' },
  { kind: 'case-said', from: 'employee', by: 'Robin', text: '' },
  {
    kind: 'case-history',
    lines: [
      { isAgent: true, by: 'Priya *x*', text: 'x'.repeat(400) },
      { isAgent: false, by: 'Robin', text: '<at>Ken</at>' },
    ],
  },
  { kind: 'case-history', lines: [] },
  { kind: 'case-event', to: 'helpdesk', event: 'remind', by: '', what: '', case: taken, called: { id: '29:ken', name: 'Ken *the* <b>' } },
  { kind: 'case-event', to: 'helpdesk', event: 'elsewhere', by: 'Priya', what: '', case: taken },
  ...['take', 'give', 'release', 'reopen', 'warn', 'undelivered'].map(
    (event): View => ({ kind: 'case-event', to: 'employee', event, by: 'Priya', what: 'Ken', case: taken }),
  ),
  ...['take', 'give', 'release', 'resolve', 'hand-back', 'reopen', 'withdraw', 'remind', 'warn', 'close', 'share', 'elsewhere'].map(
    (event): View => ({ kind: 'case-event', to: 'helpdesk', event, by: 'Priya', what: 'restart', case: taken }),
  ),
];
