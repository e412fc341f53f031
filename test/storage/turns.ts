import type { Outgoing } from '../../src/messenger-ports.ts';
import type { Address, Message, OutboxRow, PersonKey, PersonState, Saved, TurnRecord } from '../../src/ports.ts';
import { newIntake } from '../../src/triage/intake.ts';
import { NOBODY } from '../../src/turn/scene.ts';

let made = 0;

/** Somebody new, in a conversation of their own. */
export function somebody(): { readonly key: PersonKey; readonly address: Address } {
  made += 1;
  return {
    key: { tenant: 'contoso', id: `person-${made}` },
    address: { serviceUrl: 'http://127.0.0.1/', conversation: `conversation-${made}`, tenant: 'contoso', bot: { id: 'bot', name: 'Kiku' } },
  };
}

export const state: PersonState = { ...NOBODY, language: 'ja', touchedAt: 5 };

/** What a first turn saves, with `changes` over it. */
export function turnOf(who: ReturnType<typeof somebody>, changes: Partial<TurnRecord> = {}): TurnRecord {
  return {
    ...who,
    revision: 0,
    inputId: 'input-1',
    at: 1000,
    isPersonal: true,
    person: state,
    intake: null,
    outbox: [],
    answer: null,
    reports: [],
    cases: [],
    ...changes,
  };
}

export const intakeOf = (id: string) => ({
  ...newIntake(id),
  facts: { os: { values: ['windows-10'], source: { kind: 'written' as const, words: 'w10 ノート PC 🦆' } } },
  outcomes: { 'restart-onedrive': 'failing' as const },
});

export const text = (words: string): Message => ({ kind: 'text', text: words });
export const post = (words: string, slot: string | null = null): Outgoing => ({ kind: 'post', slot, message: text(words) });
export const replace = (words: string, slot: string): Outgoing => ({ kind: 'replace', slot, message: text(words) });

/** The rows a save gave, or a failed test. */
export function rowsOf(saved: Saved): readonly OutboxRow[] {
  if (saved.kind !== 'saved') throw new Error(`The save answered ${saved.kind}.`);
  return saved.rows;
}

export const wordsOf = (rows: readonly OutboxRow[]) =>
  rows.map(({ outgoing: { message } }) => (message.kind === 'card' ? message.summary : message.text));
export const done = (row: OutboxRow, activity: string | null = null) => ({ kind: 'done' as const, row, activity });
