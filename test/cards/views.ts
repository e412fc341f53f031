import type { Advisory } from '../../src/advisory.ts';
import type { FanOut, Progress } from '../../src/alert-ports.ts';
import type { AlertWishes } from '../../src/alert-wishes.ts';
import type { Facts } from '../../src/triage/facts.ts';
import type { View } from '../../src/views.ts';
import { caseViews } from './case-views.ts';
import { ownCaseViews } from './own-case-views.ts';

export const place = { intake: '0190f3a2-7f0e-7c3b-9a51-2f4f3f5d9a10', revision: 7 };

export const now = Date.UTC(2026, 10, 22, 1, 0);

export const facts: Facts = {
  product: { values: ['onedrive'], source: { kind: 'given' } },
  code: { values: ['0x8004de40'], source: { kind: 'given' } },
  os: { values: ['windows-10'], source: { kind: 'tapped' } },
  web: { values: ['unknown'], source: { kind: 'tapped' } },
};

export const advisory: Advisory = {
  id: 'OD255960',
  kind: 'issue',
  services: ['OneDrive for Business'],
  title: 'Some users may be unable to sign in to the OneDrive sync client',
  impact: 'Users may see the error 0x8004de40.',
  feature: 'Sync client',
  classification: 'advisory',
  status: 'serviceDegradation',
  isResolved: false,
  startAt: Date.UTC(2026, 10, 21, 23, 12),
  endAt: null,
  updatedAt: Date.UTC(2026, 10, 22, 0, 42),
  nextUpdate: 'Sunday, November 22, 2026, at 2:30 AM UTC',
  text: [
    'Current status: We have found that a recent change to a sign-in component refuses some requests. We are undoing the change.',
    'Scope of impact: Any user whose sync client signs in through the affected part may be impacted. See [this](https://example.com).',
    'Root cause: A recent change meant to improve the handling of tokens contains a fault. '.repeat(12),
  ].join('\n\n'),
};

const step = { kind: 'step', place, number: 2, isWindUp: false, onPhone: false, facts } as const;
const question = { kind: 'question', place, isAgain: false, facts, explain: null, isPuzzled: false } as const;
const ofAdvisory = {
  kind: 'advisory',
  place,
  advisory,
  relevance: { grade: 'likely', reasons: [], against: [], remedy: 'microsoft', steps: [] },
  isBlocking: true,
  isFollowed: false,
  freshness: { readAt: now - 180_000, now, isFailing: false },
  timeZone: 'Asia/Tokyo',
} as const;

const told = { of: { fanOut: 3, edition: 1 }, advisory, sentence: null, at: now, timeZone: 'Asia/Tokyo' } as const;
const long: Advisory = { ...advisory, title: `[x](https://evil.example) ${'word '.repeat(400)}`, text: `<script>*a*</script> ${'𠮷'.repeat(4000)}` };
const resolved: Advisory = { ...advisory, isResolved: true, status: 'serviceRestored', endAt: now - 60_000, nextUpdate: null };
const wishes: AlertWishes = { follows: [], mutedServices: [], mutedAdvisories: [], quiet: null, incidentsPass: false };
const health = {
  kind: 'health',
  page: 0,
  services: null,
  freshness: { readAt: now - 60_000, now, isFailing: false },
  timeZone: 'Asia/Tokyo',
} as const;
const row = { advisory, nearness: 'likely', isFollowed: false, isMuted: true, isServiceMuted: false } as const;
const myAlerts = { kind: 'my-alerts', wishes, usualQuiet: { from: 1200, to: 450 }, timeZone: 'Asia/Tokyo', others: [], notice: null } as const;

