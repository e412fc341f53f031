import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { SERVICES } from '../../src/advisories/services.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

const { phrases } = loadKnowledge('knowledge');

const CHANGES = ['new', 'became-incident', 'reopened', 'resolved', 'status', 'changed'];

/** Keys that are put together from a beginning and one of these. What Microsoft says may end in anything. */
const COMPUTED: Readonly<Record<string, readonly string[] | 'any'>> = {
  'status.': 'any',
  'reason.': 'any',
  'ago.': ['minute', 'minutes', 'hour', 'hours', 'day', 'days'],
  'attached.': ['too-big', 'no-picture', 'untold', 'unread'],
  'case.language-': ['en', 'ja'],
  'case.priority-': ['low', 'normal', 'high', 'urgent'],
  'case.refused-': ['over', 'not-over', 'taken', 'already', 'no-outcome', 'not-theirs', 'not-due', 'gone', 'other', 'busy'],
  'case.to-': 'any',
  'case.untold-person-': ['forbidden', 'unknown', 'silent'],
  'case.untold-devices-': ['forbidden', 'silent'],
  'cases.title-': ['open', 'mine', 'overdue'],
  'label.case-device-': ['compliant', 'noncompliant', 'grace'],
  'label.case-grade-': ['likely', 'possible', 'background'],
  'label.case-state-': ['waiting-helpdesk', 'waiting-employee', 'resolved', 'withdrawn', 'closed'],
  'shared.title-': ['helpdesk', 'employee'],
  'continue.': ['day', 'code', 'solved', 'handed-over'],
  'language.': ['en', 'ja'],
  'alert.title-': CHANGES,
  'alert.why-': ['affected', 'follows', 'informed'],
  'alert.move-': ['microsoft', 'customer'],
  'doctor.': 'any',
  'doctor.level-': ['ok', 'note', 'warning', 'fault'],
  'fan-out.': CHANGES,
  'fan-out.stage-': 'any',
  'helpdesk.let-go-': ['first', 'last', 'backup', 'neither'],
  'label.change-': CHANGES,
  'label.health-': ['likely', 'possible', 'other'],
  'label.kind-': 'any',
  'label.service-': SERVICES.map(({ id }) => id),
  'label.lies-with-': ['person', 'device', 'network', 'tenant'],
  'label.outcome-': ['begun', 'worked', 'failing', 'cannot'],
  'label.shell-': ['run', 'cmd', 'powershell', 'terminal', 'cmd-admin', 'powershell-admin'],
  'page-about.': ['title'],
  'page-privacy.': ['title'],
  'page-terms.': ['title'],
  'own-case.whom-': ['open', 'resolved', 'closed'],
  'settled.step-': ['worked', 'failing', 'cannot'],
};

const kinds = [...new Set([...phrases.keys()].map((key) => key.split('.')[0]))].join('|');
const sources = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.parentPath.startsWith(join('src', 'local')))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

function found(pattern: string): readonly string[] {
  return [...new Set(sources.flatMap((text) => [...text.matchAll(new RegExp(pattern, 'g'))].map(([, key = '']) => key)))];
}

const computed = Object.entries(COMPUTED).flatMap(([start, ends]) =>
  ends === 'any' ? [...phrases.keys()].filter((key) => key.startsWith(start)) : ends.map((end) => start + end),
);
const used = [...found(`['"\`]((?:${kinds})\\.[a-zA-Z0-9-]+)['"\`]`), ...computed];

it('every phrase that Kiku may say is there', () => {
  expect(used.filter((key) => !phrases.has(key))).toEqual([]);
});

it('every phrase that is there is said somewhere', () => {
  expect([...phrases.keys()].filter((key) => !used.includes(key))).toEqual([]);
});

it('every key that is put together is one that this test knows the ends of', () => {
  expect(found(`\`((?:${kinds})\\.[a-zA-Z0-9-]*)\\$\\{`).filter((start) => !Object.hasOwn(COMPUTED, start))).toEqual([]);
});
