import type { Case, CaseContent } from '../../src/case-ports.ts';
import type { Address } from '../../src/ports.ts';

const HOUR = 3_600_000;
/** When the cases of the tests are opened. */
export const OPENED_AT = Date.UTC(2026, 10, 23, 9, 0);

export const channel: Address = {
  serviceUrl: 'http://127.0.0.1/',
  conversation: '19:helpdesk@thread.tacv2',
  tenant: 'contoso',
  bot: { id: 'bot', name: 'Kiku' },
};

/** What somebody with a sign-in fault hands over. */
export const content: CaseContent = {
  problem: 'onedrive-connectivity',
  facts: {
    code: { values: ['0x8004de40'], source: { kind: 'written', words: 'it says 0x8004de40, ノート PC' } },
    os: { values: ['windows-11'], source: { kind: 'tapped' } },
  },
  contradictions: [],
  tried: [{ step: 'restart-onedrive', outcome: 'failing' }],
  ahead: ['tick-tls'],
  advisories: [{ id: 'OD255960', grade: 'possible', isDismissed: true, reasons: ['reason.product'] }],
  words: ['OneDrive is dead', 'it says 0x8004de40, ノート PC'],
  leftOut: ['network'],
  stop: null,
};

let made = 0;

/** A new case of somebody new, with `changes` over it. */
export function newCase(changes: Partial<Case> = {}): Case {
  made += 1;
  return {
    id: `C${String(made).padStart(5, '0')}`,
    person: { tenant: 'contoso', id: `employee-${made}`, name: 'Robin' },
    language: 'en',
    timeZone: 'Europe/London',
    intake: `intake-${made}`,
    content,
    registered: null,
    asked: null,
    state: 'waiting-helpdesk',
    priority: 'normal',
    assignee: null,
    outcome: null,
    createdAt: OPENED_AT,
    respondBy: OPENED_AT + 4 * HOUR,
    respondedAt: null,
    isReminded: false,
    closesAt: null,
    dueAt: OPENED_AT + 4 * HOUR,
    touchedAt: OPENED_AT,
    revision: 0,
    ...changes,
  };
}

/** The case as an agent leaves it. */
export function changed(one: Case, changes: Partial<Case>): Case {
  return { ...one, ...changes, revision: one.revision + 1 };
}