/** What is said of advisories unasked, and how that is set. */
export const alertViews: readonly View[] = [
  { kind: 'alert', ...told, transitions: ['new'], reason: 'affected' },
  { kind: 'alert', ...told, transitions: ['became-incident', 'status'], reason: 'follows', advisory: { ...advisory, classification: 'incident' } },
  {
    kind: 'alert',
    ...told,
    transitions: ['changed'],
    reason: 'informed',
    sentence: { text: 'The *web* works.\n[x](y)', by: 'Mori [x]' },
    advisory: long,
  },
  { kind: 'alert', ...told, transitions: ['resolved', 'status'], reason: 'informed', advisory: resolved, timeZone: '' },
  {
    kind: 'alert',
    ...told,
    transitions: ['new'],
    reason: 'follows',
    advisory: { ...advisory, kind: 'message', services: [], text: '', nextUpdate: null, status: 'odd', classification: 'odd', endAt: 0 },
  },
  { kind: 'alert-question', ...told, place: { ...place, revision: 0 }, advisory: resolved },
  {
    kind: 'alert-question',
    ...told,
    place: { ...place, revision: 0 },
    advisory: { ...resolved, endAt: null },
    sentence: { text: 'Restart it.', by: 'Mori' },
  },
  { ...health, rows: [] },
  { ...health, rows: [], freshness: { readAt: null, now, isFailing: true } },
  {
    ...health,
    services: ['OneDrive for Business', 'Power BI'],
    rows: [
      row,
      { ...row, nearness: 'possible', isFollowed: true, isServiceMuted: true },
      ...Array.from({ length: 9 }, () => ({ ...row, nearness: 'other' as const, advisory: long })),
    ],
    page: 1,
  },
  { ...health, services: ['OneDrive for Business'], rows: Array.from({ length: 13 }, () => ({ ...row, advisory: { ...long, id: '[odd](id)' } })) },
  { ...health, rows: [{ ...row, advisory: { ...advisory, kind: 'message', id: 'MC240160' } }], freshness: { readAt: now, now, isFailing: true } },
  myAlerts,
  {
    ...myAlerts,
    notice: 'my-alerts.saved',
    usualQuiet: 'none',
    timeZone: 'Nowhere',
    others: ['Power BI'],
    wishes: {
      follows: ['OneDrive for Business', 'Microsoft OneDrive', 'OD255960'],
      mutedServices: ['Microsoft Teams', '*'],
      mutedAdvisories: Array.from({ length: 40 }, (_, index) => `OD2000${index}`),
      quiet: { from: 0, to: 1439 },
      incidentsPass: true,
    },
  },
  { ...myAlerts, wishes: { ...wishes, quiet: 'none' }, notice: 'my-alerts.bad-hours' },
  { kind: 'settled-alert', phrase: 'settled.muted', with: { name: 'OD255960' }, undo: { do: 'mute', on: false, advisory: 'OD255960' } },
  { kind: 'settled-alert', phrase: 'settled.works-again', with: { advisory: 'OD255960' }, undo: null },
];

/** One view of each kind and of each shape it can take, over the steps, stop and reasons that a knowledge has. */
export function everyView(names: {
  readonly steps: readonly string[];
  readonly questions: readonly string[];
  readonly stops: readonly string[];
  readonly reasons: readonly string[];
  readonly faqs?: readonly string[];
  readonly blocks?: readonly string[];
}): readonly View[] {
  const [aStep = ''] = names.steps;
  const tried = names.steps.slice(0, 3).map((id, index) => ({ step: id, outcome: (['failing', 'cannot', 'begun'] as const)[index] ?? 'failing' }));
  const relevance = { ...ofAdvisory.relevance, reasons: names.reasons };
  return [
    { kind: 'welcome', name: 'Aiko' },
    ...names.questions.map((fact): View => ({ ...question, fact })),
    { ...question, fact: 'os', isAgain: true, facts: { os: { values: ['windows-7'], source: { kind: 'given' } } } },
    { ...question, fact: 'web', explain: '0x8004de40', isPuzzled: true },
    { ...question, fact: 'code', facts: {}, readBack: { written: '0x8004de41', codes: ['0x8004de40', '0x8004de41'] } },
    ...names.questions.map((fact): View => ({ ...question, fact, offersCheck: true })),
    ...names.steps.flatMap((id): View[] => [
      { ...step, step: id },
      { ...step, step: id, onPhone: true },
      { ...step, step: id, isWindUp: true },
    ]),
    { ...ofAdvisory, relevance },
    { ...ofAdvisory, relevance: { ...relevance, remedy: 'customer', steps: [aStep] }, isBlocking: false },
    { ...ofAdvisory, relevance: { ...relevance, remedy: 'customer' }, isBlocking: false },
    { ...ofAdvisory, relevance: { ...relevance, grade: 'possible' }, isBlocking: false, freshness: { ...ofAdvisory.freshness, isFailing: true } },
    {
      ...ofAdvisory,
      relevance: { ...relevance, grade: 'background', reasons: [] },
      isBlocking: false,
      advisory: { ...advisory, kind: 'message', isResolved: true, text: '', nextUpdate: null, status: 'somethingNew', services: [] },
    },
    ...names.stops.map((id): View => ({ kind: 'stop', place, stop: { id, kind: 'escalate', advisory: null }, facts, tried })),
    { kind: 'stop', place, stop: { id: 'wait', kind: 'wait', advisory: 'OD255960' }, facts: {}, tried: [] },
    { kind: 'solved', place, step: aStep, facts, tried },
    { kind: 'handover', place, facts, tried, forHelpdesk: names.steps.slice(0, 4), advisories: ['OD255960'], contact: 'helpdesk@example.com' },
    { kind: 'handover', place, facts: {}, tried: [], forHelpdesk: [], advisories: [], contact: null },
    { kind: 'handover', place, facts, tried, forHelpdesk: [], advisories: [], contact: 'https://helpdesk.example.com/new' },
    { kind: 'settled-question', place, fact: 'os', values: ['windows-10'] },
    { kind: 'settled-question', place, fact: 'code', values: [] },
    ...(['worked', 'failing', 'cannot'] as const).map((outcome): View => ({ kind: 'settled-step', place, step: aStep, outcome })),
    { kind: 'settled-advisory', place, advisory: 'OD255960', isDismissed: true },
    { kind: 'settled-advisory', place, advisory: 'OD255960', isDismissed: false },
    { kind: 'settled-choice', phrase: 'settled.new' },
    { kind: 'continue-or-new', place, reason: 'day', facts, code: null },
    { kind: 'continue-or-new', place, reason: 'code', facts: {}, code: '0x8004de88' },
    { kind: 'continue-or-new', place, reason: 'solved', facts, code: null },
    { kind: 'continue-or-new', place, reason: 'handed-over', facts, code: null },
    { kind: 'not-mine', place, about: 'about-kiku' },
    { kind: 'not-mine', place: null, about: 'elsewhere' },
    { kind: 'puzzled', place, isAgain: false },
    { kind: 'puzzled', place, isAgain: true },
    { kind: 'puzzled', place: null, isAgain: true },
    { kind: 'change', place, facts },
    { kind: 'change', place, facts: {} },
    { kind: 'help' },
    { kind: 'own-data', counts: { conversations: 2, cases: 1, alerts: 0 }, keep: { intakeDays: 30, caseDays: 180 }, isWhole: true },
    { kind: 'own-data', counts: { conversations: 2, cases: 1, alerts: 0 }, keep: { intakeDays: 30, caseDays: 180 }, isWhole: false },
    { kind: 'own-data-part', text: '{ "person": [{ "language": "en" }] }' },
    { kind: 'forget', case: null, at: 1_700_000_000_000 },
    { kind: 'forget', case: 'K7F3QX', at: 1_700_000_000_000 },
    { kind: 'forgotten' },
    ...(names.faqs ?? ['a', 'b', 'c']).map((faq): View => ({ kind: 'faq-answer', faq })),
    { kind: 'faq-choice', faqs: (names.faqs ?? ['a', 'b', 'c']).slice(0, 3) },
    ...[0, 1, 2, 3, 99].map((page): View => ({ kind: 'faq-list', page })),
    ...fanOuts,
    { kind: 'language' },
    ...alertViews,
    ...caseViews,
    ...ownCaseViews,
    { kind: 'shared-step', to: 'helpdesk', step: aStep, by: 'Priya' },
    ...names.steps.map((id): View => ({ kind: 'shared-step', to: 'employee', step: id, by: 'Priya' })),
    { kind: 'private', link: 'https://teams.microsoft.com/l/chat/0/0?users=28:0' },
    { kind: 'private', link: null },
    { kind: 'sorry', reference: '7f3a-22' },
    { kind: 'note', phrase: 'note.unknown-code', with: { code: '0x80070005' } },
    { kind: 'commands', step: aStep },
    ...(names.blocks ?? []).map((block): View => ({ kind: 'check', block })),
  ];
}

