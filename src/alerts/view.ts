import type { AlertRow, FanOut } from '../alert-ports.ts';
import type { View } from '../views.ts';

/** What an alert shows. Of the person only their time zone is in it, and in the question which intake it is about. */
export function alertView(row: Pick<AlertRow, 'part' | 'reason' | 'intake' | 'timeZone'>, fanOut: FanOut): View {
  const { id, edition, advisory, transitions, sentence, createdAt: at } = fanOut;
  const told = { of: { fanOut: id, edition }, advisory, sentence, at, timeZone: row.timeZone ?? '' };
  switch (row.part) {
    case 'card':
      return { kind: 'alert', ...told, transitions, reason: row.reason };
    case 'question':
      return { kind: 'alert-question', ...told, place: { intake: row.intake ?? NO_INTAKE, revision: 0 } };
  }
}

/** Names none: who answers is told that there is nothing to answer. */
const NO_INTAKE = '-';
