import type { Advisory } from '../ports.ts';

/** What changed about an advisory and is worth telling. */
export type Transition = 'new' | 'became-incident' | 'reopened' | 'resolved' | 'status' | 'changed';

/** What changed between two readings, the strongest first; empty when nothing is worth telling. `before` is `null` when it was not known. */
export function transitionsOf(before: Advisory | null, after: Advisory): readonly Transition[] {
  if (before === null) return after.isResolved ? [] : ['new'];
  const happened: Readonly<Record<Exclude<Transition, 'new'>, boolean>> = {
    'became-incident': before.classification !== 'incident' && after.classification === 'incident',
    reopened: before.isResolved && !after.isResolved,
    resolved: !before.isResolved && after.isResolved,
    status: before.status.toLowerCase() !== after.status.toLowerCase(),
    changed: plain(before.title) !== plain(after.title) || plain(before.impact) !== plain(after.impact),
  };
  return ORDER.filter((transition) => happened[transition]);
}

const ORDER: readonly Exclude<Transition, 'new'>[] = ['became-incident', 'reopened', 'resolved', 'status', 'changed'];

/** Spaces, capitals and punctuation are no change of what is said. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