const fanOut: FanOut = {
  id: 7,
  tenant: 'contoso',
  advisory,
  transitions: ['became-incident', 'status'],
  control: 'running',
  fault: null,
  sentence: null,
  edition: 1,
  startsAt: 1_000,
  createdAt: 0,
  plannedAt: 500,
};
const progress: Progress = { waiting: 120, sent: 0, failed: 0, skipped: 0, inDoubt: 0, nextDueAt: 1_000 };
const ofFanOut = { kind: 'fan-out', fanOut, progress, now: 600, perSecond: 45 } as const;

/** A fan-out at every stage. */
const fanOuts: readonly View[] = [
  { ...ofFanOut, fanOut: { ...fanOut, plannedAt: null } },
  ofFanOut,
  { ...ofFanOut, fanOut: { ...fanOut, control: 'paused' } },
  { ...ofFanOut, now: 2_000, progress: { ...progress, waiting: 50_000, sent: 4, failed: 3, skipped: 2, inDoubt: 1 } },
  {
    ...ofFanOut,
    now: 2_000,
    fanOut: { ...fanOut, control: 'paused', sentence: { text: 'The *web* works.', by: 'Priya' } },
    progress: { ...progress, sent: 9 },
  },
  { ...ofFanOut, now: 2_000, progress: { ...progress, nextDueAt: 9_999_999 } },
  { ...ofFanOut, fanOut: { ...fanOut, control: 'paused', fault: 'refused 401' } },
  { ...ofFanOut, fanOut: { ...fanOut, control: 'cancelled', advisory: { ...advisory, text: '' } } },
  { ...ofFanOut, now: 2_000, progress: { ...progress, waiting: 0, nextDueAt: null } },
  { ...ofFanOut, now: 2_000, progress: { ...progress, waiting: 0, sent: 124, nextDueAt: null } },
];
