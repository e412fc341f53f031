import type { Advisory } from '../advisory.ts';

/** What changed about an advisory and is worth telling. */
export type Transition = 'new' | 'became-incident' | 'reopened' | 'resolved' | 'status' | 'changed';

/**
 * What changed between two readings, the strongest first; empty when nothing is worth telling. `before` is `null` when it was not known.
 * New posts, details and the time of the change say nothing by themselves: Microsoft repeats posts and stamps advisories anew without a new word.
 */
export function transitionsOf(before: Advisory | null, after: Advisory): readonly Transition[] {
  return after.kind === 'message' ? ofMessage(before, after) : ofIssue(before, after);
}

function ofIssue(before: Advisory | null, after: Advisory): readonly Transition[] {
  if (before === null) return isOver(after) ? [] : ['new'];
  // What follows once it is over (the past tense, the review) is for reading up, not for telling.
  if (isOver(after)) return isOver(before) ? [] : ['resolved'];
  const wasOver = isOver(before);
  const happened: Readonly<Record<Exclude<Transition, 'new' | 'resolved'>, boolean>> = {
    'became-incident': !isIncident(before) && isIncident(after),
    reopened: wasOver,
    status: !wasOver && isOtherStatus(before.status, after.status),
    changed: isReworded(before.title, after.title) || isReworded(before.impact, after.impact),
  };
  return ORDER.filter((transition) => happened[transition]);
}

const ORDER: readonly Exclude<Transition, 'new' | 'resolved'>[] = ['became-incident', 'reopened', 'status', 'changed'];

/** Of the Message Center only what asks for an act or presses is told; the rest is for administrators. A post is never over by itself. */
function ofMessage(before: Advisory | null, after: Advisory): readonly Transition[] {
  if (!isPressing(after)) return [];
  if (before === null || !isPressing(before)) return ['new'];
  return isReworded(before.title, after.title) || isReworded(before.text, after.text) ? ['changed'] : [];
}

function isPressing({ classification, status }: Advisory): boolean {
  return classification.toLowerCase() === 'preventorfixissue' || ['high', 'critical'].includes(status.toLowerCase());
}

function isOver({ isResolved, status }: Advisory): boolean {
  return isResolved || status.toLowerCase() === 'falsepositive';
}

function isIncident({ classification }: Advisory): boolean {
  return classification.toLowerCase() === 'incident';
}

/** A member that Graph hides says nothing of what the status is. */
function isOtherStatus(before: string, after: string): boolean {
  const [left, right] = [before.trim().toLowerCase(), after.trim().toLowerCase()];
  return left !== right && ![left, right].some((status) => status === '' || status === 'unknownfuturevalue');
}

/** A text that is missing was lost on the way: Microsoft withdraws none. */
function isReworded(before: string, after: string): boolean {
  return plain(after) !== '' && plain(before) !== plain(after);
}

/** Spaces, capitals, punctuation and the past tense, into which Microsoft puts its sentences in the end, are no change of what is said. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/\b(may|might|could|can) have been\b/g, '$1 be')
    .replaceAll(/\b(may|might|could|can) (?:have (\w+?)e?d|(\w+?)e?)\b/g, '$1 $2$3')
    .replaceAll(/\bcouldn't\b/g, "can't")
    .replaceAll(/\b(?:was|were)\b/g, 'are')
    .replaceAll(/\bis\b/g, 'are')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
